import type { Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';
import { type CompareRow, differenceWords, unclear } from './differences.ts';
import { listed, queueName } from './doubts.ts';
import { amount } from './numbers.ts';

/** A queue longer by less, in people or as a share of what it was, is not told: nobody could see it. */
const [LEAST, LEVEL] = [0.5, 0.1];

/** Queues that the i-th scenario after the base makes clearly longer, the longest first: `the queue for step-down beds is 3.4 people longer, 8.1 on average`. */
export function longerQueues(results: Result[], comparison: Comparison, i: number): string[] {
  const other = results[i + 1];
  const found = comparison.rows.filter((row) => isQueue(row) && isLonger(row, i)).sort((a, b) => by(b, i) - by(a, i));
  const [worst, ...more] = found;
  if (!other || !worst) return [];
  const rest = more.length === 0 ? '' : ` (and ${listed(more.map((row) => queueName(other, row)))})`;
  const [d, mean] = [worst.differences[i], amount(worst.means[i + 1] ?? 0)];
  const longer = d
    ? `is ${differenceWords(d, 'people').value.replace('+', '')} people longer, ${mean} on average`
    : `is new, ${mean} people on average`;
  return [`${queueName(other, worst)} ${longer}${rest}`];
}

/** Of a service or a front door as a whole, not of a part of it. */
const isQueue = ({ measure, scope }: CompareRow): boolean =>
  !scope.includes('/') && ((measure === 'waiting' && scope.startsWith('service:')) || measure === 'acute-waiting');

/** A queue that the base has not at all is as much longer as it is long. */
const isNew = ({ means }: CompareRow): boolean => means[0] === null;
const by = (row: CompareRow, i: number): number => (isNew(row) ? row.means[i + 1] : row.differences[i]?.mean) ?? 0;

function isLonger(row: CompareRow, i: number): boolean {
  const d = row.differences[i];
  if (isNew(row)) return by(row, i) >= LEAST;
  return d !== null && d !== undefined && !unclear(d) && d.mean >= Math.max(LEAST, LEVEL * (row.means[0] ?? 0));
}
