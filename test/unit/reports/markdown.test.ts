import { describe, expect, test } from 'vitest';
import { comparisonMarkdown, markdown } from '../../../reports/index.ts';
import { plainText } from '../../../reports/markdown/syntax.ts';
import { winterComparison } from '../../fixtures/winter-comparison.ts';
import { winterResult } from '../../fixtures/winter-result.ts';

describe('a report in Markdown', () => {
  const text = markdown(winterResult());

  test('begins with the name and the answer, and ends with where it is from', () => {
    expect(text).toMatch(/^# Coventry D2A, winter 2017\/18\n/);
    expect(text.indexOf('## At a glance')).toBeLessThan(text.indexOf('## Limitations'));
    expect(text).toMatch(/## Provenance\n\n[\s\S]*- Input [^\n]*SHA-256 [0-9a-f]+, [\d,]+ bytes\n$/);
  });

  test('has tables with as many cells in every row', () => {
    const tables = text.split('\n\n').filter((part) => part.startsWith('|'));
    expect(tables.length).toBeGreaterThan(5);
    for (const table of tables)
      expect(new Set(table.split('\n').map((row) => row.split(/(?<!\\)\|/).length)).size, table).toBe(1);
  });

  test('answers the questions of a commissioner that the run can answer', () => {
    expect(text).toMatch(/## What commissioners ask\n\n### 1\. [^\n]+\n\n- [^\n]+/);
  });

  test('leaves long tables to the CSV', () => {
    expect(text).toMatch(/\*182 rows: tables\/figure-no-criteria-to-reside\.csv\*/);
  });
});

test('no text of a scenario becomes HTML, a link, a heading or a row of its own', () => {
  const text = markdown(winterResult({ text: '<img src=x onerror=alert(1)> [a](javascript:x) | b\n# c' }));
  expect(text).not.toMatch(/(?<!\\)<img|(?<!\\)\[a(?<!\\)\]\(|^# c/m);
  expect(plainText('1. first')).toBe('1\\. first');
  expect(plainText('0.23')).toBe('0.23');
  expect(plainText('- https://x')).toBe('\\- https:\\//x');
});

test('a comparison tells the difference and its interval', () => {
  const results = [winterResult(), winterResult({ name: 'More', pressure: 1.2 })];
  const text = comparisonMarkdown(results, winterComparison(results));
  expect(text).toMatch(/^# Coventry D2A, winter 2017\/18 \/ More\n/);
  expect(text).toContain('95% interval');
  expect(text).toContain('## Provenance: More');
});
