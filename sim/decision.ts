import type { Goal, Mean } from './decide/goals.ts';
import type { Standard } from './decide/judge.ts';
import type { Bar } from './decide/tornado.ts';
import type { ElementaryEffects } from './statistics/morris.ts';
import type { Warning } from './result.ts';
import type { Point } from './decide/point.ts';

/**
 * What a search found, written as `decision.json`; its report and tables are pure functions of it. Nothing in it depends on
 * the clock, the machine or the number of workers.
 */
export type Decision = SizeDecision | SweepDecision | SensitivityDecision | RedesignDecision;

export interface Searched {
  format: 'd2a-decision';
  version: 1;
  tool: { name: string; version: string; engine: 'native' | 'simjs' };
  scenario: { name: string; question: string | null; start: string; days: number; seed: string };
  inputs: { file: string; sha256: string; bytes: number }[];
  /** What was varied, and every text it took. */
  varied: { path: string; values: string[] }[];
  goals: Goal[];
  /** Replications at a point where none is stopped early. */
  most: number;
  /** Replications simulated, and how many a grid of all points in full would be. */
  replications: number;
  grid: number;
  /** What the loads of the answer (else of the most that was tried) warn of. Older files have none. */
  warnings?: Warning[];
  /** What puts that same point in doubt, the gravest first, each with its mark in few words: as in the report of a run of it. Older files have none. */
  doubts?: { kind: string; mark: string; text: string }[];
}

export interface SizeDecision extends Searched {
  kind: 'size';
  standard: Standard;
  /** null: no point meets the goals. */
  answer: Point | null;
  /** The most there is where nothing meets the goals. */
  most_tried: Point | null;
  /** One step less of the first capacity, and what that step changes (the answer less it, on the same people), one a goal. */
  below: { point: Point; differences: Mean[] } | null;
  /** With several capacities: the smallest first one for each of the others, the cheapest first; its chance in as many replications as it took, its means of the first few. */
  frontier: Point[];
  /** With `--by month`: a step of the one capacity for each month, none higher than the answer, and all of it in full. */
  profile: { months: { month: string; step: number }[]; point: Point } | null;
  /** Every look, in order: the replications its verdict rests on, and how many were simulated for it; the others are known from points before. */
  looked: { at: number[]; replications: number; simulated: number; meets: boolean }[];
}

export interface SweepDecision extends Searched {
  kind: 'sweep';
  /** Measures at every point. */
  asked: { measure: string; scope: string; title: string; unit: string }[];
  points: (Point & { asked: Mean[] })[];
  /** Smallest difference of cost that matters, £: points clearly dearer by more were left early (Kim and Nelson); null: every point in full. */
  matters: number | null;
  /** Where a total cost is known: the cheapest point, and those whose cost the model cannot tell from it. */
  cheapest: { at: number[]; total: Mean; flat: { at: number[]; more: Mean }[] } | null;
  /** What is varied and has no price, in words: then no point is the cheapest. Left out where all have. */
  unpriced?: string[];
}

export interface SensitivityDecision extends Searched {
  kind: 'sensitivity';
  /** The measure that is moved, and what it is with every value as written. */
  asked: { measure: string; scope: string; title: string; unit: string };
  base: Point & {
    mean: Mean /** The measure in each winter, in order; null where it has no value. Older files have none. */;
    winters?: (number | null)[];
  };
  /** One a value varied (an assumption, or a sourced figure with a stated range), the widest first; `value` is its place in `values`. */
  bars: Bar[];
  values: {
    path: string;
    written: string;
    low: string;
    high: string;
    stated: boolean;
    origin?: 'assumption' | 'source' | 'unstated';
    note: string | null;
  }[];
  /** Assumptions that could not be set to an end of their range, and why. */
  left: { path: string; why: string }[];
  /** With `--morris`: all values moved together on walks, the one that matters most first; `winters` replications a point. Effects are over the whole range. */
  morris: { walks: number; winters: number; leftOut: number; effects: ({ value: number } & ElementaryEffects)[] } | null;
  /** With `--sobol`: of the values that move the measure most, each's share of its variance where all are uniform over their ranges. `leftOut`: rows with values that do not go together. */
  sobol: {
    rows: number;
    winters: number;
    leftOut: number;
    shares: { value: number; first: VarianceShare; total: VarianceShare }[];
  } | null;
}

/** With its 95% interval by the bootstrap. */
interface VarianceShare {
  share: number;
  interval: [number, number];
}

export interface RedesignDecision extends Searched {
  kind: 'redesign';
  standard: Standard;
  /** The earliest dates that keep to the standard; null: not even the last dates do. */
  answer: Point | null;
  /** Everything on its first date, and everything on its last. */
  early: Point;
  late: Point;
  /** What the dates found cost more than closing everything on its first date, £ over the period. */
  doubleRunning: Mean | null;
  /** The week with the most people ready and still in bed, mean over winters; by plan. */
  worst: { plan: 'answer' | 'early' | 'late'; week: string; people: Mean }[];
  looked: SizeDecision['looked'];
}
