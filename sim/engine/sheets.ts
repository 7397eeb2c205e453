const BLOCK = 1 << 16;

/**
 * Zeroed arrays cut from blocks that every replication uses again, so that memory stays the same however many there are.
 * After `clear` the arrays given out before must not be read any more.
 */
export class Sheets {
  private readonly blocks: Float64Array[] = [];
  private block = 0;
  private used = 0;

  take(length: number): Float64Array {
    const there = this.blocks[this.block];
    if (there === undefined) this.blocks.push(new Float64Array(Math.max(BLOCK, length)));
    else if (this.used + length > there.length) {
      this.block++;
      this.used = 0;
      return this.take(length);
    }
    const from = this.used;
    this.used += length;
    return (this.blocks[this.block] as Float64Array).subarray(from, this.used);
  }

  clear(): void {
    for (const block of this.blocks.slice(0, this.block + 1)) block.fill(0);
    this.block = 0;
    this.used = 0;
  }
}
