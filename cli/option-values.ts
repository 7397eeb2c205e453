import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { DATE_FORMS, type DayNumber, readDate } from '../data/dates.ts';
import { numberIn } from '../data/numbers.ts';

export const FORMATS = ['html', 'json', 'csv', 'xlsx', 'md'] as const;
export type Format = (typeof FORMATS)[number];
/** What is written where nothing is asked for: a workbook of all tables takes some seconds. */
export const USUAL_FORMATS: Format[] = ['html', 'json', 'csv'];

/** Beyond this a mean is known to a thousandth of a winter's spread; results would only grow. */
const MOST_REPLICATIONS = 100_000;
const MOST_WORKERS = 256;
const DEFAULT_WORKERS_AT_MOST = 8;

export const replicationsOption = wholeNumber(1, MOST_REPLICATIONS);
export const countOption = wholeNumber(2, 10_000);
export const workersOption = wholeNumber(1, MOST_WORKERS);

/** Of a plan to start from; the report holds days and months up to three years. */
export const weeksOption = wholeNumber(1, 156);

/** Any day of this century and the next. */
export function dateOption(text: string): DayNumber {
  const [day, first, last] = [text, '2000-01-01', '2199-12-31'].map(readDate);
  if (day == null || day < (first ?? 0) || day > (last ?? 0))
    throw new InvalidArgumentError(`Write a date as ${DATE_FORMS.replaceAll('`', '')}, from the year 2000 on.`);
  return day;
}

/** As text: it is part of the key of every random stream. */
export function seedOption(text: string): string {
  return String(wholeNumber(0, Number.MAX_SAFE_INTEGER)(text));
}

export function defaultWorkers(): number {
  return Math.min(availableParallelism(), DEFAULT_WORKERS_AT_MOST);
}

export function formatOption(text: string): Format[] {
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const unknown = names.filter((name) => !FORMATS.some((format) => format === name));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(`Choose from ${FORMATS.join(', ')}, with commas between; found "${unknown.join(',')}".`);
  }
  return FORMATS.filter((format) => names.includes(format));
}

/** Of a saved result also the record for reviewers, by itself. */
export const reportFormatOption = (text: string): Format[] | 'stress' =>
  text.trim().toLowerCase() === 'stress' ? 'stress' : formatOption(text);

export function folderOption(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Name a folder.');
  return text;
}

/** One `--with file` after another. */
export function withOption(file: string, earlier: string[] = []): string[] {
  if (file.trim() === '') throw new InvalidArgumentError('Name a file.');
  return [...earlier, file];
}

/** One `--set path=value` after another. */
export function setOption(text: string, earlier: string[] = []): string[] {
  const path = text.split('=', 1)[0]?.trim();
  if (!path || !text.includes('=')) {
    throw new InvalidArgumentError('Write it as path=value, e.g. "services.home-support.commissioned=2000 h/week".');
  }
  return [...earlier, text];
}

/** `10%` or `0.1`. */
export function shareOption(text: string): number {
  const [, digits, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim()) ?? [];
  const value = Number(digits) / (percent ? 100 : 1);
  if (value > 0 && value < 1) return value;
  throw new InvalidArgumentError('Write a share between 0 and 1, such as 10%.');
}

/** `£5,000`, `5000` or `1.5`. */
export function poundsOption(text: string): number {
  const value = numberIn(text.trim().replace(/^£/, ''), { separator: ',', bothMarks: false }) ?? Number.NaN;
  if (value > 0) return value;
  throw new InvalidArgumentError('Write an amount above zero, such as £5000.');
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}
