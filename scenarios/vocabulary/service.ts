import { z } from 'zod';
import {
  beds,
  duration,
  factor,
  hoursPerWeek,
  type Kind,
  people,
  perWeek,
  percent,
  pricePerBedDay,
  pricePerHour,
  pricePerStart,
  share,
  stay,
} from '../units/kinds.ts';
import { WEEKDAYS } from './arrivals.ts';
import { checkPayers, payerKeys } from './payer.ts';
import { capacityTrend as trend } from './trend.ts';
import { contract } from './contract.ts';
import { distribution } from './distribution.ts';
import { checkPackages, hoursPackage, hoursPackages, longest, stayInService, stayPackages } from './package.ts';
import { supportKeys } from './follow-up.ts';
import { serves } from './sharing.ts';
import { block, complain, date, leaf, limit, type Misread, named, oneOf, quantity, text } from './field.ts';

const YES_NO = ['yes', 'no'] as const;
const DAYS = '`every day`, or a list such as `[mon, tue, wed, thu, fri]`';

/** Monday to Sunday. */
export class AcceptingDays {
  constructor(readonly days: boolean[]) {}

  get everyDay(): boolean {
    return this.days.every(Boolean);
  }

  inWords(): string {
    return this.everyDay ? 'every day' : WEEKDAYS.filter((_, i) => this.days[i]).join(', ');
  }
}

export function readDays(input: unknown): AcceptingDays | Misread {
  if (input === 'every day') return new AcceptingDays(WEEKDAYS.map(() => true));
  const list: unknown[] = Array.isArray(input) ? input : [input];
  const known = WEEKDAYS.filter((day) => list.includes(day));
  if (known.length === 0 || known.length < new Set(list).size)
    return { problem: 'These are not days of the week.', allowed: DAYS, known: WEEKDAYS };
  return new AcceptingDays(WEEKDAYS.map((day) => known.includes(day)));
}

const accepts = block(
  {
    days: leaf(readDays, {
      meaning: 'Days on which new people start',
      example: '[mon, tue, wed, thu, fri]',
      units: DAYS,
      editor: { type: ['string'] },
    })
      .meta({ list: true })
      .prefault('every day'),
    'bank-holidays': oneOf(YES_NO, {
      meaning:
        "Whether people start on bank holidays; where Christmas Day, Boxing Day or New Year's Day is at a weekend, both that day and its substitute are meant",
      example: 'no',
    }).prefault('yes'),
  },
  { meaning: 'When new people start' },
).prefault({});

const closures = named(
  block(
    {
      from: date({ meaning: 'First day on which nobody new starts, inside the period', example: '2026-01-12' }),
      to: date({ meaning: 'Last such day (that day included)', example: '2026-01-21' }),
    },
    { meaning: 'A closure to new people, by a name you choose' },
  ),
  {
    meaning:
      'Days on which nobody new starts, whatever the day of the week: an outbreak, a provider’s embargo. People who are in stay',
    otherwise: 'none',
  },
).prefault({});

const common = {
  label: text({ meaning: 'Name in reports', example: 'Home support', otherwise: 'the name' }).optional(),
  serves,
  accepts,
  closures,
  'waiting-list': limit(people, {
    meaning: 'People who may wait; beyond it they are turned away, and counted. With 0 whoever finds a free place still starts',
    example: '5 people',
  }).prefault('unlimited'),
  'lead-time': distribution({
    meaning: 'Arrangement between referral and joining the queue; the wait counts from the referral',
    otherwise: 'none',
  }).optional(),
  'waits-at': oneOf(['in place', 'home'], {
    meaning: 'Where people wait for it: `in place`, in the bed or service they are in (a delay), or at `home`, holding nothing',
    example: 'home',
  }).prefault('in place'),
  patience: distribution({
    meaning: 'How long people stay on the waiting list; those who leave it, leave the system, and are counted',
    otherwise: 'until a place is found',
  }).optional(),
  'target-wait': quantity(stay, {
    meaning: 'A start within this time of the referral is on time',
    example: '2 days',
    otherwise: 'no target',
  }).optional(),
  'target-waiting': quantity(people, {
    meaning: 'No more than this many waiting is within the target',
    example: '9 people',
    otherwise: 'no target',
  }).optional(),
  'price-year': text({
    meaning: 'Year its prices are of',
    example: '2017/18',
    otherwise: 'not stated: that of `costs.prices-of`, where it is given',
  }).optional(),
  ...payerKeys,
  ...supportKeys,
};

const readmittedTo = text({
  meaning: 'Hospital to whose front door people with the outcome `readmitted` come again, for a new stay',
  example: 'UHCW',
  otherwise: 'they leave: admissions already count them',
}).optional();
const outcomes = named(
  quantity(share, {
    meaning: 'Share of people who leave this way; an outcome with the name of a service leads to that service',
    example: '42%',
  }),
  {
    meaning: 'How people leave; the shares sum to 100%',
    otherwise: 'everybody leaves, needing nothing more',
  },
).optional();

