import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesOnDisk } from '../../../data/files-on-disk.ts';
import { readWorkbook } from '../../../data/read-workbook.ts';
import { workbookBytes } from '../../../data/workbook.ts';
import { type Mistake, readScenario, ScenarioMistakes, templateSheets } from '../../../scenarios/index.ts';
import { measureOptions } from '../../../sim/index.ts';
import { type Rows as Sheet, workbookRows } from '../../fixtures/workbook-rows.ts';

const START = new URL('../../../scenarios/templates/start.yaml', import.meta.url).pathname;
const options = { files: filesOnDisk, measures: measureOptions() };
const folder = mkdtempSync(path.join(tmpdir(), 'd2a-workbook-'));
afterAll(() => rmSync(folder, { recursive: true }));

let template: Sheet[] = [];
beforeAll(async () => {
  template = workbookRows(await workbookBytes(await templateSheets(START, options)));
});

type Rows = Sheet['rows'];

/** The template with some cells changed, saved and read as d2a run reads it. */
async function filledIn(change: (sheet: (name: string) => Rows) => void) {
  const sheets = structuredClone(template);
  change((name) => sheets.find((one) => one.name === name)?.rows ?? []);
  const file = path.join(folder, 'plan.xlsx');
  writeFileSync(file, await workbookBytes(sheets));
  return readScenario(file, options);
}

async function mistakesOf(change: (sheet: (name: string) => Rows) => void): Promise<Mistake[]> {
  try {
    await filledIn(change);
    return [];
  } catch (error) {
    if (error instanceof ScenarioMistakes) return error.mistakes;
    throw error;
  }
}

function set(rows: Rows, row: number, heading: string, value: string | number | null): void {
  const line = rows[row] ?? [];
  const at = (rows[0] ?? []).indexOf(heading);
  while (line.length <= at) line.push(null);
  line[at] = value;
}

