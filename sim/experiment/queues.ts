import type { Window } from '../calendar.ts';
import type { Entry } from '../measures/catalogue.ts';
import type { QueueCourse } from '../result.ts';
import { halfWidth } from './intervals.ts';
import { Moments } from './moments.ts';

/** Weeks at each end and in the middle of the period, and fewer where the period is short: each part is at most a third of it. */
const WEEKS = 4;
const ERROR = 0.05;

/** Under one person, or under a tenth of the first weeks, a rise is nothing a board would act on: reports call such a course level too. */
const [LEAST, LEVEL] = [1, 0.1];

/** A queue that had risen and settled has nearly all of its rise behind it by the middle; of a steady rise half is still to come. */
const STILL = 0.25;

/** The queues of a scenario: those for each service and each hospital's front door. */
export const queuesOf = (entries: Entry[]): Entry[] =>
  entries.filter(
    ({ measure, scope }) =>
      (measure.id === 'waiting' && scope.kind === 'service') || (measure.id === 'acute-waiting' && scope.kind === 'hospital'),
  );

/** The first, the middle and the last weeks of the period; none where it has not three weeks. */
export function queueWindows(days: number): { weeks: number; windows: Window[] } {
  const weeks = Math.min(WEEKS, Math.floor(days / 21));
  const length = 7 * weeks;
  const from = [0, Math.floor((days - length) / 2), days - length];
  return { weeks, windows: weeks === 0 ? [] : from.map((start): Window => [[start, start + length]]) };
}

/**
 * How a queue went from the first to the last weeks. It grows through the period where it is longer in the last weeks than in the first, and than
 * in the middle, both clear of chance (paired by replication; the intervals of all the scenario's queues hold together), where the rise is worth
 * speaking of, and where a good part of it falls in the second half: a wave that ebbs and a level that has settled do not grow.
 * @param winters of each replication the mean in the first, the middle and the last weeks
 */
export function courseOf({ measure, scope }: Entry, weeks: number, winters: number[][], queues: number): QueueCourse {
  const mean = (part: number): number => winters.reduce((sum, one) => sum + (one[part] as number), 0) / winters.length;
  const [first, middle, last] = [mean(0), mean(1), mean(2)];
  const rise = growth(winters, 0, queues);
  const late = growth(winters, 1, queues);
  const clear = [rise, late].every(({ interval }) => interval !== null && interval[0] > 0);
  const grows = clear && rise.mean >= Math.max(LEAST, LEVEL * first) && late.mean >= STILL * rise.mean;
  return {
    measure: measure.id,
    scope: scope.label,
    weeks,
    first,
    middle,
    last,
    rise,
    late,
    grows,
    winters: winters as QueueCourse['winters'],
  };
}

/** The last weeks less an earlier part. */
function growth(winters: number[][], from: number, queues: number): QueueCourse['rise'] {
  const moments = new Moments();
  for (const one of winters) moments.add((one[2] as number) - (one[from] as number));
  const half = halfWidth(moments.n, moments.sd(), 1 - ERROR / queues);
  return { mean: moments.mean, interval: Number.isNaN(half) ? null : [moments.mean - half, moments.mean + half] };
}
