import { z } from 'zod';
import { date, leaf, type Misread, text } from './field.ts';

/** Its unit depends on the path: read in `checks/changes.ts`. */
const changed = leaf(
  (input): string | number | Misread =>
    typeof input === 'string' || typeof input === 'number' ? input : { problem: 'A value is needed here.', allowed: UNITS() },
  {
    meaning: 'The path of a capacity, a share, admissions or arrivals, and what becomes of it',
    units: UNITS(),
    example: 'services.home-support.commissioned: 1995 h/week',
    editor: { type: ['string', 'number'] },
  },
);

function UNITS(): string {
  return 'a value (`1995 h/week`), an addition (`+400 h/week`), a percentage of what it is (`-20%`) or, for a share, points (`+2 points`)';
}

export const change = z
  .object({
    label: text({ meaning: 'Name in reports', example: 'Winter money', otherwise: 'the name' }).optional(),
    from: date({ meaning: 'First day it holds, inside the period', example: '2017-12-01' }),
    to: date({ meaning: 'Last day it holds (that day included)', example: '2018-02-04', otherwise: 'to the end of the period' }).optional(),
  })
  .catchall(changed)
  .meta({ description: 'A change from one day to another, by a name you choose; later ones act on what earlier ones made', guide: {} });
