import type { AmbitionResult, Result } from '../../sim/result.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import type { Pathway } from '../../sim/scenario/people.ts';
import { besideTarget, targetText } from '../words/ambition-words.ts';
import { averageOf } from '../words/average.ts';
import { leadingDoubt } from '../words/doubts.ts';
import { capital, meanOf, scopeLabel, shortLabels } from '../words/lookup.ts';
import { fixed, share } from '../words/numbers.ts';
import type { Chart, Figure } from './figure.ts';
import { BLUE, eachOf, layout, ORANGE } from './look.ts';

interface Row {
  label: string;
  reached: number;
  aim: number | null;
  ambition: AmbitionResult | null;
}

/** Share of discharges by pathway, beside the ambition where there is one, else beside the shares the scenario states. */
export function pathwayMix(result: Result): Figure[] {
  const ambitions = result.ambitions.filter((a) => a.measure === 'pathway-mix');
  const aimed = ambitions.length > 0;
  const labels = shortLabels(result.scenario.pathways);
  const row = (label: string, scope: string, stated: number | null): Row[] => {
    const reached = meanOf(result, 'pathway-mix', scope);
    const ambition = ambitions.find((a) => a.scope === scope) ?? null;
    const aim = aimed ? (ambition?.target ?? null) : stated;
    return reached === null || (reached === 0 && aim === null) ? [] : [{ label, reached, aim, ambition }];
  };
  const rows = [
    ...result.scenario.pathways.flatMap((p, i) => row(labels[i] ?? p.name, `pathway:${p.name}`, statedShare(result.scenario, p))),
    ...ambitions
      .filter((a) => a.scope.startsWith('national:'))
      .flatMap((a) => row(capital(scopeLabel(result.scenario, a.scope)), a.scope, null)),
  ];
  if (rows.length === 0) return [];
  const beside = aimed ? 'Ambition' : 'Stated in the scenario';
  return [
    {
      id: 'pathway-mix',
      title: finding(result, rows),
      label: `Share of people discharged by pathway (${result.scenario.population}), reached and ${beside.toLowerCase()}`,
      notes: [
        ...national(result),
        ...died(result),
        ...(aimed
          ? []
          : [
              'Stated: the shares of the scenario, averaged over the period; who is discharged differs a little from who is admitted.',
            ]),
      ],
      chart: chartOf(rows, beside),
      table: {
        columns: [
          { key: 'pathway', head: 'Pathway' },
          { key: 'reached', head: 'Reached', unit: 'share' },
          { key: aimed ? 'ambition' : 'stated', head: beside, unit: 'share' },
          { key: 'difference_points', head: 'Difference, points' },
        ],
        rows: rows.map((r) => [r.label, r.reached, r.aim, r.aim === null ? null : fixed((r.reached - r.aim) * 100, 1)]),
      },
    },
  ];
}

/** Where the pathways are the scenario's own: by the national pathway each reports as. */
function national(result: Result): string[] {
  const shares = ['P0', 'P1', 'P2', 'P3'].flatMap((name) => {
    const reached = meanOf(result, 'pathway-mix', `national:${name}`);
    return reached === null ? [] : [`${name} ${share(reached)}`];
  });
  return shares.length === 0 ? [] : [`By national pathway: ${shares.join(', ')}.`];
}

function died(result: Result): string[] {
  const people = meanOf(result, 'died-in-hospital');
  return people === null
    ? []
    : [`${fixed(people)} people died in hospital over the period, on average; they are in no pathway here.`];
}

/** Against ambitions the one missed by most on average: more than a share that is to be reached at least misses nothing. */
function finding(result: Result, rows: Row[]): string {
  const aimed = rows.flatMap(({ label, reached, ambition }) =>
    ambition
      ? [
          {
            label,
            reached,
            ambition,
            missed: ambition.direction === 'at least' ? ambition.target - reached : reached - ambition.target,
          },
        ]
      : [],
  );
  if (aimed.length === 0) return `People discharged: ${rows.map((r) => `${r.label} ${share(r.reached)}`).join(', ')}`;
  const widest = aimed.reduce((a, b) => (b.missed > a.missed ? b : a));
  if (widest.missed <= 0)
    return `On average every ambition on the split is reached${counts(result, aimed)}; nearest to its limit: ${widest.label}, ${besideTarget(result, widest.ambition, widest.reached)} of people against ${targetText(result, widest.ambition)}`;
  return `Furthest from the ambition: ${widest.label}, ${besideTarget(result, widest.ambition, widest.reached)} of people against ${targetText(result, widest.ambition)}`;
}

/** Nothing is called reached without what puts it in doubt, nor where all of it is an example. */
function counts(result: Result, aimed: { ambition: AmbitionResult }[]): string {
  const doubt = leadingDoubt(result);
  if (doubt) return `, which does not count: ${doubt.clause}`;
  return aimed.every(({ ambition }) => ambition.example) ? ', but all of them are only examples' : '';
}

/** Mean share of people discharged over the collected days and the hospital streams, weighted by their arrivals. */
function statedShare(scenario: Scenario, pathway: Pathway): number | null {
  const streams = scenario.arrivals.flatMap((s) =>
    'hospital' in s.enters && s.arrivals.kind === 'process' ? [{ weight: s.arrivals.perDay, mix: s.mix }] : [],
  );
  const weight = streams.reduce((sum, s) => sum + s.weight, 0);
  if (weight === 0) return null;
  const from = scenario.warmUpDays;
  const dying = scenario.pathways.filter(({ reportsAs }) => reportsAs === 'died in hospital').map(({ name }) => name);
  const sums = { pathway: 0, discharged: 0 };
  for (const s of streams)
    for (const { pathway: name, share } of s.mix) {
      const people = s.weight * averageOf(share, from, from + scenario.days);
      if (name === pathway.name) sums.pathway += people;
      if (!dying.includes(name)) sums.discharged += people;
    }
  return sums.discharged > 0 ? sums.pathway / sums.discharged : null;
}

function chartOf(rows: Row[], beside: string): Chart {
  const y = rows.map((r) => r.label);
  const dots = (x: (number | null)[], name: string, color: string, symbol: string, place: string) => ({
    type: 'scatter',
    mode: 'markers+text',
    y,
    x,
    name,
    marker: { color, symbol, size: 13 },
    text: x.map((v) => (v === null ? '' : share(v))),
    textposition: place,
    textfont: { size: 13, color: color === ORANGE ? '#A8410B' : color },
  });
  return {
    height: 130 + eachOf(rows.length, 58) * rows.length,
    data: [
      dots(
        rows.map((r) => r.aim),
        beside,
        ORANGE,
        'diamond-open',
        'bottom center',
      ),
      dots(
        rows.map((r) => r.reached),
        'Reached',
        BLUE,
        'circle',
        'top center',
      ),
    ],
    layout: layout({
      x: {
        range: [-0.05, 1.08],
        tickvals: [0, 0.25, 0.5, 0.75, 1],
        ticktext: ['0%', '25%', '50%', '75%', '100%'],
        hoverformat: '.1%',
        title: { text: 'Share of people discharged', font: { size: 13 } },
      },
      y: { type: 'category', range: [rows.length - 0.4, -0.6], ticksuffix: ' ' },
      hovermode: 'closest',
      showlegend: true,
      legend: { orientation: 'h', x: 1, xanchor: 'right', y: 1, yanchor: 'bottom' },
    }),
  };
}
