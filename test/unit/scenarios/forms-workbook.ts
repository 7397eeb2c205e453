import { type Kept, serial } from '../../fixtures/xlsx.ts';

/** How a cell may be typed, what Excel then keeps, and what is read. */
export interface Form {
  where: 'workbook';
  kind: 'date' | 'day of a year' | 'month' | 'heading' | 'percentage' | 'number' | 'amount';
  typed: string;
  /** In words. */
  kept: string;
  cell: Kept;
  readAs: string;
}

type Row = [kind: Form['kind'], typed: string, kept: string, cell: Kept, readAs: string];

const date = (iso: string, format: number | string): Kept => ({ number: serial(iso), format });

const ROWS: Row[] = [
  ['date', '01/10/2025', 'date, shown dd/mm/yyyy', date('2025-10-01', 14), '1 October 2025'],
  ['date', '1 October 2025', 'date, shown d-mmm-yy', date('2025-10-01', 15), '1 October 2025'],
  ['date', '2025-10-01', 'date, shown yyyy-mm-dd', date('2025-10-01', 'yyyy\\-mm\\-dd'), '1 October 2025'],
  [
    'date',
    'Wednesday, 1 October 2025',
    'date with a long format',
    date('2025-10-01', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy'),
    '1 October 2025',
  ],
  ['date', "'2025-10-01", 'text', '2025-10-01', '1 October 2025'],
  ['date', "'01/10/2025", 'text', '01/10/2025', '1 October 2025'],
  ['day of a year', '15 January', 'date of this year, shown d-mmm', date('2026-01-15', 16), '15 January'],
  ['day of a year', '15/01/2026', 'date', date('2026-01-15', 14), '15 January'],
  ['day of a year', "'15 January", 'text', '15 January', '15 January'],
  ['day of a year', "'15 Jan", 'text', '15 Jan', '15 January'],
  ['month', '2026-01', 'first day of the month, shown mmm-yy', date('2026-01-01', 17), 'January 2026'],
  ['month', 'Jan 2026', 'first day of the month, shown mmm-yy', date('2026-01-01', 17), 'January 2026'],
  ['month', '01/01/2026', 'first day of the month', date('2026-01-01', 14), 'January 2026'],
  ['month', "'2026-01", 'text', '2026-01', 'January 2026'],
  ['month', "'Jan-26", 'text', 'Jan-26', 'January 2026'],
  ['month', "'January 2026", 'text', 'January 2026', 'January 2026'],
  ['month', "'01/2026", 'text', '01/2026', 'January 2026'],
  ['month', '[2026-01, Feb-26]', 'text', '[2026-01, Feb-26]', 'January 2026 and February 2026'],
  ['heading', '2025-11', 'first day of the month, shown mmm-yy', date('2025-11-01', 17), 'from 1 November 2025'],
  ['heading', "'Nov-25", 'text', 'Nov-25', 'from 1 November 2025'],
  ['heading', "'November 2025", 'text', 'November 2025', 'from 1 November 2025'],
  ['heading', "'11/2025", 'text', '11/2025', 'from 1 November 2025'],
  ['heading', '15/11/2025', 'date', date('2025-11-15', 14), 'from 15 November 2025'],
  ['heading', "'2025-11-15", 'text', '2025-11-15', 'from 15 November 2025'],
  ['percentage', '70% (over a percentage)', '0.7, shown 0%', { number: 0.7, format: 9 }, '70%'],
  ['percentage', '62.5%', '0.625, shown 0.00%', { number: 0.625, format: 10 }, '62.5%'],
  [
    'percentage',
    '7%',
    '0.07 as a computer keeps it, shown 0.0%',
    { number: 0.07 * 1.0000000000000002, format: '0.0%;[Red]-0.0%' },
    '7%',
  ],
  ['percentage', "'95%", 'text', '95%', '95%'],
  ['number', '1.05', '1.05', 1.05, '1.05'],
  ['number', '1.15', '1.1499999999999999, which is 1.15', 1.15 - 2.220446049250313e-16, '1.15'],
  ['number', "'1.05", 'text', '1.05', '1.05'],
  ['amount', '£395', '395, shown £#,##0', { number: 395, format: '"£"#,##0' }, '£395'],
  ['amount', '£395.50', '395.5, shown [$£-809]#,##0.00', { number: 395.5, format: '[$£-809]#,##0.00' }, '£395.50'],
  ['amount', "'£1,395", 'text', '£1,395', '£1,395'],
];

export const FORMS_WORKBOOK: Form[] = ROWS.map(([kind, typed, kept, cell, readAs]) => ({
  where: 'workbook',
  kind,
  typed,
  kept,
  cell,
  readAs,
}));
