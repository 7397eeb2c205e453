import type { ScenarioValue } from '../../sim/result.ts';
import { amountIn, withAmount, withExactly } from './amounts.ts';
import { keptSums, sumsOf } from './sums.ts';

/** A value that may be another: an assumption, or a sourced figure with a range of its own; in a plan that marks no assumption, every value without a source. */
export interface Uncertain {
  path: string;
  written: string;
  low: string;
  high: string;
  /** True where low and high are its own; else they are a fifth below and above. */
  stated: boolean;
  origin: 'assumption' | 'source' | 'unstated';
  note: string | null;
  /** As numbers of the unit of `low`: what is written, the lowest and the highest. */
  amounts: { written: number; low: number; high: number };
}

/** A fifth either way where a plan states no range; of a share a fifth of the smaller part, so that 92% becomes 90.4% to 93.6%. */
const USUALLY = 0.2;
/** Not a quantity of the care system: words, dates, targets, and how the simulation is run. */
const NEVER =
  /^(ambitions|run|period|calendar|observed|stated|decide)\.|\.(shape|from|to|label|weekday-profile|year-starts|kind|priority|phases)$/;
const MONEY = /(^|\.)(price|delayed-bed-day)$/;
/** A sum: its first number is only a part of it. Of a product it is in proportion to the value. */
const SUM = /\s[+-]\s/;
const PRODUCT = /\*|\/\s*\d/;

/** Every value that can be varied, in the order of the scenario; prices only where money is asked about. */
export function uncertainIn(values: ScenarioValue[], money: boolean): Uncertain[] {
  const marked = values.some(({ origin }) => origin === 'assumption');
  return values.flatMap((value) => {
    if (NEVER.test(value.path) || (MONEY.test(value.path) && !money)) return [];
    const { origin } = value;
    return origin === 'assumption' || (origin === 'unstated' && !marked) || (origin === 'source' && value.range)
      ? (uncertain(value, origin) ?? [])
      : [];
  });
}

function uncertain(value: ScenarioValue, origin: Uncertain['origin']): Uncertain | null {
  const { path, written, range, note } = value;
  const amount = amountIn(SUM.test(written) || (range && PRODUCT.test(written)) ? value.value : written);
  if (amount === null || amount === 0) return null;
  const [low, high] = [range?.low, range?.high].map((text) => (text === undefined ? null : amountIn(text)));
  if (range && typeof low === 'number' && typeof high === 'number')
    return {
      path,
      written,
      low: range.low,
      high: range.high,
      stated: true,
      origin,
      note,
      amounts: { written: amount, low, high },
    };
  const [text, middle] = SUM.test(written) ? [`1 * (${written})`, 1] : [written, amount];
  const isShare = text === written && /%\s*$/.test(written) && !path.startsWith('changes.');
  const step = USUALLY * (isShare ? Math.min(middle, 100 - middle) : middle);
  const amounts = { written: middle, low: middle - step, high: middle + step };
  return {
    path,
    written,
    low: withAmount(text, amounts.low),
    high: withAmount(text, amounts.high),
    stated: false,
    origin,
    note,
    amounts,
  };
}

/**
 * Settings (`path=value`) that put some assumptions each at a place in its range, 0 its lowest and 1 its highest, and move what
 * goes with them: the rest of a sum of 100%, the median of a mean.
 */
export function settingsAt(values: ScenarioValue[], moved: { of: Uncertain; at: number }[]): string[] {
  const now = new Map<string, string>();
  for (const { of, at } of moved) now.set(of.path, withAmount(of.low, of.amounts.low + at * (of.amounts.high - of.amounts.low)));
  for (const { of } of moved) {
    const median = values.find(
      ({ path, origin }) => of.path.endsWith('.mean') && path === of.path.replace(/mean$/, 'median') && origin !== 'default',
    );
    const amount = median && amountIn(now.get(median.path) ?? median.written);
    if (median && amount)
      now.set(median.path, withExactly(median.written, (amount * (amountIn(now.get(of.path) ?? '') ?? 0)) / of.amounts.written)); // the shape stays
  }
  for (const [path, text] of keptSums(sumsOf(values), now)) now.set(path, text);
  return [...now].map(([path, text]) => `${path}=${text}`);
}
