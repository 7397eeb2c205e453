import { describe, expect, test } from 'vitest';
import { good, mistakesOf, read } from './reading.ts';

/** Simulated day 0 is 21 September 2021: 1 November is day 41. The period is 1 October 2021 to 8 January 2022. */
const HOURS = 'services.homefirst.commissioned';

async function hours(changes: string, extra = ''): Promise<unknown> {
  const { scenario } = await read(good(`${extra}changes:\n${changes}`));
  return scenario.services[0]?.kind === 'hours' ? scenario.services[0].commissioned : null;
}

const problems = async (changes: string, extra = '') =>
  (await mistakesOf(good(`${extra}changes:\n${changes}`))).map(({ problem }) => problem);

describe('a change after another', () => {
  const first = '  first: {from: 2021-11-01, hospitals.General.beds: +10 beds}\n';

  test('starts on the same day, or a wait later, and moves when the other moves', async () => {
    expect(await hours(`${first}  a: {after: first, ${HOURS}: +250 h/week}`)).toEqual([
      { from: 0, value: 1750 },
      { from: 41, value: 2000 },
    ]);
    expect(await hours(`${first}  a: {after: first, wait: 4 weeks, ${HOURS}: +250 h/week}`)).toEqual([
      { from: 0, value: 1750 },
      { from: 69, value: 2000 },
    ]);
    expect(await hours(`${first.replace('11-01', '11-02')}  a: {after: first, wait: 4 weeks, ${HOURS}: +250 h/week}`)).toEqual([
      { from: 0, value: 1750 },
      { from: 70, value: 2000 },
    ]);
  });

  test('that is a ramp waits for its last step', async () => {
    const ramp = first.replace('beds}', 'beds, ramp: {over: 4 weeks, every: 1 week}}');
    expect(await hours(`${ramp}  a: {after: first, ${HOURS}: +250 h/week}`)).toEqual([
      { from: 0, value: 1750 },
      { from: 41 + 21, value: 2000 },
    ]);
  });

  test('may stand before it in the file', async () => {
    expect(await hours(`  a: {after: first, wait: 1 day, ${HOURS}: +250 h/week}\n${first}`)).toEqual([
      { from: 0, value: 1750 },
      { from: 42, value: 2000 },
    ]);
  });

  test('that does not exist, waits for it in turn, comes and goes, or comes too late is refused', async () => {
    const waiting = (name: string, more = '') => `  a: {after: ${name}${more}, ${HOURS}: +250 h/week}\n`;
    expect(await problems(first + waiting('frist'))).toEqual(['There is no change of this name.']);
    expect(await problems(`${waiting('b')}  b: {after: c, ${HOURS}: +1 h/week}\n  c: {after: a, ${HOURS}: +1 h/week}`)).toEqual([
      'Changes wait for one another in a circle: a → b → c → a.',
    ]);
    expect(await problems(`  first: {during: christmas, hospitals.General.beds: +10 beds}\n${waiting('first')}`)).toEqual([
      'first comes and goes with the calendar: there is no one day after which it is in force.',
    ]);
    expect(await problems(first + waiting('first', ', wait: 10 weeks'))).toEqual([
      'This change would start on 10 January 2022, after the period of the scenario.',
    ]);
  });
});

