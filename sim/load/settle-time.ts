/** What decides how long a service takes to settle from an empty start; work in units x days. */
export interface Demand {
  /** Units held on average if nobody ever waited. */
  held: number;
  /** Units there are; Infinity where there is no limit. */
  capacity: number;
  /** Variance of the work that comes in a day: people a day x mean square of what one takes, where they come at random. */
  variance: number;
  /** Days until those in it have come and stayed as they will: see `fillTime`. */
  fill: number;
  /** Work that may wait; Infinity where the waiting list has no limit. */
  room: number;
  /** Days after which nearly everybody has given up waiting; Infinity where nobody does. */
  patience: number;
}

/** The queue from nothing to within 5% of its mean, in units of variance / slack^2: where 1 - 2 (1 + t) (1 - Phi(sqrt t)) + 2 sqrt(t) phi(sqrt t) is 0.95. */
const WITHIN_5_PERCENT = 2.1454;

/** Loads are sums within about 0.1%: nearer to full than that is full. */
const FULL = 0.999;

/**
 * Days from an empty start until the number waiting and the number in are within about 5% of what they come to; Infinity where they never settle.
 *
 * The number waiting in heavy traffic rises like reflected Brownian motion from nothing (Abate & Whitt 1987, Advances in Applied Probability
 * 19:560): in days x slack^2 / variance it is within 5% after 2.1454, whatever the load. Slack is scaled by (1 + sqrt(load))^2 / 4 / load, with which the slowest
 * part has the exact relaxation time of M/M/c, 1 / (sqrt(c mu) - sqrt(lambda))^2 (Odoni & Roth 1983, Operations Research 31:432, for one server).
 * The service has to fill first, and the queue starts below nothing: the root of both is our own fit to exact M/M/c, right within 0 to 25% above the truth
 * (test/unit/sim/settle-time.test.ts). A list with a limit is Brownian motion between two ends; with patience nobody waits longer than that.
 */
export function settleTime(demand: Demand): number {
  const queue = queueTime(demand);
  return demand.fill + queue + Math.sqrt(demand.fill * queue);
}

function queueTime(demand: Demand): number {
  const { held, capacity, room, patience } = demand;
  if (held === 0 || capacity === Number.POSITIVE_INFINITY) return 0;
  const endless = held < FULL * capacity ? endlessTime(demand) : Number.POSITIVE_INFINITY;
  return Math.min(endless, Number.isFinite(room) ? limitedTime(demand) : Number.POSITIVE_INFINITY, patience);
}

function endlessTime({ held, capacity, variance }: Demand): number {
  const load = held / capacity;
  return (WITHIN_5_PERCENT * variance * (1 + Math.sqrt(load)) ** 2) / (4 * load * (capacity - held) ** 2);
}

/** Between two ends the slowest part falls at slack^2 / 2 / variance + pi^2 / 2 x variance / room^2; where too much comes, the list fills first. */
function limitedTime({ held, capacity, variance, room }: Demand): number {
  if (room === 0) return 0;
  const slack = capacity - held;
  const rise = slack < 0 ? room / -slack : 0;
  return rise - Math.log(0.05) / (slack ** 2 / (2 * variance) + (Math.PI ** 2 * variance) / (2 * room ** 2));
}

/**
 * Days until 95% of those who will be in are in: the days before they reach it and what is left of a stay met at any moment of it (longer stays are met
 * more often), taken as mean and two standard deviations. Of an exponential stay that is 3 means (exactly: 3.00), of a fixed one 1.08 of it.
 * `before` is the mean and the mean square of the days before; `stay` the first three moments.
 */
export function fillTime([before, beforeSquare]: [number, number], [mean, square, cube]: [number, number, number]): number {
  const left = mean === 0 ? 0 : square / (2 * mean);
  const leftSquare = mean === 0 ? 0 : cube / (3 * mean);
  const variance = beforeSquare - before ** 2 + leftSquare - left ** 2;
  return before + left + 2 * Math.sqrt(Math.max(0, variance));
}
