import { expect, test } from 'vitest';
import { good, read } from './reading.ts';

const FILE = `d2a: 1
name: Places
population: 65+
period: {start: 2021-10-01, length: 100 days}
run: {warm-up: 10 days, replications: 2}
places:
  north: {label: The north}
  south: {pathways: {P1: {share: 30%}, P0: {share: 70%}}}
hospitals:
  General:
    admissions: 40/day
    residents: 50%
    places: {north: 60%, south: 40%}
    pathways: {P1: {share: 10%}, P0: {share: 90%}}
pathways:
  P0: {share: 80%, acute-stay: {mean: 6 days, median: 3 days, shape: lognormal}}
  P1: {share: 20%, acute-stay: {mean: 9 days, shape: gamma, sd: 3 days}, route: [homefirst]}
referrals:
  step-up: {to: homefirst, arrivals: 1/day, places: {south: 100%}}
services:
  homefirst: {kind: hours, commissioned: 1750 h/week, package: {hours: 12 h/week, stay: {mean: 20 days, shape: weibull, cv: 0.6}}}
changes:
  moved: {from: 2021-10-11, hospitals.General.places.north: 50%, hospitals.General.places.south: 50%}
  closer: {from: 2021-10-21, hospitals.General.residents: +10 points, hospitals.General.admissions: +50%}
`;

test('the split of a place comes before that of the hospital, which comes before that of all; the hospital’s is then the mean over places', async () => {
  const { scenario } = await read(FILE);
  const [general, stepUp] = scenario.arrivals;
  const at = (value: number, from = 0) => ({ from, value });
  expect(scenario.places).toEqual([
    { name: 'north', label: 'The north' },
    { name: 'south', label: 'south' },
  ]);
  expect(general?.livesIn).toEqual([
    { place: 'north', share: [at(0.6), at(0.5, 20)], pathways: [[at(0.9)], [at(0.1)]] },
    { place: 'south', share: [at(0.4), at(0.5, 20)], pathways: [[at(0.7)], [at(0.3)]] },
  ]);
  expect(general?.mix.map(({ share }) => share.map(({ from, value }) => [from, Number(value.toFixed(9))]))).toEqual([
    [
      [0, 0.82],
      [20, 0.8],
    ],
    [
      [0, 0.18],
      [20, 0.2],
    ],
  ]);
  expect(stepUp?.livesIn.map(({ share }) => share)).toEqual([[at(0)], [at(1)]]);
});

test('residents multiply admissions, and their change adds or removes people as a surge or a fall does', async () => {
  const { scenario } = await read(FILE);
  expect(scenario.arrivals[0]?.arrivals).toMatchObject({
    perDay: 20,
    factor: [
      { from: 0, value: 1 },
      { from: 30, value: (0.6 / 0.5) * 1.5 },
    ],
  });
});

test('in the one place there is, everybody lives', async () => {
  const { scenario } = await read(good('places: {county: {}}\n'));
  expect(scenario.arrivals[0]?.livesIn).toEqual([{ place: 'county', share: [{ from: 0, value: 1 }], pathways: null }]);
});

test('a list of people may say where they live, and then needs no shares', async () => {
  const text = FILE.replace(
    'admissions: 40/day\n    residents: 50%\n    places: {north: 60%, south: 40%}',
    'people: people.csv',
  ).replace(/changes:[\s\S]*/, '');
  const { scenario } = await read(text, { 'people.csv': 'arrive,place\n1,north\n2,south\n3,south\n4,south\n' });
  const [general] = scenario.arrivals;
  expect(general?.livesIn.map(({ share }) => share[0]?.value)).toEqual([0.25, 0.75]);
  expect(general?.arrivals.kind === 'list' && general.arrivals.people.map(({ place }) => place)).toEqual([
    'north',
    'south',
    'south',
    'south',
  ]);
});
