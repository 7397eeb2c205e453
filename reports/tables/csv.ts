export type CsvCell = string | number | boolean | null;

/** A number as it is, or text that a spreadsheet will not run; UTF-8 with a byte order mark, lines end in CR LF. */
export function csv(columns: string[], rows: CsvCell[][]): string {
  return `\uFEFF${[columns, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A cell as it stands between the commas. */
function csvCell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return number(value);
  return quoted(defused(String(value)));
}

const number = (value: number): string => (Number.isFinite(value) ? String(tenFigures(value)) : '');

/** More than any use needs, without the tail of binary fractions. */
export const tenFigures = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e10 ? value : Number(value.toPrecision(10));

/** Spreadsheets run text that begins with these as a formula; a plain number is let through. */
export const RUNS_AS_FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
export const NUMBER_TEXT = /^[-+]?\d+(\.\d+)?$/;
export const MUST_QUOTE = /[",\r\n]/;

export const defused = (text: string): string => (!NUMBER_TEXT.test(text) && RUNS_AS_FORMULA.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (MUST_QUOTE.test(text) ? `"${text.split('"').join('""')}"` : text);
