import { describe, expect, test } from 'vitest';
import { applied } from '../../../scenarios/units/change.ts';
import { good, mistakesOf, read } from './reading.ts';

/** The simulation starts 10 days before 1 October 2021: 1 November is day 41. */
const HOURS = 'services.homefirst.commissioned';

async function hours(changes: string): Promise<unknown> {
  const { scenario } = await read(good(`changes:\n${changes}`));
  return scenario.services[0]?.kind === 'hours' ? scenario.services[0].commissioned : null;
}

describe('a dated change', () => {
  test('holds from its first day to the end of its last day', async () => {
    expect(await hours(`  a: {from: 2021-11-01, to: 2021-11-02, ${HOURS}: 2000 h/week}`)).toEqual([
      { from: 0, value: 1750 },
      { from: 41, value: 2000 },
      { from: 43, value: 1750 },
    ]);
  });

  test('without a last day holds to the end', async () => {
    expect(await hours(`  a: {from: 2021-11-01, ${HOURS}: +250 h/week}`)).toEqual([
      { from: 0, value: 1750 },
      { from: 41, value: 2000 },
    ]);
  });

  test('on the last day of the period is still a change, and so is one that ends there', async () => {
    expect(await hours(`  a: {from: 2022-01-08, to: 2022-01-08, ${HOURS}: +250 h/week}`)).toEqual([
      { from: 0, value: 1750 },
      { from: 109, value: 2000 },
    ]);
  });

  test('over another: percentages multiply in the order written, a value replaces what came before', async () => {
    const overlapping = `  a: {from: 2021-10-02, ${HOURS}: -20%}
  b: {from: 2021-10-03, ${HOURS}: +10%}
  c: {from: 2021-10-04, ${HOURS}: 1000 h/week}
  d: {from: 2021-10-05, to: 2021-10-05, ${HOURS}: +50%}
`;
    expect(await hours(overlapping)).toEqual([
      { from: 0, value: 1750 },
      { from: 11, value: 1400 },
      { from: 12, value: 1540 },
      { from: 13, value: 1000 },
      { from: 14, value: 1500 },
      { from: 15, value: 1000 },
    ]);
  });

  test('can open without limit, and close to nothing', async () => {
    expect(await hours(`  a: {from: 2021-11-01, ${HOURS}: unlimited}`)).toEqual([
      { from: 0, value: 1750 },
      { from: 41, value: 'unlimited' },
    ]);
    expect(await hours(`  a: {from: 2021-11-01, ${HOURS}: -100%}`)).toEqual([
      { from: 0, value: 1750 },
      { from: 41, value: 0 },
    ]);
  });
});

test('admissions change relative to what they were', async () => {
  const { scenario } = await read(
    good(
      'changes:\n  a: {from: 2021-11-01, to: 2021-11-30, hospitals.General.admissions: +8%}\n  b: {from: 2021-11-16, hospitals.General.admissions: 50/day}\n',
    ),
  );
  expect(scenario.arrivals[0]?.arrivals).toMatchObject({
    perDay: 40,
    factor: [
      { from: 0, value: 1 },
      { from: 41, value: 1.08 },
      { from: 56, value: 1.25 },
    ],
  });
});

test('beds after a percentage are whole beds, rounded down', async () => {
  const { scenario } = await read(good('changes:\n  a: {from: 2021-11-01, hospitals.General.beds: -1.5%}\n'));
  expect(scenario.hospitals[0]?.beds).toEqual([
    { from: 0, value: 300 },
    { from: 41, value: 295 },
  ]);
});

test('shares of the pathways may move on a date as long as they sum to 100%', async () => {
  const shift = 'changes:\n  a: {from: 2021-11-01, pathways.P0.share: -5 points, pathways.P1.share: +5 points}\n';
  const { scenario } = await read(good(shift));
  expect(scenario.arrivals[0]?.mix.map((mix) => mix.share)).toEqual([
    [
      { from: 0, value: 0.8 },
      { from: 41, value: 0.75 },
    ],
    [
      { from: 0, value: 0.2 },
      { from: 41, value: 0.25 },
    ],
  ]);
  const own = await mistakesOf(
    good(shift.replace('pathways.P1', 'hospitals.General.pathways.P1').replace('+5 points', '+4 points')),
  );
  expect(own).toMatchObject([
    { problem: 'The shares of the pathways of General sum to 99% from 1 November 2021; they must sum to 100%.' },
  ]);
});

