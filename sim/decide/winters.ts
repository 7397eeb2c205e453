/**
 * What is known of each winter at the points of a search. All points meet the same people, and more of anything is never worse for the goals: a winter
 * that misses a goal at one point misses it with no more of everything, and one that meets it there meets it with no less. Only what
 * neither says needs to be simulated. The answer of a search, and what is one step below it, rest on simulated winters alone.
 */
export class Winters {
  private readonly seen = new Map<number, { place: number[]; misses: boolean }[]>();

  saw(place: number[], winter: number, misses: boolean): void {
    const all = this.seen.get(winter) ?? [];
    all.push({ place, misses });
    this.seen.set(winter, all);
  }

  /** null: not known yet. */
  misses(place: number[], winter: number): boolean | null {
    for (const { place: other, misses } of this.seen.get(winter) ?? []) {
      if (misses ? noMore(place, other) : noMore(other, place)) return misses;
    }
    return null;
  }
}

const noMore = (one: number[], other: number[]): boolean => one.every((step, i) => step <= (other[i] as number));
