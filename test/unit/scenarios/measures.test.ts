import { describe, expect, test } from 'vitest';
import { measuresLike } from '../../../scenarios/checks/measures-like.ts';
import { measureOptions } from '../../../sim/index.ts';
import { good, mistakesOf, read } from './reading.ts';

const OPTIONS = measureOptions();

const AMOUNT: Record<string, string> = {
  people: '5 people',
  days: '5 days',
  beds: '5 beds',
  places: '5 beds',
  hours: '5 h',
  share: '5%',
  '£': '£5',
};
const NAME = {
  all: 'all',
  hospital: 'General',
  place: 'north',
  pathway: 'P1',
  national: 'national P1',
  service: 'homefirst',
  group: 'homefirst',
};

test('every measure can be the subject of an ambition, in the unit of the table', async () => {
  const text = good(
    [
      'ambitions:',
      ...OPTIONS.map(({ measure, unit, scopes, better }) => {
        const direction = better === 'higher' ? 'at least' : 'at most';
        return `  ${measure}: {measure: ${measure}, of: ${NAME[scopes[0] ?? 'all']}, ${direction}: "${AMOUNT[unit]}"}`;
      }),
    ].join('\n'),
  );
  const anywhere = OPTIONS.map(({ hasIn: _has, ...option }) => option); // whether this plan has it is another question
  const { scenario, warnings } = await read(text, {}, [], anywhere);
  expect(scenario.ambitions.map(({ measure }) => measure)).toEqual(OPTIONS.map(({ measure }) => measure));
  expect(warnings).toEqual([]);
});

describe('a measure that is not there', () => {
  test.each([
    ['ncr', 'no-criteria-to-reside'],
    ['nctr', 'no-criteria-to-reside'],
    ['nights delayed', 'bed-days-delayed'],
    ['queue', 'wait-of-those-who-wait'],
    ['usual place of residence', 'usual-residence'],
    ['occupancy', 'acute-occupancy'],
  ])('%s brings up %s', (written, measure) =>
    expect(measuresLike(written, OPTIONS).map((one) => one.measure)).toContain(measure),
  );

  test.each([
    ['nctr-mean', 'no-criteria-to-reside'],
    ['delay-maen', 'delay-mean'],
    ['mean delay', 'delay-mean'],
    ['delayed-days', 'bed-days-delayed'],
    ['acute-queue', 'acute-waiting'],
  ])('%s: %s comes first, and at most three in all', (written, measure) => {
    const like = measuresLike(written, OPTIONS);
    expect(like[0]?.measure).toBe(measure);
    expect(like.length).toBeLessThanOrEqual(3);
  });

  test('none is suggested where none is near: nctr-mean brings up no other mean', () => {
    expect(measuresLike('nctr-mean', OPTIONS).every((one) => one.measure.startsWith('no-criteria-to-reside'))).toBe(true);
    expect(measuresLike('xyz', OPTIONS)).toEqual([]);
  });

  test('is told with titles, and where all are', async () => {
    const [mistake] = await mistakesOf(good('ambitions: {a: {measure: ncr, at most: 5 people}}\n'), {}, [], OPTIONS);
    expect(mistake?.allowed).toContain('`no-criteria-to-reside` (People with no criteria to reside)');
    expect(mistake?.allowed).toMatch(/all are listed under Measures in scenarios\/README\.md$/);
  });
});

test.each([
  [
    'on-ready-date, at most: 80%',
    'The ambition a is met where `on-ready-date` is at most its target, but higher is better: is `at least` meant?',
  ],
  [
    'delay-mean, at least: 2 days',
    'The ambition a is met where `delay-mean` is at least its target, but lower is better: is `at most` meant?',
  ],
  ['on-ready-date, at least: 80%', null],
  ['admissions, at least: 80 people', null],
])('a target the worst results would meet is warned of: %s', async (ambition, text) => {
  const { warnings } = await read(good(`ambitions: {a: {measure: ${ambition}}}\n`), {}, [], OPTIONS);
  expect(warnings).toEqual(text === null ? [] : [{ kind: 'ambition-the-wrong-way', text }]);
});
