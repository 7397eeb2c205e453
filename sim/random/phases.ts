import type { Quantile } from './quantile.ts';

/** Phases one after another, each exponential; after each but the last a share of people go on to the next and the rest leave (Coxian). */
export interface Phases {
  /** Days. */
  means: number[];
  /** One share fewer than means. */
  goOn: number[];
}

/**
 * Where people are after t days: their share in each phase is the first row of exp(T t). t is a multiple of half the fastest
 * phase, for which powers of exp(T h) by squaring are kept, and a rest, for which the series in the fastest rate is summed:
 * every term is positive, so nothing cancels however far apart the rates are.
 */
class PhaseTail {
  /** P(stay > t) and the density at t, of the last `at`. */
  above = 1;
  density = 0;
  private readonly n: number;
  private readonly step: number;
  private readonly leaving: Float64Array;
  /** One jump of the chain at the fastest rate: stay in the phase, or go on to the next. */
  private readonly stay: Float64Array;
  private readonly next: Float64Array;
  /** exp(T step), exp(2 T step), exp(4 T step) …, upper triangles row by row. */
  private readonly powers: Float64Array[] = [];
  private readonly row: Float64Array;
  private readonly term: Float64Array;

  constructor({ means, goOn }: Phases) {
    this.n = means.length;
    const fastest = 1 / Math.min(...means);
    this.step = 1 / fastest / 2;
    this.leaving = Float64Array.from(means, (mean, i) => (1 - (goOn[i] ?? 0)) / mean);
    this.stay = Float64Array.from(means, (mean) => 1 - 1 / mean / fastest);
    this.next = Float64Array.from(means, (mean, i) => (goOn[i] ?? 0) / mean / fastest);
    this.row = new Float64Array(this.n);
    this.term = new Float64Array(this.n);
    this.powers.push(this.firstPower());
  }

  at(t: number): void {
    const { n, row, step, leaving } = this;
    let steps = Math.floor(t / step);
    row.fill(0);
    row[0] = 1;
    this.series((t - steps * step) / step / 2);
    for (let k = 0; steps > 0; k++, steps = Math.floor(steps / 2)) if (steps % 2 === 1) this.times(this.power(k));
    this.above = 0;
    this.density = 0;
    for (let j = 0; j < n; j++) {
      this.above += row[j] as number;
      this.density += (row[j] as number) * (leaving[j] as number);
    }
  }

  /** The row after a time in which the fastest phase would jump so often, at most 1/2: 16 terms give 1e-18. */
  private series(jumps: number): void {
    const { n, row, term, stay, next } = this;
    term.set(row);
    for (let k = 1; k <= 16; k++) {
      for (let j = n - 1; j >= 0; j--) {
        const before = j > 0 ? (term[j - 1] as number) * (next[j - 1] as number) : 0;
        term[j] = ((term[j] as number) * (stay[j] as number) + before) * (jumps / k);
        row[j] = (row[j] as number) + (term[j] as number);
      }
    }
    const none = Math.exp(-jumps);
    for (let j = 0; j < n; j++) row[j] = (row[j] as number) * none;
  }

  private times(matrix: Float64Array): void {
    const { n, row } = this;
    for (let j = n - 1; j >= 0; j--) {
      let sum = 0;
      for (let i = 0; i <= j; i++) sum += (row[i] as number) * (matrix[i * n + j] as number);
      row[j] = sum;
    }
  }

  private firstPower(): Float64Array {
    const { n, row } = this;
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      row.fill(0);
      row[i] = 1;
      this.series(1 / 2);
      matrix.set(row, i * n);
    }
    return matrix;
  }

  private power(k: number): Float64Array {
    while (this.powers.length <= k) this.powers.push(squared(this.powers.at(-1) as Float64Array, this.n));
    return this.powers[k] as Float64Array;
  }
}

function squared(matrix: Float64Array, n: number): Float64Array {
  return matrix.map((_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    let sum = 0;
    for (let k = i; k <= j; k++) sum += (matrix[i * n + k] as number) * (matrix[k * n + j] as number);
    return sum;
  });
}

/** The stay that a share u of people do not exceed: Newton steps on ln P(stay > t), kept between bounds that halve when they fail. */
export function phaseQuantile(phases: Phases, mean: number): Quantile {
  const tail = new PhaseTail(phases);
  return (u) => {
    const wanted = Math.log1p(-u);
    let low = 0;
    let high = Number.POSITIVE_INFINITY;
    let t = -mean * wanted;
    for (let i = 0; i < 200; i++) {
      tail.at(t);
      const missing = Math.log(tail.above) - wanted;
      if (missing > 0) low = t;
      else high = t;
      let better = t + (missing * tail.above) / tail.density;
      if (!(better > low && better < high)) better = high === Number.POSITIVE_INFINITY ? 2 * t : (low + high) / 2;
      if (Math.abs(better - t) <= 1e-9 * t) return better; // a Newton step squares the error: full precision
      t = better;
    }
    return t;
  };
}
