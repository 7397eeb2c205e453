import type { ArrivalStream, Scenario } from '../../sim/scenario.ts';
import type { Slip } from '../mistakes.ts';
import { type Branch, placeOf } from '../source/tree.ts';

/** assumption: many times the people any care system sees in the days of a plan; more is a slip of the pen that would fill the memory. */
const MOST_PEOPLE = 5e6;

/** No stream brings more people to one replication than can be followed one by one. */
export function checkSizeOfRun(scenario: Scenario, tree: Branch, slips: Slip[]): void {
  for (const stream of scenario.arrivals) {
    const people = atMost(scenario, stream);
    if (people <= MOST_PEOPLE) continue;
    const path = 'hospital' in stream.enters ? ['hospitals', stream.name, 'admissions'] : ['referrals', stream.name, 'arrivals'];
    slips.push({
      place: placeOf(tree, path),
      path,
      problem: `With trend and changes these may be ${people.toLocaleString('en-GB', { maximumSignificantDigits: 2 })} people in one replication.`,
      allowed: `at most ${MOST_PEOPLE.toLocaleString('en-GB')} people over the warm-up and the period`,
    });
  }
}

/** The days at the mean rate, its trend where it is highest, and the largest surge. */
function atMost({ days, warmUpDays }: Scenario, { arrivals }: ArrivalStream): number {
  if (arrivals.kind === 'list') return arrivals.people.length;
  const trend = Math.max(1, (1 + arrivals.trendPerYear) ** (days / 365), (1 + arrivals.trendPerYear) ** (-warmUpDays / 365));
  return arrivals.perDay * (days + warmUpDays) * trend * Math.max(...arrivals.factor.map(({ value }) => value));
}
