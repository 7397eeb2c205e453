import type { Window } from '../scenario/calendar.ts';
import type { Entry } from '../measures/catalogue.ts';
import type { QueueCourse } from '../result.ts';
import { halfWidth } from '../statistics/intervals.ts';
import { Moments } from '../statistics/moments.ts';

/** Weeks at each end and in the middle of the period, and fewer where the period is short: each part is at most a third of it. */
const WEEKS = 4;
const ERROR = 0.05;

/** Under one person, or under a tenth of the first weeks, a rise is nothing a board would act on: reports call such a course level too. */
const [LEAST, LEVEL] = [1, 0.1];

/**
 * A queue that had risen and settled has nearly all of its rise behind it by the middle; of a steady rise half is still to come. A quarter of the rise is
 * enough, or a rise after the middle that would be worth speaking of by itself: a queue that went from 1 to 56 and on to 66 has not settled.
 */
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
 *
 * How often that is said (measured in November 2026; 40 beds, stays of 14 days on average, 26 weeks; 40 seeds of 20 replications and 20 of 100):
 * where it should not be, settled at a load of 80, 90, 95 and 98%, 0, 0, 0 and 2 times of 60 each; where it should, from 8 weeks of warm-up at a load of 100, 102,
 * 105 and 110%, with 100 replications every time, with 20 replications 11, 18, 35 and 40 times of 40. So a warning is to be believed, and with few
 * replications silence is not: the warning of a load above capacity needs none. Of the shipped plans and examples, 20 replications each, it is said of those whose
 * load exceeds the capacity with no limit or patience, or whose capacity or demand changes before the end; never of one that has settled.
 * @param winters of each replication the mean in the first, the middle and the last weeks
 */
export function courseOf({ measure, scope }: Entry, weeks: number, winters: number[][], queues: number): QueueCourse {
  const mean = (part: number): number => winters.reduce((sum, one) => sum + (one[part] as number), 0) / winters.length;
  const [first, middle, last] = [mean(0), mean(1), mean(2)];
  const rise = growth(winters, 0, queues);
  const late = growth(winters, 1, queues);
  const clear = [rise, late].every(({ interval }) => interval !== null && interval[0] > 0);
  const goesOn = late.mean >= STILL * rise.mean || isWorth(late.mean, middle);
  const grows = clear && isWorth(rise.mean, first) && goesOn;
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

const isWorth = (rise: number, from: number): boolean => rise >= Math.max(LEAST, LEVEL * from);

/** The last weeks less an earlier part. */
function growth(winters: number[][], from: number, queues: number): QueueCourse['rise'] {
  const moments = new Moments();
  for (const one of winters) moments.add((one[2] as number) - (one[from] as number));
  const half = halfWidth(moments.n, moments.sd(), 1 - ERROR / queues);
  return { mean: moments.mean, interval: Number.isNaN(half) ? null : [moments.mean - half, moments.mean + half] };
}
