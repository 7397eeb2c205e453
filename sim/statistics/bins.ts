/** Bins of a spread at first, and at most: ranges are read to about one part in the most of the whole range, and exactly while they last. */
export const FEWEST = 32;
export const MOST = 512;
/** Rows in a block of memory. */
const ROWS = 1024;

type Counts = Uint8Array | Uint16Array | Uint32Array;

/**
 * Counts in rows of 32 to 512 bins, each twice as long as the next shorter: a row that has become too short is left for a longer one, and
 * used again. Blocks are never copied, so memory is that of the rows in use.
 */
export class Bins {
  private readonly lengths: { length: number; blocks: Counts[]; rows: number; free: number[] }[] = [];
  private readonly of: new (
    length: number,
  ) => Counts;

  /** @param most what is counted in one bin at the most */
  constructor(most: number) {
    this.of = most < 2 ** 8 ? Uint8Array : most < 2 ** 16 ? Uint16Array : Uint32Array;
    for (let length = FEWEST; length <= MOST; length *= 2) this.lengths.push({ length, blocks: [], rows: 0, free: [] });
  }

  /** An empty row of `FEWEST * 2 ** size` bins; its number among those of its size. */
  take(size: number): number {
    const rows = this.lengths[size] as Bins['lengths'][number];
    const free = rows.free.pop();
    if (free !== undefined) return free;
    if (rows.rows % ROWS === 0) rows.blocks.push(new this.of(ROWS * rows.length));
    return rows.rows++;
  }

  leave(size: number, row: number): void {
    this.row(size, row).fill(0);
    this.lengths[size]?.free.push(row);
  }

  count(size: number, row: number, bin: number): void {
    const { blocks, length } = this.lengths[size] as Bins['lengths'][number];
    const block = blocks[Math.floor(row / ROWS)] as Counts;
    const at = (row % ROWS) * length + bin;
    block[at] = (block[at] as number) + 1;
  }

  row(size: number, row: number): Counts {
    const { blocks, length } = this.lengths[size] as Bins['lengths'][number];
    const from = (row % ROWS) * length;
    return (blocks[Math.floor(row / ROWS)] as Counts).subarray(from, from + length);
  }
}
