import { describe, expect, test } from 'vitest';
import { eventLog } from '../../../sim/flow/event-log.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import { always, answers, beds, fixed, flow, listed, pathway, person, scenario } from './small.ts';

const pathways = [pathway('P0'), pathway('P1', 'home')];
const onWeekends = (share: number) => ({ pathways: ['P1'], leaveAt: always(share) });

/** One person of Pathway 1 admitted on Thursday noon, ready on Friday noon, whose process takes a day. */
const overTheWeekend = (leaveAt: number, more: Partial<Scenario> = {}) =>
  scenario({
    pathways,
    services: [beds('home', 'unlimited')],
    processDelay: { families: [{ name: 'hub', label: 'hub', pathways: ['P1'], delay: fixed(1) }], weekend: onWeekends(leaveAt) },
    arrivals: [listed(pathways, [person(3.5, 'P1', 1)])],
    ...more,
  });

const leaves = (it: Scenario) => eventLog(it).find(({ what, where }) => what === 'release' && where === 'acute')?.time;

describe('weekend working', () => {
  test('nobody may leave: process over on Saturday noon, away on Monday 00:00, all of it process delay', () => {
    const { whole } = answers(overTheWeekend(0));
    expect(leaves(overTheWeekend(0))).toBe(7);
    expect(whole('delay-mean')).toBe(7 - 4);
    expect(whole('delay-exact')).toBe(7 - 4.5);
    expect([whole('delay-process'), whole('delay-capacity')]).toEqual([2.5, 0]);
    expect(whole('bed-days-delayed-process')).toBe(2.5);
  });

  test('everybody may leave: away on Saturday noon', () => expect(leaves(overTheWeekend(1))).toBe(5.5));
  test('a bank holiday on the Monday: away on Tuesday 00:00', () => expect(leaves(overTheWeekend(0, { holidays: [7] }))).toBe(8));
  test('a bank holiday on a Friday holds people like a Saturday', () => {
    const friday = overTheWeekend(0, { holidays: [4], arrivals: [listed(pathways, [person(2.5, 'P1', 1)])] }); // process over on Friday noon
    expect(leaves(friday)).toBe(7);
  });
  test('Pathway 0 leaves on Saturday as on any day', () => {
    expect(leaves(overTheWeekend(0, { arrivals: [listed(pathways, [person(3.5, 'P0', 2.25)])] }))).toBe(5.75);
  });

  test('at 60%, nobody is held from Monday to Friday; of those ready at a weekend about 60% leave that day, the others on Monday at 00:00', () => {
    const busy = overTheWeekend(0.6, {
      days: 140,
      holidays: [84],
      arrivals: [
        {
          ...listed(pathways, []),
          arrivals: flow(60),
          mix: [
            { pathway: 'P0', share: always(0), acuteStay: fixed(1) },
            { pathway: 'P1', share: always(1), acuteStay: { shape: 'exponential', mean: 3, sd: 3 } },
          ],
        },
      ],
    });
    const log = eventLog(busy).filter(({ what }) => what === 'await working day' || what === 'release');
    const waits = log
      .filter(({ what }) => what === 'await working day')
      .flatMap(({ person: who, time }) => {
        const gone = log.find((it) => it.person === who && it.what === 'release')?.time;
        return gone === undefined ? [] : [{ day: Math.floor(time), time, gone }];
      });
    const rest = ({ day }: { day: number }) => day % 7 >= 5 || day === 84; // day 84 is a Monday
    expect(waits.filter((it) => !rest(it)).every(({ time, gone }) => gone === time)).toBe(true);
    const weekend = waits.filter(rest);
    const held = weekend.filter(({ time, gone }) => gone > time);
    expect(weekend.length).toBeGreaterThan(2000);
    const share = 1 - held.length / weekend.length;
    expect(Math.abs(share - 0.6)).toBeLessThan(4 * Math.sqrt((0.6 * 0.4) / weekend.length));
    const next = (day: number) => (day === 82 || day === 83 || day === 84 ? 85 : day + (7 - (day % 7)));
    expect(held.every(({ day, gone }) => gone === next(day))).toBe(true);
  });
});

test('reason families follow one another, then comes the wait for a place: 1 + 0.5 days of process, 2.25 for capacity', () => {
  const two = [pathway('P0'), pathway('P2', 'step-down')];
  const { whole } = answers(
    scenario({
      pathways: two,
      services: [beds('step-down', 1)],
      processDelay: {
        families: [
          { name: 'hospital', label: 'hospital', pathways: ['P2'], delay: fixed(1) },
          { name: 'hub', label: 'hub', pathways: ['P2', 'P0'], delay: fixed(0.5) },
        ],
        weekend: null,
      },
      // The first is ready at 0.5, referred at 2 and in the bed to 7; the second is ready at 3.25, referred at 4.75, waits to 7.
      // The third, Pathway 0, is ready at 11.5 and leaves at 12: half a day of process over one midnight.
      arrivals: [
        listed(two, [person(0, 'P2', 0.5, { 'step-down': 5 }), person(1.25, 'P2', 2, { 'step-down': 5 }), person(10.5, 'P0', 1)]),
      ],
    }),
  );
  expect(whole('delay-process')).toBe((1.5 + 1.5 + 0.5) / 3);
  expect(whole('delay-capacity')).toBe((0 + 2.25 + 0) / 3);
  expect(whole('delay-exact')).toBe((1.5 + 3.75 + 0.5) / 3);
  expect(whole('delay-mean')).toBe((2 + 4 + 1) / 3);
  expect(whole('bed-days-delayed-process')).toBe(3.5);
  expect(whole('bed-days-delayed-capacity')).toBe(2.25);
  expect(whole('no-criteria-to-reside')).toBe((2 + 4 + 1) / 28); // midnights 1, 2; 4, 5, 6, 7; 12
});
