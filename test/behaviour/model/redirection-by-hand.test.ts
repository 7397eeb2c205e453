import { describe, expect, it } from 'vitest';
import { eventLog } from '../../../sim/flow/event-log.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { Redirection } from '../../../sim/scenario/people.ts';
import { always, answers, beds, fixed, flow, hours, listed, pathway, person, scenario } from './small.ts';

const to = (name: string, share: Redirection['share'], needsRoom = false): Redirection => ({
  name: 'lever',
  label: 'Lever',
  from: 'P2',
  to: name,
  share,
  needsRoom,
});

/** People ready for a step-down bed; home support has room for two. */
const ready = (
  redirections: Redirection[],
  people: Scenario['arrivals'][number]['arrivals'] & object,
  more: Partial<Scenario> = {},
): Scenario => {
  const pathways = [pathway('P2', 'step-down'), pathway('P1', 'home')];
  return scenario({
    pathways,
    services: [beds('step-down', 'unlimited', { stay: fixed(5) }), hours('home', 40, { stay: fixed(100) })],
    redirections,
    arrivals: [{ ...listed(pathways, []), arrivals: people, mix: [{ pathway: 'P2', share: always(1), acuteStay: fixed(3) }] }],
    ...more,
  });
};
const list = (...arrive: number[]) => ({ kind: 'list' as const, people: arrive.map((day) => ({ ...person(day, 'P2', 3) })) });

describe('right-sizing', () => {
  it('of everybody sends all of P2 home with support on the day they are ready, after the same stay', () => {
    const all = answers(ready([to('P1', always(1))], list(0, 1)));
    expect(all.whole('people-redirected', 'redirection:lever')).toBe(2);
    expect(all.whole('starts', 'service:home')).toBe(2);
    expect(all.whole('starts', 'service:step-down')).toBe(0);
    expect(all.whole('discharges', 'pathway:P1')).toBe(2);
    expect(all.whole('acute-stay-mean', 'pathway:P1')).toBe(3);
  });

  it('goes by the share on the ready date, not on admission', () => {
    const fromDay5 = to('P1', [
      { from: 0, value: 0 },
      { from: 5, value: 1 },
    ]);
    const seen = answers(ready([fromDay5], list(1, 2))); // ready on day 4, and on day 5
    expect([seen.whole('starts', 'service:step-down'), seen.whole('starts', 'service:home')]).toEqual([1, 1]);
  });

  it('gives the process delay of the pathway that is taken', () => {
    const processDelay: Scenario['processDelay'] = {
      families: [{ name: 'hub', label: 'hub', pathways: ['P1'], delay: fixed(2) }],
      weekend: null,
    };
    expect(answers(ready([to('P1', always(1))], list(0), { processDelay })).whole('delay-process', 'pathway:P1')).toBe(2);
    expect(answers(ready([to('P1', always(0))], list(0), { processDelay })).whole('delay-process', 'pathway:P2')).toBe(0);
  });

  it('of a fifth takes a fifth, the same people as under a larger share, and changes nobody else', () => {
    const share = (value: number) =>
      ready([to('P1', always(value))], flow(10), {
        services: [beds('step-down', 'unlimited', { stay: fixed(5) }), hours('home', 'unlimited')],
      });
    const home = (value: number) =>
      new Set(
        eventLog(share(value))
          .filter(({ what, where }) => what === 'referred' && where === 'home')
          .map(({ person: one }) => one),
      );
    const [fifth, half] = [home(0.2), home(0.5)];
    const seen = answers(share(0.2));
    const discharged = seen.whole('discharges');
    expect(fifth.size / discharged).toBeGreaterThan(0.12);
    expect(fifth.size / discharged).toBeLessThan(0.28);
    expect([...fifth].every((one) => half.has(one))).toBe(true);
    const { redirections: _, ...without } = share(0);
    expect(seen.daily('acute-occupied', 'hospital:acute')).toEqual(answers(without).daily('acute-occupied', 'hospital:acute'));
    expect(answers(share(0.2), 'simjs').whole('starts', 'service:home')).toBe(seen.whole('starts', 'service:home'));
  });
});

describe('diversion', () => {
  it('takes two people, for whom there is room, and lets the third and fourth go on as before', () => {
    const seen = answers(ready([to('P1', always(1), true)], list(0, 1, 2, 3)));
    expect(seen.whole('people-redirected', 'redirection:lever')).toBe(2);
    expect(seen.whole('people-without-room', 'redirection:lever')).toBe(2);
    expect([seen.whole('starts', 'service:home'), seen.whole('starts', 'service:step-down')]).toEqual([2, 2]);
    expect(seen.whole('bed-days-delayed')).toBe(0);
  });

  it('beside right-sizing takes its own share of the same people: 100% of the one leave nothing for the other', () => {
    const first: Redirection = { ...to('P1', always(1)), name: 'first' };
    const seen = answers(ready([first, to('P1', always(0), true)], list(0, 1)));
    expect([seen.whole('people-redirected', 'redirection:first'), seen.whole('people-redirected', 'redirection:lever')]).toEqual([
      2, 0,
    ]);
  });
});
