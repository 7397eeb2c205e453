import type { CellObject } from 'write-excel-file/node';
import { readDate } from './dates.ts';
import { printingAndChoices } from './workbook-printing.ts';
import { withoutTimes } from './without-times.ts';
import type { Sheet, Cell } from './sheet.ts';

export const DATE_FORMAT = 'yyyy-mm-dd';
const HEADING = { fontWeight: 'bold', textColor: '#FFFFFF', backgroundColor: '#12436D', alignVertical: 'top' } as const;

/** The same bytes for the same sheets. Text is written as text: Excel never runs it as a formula. */
export async function workbookBytes(sheets: Sheet[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const written = sheets.map(({ name, rows, frozen, widths = [], fitted }) => ({
    sheet: name,
    data: rows.map((row) => row.map(cellFor)),
    ...(frozen ? { stickyRowsCount: frozen.rows, stickyColumnsCount: frozen.columns } : {}),
    ...(fitted ? { orientation: 'landscape' as const } : {}),
    columns: widths.map((width) => ({ width })),
  }));
  return withoutTimes(await writeExcelFile(written, { features: [printingAndChoices(sheets)] }).toBuffer());
}

function cellFor(cell: Cell): CellObject | null {
  const { value, format, heading, wrap, fill } = cell !== null && typeof cell === 'object' ? cell : { value: cell };
  const looks: CellObject = {
    ...(heading ? HEADING : {}),
    ...(wrap ? { wrap, alignVertical: 'top' } : {}),
    ...(fill ? { backgroundColor: fill } : {}),
  };
  const shown = format === undefined ? looks : { ...looks, format };
  if (value === null || value === '') return fill || format ? { ...shown, value: '', type: String } : null;
  const day = format === DATE_FORMAT && typeof value === 'string' ? readDate(value) : null;
  if (day !== null) return { ...shown, value: new Date(day * 86_400_000), type: Date };
  if (typeof value === 'number') return { ...shown, value, type: Number };
  return typeof value === 'boolean' ? { ...looks, value, type: Boolean } : { ...looks, value, type: String };
}
