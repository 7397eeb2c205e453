import type { Operation } from '../units/change.ts';
import type { Unread } from '../units/quantity.ts';
import { AcceptingDays, readDays } from '../vocabulary/service.ts';

/** Reads what a change makes of a value, with the words for it. */
export type ReadChange = (input: unknown) => { operation: Operation; words: string } | Unread;

/** Accepting days as a number, so that they are dated like any other value: Monday 1, Tuesday 2, Wednesday 4 … */
export function daysAsNumber({ days }: AcceptingDays): number {
  return days.reduce((sum, day, i) => sum + (day ? 2 ** i : 0), 0);
}

export function daysOfNumber(number: number): AcceptingDays {
  return new AcceptingDays(Array.from({ length: 7 }, (_, i) => Math.floor(number / 2 ** i) % 2 === 1));
}

export const readDaysChange: ReadChange = (input) => {
  const read = readDays(input);
  return read instanceof AcceptingDays
    ? { operation: { type: 'becomes', value: daysAsNumber(read) }, words: read.inWords() }
    : read;
};

/** 1 for yes, 0 for no. */
export const readYesChange: ReadChange = (input) => {
  const yes = input === 'yes' || input === true;
  if (!yes && input !== 'no' && input !== false) return { problem: 'This word is not known here.', allowed: '`yes`, `no`' };
  return { operation: { type: 'becomes', value: yes ? 1 : 0 }, words: yes ? 'yes' : 'no' };
};
