import type { Result } from '../../sim/result.ts';
import type { Distribution } from '../../sim/scenario/distribution.ts';
import { meanOfRuns } from '../words/dates.ts';
import { labelOf, meanOf, shortLabels } from '../words/lookup.ts';
import { amount, share, withUnit } from '../words/numbers.ts';
import { threeCounts } from '../words/three-counts.ts';
import type { Figure } from './figure.ts';
import { type Parts, processAndCapacity } from './process-and-capacity.ts';

/** What capacity cannot fix: delayed bed-days of process beside those spent waiting for capacity. */
export function causesOfDelay(result: Result): Figure[] {
  const process = meanOf(result, 'bed-days-delayed-process');
  const capacity = meanOf(result, 'bed-days-delayed-capacity');
  if (process === null || capacity === null) return [];
  const labels = shortLabels(result.scenario.pathways);
  const rows = result.scenario.pathways.flatMap((p, i): Parts[] => {
    const a = meanOf(result, 'bed-days-delayed-process', `pathway:${p.name}`);
    const b = meanOf(result, 'bed-days-delayed-capacity', `pathway:${p.name}`);
    return a === null || b === null || a + b === 0 ? [] : [{ label: labels[i] ?? p.name, process: a, capacity: b }];
  });
  const all = { label: 'Everyone', process, capacity };
  return [
    {
      id: 'causes-of-delay',
      title: finding(process, capacity),
      label: `Delayed bed-days by cause (exact days in the period, ${meanOfRuns(result)})`,
      notes: [familiesNote(result), ...threeCounts(result)].filter((n) => n !== ''),
      chart: rows.length > 0 ? processAndCapacity(rows, 'Bed-days') : null,
      table: {
        columns: [
          { key: 'pathway', head: 'Pathway' },
          { key: 'process', head: 'Process', unit: 'days' },
          { key: 'capacity', head: 'Waiting for capacity', unit: 'days' },
          { key: 'process_share', head: 'Process, share', unit: 'share' },
        ],
        rows: [...rows, all].map((r) => [
          r.label,
          r.process,
          r.capacity,
          r.process + r.capacity > 0 ? r.process / (r.process + r.capacity) : null,
        ]),
      },
    },
  ];
}

function finding(process: number, capacity: number): string {
  const total = process + capacity;
  if (total === 0) return 'No bed-day is lost to delay';
  if (process === 0) return 'Every delayed bed-day is a wait for capacity: the scenario states no process delay';
  if (capacity === 0) return 'Every delayed bed-day is process: more capacity would remove none';
  return `More capacity cannot remove ${share(process / total)} of delayed bed-days: they are process; ${share(capacity / total)} are waits for capacity`;
}

/** The reasons stated for process delay, with their means as the period begins; their effect is measured together. */
export function familiesNote({ scenario }: Result): string {
  const { families, weekend } = scenario.processDelay;
  const labels = shortLabels(scenario.pathways);
  const whose = (names: string[]): string =>
    scenario.pathways.flatMap(({ name }, i) => (names.includes(name) ? [labels[i] ?? name] : [])).join(', ');
  const days = ({ mean, factor = [] }: Distribution): string => {
    const now = factor.filter(({ from }) => from <= scenario.warmUpDays).at(-1)?.value ?? 1;
    const later = factor
      .filter(({ from }) => from > scenario.warmUpDays && from < scenario.warmUpDays + scenario.days)
      .at(-1)?.value;
    return `${withUnit(mean * now, 'days')} on average${later === undefined || later === now ? '' : `, ${amount(mean * later)} in the end`}`;
  };
  const named = families.map((f) => `${labelOf(f)} (${days(f.delay)}, for ${whose(f.pathways)})`);
  if (weekend) named.push(`weekends and bank holidays (${whose(weekend.pathways)})`);
  if (scenario.hospitals.some(({ leavingHours }) => leavingHours))
    named.push('the hours of the day at which people leave, once a place is found');
  return named.length > 0 ? `Process delay in this scenario: ${named.join('; ')}.` : '';
}
