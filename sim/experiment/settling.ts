import type { WarmUp } from '../result.ts';
import type { Scenario } from '../scenario.ts';
import { halfWidth } from './intervals.ts';
import { Moments } from './moments.ts';
import { mser5 } from './mser.ts';

/** Whole weeks, so that weekdays do not matter. */
const LOOK = 28;

interface Level {
  measure: string;
  scope: string;
}

/**
 * Whether the levels had settled when the period began, from the empty start to the first dated change, in two ways: MSER-5 on the
 * mean of each level over replications; and its drift, the mean of the last four weeks judged less that of the last four of the
 * warm-up, paired by replication. MSER-5 alone also takes a chance wander of what is left for unsettled, so both must agree.
 * A season, a trend or a list of people leaves no steady level to settle at: then nothing is judged.
 */
export class Settling {
  private readonly levels: Level[];
  private readonly warmUp: number;
  private readonly days: number;
  /** Days judged; 0 for none. */
  private readonly until: number;
  private n = 0;
  private sum = new Float64Array();
  private readonly drifts: Moments[];

  constructor(scenario: Scenario, levels: Level[]) {
    this.levels = levels;
    this.warmUp = scenario.warmUpDays;
    this.days = scenario.warmUpDays + scenario.days;
    this.until = steady(scenario) ? firstChange(scenario) : 0;
    this.drifts = levels.map(() => new Moments());
  }

  /** One replication: level by level, every midnight. */
  add(midnights: Float64Array): void {
    this.n++;
    if (this.n === 1) this.sum = new Float64Array(midnights.length);
    for (let i = 0; i < midnights.length; i++) this.sum[i] = (this.sum[i] as number) + (midnights[i] as number);
    if (!this.canDrift) return;
    for (const [i, drift] of this.drifts.entries()) {
      const level = this.of(midnights, i);
      drift.add(this.after(level) - this.before(level));
    }
  }

  result(): WarmUp {
    return { days: this.warmUp, judgedUntil: this.until || null, levels: this.levels.map((level, i) => this.one(level, i)) };
  }

  private one({ measure, scope }: Level, i: number): WarmUp['levels'][number] {
    const means = Array.from(this.of(this.sum, i), (level) => level / this.n);
    const cut = mser5(means.slice(0, this.until));
    const settledAfter = cut === null || cut.tooShort ? null : cut.truncate;
    const late = cut !== null && (settledAfter === null || settledAfter > this.warmUp);
    const half = halfWidth(this.n, (this.drifts[i] as Moments).sd(), 1 - 0.05 / this.levels.length); // Bonferroni: one false alarm in 20 runs
    const drift = this.canDrift ? { before: this.before(means), after: this.after(means), clear: Math.abs((this.drifts[i] as Moments).mean) > half } : null;
    return { measure, scope, means: means.map((level) => Math.round(level * 1e4) / 1e4), judged: cut !== null, settledAfter, drift, tooShort: late && drift?.clear === true };
  }

  /** There are four weeks on both sides to compare. */
  private get canDrift(): boolean {
    return this.warmUp >= LOOK && this.until >= this.warmUp + LOOK;
  }

  private of(midnights: Float64Array, level: number): Float64Array {
    return midnights.subarray(level * this.days, (level + 1) * this.days);
  }

  private before(level: ArrayLike<number>): number {
    return mean(level, this.warmUp);
  }

  private after(level: ArrayLike<number>): number {
    return mean(level, this.until);
  }
}

/** Of the four weeks up to a day. */
function mean(level: ArrayLike<number>, until: number): number {
  let sum = 0;
  for (let day = until - LOOK; day < until; day++) sum += level[day] as number;
  return sum / LOOK;
}

function steady({ arrivals }: Scenario): boolean {
  return arrivals.every((stream) => stream.arrivals.kind === 'process' && stream.arrivals.season === null && stream.arrivals.trendPerYear === 0);
}

/** The first day on which anything changes, or the end. */
function firstChange(scenario: Scenario): number {
  return Math.min(scenario.warmUpDays + scenario.days, ...changeDays(scenario).filter((day) => day > 0));
}

/** The days of every dated value, wherever it is: a scenario is plain data. */
function changeDays(value: unknown): number[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value) && value.length > 0 && value.every(isStep)) return value.map(({ from }) => from);
  return Object.values(value).flatMap(changeDays);
}

function isStep(step: unknown): step is { from: number } {
  return typeof step === 'object' && step !== null && 'from' in step && 'value' in step && typeof step.from === 'number';
}
