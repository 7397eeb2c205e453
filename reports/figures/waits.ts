import type { Result } from '../../sim/result.ts';
import { arrangement, longestWait } from '../words/answer.ts';
import { meanOfRuns } from '../words/dates.ts';
import { capital, labelOf, meanOf, serviceScope } from '../words/lookup.ts';
import { amount, share } from '../words/numbers.ts';
import type { Figure } from './figure.ts';
import { type MeasureColumn, measureTable } from './measure-table.ts';

/** Measure, its column and unit. */
const COLUMNS: MeasureColumn[] = [
  { measure: 'referrals', head: 'Referrals', unit: 'people' },
  { measure: 'starts', head: 'Starts', unit: 'people' },
  { measure: 'waited-share', head: 'Found no place free', unit: 'share' },
  { measure: 'wait-mean', head: 'Mean wait from referral, days', unit: 'days' },
  { measure: 'wait-of-those-who-wait', head: 'Days in the queue, those who queued', unit: 'days' },
  { measure: 'wait-median', head: 'Median from referral, days', unit: 'days' },
  { measure: 'wait-p90', head: '9 in 10 start within, days', unit: 'days' },
  { measure: 'wait-on-time', head: 'On time', unit: 'share' },
  { measure: 'service-occupancy', head: 'Capacity used', unit: 'share' },
  { measure: 'service-turned-away', head: 'Turned away', unit: 'people' },
];

/** Referral to start, service by service. */
export function waits(result: Result): Figure[] {
  const services = result.scenario.services;
  const columns = COLUMNS.filter((c) => services.some((s) => meanOf(result, c.measure, serviceScope(s)) !== null));
  if (columns.length === 0) return [];
  return [
    {
      id: 'waits',
      title: finding(result),
      label: `Waits from referral to start by service, whole period, ${meanOfRuns(result)}`,
      notes: [...arranged(result), ...targets(result), ...idle(result)],
      chart: null,
      table: measureTable(
        result,
        [{ key: 'service', head: 'Service' }],
        columns,
        services.map((s) => ({ names: [capital(labelOf(s))], scope: serviceScope(s) })),
      ),
    },
  ];
}

/** Days before the queue: in the wait from referral, not in the days in the queue. */
function arranged({ scenario }: Result): string[] {
  const services = scenario.services.filter((s) => s.leadTime !== null && s.leadTime.mean > 0);
  if (services.length === 0) return [];
  const each = services.map((s) => `${labelOf(s)} ${amount(s.leadTime?.mean ?? 0)} days`).join(', ');
  return [
    `Waits from referral include the days it takes to arrange a start (on average: ${each}); the days in the queue come after them and leave them out.`,
  ];
}

function targets({ scenario }: Result): string[] {
  return scenario.services.flatMap((s) => [
    ...(s.targetWait === null ? [] : [`${capital(labelOf(s))}: on time is within ${amount(s.targetWait)} days of referral.`]),
    ...(s.targetWaiting === undefined
      ? []
      : [`${capital(labelOf(s))}: within the target are at most ${amount(s.targetWaiting)} people waiting.`]),
  ]);
}

/** Capacity that stood free although someone waited: closed days, or a package too large for what is free. */
function idle(result: Result): string[] {
  return result.scenario.services.flatMap((s) => {
    const free = meanOf(result, 'idle-while-waiting', serviceScope(s));
    if (free === null || free < 0.05) return [];
    return [
      `${capital(labelOf(s))}: ${amount(free)} ${s.kind === 'hours' ? 'hours a week' : 'places'} free on average although someone waits (closed days, or too little for the next package).`,
    ];
  });
}

function finding(result: Result): string {
  const longest = longestWait(result);
  if (!longest) return 'Nobody is referred to a service';
  if (longest.wait === 0) return 'Nobody waits for a service';
  const waited = meanOf(result, 'waited-share', serviceScope(longest.service));
  const part = waited === null ? '' : `; ${share(waited)} of those who start found no place free`;
  return `The longest wait for a place is for ${labelOf(longest.service)}, ${amount(longest.wait)} days from referral to start on average${arrangement(longest.service)}${part}`;
}
