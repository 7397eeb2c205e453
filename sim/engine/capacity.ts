import { Appointment, type Clock, Kind } from './instant.ts';
import type { Collection, DayRecord } from './day-record.ts';
import { LevelRecord } from './level-record.ts';
import { Line } from './line.ts';
import type { Sharing } from './sharing.ts';
import { Spot, type SpotPlan } from './spot.ts';
import type { Answer, ClaimantOf } from './claimant.ts';

/** Somebody who asks for a place. */
export type Claimant = ClaimantOf<Capacity>;

export interface CapacityPlan {
  name: string;
  /** Place in the scenario: the order of capacity changes at one instant. */
  number: number;
  /** People who may wait; Infinity for no limit. */
  waitingLimit: number;
  /** 1 for each simulated day on which new starts are accepted; null: every day. */
  acceptingDays: Uint8Array | null;
  /** Days for which a place given back is not free yet. */
  turnover: number;
  /** Whether people are moved out when the ceiling falls below what is in use. */
  closingMoves: boolean;
  /** Whether a claim that fits passes those before it that do not; otherwise the front of the queue holds back the rest. */
  whoeverFits: boolean;
  /** Capacity that may be bought beside the ceiling when somebody waits; null: none. */
  spot: SpotPlan | null;
}

/**
 * A limited amount that people hold one after another, with a line before it (by priority, then first come first served)
 * and exact records of its own.
 * The ceiling holds back new starts only: whoever is in stays in.
 */
export abstract class Capacity {
  readonly using: LevelRecord;
  readonly waiting: LevelRecord;
  readonly spot: Spot | null;
  /** Days with no place free, and with one; and free units x days while somebody waits. */
  fullTime = 0;
  roomTime = 0;
  idleWhileWaiting = 0;
  /** Self-checks: person-days waited as people tell them, person-days of use as comings and goings, starts above the ceiling. */
  waited = 0;
  used = 0;
  startsAboveCeiling = 0;
  /** Units of the block that may be in use, spot not counted; Infinity when unlimited. */
  protected ceiling = Number.POSITIVE_INFINITY;
  protected inUse = 0;
  /** Units bought on top of the dated ceiling; null where no trigger can. */
  extra: DayRecord | null = null;
  private dated = Number.POSITIVE_INFINITY;
  private onTop = 0;
  readonly plan: CapacityPlan;
  /** Those it shares with; null: none. */
  sharing: Sharing<Capacity> | null = null;
  protected readonly clock: Clock;
  protected readonly from: number;
  private readonly line = new Line<Claimant>();
  private since: number;
  /** The midnight awaited at which somebody waiting may start; Infinity: none. */
  private opening = Number.POSITIVE_INFINITY;
  /** Those in, in the order of their starts; kept only where people can be moved out. */
  private readonly holders: Claimant[] = [];

  constructor(plan: CapacityPlan, clock: Clock, collection: Collection) {
    this.plan = plan;
    this.clock = clock;
    this.from = collection.from;
    this.since = collection.from;
    this.using = new LevelRecord(collection);
    this.waiting = new LevelRecord(collection);
    this.spot = plan.spot === null ? null : new Spot(plan.spot, collection);
  }

  /** Asks for a place. */
  seek(person: Claimant): Answer {
    const now = this.clock.now();
    person.asked = this;
    const at = this.hasRoom(person.need, now)
      ? this
      : this.line.first === null && this.sharing !== null
        ? this.sharing.elsewhere(person, this, now)
        : null;
    if (at !== null) {
      person.queuedAt = now;
      at.start(person, now);
      at.tradeSpot(now);
      return 'in';
    }
    if (this.waiting.level >= this.plan.waitingLimit) return 'refused';
    this.join(person, now);
    this.tradeSpot(now);
    if (this.sharing === null) this.expectOpening(now);
    else this.sharing.expectOpenings(now);
    return 'waits';
  }

  /** Whether whoever asked now would be in at once, in this service. */
  hasRoom(need: number, now: number): boolean {
    return (this.line.first === null || this.plan.whoeverFits) && this.accepting(now) && this.fits(need);
  }

  /** Has room in the block, and nobody of its own waiting. */
  freeFor(need: number, now: number): boolean {
    return this.line.first === null && this.accepting(now) && need <= this.blockFree() && this.fits(need);
  }

  /** Who is first in the line. */
  get head(): Claimant | null {
    return this.line.first;
  }

  /** What is in use as a share of what may be, spot not counted: 0 where it is unlimited, 1 where there is none. */
  load(_now: number): number {
    return this.ceiling > 0 ? this.inBlock() / this.ceiling : 1;
  }

