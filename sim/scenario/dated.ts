/** A value that changes on stated days: ascending by `from`, the first `from` is 0, each holds until the next. */
export type Dated<T> = { from: number; value: T }[];
export type Limit = number | 'unlimited';

/** The value in force on a day. */
export function valueOn<T>(series: Dated<T>, day: number): T {
  let value = (series[0] as { value: T }).value;
  for (const step of series) {
    if (step.from > day) break;
    value = step.value;
  }
  return value;
}

/** The value of every day 0 to days - 1, for look-up inside a run. */
export function byDay(series: Dated<Limit>, days: number): Float64Array {
  const values = new Float64Array(days);
  series.forEach((step, i) => {
    values.fill(amount(step.value), Math.min(step.from, days), series[i + 1]?.from ?? days);
  });
  return values;
}

/** `unlimited` as a number that compares above every other. */
export function amount(limit: Limit): number {
  return limit === 'unlimited' ? Number.POSITIVE_INFINITY : limit;
}
