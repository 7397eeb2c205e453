import type { MeasureOption } from './measures-asked.ts';

const MOST = 8;

/** The measures that what is written may mean: by words of their ids and titles, the most in common first, then the shortest title; the first few where none is like it. */
export function measuresLike(written: string, measures: MeasureOption[]): MeasureOption[] {
  const asked = wordsOf(written);
  const ranked = measures
    .map((option) => ({ option, common: inCommon(asked, option) }))
    .filter(({ common }) => common > 0)
    .sort((a, b) => b.common - a.common || lengthOf(a.option) - lengthOf(b.option))
    .map(({ option }) => option);
  return (ranked.length > 0 ? ranked : measures).slice(0, MOST);
}

function lengthOf({ measure, title }: MeasureOption): number {
  return (title ?? measure).length;
}

/** A whole word counts more than the beginning of one. */
function inCommon(asked: string[], { measure, title = '' }: MeasureOption): number {
  const words = [...wordsOf(measure), ...wordsOf(title)];
  const initials = initialsOf(title || measure.replaceAll('-', ' '));
  const score = (ask: string) => {
    if (words.includes(ask)) return 3;
    if (initials.some((one) => one.includes(ask))) return 2;
    return words.some((word) => word.startsWith(ask) || ask.startsWith(word)) ? 1 : 0;
  };
  return asked.reduce((sum, ask) => sum + score(ask), 0);
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
