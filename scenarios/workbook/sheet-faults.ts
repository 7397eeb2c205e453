import { cellName } from '../../data/cell-name.ts';
import type { Merged, ReadCell } from '../../data/workbook-cells.ts';
import type { Slip } from '../mistakes.ts';
import { isRemark, keysOf, said } from './plant.ts';
import type { SheetCells } from './sheet-cells.ts';

/** Further right or down nobody writes a plan: a value there was left behind by mistake, and would not be seen. */
const LAST_ROW = 100_000;
const LAST_COLUMN = 1000;

/** A value far from all others, on any sheet. */
export function farCells(sheet: SheetCells): Slip[] {
  const far = sheet.cells.find(({ row, column }) => row >= LAST_ROW || column >= LAST_COLUMN);
  if (!far) return [];
  const allowed = `cells as far as ${cellName(LAST_ROW, LAST_COLUMN)}; delete the row and column of this one`;
  return [
    said(sheet.place(far.row, far.column), [], 'A value stands far away from the rest of the sheet.', {
      found: found(far),
      allowed,
      fatal: true,
    }),
  ];
}

/** What a reader of the sheet could not see, or could read in two ways. Remarks are not read, whatever they hold. */
export function sheetFaults(sheet: SheetCells): Slip[] {
  const read = sheet.cells.filter(({ column }) => !isRemark(sheet.headings[column] ?? ''));
  const unread = read.filter(({ as }) => as === 'error' || as === 'no result');
  const hidden = read.filter((cell) => sheet.merged.some((area) => isIn(area, cell) && !isFirst(area, cell)));
  const told = new Set([...unread, ...hidden]);
  const strays = read.filter((cell) => sheet.at(0, cell.column) === undefined && !told.has(cell));
  return [
    ...unread.map((cell) => noValue(sheet, cell)),
    ...hidden.map((cell) => underMerged(sheet, cell)),
    ...firstOfColumns(strays).map((cell) => noHeading(sheet, cell, strays)),
    ...mergedValues(sheet),
    ...twice(sheet),
  ];
}

function noValue(sheet: SheetCells, cell: ReadCell): Slip {
  const place = sheet.place(cell.row, cell.column);
  const path = pathOf(sheet, cell);
  if (cell.as === 'error')
    return said(place, path, 'This cell holds an error of Excel, not a value: mend its formula.', { found: String(cell.value) });
  return said(
    place,
    path,
    'This cell holds a formula without a saved result: open the workbook in Excel and save it, or write the value.',
    { allowed: 'a value, or a formula whose result Excel has saved' },
  );
}

/** So that what stands in an error is not also told as missing. */
function pathOf(sheet: SheetCells, { row, column }: ReadCell): string[] {
  const [block = ''] = sheet.headings;
  if (row === 0 || column === 0) return [];
  if (block.toLowerCase() === 'key') return keysOf(sheet.text(row, 0));
  return [
    block.toLowerCase(),
    sheet.text(row, 0),
    ...keysOf(sheet.column('what') > 0 ? sheet.text(row, sheet.column('what')) : (sheet.headings[column] ?? '')),
  ];
}

function underMerged(sheet: SheetCells, cell: ReadCell): Slip {
  const area = sheet.merged.find((one) => isIn(one, cell));
  return said(
    sheet.place(cell.row, cell.column),
    [],
    `This value is hidden under merged cells (${area ? nameOf(area) : ''}): take the merging apart and see what is meant.`,
    { found: found(cell) },
  );
}

/** One a column: the first. */
function firstOfColumns(strays: ReadCell[]): ReadCell[] {
  return strays.filter((cell) => strays.find(({ column }) => column === cell.column) === cell);
}

function noHeading(sheet: SheetCells, cell: ReadCell, strays: ReadCell[]): Slip {
  const more = strays.filter(({ column }) => column === cell.column).length - 1;
  const heading = sheet.merged.find((area) => isIn(area, { row: 0, column: cell.column }));
  const why = heading ? `: the heading beside it is merged over ${nameOf(heading)}, and is that of its first column only` : '';
  const others = more > 0 ? ` So do ${more} more below it.` : '';
  const allowed = 'a heading in row 1 for each column; `remark` for words that are not read';
  return said(sheet.place(cell.row, cell.column), [], `A value stands under no heading${why}.${others}`, {
    found: found(cell),
    allowed,
  });
}

/** One value over several rows or columns of the table: for each of them, or for all together? Below the headings only: above, each column lacks its own. */
function mergedValues(sheet: SheetCells): Slip[] {
  const lastRow = sheet.filledRows().at(-1) ?? 0;
  return sheet.merged.flatMap((area) => {
    const { from, to } = area;
    const cell = sheet.at(from.row, from.column);
    const inTable = sheet.headings.slice(from.column, to.column + 1).filter((heading) => !isRemark(heading)).length;
    const cells = inTable * (Math.min(to.row, lastRow) - from.row + 1);
    if (!cell || from.row === 0 || cells < 2) return [];
    const problem = `This value is merged over ${nameOf(area)}: it is not clear whether it holds for each of these cells or for all together.`;
    return [
      said(sheet.place(from.row, from.column), [], problem, {
        found: found(cell),
        allowed: 'a value in each cell, none of them merged',
      }),
    ];
  });
}

function twice(sheet: SheetCells): Slip[] {
  return sheet.headings.flatMap((heading, column) => {
    const before = sheet.headings.findIndex((one) => one.toLowerCase() === heading.toLowerCase());
    if (heading === '' || isRemark(heading) || before === column) return [];
    return [
      said(
        sheet.place(0, column),
        [],
        `This heading is there twice: it stands in ${cellName(1, before + 1)} as well. Keep one of the two columns.`,
        { found: heading },
      ),
    ];
  });
}

const isIn = ({ from, to }: Merged, { row, column }: { row: number; column: number }): boolean =>
  row >= from.row && row <= to.row && column >= from.column && column <= to.column;

const isFirst = ({ from }: Merged, { row, column }: ReadCell): boolean => row === from.row && column === from.column;

const nameOf = ({ from, to }: Merged): string =>
  `${cellName(from.row + 1, from.column + 1)}:${cellName(to.row + 1, to.column + 1)}`;

const found = ({ value, as }: ReadCell): string => (as === 'no result' ? 'a formula without a result' : String(value));
