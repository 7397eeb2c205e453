import { careHours, money } from '../units/kinds.ts';
import { Quantity, readQuantity } from '../units/quantity.ts';
import { DAY_OF_YEAR, readDayOfYear } from './day-of-year.ts';
import { block, complain, leaf, type Misread, quantity } from './field.ts';

const HOURS_OR_POUNDS = 'hours, such as `500,000 h`, or pounds, such as `£9,500,000`';

function readHoursOrPounds(input: unknown): Quantity | Misread {
  const pounds = readQuantity(input, money);
  const read = pounds instanceof Quantity ? pounds : readQuantity(input, careHours);
  return read instanceof Quantity ? read : { problem: read.problem, allowed: HOURS_OR_POUNDS };
}

const hoursOrPounds = (meaning: string, example: string, otherwise: string) =>
  leaf(readHoursOrPounds, { meaning, example, otherwise, units: HOURS_OR_POUNDS, editor: { type: ['string'] } }).optional();

export const contract = block(
  {
    'year-starts': leaf(readDayOfYear, {
      meaning: 'First day of the contract year; cumulative figures begin again on it',
      example: '1 April',
      units: DAY_OF_YEAR,
      editor: { type: ['string'] },
    }).prefault('1 April'),
    'opening-balance': quantity(careHours, {
      meaning: 'Hours over-delivered in the contract year before the period',
      example: '81,000 h',
    }).prefault('0 h'),
    budget: hoursOrPounds('What may be delivered, or spent, in each contract year', '500,000 h', 'no budget'),
    'used-before': hoursOrPounds('How much of the budget went in the contract year before the period', '210,000 h', 'nothing'),
  },
  {
    meaning: 'What is agreed for a contract year: the ledger is then kept cumulatively too',
    otherwise: 'the ledger is kept by week only',
  },
)
  .superRefine(({ budget, 'used-before': before }, context) => {
    if (before && !budget)
      complain(context, ['used-before'], '`used-before` has no effect: there is no `budget`.', '`budget: 500,000 h`');
    else if (before && before.kind !== budget?.kind)
      complain(
        context,
        ['used-before'],
        'The budget and what was used of it are in different units.',
        `\`${budget?.inWords()}\` is the budget`,
      );
  })
  .optional();
