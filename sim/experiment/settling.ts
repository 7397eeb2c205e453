import type { Settled, TimeToSettle, WarmUp } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { membersOf } from '../scenario/serving.ts';
import { halfWidth } from '../statistics/intervals.ts';
import { Moments } from '../statistics/moments.ts';
import { mser5 } from '../statistics/mser.ts';

/** Whole weeks, so that weekdays do not matter. */
const LOOK = 28;

/** A level has settled where even the most it may have drifted is no more than this share of it, or than so many people. */
const SMALL = { share: 0.1, people: 0.5 };

/** Longer than three years, means are kept by week. */
const LONGEST_BY_DAY = 1096;

interface Level {
  measure: string;
  scope: string;
}

/**
 * Whether the levels had settled when the period began, from the empty start to the first dated change, in two ways: MSER-5 on the
 * mean of each level over replications; and its drift, the mean of the last four weeks judged less that of the last four of the
 * warm-up, paired by replication. MSER-5 alone also takes a chance wander of what is left for unsettled, so both must agree.
 * A season, a trend or a list of people leaves no steady level to settle at: then nothing is judged. That no drift was seen is no
 * comfort where it could not have been seen, or where by its load a service needs longer: then it cannot be told.
 */
export class Settling {
  private readonly levels: Level[];
  private readonly needed: TimeToSettle[];
  private readonly scenario: Scenario;
  private readonly warmUp: number;
  private readonly days: number;
  /** Days judged; 0 for none. */
  private readonly until: number;
  private n = 0;
  private sum = new Float64Array();
  private readonly drifts: Moments[];

  constructor(scenario: Scenario, levels: Level[], needed: TimeToSettle[]) {
    this.levels = levels;
    this.needed = needed;
    this.scenario = scenario;
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
    const step = this.days > LONGEST_BY_DAY ? 7 : 1;
    const levels = this.levels.map((level, i) => this.one(level, i, step));
    return {
      days: this.warmUp,
      needed: this.needed,
      settled: settledOverall(this.warmUp, this.needed, levels),
      judgedUntil: this.until || null,
      levels,
      ...(step === 1 ? {} : { step }),
    };
  }

  private one({ measure, scope }: Level, i: number, step: number): WarmUp['levels'][number] {
    const means = Array.from(this.of(this.sum, i), (level) => level / this.n);
    const cut = mser5(means.slice(0, this.until));
    const settledAfter = cut === null || cut.tooShort ? null : cut.truncate;
    const late = cut !== null && (settledAfter === null || settledAfter > this.warmUp);
    const drift = this.canDrift ? this.drift(means, this.drifts[i] as Moments) : null;
    const tooShort = late && drift?.clear === true;
    const settled = tooShort
      ? 'no'
      : cut !== null && isSmall(drift) && this.needed.every((it) => !this.concerns(it, scope) || isEnough(it, this.warmUp))
        ? 'yes'
        : 'cannot tell';
    return { measure, scope, means: inSteps(means, step), judged: cut !== null, settledAfter, drift, tooShort, settled };
  }

  private drift(means: number[], drifts: Moments): WarmUp['levels'][number]['drift'] {
    const half = halfWidth(this.n, drifts.sd(), 1 - 0.05 / this.levels.length); // Bonferroni: one false alarm in 20 runs
    return {
      before: this.before(means),
      after: this.after(means),
      half: Number.isNaN(half) ? null : half,
      clear: Math.abs(drifts.mean) > half,
    };
  }

  /** Whether the service or hospital is the level's own, or one of those that help it out; a level of all is of every one. */
  private concerns({ scope: of }: TimeToSettle, scope: string): boolean {
    const [kind, name = ''] = of.split(':');
    return (
      scope === 'all' ||
      of === scope ||
      (kind === 'group' && membersOf(this.scenario, name).some((member) => scope === `service:${member}`))
    );
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

/** Of all services, and all that was looked at; nothing looked at is nothing known. */
export function settledOverall(warmUpDays: number, needed: TimeToSettle[], levels: WarmUp['levels']): Settled {
  if (levels.some(({ settled }) => settled === 'no')) return 'no';
  if (needed.some((it) => it.open !== 'unlimited' && !isEnough(it, warmUpDays))) return 'no';
  return levels.length > 0 && levels.every(({ settled }) => settled === 'yes') ? 'yes' : 'cannot tell';
}

export function isEnough({ days }: TimeToSettle, warmUpDays: number): boolean {
  return days !== null && days <= warmUpDays;
}

function isSmall(drift: WarmUp['levels'][number]['drift']): boolean {
  if (drift?.half == null) return false;
  return Math.abs(drift.after - drift.before) + drift.half <= Math.max(SMALL.share * drift.after, SMALL.people);
}

function inSteps(means: number[], step: number): number[] {
  const kept = Array.from(
    { length: Math.floor(means.length / step) },
    (_, i) => means.slice(i * step, (i + 1) * step).reduce((sum, level) => sum + level, 0) / step,
  );
  return kept.map((level) => Math.round(level * 1e4) / 1e4);
}

/** Of the four weeks up to a day. */
function mean(level: ArrayLike<number>, until: number): number {
  let sum = 0;
  for (let day = until - LOOK; day < until; day++) sum += level[day] as number;
  return sum / LOOK;
}

function steady({ arrivals }: Scenario): boolean {
  return arrivals.every(
    (stream) => stream.arrivals.kind === 'process' && stream.arrivals.season === null && stream.arrivals.trendPerYear === 0,
  );
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
