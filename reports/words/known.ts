import { decimalsFor, fixed, plain, signed } from './numbers.ts';

/**
 * How far a number is known: decimals (below 0: tens, hundreds …) at which half its interval has one figure, or two where that figure is a 1.
 * What stands beyond it could as well be another figure. Value and ends of the interval get the same decimals, so that they never read alike
 * where they differ.
 */
export function decimalsKnown(half: number): number {
  const power = Math.floor(Math.log10(half));
  return (half / 10 ** power < 2 ? 1 : 0) - power;
}

/** A value and its interval as texts; an interval without width says nothing of how far a value is known. */
interface Known {
  value: string;
  low: string;
  high: string;
}

const MOST_DECIMALS = 4;

/** `1,500`, `900`, `2,200`; money in the thousands or millions of the largest of them. */
function known(value: number, [low, high]: [number, number], unit: string): Known {
  return all(value, low, high, unit, false);
}

/** `1,500 (900 to 2,200)`, or `1,500` where nothing varies. */
export function knownText(value: number, interval: [number, number], unit: string): string {
  const { value: text, low, high } = known(value, interval, unit);
  if (isExact(value, interval)) return text;
  return `${text} (${low === high ? low : `${low} to ${high}`})`;
}

/** The same of a difference, each with its sign. */
export function knownDifference(value: number, [low, high]: [number, number], unit: string): Known {
  return all(value, low, high, unit, true);
}

/** `+1,500 (95% interval +900 to +2,200)` without the words; points and days are named once. No interval where nothing varies. */
export function differenceSpan(value: number, interval: [number, number], unit: string): { value: string; span: string | null } {
  const { value: text, low, high } = knownDifference(value, interval, unit);
  if (isExact(value, interval)) return { value: text, span: null };
  return { value: text, span: low === high ? low : `${low.replace(/ (points|days)$/, '')} to ${high}` };
}

/** The same in every replication. */
const isExact = (value: number, [low, high]: [number, number]): boolean =>
  (high - low) / 2 <= 1e-9 * Math.max(1, Math.abs(value));

function all(value: number, low: number, high: number, unit: string, sign: boolean): Known {
  const tiny = isExact(value, [low, high]);
  const text =
    tiny || unit === 'date' ? (v: number) => (sign ? signed(v, unit) : plain(v, unit)) : writer(value, low, high, unit, sign);
  return { value: text(value), low: text(tiny ? value : low), high: text(tiny ? value : high) };
}

/** One way of writing for the value and both ends. */
function writer(value: number, low: number, high: number, unit: string, sign: boolean): (v: number) => string {
  const size = Math.max(Math.abs(value), Math.abs(low), Math.abs(high));
  const [scale, before, after] =
    unit === 'share' ? [0.01, '', sign ? ' points' : '%'] : unit === '£' ? inMoney(size) : [1, '', ''];
  const decimals = Math.min(MOST_DECIMALS, decimalsKnown((high - low) / 2 / scale), finest(size / scale));
  return (v) => {
    const text = rounded(Math.abs(v) / scale, decimals);
    const zero = !/[1-9]/.test(text);
    return `${zero ? '' : v < 0 ? '-' : sign ? '+' : ''}${before}${text}${after}`;
  };
}

/** Nothing is written finer than two decimals more than its size is written with by itself. */
const finest = (size: number): number => decimalsFor(size) + 2;

const inMoney = (size: number): [number, string, string] =>
  size >= 1e6 ? [1e6, '£', 'm'] : size >= 1e4 ? [1e3, '£', 'k'] : [1, '£', ''];

function rounded(value: number, decimals: number): string {
  if (decimals >= 0) return fixed(value, decimals);
  const step = 10 ** -decimals;
  return fixed(Math.round(value / step) * step);
}

/** `-0.5 to +1.2 points`: from one number to another, neither an interval of the other; told apart wherever they differ. */
export function signedSpan(low: number, high: number, unit: string): string {
  const plainly = [signed(low, unit), signed(high, unit)];
  const { low: from, high: to } = knownDifference(low, [low, high], unit);
  const [a = '', b = ''] = plainly[0] === plainly[1] ? [from, to] : plainly;
  return a === b ? a : `${a.replace(/ (points|days)$/, '')} to ${b}`;
}
