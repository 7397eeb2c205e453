import { dateInWords } from '../../data/dates.ts';
import { lastDay } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import type { Dated } from './dated-sheet.ts';
import { said } from './plant.ts';

/** One note of all sheets that have values for dates outside the period. */
export function outsideNote({ outside, calendar }: Dated): Slip[] {
  const [first] = outside;
  if (!first || !calendar) return [];
  const sheets = outside.map(({ sheet, columns }) => {
    const headings = [...columns].sort((a, b) => a.from - b.from).map(({ at }) => sheet.headings[at] ?? '');
    const shown =
      headings.length > 2 ? `${headings[0]} … ${headings.at(-1)} (${headings.length} columns)` : headings.join(' and ');
    return `${shown} on sheet ${sheet.name}`;
  });
  const period = `${dateInWords(calendar.start)} to ${dateInWords(lastDay(calendar))}`;
  const text = `Values for dates outside the period (${period}) are passed over: ${sheets.join('; ')}.`;
  return [said(first.sheet.place(0, first.columns[0]?.at ?? 0), [], text)];
}
