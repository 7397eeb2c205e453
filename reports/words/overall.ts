import type { AmbitionResult } from '../../sim/result.ts';
import { judge } from './chance.ts';
import { capital, lower } from './lookup.ts';
import { countOf, inWords } from './numbers.ts';

type Rows = AmbitionResult['rows'];

/** The words of `judge`, best first, as they follow `is`, `are` or nothing. */
const WORDS = ['Very likely to be met', 'Likely to be met', 'Met', 'Could go either way', 'Unlikely to be met', 'Very unlikely to be met', 'Missed', 'No value'];

/** How many of several targets are called what: every word counted, so that none hides behind another. */
export function overall(rows: Rows): string {
  const words = rows.map((row) => judge(row).word);
  const counts = WORDS.map((word) => ({ word, n: words.filter((w) => w === word).length })).filter(({ n }) => n > 0);
  const targets = countOf(rows.length, 'target');
  const all = rows.length === 2 ? 'Both targets' : `All ${targets}`;
  if (rows.every((row) => judge(row).state === 'good')) return `${all} are ${counts.length > 1 ? 'likely to be met' : lower(counts[0]?.word ?? '')}`;
  const [only] = counts;
  if (only && counts.length === 1) return `${all} ${verb(only.word, only.n)}`;
  const parts = counts.map(({ word, n }) => `${inWords(n)} ${verb(word, n)}`);
  return capital(`of ${targets}, ${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1] ?? ''}`);
}

function verb(word: string, n: number): string {
  if (word === 'Could go either way') return 'could go either way';
  if (word === 'No value') return n > 1 ? 'have no value' : 'has no value';
  return `${n > 1 ? 'are' : 'is'} ${lower(word)}`;
}
