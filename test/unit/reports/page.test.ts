import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../../sim/result.ts';
import { figuresOf } from '../../../reports/figures/index.ts';
import { renderComparison, renderReport, summary, tableCsv, tables } from '../../../reports/index.ts';
import { winterComparison } from '../../fixtures/winter-comparison.ts';
import { winterResult } from '../../fixtures/winter-result.ts';
import { bytesOf } from './bytes-of.ts';

/** A result in which nothing happened: no services, nobody discharged, no whole week. */
function empty(): Result {
  const r = winterResult({ ambitions: false });
  return {
    ...r,
    byWeek: [],
    byMonth: [],
    byDay: [],
    capacity: [],
    stays: [],
    delays: [],
    checks: [],
    warnings: [],
    values: [],
    inputs: [],
    calendar: { ...r.calendar, weeks: [], months: [{ month: '2017-10', days: 3 }], days: [] },
    definitions: [],
    measures: r.measures.map((m) => ({ ...m, summary: null, winters: m.winters.map(() => null) })),
    scenario: { ...r.scenario, days: 3, services: [], pathways: [], arrivals: [], question: null },
  };
}

/** The same result over so long a time that weeks and days are too many to draw. */
function long(): Result {
  const r = winterResult();
  const weeks = Array.from({ length: 260 }, (_, i) => r.calendar.weeks[i % 26] ?? '');
  const days = Array.from({ length: 1820 }, (_, i) => r.calendar.days[i % 182] ?? '');
  return { ...r, scenario: { ...r.scenario, days: 1820 }, calendar: { ...r.calendar, weeks, days } };
}

function unlimited(): Result {
  const r = winterResult();
  return {
    ...r,
    capacity: r.capacity.map((c) => ({ ...c, byWeek: c.byWeek.map(() => 'unlimited' as const) })),
    byWeek: r.byWeek.filter((m) => m.measure !== 'hours-commissioned'),
  };
}

describe('the page', () => {
  it('is one file under 2.5 MB that names no address and repeats to the byte', async () => {
    const html = await renderReport(winterResult());
    const apart = [winterResult({ parts: true }), winterResult({ parts: true, name: 'More', pressure: 1.2 })] as const;
    for (const page of [html, await renderReport(apart[0]), await renderComparison([...apart], winterComparison([...apart]))])
      expect(Buffer.byteLength(page)).toBeLessThan(2_500_000);
    const own = html.replace(/<script type="text\/plain"[\s\S]*?<\/script>/, '');
    expect(own).not.toMatch(/https?:\/\/|src=|@import|url\(/);
    expect(await renderReport(winterResult())).toBe(html);
  });

  it('allows exactly its own script and the chart library', async () => {
    const html = await renderReport(winterResult());
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
    const library = gunzipSync(bytesOf(/id="plotly">([^<]+)</.exec(html)?.[1] ?? ''));
    const hashes = [script, library].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashes.join(' ')}`,
      "style-src 'unsafe-inline'",
      'img-src data: blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it.each([
    ['an empty result', empty()],
    ['a long period', long()],
    ['unlimited capacity', unlimited()],
    ['one replication', winterResult({ replications: 1 })],
    ['nobody delayed', winterResult({ pressure: 0 })],
  ])('copes with %s', async (_, result) => {
    const html = await renderReport(result);
    expect(html.replace(/<script[\s\S]*?<\/script>/g, '')).not.toMatch(/NaN|undefined|Infinity|null/);
    expect(summary(result)).not.toMatch(/NaN|undefined|Infinity/);
    for (const table of tables(result)) expect(tableCsv(table)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('says that ranges from fewer than 200 replications are rough, and not from 200', async () => {
    expect(await renderReport(winterResult({ replications: 199 }))).toContain('ranges here are rough');
    expect(await renderReport(winterResult({ replications: 200 }))).not.toContain('ranges here are rough');
  });

  it('gives every figure an id of its own and a finding', () => {
    const figures = figuresOf(winterResult());
    expect(new Set(figures.map((f) => f.id)).size).toBe(figures.length);
    for (const f of figures) expect(f.title.length).toBeGreaterThan(10);
  });

  it('compares a scenario with itself without claiming a difference', async () => {
    const r = winterResult();
    const html = await renderComparison([r, { ...r, scenario: { ...r.scenario, name: 'The same' } }], winterComparison([r, r]));
    expect(html).toContain('exactly the same');
    expect(html).toContain('No value differs.');
  });
});
