import type { Judgement, State } from './chance.ts';
import { capital, lower } from './lookup.ts';
import { countOf, inWords } from './numbers.ts';

/** The words of `judged`, best first, as they follow `is`, `are` or nothing; others come after them. */
const WORDS = [
  'Very likely to be met',
  'Likely to be met',
  'Met',
  'Only an example',
  'Could go either way',
  'Unlikely to be met',
  'Very unlikely to be met',
  'Missed',
  'No value',
];

/** How many of several targets are called what: every word counted, so that none hides behind another. */
export function overall(targets: Judgement[]): string {
  const words = targets.map(({ word }) => word);
  const counts = [...WORDS, ...new Set(words.filter((word) => !WORDS.includes(word)))]
    .map((word) => ({ word, n: words.filter((w) => w === word).length }))
    .filter(({ n }) => n > 0);
  const all = allOf(targets.length);
  if (targets.every(({ state }) => state === 'good'))
    return `${all} are ${counts.length > 1 ? 'likely to be met' : lower(counts[0]?.word ?? '')}`;
  const [only] = counts;
  if (only && counts.length === 1) return `${all} ${verb(only.word, only.n)}`;
  const parts = counts.map(({ word, n }) => `${inWords(n)} ${verb(word, n)}`);
  return capital(
    `of ${countOf(targets.length, 'target')}, ${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1] ?? ''}`,
  );
}

/** `Both targets`, `All three targets`. */
export const allOf = (n: number): string => (n === 2 ? 'Both targets' : `All ${countOf(n, 'target')}`);

/** Of several states the one that the colour of all of them shows: good only where all are. */
export const worstOf = (states: State[]): State => (states.includes('bad') ? 'bad' : states.includes('open') ? 'open' : 'good');

export function verb(word: string, n: number): string {
  if (word === 'Could go either way') return 'could go either way';
  if (word === 'No value') return n > 1 ? 'have no value' : 'has no value';
  if (word === 'Only an example') return n > 1 ? 'are only examples' : 'is only an example';
  return `${n > 1 ? 'are' : 'is'} ${lower(word)}`;
}
