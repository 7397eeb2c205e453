import { describe, expect, test } from 'vitest';
import { eventsCsv } from '../../../cli/events-csv.ts';
import { folderName, uniqueFolderNames } from '../../../cli/names.ts';
import { progress, progressLine } from '../../../cli/progress.ts';
import { harmless } from '../../../cli/terminal.ts';
import { exitCodeOf, failedChecks, missedAmbitions, missedSentence } from '../../../cli/verdict.ts';
import { wrap } from '../../../cli/wrap.ts';
import type { Result } from '../../../sim/result.ts';

describe('folder names', () => {
  test.each([
    ['plans/winter.yaml', 'winter'],
    ['../../etc/passwd', 'passwd'],
    ['a b & c.yaml', 'a-b-c'],
    ['...yaml', 'scenario'],
    ['CON.yaml', 'scenario-CON'],
    ['nul.backup.yaml', 'scenario-nul.backup'],
    ['Hôpital №1.yaml', 'Hôpital-1'],
    [`${'x'.repeat(300)}.yaml`, 'x'.repeat(60)],
    ['<>.yaml', 'scenario'],
  ])('%s is called %s', (file, name) => expect(folderName(file)).toBe(name));

  test('are different even where the disk ignores case', () => {
    expect(uniqueFolderNames(['a/plan.yaml', 'b/Plan.yaml', 'c/plan-2.yaml'], [])).toEqual(['plan', 'Plan-2', 'plan-2-2']);
    expect(uniqueFolderNames(['comparison.html.yaml'], ['comparison.html'])).toEqual(['comparison.html-2']);
  });
});

describe('progress', () => {
  test('tells no time left before it can know it', () => {
    expect(progressLine(1, 200, 900)).toBe('Simulating: 1 of 200 replications (0%)');
    expect(progressLine(50, 200, 10_000)).toBe('Simulating: 50 of 200 replications (25%), about 30 s left');
    expect(progressLine(50, 200, 100_000)).toBe('Simulating: 50 of 200 replications (25%), about 5 min left');
    expect(progressLine(200, 200, 10_000)).toBe('Simulating: 200 of 200 replications (100%)');
  });

  test('rewrites one line, at most ten times a second, and takes it away', () => {
    const { written, stream } = terminal();
    let time = 1000;
    const shown = progress(stream, () => time);
    for (let done = 1; done <= 100; done++) {
      shown.step(done, 100);
      time += 10;
    }
    shown.clear();
    expect(written.length).toBeLessThanOrEqual(13);
    expect(written.every((text) => text.startsWith('\r\u001b[2K') && !text.includes('\n'))).toBe(true);
    expect(written.at(-1)).toBe('\r\u001b[2K');
  });
});

test('a line is broken at spaces and never inside a word', () => {
  expect(wrap('one two three', '  ', 9)).toBe('one two\n  three');
  expect(wrap('  one two', '    ', 5)).toBe('  one\n    two');
  expect(wrap('a-very-long-word and', '', 5)).toBe('a-very-long-word\nand');
});

test('control characters are shown, not obeyed', () => {
  expect(harmless('a\u001b[31mb\u0007\u009b\u202e\r\nc\td')).toBe('a?[31mb???\nc\td');
});

test('a cell that a spreadsheet would take for a formula is text', () => {
  expect(eventsCsv([{ time: 0.5, person: 3, what: '=1+1', where: 'a, "b"', words: 'add' }])).toBe(
    '\uFEFFtime_days,person,what,where,in_words\r\n0.5,3,\'=1+1,"a, ""b""",add\r\n',
  );
});

test('an ambition is missed where fewer than half of the replications meet it', () => {
  const summary = { n: 10, mean: 1, sd: 0, interval: null, range: null };
  const row = (met: number, value: typeof summary | null = summary) => ({
    over: '2024-01',
    summary: value,
    met,
    metInterval: [0, 1],
    n: 10,
  });
  const result = {
    scenario: { name: 'Plan' },
    ambitions: [{ name: 'a', label: 'Few waiting', rows: [row(0.5), row(0.4), row(0.004), row(0, null)] }],
  };
  expect(missedAmbitions(result as unknown as Result).map(missedSentence)).toEqual([
    'Ambition missed in Plan: Few waiting, January 2024: met in 40% of 10 replications.',
    'Ambition missed in Plan: Few waiting, January 2024: met in under 1% of 10 replications.',
    'Ambition missed in Plan: Few waiting, January 2024: nothing to measure it by.',
  ]);
});

test('a failed self-check ends with 4, asked for or not, and before a missed ambition', () => {
  const check = { name: 'people', what: 'people in = out + inside', passed: false, worst: 2 };
  const result = {
    scenario: { name: 'Plan' },
    ambitions: [{ name: 'a', label: 'A', rows: [{ over: 'period', summary: null, met: 0, n: 1 }] }],
    checks: [check],
  };
  const bad = result as unknown as Result;
  const missed = { ...result, checks: [{ ...check, passed: true }] } as unknown as Result;
  expect(failedChecks(bad)).toEqual(['Self-check failed in Plan: people: people in = out + inside (off by 2).']);
  expect([
    exitCodeOf([bad], false),
    exitCodeOf([missed, bad], true),
    exitCodeOf([missed], true),
    exitCodeOf([missed], false),
  ]).toEqual([4, 4, 3, 0]);
});

function terminal(): { written: string[]; stream: NodeJS.WriteStream } {
  const written: string[] = [];
  const stream = { isTTY: true, columns: 80, write: (text: string) => written.push(text) > 0 };
  return { written, stream: stream as unknown as NodeJS.WriteStream };
}
