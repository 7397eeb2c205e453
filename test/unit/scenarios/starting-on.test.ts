import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { filesOnDisk } from '../../../data/files-on-disk.ts';
import { planPeriod } from '../../../cli/plan-period.ts';
import { isoDate, readDate } from '../../../data/dates.ts';
import { workbookBytes } from '../../../data/workbook.ts';
import { readScenario, startingOn, templateSheets } from '../../../scenarios/index.ts';
import { measureOptions } from '../../../sim/index.ts';

const SHIPPED = readFileSync(new URL('../../../scenarios/templates/start.yaml', import.meta.url), 'utf8');
const options = { files: filesOnDisk, measures: measureOptions() };
const folder = mkdtempSync(path.join(tmpdir(), 'd2a-start-'));
afterAll(() => rmSync(folder, { recursive: true }));

const on = (date: string, weeks: number): string => startingOn(SHIPPED, readDate(date) ?? 0, weeks);
const datesIn = (text: string) => text.match(/\d{4}-\d\d-\d\d/g);
async function read(name: string, content: string | Uint8Array) {
  writeFileSync(path.join(folder, name), content);
  return readScenario(path.join(folder, name), options);
}

test('the shipped file is its own period', () => expect(on('2025-10-01', 26)).toBe(SHIPPED));

test.each([
  ['2026-12-01', 26, ['2026-12-01', '2027-02-01', '2027-04-30']],
  ['2026-11-30', 26, ['2026-11-30', '2027-02-01', '2027-04-30']],
  ['2027-04-01', 52, ['2027-04-01', '2027-08-01', '2028-02-29']],
  ['2026-12-01', 1, ['2026-12-01', '2026-12-01', '2026-12-07']],
])('from %s for %i weeks every date follows, and the plan is valid', async (start, weeks, dates) => {
  expect(datesIn(on(start, weeks))).toEqual(dates);
  const { scenario } = await read('start.yaml', on(start, weeks));
  expect([scenario.start, scenario.days]).toEqual([start, 7 * weeks]);
});

test('a change lies inside the period, whatever the period', () => {
  for (let weeks = 1; weeks <= 60; weeks += weeks < 12 ? 1 : 7) {
    for (let start = readDate('2026-11-20') ?? 0, i = 0; i < 40; i++, start++) {
      const [first = '', from = '', to = ''] = datesIn(startingOn(SHIPPED, start, weeks)) ?? [];
      expect([first <= from, from <= to, to <= isoDate(start + 7 * weeks - 1)], `${first} ${weeks}`).toEqual([true, true, true]);
    }
  }
});

test.each([
  ['2026-12-01', 26],
  ['2026-11-30', 26],
  ['2027-03-29', 40],
])('the workbook from %s for %i weeks says the same as the file', async (start, weeks) => {
  const inYaml = await read('start.yaml', on(start, weeks));
  const inExcel = await read('plan.xlsx', await workbookBytes(await templateSheets(path.join(folder, 'start.yaml'), options)));
  expect({ ...inExcel.scenario, changes: [] }).toEqual({ ...inYaml.scenario, changes: [] });
});

test('without a start it is the coming Monday, by the clock here', () => {
  const from = (now: Date) => isoDate(planPeriod({}, now).start);
  expect([from(new Date(2026, 10, 29, 23, 59)), from(new Date(2026, 10, 30, 0, 1)), from(new Date(2026, 11, 26))]).toEqual([
    '2026-11-30',
    '2026-12-07',
    '2026-12-28',
  ]);
  expect(planPeriod({ start: 5, weeks: 3 }, new Date())).toEqual({ start: 5, weeks: 3 });
});
