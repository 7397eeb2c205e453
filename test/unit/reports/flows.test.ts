import { describe, expect, it } from 'vitest';
import { flows } from '../../../reports/figures/flows.ts';
import { flowsOf } from '../../../reports/words/flows.ts';
import type { Result } from '../../../sim/result.ts';
import type { Service } from '../../../sim/scenario/service.ts';
import { summarise, winterResult } from '../../fixtures/winter-result.ts';

const always = <T>(value: T): { from: number; value: T }[] => [{ from: 0, value }];

/** 100 people go home, 40 take home support, of whom a quarter go on to home care; 10 take a bed. */
function byHand(measures: [measure: string, scope: string, value: number][], hospitals = ['H']): Result {
  const r = winterResult({ ambitions: false });
  const [support, beds, ...others] = r.scenario.services as [
    Service & { kind: 'hours' },
    Service & { kind: 'beds' },
    ...Service[],
  ];
  const outcome = (name: string, share: number, next: string | null) => ({
    name,
    share: always(share),
    next,
    readmittedTo: null,
  });
  const services: Service[] = [
    { ...support, outcomes: [outcome('independent', 0.75, null), outcome('home-care', 0.25, 'home-care')] },
    { ...beds, outcomes: [outcome('home', 1, null)] },
    ...others,
  ];
  const one = r.scenario.hospitals[0];
  return {
    ...r,
    measures: measures.map(([measure, scope, value]) => ({
      measure,
      scope,
      summary: summarise([value, value]),
      winters: [value, value],
    })),
    scenario: { ...r.scenario, services, hospitals: hospitals.flatMap((name) => (one ? [{ ...one, name, label: name }] : [])) },
  };
}
const STARTS: [string, string, number][] = [
  ['starts', 'service:home-support', 40],
  ['starts', 'service:short-term-beds', 10],
];
const ONE = byHand([
  ['discharges', 'pathway:P0', 100],
  ['discharges', 'pathway:P1', 40],
  ['discharges', 'pathway:P2', 10],
  ...STARTS,
]);

describe('flows', () => {
  it('go from the hospital along each pathway to its service, and on by the stated shares', () => {
    expect(flowsOf(ONE).map(({ column, from, to, people }) => `${column} ${from} → ${to} ${people}`)).toEqual([
      '0 H → Pathway 0 100',
      '1 Pathway 0 → Without new support 100',
      '0 H → Pathway 1 40',
      '1 Pathway 1 → Home support 40',
      '2 Home support → Independent 30',
      '2 Home support → Home care 10',
      '0 H → Pathway 2 10',
      '1 Pathway 2 → Short-term beds 10',
      '2 Short-term beds → Home 10',
    ]);
  });

  it('tell hospitals apart where the result does', () => {
    const two = byHand(
      [
        ['discharges', 'hospital:A/pathway:P1', 30],
        ['discharges', 'hospital:B/pathway:P1', 10],
        ['discharges', 'pathway:P1', 40],
        ...STARTS,
      ],
      ['A', 'B'],
    );
    expect(
      flowsOf(two)
        .filter(({ column }) => column === 0)
        .map(({ from, people }) => [from, people]),
    ).toEqual([
      ['A', 30],
      ['B', 10],
    ]);
  });

  it('lose nobody: what enters a place leaves it, but for the ends', () => {
    const all = flowsOf(ONE);
    for (const place of ['Pathway 1', 'Home support', 'Pathway 2', 'Short-term beds']) {
      const sum = (side: 'from' | 'to'): number =>
        all.filter((flow) => flow[side] === place).reduce((n, { people }) => n + people, 0);
      expect(sum('from'), place).toBeCloseTo(sum('to'), 9);
    }
  });

  it('are drawn for those who need support; the others are said and in the table', () => {
    const figure = flows(ONE)[0];
    expect(figure?.title).toBe('Of 50 people who need support, most take Home support first: 40, 80.0%');
    expect(figure?.notes[0]).toBe('100 people who leave without new support are in the table and not drawn.');
    const drawn = figure?.chart?.data[0] as {
      node: { label: string[] };
      link: { source: number[]; target: number[]; value: number[] };
    };
    expect(drawn.link.value).toEqual([40, 40, 30, 10, 10, 10, 10]);
    const label = (i: number): string => drawn.node.label[i] ?? '';
    expect(drawn.link.source.map((from, i) => `${label(from)} → ${label(drawn.link.target[i] ?? -1)}`).slice(0, 3)).toEqual([
      'H 50 → Pathway 1 40',
      'Pathway 1 40 → Home support 40',
      'Home support 40 → Independent 30',
    ]);
    expect(figure?.table.rows.map(([from]) => from)).toContain('Pathway 0');
    expect(flows(byHand([['discharges', 'pathway:P0', 100]]))).toEqual([]);
  });
});
