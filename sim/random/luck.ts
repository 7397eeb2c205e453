import type { Uniform } from './streams.ts';

const PEOPLE = 256;

/**
 * The luck of one person after another: one uniform for every purpose, each purpose a stream of its own. Drawn for many
 * people at a time and only when a purpose is asked about, so that one nobody asks about costs nothing.
 */
export class Luck {
  private readonly streams: Uniform[];
  private readonly drawn: Float64Array;
  /** Groups of people so far, and those that each purpose is drawn for. */
  private group = 0;
  private readonly groupsDrawn: Int32Array;
  private person = PEOPLE - 1;

  constructor(streams: Uniform[]) {
    this.streams = streams;
    this.drawn = new Float64Array(streams.length * PEOPLE);
    this.groupsDrawn = new Int32Array(streams.length);
  }

  /** On to the next person. */
  next(): void {
    if (++this.person < PEOPLE) return;
    this.person = 0;
    this.group++;
  }

  /** This person's uniform for a purpose, by its place among the streams. */
  of(purpose: number): number {
    if (this.groupsDrawn[purpose] !== this.group) this.draw(purpose);
    return this.drawn[purpose * PEOPLE + this.person] as number;
  }

  /** The groups before that nobody asked about are drawn too: a stream cannot be entered in the middle. */
  private draw(purpose: number): void {
    const uniform = this.streams[purpose] as Uniform;
    const { drawn, groupsDrawn, group } = this;
    for (let left = group - (groupsDrawn[purpose] as number); left > 0; left--)
      for (let i = purpose * PEOPLE; i < (purpose + 1) * PEOPLE; i++) drawn[i] = uniform();
    groupsDrawn[purpose] = group;
  }
}
