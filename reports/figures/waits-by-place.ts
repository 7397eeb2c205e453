import type { Result } from '../../sim/result.ts';
import { meanOfRuns } from '../words/dates.ts';
import { daysText } from '../words/findings/over-time.ts';
import { capital, labelOf, meanOf } from '../words/lookup.ts';
import type { Figure } from './figure.ts';
import { type MeasureColumn, measureTable } from './measure-table.ts';

const COLUMNS: MeasureColumn[] = [
  { measure: 'referrals', head: 'Referrals', unit: 'people' },
  { measure: 'starts', head: 'Starts', unit: 'people' },
  { measure: 'wait-mean', head: 'Mean wait from referral, days', unit: 'days' },
  { measure: 'wait-p90', head: '9 in 10 start within, days', unit: 'days' },
  { measure: 'waiting', head: 'People waiting', unit: 'people' },
];

interface Row {
  service: string;
  place: string;
  scope: string;
  wait: number;
}

/** Waits from referral to start by where people live, in the services that people of several places come to. */
export function waitsByPlace(result: Result): Figure[] {
  const rows = result.scenario.services.flatMap((service) =>
    result.scenario.places.flatMap((place): Row[] => {
      const scope = `service:${service.name}/place:${place.name}`;
      const wait = meanOf(result, 'wait-mean', scope);
      return wait === null ? [] : [{ service: capital(labelOf(service)), place: capital(labelOf(place)), scope, wait }];
    }),
  );
  if (rows.length === 0) return [];
  return [
    {
      id: 'waits-by-place',
      title: finding(rows),
      label: `Waits from referral to start by service and by where people live, whole period, ${meanOfRuns(result)}`,
      notes: [],
      chart: null,
      table: measureTable(
        result,
        [
          { key: 'service', head: 'Service' },
          { key: 'place', head: 'Place' },
        ],
        COLUMNS,
        rows.map(({ service, place, scope }) => ({ names: [service, place], scope })),
      ),
    },
  ];
}

function finding(rows: Row[]): string {
  const longest = rows.reduce((a, b) => (b.wait > a.wait ? b : a));
  if (longest.wait === 0) return 'Nobody waits for a service, wherever they live';
  return `The longest wait by place is for ${longest.service}, for people from ${longest.place}: ${daysText(longest.wait)} on average`;
}
