import type { Result } from '../../sim/result.ts';
import type { Service } from '../../sim/scenario/service.ts';
import { meanOfRuns } from '../words/dates.ts';
import { capital, labelOf, meanOf, serviceScope } from '../words/lookup.ts';
import { amount, fixed, share } from '../words/numbers.ts';
import { type Figure, withoutEmpty } from './figure.ts';

const COLUMNS = [
  { measure: 'exit-blocked', head: 'People held up, on average', unit: 'people' },
  { measure: 'exit-block-beds', head: 'Beds they hold', unit: 'beds' },
  { measure: 'exit-block-hours', head: 'Bridging hours', unit: 'hours' },
  { measure: 'exit-block-days', head: 'Person-days', unit: 'days' },
  { measure: 'exit-block-share', head: 'Held up, of those who go on', unit: 'share' },
  { measure: 'exit-block-mean', head: 'Mean days, people held up', unit: 'days' },
];

/** Who stays in a service after care is finished because what comes next is not there, and what they use meanwhile. */
export function exitBlock(result: Result): Figure[] {
  const services = result.scenario.services.filter((s) => meanOf(result, 'exit-blocked', serviceScope(s)) !== null);
  if (services.length === 0) return [];
  return [
    {
      id: 'exit-block',
      title: finding(result, services),
      label: `Exit block by service, whole period, ${meanOfRuns(result)}`,
      notes: [
        'Exit block: care is finished, but the next service or package is not there yet, so the person stays and goes on using the bed or the hours (bridging). The time to arrange what comes next is in it.',
      ],
      chart: null,
      table: withoutEmpty({
        columns: [
          { key: 'service', head: 'Service' },
          ...COLUMNS.map(({ measure, head, unit }) => ({ key: measure.split('-').join('_'), head, unit })),
        ],
        rows: services.map((s) => [
          capital(labelOf(s)),
          ...COLUMNS.map(({ measure }) => meanOf(result, measure, serviceScope(s))),
        ]),
      }),
    },
  ];
}

function finding(result: Result, services: Service[]): string {
  const people = (s: Service): number => meanOf(result, 'exit-blocked', serviceScope(s)) ?? 0;
  const worst = services.reduce((a, b) => (people(b) > people(a) ? b : a));
  if (people(worst) === 0) return 'Nobody stays in a service after care is finished';
  const hours = meanOf(result, 'exit-block-hours', serviceScope(worst));
  const part = meanOf(result, 'exit-block-share', serviceScope(worst));
  const using = hours === null ? '' : `, using ${fixed(hours)} hours over the period`;
  const held =
    part === null
      ? ''
      : `; ${part >= 0.9995 ? 'everyone who moves on has to wait first' : `${share(part)} of those who go on stay for a time`}`;
  return `On average ${amount(people(worst))} people stay in ${labelOf(worst)} after their care is finished, while what comes next is arranged or waited for${using}${held}`;
}
