import { nearest } from '../nearest.ts';
import type { MeasureOption } from './measure-option.ts';

const MOST = 3;
/** Measures under this share of the best one's likeness are not near it. */
const NEAR = 0.6;

/**
 * The measures that what is written may mean, the likest first, three at most: a slip of the pen in an id, else words in common with the id and the title. A word
 * that few measures have says more than one that many have (`nctr` more than `mean`). None where none is near.
 */
export function measuresLike(written: string, measures: MeasureOption[]): MeasureOption[] {
  const slip = nearest(
    written,
    measures.map(({ measure }) => measure),
  );
  const likes = wordsOf(written).map((word) => measures.map((option) => like(word, option)));
  const rare = likes.map((all) => Math.log((measures.length + 1) / (all.filter((it) => it >= WHOLE).length + 1)));
  const ranked = measures
    .map((option, i) => ({
      option,
      common: option.measure === slip ? Infinity : likes.reduce((sum, all, word) => sum + (all[i] ?? 0) * (rare[word] ?? 0), 0),
    }))
    .sort((a, b) => b.common - a.common || lengthOf(a.option) - lengthOf(b.option));
  const best = ranked.find(({ common }) => Number.isFinite(common))?.common ?? 0;
  return ranked
    .filter(({ common }) => common > 0 && common >= NEAR * best)
    .slice(0, MOST)
    .map(({ option }) => option);
}

function lengthOf({ measure, title }: MeasureOption): number {
  return (title ?? measure).length;
}

const WHOLE = 3;
/** What others call it. */
const SAME = new Map([
  ['nights', 'days'],
  ['queue', 'waiting'],
]);

/** A word of the id counts more than one of the title or their initials, and that more than the beginning of a word. */
function like(ask: string, { measure, title = '' }: MeasureOption): number {
  const [id, words] = [wordsOf(measure), wordsOf(title)];
  if (id.includes(ask)) return WHOLE + 1;
  if (words.includes(ask)) return WHOLE;
  if ([title, measure].some((text) => initialsOf(text).some((one) => one.includes(ask)))) return WHOLE;
  if (id.includes(SAME.get(ask) ?? '')) return WHOLE - 1;
  return [...id, ...words].some((word) => word.startsWith(ask) || ask.startsWith(word)) ? 1 : 0;
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !SMALL.has(word));
}

const SMALL = new Set(['a', 'all', 'and', 'as', 'at', 'by', 'for', 'in', 'of', 'on', 'per', 'the', 'to', 'who', 'with']);

/** As people shorten it, with and without small words: `no criteria to reside` is nctr or ncr. */
function initialsOf(title: string): string[] {
  const words = title.toLowerCase().match(/[a-z]+/g) ?? [];
  const first = (some: string[]) => some.map((word) => word[0]).join('');
  return [first(words), first(words.filter((word) => !SMALL.has(word)))];
}
