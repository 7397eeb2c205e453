import type { z } from 'zod';
import { count, packageHours, share, stay } from '../units/kinds.ts';
import { Quantity, readQuantity } from '../units/quantity.ts';
import { distribution } from './distribution.ts';
import { block, complain, leaf, limit, type Misread, named, quantity } from './field.ts';

const HOURS =
  'hours a week for one person, such as `20 h/week`, or week by week as `[14 h/week, 10 h/week, 7 h/week, 3.5 h/week]`';

/** Hours a week of one person in the first week, the second …; the last holds to the end of the stay. */
export class HoursByWeek {
  constructor(readonly weeks: Quantity[]) {}

  inWords(): string {
    return this.weeks.map((week) => week.inWords()).join(', then ');
  }
}

function readHours(input: unknown): HoursByWeek | Misread {
  const weeks: Quantity[] = [];
  for (const item of Array.isArray(input) ? input : [input]) {
    const read = readQuantity(item, packageHours);
    if (!(read instanceof Quantity)) return { problem: read.problem, allowed: HOURS };
    if (read.amount > (weeks.at(-1)?.amount ?? Number.POSITIVE_INFINITY))
      return { problem: 'A package may taper, but not grow from one week to the next.', allowed: HOURS };
    weeks.push(read);
  }
  return weeks.length > 0 ? new HoursByWeek(weeks) : { problem: 'Hours are needed here.', allowed: HOURS };
}

const hours = leaf(readHours, {
  meaning: 'Hours a week of one person’s package of care; a list for a package that tapers from week to week',
  example: '20 h/week',
  units: HOURS,
  editor: { type: ['string'] },
}).meta({ list: true });
export const longest = limit(stay, { meaning: 'Longest stay: a longer one is cut to it', example: '6 weeks' }).prefault(
  'unlimited',
);
export const stayInService = distribution({ meaning: 'Time in the service' });
const packageShare = quantity(share, { meaning: 'Share of people who need this one; the shares sum to 100%', example: '70%' });

const carers = quantity(
  { ...count, most: 9, allowed: 'a whole number from 1 to 9' },
  { meaning: 'Carers who come at one time: with 2 the package takes twice its hours', example: '2' },
).prefault(1);

/** What one person receives, where everybody receives alike. */
export const hoursPackage = block(
  { hours, carers, stay: stayInService, longest },
  { meaning: 'What one person receives' },
).superRefine(checkTaper);

const SEVERAL = {
  meaning:
    'Several packages in one service, by names you choose, instead of one for all; which one a person needs is drawn on arrival',
};
export const hoursPackages = named(
  block({ share: packageShare, hours, carers, stay: stayInService, longest }, { meaning: 'One of several packages' }).superRefine(
    checkTaper,
  ),
  SEVERAL,
);
export const stayPackages = named(
  block({ share: packageShare, stay: stayInService, longest }, { meaning: 'One of several kinds of stay' }),
  {
    meaning:
      'Several kinds of stay in one service, by names you choose, instead of one for all; which one a person needs is drawn on arrival',
  },
);

/** Hours of a week that nobody's stay reaches are a slip, in the hours or in the limit. */
function checkTaper(
  { hours: { weeks }, longest: { amount } }: { hours: HoursByWeek; longest: Quantity<number | 'unlimited'> },
  context: z.RefinementCtx,
): void {
  const last = weeks.length;
  if (amount === 'unlimited' || 7 * (last - 1) < amount) return;
  complain(
    context,
    ['hours'],
    `The hours go on to week ${last}, but the longest stay is ${amount} days.`,
    `hours of at most ${Math.ceil(amount / 7)} week${amount > 7 ? 's' : ''}, or a longer \`longest\``,
  );
}

/** Either the one package or several, whose shares sum to 100%. */
export function checkPackages(
  keys: { packages?: Record<string, { share: Quantity }> | undefined },
  one: 'package' | 'stay',
  given: boolean,
  context: z.RefinementCtx,
): void {
  if (given === (keys.packages !== undefined)) {
    complain(
      context,
      given ? ['packages'] : [],
      given ? `Both \`${one}\` and \`packages\` are given.` : `\`${one}\` is missing.`,
      `either \`${one}: …\` or \`packages: {NAME: {share: …, …}}\``,
    );
    return;
  }
  if (!keys.packages) return;
  const sum = Object.values(keys.packages).reduce((so, { share }) => so + share.amount, 0);
  if (Math.abs(sum - 1) > 1e-6)
    complain(
      context,
      ['packages'],
      `The shares of the packages sum to ${Number((sum * 100).toFixed(4))}%; they must sum to 100%.`,
    );
}
