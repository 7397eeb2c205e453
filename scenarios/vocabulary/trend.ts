import { percentage } from '../units/kinds.ts';
import { leaf, type Misread } from './field.ts';

/** Growth of a capacity, compound: a fraction (−0.02) each month or year. */
export class CapacityTrend {
  constructor(
    readonly rate: number,
    readonly per: 'month' | 'year',
  ) {}

  /** What a capacity is multiplied by after so many whole months. */
  factor(months: number): number {
    return Math.exp(Math.log1p(this.rate) * (this.per === 'month' ? months : months / 12)); // not `**`: versions of Node differ in its last digit
  }

  inWords(): string {
    return `${percentage(this.rate)} a ${this.per}`;
  }
}

const ALLOWED = 'a percentage a month or a year, such as `-2% a month` or `3% a year`';
const FORM = /^([+\-−–]?)\s*(\d+(?:\.\d+)?)\s*%\s*(?:a|per|each|\/)\s*(month|year)$/;

export function readTrend(input: unknown): CapacityTrend | Misread {
  const said = typeof input === 'string' ? FORM.exec(input.trim()) : null;
  if (!said) return { problem: 'This is not a growth or decline.', allowed: ALLOWED };
  const rate = (/[-−–]/.test(said[1] ?? '') ? -1 : 1) * (Number(said[2]) / 100);
  if (rate <= -1 || rate > 10)
    return { problem: rate > 10 ? 'This is too large.' : 'This takes away all there is.', allowed: ALLOWED };
  return new CapacityTrend(rate, said[3] as 'month' | 'year');
}

export const capacityTrend = leaf(readTrend, {
  meaning:
    'Growth (or, below zero, decline) of the capacity, compound, in monthly steps from the first day of the period; dated changes act on what it has become',
  example: '-2% a month',
  otherwise: 'none',
  units: ALLOWED,
  editor: { type: ['string'] },
}).optional();
