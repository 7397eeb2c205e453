import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dateInWords, readDate } from '../../../data/dates.ts';
import { type Cell, DATE_FORMAT, workbookBytes } from '../../../data/workbook.ts';
import { readScenario } from '../../../scenarios/index.ts';
import { measureOptions } from '../../../sim/index.ts';
import { type Form, inMonths, readAs } from './forms.ts';
import { good } from './reading.ts';

const PLAN = good('ambitions: {a: {measure: bed-days-delayed, at most: 2 days}}\n').replace('2021-10-01', '2026-01-01');

/** A workbook of one sheet over a plan in YAML, read as d2a run reads it. */
async function withSheet(rows: Cell[][]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'd2a-forms-'));
  try {
    writeFileSync(path.join(folder, 'base.yaml'), PLAN);
    const sheets = [{ name: 'Plan', rows: [['key', 'value'], ['extends', 'base.yaml']] }, { name: 'Values', rows }];
    writeFileSync(path.join(folder, 'plan.xlsx'), await workbookBytes(sheets));
    return await readScenario(path.join(folder, 'plan.xlsx'), { measures: measureOptions() });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const keyed = async (key: string, value: Cell): Promise<string> => {
  const { values } = await withSheet([['key', 'value'], [key, value]]);
  return values.find((one) => one.path === key)?.value ?? 'nothing';
};
const month = async (value: Cell): Promise<string> => inMonths(await withSheet([['key', 'value'], ['ambitions.a.in', value]]));
const date = (iso: string): Cell => ({ value: iso, format: DATE_FORMAT });

/** Under a heading of a dated sheet: from which day on the value holds. */
async function heading(cell: Cell): Promise<string> {
  const { scenario } = await withSheet([['services', 'what', 'unit', cell], ['homefirst', 'commissioned', 'h/week', 1800]]);
  const [service] = scenario.services;
  const from = service?.kind === 'hours' ? service.commissioned.find(({ value }) => value === 1800)?.from : undefined;
  return from === undefined ? 'nothing' : `from ${dateInWords((readDate('2026-01-01') ?? 0) - 10 + from)} on`;
}

const split = async (cell: Cell): Promise<string> => {
  const { scenario } = await withSheet([['pathways', 'what', 'unit', '2026-01'], ['P1', 'share', '%', cell]]);
  return `${(scenario.arrivals[0]?.mix.find(({ pathway }) => pathway === 'P1')?.share[0]?.value ?? Number.NaN) * 100}%`;
};

/** Every form in a cell, as it is read today. `kept` is what Excel makes of what is typed, in a British setting. */
export async function workbookForms(): Promise<(Form & { what: string })[]> {
  const rows: [what: string, typed: string, kept: string, read: () => Promise<string>][] = [
    ['date', '01/01/2026', 'the date 2026-01-01', () => keyed('period.start', date('2026-01-01'))],
    ['date', '1 January 2026', 'text, in a cell of text', () => keyed('period.start', '1 January 2026')],
    ['heading', '2026-02', 'the date 2026-02-01', () => heading(date('2026-02-01'))],
    ['heading', '2026-02', 'text, in a cell of text', () => heading('2026-02')],
    ['heading', '2026-02-16', 'the date 2026-02-16', () => heading(date('2026-02-16'))],
    ['month', '2026-01', 'the date 2026-01-01', () => month(date('2026-01-01'))],
    ['month', 'January 2026', 'text, in a cell of text', () => month('January 2026')],
    ['percentage', '20%', '0.2 in a cell formatted 0%, under a month with the unit %', () => split({ value: 0.2, format: '0%' })],
    ['percentage', '20%', 'text, in a cell of text', () => keyed('pathways.P1.share', '20%')],
    ['number', '1,250', '1250 in a cell formatted #,##0, in a row with its unit', async () => hours({ value: 1250, format: '#,##0' })],
    ['number', '1,250', 'text, in a row with its unit', async () => hours('1,250')],
    ['number', '1250.5 h/week', 'text', () => keyed('services.homefirst.commissioned', '1250.5 h/week')],
  ];
  const forms: (Form & { what: string })[] = [];
  for (const [what, typed, kept, read] of rows) forms.push({ where: 'workbook', what, typed, kept, readAs: await readAs(read) });
  return forms;
}

async function hours(cell: Cell): Promise<string> {
  const { scenario } = await withSheet([['services', 'what', 'unit', '2026-02'], ['homefirst', 'commissioned', 'h/week', cell]]);
  const [service] = scenario.services;
  return `${service?.kind === 'hours' ? service.commissioned.at(-1)?.value : 'nothing'} h/week`;
}
