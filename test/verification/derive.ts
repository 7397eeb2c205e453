import type { Result } from '../../sim/result.ts';

/** A simulated value with its standard error. */
export interface Estimate {
  mean: number;
  se: number;
  /** The exact value is a limit that is approached and never passed. */
  limit?: true;
}

/** Reads one expected value of a case out of its result; some are sums or shares of what the result holds. */
export type Derivation = (result: Result, besides: Result | null) => Estimate;

const days = (result: Result) => result.scenario.days;

/** Mean and standard error of a value worked out for each replication. */
export function overReplications(values: number[]): Estimate {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, se: Math.sqrt(variance / values.length) };
}

function winters(result: Result, measure: string, scope: string): number[] {
  const found = result.measures.find((it) => it.measure === measure && it.scope === scope);
  if (found === undefined) throw new Error(`no ${measure} of ${scope}`);
  return found.winters.map((value) => value ?? Number.NaN);
}

export function measure(id: string, scope: string, scale: (result: Result) => number = () => 1): Derivation {
  return (result) => overReplications(winters(result, id, scope).map((value) => value * scale(result)));
}

/** Out of the second file of the case: started empty, or with another stay. */
export const beside =
  (of: Derivation): Derivation =>
  (_, besides) =>
    of(besides as Result, null);

/** The largest of all replications, where the exact value is its limit. */
export function largest(id: string, scope: string): Derivation {
  return (result) => ({ mean: Math.max(...winters(result, id, scope)), se: 0, limit: true });
}

export const aDay = (id: string, scope: string, perDay = 1): Derivation => measure(id, scope, (result) => perDay / days(result));

export function sumOf(...parts: [id: string, scope: string][]): Derivation {
  return (result) => {
    const all = parts.map(([id, scope]) => winters(result, id, scope));
    return overReplications((all[0] as number[]).map((_, i) => all.reduce((sum, values) => sum + (values[i] as number), 0)));
  };
}

export function complement(id: string, scope: string): Derivation {
  return (result) => overReplications(winters(result, id, scope).map((value) => 1 - value));
}

function levels(result: Result, id: string, scope: string): Result['levels'][number] {
  const found = result.levels.find((it) => it.measure === id && it.scope === scope);
  if (found === undefined) throw new Error(`no levels of ${id} of ${scope}`);
  return found;
}

/** Share of time with at least k. */
export function atLeast(id: string, scope: string, k: number): Derivation {
  return (result) => {
    const { atLeast, n } = levels(result, id, scope);
    const share = atLeast[k] ?? { mean: 0, sd: 0 };
    return { mean: share.mean, se: share.sd / Math.sqrt(n) };
  };
}

/** Variance over time and replications: within a replication, and of their means. */
export function variance(id: string, scope: string): Derivation {
  return (result) => {
    const { variance, n } = levels(result, id, scope);
    const between = overReplications(winters(result, id, scope)).se ** 2 * n;
    return { mean: variance.mean + between, se: variance.sd / Math.sqrt(n) };
  };
}

/** Standard deviation over time; standard error by the delta method. */
export function standardDeviation(id: string, scope: string): Derivation {
  return (result) => {
    const { mean, se } = variance(id, scope)(result, null);
    return { mean: Math.sqrt(mean), se: se / (2 * Math.sqrt(mean)) };
  };
}

/** Smallest n with P(level <= n) >= q: a whole number, so without error. */
export function censusQuantile(id: string, scope: string, q: number): Derivation {
  return (result) => {
    const { atLeast } = levels(result, id, scope);
    return { mean: atLeast.findIndex(({ mean }) => mean <= 1 - q) - 1, se: 0 };
  };
}

function daily(result: Result, id: string, scope: string): Estimate[] {
  const found = result.byDay.find((it) => it.measure === id && it.scope === scope);
  if (found === undefined) throw new Error(`no daily ${id} of ${scope}`);
  return found.values.map((summary) => ({
    mean: summary?.mean ?? Number.NaN,
    se: (summary?.sd ?? 0) / Math.sqrt(summary?.n ?? 1),
  }));
}

/** Census at 24:00 of the n-th day, from the run that starts empty. */
export function censusFromEmpty(id: string, scope: string, day: number): Derivation {
  return (_, besides) => daily(besides as Result, id, scope)[day - 1] as Estimate;
}

/** Stationary autocorrelation of an M/G/inf census: the part of the mean that a system still lacks that long after starting empty. */
export function autocorrelation(id: string, scope: string, day: number, mean: Derivation): Derivation {
  return (result, besides) => {
    const start = censusFromEmpty(id, scope, day)(result, besides);
    const end = mean(result, besides);
    return { mean: 1 - start.mean / end.mean, se: Math.hypot(start.se / end.mean, (start.mean * end.se) / end.mean ** 2) };
  };
}