const hours = block(
  {
    kind: kind('hours'),
    commissioned: limit(hoursPerWeek, { meaning: 'Hours of care a week commissioned', example: '1750 h/week' }),
    closing: oneOf(['as they empty', 'people moved'], {
      meaning:
        'How hours are cut: as stays end, or at once, the people last in handed back to the head of the waiting list, at home, until hours are found again',
      example: 'people moved',
    }).prefault('as they empty'),
    flex: limit(percent, { meaning: 'Delivery above commissioned that is allowed', example: '10%' }).prefault('0%'),
    trend,
    contract,
    starts: oneOf(['in order', 'whoever fits'], {
      meaning:
        'Who starts when hours are free: `in order`, the head of the list, who holds back those behind; or `whoever fits`, the first whose package fits',
      example: 'whoever fits',
    }).prefault('in order'),
    'paid-hours': quantity(
      { ...factor, least: 1, allowed: 'a number from 1, such as `1.15`' },
      {
        meaning:
          'Hours paid for each contact hour (travel, handover); `commissioned` and packages are contact hours, the price is of a paid hour',
        example: '1.15',
      },
    ).prefault(1),
    package: hoursPackage.optional(),
    packages: hoursPackages.optional(),
    outcomes,
    'readmitted-to': readmittedTo,
    spot: spotOf(hoursPerWeek, '200 h/week', pricePerHour, '£25 per hour'),
    price: quantity(pricePerHour, {
      meaning: 'Price of an hour',
      example: '£19 per hour',
      otherwise: 'no cost is counted',
    }).optional(),
    ...common,
  },
  { meaning: 'A service counted in hours of care a week: home support, reablement, domiciliary care' },
);

const bedded = block(
  {
    kind: kind('beds'),
    beds: limit(beds, { meaning: 'Beds or places', example: '83 beds' }),
    trend,
    stay: stayInService.optional(),
    longest,
    packages: stayPackages.optional(),
    outcomes,
    'readmitted-to': readmittedTo,
    turnover: quantity(duration, {
      meaning: 'Time between one person leaving a bed and the next one starting in it',
      example: '4 hours',
    }).prefault('0 days'),
    closing: oneOf(['as they empty', 'people moved'], {
      meaning: 'How beds close: as people leave them, or at once, the people last in going back to the head of the waiting list',
      example: 'people moved',
    }).prefault('as they empty'),
    spot: spotOf(beds, '6 beds', pricePerBedDay, '£150 per bed-day'),
    price: quantity(pricePerBedDay, {
      meaning: 'Price of a bed-day',
      example: '£110 per bed-day',
      otherwise: 'no cost is counted',
    }).optional(),
    ...common,
  },
  { meaning: 'A service counted in beds or places: step-down beds, community hospital, housing with care' },
);

const placements = block(
  {
    kind: kind('placements'),
    starts: limit(perWeek, {
      meaning: 'New starts a week, spread evenly over the accepting days; the person is not followed further',
      example: '9 per week',
    }),
    trend,
    panel: oneOf(WEEKDAYS, {
      meaning:
        'Day of the weekly panel that gives the starts of the week, instead of `accepts.days`; people referred that day may still be given one. A panel day that is closed loses its starts',
      example: 'wed',
      otherwise: 'spread over the accepting days',
    }).optional(),
    'carry-over': oneOf(YES_NO, { meaning: 'Whether an unused start is kept for later days', example: 'yes' }).prefault('no'),
    spot: spotOf({ ...perWeek, whole: true }, '3 per week', pricePerStart, '£1,200 per start'),
    price: quantity(pricePerStart, {
      meaning: 'Price of a start',
      example: '£900 per start',
      otherwise: 'no cost is counted',
    }).optional(),
    ...common,
  },
  { meaning: 'A service counted in new starts a week: care-home placements, long-term packages' },
);

/** Spot capacity of one kind of service, with its own units. */
function spotOf(most: Kind, example: string, price: Kind, priceExample: string) {
  return block(
    {
      'at-most': quantity(most, {
        meaning: 'Most that may be bought, at any one time; of starts, in each week of the period',
        example,
      }),
      price: quantity(price, { meaning: 'Its price', example: priceExample, otherwise: 'no cost is counted' }).optional(),
      'lead-time': quantity(duration, {
        meaning: 'Time from the order until it can be used; an order is for those waiting',
        example: '2 days',
      }).prefault('0 days'),
    },
    {
      meaning:
        'Capacity bought beside the block when somebody waits and the block is full, and given back as soon as nobody needs it',
      otherwise: 'none',
    },
  ).optional();
}

function kind<K extends string>(word: K) {
  return z.literal(word).meta({
    description: 'What its capacity is counted in',
    guide: { meaning: 'What its capacity is counted in', units: 'one of `hours`, `beds`, `placements`', example: 'hours' },
  });
}

export const SERVICE_KINDS = ['hours', 'beds', 'placements'] as const;
export const service = z
  .discriminatedUnion('kind', [hours, bedded, placements])
  .superRefine((keys, context) => {
    checkPayers(keys, context);
    if (keys.kind === 'hours' && keys.contract?.budget?.kind.name === 'money' && keys.price === undefined) {
      complain(
        context,
        ['contract', 'budget'],
        'A budget in £ needs the price of an hour.',
        '`price: £19 per hour` beside `contract`',
      );
    }
    if (keys.kind === 'hours') checkPackages(keys, 'package', keys.package !== undefined, context);
    if (keys['short-term']?.word === 'yes' && keys['long-term'])
      complain(
        context,
        ['long-term'],
        'A service is either short-term or long-term support.',
        'one of `short-term: yes` and `long-term: …`',
      );
    if (keys.kind === 'placements' && keys.panel && !keys.accepts.days.everyDay)
      complain(context, ['panel'], 'Only one of `panel` and `accepts.days` can be said: the panel gives the starts on its day.');
    if (keys.kind === 'beds') checkPackages(keys, 'stay', keys.stay !== undefined, context);
  })
  .meta({ description: 'A service, by a name you choose', guide: { meaning: 'A service, by a name you choose' } });
