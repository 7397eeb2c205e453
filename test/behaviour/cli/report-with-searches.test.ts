import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { d2a, emptyFolder, filesIn, SMALL_PLAN, textOf } from './d2a.ts';

const PLAN = SMALL_PLAN.replace(
  'stay: {mean: 14 days,',
  'stay: {mean: {value: 14 days, assumption: nobody has counted, low: 10 days, high: 20 days},',
).replace('admissions: 6/day', 'admissions: {value: 6/day, source: the return of 2023, low: 5/day, high: 7/day}');

/** A run and its searches, made once and copied into the folder of each test. */
const made: Record<string, string> = {};
const cwd = mkdtempSync(path.join(tmpdir(), 'd2a-test-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

beforeAll(async () => {
  writeFileSync(path.join(cwd, 'plan.yaml'), PLAN);
  const ways: Record<string, string[]> = {
    'run.json': ['run', 'plan.yaml', '--format', 'json', '--out', 'run'],
    'other.json': ['run', 'plan.yaml', '--format', 'json', '--set', 'services.step-down.beds=12 beds', '--out', 'other'],
    'decision.json': ['sensitivity', 'plan.yaml', '--replications', '4', '--workers', '1', '--out', 'found'],
    'sweep.json': [
      'sweep',
      'plan.yaml',
      '--vary',
      'services.step-down.beds=9..10:1 beds',
      '--replications',
      '2',
      '--workers',
      '1',
      '--out',
      'swept',
    ],
  };
  for (const [name, way] of Object.entries(ways)) {
    const { code, err } = await d2a(way, { cwd });
    expect(code, err).toBe(0);
    made[name] = readFileSync(path.join(cwd, way.at(-1) ?? '', way[0] === 'run' ? 'result.json' : 'decision.json'), 'utf8');
  }
}, 240_000);

function withFiles(...names: string[]): string {
  const cwd = emptyFolder();
  for (const name of names) writeFileSync(path.join(cwd, name), made[name] ?? '');
  return cwd;
}

const said = (text: string): string => text.replace(/\s+/g, ' ');

test('a result with what d2a sensitivity found has the assumptions by weight in every format', async () => {
  const cwd = withFiles('run.json', 'decision.json');
  const { code, err } = await d2a(['report', 'decision.json', 'run.json', '--format', 'html,csv,md', '--out', 'drawn'], { cwd });
  expect(code, err).toBe(0);
  const drawn = path.join(cwd, 'drawn');
  expect(filesIn(drawn)).toEqual(
    expect.arrayContaining(['report.html', 'report.md', 'tables/figure-tornado-bed-days-delayed.csv']),
  );
  expect(textOf(drawn, 'tables/figure-tornado-bed-days-delayed.csv')).toMatch(
    /assumption,written,low,high,becomes_low,at_low,[\s\S]*\nAdmissions to General,6\/day,5\/day,7\/day,.*,a source,the return of 2023/,
  );
  expect(textOf(drawn, 'report.md')).toMatch(/moves bed-days delayed most: from .*\n/);
});

test('of several results it goes to the one whose run it is of', async () => {
  const cwd = withFiles('run.json', 'other.json', 'decision.json');
  const { code, err } = await d2a(['report', 'other.json', 'run.json', 'decision.json', '--format', 'csv', '--out', 'both'], {
    cwd,
  });
  expect(code, err).toBe(0);
  expect(filesIn(path.join(cwd, 'both')).filter((name) => name.includes('figure-tornado'))).toEqual([
    'run/tables/figure-tornado-bed-days-delayed.csv',
  ]);
});

test.each<[string, string[], RegExp[]]>([
  [
    'of another run',
    ['other.json', 'decision.json'],
    [
      /decision\.json is not of the same run as other\.json: bed-days-delayed in winter 1: [\d,.]+, the result has [\d,.]+; another value was set on the command line/,
    ],
  ],
  [
    'of another kind, and the same twice',
    ['run.json', 'sweep.json', 'decision.json', 'decision.json'],
    [
      /sweep\.json is what d2a sweep found; a report takes what d2a sensitivity finds/,
      /decision\.json moves the same measure as decision\.json: name one of the two/,
    ],
  ],
  [
    'two without a result',
    ['decision.json', 'sweep.json'],
    [/Name one decision\.json by itself, or with the result\.json of the same run/],
  ],
])('%s: says what is wrong and writes nothing', async (_, names, sentences) => {
  const cwd = withFiles(...new Set(names));
  const before = filesIn(cwd);
  const { code, err } = await d2a(['report', ...names], { cwd });
  for (const sentence of sentences) expect(said(err)).toMatch(sentence);
  expect({ code, files: filesIn(cwd) }).toEqual({ code: 2, files: before });
});
