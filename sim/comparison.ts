/** What a scenario changes against the first one, on the same simulated people: a pure function of their results. */
export interface Comparison {
  format: 'd2a-comparison';
  version: 1;
  /** Names in order; the first is the base. */
  scenarios: string[];
  /** True where the seed is the same, so that people are shared and differences are paired, over the replications both have. */
  paired: boolean;
  /** One list a scenario after the base: what is not the same that no change of the plan is. Where it holds anything the scenario has no differences. Left out where all are alike. */
  unlike?: Unlike[][];
  /** £ over the period, one a scenario after the base. */
  costs: CostDifference[];
  rows: {
    measure: string;
    scope: string;
    /** One a scenario, in order. */
    means: (number | null)[];
    /** Scenario minus base, one a scenario after the base; null where either has no value, or they are unlike. */
    differences: (Difference | null)[];
  }[];
}

/** What two scenarios do not share that a comparison needs. `present`: people there at the start; null: a warm-up instead. */
export type Unlike =
  | { what: 'period'; base: { start: string; days: number }; other: { start: string; days: number } }
  | { what: 'population'; base: string; other: string }
  | {
      what: 'start';
      base: { warmUpDays: number; present: number | null };
      other: { warmUpDays: number; present: number | null };
    };

/** What a scenario changes in cash, in the value of delayed bed-days (no cash), and in both together: each one difference with one interval. */
export interface CostDifference {
  /** Care commissioned, and hours over-delivered where they have a price; null where none has. */
  care: Difference | null;
  /** null where a bed-day has no value. */
  value: Difference | null;
  /** null where one of them is. */
  net: Difference | null;
}

export interface Difference {
  /** Pairs of replications; or, where people are not shared, the replications of the scenario that has fewer. */
  n: number;
  mean: number;
  /** 95%, of this difference by itself. */
  interval: [number, number] | null;
  /** Where several scenarios are held against the first: such intervals (Bonferroni) of one measure hold together with 95%. */
  together?: [number, number] | null;
  /**
   * Variance of the paired difference / sum of the two variances: what would be 1 on people of their own. Left out where nothing
   * varies or people are not shared.
   */
  varianceRatio?: number;
}
