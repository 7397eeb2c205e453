import type { z } from 'zod';
import type { Quantity } from '../units/quantity.ts';
import { complain } from './field.ts';

interface PrecisionKeys {
  precision?: Quantity | undefined;
  on?: string[] | undefined;
  'at-least'?: Quantity | undefined;
  'at-most'?: Quantity | undefined;
}

/** A precision is of something, and what goes with it is of no use without it. */
export function precisionKeys(keys: PrecisionKeys, context: z.RefinementCtx): void {
  if (keys.precision && !keys.on?.length)
    complain(context, keys.on ? ['on'] : [], '`on` is missing: the measures the precision is of.', '`on: [bed-days-delayed]`');
  for (const key of ['on', 'at-least', 'at-most'] as const) {
    if (keys[key] && !keys.precision)
      complain(context, [key], `\`${key}\` says nothing without \`precision\`.`, '`precision: 5%`');
  }
  const [least, most] = [keys['at-least'], keys['at-most']];
  if (least && most && least.amount > most.amount) complain(context, ['at-least'], '`at-least` is more than `at-most`.');
}
