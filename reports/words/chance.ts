import type { AmbitionResult } from '../../sim/result.ts';
import { fixed } from './numbers.ts';

export type State = 'good' | 'bad' | 'open';

/** What the colour says, and in words. */
export interface Judgement {
  word: string;
  state: State;
}

/** Whole percent; what is not quite 0 or 1 never reads as if it were. */
export function chance(value: number): string {
  if (value > 0 && value < 0.01) return 'under 1%';
  if (value > 0.99 && value < 1) return 'over 99%';
  return `${fixed(value * 100)}%`;
}

/**
 * A chance in words, only as strong as its 95% interval: `likely` needs the whole interval above a half,
 * `very likely` above nine in ten. One replication gives met or missed, never a chance.
 * Of the target by itself: what it may be called in its run, `judged` in doubts.ts says.
 */
export function judge(row: AmbitionResult['rows'][number] | null): Judgement {
  if (!row || row.summary === null || row.n === 0) return { word: 'No value', state: 'open' };
  if (row.n === 1) return row.met === 1 ? { word: 'Met', state: 'good' } : { word: 'Missed', state: 'bad' };
  return judgeChance(row.metInterval);
}

export function judgeChance([low, high]: [number, number]): Judgement {
  if (low >= 0.9) return { word: 'Very likely to be met', state: 'good' };
  if (low > 0.5) return { word: 'Likely to be met', state: 'good' };
  if (high <= 0.1) return { word: 'Very unlikely to be met', state: 'bad' };
  if (high < 0.5) return { word: 'Unlikely to be met', state: 'bad' };
  return { word: 'Could go either way', state: 'open' };
}
