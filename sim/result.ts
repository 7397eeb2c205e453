import type { Scenario } from './scenario/scenario.ts';
import type { PresentGroup } from './scenario/start-from.ts';
import type { Stated } from './scenario/figures.ts';
import type { Limit } from './scenario/dated.ts';

/**
 * The one product of a run, written as `result.json`; every report, table and summary is a pure function of it.
 * Nothing in it depends on the clock, the machine or the number of workers. Raise `version` when a reader would break.
 */
export interface Result {
  format: 'd2a-result';
  version: 1;
  tool: { name: string; version: string; engine: 'native' | 'simjs' };
  scenario: Scenario;
  /** Every value of the scenario as written, with where it is from. */
  values: ScenarioValue[];
  /** Every file read, in the order read. */
  inputs: { file: string; sha256: string; bytes: number }[];
  run: {
    /** Those simulated, all of them in the figures. */
    replications: number;
    /** Where the scenario asks for a precision rather than a number. */
    precision?: PrecisionReached;
    seed: string;
    generator: string;
    /** Names of the random streams, one a process and purpose. */
    streams: string[];
    /** Events (pops of the scheduler) over all replications. */
    events: number;
  };
  calendar: {
    /** ISO date of the first and of the last collected day. */
    start: string;
    end: string;
    /** ISO date of the first day of each whole week from `start`; a remainder under 7 days is in no week. */
    weeks: string[];
    /** `YYYY-MM` and the collected days of that month inside the period. */
    months: { month: string; days: number }[];
    /** The daily series take every `step`-th midnight (1 up to three years). */
    days: string[];
    step: number;
  };
  /** Whole-period measures. */
  measures: Measured[];
  /** The same measures by month and by week, where their definition allows it: values[i] belongs to the i-th month or week. */
  byMonth: MeasuredOver[];
  byWeek: MeasuredOver[];
  /** Census at midnight, by day: values[i] belongs to calendar.days[i]. */
  byDay: MeasuredOver[];
  /** Capacity in force, by service or hospital, averaged over each week and day. */
  capacity: { scope: string; unit: string; byWeek: Limit[]; byDay: Limit[] }[];
  /** People discharged by whole days (midnights), summed over replications and divided by their number. */
  stays: Histogram[];
  delays: Histogram[];
  /** How long each count stood at each level or above. */
  levels: LevelShares[];
  /** How each queue went through the period; empty where that has not three weeks. */
  queues: QueueCourse[];
  ambitions: AmbitionResult[];
  /** All targets in one and the same replication; left out where there are not several. */
  allTargets?: AllTargets;
  /** Left out where the scenario has nothing that is stated. */
  stated?: StatedResult[];
  /** Whether the warm-up was long enough; left out where the run starts from the people present. */
  warmUp?: WarmUp;
  checks: Check[];
  warnings: Warning[];
  /** People the scenario did not count, there at the start by flow balance; left out where there are none. They are no part of the scenario. */
  filledAtStart?: PresentGroup[];
  definitions: Definition[];
}

/** What is optional here is not in results of versions before it. */
export interface WarmUp {
  /** Days simulated before the period. */
  days: number;
  /** Known before the run: how long each service takes to settle from an empty start. */
  needed?: TimeToSettle[];
  /**
   * `no`: by its load a service needs longer, or a level was found still changing. `yes`: loads need no longer, and every level was seen to change by
   * no more than a tenth, or half a person. Else the run cannot tell. Left out: it cannot.
   */
  settled?: Settled;
  /** Days from the start of the simulation that are judged, up to the first dated change; null where a season, a trend or a list of people leaves no steady level, or it was not watched. */
  judgedUntil: number | null;
  /** Empty where there is no warm-up, or one too long to keep. */
  levels: {
    measure: string;
    scope: string;
    /** From the start of the simulation, mean over replications: at every midnight or, with `step`, over so many in turn. */
    means: number[];
    judged: boolean;
    /** Days that MSER-5 leaves out; null where it is not judged, or had not settled in the first half of the days judged. */
    settledAfter: number | null;
    /**
     * Mean of the last four weeks of the warm-up and of the last four judged, the half-width of what lies between them (95% for all levels together; null from
     * one replication: a lesser drift could not have been seen), and whether they clearly differ; null where there are no such weeks.
     */
    drift: { before: number; after: number; half?: number | null; clear: boolean } | null;
    /** Both say that it had not settled when the period began. */
    tooShort: boolean;
    settled?: Settled;
  }[];
  /** Midnights to a mean; left out: 1. */
  step?: number;
}

export type Settled = 'yes' | 'no' | 'cannot tell';

export interface TimeToSettle {
  /** `service:home-support`, `hospital:UHCW`, or `group:homefirst` of services that help one another out. */
  scope: string;
  of: 'beds' | 'hours' | 'starts';
  /** Beds, hours a week or starts a week that its people need on average, and those there are (of hours, whole packages), when the period begins. */
  needed: number;
  open: Limit;
  /** Days from an empty start until the number waiting is within about 5% of what it comes to; null: never, more is needed than there is. */
  days: number | null;
}

