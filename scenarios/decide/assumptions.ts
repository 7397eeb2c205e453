import type { ScenarioValue } from '../../sim/result.ts';

/** A value marked as an assumption, and its range. */
export interface Uncertain {
  path: string;
  written: string;
  low: string;
  high: string;
  /** True where low and high are its own; else they are a fifth below and above. */
  stated: boolean;
  note: string | null;
  /** As numbers of the unit written: what is written, the lowest and the highest. */
  amounts: { written: number; low: number; high: number };
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
    return uncertain(value) ?? [];
  });
}

function uncertain(value: ScenarioValue): Uncertain | null {
  const middle = amountIn(value.written);
  if (middle === null || middle === 0) return null;
  const [low, high] = [value.range?.low, value.range?.high].map((text) => (text === undefined ? null : amountIn(text)));
  const stated = low !== null && high !== null && low !== undefined && high !== undefined;
  const isShare = /%\s*$/.test(value.written) && !value.path.startsWith('changes.');
  const step = USUALLY * (isShare ? Math.min(middle, 100 - middle) : middle);
  const [from, to] = stated ? [low, high] : [middle - step, middle + step];
  return { path: value.path, written: value.written, low: withAmount(value.written, from), high: withAmount(value.written, to), stated, note: value.note, amounts: { written: middle, low: from, high: to } };
}

/**
 * Settings (`path=value`) that put some assumptions each at a place in its range, 0 its lowest and 1 its highest, and move what
 * goes with them: the rest of a sum of 100%, the median of a mean.
 */
export function settingsAt(values: ScenarioValue[], moved: { of: Uncertain; at: number }[]): string[] {
  const now = new Map<string, string>();
  for (const { of, at } of moved) now.set(of.path, withAmount(of.written, of.amounts.low + at * (of.amounts.high - of.amounts.low)));
  for (const { of } of moved) {
    const median = values.find(({ path, origin }) => of.path.endsWith('.mean') && path === of.path.replace(/mean$/, 'median') && origin !== 'default');
    const amount = median && amountIn(now.get(median.path) ?? median.written);
    if (median && amount) now.set(median.path, withExactly(median.written, (amount * (amountIn(now.get(of.path) ?? '') ?? 0)) / of.amounts.written)); // the shape stays
  }
  for (const sum of new Set(moved.flatMap(({ of }) => sumOf(of.path) ?? []))) keepSum(values.filter(({ path }) => sumOf(path) === sum), now);
  return [...now].map(([path, text]) => `${path}=${text}`);
}

/**
 * A share that is moved takes from, or gives to, the others of its sum in their proportions. Several moved multiply what each does
 * alone, and the whole is brought to 100%: the order is of no matter (perturbation of a composition, Aitchison 1986).
 */
function keepSum(shares: ScenarioValue[], now: Map<string, string>): void {
  const written = shares.map((share) => amountIn(share.written) ?? 0);
  const target = shares.map(({ path }, i) => (now.has(path) ? amountIn(now.get(path) as string) : null) ?? (written[i] as number));
  const ofOthers = target.map((to, i) => (written[i] === 100 ? 1 : (100 - to) / (100 - (written[i] as number))));
  const amounts = written.map((amount, i) => (amount === 0 ? 0 : ofOthers.reduce((product, factor, j) => (j === i ? product : product * factor), target[i] as number)));
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  for (const [i, share] of shares.entries()) if (amountIn(share.written) !== null) now.set(share.path, withExactly(share.written, ((amounts[i] as number) * 100) / total));
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

/** The sum a share belongs to; null for one that stands alone. */
function sumOf(path: string): string | null {
  const found = /^((?:(?:hospitals|places)\.[^.]+\.)?pathways)\.[^.]+\.share$|^(services\.[^.]+\.outcomes)\.[^.]+$|^(services\.[^.]+\.packages)\.[^.]+\.share$/.exec(path);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? null;
}

/** To the last digit: the sum is held to a millionth. */
const withExactly = (text: string, amount: number): string => `${Number(amount.toPrecision(12))}${NUMBER.exec(text.trim())?.groups?.['after'] ?? ''}`;
