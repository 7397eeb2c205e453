import type { Result } from '../../sim/result.ts';
import type { SharedServices } from '../../sim/scenario/service.ts';
import { meanOfRuns } from '../words/dates.ts';
import { capital, labelOf, meanOf, serviceScope } from '../words/lookup.ts';
import { fixed, share } from '../words/numbers.ts';
import type { Figure } from './figure.ts';
import { type MeasureColumn, measureTable } from './measure-table.ts';
import { slugOf } from './slug.ts';

const COLUMNS: MeasureColumn[] = [
  { measure: 'starts', head: 'Starts of its own people', unit: 'people' },
  { measure: 'starts-elsewhere', head: 'Of these in another service', unit: 'people' },
  { measure: 'starts-for-others', head: 'Starts given to others', unit: 'people' },
  { measure: 'wait-mean', head: 'Mean wait of its own people, days', unit: 'days' },
  { measure: 'waiting', head: 'People waiting', unit: 'people' },
  { measure: 'service-occupancy', head: 'Capacity used', unit: 'share' },
];

/** What the services of a group do for one another's people: a figure a group that shares. */
export function sharedServices(result: Result): Figure[] {
  return result.scenario.sharing.filter(({ above }) => above !== null).map((group) => groupOf(result, group));
}

function groupOf(result: Result, group: SharedServices): Figure {
  const services = result.scenario.services.filter(({ name }) => group.services.includes(name));
  const sum = (measure: string) =>
    services.reduce((so, service) => so + (meanOf(result, measure, serviceScope(service)) ?? 0), 0);
  const [starts, away] = [sum('starts'), sum('starts-elsewhere')];
  const label = capital(labelOf(group));
  return {
    id: `shared-${slugOf(result.scenario.sharing, group)}`,
    title:
      away === 0
        ? `${label}: everybody starts in the own place’s service`
        : `${label}: ${fixed(away)} of ${fixed(starts)} people (${share(away / starts)}) start in another place’s service`,
    label: `${label}: starts by service, own and shared, whole period, ${meanOfRuns(result)}`,
    notes: [
      `Own people first: a service takes others only while nobody of its own waits${group.above ? `, and only from a service of which ${share(group.above)} or more is in use` : ''}. Starts and waits count in a person’s own service, use where it is.`,
    ],
    chart: null,
    table: measureTable(
      result,
      [{ key: 'service', head: 'Service' }],
      COLUMNS,
      services.map((service) => ({ names: [capital(labelOf(service))], scope: serviceScope(service) })),
    ),
  };
}
