import type { Observations } from '../seen/observations.ts';
import type { Plan } from '../plan/plan.ts';
import type { MidnightLook } from '../flow/replication.ts';
import type { Layout } from './layout.ts';

/** Levels of one replication at every midnight, warm-up and period: what shows whether the system has settled. */
export class Midnights {
  /** Level by level of the layout, every midnight; nothing where the warm-up is not watched. */
  readonly values: Float64Array;
  private readonly layout: Layout;
  private readonly warmUp: number;
  private readonly all: number;

  constructor({ scenario, days }: Plan, layout: Layout) {
    this.layout = layout;
    this.warmUp = scenario.warmUpDays;
    this.all = days;
    this.values = new Float64Array(layout.watched ? layout.levels.length * days : 0);
  }

  /** To be called at each midnight of the warm-up; null where it is not watched. */
  get look(): MidnightLook | null {
    return this.layout.watched ? (seen, day) => this.levels(seen, day) : null;
  }

  /** The midnights of the period, from its census. */
  finish(seen: Observations): void {
    if (!this.layout.watched) return;
    this.layout.levels.forEach(({ record }, i) => {
      this.values.set(record(seen).census.subarray(0, this.all - this.warmUp), i * this.all + this.warmUp);
    });
  }

  private levels(seen: Observations, day: number): void {
    this.layout.levels.forEach(({ record }, i) => {
      this.values[i * this.all + day - 1] = record(seen).levelBefore(day);
    });
  }
}
