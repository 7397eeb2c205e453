import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { eventsCsv } from '../../../cli/events-csv.ts';
import { folderName, uniqueFolderNames } from '../../../cli/names.ts';
import { progress } from '../../../cli/progress.ts';
import { harmless } from '../../../cli/terminal.ts';
import { lineOf, rounded } from '../../../cli/time-left.ts';
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
  const line = (done: number, most: number, ms: number, mayStopEarly = false) =>
    lineOf({ what: 'Simulating', done, most, mayStopEarly }, { ms, done });

  test('tells no time left before it can know it', () => {
    expect(line(50, 200, 4_900)).toBe('Simulating: 50 of 200 replications');
    expect(line(7, 200, 60_000)).toBe('Simulating: 7 of 200 replications');
    expect(line(50, 200, 10_000)).toBe('Simulating: 50 of 200 replications, about 30 seconds left');
    expect(line(200, 200, 10_000)).toBe('Simulating: 200 of 200 replications');
  });

  test('is a limit where a precision or a search may end sooner', () => {
    expect(line(1_000, 15_400, 100_000, true)).toBe('Simulating: 1,000 of at most 15,400 replications, at most 25 minutes left');
    expect(line(640, 640, 100_000, true)).toBe('Simulating: 640 of 640 replications');
    expect(line(99_999, 100_000, 1e9, true).length).toBeLessThan(80);
  });

  test.each([
    [200, '5 seconds'],
    [31_000, '35 seconds'],
    [56_000, '1 minute'],
    [61_000, '1.5 minutes'],
    [123_000, '2.5 minutes'],
    [6.2 * 60_000, '7 minutes'],
    [11 * 60_000, '15 minutes'],
    [50 * 60_000, '50 minutes'],
    [56 * 60_000, '1 hour'],
    [61 * 60_000, '1.5 hours'],
    [3 * 3_600_000, '3 hours'],
  ])('%i ms is rounded up to %s', (ms, text) => expect(rounded(ms)).toBe(text));

  test('the pace is that since the first report: starting up, and what an earlier search left, are no part of it', () => {
    const { written, stream } = terminal();
    let time = 0;
    const shown = progress(stream, () => time);
    shown.phase('Simulating');
    time = 60_000;
    shown.step(100, 200);
    time = 70_000;
    shown.step(150, 200);
    expect(written.at(-1)).toContain('150 of 200 replications, about 10 seconds left');
  });

  test('where nothing is a terminal: nothing for half a minute, then a line every half minute, until the end', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { written, stream } = terminal({ isTTY: false });
    const shown = progress(stream);
    shown.phase('Reading the scenarios');
    for (let done = 0; done <= 40; done += 4) {
      vi.advanceTimersByTime(2_900);
      shown.step(done, 200);
    }
    expect(written).toEqual(['Simulating: 36 of 200 replications, about 2.5 minutes left\n']);
    vi.advanceTimersByTime(60_000);
    expect(written.slice(1)).toEqual([
      'Simulating: 40 of 200 replications, about 4 minutes left\n',
      'Simulating: 40 of 200 replications, about 6 minutes left\n',
    ]);
    shown.clear();
    vi.advanceTimersByTime(600_000);
    expect(written.length).toBe(3);
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
    calendar: { months: [{ month: '2024-01', days: 31 }] },
    ambitions: [{ name: 'a', label: 'Few waiting', rows: [row(0.5), row(0.4), row(0.004), row(0, null)] }],
  };
  const plan = result as unknown as Result;
  expect(missedAmbitions(plan).map((one) => missedSentence(plan, one))).toEqual([
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
    queues: [],
    warnings: [],
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

function terminal({ isTTY = true } = {}): { written: string[]; stream: NodeJS.WriteStream } {
  const written: string[] = [];
  const stream = { isTTY, columns: 80, write: (text: string) => written.push(text) > 0 };
  return { written, stream: stream as unknown as NodeJS.WriteStream };
}
