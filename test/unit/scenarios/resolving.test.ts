import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { filesOnDisk } from '../../../data/files-on-disk.ts';
import { labelled } from '../../../cli/labelled.ts';
import { readScenario } from '../../../scenarios/index.ts';
import { journeys, measureOptions } from '../../../sim/index.ts';
import { MEASURES } from './measures.ts';
import { good, mistakesOf, read } from './reading.ts';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

test('the Coventry winter as the model takes it', async () => {
  const { scenario, warnings, inputs } = await readScenario(file('files/coventry-winter.yaml'), {
    files: filesOnDisk,
    measures: MEASURES,
  });
  expect(scenario).toMatchObject({
    start: '2017-10-01',
    warmUpDays: 182,
    days: 182,
    population: 'all adults',
    run: { replications: 100, seed: '2017' },
  });
  expect(scenario.hospitals).toEqual([
    {
      name: 'UHCW',
      label: 'UHCW',
      beds: [{ from: 0, value: 'unlimited' }],
      waitingLimit: 'unlimited',
      readyHours: null,
      leavingHours: null,
    },
  ]);
  expect(scenario.holidays).toContain(182 + 85);
  expect(scenario.services).toMatchObject([
    {
      kind: 'hours',
      commissioned: [
        { from: 0, value: 1850 },
        { from: 243, value: 2095 },
      ],
      packages: [{ hours: [20], longest: 42 }],
      flex: 0,
      price: { amount: 19, per: 'hour' },
    },
    { kind: 'beds', beds: [{ from: 0, value: 83 }], packages: [{ stay: { shape: 'lognormal', mean: 28, sd: 28 * 0.6 } }] },
    {
      kind: 'placements',
      starts: [{ from: 0, value: 30 }],
      leadTime: { shape: 'exponential', mean: 4, sd: 4 },
      carryOver: false,
    },
    { kind: 'placements', starts: [{ from: 0, value: 9 }] },
  ]);
  expect(scenario.services[1]).toMatchObject({
    outcomes: [{ next: null }, { next: 'home-care' }, { next: 'care-home' }, { name: 'readmitted', next: null }],
  });
  expect(scenario.processDelay).toEqual({
    families: [{ name: 'hub', label: 'hub', pathways: ['P1', 'P2', 'P3'], delay: { shape: 'exponential', mean: 0.8, sd: 0.8 } }],
    weekend: { pathways: ['P1', 'P2', 'P3'], leaveAt: [{ from: 0, value: 0.6 }] },
  });
  expect(scenario.ambitions).toEqual([
    {
      name: 'delayed-days-q4',
      label: 'delayed-days-q4',
      measure: 'bed-days-delayed',
      scope: 'all',
      months: ['2018-01', '2018-02', '2018-03'],
      over: 'together',
      direction: 'at most',
      target: 3433,
      source: '[COV-17] table 11',
    },
  ]);
  expect(warnings).toEqual([]);
  expect(inputs[0]).toMatchObject({
    file: 'coventry-winter.yaml',
    bytes: readFileSync(file('files/coventry-winter.yaml')).length,
  });
});

test('the scenario to start from can be run', async () => {
  const { scenario, warnings } = await readScenario(file('../../../scenarios/templates/start.yaml'), {
    files: filesOnDisk,
    measures: MEASURES,
  });
  expect(warnings).toEqual([]);
  expect(scenario.ambitions[0]?.months).toEqual(['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03']);
});

test('the county of three hospitals to start from can be run, and explained by its labels', async () => {
  const { scenario, warnings } = await readScenario(file('../../../scenarios/templates/three-hospitals.yaml'), {
    files: filesOnDisk,
    measures: measureOptions(),
  });
  expect(warnings).toEqual([]);
  expect(scenario.hospitals.map(({ name }) => name)).toEqual(['North-General', 'South-Infirmary', 'Over-the-border']);
  const titles = journeys(labelled(scenario)).map(({ title }) => title);
  expect(titles).toContain('North General, North, Pathway 1, home with support → Homefirst North → no support needed');
  expect(titles).toContain(
    'Hospital over the border, South, Pathway 1, home with support → Homefirst Middle and South → no support needed',
  );
  expect(titles.filter((title) => title.startsWith('Hospital over the border, North'))).toEqual([]);
});

