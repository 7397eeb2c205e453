import { readAmount } from './amount.ts';
import { type Amount, sameDimensions } from './dimensions.ts';
import type { Kind } from './kinds.ts';
import { tidy } from './tidy.ts';

/** A value of the scenario that has been understood: its amount in the model's unit. */
export class Quantity<A extends number | 'unlimited' = number> {
  constructor(
    readonly kind: Kind,
    readonly amount: A,
  ) {}

  inWords(): string {
    return this.amount === 'unlimited' ? 'unlimited' : this.kind.say(Number(this.amount));
  }
}

/** Why a value is not understood. */
export interface Unread {
  problem: string;
  allowed: string;
}

/** A number of the kind's units. */
export function readQuantity(input: unknown, kind: Kind): Quantity | Unread {
  const amount = amountOf(input, kind);
  if ('problem' in amount) return { problem: amount.problem, allowed: kind.allowed };
  const problem = unitProblem(amount, kind) ?? sizeProblem(amount.size * kind.factor, kind);
  return problem ? { problem, allowed: kind.allowed } : new Quantity(kind, tidy(amount.size * kind.factor));
}

/** A number of the kind's units, or the word `unlimited`. */
export function readLimit(input: unknown, kind: Kind): Quantity<number | 'unlimited'> | Unread {
  if (input === 'unlimited') return new Quantity<number | 'unlimited'>(kind, 'unlimited');
  const read = readQuantity(input, kind);
  return 'problem' in read ? { problem: read.problem, allowed: `${read.allowed}, or the word \`unlimited\`` } : read;
}

function amountOf(input: unknown, kind: Kind): Amount | { problem: string } {
  if (typeof input === 'number') return { size: input, of: {}, percent: false, unit: false };
  if (typeof input === 'string')
    return input === 'unlimited' ? { problem: 'This cannot be unlimited.' } : readAmount(input, kind.hour);
  if (input === undefined) return { problem: `This is missing: ${kind.name}.` };
  return { problem: 'One value is needed here.' };
}

function unitProblem(amount: Amount, kind: Kind): string | null {
  const needsUnit = kind.percent || !kind.units.some((of) => Object.keys(of).length === 0);
  if (!amount.unit && !amount.percent && needsUnit) return 'A number needs its unit here.';
  if (amount.percent && !kind.percent) return PERCENTAGE;
  if (!amount.unit && !amount.percent && kind.percent) return 'A percentage is needed here (`%`).';
  const cancelled = amount.unit && Object.keys(amount.of).length === 0;
  if (cancelled || !kind.units.some((of) => sameDimensions(of, amount.of))) return 'This unit does not fit here.';
  return null;
}

/** Where a value is told, not a change of it. */
const PERCENTAGE =
  'A percentage is not possible here: write the value itself. A change by a percentage, such as `+10%`, stands under `changes`, with the day it begins.';

/** Beyond these a value is a slip of the pen, and sums with it would lose their digits. */
const LARGEST = 1e8;
const NEAREST_TO_NOUGHT = 1e-9;

function sizeProblem(size: number, kind: Kind): string | null {
  if (!Number.isFinite(size)) return 'This is not a number.';
  if (size !== 0 && Math.abs(size) < NEAREST_TO_NOUGHT) return 'This is too small to tell from nothing.';
  if (size < kind.least) return kind.least === 0 ? 'This is below zero.' : 'This is too small.';
  if (kind.above && size === kind.least) return 'This is zero; it must be more.';
  const most = kind.most ?? LARGEST;
  if (size > most * (1 + 1e-12)) return `This is too large: at most ${kind.say(most)}.`;
  if (kind.whole && Math.abs(size - Math.round(size)) > 1e-9) return 'This must be a whole number.';
  return null;
}
