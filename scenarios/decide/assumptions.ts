import type { ScenarioValue } from '../../sim/result.ts';

/** A value marked as an assumption, and how to set it anywhere between its lowest and its highest. */
export interface Uncertain {
  path: string;
  written: string;
  low: string;
  high: string;
  /** True where low and high are its own; else they are a fifth below and above. */
  stated: boolean;
  note: string | null;
  /** `path=value` each: at 0 the lowest, at 1 the highest; what must sum to 100% with it moves with it. */
  set(at: number): string[];
}

/** A fifth either way where a plan states no range; of a share a fifth of the smaller part, so that 92% becomes 90.4% to 93.6%. */
const USUALLY = 0.2;
const NUMBER = /^(?<before>[+-]?£?)(?<digits>\d[\d,]*(?:\.\d+)?)(?<after>.*)$/;
/** Not a quantity of the care system: words, dates, targets, and how the simulation is run. */
const NEVER = /^(ambitions|run|period)\.|\.(shape|from|to|label|weekday-profile|kind|priority|phases)$/;
const MONEY = /(^|\.)(price|delayed-bed-day)$/;
const WHOLE = /\b(bed|beds|places|people)\s*$/;

/** Every assumption that can be varied, in the order of the scenario; prices only where money is asked about. */
export function uncertainIn(values: ScenarioValue[], money: boolean): Uncertain[] {
  return values.flatMap((value) => {
    if (value.origin !== 'assumption' || NEVER.test(value.path) || (MONEY.test(value.path) && !money)) return [];
    return uncertain(value, values) ?? [];
  });
}

function uncertain(value: ScenarioValue, values: ScenarioValue[]): Uncertain | null {
  const middle = amountIn(value.written);
  if (middle === null || middle === 0) return null;
  const [low, high] = [value.range?.low, value.range?.high].map((text) => (text === undefined ? null : amountIn(text)));
  const stated = low !== null && high !== null && low !== undefined && high !== undefined;
  const isShare = /%\s*$/.test(value.written) && !value.path.startsWith('changes.');
  const step = USUALLY * (isShare ? Math.min(middle, 100 - middle) : middle);
  const [from, to] = stated ? [low, high] : [middle - step, middle + step];
  const textAt = (amount: number) => withAmount(value.written, amount);
  const set = (at: number): string[] => {
    const amount = from + at * (to - from);
    return [`${value.path}=${textAt(amount)}`, ...(isShare ? othersInSum(value, values, middle, amount) : []), ...medianWith(value, values, amount / middle)];
  };
  return { path: value.path, written: value.written, low: textAt(from), high: textAt(to), stated, note: value.note, set };
}

function amountIn(text: string): number | null {
  const found = NUMBER.exec(text.trim())?.groups;
  return found ? Number(`${found['before']?.replace('£', '') ?? ''}${found['digits']?.replaceAll(',', '')}`) : null;
}

/** The same text with another number; beds and people stay whole. */
function withAmount(text: string, amount: number): string {
  const { before = '', after = '' } = NUMBER.exec(text.trim())?.groups ?? {};
  const tidy = WHOLE.test(text) ? Math.round(amount) : Number(amount.toPrecision(6));
  return `${before.startsWith('+') && tidy >= 0 ? '+' : ''}${before.includes('£') ? '£' : ''}${tidy}${after}`;
}

/** Shares that sum to 100% with this one keep their proportions to each other. */
function othersInSum({ path }: ScenarioValue, values: ScenarioValue[], old: number, now: number): string[] {
  const others = values.filter((other) => other.path !== path && sumOf(other.path) !== null && sumOf(other.path) === sumOf(path));
  const factor = (100 - now) / (100 - old);
  return others.flatMap((other) => {
    const amount = amountIn(other.written);
    return amount === null ? [] : [`${other.path}=${withExactly(other.written, amount * factor)}`];
  });
}

/** The sum a share belongs to; null for one that stands alone. */
function sumOf(path: string): string | null {
  const found = /^((?:hospitals\.[^.]+\.)?pathways)\.[^.]+\.share$|^(services\.[^.]+\.outcomes)\.[^.]+$|^(services\.[^.]+\.packages)\.[^.]+\.share$/.exec(path);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
}

/** To the last digit: the sum is held to a millionth. */
const withExactly = (text: string, amount: number): string => `${Number(amount.toPrecision(12))}${NUMBER.exec(text.trim())?.groups?.['after'] ?? ''}`;

/** A median moves with its mean, so that the shape stays. */
function medianWith({ path }: ScenarioValue, values: ScenarioValue[], factor: number): string[] {
  if (!path.endsWith('.mean')) return [];
  const median = values.find((other) => other.path === path.replace(/mean$/, 'median') && other.origin !== 'default');
  const amount = median && amountIn(median.written);
  return median && amount ? [`${median.path}=${withExactly(median.written, amount * factor)}`] : [];
}
