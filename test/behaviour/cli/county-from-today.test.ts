import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { workbookBytes } from '../../../data/workbook.ts';
import type { Result } from '../../../sim/result.ts';
import { workbookRows } from '../../fixtures/workbook-rows.ts';
import { d2a, emptyFolder, filesIn, textOf } from './d2a.ts';

/** Fenland, a county that does not exist: three places and two hospitals, busy (Homefirst at 95% of its hours, step-down at 94%), and 38 people who wait. */
const COUNTY = `
extends: three-hospitals.yaml
name: Fenland, from today
question: Do the 38 people who wait today get home?
period: {start: 2025-10-06, length: 8 weeks}
run: {warm-up: removed, replications: 8, seed: 1}
hospitals: {Over-the-border: removed}
services:
  homefirst-north: {commissioned: {value: 960 h/week, assumption: example}}
  homefirst-south: {commissioned: {value: 1260 h/week, assumption: example}}
  step-down: {beds: {value: 26 beds, assumption: example}}
changes: {extra-hours: removed}
ambitions:
  home-on-the-day: removed
  north-goes-home: removed
  few-wait: {label: Few people delayed, measure: no-criteria-to-reside, at most: 16 people}
`;

const WAITING = `
start-from:
  hospitals:
    North-General:
      waiting:
        P1: {places: {north: 14 people, middle: 5 people}, waited: {fixed: 2 days}}
        P2: {people: 4 people, waited: {fixed: 6 days}}
    South-Infirmary:
      waiting:
        P1: {people: 12 people, waited: {fixed: 3 days}}
        P3: {people: 3 people, waited: {fixed: 4 days}}
`;

/** The same 38, and everybody else: who is in an acute bed without a pathway yet, at which provider, and who stays in step-down though it is over. */
const CENSUS = `where,state,pathway,place,next,days,people
North-General,in-stay,,,,2,40
North-General,in-stay,,,,7,38
North-General,in-stay,P2,,,10,8
North-General,in-stay,,south,,20,14
North-General,in-process,,,,1,4
North-General,waiting,P1,north,,2,14
North-General,waiting,P1,middle,,2,5
North-General,waiting,P2,,,6,4
South-Infirmary,in-stay,,,,3,40
South-Infirmary,in-stay,,,,12,33
South-Infirmary,in-process,,,,,3
South-Infirmary,waiting,P1,,,3,12
South-Infirmary,waiting,P3,,,4,3
homefirst-north,in-service,,,,,93
homefirst-north,in-service,,south,,8,3
homefirst-south,in-service,,,,,126
step-down,in-service,,,,,22
step-down,waiting-for-next,,,home-care,5,4
`;

const kinds = (result: Result) => result.warnings.map(({ kind }) => kind);
const chance = (result: Result) => result.ambitions[0]?.rows[0]?.met ?? Number.NaN;

