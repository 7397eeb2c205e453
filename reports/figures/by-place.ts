import type { Result } from '../../sim/result.ts';
import { meanOfRuns } from '../words/dates.ts';
import { daysText } from '../words/findings/over-time.ts';
import { capital, labelOf, meanOf, summaryOf } from '../words/lookup.ts';
import { amount, share } from '../words/numbers.ts';
import type { Figure } from './figure.ts';
import { type MeasureColumn, measureTable } from './measure-table.ts';
import { processAndCapacity } from './process-and-capacity.ts';

const COLUMNS: MeasureColumn[] = [
  { measure: 'discharges', head: 'People discharged', unit: 'people' },
  { measure: 'usual-residence', head: 'Went home (usual residence)', unit: 'share' },
  { measure: 'delay-mean', head: 'Mean delay, days', unit: 'days' },
  { measure: 'delay-process', head: 'Process, exact days', unit: 'days' },
  { measure: 'delay-capacity', head: 'Waiting for capacity, exact days', unit: 'days' },
  { measure: 'on-ready-date', head: 'Left on the ready date', unit: 'share' },
  { measure: 'bed-days-delayed', head: 'Bed-days delayed', unit: 'days' },
  { measure: 'no-criteria-to-reside', head: 'No criteria to reside, a night', unit: 'people' },
];

interface Row {
  kind: string;
  label: string;
  scope: string;
}

/** Who carries the delay: by hospital where there are several, and by where people live. */
export function byPlace(result: Result): Figure[] {
  const { hospitals, places } = result.scenario;
  const of = (kind: 'hospital' | 'place', items: typeof places): Row[] =>
    items.map((it) => ({ kind: capital(kind), label: capital(labelOf(it)), scope: `${kind}:${it.name}` }));
  const rows = [...(hospitals.length > 1 ? of('hospital', hospitals) : []), ...of('place', places)].filter(
    ({ scope }) => meanOf(result, 'delay-mean', scope) !== null,
  );
  if (rows.length < 2) return [];
  return [
    {
      id: 'hospitals-and-places',
      title: finding(result, rows),
      label: `Discharge and delay by hospital and by where people live, whole period, ${meanOfRuns(result)}; the bars are exact days a person discharged`,
      notes: gapNote(result),
      chart: processAndCapacity(
        rows.map((row) => ({
          label: row.label,
          process: meanOf(result, 'delay-process', row.scope) ?? 0,
          capacity: meanOf(result, 'delay-capacity', row.scope) ?? 0,
        })),
        'Days of delay, a person discharged (mean)',
      ),
      table: measureTable(
        result,
        [
          { key: 'kind', head: 'Of' },
          { key: 'name', head: 'Name' },
        ],
        COLUMNS,
        rows.map(({ kind, label, scope }) => ({ names: [kind, label], scope })),
      ),
    },
  ];
}

/** Within this share of the longest, places are alike: individual winters differ by more. */
const ALIKE = 0.1;

/** Of the places, or of the hospitals where no places are told apart: who waits longest, and who least. */
function finding(result: Result, rows: Row[]): string {
  const told = rows.filter(({ kind }) => kind === (result.scenario.places.length > 1 ? 'Place' : 'Hospital'));
  const delay = ({ scope }: Row) => meanOf(result, 'delay-mean', scope) ?? 0;
  const ranked = [...told].sort((a, b) => delay(b) - delay(a));
  const [most, least] = [ranked[0], ranked.at(-1)];
  if (!most || !least || delay(most) === 0) return 'Nobody is delayed, wherever they are from';
  const where = most.kind === 'Place' ? 'place' : 'hospital';
  if (delay(most) - delay(least) < ALIKE * delay(most))
    return `No ${where} is clearly worse off: ${daysText(delay(least)) === daysText(delay(most)) ? daysText(delay(most)) : `${amount(delay(least))} to ${daysText(delay(most))}`} of delay on average`;
  return `People ${most.kind === 'Place' ? 'from' : 'of'} ${most.label} are delayed longest, ${daysText(delay(most))} on average; those ${most.kind === 'Place' ? 'from' : 'of'} ${least.label} ${daysText(delay(least))}`;
}

function gapNote(result: Result): string[] {
  const [home, delay] = [summaryOf(result, 'usual-residence-gap'), summaryOf(result, 'delay-mean-gap')];
  if (!home || !delay) return [];
  return [
    `Gap between the places, of each winter simulated: ${share(home.mean).replace('%', ' points')} in the share who go home and ${amount(delay.mean)} days in mean delay, on average. Chance alone makes some gap between places that are alike: compare the gap between scenarios.`,
  ];
}
