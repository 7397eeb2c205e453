import type { Quantile } from './quantile.ts';

/** No chance beyond this: a person longer under way than all but one in 10^12 is at the end. */
const NEARLY_ALL = 1 - 2 ** -40;
const CELLS = 2048;

/** P(X <= days), as the inverse of the inverse: one formula a shape, not two that could disagree. Bisection, to 1e-12. */
export function shareWithin(quantile: Quantile, days: number): number {
  if (quantile(NEARLY_ALL) <= days) return NEARLY_ALL;
  let low = 0;
  let high = NEARLY_ALL;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (quantile(middle) <= days) low = middle;
    else high = middle;
  }
  return low;
}

/** A length of time met while it is under way. */
export class UnderWay {
  /** Mean of the whole length, over everybody. */
  readonly mean: number;
  private readonly quantile: Quantile;
  /** Uniforms at the ends of cells that get finer towards 1, and the integral of the quantile up to them. */
  private readonly ends: Float64Array;
  private readonly area: Float64Array;

  constructor(quantile: Quantile) {
    this.quantile = quantile;
    this.ends = Float64Array.from({ length: CELLS + 1 }, (_, i) =>
      Math.min(NEARLY_ALL, 1 - (1 - i / CELLS) * (1 - i / CELLS) * (1 - i / CELLS)),
    );
    this.area = new Float64Array(CELLS + 1);
    for (let i = 0; i < CELLS; i++) {
      const [from, to] = [this.ends[i] as number, this.ends[i + 1] as number];
      this.area[i + 1] = (this.area[i] as number) + quantile((from + to) / 2) * (to - from);
    }
    this.mean = this.area[CELLS] as number;
  }

  /** What is left after some days: the rest of a length drawn from those that are longer; nothing where none is. */
  left(soFar: number, u: number): number {
    const within = shareWithin(this.quantile, soFar);
    return Math.max(0, this.quantile(Math.min(NEARLY_ALL, within + u * (1 - within))) - soFar);
  }

  /** Share of lengths that are longer than this. */
  beyond(soFar: number): number {
    return 1 - shareWithin(this.quantile, soFar);
  }

  /**
   * The whole length of one met at any moment of it: longer ones are met more often, in proportion to their length. At a uniform
   * point of it what is left has the equilibrium distribution of a residual.
   */
  whole(u: number): number {
    const { area, ends, quantile } = this;
    const aim = u * this.mean;
    let low = 0;
    let high = CELLS;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((area[middle] as number) <= aim) low = middle;
      else high = middle;
    }
    const [from, to] = [area[low] as number, area[high] as number];
    const part = to > from ? (aim - from) / (to - from) : 0;
    return quantile((ends[low] as number) + part * ((ends[high] as number) - (ends[low] as number)));
  }

  /** A fresh one. */
  fresh(u: number): number {
    return this.quantile(u);
  }
}

const POINTS = 200;

/** Quantile of a sum of independent lengths, by equally likely points of each in turn. */
export function sumOf(parts: Quantile[]): Quantile {
  return parts.reduce((sum, part) => {
    const points = (quantile: Quantile) => Float64Array.from({ length: POINTS }, (_, i) => quantile((i + 0.5) / POINTS));
    const [a, b] = [points(sum), points(part)];
    const all = new Float64Array(POINTS * POINTS)
      .map((_, i) => (a[i % POINTS] as number) + (b[Math.floor(i / POINTS)] as number))
      .sort();
    return (u) => all[Math.min(all.length - 1, Math.floor(u * all.length))] as number;
  });
}
