import type {
  Accepts,
  Contract,
  HoursService,
  Outcome,
  Package,
  Price,
  Service,
  SharedServices,
  Spot,
} from '../../sim/scenario/service.ts';
import type { Dated, Limit } from '../../sim/scenario/dated.ts';
import { DAYS_OF_THE_WEEK } from '../../data/dates.ts';
import { daysAsNumber, daysOfNumber } from '../changes/accepting.ts';
import { inForce } from '../changes/dated.ts';
import { outcomeShares } from '../changes/shares.ts';
import type { Quantity } from '../units/quantity.ts';
import { tidy } from '../units/tidy.ts';
import type { DistributionKeys } from '../vocabulary/distribution.ts';
import { WEEKDAYS } from '../vocabulary/arrivals.ts';
import { AcceptingDays } from '../vocabulary/service.ts';
import { supportOf } from './follow-up.ts';
import { payersOf } from '../vocabulary/payer.ts';
import type { Written } from '../vocabulary/scenario.ts';
import { type Context, datedBeds, datedCapacity, datedValue, distribution } from './context.ts';

type WrittenService = Written['services'][string];

export function servicesOf(context: Context): Service[] {
  return Object.entries(context.written.services).map(([name, keys]) => serviceOf(context, name, keys));
}

function serviceOf(context: Context, name: string, keys: WrittenService): Service {
  const path = `services.${name}`;
  const common = commonOf(context, name, keys, path);
  if (keys.kind === 'placements') {
    return {
      ...common,
      kind: keys.kind,
      starts: datedCapacity(context, keys.starts.amount, `${path}.starts`, keys.trend),
      carryOver: keys['carry-over'].word === 'yes',
      ...(keys.panel ? { panel: DAYS_OF_THE_WEEK[WEEKDAYS.indexOf(keys.panel.word)] as string } : {}),
    };
  }
  const outcomes = outcomesOf(context, name, keys);
  if (keys.kind === 'beds') {
    const packages = keys.packages
      ? Object.entries(keys.packages).map(([own, it]) => packageOf(context, own, it, [], `${path}.packages.${own}`))
      : [packageOf(context, name, { ...keys, share: null }, [], path)];
    return {
      ...common,
      kind: keys.kind,
      packages,
      outcomes,
      beds: datedBeds(context, keys.beds.amount, `${path}.beds`, keys.trend),
      turnover: keys.turnover.amount,
      closingMoves: keys.closing.word === 'people moved',
    };
  }
  const packages = keys.packages
    ? Object.entries(keys.packages).map(([own, it]) => packageOf(context, own, it, it.hours.weeks, `${path}.packages.${own}`))
    : [packageOf(context, name, { ...keys.package, share: null }, keys.package?.hours.weeks ?? [], `${path}.package`)];
  return {
    ...common,
    kind: keys.kind,
    packages,
    outcomes,
    commissioned: datedCapacity(context, keys.commissioned.amount, `${path}.commissioned`, keys.trend),
    ...flexOf(context, keys.flex.amount, `${path}.flex`),
    closingMoves: keys.closing.word === 'people moved',
    starts: keys.starts.word,
    paidHours: keys['paid-hours'].amount,
    contract: contractOf(keys.contract),
  };
}

/** From one change to the next; only where there is one. */
function flexOf(context: Context, flex: Limit, path: string): Pick<HoursService, 'flex' | 'flexFrom'> {
  const flexFrom = datedValue(context, flex, path);
  return flexFrom.length > 1 ? { flex, flexFrom } : { flex };
}

interface WrittenPackage {
  carers?: Quantity;
  share: Quantity | null;
  stay?: DistributionKeys | undefined;
  longest?: Quantity<number | 'unlimited'>;
}

function packageOf(
  context: Context,
  name: string,
  { share, stay, longest, carers }: WrittenPackage,
  hours: Quantity[],
  path: string,
): Package {
  return {
    name,
    label: name,
    share: [{ from: 0, value: share?.amount ?? 1 }],
    stay: distribution(context, stay ?? {}, `${path}.stay`),
    longest: longest?.amount ?? 'unlimited',
    hours: hours.map((week) => week.amount * (carers?.amount ?? 1)),
    carers: carers?.amount ?? 1,
  };
}

function commonOf(context: Context, name: string, keys: WrittenService, path: string) {
  return {
    name,
    label: keys.label ?? name,
    serves: { places: keys.serves?.places ?? null, hospitals: keys.serves?.hospitals ?? null },
    ...acceptsOf(context, { ...keys.accepts, days: acceptingDays(keys) }, `${path}.accepts`),
    closures: closuresOf(context, keys.closures),
    waitingLimit: keys['waiting-list'].amount,
    leadTime: keys['lead-time'] ? distribution(context, keys['lead-time'], `${path}.lead-time`) : null,
    waitsAtHome: keys['waits-at'].word === 'home',
    patience: keys.patience ? distribution(context, keys.patience, `${path}.patience`) : null,
    targetWait: keys['target-wait']?.amount ?? null,
    ...(keys['target-waiting'] ? { targetWaiting: keys['target-waiting'].amount } : {}),
    price: priceOf(context, keys.price, keys.kind, keys['price-year']),
    payers: payersOf(keys),
    spot: spotOf(context, keys, path),
    ...supportOf(context, keys, path),
  };
}

