export type Separator = ',' | ';' | '\t';

/** What a file says of how its numbers are written. */
export interface NumberForms {
  /** Between semicolons a comma is a decimal comma; between commas or tabs it stands between thousands. */
  separator: Separator;
  /** Some numbers of the file have a point and others a comma. */
  bothMarks: boolean;
}

const BLANK = new Set(['', '-', '*', '..', 'n/a', 'na', 'null']);
const NUMBER = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const THOUSANDS = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

/** True where nothing is said: an empty or suppressed cell, or a database's NULL. */
export const isBlank = (cell: string): boolean => BLANK.has(cell.toLowerCase());

/** A number; null for a blank cell; NaN for anything else, also where a comma or a point could mean two things. */
export function numberIn(cell: string, forms: NumberForms): number | null {
  if (isBlank(cell)) return null;
  const plain = forms.separator === ';' ? betweenSemicolons(cell, forms) : THOUSANDS.test(cell) ? cell.replaceAll(',', '') : cell;
  const value = plain !== null && NUMBER.test(plain) ? Number(plain) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN; // 1e999 is no number of days
}

/** `1,250` is 1.25, and `3.5` can only be 3.5; `1.250` could be either, and so could both in one file. null where it is not clear. */
function betweenSemicolons(cell: string, { bothMarks: unclear }: NumberForms): string | null {
  if (!/[.,]/.test(cell)) return cell;
  if (unclear || /^-?[1-9]\d{0,2}\.\d{3}$/.test(cell) || (cell.includes(',') && cell.includes('.'))) return null;
  return cell.replace(',', '.');
}

export function bothMarks(cells: string[]): boolean {
  const some = (form: RegExp) => cells.some((cell) => form.test(cell));
  return some(/^-?\d*,\d+$/) && some(/^-?\d*\.\d+$/);
}

/** Why a cell does not hold the number it should, and what may stand there; `otherwise` where its commas and points are clear. */
export function noNumber(
  cell: string,
  forms: NumberForms,
  otherwise: { problem: string; allowed: string },
): { problem: string; allowed: string } {
  const marked = /^-?\d[\d.,]*$/.test(cell) && /[.,]/.test(cell);
  if (!marked || !Number.isNaN(numberIn(cell, forms))) return otherwise;
  const { separator, bothMarks: unclear } = forms;
  const problem = 'The comma or point in this number could mean two things.';
  if (separator !== ';')
    return {
      problem,
      allowed:
        'a decimal point, such as `1.25`, and a comma only between thousands, such as `1,250`; decimal commas go with semicolons between the columns',
    };
  const allowed = 'a decimal comma, such as `1,25`, and no sign between thousands';
  return {
    problem,
    allowed: unclear
      ? `${allowed}, in the whole file: other numbers of it are written otherwise`
      : `${allowed}: semicolons separate the columns here`,
  };
}
