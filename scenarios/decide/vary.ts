import { isoDate, readDate } from '../../data/dates.ts';

/** A value of the scenario and every text it is to take, in order. */
export interface Vary {
  path: string;
  values: string[];
}

/** Not understood; the message says what is. */
export class VaryProblem extends Error {}

const RANGE = /^(\S*?[\d.]+)\s*(?<low>[^\d.]*?)\.\.\s*(?<to>[+-]?[\d.]+)\s*(?<high>[^\d:]*?):\s*(?<by>[\d.]+)\s*(?<unit>.*)$/;
/** From one date to another, in any form a date is read in. */
const DATES = /^([^:]{8,}?)\s*\.\.\s*([^:]{8,}?)\s*:\s*(\d+)\s*(days?|weeks?)$/;
const MOST = 500;
export const RANGE_FORM =
  '`LOW..HIGH:STEP`, such as `1600..2600:25 h/week`, or values with `|` between them, such as `18 beds | 24 beds`; dates as `2021-10-04..2022-01-03:1 week`';

/** `PATH=1600..2600:25 h/week`, or `PATH=18 beds | 24 beds`. */
export function readVary(text: string): Vary {
  const equals = text.indexOf('=');
  if (equals < 1) throw new VaryProblem(`Write a path, \`=\` and ${RANGE_FORM}.`);
  return { path: text.slice(0, equals).trim(), values: valuesOf(text.slice(equals + 1).trim()) };
}

/** The texts of a range or of a list. */
export function valuesOf(text: string): string[] {
  const listed = text.split('|').map((one) => one.trim());
  if (listed.length > 1 && listed.every((one) => one !== '')) return listed;
  const dates = datesOf(text);
  if (dates) return dates;
  const found = RANGE.exec(text);
  const unit = found?.groups?.['unit']?.trim() ?? '';
  const [low, high, by] = [found?.[1], found?.groups?.['to'], found?.groups?.['by']].map(Number);
  const units = [found?.groups?.['low'], found?.groups?.['high']].map((one) => one?.trim()).filter((one) => one && one !== unit);
  if (!found || units.length > 0 || [low, high, by].some(Number.isNaN))
    throw new VaryProblem(`This is not a range. Write ${RANGE_FORM}.`);
  return stepped(low as number, high as number, by as number, unit).map((value) =>
    text.startsWith('+') && !value.startsWith('-') ? `+${value}` : value,
  ); // more, or less, of what there is
}

/** Both ends are tried: where the steps do not end on the highest, it is the last all the same. */
function stepped(low: number, high: number, by: number, unit: string): string[] {
  if (by <= 0 || high < low) throw new VaryProblem('The range must rise in steps above zero.');
  const steps = Math.floor((high - low) / by + 1e-9) + 1;
  const short = high - (low + (steps - 1) * by) > 1e-9 * by;
  if (steps + Number(short) > MOST)
    throw new VaryProblem(`These are ${steps + Number(short)} values; at most ${MOST} are possible. Take a larger step.`);
  const spaced = unit === '' || unit === '%' ? unit : ` ${unit}`;
  const amounts = [...Array.from({ length: steps }, (_, i) => low + i * by), ...(short ? [high] : [])];
  return amounts.map((amount) => `${Number(amount.toPrecision(12))}${spaced}`);
}

/** null where neither end has the look of a date. */
function datesOf(text: string): string[] | null {
  const [, from = '', to = '', by, unit = ''] = DATES.exec(text) ?? [];
  const [first, last] = [readDate(from), readDate(to)];
  if (first === null && last === null && !/^\d{4}-/.test(from)) return null;
  if (first === null || last === null) throw new VaryProblem('These are not dates of the calendar.');
  return stepped(first, last, Number(by) * (unit.startsWith('week') ? 7 : 1), '').map((day) => isoDate(Number(day)));
}
