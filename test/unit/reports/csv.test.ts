import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSV } from '../../../reports/page/browser/csv.ts';
import { type CsvCell, csv } from '../../../reports/tables/csv.ts';
import { slugs } from '../../../reports/figures/slug.ts';
import { comparisonTables, type DataTable, tableCsv, tables } from '../../../reports/index.ts';
import { winterComparison } from '../../fixtures/winter-comparison.ts';
import type { Result } from '../../../sim/result.ts';
import { winterResult } from '../../fixtures/winter-result.ts';

/** As the page's own script writes it. */
const csvOf = new Function(`${CSV}; return csvOf;`)() as (table: { keys: string[]; columns: CsvCell[][] }) => string;

const textOf = (table: DataTable | undefined): string => (table ? tableCsv(table) : '');
const lines = (text: string): string[] => text.split('\r\n');

describe('a CSV', () => {
  it('begins with a byte order mark and quotes what needs it', () => {
    const text = csv(
      ['a', 'b'],
      [
        ['x, "y"', 'two\nlines'],
        [null, true],
      ],
    );
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(parse(text, { bom: true })).toEqual([
      ['a', 'b'],
      ['x, "y"', 'two\nlines'],
      ['', 'true'],
    ]);
  });

  it.each(['=1+1', '+cmd', '-cmd', '@sum', '\tx', '\rx', '+12%', '＝1'])('defuses text that begins as a formula: %j', (text) => {
    expect(parse(csv(['a'], [[text]]), { bom: true })[1]).toEqual([`'${text}`]);
  });

  it('leaves numbers as numbers, negative ones too, without binary tails', () => {
    expect(lines(csv(['a', 'b', 'c'], [[-3, '-3.5', 0.1 + 0.2]]))[1]).toBe('-3,-3.5,0.3');
  });

  it('is written by the page as by a run, whatever its cells hold', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('=1', '-1', '-1.5 (-2 to -1)', '＝1', 'a "b", c\r\n'),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((v) => Number(v.toPrecision(10))),
      fc.constant(null),
    );
    const columns = fc
      .integer({ min: 1, max: 5 })
      .chain((rows) => fc.array(fc.array(cell, { minLength: rows, maxLength: rows }), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(columns, (made) => {
        const keys = made.map((_, i) => `column_${i}`);
        return (
          csvOf(JSON.parse(JSON.stringify({ keys, columns: made }))) ===
          csv(
            keys,
            (made[0] ?? []).map((_, row) => made.map((column) => column[row] ?? null)),
          )
        );
      }),
    );
  });
});

describe('the tables of a result', () => {
  const all = tables(winterResult({ text: '=HYPERLINK("http://x")' }));

  it('are named once each and have as many cells in every row', () => {
    expect(new Set(all.map((t) => t.name)).size).toBe(all.length);
    for (const table of all) expect(() => parse(tableCsv(table), { bom: true })).not.toThrow();
  });

  it('hold one row an observation with ISO dates', () => {
    const rows: Record<string, string>[] = parse(textOf(all.find((t) => t.name === 'by-week.csv')), { bom: true, columns: true });
    const one = rows.filter((r) => r['measure'] === 'no-criteria-to-reside' && r['scope'] === 'all');
    expect(one).toHaveLength(26);
    expect(one[1]).toMatchObject({ unit: 'people', week_from: '2017-10-08', n: '100' });
  });

  it('name figures after their service, say which, and hold numbers', () => {
    const table = (name: string): Record<string, string>[] =>
      parse(textOf(all.find((t) => t.name === name)), { bom: true, columns: true });
    expect(table('figure-use-short-term-beds.csv')[0]).toMatchObject({ service: 'short-term-beds', open: '83' });
    expect(table('figure-hours-home-support.csv')[0]).toMatchObject({ service: 'home-support', hours_commissioned: '1850' });
    expect(Number(table('figure-ambitions.csv')[0]?.['mean'])).toBeGreaterThan(3000);
    expect(table('figure-ambitions.csv')[0]).toMatchObject({ target: '3433', unit: 'days' });
    expect(Number(table('figure-long-stays.csv')[0]?.['mean'])).toBeLessThan(1);
    expect(table('measures.csv').find((r) => r['scope'] === 'service:home-support')?.['scope_label']).toMatch(/^home support/);
  });

  it('hold the range and the origin of what may be otherwise', () => {
    const r = winterResult();
    const ranged: Result = {
      ...r,
      values: [
        {
          path: 'pathways.P1.share',
          written: '4%',
          value: '4%',
          origin: 'assumption',
          note: 'x',
          confidence: null,
          range: { low: '3.6%', high: '4.4%' },
          at: null,
        },
        {
          path: 'ambitions.delayed-days-q4.at most',
          written: '3433 days',
          value: 'at most 3,433 days',
          origin: 'assumption',
          note: 'x',
          confidence: null,
          at: null,
        },
      ],
    };
    const text = (name: string): string => textOf(tables(ranged).find((t) => t.name === name));
    expect(parse(text('assumptions.csv'), { bom: true, columns: true })[0]).toMatchObject({ low: '3.6%', high: '4.4%' });
    expect(parse(text('ambitions.csv'), { bom: true, columns: true })[0]).toMatchObject({ origin: 'assumption' });
  });

  it('name files safely, and no two alike', () => {
    expect(slugs(['Wards A/B', 'wards a b', '../x', '日本'])).toEqual(['wards-a-b', 'wards-a-b-2', 'x', 'unnamed']);
  });

  it('compare scenarios in tidy rows, the base without a difference', () => {
    const results = [winterResult(), winterResult({ name: 'More', pressure: 1.2 })];
    const [measures, targets] = comparisonTables(results, winterComparison(results));
    const rows: Record<string, string>[] = parse(textOf(measures), { bom: true, columns: true });
    const two = rows.filter((r) => r['measure'] === 'bed-days-delayed');
    expect(two.map((r) => [r['scenario'], r['difference'] === ''])).toEqual([
      ['Coventry D2A, winter 2017/18', true],
      ['More', false],
    ]);
    expect(Number(two[1]?.['ci95_low'])).toBeLessThan(Number(two[1]?.['difference']));
    const ambitions: Record<string, string>[] = parse(textOf(targets), { bom: true, columns: true });
    expect(ambitions.map((r) => r['scenario'])).toEqual(['Coventry D2A, winter 2017/18', 'More']);
  });

  it('never let a formula of the scenario through', () => {
    for (const table of all)
      for (const row of parse(tableCsv(table), { bom: true })) for (const cell of row) expect(cell).not.toMatch(/^[=+@]/);
  });
});
