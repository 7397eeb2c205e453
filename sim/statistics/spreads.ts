import type { Summary } from '../result.ts';
import { Bins, FEWEST, MOST } from './bins.ts';
import { summaryOf } from './spread.ts';

const LARGEST = Math.log2(MOST / FEWEST);

/**
 * The spreads of many quantities over replications without keeping them: of each its moments (Welford), and a histogram of whole steps.
 * When the bins of one run out it has twice as many, and from 512 on two become one: memory has a limit whatever the number of
 * replications and the size of the values, and nothing is made as they come in.
 */
export class Spreads {
  /** Values taken, their mean, and the sum of squares about it. */
  private readonly n: Uint32Array;
  private readonly mean: Float64Array;
  private readonly squares: Float64Array;
  /** The first bin's number, and the steps in a bin: a power of two. */
  private readonly first: Float64Array;
  private readonly width: Float64Array;
  /** Where its row of bins is. */
  private readonly size: Uint8Array;
  private readonly row: Uint32Array;
  private readonly bins: Bins;
  private readonly step: Float64Array;
  private readonly scratch = new Float64Array(MOST);

  /** @param steps of each quantity @param most replications */
  constructor(steps: ArrayLike<number>, most: number) {
    const { length } = steps;
    this.step = Float64Array.from(steps);
    this.n = new Uint32Array(length);
    this.mean = new Float64Array(length);
    this.squares = new Float64Array(length);
    this.first = new Float64Array(length);
    this.width = new Float64Array(length).fill(1);
    this.size = new Uint8Array(length);
    this.row = new Uint32Array(length);
    this.bins = new Bins(most);
  }

  /** One replication: a value of each quantity, NaN where it has none. */
  add(values: ArrayLike<number>): void {
    for (let i = 0; i < this.n.length; i++) this.addTo(i, values[i] as number);
  }

  private addTo(i: number, value: number): void {
    if (Number.isNaN(value)) return;
    const steps = Math.round(value / (this.step[i] as number));
    if (this.n[i] === 0) this.begin(i, steps);
    this.takeIn(i, value);
    let bin = this.binOf(i, steps);
    if (bin < 0 || bin >= FEWEST << (this.size[i] as number)) {
      this.makeRoom(i, steps);
      bin = this.binOf(i, steps);
    }
    this.bins.count(this.size[i] as number, this.row[i] as number, bin);
  }

  private begin(i: number, steps: number): void {
    this.row[i] = this.bins.take(0);
    this.first[i] = steps - FEWEST / 2;
  }

  private takeIn(i: number, value: number): void {
    const n = (this.n[i] as number) + 1;
    const off = value - (this.mean[i] as number);
    const mean = (this.mean[i] as number) + off / n;
    this.n[i] = n;
    this.mean[i] = mean;
    this.squares[i] = (this.squares[i] as number) + off * (value - mean);
  }

  private binOf(i: number, steps: number): number {
    return Math.floor(steps / (this.width[i] as number)) - (this.first[i] as number);
  }

  /** Twice as many bins, or bins twice as wide, until `steps` has one; the room is on its side. */
  private makeRoom(i: number, steps: number): void {
    const [first, width, size, row] = [
      this.first[i] as number,
      this.width[i] as number,
      this.size[i] as number,
      this.row[i] as number,
    ];
    let longer = size;
    let bin = this.binOf(i, steps);
    for (; longer < LARGEST && (bin < 0 || bin >= FEWEST << longer); longer++) {
      if (bin < 0) this.first[i] = (this.first[i] as number) - (FEWEST << longer);
      bin = this.binOf(i, steps);
    }
    while (bin < 0 || bin >= FEWEST << longer) {
      this.width[i] = (this.width[i] as number) * 2;
      this.first[i] = Math.floor((this.first[i] as number) / 2) - (bin < 0 ? MOST / 2 - 1 : 0); // an odd first bin makes one more pair
      bin = this.binOf(i, steps);
    }
    const counts = this.scratch;
    counts.set(this.bins.row(size, row));
    this.bins.leave(size, row);
    this.size[i] = longer;
    this.row[i] = this.bins.take(longer);
    const moved = this.bins.row(longer, this.row[i] as number);
    for (let at = 0; at < FEWEST << size; at++) {
      const count = counts[at] as number;
      if (count === 0) continue;
      const to = Math.floor(((first + at) * width) / (this.width[i] as number)) - (this.first[i] as number);
      moved[to] = (moved[to] as number) + count;
    }
  }

  summary(i: number): Summary | null {
    const n = this.n[i] as number;
    if (n === 0) return null;
    const counts = this.bins.row(this.size[i] as number, this.row[i] as number);
    const [first, width, step] = [this.first[i] as number, this.width[i] as number, this.step[i] as number];
    const sd = () => (n < 2 ? 0 : Math.sqrt(Math.max(0, this.squares[i] as number) / (n - 1)));
    let bin = 0;
    let before = 0;
    // The value at a rank, 0 the lowest: the middle of its bin. Ranks mostly rise, so a search goes on where the last one ended.
    return summaryOf({ n, mean: this.mean[i] as number, sd }, (rank) => {
      if (rank < before) [bin, before] = [0, 0];
      while (bin < counts.length && before + (counts[bin] as number) <= rank) before += counts[bin++] as number;
      return bin < counts.length ? ((first + bin) * width + (width - 1) / 2) * step : Number.NaN;
    });
  }
}