/** Counts over days [from, to), independent from day to day. */
export function countOver(id: string, scope: string, from: number, to: number): Derivation {
  return (result) => {
    const some = daily(result, id, scope).slice(from, to);
    return { mean: some.reduce((sum, { mean }) => sum + mean, 0), se: Math.sqrt(some.reduce((sum, { se }) => sum + se ** 2, 0)) };
  };
}

/** Mean time of the counted events, each at the middle of its day. */
export function meanTime(id: string, scope: string): Derivation {
  return (result) => {
    const all = daily(result, id, scope);
    const total = all.reduce((sum, { mean }) => sum + mean, 0);
    const mean = all.reduce((sum, day, d) => sum + (d + 0.5) * day.mean, 0) / total;
    return { mean, se: Math.sqrt(all.reduce((sum, { se }, d) => sum + (((d + 0.5 - mean) * se) / total) ** 2, 0)) };
  };
}

/** Mean census at the midnights that begin a given weekday (0 Monday). */
export function censusBefore(id: string, scope: string, weekday: number): Derivation {
  return (result) => {
    const some = daily(result, id, scope).filter((_, d) => (d + 1) % 7 === weekday);
    return {
      mean: some.reduce((sum, { mean }) => sum + mean, 0) / some.length,
      se: Math.sqrt(some.reduce((sum, { se }) => sum + se ** 2, 0)) / some.length,
    };
  };
}

/** Variance between replications of a daily count or census, averaged over days far enough apart to be independent. */
export function dailyVariance(id: string, scope: string, every = 1): Derivation {
  return (result) => {
    const found = result.byDay.find((it) => it.measure === id && it.scope === scope);
    return overReplications(
      (found?.values ?? []).filter((_, day) => day % every === 0).map((summary) => (summary?.sd ?? Number.NaN) ** 2),
    );
  };
}

/** One value over another; standard error by the delta method, as if they were independent. */
export function ratioOf(above: Derivation, below: Derivation): Derivation {
  return (result, besides) => {
    const [a, b] = [above(result, besides), below(result, besides)];
    return { mean: a.mean / b.mean, se: Math.hypot(a.se / b.mean, (a.mean * b.se) / b.mean ** 2) };
  };
}

/** A value worked out from several measures of each replication. */
export function perReplication(work: (of: (id: string, scope: string) => number, days: number) => number): Derivation {
  return (result) =>
    overReplications(
      Array.from({ length: result.run.replications }, (_, i) =>
        work((id, scope) => winters(result, id, scope)[i] as number, days(result)),
      ),
    );
}

/** Mean over replications at 24:00 of the n-th day. */
export function onDay(id: string, scope: string, day: number): Derivation {
  return (result) => daily(result, id, scope)[day - 1] as Estimate;
}

/** Standard deviation between replications at 24:00 of the n-th day; its own error as for an exponential tail (kurtosis 9), which a queue has. */
export function spreadOnDay(id: string, scope: string, day: number): Derivation {
  return (result) => {
    const { se } = onDay(id, scope, day)(result, null);
    const sd = se * Math.sqrt(result.run.replications);
    return { mean: sd, se: sd * Math.sqrt(2 / result.run.replications) };
  };
}

/** The wave of one year fitted to the daily means; its error from their mean error, as if each day stood for 1/12 of the year. */
export function waveOf(
  id: string,
  scope: string,
  pick: (wave: { mean: number; amplitude: number; peak: number }) => number,
): Derivation {
  return (result) => {
    const year = daily(result, id, scope).slice(0, 365);
    const fitted = (values: number[]) => {
      const turn = (d: number) => (2 * Math.PI * (d + 1)) / 365;
      const cos = (2 / 365) * values.reduce((sum, value, d) => sum + value * Math.cos(turn(d)), 0);
      const sin = (2 / 365) * values.reduce((sum, value, d) => sum + value * Math.sin(turn(d)), 0);
      return {
        mean: values.reduce((a, b) => a + b, 0) / 365,
        amplitude: Math.hypot(cos, sin),
        peak: (Math.atan2(sin, cos) * 365) / (2 * Math.PI),
      };
    };
    const means = year.map(({ mean }) => mean);
    const picked = pick(fitted(means));
    const moved = Array.from(
      { length: 12 },
      (_, month) =>
        pick(fitted(means.map((mean, d) => (Math.floor((d * 12) / 365) === month ? mean + (year[d]?.se ?? 0) : mean)))) - picked,
    );
    return { mean: picked, se: Math.hypot(...moved) };
  };
}
