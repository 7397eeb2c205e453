import type { Result } from '../../sim/result.ts';
import type { PlannedChange } from '../../sim/scenario/scenario.ts';
import type { Service } from '../../sim/scenario/service.ts';
import type { Dated, Limit } from '../../sim/scenario/dated.ts';
import { dayText, plusDays } from './dates.ts';
import { inForce } from './in-force.ts';
import { capital, spaced } from './lookup.ts';
import { countOf, money } from './numbers.ts';

/** Both the old and the new are paid for: from the day a change opens capacity to the day a change that waits for it closes other capacity. */
export interface DoubleRunning {
  opens: string;
  closes: string;
  /** Simulated days: the new begins; the old begins to go. */
  from: number;
  until: number;
  /** What was opened, from then to then, at its price; null where it has none. */
  cost: number | null;
}

export function doubleRunning({ scenario }: Result): DoubleRunning[] {
  const changes = scenario.changes ?? [];
  return changes.flatMap((closing) => {
    const opening = changes.find(({ name }) => name === closing.after);
    const [from, until] = [opening?.spells[0]?.from, closing.spells[0]?.from];
    if (!opening || from === undefined || until === undefined || until <= from) return [];
    const opened = actedOn(scenario.services, opening).filter(({ dated }) => stepOn(dated, from) > 0);
    const closed = actedOn(scenario.services, closing).filter(({ dated }) => stepOn(dated, until) < 0);
    if (opened.length === 0 || closed.length === 0) return [];
    const costs = opened.map(({ service, dated }) => costOf(service, dated, from, until));
    const cost = costs.includes(null) ? null : costs.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    return [{ opens: nameOf(opening), closes: nameOf(closing), from, until, cost }];
  });
}

/** `Homefirst hours and Beds close: double running for 4 weeks from 5 January 2026, £12k of new capacity before any of the old goes.` */
export function doubleRunningText(result: Result): string[] {
  const { scenario, calendar } = result;
  return doubleRunning(result).map(({ opens, closes, from, until, cost }) => {
    const start = dayText(plusDays(calendar.start, from - scenario.warmUpDays));
    const paid = cost === null ? '' : `, ${money(cost)} of new capacity before any of the old goes`;
    return `Double running between ${opens} and ${closes}: ${countOf(until - from, 'day')} from ${start}${paid}.`;
  });
}

const nameOf = ({ name, label }: PlannedChange): string => (label === name ? capital(spaced(name)) : label);

function actedOn(services: Service[], { paths }: PlannedChange): { service: Service; dated: Dated<Limit> }[] {
  return services.flatMap((service) => {
    const [key, dated] =
      service.kind === 'hours'
        ? (['commissioned', service.commissioned] as const)
        : service.kind === 'beds'
          ? (['beds', service.beds] as const)
          : (['starts', service.starts] as const);
    return paths.includes(`services.${service.name}.${key}`) ? [{ service, dated }] : [];
  });
}

const stepOn = (dated: Dated<Limit>, day: number): number => inForce(dated, day) - inForce(dated, day - 1);

/** Capacity above what there was the day before, day by day; hours and starts are a week's. */
function costOf({ price, kind }: Service, dated: Dated<Limit>, from: number, until: number): number | null {
  if (price === null) return null;
  let units = 0;
  for (let day = from; day < until; day++) units += inForce(dated, day) - inForce(dated, from - 1);
  return Number.isFinite(units) ? (units * price.amount) / (kind === 'beds' ? 1 : 7) : null;
}
