import type { ClaimantOf } from './claimant.ts';

/** What is asked of a capacity that shares (see capacity.ts). */
interface Member<Capacity extends Member<Capacity>> {
  readonly head: ClaimantOf<Capacity> | null;
  sharing: Sharing<Capacity> | null;
  load(now: number): number;
  freeFor(need: number, now: number): boolean;
  admitOwn(now: number): void;
  startAt(at: Capacity, person: ClaimantOf<Capacity>, now: number): void;
  tradeSpot(now: number): void;
  expectOpening(now: number): void;
}

/**
 * Capacities of one kind that help one another out, own people first: whoever finds no room in the own one starts in another
 * that has room and nobody of its own waiting; and one with room and nobody of its own waiting takes the first of those who
 * head the other lines. Only from a capacity whose use is at or above a share of its ceiling.
 */
export class Sharing<Capacity extends Member<Capacity>> {
  private readonly members: Capacity[] = [];
  private readonly above: number;

  constructor(above: number) {
    this.above = above;
  }

  add(member: Capacity): void {
    this.members.push(member);
    member.sharing = this;
  }

  /** Where a person with nobody before in the own line starts instead: the first in the order written; null if nowhere. */
  elsewhere(person: ClaimantOf<Capacity>, own: Capacity, now: number): Capacity | null {
    if (own.load(now) < this.above) return null;
    return this.members.find((member) => member !== own && member.freeFor(person.need, now)) ?? null;
  }

  /** Whoever can start now does, in the own capacity before any other. */
  settle(now: number): void {
    for (;;) {
      for (const member of this.members) member.admitOwn(now);
      const found = this.first(now);
      if (found === null) break;
      found.own.startAt(found.at, found.person, now);
    }
    for (const member of this.members) member.tradeSpot(now);
    this.expectOpenings(now);
  }

  /** While anybody waits, every member watches for the day on which it may take somebody. */
  expectOpenings(now: number): void {
    if (this.members.some(({ head }) => head !== null)) for (const member of this.members) member.expectOpening(now);
  }

  /** Of the heads of lines that can start elsewhere: by priority, then the longest wait. */
  private first(now: number): { person: ClaimantOf<Capacity>; own: Capacity; at: Capacity } | null {
    let found: { person: ClaimantOf<Capacity>; own: Capacity; at: Capacity } | null = null;
    for (const own of this.members) {
      const person = own.head;
      if (person === null || !before(person, found?.person ?? null)) continue;
      const at = this.elsewhere(person, own, now);
      if (at !== null) found = { person, own, at };
    }
    return found;
  }
}

type Queued = Pick<ClaimantOf<unknown>, 'priority' | 'queuedAt'>;

function before(a: Queued, b: Queued | null): boolean {
  return b === null || a.priority < b.priority || (a.priority === b.priority && a.queuedAt < b.queuedAt);
}