describe('a ramp', () => {
  test('of 100 hours over four weeks is 25 more each week', async () => {
    expect(await hours(`  a: {from: 2021-11-01, ramp: {over: 4 weeks, every: 1 week}, ${HOURS}: +100 h/week}`)).toEqual([
      { from: 0, value: 1750 },
      { from: 41, value: 1775 },
      { from: 48, value: 1800 },
      { from: 55, value: 1825 },
      { from: 62, value: 1850 },
    ]);
  });

  test('of a percentage goes up in equal parts of it, and ends where the change ends', async () => {
    expect(await hours(`  a: {from: 2021-11-01, to: 2021-11-12, ramp: {over: 2 weeks, every: 1 week}, ${HOURS}: -20%}`)).toEqual([
      { from: 0, value: 1750 },
      { from: 41, value: 1575 },
      { from: 48, value: 1400 },
      { from: 53, value: 1750 },
    ]);
  });

  test('of a value, or one that ends inside a step, is refused', async () => {
    expect(await problems(`  a: {from: 2021-11-01, ramp: {over: 4 weeks, every: 1 week}, ${HOURS}: 2000 h/week}`)).toEqual([
      'A ramp brings in an addition or a percentage step by step; a value has no steps.',
    ]);
    expect(await problems(`  a: {from: 2021-11-01, ramp: {over: 4 weeks, every: 3 weeks}, ${HOURS}: +20%}`)).toEqual([
      'The ramp does not end with a whole step.',
    ]);
  });
});

describe('days by name', () => {
  const named = 'calendar:\n  holidays: ["2021-10-25 to 2021-10-29", 2021-12-20]\n';

  test('are every stretch of the name inside the period', async () => {
    expect(await hours(`  a: {during: holidays, ${HOURS}: -20%}`, named)).toEqual([
      { from: 0, value: 1750 },
      { from: 34, value: 1400 },
      { from: 39, value: 1750 },
      { from: 90, value: 1400 },
      { from: 91, value: 1750 },
    ]);
  });

  test('Christmas is 24 December to 2 January, and bank holidays are known', async () => {
    expect(await hours(`  a: {during: christmas, ${HOURS}: -20%}`)).toEqual([
      { from: 0, value: 1750 },
      { from: 94, value: 1400 },
      { from: 104, value: 1750 },
    ]);
    // 27 and 28 December (for 25 and 26) and 3 January.
    // 25 to 28 December 2021 (Christmas Day and Boxing Day at a weekend, and their substitutes), 1 January, and 3 January for it.
    expect(await hours(`  a: {during: bank-holidays, ${HOURS}: -20%}`)).toEqual(
      [
        [0, 1750],
        [95, 1400],
        [99, 1750],
        [102, 1400],
        [103, 1750],
        [104, 1400],
        [105, 1750],
      ].map(([from, value]) => ({ from, value })),
    );
  });

  test('of the scenario go before those built in', async () => {
    expect(await hours(`  a: {during: christmas, ${HOURS}: -20%}`, 'calendar: {christmas: 2021-12-25}\n')).toEqual([
      { from: 0, value: 1750 },
      { from: 95, value: 1400 },
      { from: 96, value: 1750 },
    ]);
  });

  test('that are unknown, outside the period or not days are refused', async () => {
    expect(await problems(`  a: {during: holiday, ${HOURS}: -20%}`, named)).toEqual(['No days of this name are known.']);
    expect(await problems(`  a: {during: later, ${HOURS}: -20%}`, 'calendar: {later: 2023-01-01}\n')).toEqual([
      'No day of later is in the period of the scenario.',
    ]);
    expect(await problems(`  a: {during: odd, ${HOURS}: -20%}`, 'calendar: {odd: [2021-12-05 to 2021-12-01]}\n')).toEqual([
      'This stretch ends (1 December 2021) before it starts (5 December 2021).',
    ]);
  });
});

test('a change says in one way when it is', async () => {
  expect(await problems(`  a: {${HOURS}: -20%}`)).toEqual(['`from` is missing.']);
  expect(await problems(`  a: {from: 2021-11-01, during: christmas, ${HOURS}: -20%}`)).toEqual([
    'Only one of `from`, `during` can be said.',
  ]);
  expect(await problems(`  a: {from: 2021-11-01, wait: 2 weeks, ${HOURS}: -20%}`)).toEqual(['`wait` goes with `after`.']);
  expect(await problems(`  a: {during: christmas, to: 2021-12-28, ${HOURS}: -20%}`)).toEqual([
    '`to` does not go with `during`: the calendar says from when to when.',
  ]);
});
