import type { Uniform } from './streams.ts';

const PEOPLE = 256;

/**
 * The luck of one person after another: one uniform for every purpose, each purpose a stream of its own. Drawn for many
 * people at a time, purpose by purpose, so that a purpose nobody asks about costs next to nothing.
 */
export class Luck {
  private readonly streams: Uniform[];
  private readonly drawn: Float64Array;
  private person = PEOPLE - 1;

  constructor(streams: Uniform[]) {
    this.streams = streams;
    this.drawn = new Float64Array(streams.length * PEOPLE);
  }

  /** On to the next person. */
  next(): void {
    if (++this.person < PEOPLE) return;
    this.person = 0;
    this.streams.forEach((uniform, purpose) => {
      for (let i = purpose * PEOPLE; i < (purpose + 1) * PEOPLE; i++) this.drawn[i] = uniform();
    });
  }

  /** This person's uniform for a purpose, by its place among the streams. */
  of(purpose: number): number {
    return this.drawn[purpose * PEOPLE + this.person] as number;
  }
}
