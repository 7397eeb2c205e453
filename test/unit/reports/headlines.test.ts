import { describe, expect, it } from 'vitest';
import { ambitions as ambitionsFigure } from '../../../reports/figures/ambitions.ts';
import { sideBySide } from '../../../reports/figures/side-by-side.ts';
import { compareSummary, markdown, summary } from '../../../reports/index.ts';
import { answerOf } from '../../../reports/words/answer.ts';
import { comparedVerdict } from '../../../reports/words/compared-verdict.ts';
import { runWord, spellText } from '../../../reports/words/dates.ts';
import { tilesOf } from '../../../reports/words/tiles.ts';
import { compare } from '../../../sim/experiment/compare.ts';
import { wilson } from '../../../sim/statistics/intervals.ts';
import { allTargetsOf } from '../../../sim/experiment/targets.ts';
import type { AmbitionResult, Measured, QueueCourse, Result, Warning } from '../../../sim/result.ts';
import type { Service } from '../../../sim/scenario/service.ts';
import { summarise, winterResult } from '../../fixtures/winter-result.ts';

const N = 100;

/** One result of a hundred winters, each number of it written down where it is used. */
interface ByHand {
  name?: string;
  /** Of each target the winters that meet it, from one to another. */
  met?: [from: number, to: number][];
  example?: boolean;
  /** Mean of first, middle and last weeks for home support; `grows` as the simulator says. */
  queue?: { first: number; middle: number; last: number; grows: boolean };
  warnings?: Warning[];
  /** People waiting over the whole period for home support and for beds. */
  waiting?: [home: number, beds: number];
  /** £ over the period by winter: care commissioned, value of delay. */
  costs?: [care: (winter: number) => number, value: (winter: number) => number];
  beds?: number;
  bedPrice?: boolean;
}

function built({
  name = 'Plan',
  met = [],
  example = false,
  queue,
  warnings = [],
  waiting = [2, 2],
  costs,
  beds = 83,
  bedPrice = true,
}: ByHand): Result {
  const r = winterResult({ name, ambitions: false });
  const home = 'service:home-support';
  const measured = (measure: string, scope: string, of: (winter: number) => number): Measured => {
    const winters = Array.from({ length: N }, (_, i) => of(i));
    return { measure, scope, summary: summarise(winters), winters };
  };
  const course: QueueCourse[] = queue
    ? [
        {
          measure: 'waiting',
          scope: home,
          weeks: 4,
          ...queue,
          rise: { mean: queue.last - queue.first, interval: [1, 99] },
          late: { mean: queue.last - queue.middle, interval: [1, 99] },
          winters: [],
        },
      ]
    : [];
  const targets = met.map(([from, to], k) => target(k, from, to, example));
  const all = allTargetsOf(targets);
  const services = r.scenario.services.map(
    (s): Service =>
      s.kind === 'beds'
        ? { ...s, beds: [{ from: 0, value: beds }], price: bedPrice ? { amount: 100, per: 'bed-day', year: null } : null }
        : s,
  );
  const wobble = (i: number): number => ((i * 37) % N) / N - 0.5;
  return {
    ...r,
    scenario: { ...r.scenario, services },
    warnings,
    queues: course,
    ambitions: targets,
    ...(all ? { allTargets: all } : {}),
    measures: [
      measured('no-criteria-to-reside', 'all', (i) => 30 + wobble(i)),
      measured('delay-mean', 'all', () => 0.4),
      measured('on-ready-date', 'all', () => 0.9),
      measured('waiting', home, (i) => waiting[0] + wobble(i)),
      measured('waiting', 'service:short-term-beds', (i) => waiting[1] + wobble(i)),
      measured('service-occupancy', home, () => 1.002),
      measured('service-occupancy', 'service:short-term-beds', () => 0.8),
      ...(costs
        ? [
            measured('cost-commissioned', 'all', costs[0]),
            measured('cost-delayed-bed-days', 'all', costs[1]),
            measured('bed-days-delayed', 'all', (i) => costs[1](i) / 345),
          ]
        : []),
    ],
  };
}

