import type { z } from 'zod';
import { share } from '../units/kinds.ts';
import type { Quantity } from '../units/quantity.ts';
import { complain, named, quantity, text } from './field.ts';

export const payerKeys = {
  payer: text({ meaning: 'Who pays for it', example: 'NHS', otherwise: 'not stated' }).optional(),
  payers: named(quantity(share, { meaning: 'Share of the cost that one of them pays', example: '60%' }), {
    meaning: 'Several who pay for it, by names you choose, instead of one; the shares sum to 100%',
    otherwise: 'one or none',
  }).optional(),
};

interface Payers {
  payer?: string | undefined;
  payers?: Record<string, Quantity> | undefined;
}

export function checkPayers({ payer, payers }: Payers, context: z.RefinementCtx): void {
  if (!payers) return;
  const sum = Object.values(payers).reduce((so, { amount }) => so + amount, 0);
  if (payer !== undefined)
    complain(
      context,
      ['payers'],
      'Both `payer` and `payers` are given.',
      'either `payer: NHS` or `payers: {NHS: 60%, council: 40%}`',
    );
  else if (Math.abs(sum - 1) > 1e-6)
    complain(context, ['payers'], `The shares of the payers sum to ${Number((sum * 100).toFixed(4))}%; they must sum to 100%.`);
}

export function payersOf({ payer, payers }: Payers): { name: string; share: number }[] {
  if (payers) return Object.entries(payers).map(([name, { amount }]) => ({ name, share: amount }));
  return payer === undefined ? [] : [{ name: payer, share: 1 }];
}
