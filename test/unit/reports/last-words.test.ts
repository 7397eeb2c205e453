import { describe, expect, it } from 'vitest';
import { ambitionsCompared } from '../../../reports/figures/compare-ambitions.ts';
import { chances } from '../../../reports/figures/chances.ts';
import { pathwayMix } from '../../../reports/figures/pathway-mix.ts';
import { sideBySide } from '../../../reports/figures/side-by-side.ts';
import { compareSummary, decisionText, summary } from '../../../reports/index.ts';
import { answerOf } from '../../../reports/words/answer.ts';
import { comparedVerdict } from '../../../reports/words/compared-verdict.ts';
import { differenceText } from '../../../reports/words/differences.ts';
import { costWithInterval } from '../../../reports/words/net-cost.ts';
import { apart } from '../../../reports/words/numbers.ts';
import { readingOf } from '../../../reports/words/reading.ts';
import { startOf } from '../../../reports/words/start.ts';
import type { Searched, SizeDecision } from '../../../sim/decision.ts';
import { wilson } from '../../../sim/statistics/intervals.ts';
import { allTargetsOf } from '../../../sim/experiment/targets.ts';
import type { AmbitionResult, Result, ScenarioValue, Warning } from '../../../sim/result.ts';
import type { PresentGroup } from '../../../sim/scenario/start-from.ts';
import { winterComparison } from '../../fixtures/winter-comparison.ts';
import { summarise, winterResult } from '../../fixtures/winter-result.ts';

const N = 100;
const START: Warning = { kind: 'starts-far-from-load', text: 'far' };
const OVER: Warning = { kind: 'over-capacity', scope: 'service:home-support', text: 'over' };
const WARM_UP: Warning = { kind: 'warm-up-too-short', text: 'short' };

function target(i: number, met: number): AmbitionResult {
  const metIn = Array.from({ length: N }, (_, k) => k < met);
  const row = {
    over: 'period',
    summary: summarise([100, 101]),
    winters: [],
    metIn,
    met: met / N,
    metInterval: wilson(met, N),
    n: N,
  };
  return {
    name: `t${i}`,
    label: `Target ${i}`,
    measure: 'bed-days-delayed',
    scope: 'all',
    direction: 'at most',
    target: 200,
    source: null,
    rows: [row],
  };
}

function run(name: string, met: number[], warnings: Warning[] = []): Result {
  const r = winterResult({ name, ambitions: false });
  const ambitions = met.map((n, i) => target(i, n));
  const all = allTargetsOf(ambitions);
  const services = r.scenario.services.map((it) =>
    it.name === 'home-support' ? { ...it, label: 'Home Support (Council)' } : it,
  );
  return { ...r, scenario: { ...r.scenario, services }, warnings, ambitions, ...(all ? { allTargets: all } : {}) };
}

describe('a label inside a sentence', () => {
  it('keeps its capital after “Besides:”, in a comparison and in the terminal', () => {
    const r = run('A', [100, 100], [OVER, WARM_UP]);
    const two = run('B', [100, 100], [OVER]);
    expect(answerOf({ ...r, checks: r.checks.map((it) => ({ ...it, passed: false })) }).sentences[0]).toContain(
      'Besides: Home Support (Council) is over capacity: on average more is needed than there is; the warm-up is too short',
    );
    expect(answerOf(r).verdict).toMatch(/^Home Support \(Council\) is over capacity/);
    expect(comparedVerdict([r, two], winterComparison([r, two]))).toMatch(/^In every scenario Home Support \(Council\) is over/);
    expect(compareSummary([r, two], winterComparison([r, two]))).toMatch(/1 A: Home Support \(Council\) is over capacity/);
  });
});

describe('a scenario in doubt beside one that is not', () => {
  const [base, other] = [run('Base', [20, 20]), run('Other', [100, 100], [START])];
  const both = [base, other];
  const comparison = winterComparison(both);

  it('its joint chance never stands without the doubt: side by side, in the table of targets, in the terminal', () => {
    expect(sideBySide(both, comparison).rows[1]).toContain('100% (96% to 100%)\nIn doubt: the start');
    const [figure] = ambitionsCompared(both);
    expect(figure?.table.rows.at(-1)?.at(-1)).toBe('100% (96% to 100%)\nIn doubt: the start');
    expect(figure?.table.rows[0]?.at(-1)).toContain('In doubt: the start');
    expect(figure?.notes).toEqual([
      'The chances of “Other” do not count: the start is in doubt: services begin much emptier than their own load says.',
    ]);
    const text = compareSummary(both, comparison);
    expect(text).toMatch(/Chance, all targets in one winter +20% +100%\*/);
    expect(text).toContain('* in doubt, as said above: does not count');
  });

  it('its title says none, and why', () => {
    expect(ambitionsCompared(both)[0]?.title).toBe(
      'Of two targets likely to be met: none in “Base”, none in “Other” (in doubt: the start)',
    );
  });

  it('nothing is marked where nothing is in doubt', () => {
    const clean = [base, run('Other', [100, 100])];
    expect(compareSummary(clean, winterComparison(clean))).not.toContain('*');
    expect(ambitionsCompared(clean)[0]?.notes).toEqual([]);
    expect(JSON.stringify(sideBySide(clean, winterComparison(clean)))).not.toContain('doubt');
  });

  it('the figures of one run are told likewise: chances and the split', () => {
    expect(chances(other)[0]?.title).toMatch(/; in doubt: the start$/);
    const split: AmbitionResult = {
      ...target(3, 100),
      measure: 'pathway-mix',
      scope: 'pathway:P1',
      direction: 'at least',
      target: 0.01,
    };
    expect(pathwayMix({ ...other, ambitions: [split] })[0]?.title).toMatch(
      /^On average every ambition on the split is reached, which does not count: the start is in doubt/,
    );
    expect(pathwayMix({ ...base, ambitions: [split] })[0]?.title).toMatch(
      /^On average every ambition on the split is reached; nearest/,
    );
  });
});