  /** Is in already when the simulation starts, whatever the ceiling: in the block, not in spot. */
  hold(person: Claimant): void {
    const now = this.clock.now();
    person.asked = this;
    person.queuedAt = now;
    this.enrol(person, now);
    this.take(person.need, now);
  }

  /** Somebody who takes no events is in from one time to another, both known beforehand: unlimited places only. */
  heldAlone(from: number, until: number): void {
    this.using.interval(from, until);
    this.used += Math.max(until, this.from) - Math.max(from, this.from);
  }

  /** Is in the line already when the simulation starts, since a time before it; whoever can start does so at the next `admit`. */
  queue(person: Claimant, since: number): void {
    person.asked = this;
    this.join(person, this.clock.now());
    person.queuedAt = since;
  }

  /** Gives `need` units back; those waiting move up. */
  leave(need: number, person: Claimant): void {
    const now = this.clock.now();
    this.account(now);
    if (this.plan.closingMoves) this.holders.splice(this.holders.indexOf(person), 1);
    this.give(now);
    if (this.plan.turnover === 0) {
      this.free(need);
      return;
    }
    this.spot?.turnOver(need, now);
    this.clock.after(this.plan.turnover, new Appointment(Kind.release, this.plan.number, () => this.free(need)));
  }

  /** The place can be used again. */
  free(need: number): void {
    const now = this.clock.now();
    this.account(now);
    this.vacate(need, now);
    this.spot?.leave(need, now);
    this.admit(now);
  }

  /** Leaves the line without a place. */
  withdraw(person: Claimant): void {
    const now = this.clock.now();
    this.quit(person, now);
    this.admit(now);
  }

  setCeiling(units: number): void {
    this.dated = units;
    this.changeCeiling();
  }

  /** What triggers have bought so far, and what of it may be used. */
  setExtra(bought: number, units: number): void {
    const { extra } = this;
    extra?.change(this.clock.now(), bought - extra.level);
    this.onTop = units;
    this.changeCeiling();
  }

  private changeCeiling(): void {
    const now = this.clock.now();
    this.account(now);
    this.ceiling = this.dated + this.onTop;
    if (this.plan.closingMoves) this.moveOut(now);
    this.spot?.leave(this.blockFree(), now); // the block takes over what it can
    this.admit(now);
  }

  /** How much spot may be had, at any one time or by the week. */
  setSpotLimit(units: number): void {
    const now = this.clock.now();
    this.account(now);
    this.spot?.setLimit(units);
    this.admit(now);
  }

  /** Brings every record up to `now`. */
  advance(now: number): void {
    this.account(now);
    this.using.advance(now);
    this.waiting.advance(now);
    this.spot?.advance(now);
    this.extra?.advance(now);
  }

  /** Self-check: person-days waited and used inside the collection, told by the people rather than by the level. */
  personDays(end: number): { waited: number; used: number } {
    let waited = this.waited;
    for (let person = this.line.first; person !== null; person = person.behind)
      waited += end - Math.max(person.queuedAt, this.from);
    return { waited, used: this.used + this.using.level * end };
  }

  /** Whoever can start now does, here or where it is shared. */
  admit(now: number): void {
    if (this.sharing !== null) {
      this.sharing.settle(now);
      return;
    }
    this.admitOwn(now);
    this.tradeSpot(now);
    if (this.line.first !== null) this.expectOpening(now);
  }

  /** In the order of the line. */
  admitOwn(now: number): void {
    for (let person = this.nextToStart(now); person !== null; person = this.nextToStart(now)) this.startAt(this, person, now);
  }

  /** Somebody in the line starts, in this capacity or another. */
  startAt(at: Capacity, person: Claimant, now: number): void {
    this.quit(person, now);
    at.start(person, now);
    person.granted();
  }

  /** The front of the queue if it fits; or the first who does, where the head holds nobody back. */
  private nextToStart(now: number): Claimant | null {
    if (this.line.first === null || !this.accepting(now) || !this.fits(1)) return null;
    let person: Claimant | null = this.line.first;
    while (person !== null && !this.fits(person.need)) person = this.plan.whoeverFits ? person.behind : null;
    return person;
  }

  /** Those last in go back to the front of the queue, of their own capacity, until what is in use fits. */
  private moveOut(now: number): void {
    for (let i = this.holders.length - 1; i >= 0 && this.inBlock() > this.ceiling; i--) {
      const person = this.holders[i] as Claimant;
      if (!person.moved()) continue;
      this.holders.splice(i, 1);
      this.give(now);
      this.vacate(person.need, now);
      const own = person.asked as Capacity;
      own.join(person, now, own.line.first);
    }
  }

