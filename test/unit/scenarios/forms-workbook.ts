import { type Cell, DATE_FORMAT } from '../../../data/workbook.ts';
import type { Form } from './forms.ts';

/** A form in a cell: what is typed, what Excel keeps, and what is read. */
export interface WorkbookForm extends Form {
  cell: Cell;
}

type Row = [kind: string, typed: string, kept: string, cell: Cell, readAs: string];
const date = (iso: string): Cell => ({ value: iso, format: DATE_FORMAT });

const ROWS: Row[] = [
  ['date', '01/01/2026', 'date', date('2026-01-01'), '1 January 2026'],
  ['date', "'1 January 2026", 'text', '1 January 2026', '1 January 2026'],
  ['heading', '2026-02', 'first day of the month', date('2026-02-01'), 'from 1 February 2026'],
  ['heading', "'2026-02", 'text', '2026-02', 'from 1 February 2026'],
  ['heading', '16/02/2026', 'date', date('2026-02-16'), 'from 16 February 2026'],
  ['month', '2026-01', 'first day of the month', date('2026-01-01'), 'January 2026'],
  ['month', "'January 2026", 'text', 'January 2026', 'January 2026'],
  ['percentage', '20% (under a month, in a row with the unit %)', '0.2, shown 0%', { value: 0.2, format: '0%' }, '20%'],
  ['number', '1,250 (in a row with its unit)', '1250, shown #,##0', { value: 1250, format: '#,##0' }, '1250 h/week'],
  ['number', "'1,250 (in a row with its unit)", 'text', '1,250', '1250 h/week'],
];

export const FORMS_WORKBOOK: WorkbookForm[] = ROWS.map(([kind, typed, kept, cell, readAs]) => ({ where: 'workbook', kind, typed, kept, cell, readAs }));
