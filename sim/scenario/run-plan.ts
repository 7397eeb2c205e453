export interface RunPlan {
  /** How many; with `precision`, at most so many. */
  replications: number;
  /** Left out: the number is fixed. */
  precision?: Precision;
  /** Any text or number; part of the key of every random stream. */
  seed: string;
}

/** Replications go on until these averages are known so well (see experiment/enough.ts). */
export interface Precision {
  /** 95% half-width as a fraction of the mean. */
  halfWidth: number;
  /** Whole-period measures of the catalogue. */
  on: { measure: string; scope: string }[];
  /** Replications before which nothing is decided. */
  atLeast: number;
}
