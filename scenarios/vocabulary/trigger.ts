import { z } from 'zod';
import type { TriggerMeasure } from '../../sim/scenario/trigger.ts';
import { bedsOnAverage, duration, type Kind, peopleOnAverage, share, wholeDays } from '../units/kinds.ts';
import { block, leaf, type Misread, quantity, text } from './field.ts';

/** Levels a trigger may look at: what they are counted in, and whose they are. */
export const TRIGGER_MEASURES: Record<TriggerMeasure, { kind: Kind; of: 'service' | 'hospital' | 'hospital or all' }> = {
  waiting: { kind: peopleOnAverage, of: 'service' },
  'in-service': { kind: peopleOnAverage, of: 'service' },
  'service-occupancy': { kind: share, of: 'service' },
  'no-criteria-to-reside': { kind: peopleOnAverage, of: 'hospital or all' },
  'acute-occupied': { kind: bedsOnAverage, of: 'hospital or all' },
  'acute-waiting': { kind: peopleOnAverage, of: 'hospital or all' },
};

const MEASURES = Object.keys(TRIGGER_MEASURES);
const LINE = 'a value in the unit of the level, such as `20 people` or `95%`';

/** Its unit depends on the measure, its path on the scenario: read in `triggers/read-triggers.ts`. */
const written = (about: { meaning: string; example: string; units: string }) =>
  leaf(
    (input): string | Misread =>
      typeof input === 'string' || typeof input === 'number'
        ? String(input)
        : { problem: 'A value is needed here.', allowed: about.units },
    { ...about, editor: { type: ['string', 'number'] } },
  );
const nights = quantity({ ...wholeDays, above: true }, { meaning: 'Midnights in a row', example: '3 days' }).prefault('1 day');

const when = block(
  {
    measure: text({
      meaning: `The level looked at, each midnight: ${MEASURES.map((one) => `\`${one}\``).join(', ')}`,
      example: 'waiting',
    }),
    of: text({
      meaning: 'The service or hospital whose level it is',
      example: 'home-support',
      otherwise: 'all hospitals together',
    }).optional(),
    above: written({ meaning: 'The opening line: the level must be above it', units: LINE, example: '20 people' }),
    for: nights,
  },
  { meaning: 'When to open' },
);

const until = block(
  {
    below: written({
      meaning: 'The closing line: the level must be below it; not above the opening line',
      units: LINE,
      example: '8 people',
    }),
    for: nights,
  },
  { meaning: 'When to close again, as places empty; it may open again', otherwise: 'it stays open' },
);

const opened = written({
  meaning: 'The path of the beds or hours that open, and how many more there are',
  units: 'an addition, such as `+6 beds` or `+100 h/week`',
  example: 'services.step-down.beds: +6 beds',
});

export const trigger = block(
  {
    label: text({ meaning: 'Name in reports', example: 'Escalation beds', otherwise: 'the name' }).optional(),
    when,
    opens: z.object({}).catchall(opened).meta({ description: 'What opens, on top of what is planned', guide: {} }),
    'lead-time': quantity(duration, { meaning: 'Time from the decision to the opening', example: '5 days' }).prefault('0 days'),
    until: until.optional(),
  },
  { meaning: 'Capacity that opens when a level crosses a threshold, by a name you choose' },
);
