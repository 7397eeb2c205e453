import { within } from './observed.ts';
import { dateInWords } from '../../data/dates.ts';
import type { Warning } from '../../sim/result.ts';
import type { Context } from '../resolve/context.ts';
import { pathText, textAt } from '../source/tree.ts';

/** Days of the period that were left out, named. */
export function leftOut({ tree, tables, observed, calendar }: Context): Warning[] {
  return [...observed.keys()].flatMap((name): Warning[] => {
    const rows = within(tables.observed.get(pathText(['observed', name, 'file'])) ?? [], calendar);
    const wrong = rows.filter(({ impossible }) => impossible !== null);
    if (wrong.length === 0) return [];
    const by = textAt(tree, ['observed', name, 'by']) === 'month' ? 'month' : 'day';
    const days = wrong
      .slice(0, MOST_NAMED)
      .map(
        ({ at, line, impossible }) =>
          `${by === 'day' ? dateInWords(at) : dateInWords(at).slice(2)} (line ${line}: ${impossible})`,
      );
    const more = wrong.length > MOST_NAMED ? ` and ${wrong.length - MOST_NAMED} more` : '';
    const label = textAt(tree, ['observed', name, 'label']) ?? name;
    const count =
      wrong.length === 1
        ? `One observed ${by} cannot be right and is`
        : `${wrong.length} observed ${by}s cannot be right and are`;
    return [
      {
        kind: 'observed-left-out',
        text: `${count} left out of ${label} (${textAt(tree, ['observed', name, 'file'])}): ${days.join('; ')}${more}.`,
      },
    ];
  });
}

const MOST_NAMED = 10;
