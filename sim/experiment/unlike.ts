import type { Unlike } from '../comparison.ts';
import type { Scenario } from '../scenario/scenario.ts';

/**
 * What makes a difference between two scenarios something else than the effect of a change of the plan, on any seed: another
 * period, other people, or another start. With another start the same people no longer meet, or meet another system.
 */
export function unlike(base: Scenario, other: Scenario): Unlike[] {
  return [
    ...(base.start === other.start && base.days === other.days
      ? []
      : [{ what: 'period' as const, base: periodOf(base), other: periodOf(other) }]),
    ...(base.population === other.population
      ? []
      : [{ what: 'population' as const, base: base.population, other: other.population }]),
    ...(startKey(base) === startKey(other) ? [] : [{ what: 'start' as const, base: startOf(base), other: startOf(other) }]),
  ];
}

const periodOf = ({ start, days }: Scenario) => ({ start, days });
const startKey = ({ warmUpDays, startFrom }: Scenario): string => JSON.stringify([warmUpDays, startFrom]);
const startOf = ({ warmUpDays, startFrom }: Scenario) => ({
  warmUpDays,
  present: startFrom === null ? null : startFrom.groups.reduce((sum, { people }) => sum + people, 0),
});
