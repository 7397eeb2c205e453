/** Replications under way. */
export interface Work {
  what: string;
  done: number;
  most: number;
  /** A precision that is reached or a point that is clear ends it sooner: `most` is a limit. */
  mayStopEarly: boolean;
}

/** What was done since the first report, and the time it took: starting up is no part of it. */
export interface Pace {
  ms: number;
  done: number;
}

/** An estimate needs this much: before, it says more about single replications and starting up than about what is left. */
const ENOUGH_MS = 5000;
const ENOUGH_DONE = 8;

/** E.g. `Simulating: 40 of 200 replications, about 2 minutes left`; at most 79 columns. */
export function lineOf({ what, done, most, mayStopEarly }: Work, pace: Pace): string {
  const of = `${what}: ${count(done)}${done > most ? '' : ` of ${mayStopEarly && done < most ? 'at most ' : ''}${count(most)}`} replications`;
  const left = msLeft(most - done, pace);
  return left === null ? of : `${of}, ${mayStopEarly ? 'at most ' : 'about '}${rounded(left)} left`;
}

/** At the pace so far; null: nobody knows yet, or nothing is left. */
function msLeft(replications: number, { ms, done }: Pace): number | null {
  return replications > 0 && ms >= ENOUGH_MS && done >= ENOUGH_DONE ? (ms / done) * replications : null;
}

/** No finer than such an estimate is. Upwards, since waiting longer than said is worse. */
export function rounded(ms: number): string {
  const seconds = ms / 1000;
  if (seconds <= 55) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} seconds`;
  const minutes = upTo(seconds / 60, seconds <= 300 ? 0.5 : seconds <= 600 ? 1 : 5);
  return minutes < 60 ? inUnits(minutes, 'minute') : inUnits(upTo(minutes / 60, 0.5), 'hour');
}

const upTo = (value: number, step: number): number => Math.ceil(value / step) * step;
const inUnits = (value: number, unit: string): string => `${count(value)} ${value === 1 ? unit : `${unit}s`}`;
const count = (value: number): string => value.toLocaleString('en-GB');
