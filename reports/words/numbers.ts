import { dayText } from './dates.ts';

/**
 * Plain numbers as the board reads them: `1,850`, `12.3%`, `£1.2m`, `41 to 67`. A null is an en dash.
 * Fixed by hand, not by the machine's locale, so that the same result gives the same report everywhere.
 */
export const NONE = '–';

/** The day in which an instant lies, in days since 1 January 1970: how a measure says a date. */
export const isoDay = (value: number): string => new Date(Math.floor(value) * 86_400_000).toISOString().slice(0, 10);

/** Whole with thousands separated, or with as many decimals as are asked. */
export function fixed(value: number, decimals = 0): string {
  const text = Math.abs(value).toFixed(decimals);
  const [whole = '0', part] = text.split('.');
  let grouped = '';
  for (let i = 0; i < whole.length; i++) {
    if (i > 0 && (whole.length - i) % 3 === 0) grouped += ',';
    grouped += whole[i];
  }
  const sign = value < 0 && Number(text) !== 0 ? '-' : '';
  return sign + (part === undefined ? grouped : `${grouped}.${part}`);
}

export const decimalsFor = (size: number): number => (size < 0.995 ? 2 : size < 20 ? 1 : 0);

/** Sums of many small times end a hair beside 0, above or below: such a number is 0. */
const NOTHING = 1e-9;

/** About three figures: small amounts keep decimals, large ones do not. */
export function amount(value: number): string {
  const size = Math.abs(value);
  return size < NOTHING ? '0' : fixed(value, decimalsFor(size));
}

export function share(value: number): string {
  const percent = value * 100;
  return percent > 99.9 && percent < 100 - 100 * NOTHING ? `${fixed(Math.min(percent, 99.99), 2)}%` : `${fixed(percent, 1)}%`;
}

export function money(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 && size >= 0.5 ? '-' : '';
  if (size >= 1e6) return `${sign}£${fixed(size / 1e6, size < 1e8 ? 1 : 0)}m`;
  if (size >= 10_000) return `${sign}£${fixed(size / 1000)}k`;
  return `${sign}£${fixed(size)}`;
}

/** A value in its unit's own form; the unit itself is named only where `show` says so. */
export function plain(value: number | null, unit: string): string {
  if (value === null) return NONE;
  if (unit === 'share') return share(value);
  if (unit === '£') return money(value);
  if (unit === 'date') return dayText(isoDay(value));
  if (unit === 'replications') return fixed(value);
  return amount(value);
}

export function withUnit(value: number | null, unit: string): string {
  const text = plain(value, unit);
  if (value === null || unit === 'share' || unit === '£' || unit === 'date') return text;
  return `${text} ${text === '1' || text === '1.0' ? unit.replace(/^(day|bed|hour)s$/, '$1') : unit}`;
}

/** A value beside another, with as many more decimals (at most three) as it takes to tell them apart where they differ; as the other is written where three are not enough. */
export function apart(value: number | null, other: number, unit: string): string {
  if (value === null || value === other || plain(value, unit) !== plain(other, unit)) return plain(value, unit);
  const scale = unit === 'share' ? 100 : 1;
  const least = unit === 'share' ? 1 : unit === '£' ? 0 : decimalsFor(Math.abs(value));
  const texts = [least, least + 1, least + 2, least + 3].map((d) => [value, other].map((v) => fixed(v * scale, d)));
  const text = texts.find(([a, b]) => a !== b)?.[0];
  if (text === undefined) return plain(other, unit);
  return unit === 'share' ? `${text}%` : unit === '£' ? `£${text}` : text;
}

/** `41 to 67`: both ends with the decimals of the larger, or as many more as it takes to tell them apart; one number only where they are the same. */
export function span(low: number, high: number, unit: string): string {
  if (Math.abs(high - low) < NOTHING) return plain(high, unit);
  const ends = [0, 1, 2].map(
    (more) => [low, high].map((v) => end(v, Math.max(Math.abs(low), Math.abs(high)), unit, more)) as [string, string],
  );
  const [a, b] = ends.find(([from, to]) => from !== to) ?? (ends[0] as [string, string]);
  return a === b ? a : `${a} to ${b}`;
}

/** An end of a span whose larger end has that size, with so many decimals more than by itself. */
function end(value: number, size: number, unit: string, more: number): string {
  if (unit === 'date') return plain(value, unit);
  if (unit === 'share') return `${fixed(value * 100, 1 + more)}%`;
  if (unit !== '£') return fixed(value, Math.abs(value) < NOTHING ? 0 : decimalsFor(size) + more);
  if (Math.abs(value) < 0.5) return '£0';
  const [scale, letter] = size >= 1e6 ? [1e6, 'm'] : size >= 10_000 ? [1000, 'k'] : [1, ''];
  return `${value < 0 ? '-' : ''}£${fixed(Math.abs(value) / scale, (scale === 1e6 && size < 1e8 ? 1 : 0) + more)}${letter}`;
}

/** A difference always carries its sign. */
export function signed(value: number | null, unit: string): string {
  if (value === null) return NONE;
  const text =
    unit === 'share' ? `${fixed(value * 100, 1)} points` : unit === 'date' ? withUnit(value, 'days') : plain(value, unit);
  return value > 0 && !/^£?0(\.0+)?( points| days)?$/.test(text) ? `+${text}` : text;
}

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

export const inWords = (n: number): string => SMALL[n] ?? fixed(n);

/** `nine weeks`, `26 weeks`, `one week`. */
export function countOf(n: number, one: string, many = `${one}s`): string {
  return `${inWords(n)} ${n === 1 ? one : many}`;
}
