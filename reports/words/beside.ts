import type { Result, Summary } from '../../sim/result.ts';
import type { Observed } from '../../sim/scenario/figures.ts';
import { measured, seriesIn, titleOf, unitOf } from './lookup.ts';

/** An observed series beside the simulated, and how far they agree. */
export interface Beside {
  observed: Observed;
  title: string;
  unit: string;
  /** Days or months of the period, in order. */
  points: Point[];
  agreement: Agreement | null;
}

/** ISO date of the day, or of the first day of the month. */
export interface Point {
  at: string;
  observed: number | null;
  simulated: Summary | null;
}

/** Over the days or months with both. */
export interface Agreement {
  n: number;
  observed: number;
  simulated: number;
  /** Mean of |observed - mean of the simulated winters|. */
  absoluteError: number;
  /** Share of them inside the 5th to 95th percentile of single simulated winters; null from a single one. */
  inside: number | null;
}

/** Every observed series that the result has day by day or month by month. */
export function besideOf(result: Result): Beside[] {
  return (result.scenario.observed ?? []).flatMap((observed) => {
    const values = seriesIn(observed.by === 'day' ? result.byDay : result.byMonth, observed.measure, observed.scope);
    const dates = observed.by === 'day' ? result.calendar.days : result.calendar.months.map(({ month }) => `${month}-01`);
    if (values.length !== observed.values.length || dates.length !== values.length) return [];
    const points = dates.map((at, i): Point => ({ at, observed: observed.values[i] ?? null, simulated: values[i] ?? null }));
    return [
      {
        observed,
        title: titleOf(result, observed.measure),
        unit: unitOf(result, observed.measure),
        points,
        agreement: agreementOf(points),
      },
    ];
  });
}

/** Observed series of measures that have no months, as one point each. */
export function pooledOf(result: Result): { observed: Observed; point: Point }[] {
  return (result.scenario.observed ?? []).flatMap((observed) => {
    if (observed.by === 'day' || seriesIn(result.byMonth, observed.measure, observed.scope).length > 0) return [];
    const simulated = measured(result, observed.measure, observed.scope)?.summary ?? null;
    return [{ observed, point: { at: result.calendar.start, observed: observed.pooled, simulated } }];
  });
}

export function agreementOf(points: Point[]): Agreement | null {
  const both = points.flatMap(({ observed, simulated }) =>
    observed === null || simulated === null ? [] : [{ observed, simulated }],
  );
  const mean = (of: (one: (typeof both)[number]) => number) => both.reduce((sum, one) => sum + of(one), 0) / both.length;
  if (both.length === 0) return null;
  const ranged = both.every(({ simulated }) => simulated.range !== null);
  return {
    n: both.length,
    observed: mean((one) => one.observed),
    simulated: mean((one) => one.simulated.mean),
    absoluteError: mean((one) => Math.abs(one.observed - one.simulated.mean)),
    inside: ranged
      ? mean(({ observed, simulated: { range } }) => (range && observed >= range[0] && observed <= range[4] ? 1 : 0))
      : null,
  };
}

export interface Weekday {
  name: string;
  agreement: Agreement | null;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The same days, weekday by weekday. */
export function byWeekday(points: Point[]): Weekday[] {
  const weekday = ({ at }: Point) => (new Date(`${at}T00:00:00Z`).getUTCDay() + 6) % 7;
  return WEEKDAYS.map((name, day) => ({ name, agreement: agreementOf(points.filter((point) => weekday(point) === day)) }));
}
