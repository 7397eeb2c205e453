import type { Slip } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import { isRemark, said } from './plant.ts';
import type { SheetCells } from './sheet-cells.ts';

/** A row that adds up the others: the tool adds up by itself, and would count it as one more. */
const TOTAL =
  /^((grand|sub|overall)[ -]?)?totals?( of)?( all)?( hospitals| pathways| services)?:?$|^(sum|all (hospitals|pathways|services)):?$/i;

/** The rows of a block's sheet that name something; values without a name, and totals, are told. */
export function namedRows(sheet: SheetCells, slips: Slip[]): number[] {
  const block = sheet.headings[0]?.toLowerCase() ?? '';
  return sheet.filledRows().filter((row) => {
    const name = sheet.text(row, 0);
    const problem = TOTAL.test(name)
      ? `This row is a total, and would be read as one more of the ${block}: take it out. Everything is added up without it.`
      : name === ''
        ? 'This row has values, but names nothing.'
        : null;
    if (problem === null) return true;
    if (name !== '' || (hasValues(sheet, row) && !sheet.at(row, 0)))
      slips.push(
        said(sheet.place(row, 0), [block, name], problem, {
          found: name || null,
          allowed: name ? null : `a name of the ${block}`,
        }),
      );
    return false;
  });
}

/** Beside what is only for people. A row with an error is told already. */
function hasValues(sheet: SheetCells, row: number): boolean {
  return sheet.headings.some((heading, at) => at > 0 && heading !== '' && !isRemark(heading) && sheet.cell(row, at) !== null);
}

/**
 * The rows of a sheet of dates whose names are known: by a row in the block's own sheet, by a key, or by a file this one builds on.
 * A block that has no such place is told by its sheets of dates alone.
 */
export function knownRows(sheet: SheetCells, rows: number[], known: string[], home: string, slips: Slip[]): number[] {
  if (known.length === 0) return rows;
  return rows.filter((row) => {
    const name = sheet.text(row, 0);
    if (known.includes(name)) return true;
    const block = sheet.headings[0]?.toLowerCase() ?? '';
    const problem = `${name} is not in ${home}, so it is not known what it is.`;
    const allowed = `${known.slice(0, 20).join(', ')}${known.length > 20 ? ' …' : ''}; another name needs a row in ${home} first`;
    slips.push(said(sheet.place(row, 0), [block, name], problem, { found: name, allowed, nearest: nearest(name, known) }));
    return false;
  });
}
