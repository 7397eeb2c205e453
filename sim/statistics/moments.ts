/** Mean and standard deviation of values taken one at a time (Welford); the order of adding is part of the result. */
export class Moments {
  n = 0;
  mean = 0;
  private m2 = 0;

  add(value: number): void {
    this.n++;
    const step = value - this.mean;
    this.mean += step / this.n;
    this.m2 += step * (value - this.mean);
  }

  /** With n - 1; 0 from one value. */
  sd(): number {
    return this.n < 2 ? 0 : Math.sqrt(Math.max(0, this.m2) / (this.n - 1));
  }
}
