/** Powers of our own base units. An hour of care is not an hour of time, and a bed is not a person. */
export interface Dimensions {
  care?: number;
  bed?: number;
  person?: number;
  pound?: number;
  day?: number;
}

export interface UnitWord {
  /** The base units it counts, and how many of them. */
  of: Dimensions;
  size: number;
}

/** What an hour is depends on what is asked for: an hour of care (capacity, packages, prices) or of the clock (a delay). */
export type HourSense = 'care' | 'clock';

const words = (names: string, of: Dimensions, size = 1): [string, UnitWord][] =>
  names.split(' ').map((name) => [name, { of, size }]);

const WORDS = new Map<string, UnitWord>([
  ...words('minute minutes mins', { day: 1 }, 1 / 1440),
  ...words('day days', { day: 1 }),
  ...words('week weeks wk', { day: 1 }, 7),
  ...words('year years', { day: 1 }, 365),
  ...words('bed beds place places', { bed: 1 }),
  ...words('bed-day bed-days', { bed: 1, day: 1 }),
  ...words('bed-week bed-weeks', { bed: 1, day: 1 }, 7),
  ...words('person people patient patients admission admissions referral referrals arrival arrivals', { person: 1 }),
  ...words('start starts placement placements package packages', { person: 1 }),
]);
const HOURS = new Set(['h', 'hr', 'hrs', 'hour', 'hours']);

export function unitWord(word: string, hour: HourSense): UnitWord | undefined {
  const name = word.toLowerCase();
  if (HOURS.has(name)) return hour === 'care' ? { of: { care: 1 }, size: 1 } : { of: { day: 1 }, size: 1 / 24 };
  return WORDS.get(name);
}

export const POUND: UnitWord = { of: { pound: 1 }, size: 1 };

export function sameDimensions(a: Dimensions, b: Dimensions): boolean {
  return BASES.every((base) => (a[base] ?? 0) === (b[base] ?? 0));
}

/** a × b to the power given. */
export function times(a: Dimensions, b: Dimensions, power: number): Dimensions {
  const product: Dimensions = {};
  for (const base of BASES) {
    const sum = (a[base] ?? 0) + power * (b[base] ?? 0);
    if (sum !== 0) product[base] = sum;
  }
  return product;
}

export const BASES = ['care', 'bed', 'person', 'pound', 'day'] as const;

/** A number of base units: days, hours of care, beds, people, £. */
export interface Amount {
  size: number;
  of: Dimensions;
  percent: boolean;
  /** Whether a unit is written, even if units cancel out. */
  unit: boolean;
}