describe('a county with three places, two hospitals and a census is told at each step, and never green while wrong', {
  timeout: 240_000,
}, () => {
  const folder = async (start: string): Promise<string> => {
    const cwd = emptyFolder();
    expect((await d2a(['init', '.', '--places', '--start', '2025-10-06'], { cwd })).code).toBe(0);
    writeFileSync(path.join(cwd, 'fenland.yaml'), `${COUNTY}${start}`);
    writeFileSync(path.join(cwd, 'census.csv'), CENSUS);
    return cwd;
  };
  const run = async (start: string): Promise<{ result: Result; out: string; page: string }> => {
    const cwd = await folder(start);
    const { code, out, err } = await d2a(['run', 'fenland.yaml', '--format', 'json,html', '--out', 'out'], { cwd });
    expect(code, err).toBe(0);
    return {
      result: JSON.parse(textOf(cwd, 'out', 'result.json')) as Result,
      out: out.replaceAll(/\s+/g, ' '),
      page: textOf(cwd, 'out', 'report.html'),
    };
  };

  test('only the people waiting: refused, everything that is not counted is named, and nothing is written', async () => {
    const cwd = await folder(WAITING);
    const { code, err } = await d2a(['run', 'fenland.yaml', '--out', 'out'], { cwd });
    expect(code).toBe(2);
    for (const part of [
      'North-General: in-stay of P0, P1, P2, P3; North-General: in-process of P1, P2, P3',
      'South-Infirmary: in-stay',
      'step-down: in-service',
      'homefirst-north: in-service',
      'homefirst-south: in-service',
      'not-counted: empty',
      'not-counted: from flow balance',
    ]) {
      expect(err).toContain(part);
    }
    expect(filesIn(cwd)).not.toContain('out/result.json');
  });

  test('the rest empty, as the author says: it may look well, and the terminal, the report and the result say that it starts too empty', async () => {
    const { result, out, page } = await run(`${WAITING}  not-counted: empty\n`);
    expect(chance(result)).toBeGreaterThan(0.5);
    expect(kinds(result).filter((kind) => kind === 'starts-far-from-load')).toHaveLength(2);
    for (const text of [out, page.replaceAll(/\s+/g, ' ')]) {
      expect(text).toContain(
        'The period begins emptier than the plan’s own flow makes it, so waits and delays in its first weeks come out too low. North General, acute beds: nobody at the start, 106 by',
      );
      expect(text).toContain('Homefirst: 31 waiting, places free for 222.');
    }
  });

  test('the rest from flow balance: nothing starts far from its load, the numbers are named as not counted, and it is no longer likely to be met', async () => {
    const { result, out, page } = await run(`${WAITING}  not-counted: from flow balance\n`);
    expect(kinds(result)).toContain('start-filled');
    expect(kinds(result)).not.toContain('starts-far-from-load');
    expect(out).toContain('The start is filled from flow balance for 429 of the 467 people present');
    expect(page).toContain('filled from flow balance, not counted');
    const filled = (where: string) => result.values.find(({ path }) => path === `start-from.${where}.people`);
    expect(filled('services.homefirst-north.in-service')).toMatchObject({
      value: '96 people',
      origin: 'assumption',
      note: expect.stringContaining('not counted'),
    });
    expect(filled('services.homefirst-south.in-service')?.value).toBe('126 people');
    expect(chance(result)).toBeLessThan(0.2);
  });

  test('the whole census, by place, with pathways nobody knows yet and people kept for want of home care: no warning of the start, and the answer', async () => {
    const { result, out } = await run('start-from: {people: census.csv}\n');
    expect(kinds(result).filter((kind) => kind.startsWith('start'))).toEqual([]);
    expect(out).not.toContain('flow balance');
    expect(chance(result)).toBe(0);
    const first = (measure: string, scope: string) =>
      result.byDay.find((it) => it.measure === measure && it.scope === scope)?.values[0]?.mean ?? Number.NaN;
    expect(first('no-criteria-to-reside', 'all')).toBeGreaterThan(25);
    expect(first('in-service', 'service:step-down')).toBeGreaterThan(22);
    expect(result.checks.every(({ passed }) => passed)).toBe(true);
  });

  test('validate and explain say the same before anything runs', async () => {
    const cwd = await folder(`${WAITING}  not-counted: from flow balance\n`);
    const explained = (await d2a(['explain', 'fenland.yaml'], { cwd })).out.replaceAll(/\s+/g, ' ');
    expect(explained).toContain('Filled from flow balance, not counted (people a day × mean stay on the first day');
    expect(explained).toContain('Homefirst North: 96 in the service');
    expect(explained).toContain(
      'start-from.services.step-down.in-service.people: 26 people assumption: filled from flow balance, not counted',
    );
    expect((await d2a(['explain', 'fenland.yaml', 'start-from.services'], { cwd })).out).toContain('126 people');
    writeFileSync(path.join(cwd, 'fenland.yaml'), `${COUNTY}${WAITING}  not-counted: empty\n`);
    expect((await d2a(['validate', 'fenland.yaml'], { cwd })).out.replaceAll(/\s+/g, ' ')).toContain(
      'Warning: The period begins emptier',
    );
  });
});

test('the workbook of d2a template takes a start as rows of the Plan sheet: what is not counted is told by its cell', {
  timeout: 240_000,
}, async () => {
  const cwd = emptyFolder();
  await d2a(['template'], { cwd });
  const file = path.join(cwd, 'plan.xlsx');
  const sheets = workbookRows(readFileSync(file));
  const plan = sheets.find(({ name }) => name === 'Plan')?.rows ?? [];
  const warmUp = plan.find(([key]) => key === 'run.warm-up');
  if (warmUp) plan.splice(plan.indexOf(warmUp), 1);
  plan.push(
    ['start-from.services.homefirst.in-service.people', '240 people'],
    ['start-from.hospitals.General.waiting.P1.people', '12 people'],
  );
  const row = plan.length - 1;
  writeFileSync(file, await workbookBytes(sheets));
  const refused = await d2a(['validate', 'plan.xlsx'], { cwd });
  expect(refused.code).toBe(2);
  expect(refused.err).toContain(`plan.xlsx, sheet Plan, cell B${row}  start-from`);
  expect(refused.err).toContain('General: in-stay of P0, P1, P2, P3; General: in-process of P1, P2, P3; step-down: in-service.');
  plan.push(
    ['start-from.not-counted', 'from flow balance'],
    ['start-from.hospitals.General.in-stay.unknown.people', '150 people'],
  );
  writeFileSync(file, await workbookBytes(sheets));
  const explained = (await d2a(['explain', 'plan.xlsx'], { cwd })).out.replaceAll(/\s+/g, ' ');
  expect(explained).toContain(
    'Our general hospital: 150 in their clinical stay, 12 waiting in a bed for what comes next; Homefirst: 240 in the service',
  );
  expect(explained).toContain('Filled from flow balance, not counted');
});
