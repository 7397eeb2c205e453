import { bankHolidays } from '../../data/bank-holidays.ts';
import { isoDate } from '../../data/dates.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import type { RunPlan } from '../../sim/scenario/run-plan.ts';
import type { Hospital, HoursOfDay } from '../../sim/scenario/hospital.ts';
import { lastDay } from '../calendar.ts';
import { textAt } from '../source/tree.ts';
import type { Quantity } from '../units/quantity.ts';
import { spellOf } from '../vocabulary/hours-of-day.ts';
import { arrivalStreams } from './arrivals.ts';
import { type Context, datedBeds } from './context.ts';
import { ambitionsOf, statedOf } from './figures.ts';
import { observedOf } from './observed.ts';
import { pathwaysOf, processDelayOf } from './pathways.ts';
import { plannedChanges } from './planned-changes.ts';
import { redirectionsOf } from './redirections.ts';
import { servicesOf, sharingOf } from './services.ts';
import { startFromOf } from './start-from.ts';
import { triggersOf } from './triggers.ts';

/** The scenario as the model takes it, from one whose mistakes are all mended. */
export function resolveScenario(context: Context): Scenario {
  const { written, calendar } = context;
  const redirections = redirectionsOf(context);
  const firstDay = calendar.start - calendar.warmUp;
  const observed = observedOf(context);
  const stated = statedOf(context);
  return {
    name: written.name,
    question: written.question ?? null,
    population: written.population.word,
    start: isoDate(calendar.start),
    warmUpDays: calendar.warmUp,
    days: calendar.days,
    holidays: bankHolidays(firstDay, lastDay(calendar)).map(({ day }) => day - firstDay),
    hospitals: hospitalsOf(context),
    places: Object.entries(written.places).map(([name, { label }]) => ({ name, label: label ?? name })),
    pathways: pathwaysOf(context),
    services: servicesOf(context),
    sharing: sharingOf(context),
    arrivals: arrivalStreams(context),
    processDelay: processDelayOf(context),
    ambitions: ambitionsOf(context),
    delayedBedDay: written.costs['delayed-bed-day']?.amount ?? null,
    pricesOf: written.costs['prices-of'] ?? null,
    startFrom: startFromOf(context),
    ...(redirections.length > 0 ? { redirections } : {}),
    ...(Object.keys(written.triggers).length > 0 ? { triggers: triggersOf(context) } : {}),
    changes: plannedChanges(context),
    run: { ...replicationsOf(context), seed: textAt(context.tree, ['run', 'seed']) ?? written.run.seed },
    ...(observed.length > 0 ? { observed } : {}),
    ...(stated.length > 0 ? { stated } : {}),
  };
}

/** Where the scenario does not say: from the third on, as Hoad, Robinson & Davies do; and no more than this. */
const AT_LEAST = 3;
const AT_MOST = 1000;

function replicationsOf({ written: { run }, precise }: Context): Omit<RunPlan, 'seed'> {
  if (run.precision === undefined) return { replications: run.replications.amount };
  const atMost = run['at-most']?.amount ?? Math.max(AT_MOST, run['at-least']?.amount ?? 0);
  return {
    replications: atMost,
    precision: { halfWidth: run.precision.amount, on: precise, atLeast: run['at-least']?.amount ?? Math.min(AT_LEAST, atMost) },
  };
}

function hospitalsOf(context: Context): Hospital[] {
  return Object.entries(context.written.hospitals).map(([name, keys]) => ({
    name,
    label: keys.label ?? name,
    beds: datedBeds(context, keys.beds.amount, `hospitals.${name}.beds`, keys['beds-trend']),
    waitingLimit: keys['waiting-list'].amount,
    readyHours: hoursOf(keys['ready-hours']),
    leavingHours: hoursOf(keys['leaving-hours']),
  }));
}

/** In the order of the day. */
function hoursOf(keys: Record<string, Quantity> | undefined): HoursOfDay | null {
  if (!keys) return null;
  return Object.entries(keys)
    .flatMap(([words, { amount }]) => (amount > 0 ? [{ ...(spellOf(words) ?? { from: 0, to: 24 }), share: amount }] : []))
    .sort((a, b) => a.from - b.from);
}
