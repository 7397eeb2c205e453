import { checkDelay, type Scheduler } from './scheduler.ts';

/** The part of simjs 2.0.3 that we use: its clock and its event queue. */
interface SimjsEntity {
  time(): number;
  setTimer(delay: number): { done(callback: () => void): unknown };
}

export interface SimjsModule {
  Sim: new () => {
    addEntity<T extends SimjsEntity>(entity: new () => T): T;
    simulate(until: number, maxEvents: number): boolean;
  };
  Entity: new () => SimjsEntity;
}

/**
 * The independent second: simjs's clock and event queue. simjs breaks ties by insertion, so a marker set at the first
 * event of an instant comes after all the others of that instant: then they are all known and are handed over.
 */
export class SimjsScheduler<E> implements Scheduler<E> {
  private readonly sim;
  private readonly clock: SimjsEntity;
  private until = Number.POSITIVE_INFINITY;
  private readonly instant: E[] = [];
  private happen: (event: E, more: boolean) => void = () => {};

  constructor({ Sim, Entity }: SimjsModule) {
    class Clock extends Entity {
      start(): void {}
    }
    this.sim = new Sim();
    this.clock = this.sim.addEntity(Clock);
  }

  now(): number {
    return this.clock.time();
  }

  after(delay: number, event: E): void {
    checkDelay(delay);
    this.clock.setTimer(delay).done(() => this.gather(event));
  }

  run(until: number, happen: (event: E, more: boolean) => void): void {
    this.until = until;
    this.happen = happen;
    this.sim.simulate(until, Number.MAX_SAFE_INTEGER);
  }

  private gather(event: E): void {
    if (this.now() >= this.until) return;
    if (this.instant.length === 0) this.clock.setTimer(0).done(() => this.handOver());
    this.instant.push(event);
  }

  private handOver(): void {
    const events = this.instant.splice(0);
    events.forEach((event, i) => {
      this.happen(event, i < events.length - 1);
    });
  }
}
