import type { Result } from '../../sim/result.ts';
import { meanOfRuns } from '../words/dates.ts';
import { type Flow, flowsOf } from '../words/flows.ts';
import { fixed, share } from '../words/numbers.ts';
import type { Figure } from './figure.ts';
import { flowChart } from './flow-chart.ts';

/** From hospital along the pathways to the first service and what comes after it: a Sankey diagram of those who need support. */
export function flows(result: Result): Figure[] {
  const all = flowsOf(result);
  const drawn = all.filter(({ supported }) => supported);
  if (drawn.length === 0) return [];
  const rest = all.filter(({ supported }) => !supported);
  const without = people(rest.filter(({ column }) => column === 1));
  return [
    {
      id: 'flows',
      title: finding(drawn),
      label: `People by where they come from, pathway, first service and what comes after it, over the period, ${meanOfRuns(result)}`,
      notes: [
        ...(without > 0 ? [`${fixed(without)} people who leave without new support are in the table and not drawn.`] : []),
        'To the first service: people as simulated. After it: the shares of outcomes that the scenario states, of those people; some are still in the service when the period ends.',
      ],
      chart: flowChart(drawn),
      table: {
        columns: [
          { key: 'from', head: 'From' },
          { key: 'to', head: 'To' },
          { key: 'people', head: 'People', unit: 'people' },
        ],
        rows: [...drawn, ...rest].map(({ from, to, people: n }) => [from, to, n]),
      },
    },
  ];
}

const people = (list: Flow[]): number => list.reduce((sum, flow) => sum + flow.people, 0);

function finding(drawn: Flow[]): string {
  const taken = drawn.filter(({ column }) => column === 1);
  const services = [...new Set(taken.map(({ to }) => to))].map((to) => ({
    to,
    people: people(taken.filter((flow) => flow.to === to)),
  }));
  const most = services.reduce((a, b) => (b.people > a.people ? b : a));
  const all = people(taken);
  return services.length === 1
    ? `Whoever needs support takes ${most.to} first: ${fixed(all)} people`
    : `Of ${fixed(all)} people who need support, most take ${most.to} first: ${fixed(most.people)}, ${share(most.people / all)}`;
}
