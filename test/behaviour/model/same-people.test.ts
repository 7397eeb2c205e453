import { describe, expect, test } from 'vitest';
import { compare } from '../../../sim/experiment/compare.ts';
import { eventLog, type LoggedEvent } from '../../../sim/flow/event-log.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import {
  always,
  answers,
  beds,
  exponential,
  experimentOn,
  fixed,
  flow,
  hospital,
  hours,
  listed,
  MONDAY_TO_FRIDAY,
  pathway,
  placements,
  scenario,
} from './small.ts';

const pathways = [pathway('P0'), pathway('P1', 'home'), pathway('P2', 'step-down'), pathway('P3', 'care-home')];
const shares = (...of: number[]) =>
  pathways.map(({ name }, i) => ({ pathway: name, share: always(of[i] as number), acuteStay: exponential(3 + i) }));
const outcomes = [
  { name: 'home', share: always(0.6), next: null, readmittedTo: null },
  { name: 'care', share: always(0.4), next: 'care-home', readmittedTo: null },
];

/** Everything unlimited: what happens to people depends on their luck alone. */
const free = scenario({
  warmUpDays: 7,
  pathways,
  services: [
    hours('home', 'unlimited', { stay: exponential(15) }),
    beds('step-down', 'unlimited', { stay: exponential(20), longest: 42, outcomes }),
    placements('care-home', 'unlimited', { leadTime: exponential(2) }),
  ],
  processDelay: {
    families: [{ name: 'hub', label: 'hub', pathways: ['P1', 'P2', 'P3'], delay: exponential(1) }],
    weekend: { pathways: ['P1', 'P2', 'P3'], leaveAt: always(0.6) },
  },
  arrivals: [{ ...listed(pathways, []), name: 'UHCW', arrivals: flow(8), mix: shares(0.4, 0.3, 0.2, 0.1) }],
});
const changed = (more: Partial<Scenario>): Scenario => ({ ...free, ...more });
const stream = (arrivals: Partial<Parameters<typeof flow>[1]>, mix = shares(0.4, 0.3, 0.2, 0.1)) => [
  { ...listed(pathways, []), name: 'UHCW', arrivals: flow(8, arrivals), mix },
];

function people(it: Scenario): Map<number, LoggedEvent[]> {
  const found = new Map<number, LoggedEvent[]>();
  for (const event of eventLog(it)) found.set(event.person, [...(found.get(event.person) ?? []), event]);
  return found;
}

/** Each person's whole story as one text, without the number. */
const stories = (it: Scenario) =>
  [...people(it).values()].map((events) => events.map(({ time, what, where }) => `${time} ${what} ${where}`).join('; '));
const arrivals = (it: Scenario) => [...people(it)].map(([who, events]) => [who, events[0]?.time]);

/** Who needs what, and for how long, by person: durations to 1e-9 for those whose story is complete. */
function luck(it: Scenario): Map<number, string> {
  const told = [...people(it)].flatMap(([who, events]): [number, string][] => {
    const at = (what: string, where: string) =>
      events.find((event) => event.what === what && event.where === where)?.time ?? Number.NaN;
    const clinical = at('ready', 'acute') - at('clinical stay', 'acute');
    const stay = at('release', 'step-down') - at('stay', 'step-down');
    const outcome = events.find(({ what }) => what === 'leave')?.where;
    return outcome === undefined || events.some(({ where }) => where === 'care-home')
      ? []
      : [[who, `${clinical.toFixed(9)} ${stay.toFixed(9)} ${outcome}`]];
  });
  return new Map(told);
}

describe('the same people come whatever is changed for them', () => {
  const few: Scenario['services'] = [
    hours('home', 400, { stay: exponential(15) }),
    beds('step-down', 20, { stay: exponential(20), longest: 42, outcomes, price: { amount: 100, per: 'bed-day', year: null } }),
    placements('care-home', 6, { leadTime: exponential(2), accepts: { weekdays: MONDAY_TO_FRIDAY, holidays: false } }),
  ];

  test('fewer hours, beds and starts, and prices: same arrivals, same stays, same needs and outcomes', () => {
    const scarce = changed({ services: few });
    expect(arrivals(scarce)).toEqual(arrivals(free));
    const before = luck(free);
    const after = luck(scarce);
    expect(after.size).toBeGreaterThan(100);
    for (const [who, told] of after) expect(told).toBe(before.get(who));
    expect(stories(scarce)).not.toEqual(stories(free));
  });

  test('a front door that is full changes when people come in, not who comes', () => {
    expect(arrivals(changed({ hospitals: [hospital(10)] }))).toEqual(arrivals(free));
  });

  test('another split: same arrivals, and whoever keeps the pathway keeps the whole story', () => {
    const split = changed({ arrivals: stream({}, shares(0.5, 0.2, 0.2, 0.1)) }); // some of Pathway 1 become Pathway 0, all others stay
    expect(arrivals(split)).toEqual(arrivals(free));
    const before = new Set(stories(free).filter((story) => story.includes('step-down') || story.includes('care-home')));
    const after = new Set(stories(split).filter((story) => story.includes('step-down') || story.includes('care-home')));
    expect(after).toEqual(before);
  });

  test('longer stays: same arrivals and same pathways', () => {
    const longer = changed({ services: [hours('home', 'unlimited', { stay: exponential(30) }), ...free.services.slice(1)] });
    expect(arrivals(longer)).toEqual(arrivals(free));
    expect(stories(longer).filter((story) => !story.includes('home;') && !story.includes('stay home'))).toEqual(
      stories(free).filter((story) => !story.includes('home;') && !story.includes('stay home')),
    );
  });

  test('one more service that nobody of them needs: the same stories to the digit', () => {
    expect(stories(changed({ services: [beds('other', 3, { leadTime: fixed(1) }), ...free.services] }))).toEqual(stories(free));
  });
});

