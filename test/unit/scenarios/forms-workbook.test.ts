import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dateInWords, readDate } from '../../../data/dates.ts';
import { type Cell, workbookBytes } from '../../../data/workbook.ts';
import { readScenario } from '../../../scenarios/index.ts';
import { measureOptions } from '../../../sim/index.ts';
import { FORMS_WORKBOOK } from './forms-workbook.ts';
import { good } from './reading.ts';

const PLAN = good('ambitions: {a: {measure: bed-days-delayed, at most: 2 days}}\n').replace('2021-10-01', '2026-01-01');

/** A workbook of one sheet over a plan in YAML, read as d2a run reads it. */
async function withSheet(rows: Cell[][]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'd2a-forms-'));
  try {
    writeFileSync(path.join(folder, 'base.yaml'), PLAN);
    writeFileSync(path.join(folder, 'plan.xlsx'), await workbookBytes([{ name: 'Plan', rows: [['key', 'value'], ['extends', 'base.yaml']] }, { name: 'Values', rows }]));
    return await readScenario(path.join(folder, 'plan.xlsx'), { measures: measureOptions() });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const hoursOf = async (rows: Cell[][]) => {
  const [service] = (await withSheet(rows)).scenario.services;
  return service?.kind === 'hours' ? service.commissioned.at(-1) : undefined;
};
/** Where a form of each kind stands, and what the plan then says. */
const READERS: Record<string, (cell: Cell) => Promise<string>> = {
  date: async (cell) => dateInWords(readDate((await withSheet([['key', 'value'], ['period.start', cell]])).scenario.start) ?? 0),
  month: async (cell) => {
    const { scenario } = await withSheet([['key', 'value'], ['ambitions.a.in', cell]]);
    return (scenario.ambitions[0]?.months ?? []).map((month) => dateInWords(readDate(`${month}-01`) ?? 0).slice(2)).join(', ');
  },
  heading: async (cell) => {
    const from = (await hoursOf([['services', 'what', 'unit', cell], ['homefirst', 'commissioned', 'h/week', 1800]]))?.from ?? Number.NaN;
    return `from ${dateInWords((readDate('2026-01-01') ?? 0) - 10 + from)}`;
  },
  percentage: async (cell) => {
    const { scenario } = await withSheet([['pathways', 'what', 'unit', '2026-01'], ['P1', 'share', '%', cell]]);
    return `${(scenario.arrivals[0]?.mix.find(({ pathway }) => pathway === 'P1')?.share[0]?.value ?? Number.NaN) * 100}%`;
  },
  number: async (cell) => `${(await hoursOf([['services', 'what', 'unit', '2026-02'], ['homefirst', 'commissioned', 'h/week', cell]]))?.value} h/week`,
};

test.each(FORMS_WORKBOOK)('a $kind typed as $typed, kept as $kept, is read as $readAs', async ({ kind, cell, readAs }) => {
  expect(await READERS[kind]?.(cell)).toBe(readAs);
});