/** At most 40 people: 30 in the winters that meet it and 50 in the others. */
function target(k: number, from: number, to: number, example: boolean): AmbitionResult {
  const metIn = Array.from({ length: N }, (_, i) => i >= from && i < to);
  const winters = metIn.map((met) => (met ? 30 : 50));
  const row = {
    over: 'period',
    summary: summarise(winters),
    winters,
    metIn,
    met: (to - from) / N,
    metInterval: wilson(to - from, N),
    n: N,
  };
  return {
    name: `t${k}`,
    label: `Target ${k + 1}`,
    measure: 'no-criteria-to-reside',
    scope: 'all',
    direction: 'at most',
    target: 40,
    source: null,
    ...(example ? { example: true } : {}),
    rows: [row],
  };
}

const GROWS = { first: 5, middle: 30, last: 60, grows: true };
const OVER: Warning = {
  kind: 'over-capacity',
  scope: 'service:short-term-beds',
  text: 'Short-term beds: everybody referred would need 120 beds on average and 83 are there.',
};

/** The terminal from its second line on, after the name, as one text. */
const terminal = (result: Result): string => summary(result).split('\n').slice(1).join(' ');
const statuses = (result: Result): (string | undefined)[] =>
  tilesOf(result)
    .filter(({ status }) => status)
    .map(({ title, status }) => `${title}: ${status?.word} (${status?.state})`);
const headed = (result: Result): [string, string | null] => [answerOf(result).verdict, answerOf(result).state];

/** Page, terminal, Markdown and the table of targets begin with one sentence, and nothing calls a target met. */
function agree(result: Result, verdict: string): void {
  expect(terminal(result).startsWith(`${verdict}. `)).toBe(true);
  expect(markdown(result)).toContain(`**${verdict}.**`);
  const told = [
    ...tilesOf(result).map(({ status }) => status),
    ...(ambitionsFigure(result)[0]?.table.rows.map((row) => ({ word: String(row.at(-1)), state: null })) ?? []),
  ];
  for (const status of told) expect(status?.word ?? '').not.toMatch(/^(Very likely|Likely|Met)/);
  expect(ambitionsFigure(result)[0]?.title ?? verdict).toBe(verdict);
}