function closuresOf({ calendar }: Context, closures: WrittenService['closures']): Service['closures'] {
  const simulated = (day: number) => day - calendar.start + calendar.warmUp;
  return Object.entries(closures).map(([name, { from, to }]) => ({
    name,
    from: simulated(from.day),
    until: simulated(to.day) + 1,
  }));
}

/** A weekly panel gives all starts on its day. */
function acceptingDays(keys: WrittenService): AcceptingDays {
  const panel = keys.kind === 'placements' ? keys.panel?.word : undefined;
  return panel === undefined ? keys.accepts.days : new AcceptingDays(WEEKDAYS.map((day) => day === panel));
}

/** From one change of the days or of bank holidays to the next; only where there is one. */
function acceptsOf(
  context: Context,
  { days, 'bank-holidays': holidays }: WrittenService['accepts'],
  path: string,
): { accepts: Accepts; acceptsFrom?: Dated<Accepts> } {
  const daysFrom = datedValue(context, daysAsNumber(days), `${path}.days`);
  const holidaysFrom = datedValue(context, holidays.word === 'yes' ? 1 : 0, `${path}.bank-holidays`);
  const at = [...new Set([...daysFrom, ...holidaysFrom].map(({ from }) => from))].sort((a, b) => a - b);
  const series = at.map((from) => ({ from, value: accepting(inForce(daysFrom, from) ?? 0, inForce(holidaysFrom, from) === 1) }));
  const accepts = accepting(daysAsNumber(days), holidays.word === 'yes');
  return series.length > 1 ? { accepts, acceptsFrom: series } : { accepts };
}

function accepting(days: number, holidays: boolean): Accepts {
  const [mon = true, tue = true, wed = true, thu = true, fri = true, sat = true, sun = true] = daysOfNumber(days).days;
  return { weekdays: [mon, tue, wed, thu, fri, sat, sun], holidays };
}

const PER = { hours: 'hour', beds: 'bed-day', placements: 'start' } as const;

/** Brought to the common price year where the scenario has one. */
function priceOf(
  { written: { costs } }: Context,
  price: Quantity | undefined,
  kind: keyof typeof PER,
  year: string | undefined,
): Price | null {
  if (!price) return null;
  const common = costs['prices-of'] ?? null;
  const uplift = year === undefined || year === common ? undefined : costs.uplift[year];
  if (common === null || year === undefined || uplift === undefined)
    return { amount: price.amount, per: PER[kind], year: common ?? year ?? null };
  return {
    amount: tidy(price.amount * (1 + uplift.amount)),
    per: PER[kind],
    year: common,
    stated: { amount: price.amount, year },
  };
}

function contractOf(contract: (WrittenService & { kind: 'hours' })['contract']): Contract | null {
  if (!contract) return null;
  const {
    budget,
    'used-before': before,
    'year-starts': { month, day },
    'opening-balance': opening,
  } = contract;
  return {
    yearStarts: { month, day },
    overDeliveredBefore: opening.amount,
    budget: budget
      ? { amount: budget.amount, in: budget.kind.name === 'money' ? '£' : 'hours', usedBefore: before?.amount ?? 0 }
      : null,
  };
}

function spotOf(context: Context, { spot, kind, ...keys }: WrittenService, path: string): Spot | null {
  if (!spot) return null;
  const dated =
    kind === 'hours'
      ? datedCapacity(context, spot['at-most'].amount, `${path}.spot.at-most`)
      : datedBeds(context, spot['at-most'].amount, `${path}.spot.at-most`);
  const atMost = dated.map(({ from, value }) => ({ from, value: Number(value) })); // never unlimited
  return { atMost, leadTime: spot['lead-time'].amount, price: priceOf(context, spot.price, kind, keys['price-year']) };
}

export function sharingOf(context: Context): SharedServices[] {
  return Object.entries(context.written.sharing).map(([name, { label, services, rule, above }]) => ({
    name,
    label: label ?? name,
    services,
    above: rule.word === 'own place only' ? null : (above?.amount ?? 0),
  }));
}

const LONG_TERM_NEED = ['home-care', 'care-home'];

/** An outcome named as a service, or a group of services, leads there. Without outcomes everybody leaves. */
function outcomesOf(context: Context, service: string, keys: WrittenService & { kind: 'beds' | 'hours' }): Outcome[] {
  const shares = outcomeShares(context.tree, context.changes, service);
  if (!shares || shares.size === 0) return [{ name: 'left', share: [{ from: 0, value: 1 }], next: null, readmittedTo: null }];
  const needs = keys['short-term']?.word === 'yes' ? (keys['long-term-need'] ?? LONG_TERM_NEED) : [];
  return [...shares].map(([name, series]) => {
    const next = Object.hasOwn(context.written.services, name) || Object.hasOwn(context.written.sharing, name) ? name : null;
    return {
      name,
      share: series.map(({ from, value }) => ({ from, value: value ?? 0 })),
      next,
      readmittedTo: name === 'readmitted' ? (keys['readmitted-to'] ?? null) : null,
      ...(next === null && needs.includes(name) ? { longTermNeed: true as const } : {}),
    };
  });
}