describe('a start filled from flow balance', () => {
  const group = (people: number): PresentGroup =>
    ({ at: { hospital: 'UHCW' }, state: 'in stay', people, pathway: null, past: null, left: null }) as unknown as PresentGroup;
  const filled = (): Result => {
    const r = run('A', [100, 100]);
    return {
      ...r,
      scenario: {
        ...r.scenario,
        startFrom: {
          groups: [group(9)],
          remaining: 'given',
          notCounted: 'from flow balance',
        } as unknown as Result['scenario']['startFrom'],
      },
      filledAtStart: [group(553)],
    };
  };
  const said = 'The start is filled from flow balance for 553 of the 562 people present';

  it('is said with the answer, in the terminal and where the ranges are explained', () => {
    const r = filled();
    expect(answerOf(r).sentences.slice(0, answerOf(r).lead).join(' ')).toContain(said);
    expect(summary(r).replace(/\s+/g, ' ')).toContain(said);
    expect(readingOf(r).join(' ')).toContain(`None of these ranges holds what is not known of the start. ${said}`);
    expect(compareSummary([r, r], winterComparison([r, r])).replace(/\s+/g, ' ')).toContain(said);
    expect(summary(run('A', [100, 100]))).not.toContain('flow balance');
  });
});

describe('what was typed, and dates as people write them', () => {
  const value = (path: string, written: string, at: string): ScenarioValue => ({
    path,
    written,
    value: written,
    origin: 'command line',
    note: null,
    confidence: null,
    at,
  });

  it('an option is said as it was typed', () => {
    const r = run('A', [100, 100]);
    const set = {
      ...r,
      values: [
        value('run.replications', '20', '--replications 20'),
        value('services.home-support.flex', '5%', '--set services.home-support.flex'),
      ],
    };
    expect(summary(set)).toContain('With --replications 20, --set services.home-support.flex=5%');
    expect(summary(set)).not.toContain('run.replications');
  });

  it('no ISO date in what the start says', () => {
    expect(startOf(run('A', []))).toMatch(/days of warm-up before \d{1,2} October 2017, not counted$/);
  });
});

describe('numbers', () => {
  it('no interval where nothing varies', () => {
    const fixed = { n: 100, mean: -80_000, interval: [-80_000, -80_000] as [number, number] };
    expect([differenceText(fixed, '£'), costWithInterval(fixed)]).toEqual(['-£80k', '£80k less']);
  });

  it('beside a target as many decimals as tell it apart, and those of the target where none do', () => {
    expect([apart(0.94996, 0.95, 'share'), apart(0.95 - 1e-9, 0.95, 'share'), apart(38 + 1e-9, 38, 'people')]).toEqual([
      '94.996%',
      '95.0%',
      '38',
    ]);
  });
});

describe('the page of a search', () => {
  const searched: Searched = {
    format: 'd2a-decision',
    version: 1,
    tool: { name: 'd2a', version: '0', engine: 'native' },
    scenario: { name: 'A plan', question: null, start: '2024-01-01', days: 100, seed: '1' },
    inputs: [],
    varied: [{ path: 'services.home-support.commissioned', values: ['1600 h/week', '1800 h/week'] }],
    goals: [],
    most: 10,
    replications: 30,
    grid: 30,
  };
  const point = { at: [1], replications: 10, chance: null, goals: [], cost: null, delayed: null };
  const size = (answer: SizeDecision['answer'], doubts: Searched['doubts'] = []): SizeDecision => ({
    ...searched,
    kind: 'size',
    standard: { on: 'risk', risk: 0.1 },
    answer,
    most_tried: null,
    below: null,
    frontier: [],
    profile: null,
    looked: [],
    doubts,
  });
  const grows = { kind: 'queue-grows', mark: 'Not secure: a queue grows', text: 'The queue for X grows through the period' };

  it('says what puts its answer in doubt before the answer, and after a search without one', () => {
    expect(decisionText(size(point, [grows])).replace(/\s+/g, ' ')).toContain(
      'Not secure: a queue grows. Home support, commissioned 1,800 h/week is the least that misses the goal in at most 10.0% of winters. The queue for X grows through the period.',
    );
    expect(decisionText(size(null, [grows])).replace(/\s+/g, ' ')).toContain(
      'Nothing in the range misses the goal in at most 10.0% of winters. At the most that was tried: The queue for X grows',
    );
    expect(decisionText(size(point))).toContain('Home support, commissioned 1,800 h/week is the least');
  });
});
