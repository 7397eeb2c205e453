import type { Result } from '../../sim/result.ts';
import type { Redirection } from '../../sim/scenario/people.ts';
import { meanOfRuns } from '../words/dates.ts';
import { capital, labelOf, meanOf, scopeLabel } from '../words/lookup.ts';
import { amount } from '../words/numbers.ts';
import { type Figure, withoutEmpty } from './figure.ts';

/** How many people take another pathway on their ready date, and for how many there was no room. */
export function redirections(result: Result): Figure[] {
  const all = result.scenario.redirections ?? [];
  if (all.length === 0) return [];
  const taken = all.reduce((sum, one) => sum + (of(result, one, 'people-redirected') ?? 0), 0);
  const refused = all.reduce((sum, one) => sum + (of(result, one, 'people-without-room') ?? 0), 0);
  return [
    {
      id: 'redirections',
      title: `${amount(taken)} people take another pathway than they were to${refused > 0 ? `; for ${amount(refused)} more there was no room` : ''}`,
      label: `Right-sizing and diversion over the period, ${meanOfRuns(result)}`,
      notes: ['They count in the pathway they take. Their clinical stay is as it was.'],
      chart: null,
      table: withoutEmpty({
        columns: [
          { key: 'name', head: 'Name' },
          { key: 'from', head: 'Instead of' },
          { key: 'to', head: 'They take' },
          { key: 'redirected', head: 'People', unit: 'people' },
          { key: 'without_room', head: 'No room for', unit: 'people' },
        ],
        rows: all.map((one) => [
          capital(labelOf(one)),
          pathway(result, one.from),
          pathway(result, one.to),
          of(result, one, 'people-redirected'),
          of(result, one, 'people-without-room'),
        ]),
      }),
    },
  ];
}

const pathway = ({ scenario }: Result, name: string): string => capital(scopeLabel(scenario, `pathway:${name}`));
const of = (result: Result, { name }: Redirection, measure: string): number | null =>
  meanOf(result, measure, `redirection:${name}`);
