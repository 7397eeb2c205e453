const PARTS = 2 ** 52;

/** A sum of numbers from 0 up that does not depend on their order: whole units, and what is beyond them in parts of 2^-52. For squares, whose own digits are too many. */
export class ExactSum {
  private whole = 0;
  private part = 0;

  add(value: number): void {
    const units = Math.floor(value);
    this.whole += units;
    this.part += Math.round((value - units) * PARTS) / PARTS;
    if (this.part < 1) return;
    this.whole++;
    this.part--;
  }

  get value(): number {
    return this.whole + this.part;
  }
}
