import { block, complain, named, oneOf, text } from './field.ts';

const column = (meaning: string, example: string) => text({ meaning, example });

export const observed = block(
  {
    label: text({ meaning: 'Name in reports', example: 'Daily discharge return', otherwise: 'the name' }).optional(),
    measure: text({
      meaning: 'The measure it is an observation of, by its id in the table of measures; by day: a count of people',
      example: 'no-criteria-to-reside',
    }),
    of: text({ meaning: 'The hospital or pathway it was observed for', example: 'UHCW', otherwise: 'all' }).optional(),
    by: oneOf(['day', 'month'], { meaning: 'What a row of the file is of', example: 'month' }).prefault('day'),
    file: text({
      meaning:
        'CSV file, relative to this file; rows outside the period are passed over, and a row that cannot be right (a count below zero, more discharged than counted) is left out with a warning',
      example: '../../data/nhs/daily-discharge.csv',
    }),
    date: column('Column that holds the day (`2022-04-01`) or the month (`2024-04`)', 'date'),
    column: column(
      'Column that holds the value, in the unit of the measure (a share as a fraction of 1 or as `95%`)',
      'no_criteria_to_reside',
    ),
    less: column('Column whose number is taken from it, row by row', 'discharged_total').optional(),
    'out-of': column(
      'Column that divides it, row by row: for shares and averages; several months are pooled',
      'patients_discharged',
    ).optional(),
    where: named(text({ meaning: 'What this column holds in the rows that count', example: 'RKB' }), {
      meaning: 'Filters, by column; all must hold',
      otherwise: 'every row',
    }).prefault({}),
    zeros: oneOf(['counted', 'missing'], {
      meaning: 'Whether a zero is a number or, as in the daily discharge return, a return that was not made',
      example: 'missing',
    }).prefault('counted'),
  },
  { meaning: 'Something observed, shown beside the simulated, by a name you choose' },
).superRefine((keys, context) => {
  if (keys.less !== undefined && keys.less === keys.column)
    complain(context, ['less'], '`less` is the column of the value itself: nothing would be left.');
});
