import { describe, expect, it } from 'vitest';
import { compareSummary, summary } from '../../../reports/index.ts';
import { answerOf } from '../../../reports/words/answer.ts';
import { judge } from '../../../reports/words/chance.ts';
import { winterComparison } from '../../fixtures/winter-comparison.ts';
import { winterResult } from '../../fixtures/winter-result.ts';

const row = (met: number, low: number, high: number, n = 100) => ({ over: 'period', met, metInterval: [low, high] as [number, number], n, summary: { n, mean: 1, sd: 0, interval: null, range: null } });

describe('a chance in words', () => {
  it.each([
    [0.95, 0.9, 0.99, 'Very likely to be met'], [0.7, 0.6, 0.8, 'Likely to be met'], [0.55, 0.45, 0.65, 'Could go either way'],
    [0.3, 0.2, 0.4, 'Unlikely to be met'], [0.02, 0, 0.07, 'Very unlikely to be met'],
  ])('%d (%d to %d) is called: %s', (met, low, high, word) => { expect(judge(row(met, low, high)).word).toBe(word); });

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
    expect(sentences[0]).toMatch(/^Bed-days delayed in January to March 2018: [\d,]+ days on average \(9 in 10 winters: [\d,]+ to [\d,]+\), against at most 3,433 days\. 29 of 100 simulated winters meet it, a chance of 29% \(95% interval of that chance: 21% to 37%\)\.$/);
  });

  it('speaks of no range and no chance after one replication', () => {
    const text = answerOf(winterResult({ replications: 1 })).sentences.join(' ');
    expect(text).toContain('one winter says nothing about the chance');
    expect(text).not.toMatch(/9 in 10|interval/);
  });

  it('gives the forecast where there is no ambition, and says when nobody is delayed', () => {
    const { verdict, sentences } = answerOf(winterResult({ ambitions: false, pressure: 0 }));
    expect(verdict).toBe('The forecast');
    expect(sentences[0]).toBe('Nobody with no criteria to reside is left in an acute bed overnight, 1 October 2017 to 31 March 2018.');
  });
});

describe('the summary for the terminal', () => {
  it('is about ten lines of at most 80 columns, the answer first', () => {
    const text = summary(winterResult({ name: 'A name that is much longer than a line of a terminal, and goes on for as long again as it can' }));
    expect(text.split('\n').length).toBeLessThanOrEqual(16);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).toMatch(/Unlikely to be met\. Bed-days delayed/);
  });

  it('passes no control character of the scenario on to the terminal', () => {
    expect(summary(winterResult({ text: '\u001b[31mred\u0007' }))).not.toMatch(/(?!\n)\p{Cc}/u);
  });

  it('compares with the base, and says where a difference may be chance', () => {
    const results = [winterResult(), winterResult({ name: 'More pressure', pressure: 1.2 }), winterResult({ name: 'Other people', seed: '2' })];
    const text = compareSummary(results, winterComparison(results));
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(text).toMatch(/^2 More pressure: /m);
    expect(text).toMatch(/Bed-days delayed, 2 against 1 \(95% interval\): \+[\d,]+ \(/);
    expect(text).toMatch(/Bed-days delayed, 3 against 1 \(95% interval\): none/);
  });
});