describe('the template', () => {
  test('says the same as the scenario in YAML that d2a init writes, change by month and all', async () => {
    const [inExcel, inYaml] = [await filledIn(() => {}), await readScenario(START, options)];
    // The extra hours have a name in YAML; here it is the months that differ.
    expect({ ...inExcel.scenario, changes: [] }).toEqual({ ...inYaml.scenario, changes: [] });
  });

  test('says where its values are from, and which file was read', async () => {
    const { values, inputs } = await filledIn(() => {});
    expect(values.find(({ path: at }) => at === 'services.homefirst.commissioned')).toMatchObject({
      written: '2900 h/week',
      origin: 'assumption',
      note: 'example',
      at: 'plan.xlsx, sheet Capacity by month, cell F2',
    });
    expect(values.find(({ path: at }) => at === 'pathways.P1.share')).toMatchObject({ value: '45%', origin: 'source' });
    expect(inputs).toMatchObject([{ file: 'plan.xlsx', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  test('begins with instructions', () => {
    expect(template[0]).toMatchObject({ name: 'Instructions', rows: expect.arrayContaining([['A plan to fill in']]) });
  });
});

describe('a plan filled in by month and week', () => {
  test('holds each month until the next one filled, and a week for its seven days only', async () => {
    const { scenario } = await filledIn((sheet) => {
      for (const month of ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03'])
        set(sheet('Capacity by month'), 1, month, null);
      set(sheet('Capacity by month'), 1, '2026-01', 3500);
      set(sheet('Capacity by week'), 1, 'week of 2025-12-24', '3,100 h/week');
    });
    // 182 days of warm-up; 24 December is day 84 of the period, 1 January day 92.
    const service = scenario.services.find(({ name }) => name === 'homefirst');
    expect(service).toMatchObject({
      commissioned: [
        { from: 0, value: 2900 },
        { from: 182 + 84, value: 3100 },
        { from: 182 + 91, value: 2900 },
        { from: 182 + 92, value: 3500 },
      ],
    });
  });

  test('counts people admitted in a month over the days of that month', async () => {
    const { scenario } = await filledIn((sheet) => {
      set(sheet('Demand by month'), 1, 'unit', 'a month');
      for (const [month, people] of [
        ['2025-10', 31 * 30],
        ['2025-11', 30 * 30],
        ['2025-12', 31 * 40],
        ['2026-01', 31 * 40],
        ['2026-02', 28 * 40],
        ['2026-03', 31 * 40],
      ] as const)
        set(sheet('Demand by month'), 1, month, people);
    });
    const changed = JSON.stringify(scenario.arrivals);
    const daily = await filledIn((sheet) => {
      for (const month of ['2025-12', '2026-01', '2026-02', '2026-03']) set(sheet('Demand by month'), 1, month, 40);
    });
    expect(changed).toBe(JSON.stringify(daily.scenario.arrivals));
  });

  test('may build on a scenario in YAML, saying only what differs', async () => {
    writeFileSync(path.join(folder, 'base.yaml'), readFileSync(START));
    const file = path.join(folder, 'more.xlsx');
    writeFileSync(
      file,
      await workbookBytes([
        {
          name: 'Plan',
          rows: [
            ['key', 'value'],
            ['extends', 'base.yaml'],
            ['name', 'More'],
          ],
        },
        {
          name: 'Capacity',
          rows: [
            ['services', 'what', 'unit', '2026-02'],
            ['step-down', 'beds', 'beds', 50],
            ['homefirst', 'commissioned', 'h/week', '3,100'],
          ],
        },
      ]),
    );
    const { scenario } = await readScenario(file, options);
    expect(scenario.name).toBe('More');
    expect(scenario.services.find(({ name }) => name === 'step-down')).toMatchObject({
      beds: [
        { from: 0, value: 40 },
        { from: 182 + 123, value: 50 },
      ],
    });
    const [homefirst] = scenario.services; // the winter money of the YAML comes on top, to the end of February
    expect(homefirst?.kind === 'hours' && homefirst.commissioned.at(-1)?.value).toBe(3100); // a cell formatted as text
  });
});

describe('mistakes in a workbook', () => {
  test('three at once, each named by sheet and cell', async () => {
    const mistakes = await mistakesOf((sheet) => {
      set(sheet('Capacity by month'), 2, '2025-10', 'lots');
      set(sheet('Services'), 1, 'package.hours', '10 hourz');
      set(sheet('Split by month'), 2, '2025-10', 0.55);
    });
    expect(mistakes).toHaveLength(3);
    const at = (cell: string) => mistakes.find((one) => one.at.endsWith(`plan.xlsx, ${cell}`));
    expect(at('sheet Services, cell E2')).toMatchObject({
      path: 'services.homefirst.package.hours',
      found: '10 hourz',
      allowed: expect.stringContaining('hours a week'),
    });
    expect(at('sheet Capacity by month, cell F3')).toMatchObject({ path: 'services.step-down.beds', found: 'lots' });
    expect(at('sheet Split by month, cell A2')).toMatchObject({ path: 'pathways', problem: expect.stringContaining('100%') });
  });

  test('an emptied first month is told at its own cell, and what the plan built upon says is enough', async () => {
    const mistakes = await mistakesOf((sheet) => {
      set(sheet('Capacity by month'), 1, '2025-10', null);
      set(sheet('Capacity by month'), 2, '2025-10', null);
      set(sheet('Capacity by month'), 2, '2025-11', 44);
    });
    expect(mistakes).toHaveLength(2);
    expect(mistakes.map(({ at, path }) => [at.split(', ').slice(1).join(', '), path])).toEqual([
      ['sheet Capacity by month, cell F2', 'services.homefirst.commissioned'],
      ['sheet Capacity by month, cell F3', 'services.step-down.beds'],
    ]);
    expect(mistakes[0]?.problem).toBe('This is empty, so nothing says what holds on the first day, 1 October 2025.');
    const { scenario } = await filledIn((sheet) => {
      sheet('Plan').push(['services.step-down.beds', '41 beds']);
      set(sheet('Capacity by month'), 2, '2025-10', null);
      set(sheet('Capacity by month'), 2, '2025-11', 44);
    });
    expect(scenario.services.find(({ name }) => name === 'step-down')).toMatchObject({
      beds: [{ from: 0, value: 41 }, { value: 44 }],
    });
  });

  test('a change by month or week is called so in reports, not by its key', async () => {
    const { values } = await filledIn((sheet) => set(sheet('Capacity by month'), 2, '2025-11', 44));
    expect(values.find(({ path }) => path === 'changes.Capacity by month 2025-11-01.label')?.value).toBe('Capacity by month');
  });

  test('a heading that is no key of the vocabulary, no date, and a sheet that does not say what it holds', async () => {
    const mistakes = await mistakesOf((sheet) => {
      sheet('Services')[0]?.splice(1, 1, 'labell');
      sheet('Capacity by month')[0]?.splice(6, 1, 'Novembre');
      sheet('Hospitals')[0]?.splice(0, 1, 'hospital');
    });
    expect(mistakes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ at: expect.stringContaining('sheet Services, cell B2'), found: 'labell', nearest: 'label' }),
        expect.objectContaining({ at: expect.stringContaining('sheet Capacity by month, cell G1'), found: 'Novembre' }),
        expect.objectContaining({
          at: expect.stringContaining('sheet Hospitals, cell A1'),
          found: 'hospital',
          nearest: 'hospitals',
        }),
      ]),
    );
  });

  test('an addition under a month, and a value said twice', async () => {
    const mistakes = await mistakesOf((sheet) => {
      set(sheet('Capacity by month'), 1, '2025-11', '+300 h/week');
      sheet('Plan').push(['services.step-down.beds', '41 beds']);
    });
    expect(mistakes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ at: expect.stringContaining('sheet Capacity by month, cell G2'), found: '+300 h/week' }),
        expect.objectContaining({
          at: expect.stringContaining('sheet Capacity by month, cell A3'),
          problem: expect.stringContaining('said already, in sheet Plan'),
        }),
      ]),
    );
  });

  test('a file that is no workbook', async () => {
    writeFileSync(path.join(folder, 'broken.xlsx'), 'not a workbook');
    await expect(readScenario(path.join(folder, 'broken.xlsx'), options)).rejects.toThrow(
      /is text, such as CSV, under the name of a workbook/,
    );
  });

  test('a workbook that would fill the memory once unpacked', async () => {
    const bytes = Buffer.from(await workbookBytes([{ name: 'Plan', rows: [['key', 'value']] }]));
    const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    bytes.writeUInt32LE(1_600_000_000, directory + 24);
    expect(() => readWorkbook(bytes)).toThrow(/is too large unpacked: 1,600 MB, at most 150 MB/);
  });
});
