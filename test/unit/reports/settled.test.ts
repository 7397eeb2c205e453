import { describe, expect, test } from 'vitest';
import { warmUp } from '../../../reports/figures/warm-up.ts';
import { stressRecord } from '../../../reports/index.ts';
import { limitationsOf } from '../../../reports/words/limits.ts';
import { precisionSentences } from '../../../reports/words/precision.ts';
import { settledAtStart, slowestSentence, stillSettling } from '../../../reports/words/settled.ts';
import type { Result, WarmUp } from '../../../sim/result.ts';
import { winterResult } from '../../fixtures/winter-result.ts';

type Level = WarmUp['levels'][number];
const level = (more: Partial<Level>): Level => ({
  measure: 'waiting',
  scope: 'service:short-term-beds',
  means: Array.from({ length: 300 }, (_, day) => Math.min(day, 100) / 10),
  judged: true,
  settledAfter: 100,
  drift: { before: 9, after: 10, half: 4, clear: false },
  tooShort: false,
  settled: 'cannot tell',
  ...more,
});
const run = (more: Partial<WarmUp>): Result => ({
  ...winterResult(),
  warmUp: { days: 182, needed: [], settled: 'cannot tell', judgedUntil: 300, levels: [level({})], ...more },
});
const slow = { scope: 'service:short-term-beds', of: 'beds' as const, needed: 80.5, open: 83, days: 765 };
const titles = (result: Result): string[] => warmUp(result).map(({ title }) => title);

describe('whether a run had settled, in words', () => {
  test('a check that could have missed four people gives no comfort and says so', () => {
    const result = run({});
    expect(titles(result)[0]).toBe('The levels cannot tell whether 182 days of warm-up are long enough');
    const [figure] = warmUp(result);
    expect(figure?.notes[0]).toMatch(/^The check could not have seen a change of less than 4\.0 people in one level: .+\.$/);
    expect(figure?.table?.rows[0]?.slice(3)).toEqual([4, 100, 'Cannot be told: it may have changed by up to 5.0']);
    const steady = level({ drift: { before: 9.9, after: 10, half: 0.4, clear: false } });
    expect(warmUp(run({ levels: [steady] }))[0]?.table?.rows[0]?.at(-1)).toBe('Cannot be told: by its load it needs longer');
    expect(limitationsOf(result).join(' ')).toContain('Whether the warm-up is long enough cannot be told from this run');
    expect(stressRecord(result)).toContain('whether it was long enough cannot be told.');
    expect(stillSettling(result)).toBe(false);
  });

  test('a load that needs longer is the title, a limitation and in the record', () => {
    const result = run({ needed: [slow], settled: 'no' });
    expect(titles(result)[0]).toMatch(/^A warm-up of 26 weeks is too short: .+ takes about 110 weeks to settle$/);
    expect(warmUp(result)[0]?.table?.rows[0]?.slice(1)).toEqual([80.5, 83, 'beds', 80.5 / 83, 110, 'Longer than the warm-up']);
    expect(slowestSentence(result)).toMatch(/ takes about 110 weeks to settle from an empty start; the warm-up is 26 weeks$/);
    expect(limitationsOf(result).join(' ')).toContain('The warm-up is too short, so the waits shown depend on its length');
    expect(stressRecord(result)).toContain('it was too short; what is wanting is in 4.4.');
    expect(stillSettling(result)).toBe(true);
    expect(titles(result).join()).not.toContain('No sign');
  });

  test('only where loads and levels agree is there no sign', () => {
    const result = run({
      needed: [{ ...slow, days: 90 }],
      settled: 'yes',
      levels: [level({ settled: 'yes', drift: { before: 9.9, after: 10, half: 0.4, clear: false } })],
    });
    expect(titles(result).slice(0, 2)).toEqual([
      'By its load, nothing takes longer to settle than the 26 weeks of warm-up',
      'No sign that 182 days of warm-up are too short',
    ]);
    expect(limitationsOf(result).join(' ')).not.toContain('warm-up');
    expect(stressRecord(result)).toContain('it was long enough');
  });

  test('what never settles, and no warm-up at all', () => {
    const result = run({ days: 0, needed: [{ ...slow, needed: 90, days: null }], settled: 'no', judgedUntil: null, levels: [] });
    expect(titles(result)).toEqual([expect.stringMatching(/^There is no warm-up: .+ never settles$/)]);
    expect(slowestSentence(result)).toMatch(/ never settles; there is no warm-up$/);
  });

  test('a precision reached is of chance alone: over a warm-up that is too short it says so', () => {
    const precise = (settled: WarmUp['settled']) => {
      const result = run({ needed: settled === 'no' ? [slow] : [], settled: settled ?? 'cannot tell' });
      return precisionSentences({
        ...result,
        run: { ...result.run, precision: { asked: 0.05, atMost: 400, reachedAt: 40, on: [] } },
      }).join(' ');
    };
    expect(precise('no')).toMatch(/More winters do not mend a warm-up that is too short\.$/);
    expect(precise('yes')).not.toContain('warm-up');
  });

  test('results of before are read: without intervals they cannot tell, with a level found still changing they had not settled', () => {
    const { settled: _, ...old } = level({ drift: { before: 9, after: 10, clear: false } });
    const older = (levels: Level[]): Result => ({ ...winterResult(), warmUp: { days: 182, judgedUntil: 300, levels } });
    expect(settledAtStart(older([old]))).toBe('cannot tell');
    expect(settledAtStart(older([{ ...old, tooShort: true }]))).toBe('no');
    expect(titles(older([old]))[0]).toBe('The levels cannot tell whether 182 days of warm-up are long enough');
    expect(warmUp(older([old]))[0]?.table?.rows[0]?.slice(3)).toEqual([
      null,
      100,
      'Cannot be told: what it could have missed is not known',
    ]);
    const { warmUp: _none, ...without } = winterResult();
    expect(settledAtStart(without)).toBe('cannot tell');
    expect(warmUp(without)).toEqual([]);
  });
});