export interface PrecisionReached {
  /** 95% half-width asked for, as a fraction of the mean. */
  asked: number;
  /** At most so many replications. */
  atMost: number;
  /** The replication at which all the means were first so precise, and stayed so for the look-ahead; null: at the most there may be, they were not. */
  reachedAt: number | null;
  /** 95% half-width as a fraction of the mean at the end; null where there is none (a mean of 0, or of nobody). */
  on: { measure: string; scope: string; halfWidth: number | null }[];
}

/** Spread over replications ("winters") and how well its mean is known. */
export interface Summary {
  /** Replications in which the measure has a value. */
  n: number;
  mean: number;
  sd: number;
  /** 95% confidence interval of the mean (Student t); null from fewer than two replications. */
  interval: [number, number] | null;
  /** 5th, 25th, 50th, 75th and 95th percentile of single replications; null from fewer than two. */
  range: [number, number, number, number, number] | null;
}

export interface Measured {
  measure: string;
  scope: string;
  /** null where no replication has a value (nobody discharged, say). */
  summary: Summary | null;
  /**
   * 95% intervals of the five percentiles of `summary.range` (order statistics): how well the range itself is known. null from too few
   * replications, where one would reach past the lowest or the highest.
   */
  rangeIntervals?: ([number, number] | null)[];
  /** The measure in each replication, in order; null where it has none. Paired differences between results come from these. */
  winters: (number | null)[];
}

export interface MeasuredOver {
  measure: string;
  scope: string;
  values: (Summary | null)[];
}

export interface Histogram {
  /** `all` or `pathway:P1`. */
  scope: string;
  /** Mean people a replication by whole days 0, 1, 2 …; the last entry holds everyone beyond. */
  people: number[];
}

/** Exact share of time with at least k people, k = 0, 1, 2 … (cut where it falls under a millionth, or at 1,000). */
export interface LevelShares {
  /** Measure whose level it is: `waiting`, `in-service`, `acute-waiting`, `acute-occupied`, `no-criteria-to-reside`. */
  measure: string;
  scope: string;
  atLeast: { mean: number; sd: number }[];
  /** Variance of the level over time, within a replication. */
  variance: { mean: number; sd: number };
  n: number;
}

/** A queue in the first, the middle and the last weeks of the period, mean over replications. */
export interface QueueCourse {
  /** `waiting` of a service, or `acute-waiting` of a hospital. */
  measure: string;
  scope: string;
  /** Weeks in each of the three parts. */
  weeks: number;
  first: number;
  middle: number;
  last: number;
  /** Last less first, and last less middle, paired by replication, with an interval that holds with 95% for all queues together; null from one replication. */
  rise: { mean: number; interval: [number, number] | null };
  late: { mean: number; interval: [number, number] | null };
  /** It grows through the period: the rule and its reason stand in experiment/queues.ts. */
  grows: boolean;
  /** First, middle and last of each replication, in order. */
  winters: [number, number, number][];
}

export interface AllTargets {
  /** Targets counted: those that are examples only where there are no others. */
  targets: number;
  /** Share of replications that meet all of them, of those in which each has a value, with its 95% Wilson interval. */
  met: number;
  metInterval: [number, number];
  n: number;
}

export interface AmbitionResult {
  name: string;
  label: string;
  measure: string;
  scope: string;
  direction: 'at most' | 'at least';
  target: number;
  source: string | null;
  /** The target is an example, not the plan's own. Left out: it is the plan's. */
  example?: true;
  /** One row for the months together, or one row a month. */
  rows: {
    /** `YYYY-MM`, a list of them joined by commas, or `period`. */
    over: string;
    summary: Summary | null;
    /** The value in each replication, in order, null where it has none; and whether it meets the target. */
    winters: (number | null)[];
    metIn: (boolean | null)[];
    /** Share of replications that meet it, with its 95% Wilson interval. */
    met: number;
    metInterval: [number, number];
    n: number;
  }[];
}

export interface StatedResult extends Omit<Stated, 'months' | 'over'> {
  /** One row for the months together, or one row a month. */
  rows: {
    /** `YYYY-MM`, a list of them joined by commas, or `period`. */
    over: string;
    summary: Summary | null;
    /** Whether stated and simulated agree; null where nothing can tell: one replication, and no tolerance. */
    agrees: boolean | null;
  }[];
}

export interface Check {
  name: string;
  what: string;
  passed: boolean;
  /** Largest relative difference over replications, or the count of violations. */
  worst: number;
}

export interface Warning {
  /** Short stable name, e.g. `over-capacity`. */
  kind: string;
  text: string;
  /** What it is about, where it is one thing: `service:home-support`, `group:homefirst`. */
  scope?: string;
}

export interface Definition {
  measure: string;
  title: string;
  unit: string;
  definition: string;
  formula: string;
  /** Which way is better, where there is one. */
  better: 'lower' | 'higher' | null;
}

export interface ScenarioValue {
  /** e.g. `services.home-support.commissioned` */
  path: string;
  /** As written, e.g. `1750 h/week + 100 h/week`. */
  written: string;
  /** In words with its unit, e.g. `1,850 h/week`. */
  value: string;
  origin: 'source' | 'assumption' | 'default' | 'unstated' | 'command line';
  /** The source's or the assumption's text; null for a default or where nothing is stated. */
  note: string | null;
  confidence: string | null;
  /** Lowest and highest it may be, as written, where that is stated. */
  range?: { low: string; high: string };
  /** `file:line:column`, or null for a default. */
  at: string | null;
}
