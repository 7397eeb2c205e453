import type { Result } from '../../sim/result.ts';
import { changesOf, pathText } from '../words/changes.ts';
import { doubleRunning, doubleRunningText } from '../words/double-running.ts';
import { outer, summaryOf } from '../words/lookup.ts';
import { amount, countOf, span } from '../words/numbers.ts';
import { meanOfRuns, runWord } from '../words/dates.ts';
import type { Figure } from './figure.ts';

/** What changes when, what runs twice in between, and how bad the worst week is. */
export function changesFigure(result: Result): Figure[] {
  const changes = changesOf(result).filter(({ spells }) => spells.length > 0);
  if (changes.length === 0) return [];
  const twice = doubleRunning(result).length;
  return [
    {
      id: 'changes',
      title:
        `${countOf(changes.length, 'change')} of the plan${twice > 0 ? `, with ${countOf(twice, 'stretch', 'stretches')} of double running` : ''}`.replace(
          /^./,
          (letter) => letter.toUpperCase(),
        ),
      label: 'Changes on their dates',
      notes: [...doubleRunningText(result), ...worstWeek(result)],
      chart: null,
      table: {
        columns: [
          { key: 'change', head: 'Change' },
          { key: 'from', head: 'From' },
          { key: 'to', head: 'To' },
          { key: 'what', head: 'What becomes of what' },
        ],
        rows: changes.flatMap((change) =>
          change.spells.map(({ from, to }) => [
            change.label,
            from,
            to || 'the end',
            change.parts.map(({ path, value }) => `${pathText(result, path)}: ${value}`).join('; '),
          ]),
        ),
      },
    },
  ];
}

/** The worst week by its people with no criteria to reside. */
export function worstWeek(result: Result): string[] {
  const worst = summaryOf(result, 'no-criteria-to-reside-worst-week');
  if (!worst) return [];
  const range = outer(worst);
  const spread = range ? `; 9 in 10 ${runWord(result)}s: ${span(range[0], range[1], 'people')}` : '';
  return [
    `In the worst week ${amount(worst.mean)} people have no criteria to reside at midnight (${meanOfRuns(result)}, each with its own worst week${spread}).`,
  ];
}
