import { describe, expect, it } from 'vitest';
import { compareSummary, summary } from '../../../reports/index.ts';
import { answerOf } from '../../../reports/words/answer.ts';
import { overall } from '../../../reports/words/overall.ts';
import { apart } from '../../../reports/words/numbers.ts';
import { tilesOf } from '../../../reports/words/tiles.ts';
import { judge } from '../../../reports/words/chance.ts';
import { winterComparison } from '../../fixtures/winter-comparison.ts';
import { summarise, winterResult } from '../../fixtures/winter-result.ts';
import type { AmbitionResult, Result } from '../../../sim/result.ts';

const row = (met: number, low: number, high: number, n = 100) => ({
  over: 'period',
  met,
  metInterval: [low, high] as [number, number],
  n,
  winters: [],
  metIn: [],
  summary: { n, mean: 1, sd: 0, interval: null, range: null },
});

/** The made-up winter with a share on the ready date by pathway: 20% of people with support, weighted. */
function withSupport(): Result {
  const r = winterResult();
  const one = (measure: string, scope: string, value: number) => ({
    measure,
    scope,
    summary: { ...summarise([value, value]) },
    winters: [value, value],
  });
  const shares: [string, number, number][] = [
    ['P1', 300, 0.3],
    ['P2', 200, 0.1],
    ['P3', 100, 0.1],
  ];
  const others = r.measures.filter((m) => m.measure !== 'on-ready-date');
  return {
    ...r,
    measures: [
      ...others,
      one('on-ready-date', 'all', 0.93),
      ...shares.flatMap(([p, n, ready]) => [one('discharges', `pathway:${p}`, n), one('on-ready-date', `pathway:${p}`, ready)]),
    ],
  };
}

describe('a chance in words', () => {
  it.each([
    [0.95, 0.9, 0.99, 'Very likely to be met'],
    [0.7, 0.6, 0.8, 'Likely to be met'],
    [0.55, 0.45, 0.65, 'Could go either way'],
    [0.3, 0.2, 0.4, 'Unlikely to be met'],
    [0.02, 0, 0.07, 'Very unlikely to be met'],
  ])('%d (%d to %d) is called: %s', (met, low, high, word) => {
    expect(judge(row(met, low, high)).word).toBe(word);
  });

  it('is only met or missed in one replication, and nothing without a value', () => {
    expect(judge(row(1, 0.2, 1, 1)).word).toBe('Met');
    expect(judge(row(0, 0, 0.8, 1)).word).toBe('Missed');
    expect(judge({ ...row(0, 0, 1), summary: null }).word).toBe('No value');
  });
});

describe('the answer', () => {
  it('holds the ambition against what is reached, with chance and range', () => {
    const { verdict, sentences } = answerOf(winterResult());
    expect(verdict).toBe('Unlikely to be met');
    expect(sentences[0]).toMatch(
      /^“Delayed days” \(bed-days delayed in January to March 2018\): [\d,]+ days on average \(9 in 10 winters: [\d,]+ to [\d,]+\), against at most 3,433 days\. 29 of 100 simulated winters meet it, a chance of 29% \(95% interval of that chance: 21% to 37%\)\.$/,
    );
  });

  it('speaks of no range and no chance after one replication', () => {
    const text = answerOf(winterResult({ replications: 1 })).sentences.join(' ');
    expect(text).toContain('one winter says nothing about the chance');
    expect(text).not.toMatch(/9 in 10|interval/);
  });

  it('gives the forecast where there is no ambition, and says when nobody is delayed', () => {
    const { verdict, sentences } = answerOf(winterResult({ ambitions: false, pressure: 0 }));
    expect(verdict).toBe('The forecast');
    expect(sentences[0]).toBe(
      'Nobody with no criteria to reside is left in an acute bed overnight, 1 October 2017 to 31 March 2018.',
    );
  });
});