test('weekend working and outcomes change too', async () => {
  const { scenario } = await read(
    good(`process-delay: {weekend: {leave-at: 60%}}
changes:
  a:
    from: 2021-11-01
    process-delay.weekend.leave-at: 80%
    services.homefirst.outcomes.independent: 90%
    services.homefirst.outcomes.home-care: 10%
`),
  );
  expect(scenario.processDelay.weekend).toEqual({
    pathways: ['P1'],
    leaveAt: [
      { from: 0, value: 0.6 },
      { from: 41, value: 0.8 },
    ],
  });
  expect(scenario.services[0]).toMatchObject({
    outcomes: [
      { next: null },
      {
        next: 'home-care',
        share: [
          { from: 0, value: 0.12 },
          { from: 41, value: 0.1 },
        ],
      },
    ],
  });
});

test('nothing falls below zero', () => {
  expect(applied(5, [{ type: 'adds', value: -6 }])).toBeNull();
  expect(applied('unlimited', [{ type: 'times', value: 0.5 }])).toBe('unlimited');
});

test('a mean changes as a factor on the time drawn: in general, or in one hospital only', async () => {
  const change = (path: string) => good(`changes:\n  a: {from: 2021-11-01, ${path}: -30%}\n`);
  const factor = [
    { from: 0, value: 1 },
    { from: 41, value: 0.7 },
  ];
  const stays = async (path: string) =>
    (await read(change(path))).scenario.arrivals[0]?.mix.map(({ acuteStay }) => acuteStay?.factor);
  expect(await stays('pathways.P1.acute-stay.mean')).toEqual([undefined, factor]);
  expect(await stays('hospitals.General.pathways.P1.acute-stay.mean')).toEqual([undefined, factor]);
  const [homefirst] = (await read(change('services.homefirst.package.stay.mean'))).scenario.services;
  expect(homefirst?.kind === 'hours' && homefirst.packages[0]?.stay.factor).toEqual(factor);
});

test('the days a service accepts change on a date, as a list or in words', async () => {
  const days =
    'changes:\n  a: {from: 2021-11-01, services.homefirst.accepts.days: [mon, tue]}\n  b: {from: 2021-12-01, services.homefirst.accepts.days: every day, services.homefirst.accepts.bank-holidays: no}\n';
  const { scenario } = await read(good(days));
  const daily = [true, true, true, true, true, true, true];
  expect(scenario.services[0]?.acceptsFrom).toEqual([
    { from: 0, value: { weekdays: daily, holidays: true } },
    { from: 41, value: { weekdays: [true, true, false, false, false, false, false], holidays: true } },
    { from: 71, value: { weekdays: daily, holidays: false } },
  ]);
  expect(await mistakesOf(good(days.replace('[mon, tue]', 'weekdays').replace('holidays: no', 'holidays: +2')))).toMatchObject([
    { problem: 'These are not days of the week.', found: 'weekdays' },
    { problem: 'This word is not known here.', found: '+2' },
  ]);
});

test('flex changes on a date, to a percentage or to any delivery', async () => {
  const text = good(
    'changes: {cap: {from: 2021-11-01, services.homefirst.flex: 25%}, end: {from: 2021-12-01, services.homefirst.flex: unlimited}}\n',
  );
  expect((await read(text)).scenario.services[0]).toMatchObject({
    flex: 0,
    flexFrom: [
      { from: 0, value: 0 },
      { from: 41, value: 0.25 },
      { from: 71, value: 'unlimited' },
    ],
  });
  expect((await read(good())).scenario.services[0]).not.toHaveProperty('flexFrom');
});
