import type { z } from 'zod';
import { share } from '../units/kinds.ts';
import type { Quantity } from '../units/quantity.ts';
import { complain, named, quantity } from './field.ts';

const SPELL = /^(\d{1,2})-(\d{1,2})$/;
const EXAMPLE = '`{08-12: 60%, 12-17: 30%, 17-20: 10%}`';

/** Shares of people by hours of the day, each spell spread evenly; sum 100%. */
export function hoursOfDay(meaning: string) {
  return named(
    quantity(share, {
      meaning: 'Share of people between two full hours, such as `08-12`; the shares sum to 100%',
      example: '60%',
    }),
    { meaning, example: EXAMPLE.replaceAll('`', '') },
  )
    .superRefine(checkHours)
    .optional();
}

/** From and to, in hours of the day; null where the words are no such hours. */
export function spellOf(words: string): { from: number; to: number } | null {
  const [, from, to] = SPELL.exec(words) ?? [];
  const spell = { from: Number(from), to: Number(to) };
  return spell.from < spell.to && spell.to <= 24 ? spell : null;
}

function checkHours(keys: Record<string, Quantity>, context: z.RefinementCtx): void {
  const spells = Object.keys(keys).map((words) => ({ words, spell: spellOf(words) }));
  for (const { words, spell } of spells)
    if (!spell) complain(context, [words], `\`${words}\` is not a spell of the day, from one full hour to a later one.`, EXAMPLE);
  const inOrder = spells.flatMap(({ words, spell }) => (spell ? [{ words, ...spell }] : [])).sort((a, b) => a.from - b.from);
  for (const [i, { words, from }] of inOrder.entries()) {
    const before = inOrder[i - 1];
    if (before && before.to > from) complain(context, [words], `The hours ${before.words} and ${words} overlap.`, EXAMPLE);
  }
  const sum = Object.values(keys).reduce((so, { amount }) => so + amount, 0);
  if (Math.abs(sum - 1) > 1e-6)
    complain(context, [], `The shares of the hours sum to ${Number((sum * 100).toFixed(4))}%; they must sum to 100%.`);
}