describe('several targets', () => {
  const likely = judge(row(0.7, 0.6, 0.8));
  const open = judge(row(0.55, 0.45, 0.65));
  const unlikely = judge(row(0.3, 0.2, 0.4));

  it('are counted word by word, so that none hides behind another', () => {
    expect(overall([likely, likely, likely, open, open, open, unlikely, judge(row(0.02, 0, 0.07))])).toBe(
      'Of eight targets, three are likely to be met, three could go either way, one is unlikely to be met and one is very unlikely to be met',
    );
    expect(overall([likely, judge(row(0.95, 0.9, 0.99))])).toBe('Both targets are likely to be met');
    expect(overall([open, open])).toBe('Both targets could go either way');
    expect(overall([judge(row(1, 0.2, 1, 1)), judge(row(0, 0, 0.8, 1))])).toBe('Of two targets, one is met and one is missed');
  });

  it('never show a mean as if it were the target', () => {
    expect(apart(40.2, 40, 'people')).toBe('40.2');
    expect(apart(0.8004, 0.8, 'share')).toBe('80.04%');
    expect(apart(41, 40, 'people')).toBe('41');
    expect(apart(40, 40, 'people')).toBe('40');
  });
});

describe('who leaves on the ready date', () => {
  it('is told apart for those who need support', () => {
    const text = answerOf(withSupport()).sentences.join(' ');
    expect(text).toContain('93.0% of people leave on their ready date, of those who need support (P1 to P3) 20.0%;');
    expect(tilesOf(withSupport()).find((t) => t.title === 'Leave on their ready date')?.detail).toContain(
      'need support (P1 to P3): 20.0%',
    );
  });
});

describe('the summary for the terminal', () => {
  it('is about ten lines of at most 80 columns, the answer first', () => {
    const text = summary(
      winterResult({ name: 'A name that is much longer than a line of a terminal, and goes on for as long again as it can' }),
    );
    expect(text.split('\n').length).toBeLessThanOrEqual(16);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).toMatch(/Unlikely to be met\. “Delayed days” \(bed-days\s+delayed/);
  });

  it('passes no control character of the scenario on to the terminal', () => {
    expect(summary(winterResult({ text: '\u001b[31mred\u0007' }))).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it('says what was set on the command line', () => {
    const r = winterResult();
    const set: Result = {
      ...r,
      values: [
        ...r.values,
        {
          path: 'run.seed',
          written: '7',
          value: '7',
          origin: 'command line',
          note: null,
          confidence: null,
          at: '--set run.seed',
        },
      ],
    };
    expect(summary(set)).toContain('With --set run.seed=7');
    expect(summary(r)).not.toContain('With --set');
    expect(compareSummary([r, set], winterComparison([r, set]))).toMatch(/^2 .*\(with\s+--set run\.seed=7\)/m);
  });

  it('gives the hardest targets first and says how many it leaves out', () => {
    const r = winterResult();
    const target = (met: number): AmbitionResult => ({
      ...(r.ambitions[0] as AmbitionResult),
      name: `t${met}`,
      label: `Target ${met}`,
      rows: [{ ...row(met, met, met), over: 'period' }],
    });
    const many: Result = { ...r, ambitions: [0.9, 0.8, 0.1, 0.7, 0.6, 0.5].map(target) };
    const text = compareSummary([many, many], winterComparison([many, many]));
    expect(text.indexOf('Target 0.1')).toBeLessThan(text.indexOf('Target 0.5'));
    expect(text).not.toContain('Target 0.9');
    expect(text).toContain('and two targets more in comparison.html');
  });

  it('compares with the base, and says where a difference may be chance', () => {
    const results = [
      winterResult(),
      winterResult({ name: 'More pressure', pressure: 1.2 }),
      winterResult({ name: 'Other people', seed: '2' }),
    ];
    const text = compareSummary(results, winterComparison(results));
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).toMatch(/^2 More pressure: /m);
    expect(text).toMatch(/Bed-days delayed, 2 against 1 \(95% interval\): \+[\d,]+ \(/);
    expect(text).toMatch(/Bed-days delayed, 3 against 1 \(95% interval\): none/);
  });
});
