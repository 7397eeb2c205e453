/** What a figure is about: a measure of somebody, over each month named or the whole period. */
export interface FigureOf {
  /** An id of the catalogue in `measures/`. */
  measure: string;
  /** `all`, `pathway:P1`, `national:P1`, `service:home-support`, `group:homefirst`, `hospital:UHCW` or `place:north`. */
  scope: string;
  /** Months `YYYY-MM` it counts; null: the whole period. */
  months: string[] | null;
  /** `together`: one value over all the months; `each`: every month by itself. */
  over: 'together' | 'each';
}

/** A target on a measure. */
export interface Ambition extends FigureOf {
  name: string;
  label: string;
  direction: 'at most' | 'at least';
  /** In the measure's unit. */
  target: number;
  source: string | null;
  /** Stands there as an example: never called met. Left out: it is the plan's own. */
  example?: true;
}

/** A figure that the plan states. */
export interface Stated extends FigureOf {
  name: string;
  label: string;
  /** In the measure's unit. */
  value: number;
  /** The scenario was told it; an assumption was set to meet it; or it came out of the simulation: only then it says something of the model. */
  role: 'input' | 'fitted' | 'derived';
  /** How far from it the simulated mean still agrees, in the measure's unit; null: only the range of individual winters counts. */
  within: number | null;
  /** Why it does not agree. */
  note: string | null;
  source: string | null;
}

/** Published or local figures of the days or months of the period. */
export interface Observed {
  name: string;
  label: string;
  /** An id of the catalogue in `measures/`, and `all`, `hospital:UHCW` or `pathway:P1`. */
  measure: string;
  scope: string;
  by: 'day' | 'month';
  /** By day: of each collected day. By month: of each month with a day in the period. In the measure's unit; null where nothing was returned. */
  values: (number | null)[];
  /** Of all the months together, for measures that have no months: the sum of the numerators over that of the denominators. */
  pooled: number | null;
  /** The file it is from, as written. */
  file: string;
  source: string | null;
}