test('a lognormal stay given by its median has that median', async () => {
  const { scenario } = await read(good());
  const stay = scenario.arrivals[0]?.mix[0]?.acuteStay;
  // Median of a lognormal: mean / sqrt(1 + cv²).
  expect((stay?.mean ?? 0) / Math.sqrt(1 + ((stay?.sd ?? 0) / (stay?.mean ?? 1)) ** 2)).toBeCloseTo(3, 12);
});

describe('referrals', () => {
  test('to a service enter a pathway made for it, which reports as the national pathway of its kind', async () => {
    const { scenario } = await read(
      good('referrals:\n  step-up: {to: homefirst, arrivals: 22/week}\n  other: {to: homefirst, arrivals: 1/day}\n'),
    );
    expect(scenario.pathways.at(-1)).toEqual({
      name: 'referred to homefirst',
      label: 'Referred to homefirst',
      reportsAs: 'P1',
      route: ['homefirst'],
    });
    expect(scenario.pathways).toHaveLength(3);
    expect(scenario.arrivals[1]).toMatchObject({
      enters: { pathway: 'referred to homefirst' },
      arrivals: { perDay: 22 / 7 },
      mix: [{ pathway: 'referred to homefirst', acuteStay: null }],
    });
  });

  test('to a pathway enter that pathway', async () => {
    const { scenario } = await read(good('referrals:\n  step-up: {to: P1, arrivals: 22/week}\n'));
    expect(scenario.arrivals[1]).toMatchObject({ enters: { pathway: 'P1' } });
    expect(scenario.pathways).toHaveLength(2);
  });
});

test('a hospital may differ from the rest in shares and stays', async () => {
  const { scenario } = await read(
    good('').replace(
      'beds: 300 beds}',
      'beds: 300 beds}\n  Other: {admissions: 7/week, pathways: {P0: {share: 70%}, P1: {share: 30%, acute-stay: {fixed: 2 days}}}}',
    ),
  );
  expect(scenario.arrivals[1]).toMatchObject({ name: 'Other', arrivals: { perDay: 1 } });
  expect(scenario.arrivals[1]?.mix).toMatchObject([
    { pathway: 'P0', share: [{ value: 0.7 }], acuteStay: { shape: 'lognormal' } },
    { pathway: 'P1', share: [{ value: 0.3 }], acuteStay: { shape: 'fixed', mean: 2, sd: 0 } },
  ]);
});

test('profiles have mean 1, and 15 January is 14 days after 1 January', async () => {
  const { scenario } = await read(
    good().replace(
      'beds: 300 beds',
      'weekday-profile: {mon: 2, tue: 2, wed: 2, thu: 2, fri: 2, sat: 2, sun: 2}, season: {amplitude: 12%, peak-day: 15 January}, trend: 3% a year',
    ),
  );
  expect(scenario.arrivals[0]?.arrivals).toMatchObject({
    weekday: [1, 1, 1, 1, 1, 1, 1],
    season: { amplitude: 0.12, peakDay: 14 },
    trendPerYear: 0.03,
  });
});

test('monthly factors need all twelve months', async () => {
  const months = 'jan: 3, feb: 1, mar: 1, apr: 1, may: 1, jun: 1, jul: 1, aug: 1, sep: 1, oct: 1, nov: 1';
  const season = (dec: string) => good().replace('beds: 300 beds', `season: {monthly: {${months}${dec}}}`);
  const { scenario } = await read(season(', dec: 11'));
  expect(scenario.arrivals[0]?.arrivals).toMatchObject({
    season: { monthly: [1.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 5.5] },
  });
  expect(await mistakesOf(season(''))).toMatchObject([{ path: 'hospitals.General.season.monthly.dec' }]);
});

