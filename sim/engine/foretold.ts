/** Changes of a level by one that are known before they come: somebody is there from one time to another. */
export class Foretold {
  /** When the next change comes; Infinity: no more. */
  next = Number.POSITIVE_INFINITY;
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private ups = Float64Array.of();
  private downs = Float64Array.of();
  private up = 0;
  private down = 0;

  /** All are told before the first is taken; a later one throws. */
  tell(from: number, to: number): void {
    if (this.ups.length > 0) throw new Error('a change was told after the first was taken');
    this.from.push(from);
    this.to.push(to);
    if (from < this.next) this.next = from;
  }

  /** Takes the change due at `next`: 1 or -1. */
  take(): 1 | -1 {
    if (this.ups.length === 0) this.order();
    const isUp = (this.ups[this.up] as number) <= (this.downs[this.down] as number);
    if (isUp) this.up++;
    else this.down++;
    this.next = Math.min(this.ups[this.up] as number, this.downs[this.down] as number);
    return isUp ? 1 : -1;
  }

  private order(): void {
    this.from.push(Number.POSITIVE_INFINITY);
    this.to.push(Number.POSITIVE_INFINITY);
    this.ups = new Float64Array(this.from).sort();
    this.downs = new Float64Array(this.to).sort();
    this.from.length = 0;
    this.to.length = 0;
  }
}