describe('the headline of a run in doubt', () => {
  it('1, a queue that grows, with a target met', () => {
    const r = built({ met: [[0, 95]], queue: GROWS });
    const verdict =
      'The queue for home support grows through the period, from 5.0 people in the first four weeks to 60 in the last four, so no target counts as likely to be met';
    expect(headed(r)).toEqual([verdict, 'bad']);
    agree(r, verdict);
    expect(statuses(r)).toEqual([
      'Target 1: Not secure: a queue grows (open)',
      'Home support: Queue grows (bad)',
      'Short-term beds: People wait (open)',
    ]);
    expect(answerOf(r).sentences[0]).toBe(
      '“Target 1” (people with no criteria to reside in the whole period): 31 people on average (9 in 10 winters: 30 to 50), against at most 40 people. 95 of 100 simulated winters meet it, a chance of 95% (95% interval of that chance: 89% to 98%).',
    );
  });

  it('2, a service over its capacity, with targets met, and a queue that grows besides', () => {
    const r = built({
      met: [
        [0, 95],
        [0, 99],
      ],
      warnings: [OVER],
      queue: GROWS,
    });
    const verdict =
      'Short-term beds is over capacity: on average more is needed than there is, so no target counts as likely to be met';
    expect(headed(r)).toEqual([verdict, 'bad']);
    agree(r, verdict);
    expect(statuses(r)).toContain('Short-term beds: Over capacity (bad)');
    expect(answerOf(r).sentences[0]).toBe(
      'Besides: the queue for home support grows through the period, from 5.0 people in the first four weeks to 60 in the last four.',
    );
  });

  it('3, a warm-up too short', () => {
    const r = built({
      met: [[0, 95]],
      warnings: [{ kind: 'warm-up-too-short', text: 'The warm-up of 7 days may be too short.' }],
      waiting: [0.5, 0.5],
    });
    const verdict =
      'The warm-up is too short: the period begins before the queues have settled, so no target counts as likely to be met';
    expect(headed(r)).toEqual([verdict, 'open']);
    agree(r, verdict);
    expect(statuses(r)).toEqual([
      'Target 1: In doubt: warm-up too short (open)',
      'Home support: Nearly full (open)',
      'Short-term beds: In doubt: warm-up too short (open)',
    ]);
  });

  it('4, a start that is half told', () => {
    const r = built({ met: [[0, 95]], warnings: [{ kind: 'starts-far-from-load', text: 'Home support starts empty.' }] });
    const verdict =
      'The start is in doubt: services begin much emptier than their own load says, so no target counts as likely to be met';
    expect(headed(r)).toEqual([verdict, 'open']);
    agree(r, verdict);
  });

  it('5, a failed self-check, before all else', () => {
    const r = {
      ...built({ met: [[0, 95]], warnings: [OVER] }),
      checks: [{ name: 'people', what: 'people', passed: false, worst: 1 }],
    };
    expect(headed(r)).toEqual([
      'A self-check of the simulation failed: do not use these figures, so no target counts as likely to be met',
      'bad',
    ]);
  });

  it('6, only a target that is an example is met', () => {
    const r = built({ met: [[0, 95]], example: true });
    const verdict = 'Only a target that is an example is likely to be met: put your own in its place';
    expect(headed(r)).toEqual([verdict, 'open']);
    expect(terminal(r).startsWith(`${verdict}. `)).toBe(true);
    expect(statuses(r)[0]).toBe('Target 1: Only an example (open)');
    const mixed = { ...r, ambitions: [...r.ambitions, target(1, 0, 5, false)] };
    expect(headed(mixed)).toEqual([
      'Only a target that is an example is likely to be met: put your own in its place; the plan’s own is unlikely to be met',
      'bad',
    ]);
  });

  it('a missed target is said first, what makes it worse beside it; without targets the doubt is the headline', () => {
    expect(statuses(built({ met: [[0, 5]], queue: GROWS }))[0]).toBe('Target 1: Unlikely to be met (bad)');
    expect(headed(built({ met: [[0, 5]], queue: GROWS }))).toEqual(['Unlikely to be met', 'bad']);
    expect(answerOf(built({ met: [[0, 5]], queue: GROWS })).sentences[0]).toBe(
      'Besides: the queue for home support grows through the period, from 5.0 people in the first four weeks to 60 in the last four.',
    );
    expect(headed(built({ queue: GROWS }))[1]).toBe('bad');
    expect(headed(built({ met: [[0, 95]], queue: { ...GROWS, grows: false } }))).toEqual(['Likely to be met', 'good']);
  });
});

