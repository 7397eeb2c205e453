import { share } from '../units/kinds.ts';
import { block, named, quantity, text } from './field.ts';

const redirection = (what: string) =>
  block(
    {
      label: text({ meaning: 'Name in reports', example: 'Home instead of a bed', otherwise: 'the name' }).optional(),
      from: text({ meaning: 'The pathway they were to take', example: 'P2' }),
      to: text({ meaning: 'The pathway they take instead; it may have no share of its own', example: 'P1' }),
      share: quantity(share, {
        meaning: `Share of the people ready for it who ${what}; for one \`from\` all shares together at most 100%`,
        example: '20%',
      }),
    },
    { meaning: 'On the ready date: the clinical stay is as it was' },
  );

export const rightSizing = named(redirection('could do with the other pathway'), {
  meaning: 'People of one pathway who could do with another',
});
export const diversion = named(redirection('others could help'), {
  meaning:
    'People helped by others instead (volunteers, say): only while the first service of that pathway has room on the ready date, else they go on as before',
});
