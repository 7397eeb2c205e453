import { kindOf, takesHours, usesUp } from '../scenario/kinds.ts';
import { months, monthText } from '../scenario/calendar.ts';
import { amount } from '../scenario/dated.ts';
import { type Plan, planOf } from '../plan/plan.ts';
import { flexOn } from '../plan/openings.ts';
import type { Warning } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { HoursService } from '../scenario/service.ts';
import { loadsOver } from './loads.ts';

/** Beds or hours a week that a service would need on average over the period if nobody ever waited, beside what it has. */
export interface OfferedLoad {
  service: string;
  unit: ReturnType<typeof kindOf>['unit'];
  needed: number;
  /** What may be in use, flex and spot included: mean over the days looked at that have a limit; Infinity where none has. */
  open: number;
}

/**
 * Offered load: people a day who reach the service, readmitted ones each time, x days it is held x units a person. Holding counts the stay, the
 * arrangement (lead time) of a next service and the turnover of a bed; waits for capacity come on top, so the true need is never below this.
 * Of the days [from, to) of the period, by the people who come in them.
 */
export function offeredLoads(
  scenario: Scenario,
  [from, to]: readonly [from: number, to: number] = [0, scenario.days],
  plan: Plan = planOf(scenario),
): OfferedLoad[] {
  const days = { from: scenario.warmUpDays + from, to: scenario.warmUpDays + to };
  const loads = loadsOver(plan, { shares: days, rates: days, lists: days });
  return scenario.services.map((service, i): OfferedLoad => {
    const { people, held } = loads.of(service.name);
    const daily = plan.services[i]?.open ?? new Float64Array();
    const block = meanOfLimited(daily.subarray(from, to));
    const spot = service.spot === null ? 0 : loads.mean(service.spot.atMost);
    const { unit } = kindOf(service);
    if (usesUp(service)) return { service: service.name, unit, needed: people * 7, open: block * 7 + spot };
    if (!takesHours(service)) return { service: service.name, unit, needed: held, open: block + spot };
    const delivered = withFlex(service, daily, scenario).subarray(from, to);
    return { service: service.name, unit, needed: held, open: meanOfLimited(delivered) + spot };
  });
}

/** Hours a week that may be delivered, from those commissioned day by day. */
export function withFlex(service: HoursService, commissioned: Float64Array, { warmUpDays }: Scenario): Float64Array {
  return commissioned.map((hours, day) => (hours === 0 ? 0 : hours * (1 + amount(flexOn(service, warmUpDays + day)))));
}

/** A month without a limit does not make up for the others. */
function meanOfLimited(daily: Float64Array): number {
  const limited = daily.filter(Number.isFinite);
  return limited.length === 0 ? Number.POSITIVE_INFINITY : limited.reduce((a, b) => a + b, 0) / limited.length;
}

export function loadWarnings(scenario: Scenario): Warning[] {
  return together(scenario, offeredLoads(scenario))
    .filter((load) => !isEnough(load))
    .map(({ service, unit, needed, open }) => ({
      kind: 'over-capacity',
      scope: scopeOf(scenario, service),
      text: `${labelOf(scenario, service)}: everybody referred would need ${round(needed)} ${unit} on average and ${round(open)} are there. ${outcome(scenario, service)}`,
    }));
}

/** Under half a month says nothing of that month. */
const HALF = 15;
/** A month short by less than this part of what is open leaves less than the work of one day behind, which chance hides. */
const LEAN = 0.03;

/** Services that have enough on average, and in some months less than the people of that month need: an average hides lean months. */
export function leanMonthWarnings(scenario: Scenario): Warning[] {
  const plan = planOf(scenario);
  const enough = together(scenario, offeredLoads(scenario, [0, scenario.days], plan)).filter((load) => isEnough(load));
  const byMonth = months(scenario)
    .filter(({ days }) => days >= HALF && days < scenario.days)
    .map(({ month, window }) => ({ month, loads: together(scenario, offeredLoads(scenario, window[0], plan)) }));
  return enough.flatMap(({ service, unit }) => {
    const lean = byMonth.flatMap(({ month, loads }) =>
      loads.filter((load) => load.service === service && !isEnough(load, LEAN)).map((load) => ({ ...load, month })),
    );
    const worst = lean.reduce<(typeof lean)[number] | null>(
      (so, it) => (so === null || it.needed - it.open > so.needed - so.open ? it : so),
      null,
    );
    if (worst === null) return [];
    const where = `${labelOf(scenario, service)}: enough on average over the period, but not in ${joined(lean.map(({ month }) => monthText(month)))}`;
    return [
      {
        kind: 'over-capacity-in-months',
        scope: scopeOf(scenario, service),
        text: `${where}. In ${monthText(worst.month)}${lean.length > 1 ? ', the worst,' : ''} everybody referred would need ${round(worst.needed)} ${unit} and ${round(worst.open)} are there. A queue builds up then, and lasts until it has been worked off.`,
      },
    ];
  });
}

/** Sums of many parts end a hair beside what they are. */
const isEnough = ({ needed, open }: OfferedLoad, short = 1e-9): boolean => needed <= open * (1 + short);

const joined = (names: string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const scopeOf = ({ services }: Scenario, service: string): string =>
  `${services.some(({ name }) => name === service) ? 'service' : 'group'}:${service}`;

/** Services that help one another out need what they need together. */
function together({ sharing }: Scenario, loads: OfferedLoad[]): OfferedLoad[] {
  const groups = sharing.filter(({ above }) => above !== null);
  const alone = loads.filter(({ service }) => !groups.some(({ services }) => services.includes(service)));
  return [
    ...alone,
    ...groups.flatMap(({ name, services }) => {
      const members = loads.filter(({ service }) => services.includes(service));
      const sum = (of: (load: OfferedLoad) => number) => members.reduce((so, load) => so + of(load), 0);
      return members
        .slice(0, 1)
        .map(({ unit }) => ({ service: name, unit, needed: sum(({ needed }) => needed), open: sum(({ open }) => open) }));
    }),
  ];
}

function labelOf({ services, sharing }: Scenario, service: string): string {
  return [...services, ...sharing].find(({ name }) => name === service)?.label ?? service;
}

/** A list with a limit, before the service or at the front door, stops growing; any other does not. */
function outcome(scenario: Scenario, service: string): string {
  const limited =
    scenario.hospitals.some(({ waitingLimit }) => waitingLimit !== 'unlimited') ||
    scenario.services.some(({ name, waitingLimit }) => name === service && waitingLimit !== 'unlimited');
  return limited
    ? 'People are turned away because of it.'
    : 'On average more is needed than there is; waits grow for as long as that lasts.';
}

function round(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 1 : 0 });
}