describe('ambitions', () => {
  const ambition = async (text: string) => (await read(good(`ambitions: {a: ${text}}\n`))).scenario.ambitions[0];
  test.each([
    [
      '{measure: on-ready-date, each-month: yes, at least: 90%}',
      { over: 'each', months: ['2021-10', '2021-11', '2021-12'], target: 0.9, direction: 'at least', scope: 'all' },
    ],
    [
      '{measure: waiting, of: homefirst, at most: 5.5 people}',
      { over: 'together', months: null, target: 5.5, scope: 'service:homefirst' },
    ],
    [
      '{measure: no-criteria-to-reside, of: General, in: 2022-01, at most: 38 people}',
      { over: 'each', months: ['2022-01'], scope: 'hospital:General' },
    ],
    ['{measure: no-criteria-to-reside, of: "pathway:P1", at most: 38 people}', { scope: 'pathway:P1' }],
    [
      '{measure: cost-used, sum-of: [2021-10, 2021-11], at most: "£200,000"}',
      { over: 'together', months: ['2021-10', '2021-11'], target: 200_000 },
    ],
    [
      '{measure: on-ready-date, over: [2021-10, 2021-11], at least: 90%}',
      { over: 'together', months: ['2021-10', '2021-11'], target: 0.9 },
    ],
    ['{measure: hours-over-delivered, of: homefirst, at most: "81,000 h"}', { target: 81_000 }],
  ])('%s', async (text, expected) => {
    expect(await ambition(text)).toMatchObject(expected);
  });
});

test('each month by itself means whole months: a month of one day is no month', async () => {
  const over = async (period: string) => {
    const { scenario, warnings } = await read(
      good('ambitions: {a: {measure: on-ready-date, each-month: yes, at least: 90%, example: yes}}\n').replace(
        /period: .*/,
        `period: ${period}`,
      ),
    );
    return {
      months: scenario.ambitions[0]?.months,
      example: scenario.ambitions[0]?.example,
      said: warnings.filter(({ kind }) => kind === 'part-of-a-month').map(({ text }) => text),
    };
  };
  expect(await over('{start: 2021-11-30, length: 62 days}')).toEqual({
    months: ['2021-12'],
    example: true,
    said: ['The ambition a counts whole months: 2021-11 (1 of 30 days) and 2022-01 (30 of 31 days) are left out.'],
  });
  expect(await over('{start: 2021-10-01, length: 92 days}')).toMatchObject({
    months: ['2021-10', '2021-11', '2021-12'],
    said: [],
  });
  expect(await over('{start: 2021-10-10, length: 30 days}')).toMatchObject({
    months: ['2021-10', '2021-11'],
    said: [
      'No whole month is in the period: the ambition a counts the part of 2021-10 (22 of 31 days) and 2021-11 (8 of 30 days).',
    ],
  });
});

describe('warnings', () => {
  test('of a stay, by its limit or its mean, that is longer than all that is simulated', async () => {
    const texts = async (longest: string) =>
      (await read(good().replace('longest: 6 weeks', longest))).warnings.map(({ text }) => text);
    expect(await texts('longest: 110 days')).toEqual([]);
    expect(await texts('longest: 16 weeks')).toEqual([
      'The longest stay in homefirst (112 days) is longer than the warm-up and the period together (110 days): those who stay that long are never seen to leave.',
    ]);
  });

  test('50/45/4/1 on all adults', async () => {
    const split = `d2a: 1
name: Split
period: {start: 2021-10-01, end: 2021-10-31}
hospitals: {General: {admissions: 40/day}}
pathways:
  P0: {share: 50%, acute-stay: {fixed: 1 day}}
  P1: {share: 45%, acute-stay: {fixed: 1 day}, route: [a]}
  P2: {share: 4%, acute-stay: {fixed: 1 day}, route: [a]}
  P3: {share: 1%, acute-stay: {fixed: 1 day}, route: [a]}
services: {a: {kind: beds, beds: unlimited, stay: {fixed: 1 day}}}
`;
    expect((await read(split)).warnings.map((warning) => warning.kind)).toEqual(['split-of-65-and-over']);
    expect((await read(`${split}population: 65+\n`)).warnings).toEqual([]);
    expect((await read(split)).scenario.days).toBe(31);
  });

  test('months of which only a part is counted', async () => {
    const { warnings } = await read(
      good('ambitions: {a: {measure: bed-days-delayed, sum-of: [2021-12, 2022-01], at most: 5 days}}\n'),
    );
    expect(warnings).toEqual([
      { kind: 'part-of-a-month', text: 'The ambition a counts 2022-01, of which only a part is in the period.' },
    ]);
  });

  test('services nobody comes to, outcomes nearly named as a service', async () => {
    const { warnings } = await read(good().replace('home-care: 12%', 'home-cares: 12%'));
    expect(warnings.map((warning) => warning.kind)).toEqual(['unused-service', 'outcome-like-service']);
  });
});
