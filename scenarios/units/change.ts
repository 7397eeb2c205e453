import type { Kind } from './kinds.ts';
import { Quantity, readLimit, readQuantity, type Unread } from './quantity.ts';
import { tidy } from './tidy.ts';

/** What a dated change does to a value. */
export type Operation =
  | { type: 'becomes'; value: number | 'unlimited' }
  | { type: 'adds'; value: number }
  | { type: 'times'; value: number };

type Change = { operation: Operation; words: string };

/** `1995 h/week` (becomes), `+400 h/week` (adds), `-20%` (times 0.8), and for a share `+2 points` (adds 2%). */
export function readOperation(input: unknown, kind: Kind, unlimited: boolean): Change | Unread {
  const signed = typeof input === 'string' ? /^\s*([+\-−–])\s*(.*?)\s*$/s.exec(input) : null;
  if (typeof input !== 'string' || !signed) return absolute(input, kind, unlimited);
  const sign = signed[1] === '+' ? 1 : -1;
  const rest = signed[2] ?? '';
  if (BARE_PERCENTAGE.test(rest)) return multiplied(readQuantity(rest, PERCENT), sign);
  if (!kind.percent)
    return added(readQuantity(input, { ...kind, least: Number.NEGATIVE_INFINITY, above: false, whole: false }), kind, unlimited);
  const points = /^([\d.]+)\s*points?$/.exec(rest);
  return points
    ? pointsAdded(readQuantity(`${points[1]}%`, kind), sign)
    : { problem: 'This is not a change of a share.', allowed: allowed(kind, unlimited) };
}

const PERCENT: Kind = {
  name: 'percentage',
  allowed: 'a percentage, such as `+8%` or `-20%`',
  units: [{}],
  factor: 1,
  hour: 'clock',
  percent: true,
  least: 0,
  say: (n) => `${Number((n * 100).toPrecision(12))}%`,
};

const BARE_PERCENTAGE = /^[\d.,]+\s*%$/;

/** A percentage without a sign, of what is no share. */
const UNSIGNED = 'A percentage needs its sign here, as it is of what there was: `+10%` or `-10%`.';

function absolute(input: unknown, kind: Kind, unlimited: boolean): Change | Unread {
  const read = unlimited ? readLimit(input, kind) : readQuantity(input, kind);
  if (!(read instanceof Quantity))
    return {
      problem: !kind.percent && typeof input === 'string' && BARE_PERCENTAGE.test(input.trim()) ? UNSIGNED : read.problem,
      allowed: allowed(kind, unlimited),
    };
  return { operation: { type: 'becomes', value: read.amount }, words: read.inWords() };
}

/** The sign is part of the sum: `-5 beds + 3 beds` takes 2 beds away. */
function added(read: Quantity | Unread, kind: Kind, unlimited: boolean): Change | Unread {
  if (!(read instanceof Quantity)) return { problem: read.problem, allowed: allowed(kind, unlimited) };
  return {
    operation: { type: 'adds', value: read.amount },
    words: `${read.amount < 0 ? '−' : '+'}${kind.say(Math.abs(read.amount))}`,
  };
}

function pointsAdded(read: Quantity | Unread, sign: number): Change | Unread {
  if (!(read instanceof Quantity)) return read;
  return {
    operation: { type: 'adds', value: sign * read.amount },
    words: `${sign > 0 ? '+' : '−'}${read.inWords().replace('%', '')} points`,
  };
}

function multiplied(read: Quantity | Unread, sign: number): Change | Unread {
  if (!(read instanceof Quantity)) return read;
  if (sign < 0 && read.amount > 1) return { problem: 'This takes away more than there is.', allowed: 'at most `-100%`' };
  return { operation: { type: 'times', value: 1 + sign * read.amount }, words: `${sign > 0 ? '+' : '−'}${read.inWords()}` };
}

function allowed(kind: Kind, unlimited: boolean): string {
  const relative = kind.percent
    ? '`+2 points`, or `-20%` of what it is'
    : 'an addition with the same unit and a sign (`+…`, `-…`), or a percentage such as `-20%`';
  return `${kind.allowed}${unlimited ? ', or `unlimited`' : ''}; ${relative}`;
}

/** What the operations make of a value, in the order written; null where they take it below zero. */
export function applied(base: number | 'unlimited', operations: Operation[]): number | 'unlimited' | null {
  let value = base;
  for (const operation of operations) {
    if (operation.type === 'becomes') value = operation.value;
    else if (value !== 'unlimited') value = operation.type === 'adds' ? value + operation.value : value * operation.value;
  }
  if (value === 'unlimited') return value;
  return tidy(value) < 0 ? null : tidy(value);
}