describe('surges and falls', () => {
  const surge = changed({
    arrivals: stream({
      factor: [
        { from: 0, value: 1 },
        { from: 14, value: 1.5 },
        { from: 21, value: 1 },
      ],
    }),
  });
  const fall = changed({
    arrivals: stream({
      factor: [
        { from: 0, value: 1 },
        { from: 14, value: 0.5 },
        { from: 21, value: 1 },
      ],
    }),
  });
  const usual = new Set(stories(free));
  const cameAt = (story: string) => Number.parseFloat(story);

  test('a surge adds people in its days and leaves everybody else exactly the same', () => {
    const all = new Set(stories(surge));
    for (const story of usual) expect(all.has(story)).toBe(true);
    const added = [...all].filter((story) => !usual.has(story));
    expect(added.length).toBeGreaterThan(10); // 28 expected
    expect(added.every((story) => cameAt(story) >= 14 && cameAt(story) < 21)).toBe(true);
  });

  test('a fall removes people in its days and leaves everybody else exactly the same', () => {
    const left = stories(fall);
    expect(left.every((story) => usual.has(story))).toBe(true);
    const gone = [...usual].filter((story) => !left.includes(story));
    expect(gone.length).toBeGreaterThan(10); // 28 expected
    expect(gone.every((story) => cameAt(story) >= 14 && cameAt(story) < 21)).toBe(true);
  });

  test('the people of a surge are others: doubled, no two arrive at one time or have the same stay', () => {
    const doubled = changed({ arrivals: stream({ factor: always(2) }) });
    const times = arrivals(doubled).map(([, time]) => time);
    expect(new Set(times).size).toBe(times.length);
    const stays = [...luck(doubled).values()].map((told) => told.split(' ')[0]);
    expect(new Set(stays).size).toBeGreaterThan(stays.length * 0.99);
  });

  test('whom a fall removes has nothing to do with when they come: gaps before those removed are as long as any', () => {
    const long = { warmUpDays: 0, days: 300 };
    const all = arrivals(changed({ ...long })).map(([, time]) => time as number);
    const kept = new Set(arrivals(changed({ ...long, arrivals: stream({ factor: always(0.5) }) })).map(([, time]) => time));
    const gaps = all.map((time, i) => ({ gap: time - (all[i - 1] ?? 0), kept: kept.has(time) }));
    const removed = gaps.filter((it) => !it.kept);
    expect(Math.abs(removed.length / all.length - 0.5)).toBeLessThan(2 / Math.sqrt(all.length));
    const meanGap = removed.reduce((sum, { gap }) => sum + gap, 0) / removed.length;
    expect(Math.abs(meanGap * 8 - 1)).toBeLessThan(4 / Math.sqrt(removed.length));
  });

  test('a deeper fall removes the same people and more', () => {
    const deeper = new Set(
      stories(
        changed({
          arrivals: stream({
            factor: [
              { from: 0, value: 1 },
              { from: 14, value: 0.2 },
              { from: 21, value: 1 },
            ],
          }),
        }),
      ),
    );
    expect([...deeper].every((story) => stories(fall).includes(story))).toBe(true);
  });
});

test('the difference of a scenario with itself is exactly 0 in every measure', async () => {
  const run = { replications: 3, seed: '7' };
  const results = await experimentOn([changed({ run }), changed({ run, name: 'again' })]);
  const comparison = compare(results);
  expect(comparison.paired).toBe(true);
  const differences = comparison.rows.flatMap((row) => row.differences.flatMap((it) => (it === null ? [] : [it])));
  expect(differences.length).toBeGreaterThan(50);
  for (const it of differences) expect([it.mean, ...(it.interval ?? [0])].every((value) => value === 0)).toBe(true);
});

test('other replications and other seeds are other winters', () => {
  expect(answers(free, 'native', 2).daily('admissions')).not.toEqual(answers(free).daily('admissions'));
  expect(stories(changed({ run: { replications: 1, seed: '2' } }))).not.toEqual(stories(free));
});

test('arrivals are Poisson: over 150 winters the count of four weeks has mean and variance 8 x 28', () => {
  const doors = changed({
    warmUpDays: 0,
    pathways: [pathway('P0')],
    services: [],
    processDelay: { families: [], weekend: null },
    arrivals: [{ ...listed([pathway('P0')], []), arrivals: flow(8, { weekday: [1.4, 1.2, 1, 1, 1, 0.8, 0.6] }) }],
  });
  const counts = Array.from({ length: 150 }, (_, i) => answers(doors, 'native', i + 1).whole('admissions'));
  const mean = counts.reduce((a, b) => a + b) / counts.length;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
  expect(Math.abs(mean - 224)).toBeLessThan(4 * Math.sqrt(224 / 150));
  expect(Math.abs(variance / 224 - 1)).toBeLessThan(4 * Math.sqrt(2 / 149));
});