describe('the headline of several targets', () => {
  it('7, two targets at nearly 80%, of which both at 55%: the winters that miss the one are not those that miss the other', () => {
    const r = built({
      met: [
        [0, 78],
        [23, 100],
      ],
    });
    expect(r.allTargets).toEqual({ targets: 2, met: 0.55, metInterval: wilson(55, 100), n: 100 });
    const verdict =
      'Each of two targets is likely to be met by itself, but both in one winter could go either way: a chance of 55%';
    expect(headed(r)).toEqual([verdict, 'open']);
    expect(answerOf(r).sentences[1]).toBe(
      'Both targets in one winter: met in 55 of 100 simulated winters, a chance of 55% (95% interval of that chance: 45% to 64%).',
    );
    expect(terminal(r).startsWith(`${verdict}. `)).toBe(true);
    expect(terminal(r)).toContain('Both targets in one winter: met in 55 of 100');
    expect(statuses(r).slice(0, 3)).toEqual([
      'Target 2: Likely to be met (good)',
      'Target 1: Likely to be met (good)',
      'Both targets in one winter: Could go either way (open)',
    ]);
    expect(ambitionsFigure(r)[0]?.table.rows.at(-1)).toEqual(
      ['Both targets in one winter', '55% (45% to 64%)', 'Could go either way'].flatMap((cell, k) =>
        k === 0 ? [cell, null, null, null, null] : [cell],
      ),
    );
    expect(ambitionsFigure(r)[0]?.csv?.rows.at(-1)).toEqual(
      expect.arrayContaining(['(all targets)', 0.55, 'Could go either way']),
    );
  });

  it('where both are likely in one winter it says how likely, and where they exclude one another that they do', () => {
    expect(
      headed(
        built({
          met: [
            [0, 95],
            [0, 90],
          ],
        }),
      ),
    ).toEqual(['Both targets are likely to be met, and both in one winter: a chance of 90%', 'good']);
    expect(
      headed(
        built({
          met: [
            [0, 65],
            [35, 100],
          ],
        }),
      ),
    ).toEqual([
      'Each of two targets is likely to be met by itself, but both in one winter are unlikely to be met: a chance of 30%',
      'bad',
    ]);
    expect(
      headed(
        built({
          met: [
            [0, 95],
            [0, 10],
          ],
        }),
      ),
    ).toEqual(['Of two targets, one is likely to be met and one is unlikely to be met', 'bad']);
  });

  it('counts a winter without a value of one of them for neither side, and examples only where there are no others', () => {
    const [a, b, c] = [target(0, 0, 80, false), target(1, 20, 100, false), target(2, 0, 1, true)];
    const holes = { ...b, rows: b.rows.map((row) => ({ ...row, metIn: row.metIn.map((met, i) => (i < 20 ? null : met)) })) };
    expect(allTargetsOf([a, holes])).toEqual({ targets: 2, met: 0.75, metInterval: wilson(60, 80), n: 80 });
    expect(allTargetsOf([a, b, c])).toMatchObject({ targets: 2, met: 0.6 });
    expect([allTargetsOf([a, c]), allTargetsOf([c, { ...c, name: 'd' }])]).toEqual([
      null,
      { targets: 2, met: 0.01, metInterval: wilson(1, 100), n: 100 },
    ]);
  });
});

