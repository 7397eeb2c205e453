import { contractOf } from '../scenario/kinds.ts';
import { contractYearStart, dayNumber, type Window } from '../scenario/calendar.ts';
import type { Contract, HoursService } from '../scenario/service.ts';
import { costOf, costUsed } from './cost.ts';
import { awaited, commissioned, delivered, overOrUnder, spot } from './hours-ledger.ts';
import { type Measure, overGroup } from './measure.ts';
import type { Seen } from './seen-from.ts';
import { constant, type Sum } from './sums.ts';

/** The hours ledger from the start of the contract year to the end of a week, a month or the period: what the days before the period held comes in as stated. */

const scopes: Measure['scopes'] = ['service'];
const ofGroup: Measure['scopes'] = ['service', 'group'];
const applies: NonNullable<Measure['applies']> = (scenario, { index }) => contractOf(scenario.services[index]) !== null;
const priced: NonNullable<Measure['applies']> = (scenario, scope) =>
  applies(scenario, scope) && scenario.services[scope.index]?.price !== null;
const withSpot: NonNullable<Measure['applies']> = (scenario, scope) =>
  applies(scenario, scope) && scenario.services[scope.index]?.spot !== null;
const budgeted: NonNullable<Measure['applies']> = (scenario, { index }) =>
  (contractOf(scenario.services[index])?.budget ?? null) !== null;

function serviceOf(seen: Seen): HoursService {
  return seen.servicePlan?.service as HoursService;
}

/** Of each collected day the one on which the contract year in force began. */
const yearStarts = constant(({ plan: { scenario }, servicePlan }) => {
  const { yearStarts } = contractOf(servicePlan?.service) as Contract;
  return Int32Array.from({ length: scenario.days }, (_, day) => contractYearStart(scenario, yearStarts, day));
});

/** Collected days from the start of the contract year in force on the last day of a window, or of the period, to its end; and whether the period began in that year. */
function yearTo(seen: Seen, window: Window): { year: Window; first: boolean } {
  const end = window.at(-1)?.[1] ?? 0;
  const start = yearStarts(seen)[end - 1] ?? 0;
  return { year: [[Math.max(0, start), end]], first: start <= 0 };
}

function overDelivered(seen: Seen, window: Window): number {
  const { year, first } = yearTo(seen, window);
  return overOrUnder(seen, year, 1) + (first ? (contractOf(serviceOf(seen))?.overDeliveredBefore ?? 0) : 0);
}

const needed: Sum = (seen, window) => delivered(seen, window) + awaited(seen, window);
const inYear =
  (hours: Sum): Sum =>
  (seen, window) =>
    hours(seen, yearTo(seen, window).year);

/** At the price of the block. */
const atPrice =
  (hours: Sum): Sum =>
  (seen, window) => {
    const service = serviceOf(seen);
    return costOf(service, hours(seen, window) * 7, service.price);
  };

const atSpotPrice: Sum = (seen, window) => {
  const service = serviceOf(seen);
  return costOf(service, inYear(spot)(seen, window) * 7, service.spot?.price ?? null);
};

const PARTS: {
  id: string;
  what: string;
  formula: string;
  hours: Measure['of'];
  pounds: Measure['of'];
  better: Measure['better'];
  where?: Measure['applies'];
}[] = [
  { id: 'needed', what: 'needed', formula: 'hours needed', hours: inYear(needed), pounds: atPrice(inYear(needed)), better: null },
  {
    id: 'commissioned',
    what: 'commissioned',
    formula: 'hours commissioned',
    hours: inYear(commissioned),
    pounds: atPrice(inYear(commissioned)),
    better: null,
  },
  {
    id: 'spot',
    what: 'bought on the spot',
    formula: 'spot hours',
    hours: inYear(spot),
    pounds: atSpotPrice,
    better: null,
    where: withSpot,
  },
  {
    id: 'delivered',
    what: 'delivered',
    formula: 'hours delivered',
    hours: inYear(delivered),
    pounds: inYear(costUsed),
    better: null,
  },
  {
    id: 'unused',
    what: 'unused',
    formula: 'hours unused',
    hours: inYear((seen, window) => overOrUnder(seen, window, -1)),
    pounds: atPrice(inYear((seen, window) => overOrUnder(seen, window, -1))),
    better: 'lower',
  },
  {
    id: 'over-delivered',
    what: 'over-delivered',
    formula: 'hours over-delivered, with those before the period',
    hours: overDelivered,
    pounds: atPrice(overDelivered),
    better: 'lower',
  },
];

const cumulative: Measure[] = PARTS.flatMap(({ id, what, formula, hours, pounds, better, where }): Measure[] => [
  {
    id: `year-hours-${id}`,
    title: `Hours ${what}, contract year so far`,
    unit: 'hours',
    better,
    scopes: ofGroup,
    overTime: true,
    applies: where ?? applies,
    definition: `Hours ${what} from the start of the contract year (or of the period, where that is later) to the end of the week, month or period${id === 'over-delivered' ? ', with those over-delivered before the period' : ''}.`,
    formula: `sum of ${formula} since the contract year began`,
    of: overGroup(hours),
  },
  {
    id: `year-cost-${id}`,
    title: `Cost of hours ${what}, contract year so far`,
    unit: '£',
    better,
    scopes: ofGroup,
    overTime: true,
    applies: (scenario, scope) =>
      id === 'spot' ? withSpot(scenario, scope) && scenario.services[scope.index]?.spot?.price !== null : priced(scenario, scope),
    definition: `The same hours in £: ${id === 'spot' ? 'at the spot price' : id === 'delivered' ? 'block and spot each at its price' : 'at the price of the block'}, with the paid hours they take.`,
    formula: `sum of ${formula} since the contract year began x price`,
    of: overGroup(pounds),
  },
]);

/** The first collected day by whose end the budget of its contract year is used up; NaN: none. */
function runsOut(seen: Seen, window: Window): number {
  const service = serviceOf(seen);
  const contract = contractOf(service) as Contract;
  const { amount, in: unit, usedBefore } = contract.budget as NonNullable<Contract['budget']>;
  const used = unit === '£' ? costUsed : delivered;
  for (const [from, to] of window) {
    let year = Number.NaN;
    let spent = 0;
    for (let day = from; day < to; day++) {
      const start = yearStarts(seen)[day] as number;
      if (start !== year) spent = start <= 0 ? usedBefore : 0;
      year = start;
      spent += used(seen, [[day, day + 1]]);
      if (spent >= amount - 1e-6) return day;
    }
  }
  return Number.NaN;
}

const budget: Measure[] = [
  {
    id: 'budget-runs-out',
    title: 'Date the budget runs out',
    unit: 'date',
    better: null,
    scopes,
    overTime: false,
    applies: budgeted,
    definition:
      'First day of the period by whose end the hours delivered (or their cost, block and spot at their prices), with what was used before the period, reach the budget of the contract year. Over the replications in which it runs out.',
    formula: 'first day with used before + used since the contract year began >= budget',
    of(seen, window) {
      const day = runsOut(seen, window);
      return Number.isNaN(day) ? day : dayNumber(seen.plan.scenario, day);
    },
  },
  {
    id: 'budget-run-out-share',
    title: 'Budget runs out',
    unit: 'share',
    better: 'lower',
    scopes,
    overTime: false,
    applies: budgeted,
    definition: 'Share of replications in which the budget of a contract year runs out inside the period.',
    formula: 'replications with a date on which the budget runs out / replications',
    of: (seen, window) => (Number.isNaN(runsOut(seen, window)) ? 0 : 1),
  },
];

export const contractYearMeasures: Measure[] = [...cumulative, ...budget];
