import { describe, expect, it } from 'vitest';
import { eventLog } from '../../../sim/flow/event-log.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import type { Trigger } from '../../../sim/scenario/trigger.ts';
import { answers, beds, fixed, hospital, hours, listed, pathway, person, referral, referred, scenario } from './small.ts';

const stepDown: Trigger['opens'][number] = { place: 'service', name: 'step-down', units: 3 };
const waitingAbove = (above: number, nights: number, more: Partial<Trigger> = {}): Trigger => ({
  name: 'escalation',
  label: 'Escalation',
  when: { measure: 'waiting', of: 'step-down', above, nights },
  leadTime: 0,
  opens: [stepDown],
  until: null,
  ...more,
});

/** One bed for good; a person every noon from day 0, each for 100 days: at midnight 1 nobody waits, at 2 one, at 3 two … */
const queue = (trigger: Trigger, people = 4, more: Partial<Scenario> = {}): Scenario =>
  scenario({
    hospitals: [],
    pathways: [pathway('P2', 'step-down')],
    services: [beds('step-down', 1, { stay: fixed(100), price: { amount: 10, per: 'bed-day', year: null } })],
    arrivals: [
      referred(
        'P2',
        Array.from({ length: people }, (_, day) => referral(day + 0.5)),
      ),
    ],
    triggers: [trigger],
    ...more,
  });
const starts = (it: Scenario) =>
  eventLog(it)
    .filter(({ what }) => what === 'stay')
    .map(({ time }) => time);

describe('a trigger', () => {
  it('opens when more than one person has waited at two midnights in a row and the lead time is over: on day 6', () => {
    // Above 1 at midnights 3 and 4: decided on day 4, two days of arrangement.
    const it = queue(waitingAbove(1, 2, { leadTime: 2 }));
    expect(starts(it)).toEqual([0.5, 6, 6, 6]);
    const seen = answers(it);
    expect(seen.whole('trigger-opened', 'trigger:escalation')).toBe(1);
    expect(seen.whole('trigger-first-day', 'trigger:escalation')).toBe(6);
    expect(seen.whole('trigger-days-open', 'trigger:escalation')).toBe(22);
    expect(answers(it, 'simjs').whole('trigger-days-open', 'trigger:escalation')).toBe(22);
  });

  it('starts to count again when a midnight is not above the line', () => {
    // At midnight 2 and 4 one waits, but at 3 nobody: the second person leaves the bed on day 2.9.
    const calm = queue(waitingAbove(0, 2), 0, {
      services: [beds('step-down', 1)],
      arrivals: [
        referred('P2', [
          referral(0.5, { 'step-down': 1.6 }),
          referral(1.5, { 'step-down': 1.4 }),
          referral(3.4, { 'step-down': 1 }),
        ]),
      ],
    });
    expect(answers(calm).whole('trigger-opened', 'trigger:escalation')).toBe(0);
    expect(answers(calm).whole('trigger-first-day', 'trigger:escalation')).toBeNaN();
  });

  it('closes as places empty once nobody has waited at three midnights, and may open again', () => {
    // Opens on day 4 (above 1 at 3 and 4), all start; nobody waits at midnights 5, 6 and 7: closed on day 7.
    const again = [9, 10, 11].map((day) => referral(day + 0.5));
    const it = queue(waitingAbove(1, 2, { until: { below: 1, nights: 3 } }), 4, {
      arrivals: [referred('P2', [0, 1, 2, 3].map((day) => referral(day + 0.5)).concat(again))],
    });
    expect(
      eventLog(it)
        .filter(({ person: number }) => number === 0)
        .map(({ time, what }) => [time, what]),
    ).toEqual([
      [4, 'opens'],
      [7, 'closes'],
      [12, 'opens'],
    ]);
    // Four in four beds stay beyond the closing; on day 12 the three beds open again, but four people are in already: nobody starts.
    expect(starts(it)).toEqual([0.5, 4, 4, 4]);
    expect(answers(it).whole('trigger-openings', 'trigger:escalation')).toBe(2);
    expect(answers(it).care.observations.services[0]?.capacity.startsAboveCeiling).toBe(0);
  });

  it('is paid for: three beds for 24 days besides the one, at ten pounds a bed-day', () => {
    const seen = answers(queue(waitingAbove(1, 2)));
    expect(seen.whole('cost-commissioned', 'service:step-down')).toBe((28 + 3 * 24) * 10);
    expect(seen.whole('beds-open', 'service:step-down')).toBeCloseTo((28 + 3 * 24) / 28, 12);
  });

  it('looks at the people with no criteria to reside of all hospitals and opens acute beds', () => {
    // Ready at 1.5, no step-down bed: above 0 at midnight 2. The acute bed that opens lets the next person in, 1.8 days after coming;
    // from then on both beds are taken.
    const people = [person(0, 'P2', 1.5), person(0.2, 'P2', 1.5)];
    const open: Trigger = {
      name: 'ward',
      label: 'Ward',
      when: { measure: 'no-criteria-to-reside', of: null, above: 0, nights: 1 },
      leadTime: 0,
      opens: [{ place: 'hospital', name: 'acute', units: 1 }],
      until: null,
    };
    const it = scenario({
      hospitals: [hospital(1)],
      pathways: [pathway('P2', 'step-down')],
      services: [beds('step-down', 0)],
      arrivals: [listed([pathway('P2')], people)],
      triggers: [open],
    });
    expect(answers(it).whole('acute-wait-mean', 'hospital:acute') * 2).toBeCloseTo(1.8, 9);
    expect(answers(it).whole('acute-occupancy', 'hospital:acute')).toBeCloseTo(1, 9);
  });

  it('of hours adds its hours and the flex on top of them', () => {
    // 20 hours commissioned, 100% flex: two packages of 20. With 20 more, four.
    const more: Trigger = {
      name: 'hours',
      label: 'Hours',
      when: { measure: 'service-occupancy', of: 'home', above: 0.99, nights: 1 },
      leadTime: 0,
      opens: [{ place: 'service', name: 'home', units: 20 }],
      until: null,
    };
    const it = scenario({
      hospitals: [],
      pathways: [pathway('P1', 'home')],
      services: [hours('home', 20, { flex: 1, stay: fixed(100) })],
      arrivals: [
        referred(
          'P1',
          [0, 0, 0, 0, 0].map((day) => referral(day + 0.5)),
        ),
      ],
      triggers: [more],
    });
    expect(starts(it)).toEqual([0.5, 0.5, 1, 1]);
    expect(answers(it).whole('hours-commissioned', 'service:home')).toBeCloseTo((20 * 28 + 20 * 27) / 7, 9);
  });

  it('changes nothing for the people while its line is not crossed', () => {
    const quiet = answers(queue(waitingAbove(100, 1)));
    const { triggers: _, ...without } = queue(waitingAbove(100, 1));
    expect(quiet.daily('waiting', 'service:step-down')).toEqual(answers(without).daily('waiting', 'service:step-down'));
  });
});
