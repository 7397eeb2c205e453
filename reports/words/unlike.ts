import type { Comparison, Unlike } from '../../sim/comparison.ts';
import { dayText, plusDays } from './dates.ts';
import { countOf, fixed } from './numbers.ts';

type Start = Extract<Unlike, { what: 'start' }>['base'];
type Period = Extract<Unlike, { what: 'period' }>['base'];

/** `it starts from 40 people present, the base after 182 days of warm-up`. */
export function unlikeText(unlike: Unlike): string {
  switch (unlike.what) {
    case 'period':
      return `it is of ${period(unlike.other)}, the base of ${period(unlike.base)}`;
    case 'population':
      return `it is about ${people(unlike.other)}, the base about ${people(unlike.base)}`;
    case 'start': {
      const same = unlike.base.present !== null && unlike.base.present === unlike.other.present;
      return same
        ? 'it starts from other people present than the base'
        : `it starts ${start(unlike.other)}, the base ${start(unlike.base)}`;
    }
  }
}

const period = ({ start: from, days }: Period): string => `${dayText(from)} to ${dayText(plusDays(from, days - 1))}`;
const people = (population: string): string => (population === '65+' ? 'people aged 65 and over' : population);
const start = ({ warmUpDays, present }: Start): string =>
  present !== null
    ? `from ${countOf(present, 'person', 'people')} present`
    : warmUpDays === 0
      ? 'empty'
      : `after ${fixed(warmUpDays)} days of warm-up`;

/** Why the i-th scenario after the base has no differences; empty where it has. */
export const whyUnlike = ({ unlike }: Comparison, i: number): string => (unlike?.[i] ?? []).map(unlikeText).join('; ');

export const isUnlike = ({ unlike }: Comparison, i: number): boolean => (unlike?.[i] ?? []).length > 0;

const NOT = { period: 'are not of its period', population: 'are not about the same people', start: 'do not start as it does' };

/** What is said before anything else, without its full stop; null where every scenario can be held against the base. */
export function unlikeVerdict(comparison: Comparison): string | null {
  const names = comparison.scenarios.slice(1).filter((_, i) => isUnlike(comparison, i));
  const [base, only] = [comparison.scenarios[0] ?? '', names[0]];
  if (only === undefined) return null;
  const at = comparison.scenarios.slice(1).findIndex((_, i) => isUnlike(comparison, i));
  if (names.length === 1)
    return `“${only}” cannot be held against “${base}”: ${whyUnlike(comparison, at)}. A difference would not be the effect of the change, so none is given`;
  const kinds = [...new Set((comparison.unlike ?? []).flat().map(({ what }) => NOT[what]))].join(' or ');
  const more =
    names.length > 2
      ? `${names
          .slice(0, 2)
          .map((name) => `“${name}”`)
          .join(', ')} and ${countOf(names.length - 2, 'other')}`
      : names.map((name) => `“${name}”`).join(' and ');
  return `${more} cannot be held against “${base}”: they ${kinds}. Differences would not be the effect of the changes, so none are given for them`;
}
