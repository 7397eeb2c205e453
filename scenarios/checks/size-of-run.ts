import type { Scenario } from '../../sim/scenario/scenario.ts';
import type { ArrivalStream } from '../../sim/scenario/people.ts';
import type { Slip } from '../mistakes.ts';
import { type Branch, placeOf } from '../source/tree.ts';

/** assumption: many times the people any care system sees in the days of a plan; more is a slip of the pen that would fill the memory. */
const MOST_PEOPLE = 5e6;

/** All who come, and the people present, are no more in one replication than can be followed one by one; told where most come from. */
export function checkSizeOfRun(scenario: Scenario, tree: Branch, slips: Slip[]): void {
  const sources = scenario.arrivals.map((stream): { path: string[]; people: number } => {
    const path = 'hospital' in stream.enters ? ['hospitals', stream.name, 'admissions'] : ['referrals', stream.name, 'arrivals'];
    return { path, people: atMost(scenario, stream) };
  });
  if (scenario.startFrom !== null)
    sources.push({ path: ['start-from'], people: scenario.startFrom.groups.reduce((sum, { people }) => sum + people, 0) });
  const all = sources.reduce((sum, { people }) => sum + people, 0);
  const [most] = sources.sort((a, b) => b.people - a.people);
  if (most === undefined || all <= MOST_PEOPLE) return;
  slips.push({
    place: placeOf(tree, most.path),
    path: most.path,
    problem:
      most.people === all
        ? `With trend and changes these may be ${inWords(all)} people in one replication.`
        : `With trend and changes ${inWords(all)} people may come in one replication, ${inWords(most.people)} of them here.`,
    allowed: `at most ${MOST_PEOPLE.toLocaleString('en-GB')} people over the warm-up and the period`,
  });
}

const inWords = (people: number): string => people.toLocaleString('en-GB', { maximumSignificantDigits: 2 });

/** The days at the mean rate, its trend where it is highest, and the largest surge. */
function atMost({ days, warmUpDays }: Scenario, { arrivals }: ArrivalStream): number {
  if (arrivals.kind === 'list') return arrivals.people.length;
  const trend = Math.max(1, (1 + arrivals.trendPerYear) ** (days / 365), (1 + arrivals.trendPerYear) ** (-warmUpDays / 365));
  return arrivals.perDay * (days + warmUpDays) * trend * Math.max(...arrivals.factor.map(({ value }) => value));
}
