import type { Result } from '../../sim/result.ts';
import { meanOfRuns } from '../words/dates.ts';
import { capital, labelOf, meanOf, serviceScope } from '../words/lookup.ts';
import { share } from '../words/numbers.ts';
import { type Figure, withoutEmpty } from './figure.ts';
import { type MeasureColumn, measureTable } from './measure-table.ts';

const COLUMNS: MeasureColumn[] = [
  { measure: 'followed-91-days', head: 'People whose 91st day is in the period', unit: 'people' },
  { measure: 'home-91-days', head: 'At home', unit: 'share' },
  { measure: 'hospital-91-days', head: 'Readmitted', unit: 'share' },
  { measure: 'care-91-days', head: 'In a care home or another bed', unit: 'share' },
  { measure: 'died-91-days', head: 'Died', unit: 'share' },
];

/** Where people are 91 days after discharge, by pathway and by the service they were discharged into. */
export function followUp(result: Result): Figure[] {
  const people = meanOf(result, 'followed-91-days');
  if (people === null) return [];
  const { services, pathways } = result.scenario;
  const rows = [
    { names: ['Everybody discharged'], scope: 'all' },
    ...pathways.map((it) => ({ names: [capital(labelOf(it))], scope: `pathway:${it.name}` })),
    ...services.map((it) => ({ names: [`Discharged into ${labelOf(it)}`], scope: serviceScope(it) })),
  ].filter(({ scope }) => (meanOf(result, 'followed-91-days', scope) ?? 0) > 0);
  const home = meanOf(result, 'ascof-2b');
  const title =
    home !== null
      ? `${share(home)} of people discharged into short-term support are at home 91 days later`
      : 'Where people are 91 days after discharge';
  return [
    {
      id: 'after-91-days',
      title: people > 0 ? title : 'Nobody’s 91st day after discharge lies in the period',
      label: `Where people are 91 days after discharge from hospital, ${meanOfRuns(result)}`,
      notes: [
        'Only people whose 91st day lies in the period count. Those still in a service count by where it is: hours at home, a bed not.',
        ...population(result),
      ],
      chart: null,
      table: measureTable(result, [{ key: 'people', head: 'People' }], COLUMNS, rows),
    },
  ];
}

/** ASCOF 2B is about people aged 65 and over. */
function population({ scenario }: Result): string[] {
  return scenario.population === '65+'
    ? []
    : ['The published ASCOF 2B is of people aged 65 and over; this scenario counts all adults.'];
}

/** What people need after each short-term service, who enters a care home, and who dies in a service. */
export function leavingServices(result: Result): Figure[] {
  const columns: MeasureColumn[] = [
    { measure: 'ascof-2d', head: 'Left short-term support with no long-term need', unit: 'share' },
    { measure: 'ascof-2a', head: 'Permanent admissions', unit: 'people' },
    { measure: 'died-in-service', head: 'Died in the service', unit: 'people' },
  ];
  const services = result.scenario.services.filter((it) =>
    columns.some(({ measure }) => meanOf(result, measure, serviceScope(it)) !== null),
  );
  if (services.length === 0) return [];
  const [none, homes] = [meanOf(result, 'ascof-2d'), meanOf(result, 'ascof-2a')];
  return [
    {
      id: 'leaving-services',
      title:
        none !== null
          ? `${share(none)} of people leave short-term support with no long-term need`
          : homes !== null
            ? `${Math.round(homes)} people enter a care home for good`
            : 'Deaths in services',
      label: `How people leave services, whole period, ${meanOfRuns(result)}`,
      notes: none === null ? [] : ['People who died or were readmitted are not asked what they need (ASCOF 2D).'],
      chart: null,
      table: withoutEmpty(
        measureTable(
          result,
          [{ key: 'service', head: 'Service' }],
          columns,
          services.map((it) => ({ names: [capital(labelOf(it))], scope: serviceScope(it) })),
        ),
      ),
    },
  ];
}
