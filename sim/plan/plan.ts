import { firstWeekday, simulatedDays } from '../scenario/calendar.ts';
import { byDay } from '../scenario/dated.ts';
import { type Choices, choicesOf } from './choices.ts';
import type { Journey } from './journey.ts';
import type { Past } from './past.ts';
import type { UnderWay } from '../random/under-way.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type ServicePlan, servicePlan } from './openings.ts';
import { type ArrivalPlan, arrivalPlan } from './arrival-rates.ts';

/** Everything about a scenario that all its replications share, worked out once: day tables, rates, openings. */
export interface Plan {
  scenario: Scenario;
  /** Simulated days: warm-up and collected. */
  days: number;
  /** 1 on Saturdays, Sundays and bank holidays. */
  restDays: Uint8Array;
  /** The first day from each day on that is not a rest day. */
  nextWorkingDay: Int32Array;
  services: ServicePlan[];
  /** One a stream of people; null for a list. */
  arrivals: (ArrivalPlan | null)[];
  /** Acute beds open on each collected day, by hospital; Infinity when unlimited. */
  bedsOpen: Float64Array[];
  /** Every journey there is, as far as built, and what the doors choose from: made when the first replication asks for them. */
  journeys: Journey[];
  choices: Map<number, Choices>;
  /** What people present at the start may have come from, by the name of their stream; and lengths met while they are under way. Likewise. */
  pasts: Map<string, Past[]>;
  underWay: Map<string, UnderWay>;
}

export function planOf(scenario: Scenario): Plan {
  const days = simulatedDays(scenario);
  const weekday = firstWeekday(scenario);
  const restDays = new Uint8Array(days).map((_, day) => ((weekday + day) % 7 >= 5 ? 1 : 0));
  for (const holiday of scenario.holidays) if (holiday >= 0 && holiday < days) restDays[holiday] = 1;
  const nextWorkingDay = new Int32Array(days);
  for (let day = days - 1; day >= 0; day--) {
    nextWorkingDay[day] = restDays[day] === 0 ? day : (nextWorkingDay[day + 1] ?? day + 1);
  }
  const services = scenario.services.map((service) => servicePlan(scenario, service, days));
  const bedsOpen = scenario.hospitals.map(({ beds }) => byDay(beds, days).subarray(scenario.warmUpDays));
  const arrivals = scenario.arrivals.map(({ arrivals }) =>
    arrivals.kind === 'list' ? null : arrivalPlan(scenario, arrivals, days),
  );
  return {
    scenario,
    days,
    restDays,
    nextWorkingDay,
    services,
    arrivals,
    bedsOpen,
    journeys: [],
    choices: new Map(),
    pasts: new Map(),
    underWay: new Map(),
  };
}

/** What the people of a stream choose from, worked out once. */
export function choicesAt({ scenario, journeys, choices }: Plan, stream: number): Choices {
  const known = choices.get(stream) ?? choicesOf(scenario, stream, journeys);
  choices.set(stream, known);
  return known;
}