  protected fits(need: number): boolean {
    if (this.spot === null) return this.inUse + need <= this.ceiling;
    return need <= this.blockFree() + this.spot.ready(this.clock.now());
  }

  /** Units in use that are not spot. */
  private inBlock(): number {
    return this.inUse - (this.spot?.taken ?? 0);
  }

  /** Units of the block that are free; none while it closes with people in it. */
  protected blockFree(): number {
    return Math.max(0, this.ceiling - this.inBlock());
  }

  /** Gives back the spot that is not needed, and orders what is. */
  tradeSpot(now: number): void {
    const { spot } = this;
    if (spot === null) return;
    spot.giveBack(this.blockFree(), now);
    const units = spot.order(this.line.first, this.blockFree(), now);
    if (units === 0) return;
    this.clock.after(spot.plan.leadTime, new Appointment(Kind.capacity, this.plan.number, () => this.arrived(spot, units)));
  }

  private arrived(spot: Spot, units: number): void {
    const now = this.clock.now();
    this.account(now);
    spot.arrive(units, now);
    this.admit(now);
  }

  protected accepting(now: number): boolean {
    const { acceptingDays } = this.plan;
    return acceptingDays === null || acceptingDays[Math.floor(now)] === 1;
  }

  /** Units free now; Infinity when unlimited. */
  protected unused(): number {
    return this.blockFree() + (this.spot?.idle() ?? 0);
  }

  /** The first midnight after `now` at which somebody waiting might start without anyone leaving; Infinity if never. */
  protected nextOpening(now: number): number {
    const { acceptingDays } = this.plan;
    if (acceptingDays === null || this.accepting(now)) return Number.POSITIVE_INFINITY;
    const day = acceptingDays.indexOf(1, Math.floor(now) + 1);
    return day < 0 ? Number.POSITIVE_INFINITY : day;
  }

  protected take(need: number, now: number): void {
    this.inUse += need;
    this.using.change(now, 1);
    this.used -= Math.max(now, this.from);
  }

  /** The block first, then spot. */
  protected takeUnits(need: number, now: number): void {
    const spot = this.spot === null ? 0 : Math.max(0, need - this.blockFree());
    this.take(need, now);
    if (spot > 0) this.spot?.take(spot, now);
    if (spot < need && this.inBlock() > this.ceiling) this.startsAboveCeiling++;
  }

  /** The person is gone. */
  private give(now: number): void {
    this.using.change(now, -1);
    this.used += Math.max(now, this.from);
  }

  /** What the person used is free. */
  protected vacate(need: number, _now: number): void {
    this.inUse -= need;
  }

  protected queueing(_need: number, _now: number): void {}

  private start(person: Claimant, now: number): void {
    this.enrol(person, now);
    this.takeUnits(person.need, now);
  }

  private enrol(person: Claimant, now: number): void {
    this.account(now);
    person.usedBefore = person.uses;
    person.uses = this;
    if (this.plan.closingMoves) this.holders.push(person);
  }

  private join(person: Claimant, now: number, before: Claimant | null = null): void {
    this.account(now);
    person.queuedAt = now;
    this.line.join(person, before);
    this.waiting.change(now, 1);
    if (this.spot !== null) this.spot.wanted += person.need;
    this.queueing(person.need, now);
  }

  private quit(person: Claimant, now: number): void {
    this.account(now);
    this.line.quit(person);
    this.waiting.change(now, -1);
    if (this.spot !== null) this.spot.wanted -= person.need;
    this.queueing(-person.need, now);
    if (now > this.from) this.waited += now - Math.max(person.queuedAt, this.from);
  }

  /** Time with no place free, and units idle while somebody waits, up to `now`. */
  private account(now: number): void {
    if (now <= this.since) return;
    const spell = now - this.since;
    if (this.ceiling === Number.POSITIVE_INFINITY) this.roomTime += spell;
    else {
      if (this.fits(1)) this.roomTime += spell;
      else this.fullTime += spell;
      if (this.line.first !== null) this.idleWhileWaiting += this.unused() * spell;
    }
    this.since = now;
  }

  /** Sees to it that the next midnight at which somebody may start is not missed. */
  expectOpening(now: number): void {
    if (this.opening < Number.POSITIVE_INFINITY && this.spot === null) return; // only spot makes it earlier
    const at = this.nextOpening(now);
    if (at >= this.opening) return;
    this.opening = at;
    this.clock.after(at - now, new Appointment(Kind.gate, this.plan.number, () => this.open()));
  }

  /** A midnight from which starts are accepted again. */
  private open(): void {
    const now = this.clock.now();
    if (now >= this.opening) this.opening = Number.POSITIVE_INFINITY;
    this.admit(now);
  }
}