describe('the headline of a comparison', () => {
  const verdict = (results: Result[]): string => comparedVerdict(results, compare(results));
  const base = (more: ByHand = {}): Result =>
    built({ name: 'Base', met: [[0, 10]], costs: [() => 100_000, () => 500_000], ...more });
  const first = (results: Result[]): string => compareSummary(results, compare(results)).replace(/\n/g, ' ');

  it('8, an option whose queue grows: it counts for nothing, and that comes first', () => {
    const results = [base(), built({ name: 'A', met: [[0, 95]], queue: GROWS })];
    const said =
      'With “A” the queue for home support grows through the period, from 5.0 people in the first four weeks to 60 in the last four, so no target counts as likely to be met there. The target is likely to be met in no scenario';
    expect(verdict(results)).toBe(said);
    expect(first(results).startsWith(`${said}. `)).toBe(true);
    expect(sideBySide(results, compare(results)).rows[1]?.[1]).toBe('0 of 1');
  });

  it('8, of all scenarios: none is praised for its targets', () => {
    const results = [base({ met: [[0, 95]], queue: GROWS }), built({ name: 'A', met: [[0, 99]], queue: { ...GROWS, last: 70 } })];
    expect(verdict(results)).toBe(
      'In every scenario the queue for home support grows through the period, from 5.0 people in the first four weeks to 60 in the last four (as told of the base), so no target counts as likely to be met. People with no criteria to reside: no clear difference from the base',
    );
  });

  it('9, an option that trades one queue for another says so in the same breath', () => {
    const results = [
      built({ name: 'Base', met: [[0, 10]], waiting: [10, 2] }),
      built({ name: 'A', met: [[0, 95]], waiting: [2, 9] }),
    ];
    expect(verdict(results)).toBe(
      'The target is likely to be met with “A”; but the queue for short-term beds is 7.0 people longer, 9.0 on average',
    );
  });

  it('10, an added service without a price: no cost, and which', () => {
    const costs: ByHand['costs'] = [() => 100_000, () => 300_000];
    const results = [base({ bedPrice: false }), built({ name: 'A', met: [[0, 95]], costs, beds: 99, bedPrice: false })];
    expect(verdict(results)).toBe('The target is likely to be met with “A”; no cost can be given: Short-term beds has no price');
    expect(sideBySide(results, compare(results)).rows[1]?.at(-1)).toBe('no cost: Short-term beds without a price');
  });

  it('10, a net cost of which the interval holds zero is about the same; cash and value stand apart', () => {
    const noise = (i: number): number => 40_000 * (i % 2 === 0 ? 1 : -1);
    const results = [base(), built({ name: 'A', met: [[0, 95]], costs: [() => 185_000, (i) => 414_000 + noise(i)] })];
    expect(verdict(results)).toBe(
      'The target is likely to be met with “A”; care costs £85k more in cash; delayed bed-days are valued at £86k less, which is not cash; both together: about the same',
    );
    const {
      costs: [found],
    } = compare(results);
    expect(found?.net?.mean).toBeCloseTo(-1000, 6);
    expect([(found?.net?.interval?.[0] ?? 0) < 0, (found?.net?.interval?.[1] ?? 0) > 0]).toEqual([true, true]);
    expect(sideBySide(results, compare(results)).rows[1]?.at(-1)).toBe('about the same (95% interval -£9,000 to +£7,000)');
  });

  it('the net interval is that of the sum in each winter, not of two intervals added', () => {
    const wave = (i: number): number => 1000 * (i % 10);
    const results = [base(), built({ name: 'A', costs: [(i) => 100_000 + wave(i), (i) => 500_000 - wave(i)] })];
    const {
      costs: [found],
    } = compare(results);
    expect(found?.net).toMatchObject({ mean: 0, interval: [0, 0] });
    expect((found?.care?.interval?.[1] ?? 0) - (found?.care?.interval?.[0] ?? 0)).toBeGreaterThan(500);
  });

  it('the chance of all targets stands beside', () => {
    const results = [
      built({
        name: 'Base',
        met: [
          [0, 10],
          [0, 20],
        ],
      }),
      built({
        name: 'A',
        met: [
          [0, 78],
          [23, 100],
        ],
      }),
    ];
    expect(verdict(results)).toBe(
      'More targets are likely to be met with “A” than with the base: two of two targets, not none; all of them in one winter: 55% with the other, 10% in the base',
    );
    expect(first(results)).toMatch(/Chance, all targets in one winter +10% +55%/);
    expect(sideBySide(results, compare(results)).rows.map((row) => row[2])).toEqual(['10% (6% to 17%)', '55% (45% to 64%)']);
  });
});

describe('a month of one day', () => {
  const calendar = (months: [string, number][]): Result => ({
    ...built({}),
    calendar: { ...built({}).calendar, months: months.map(([month, days]) => ({ month, days })) },
  });

  it('is said to be a part wherever it is counted by name', () => {
    const r = calendar([
      ['2026-11', 1],
      ['2026-12', 31],
      ['2027-01', 31],
    ]);
    expect([spellText(r, '2026-11'), spellText(r, '2026-12'), spellText(r, '2026-11,2026-12')]).toEqual([
      'November 2026 (1 of 30 days)',
      'December 2026',
      'November to December 2026 (of November 2026 1 of 30 days)',
    ]);
  });

  it('makes no period a winter', () => {
    expect(
      runWord(
        calendar([
          ['2017-12', 31],
          ['2018-01', 1],
        ]),
      ),
    ).toBe('period');
    expect(
      runWord(
        calendar([
          ['2017-12', 31],
          ['2018-01', 31],
        ]),
      ),
    ).toBe('winter');
  });
});
