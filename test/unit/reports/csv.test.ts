import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../reports/csv/csv.ts';
import { tables } from '../../../reports/index.ts';
import { winterResult } from '../../fixtures/winter-result.ts';

const lines = (text: string): string[] => text.split('\r\n');

describe('a CSV', () => {
  it('begins with a byte order mark and quotes what needs it', () => {
    const text = csv(['a', 'b'], [['x, "y"', 'two\nlines'], [null, true]]);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(parse(text, { bom: true })).toEqual([['a', 'b'], ['x, "y"', 'two\nlines'], ['', 'true']]);
  });

  it.each(['=1+1', '+cmd', '-cmd', '@sum', '\tx', '\rx', '+12%', '＝1'])('defuses text that begins as a formula: %j', (text) => {
    expect(parse(csv(['a'], [[text]]), { bom: true })[1]).toEqual([`'${text}`]);
  });

  it('leaves numbers as numbers, negative ones too, without binary tails', () => {
    expect(lines(csv(['a', 'b', 'c'], [[-3, '-3.5', 0.1 + 0.2]]))[1]).toBe('-3,-3.5,0.3');
  });
});

describe('the tables of a result', () => {
  const all = tables(winterResult({ text: '=HYPERLINK("http://x")' }));

  it('are named once each and have as many cells in every row', () => {
    expect(new Set(all.map((t) => t.name)).size).toBe(all.length);
    for (const { csv: text } of all) expect(() => parse(text, { bom: true })).not.toThrow();
  });

  it('hold one row an observation with ISO dates', () => {
    const rows: Record<string, string>[] = parse(all.find((t) => t.name === 'by-week.csv')?.csv ?? '', { bom: true, columns: true });
    const one = rows.filter((r) => r['measure'] === 'no-criteria-to-reside' && r['scope'] === 'all');
    expect(one).toHaveLength(26);
    expect(one[1]).toMatchObject({ unit: 'people', week_from: '2017-10-08', n: '100' });
  });

  it('never let a formula of the scenario through', () => {
    for (const { csv: text } of all) for (const row of parse(text, { bom: true })) for (const cell of row) expect(cell).not.toMatch(/^[=+@]/);
  });
});
