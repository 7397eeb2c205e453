import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { Result } from '../sim/result.ts';
import { Refusal } from './exit.ts';
import { refusalFor } from './file-errors.ts';

/** Longer than JavaScript can hold as one text. */
const MOST_BYTES = 500e6;

const rows = z.array(z.looseObject({ measure: z.string(), scope: z.string() }));
const named = z.array(z.looseObject({ name: z.string(), label: z.string() }));

/** As much of a result as tells a whole one from a damaged one; `sim/result.ts` is its definition. */
const shape = z.looseObject({
  tool: z.looseObject({ name: z.string(), version: z.string(), engine: z.string() }),
  scenario: z.looseObject({
    name: z.string(),
    start: z.string(),
    days: z.number(),
    hospitals: named,
    pathways: named,
    services: named,
    run: z.looseObject({}),
  }),
  values: z.array(z.looseObject({ path: z.string(), value: z.string() })),
  inputs: z.array(z.looseObject({ file: z.string(), sha256: z.string() })),
  run: z.looseObject({ replications: z.number(), seed: z.string() }),
  calendar: z.looseObject({ start: z.string(), end: z.string(), weeks: z.array(z.string()), days: z.array(z.string()) }),
  measures: rows,
  byMonth: rows,
  byWeek: rows,
  byDay: rows,
  capacity: z.array(z.looseObject({ scope: z.string() })),
  stays: z.array(z.looseObject({ scope: z.string(), people: z.array(z.number()) })),
  delays: z.array(z.looseObject({ scope: z.string(), people: z.array(z.number()) })),
  levels: rows,
  ambitions: z.array(z.looseObject({ label: z.string(), rows: z.array(z.looseObject({ over: z.string() })) })),
  checks: z.array(z.looseObject({ name: z.string(), passed: z.boolean() })),
  warnings: z.array(z.looseObject({ text: z.string() })),
  definitions: z.array(z.looseObject({ measure: z.string(), title: z.string(), unit: z.string() })),
});

/** Reads a `result.json`; refuses anything else with what it is instead. */
export async function savedResult(file: string): Promise<Result> {
  const value = parsed(file, await text(file));
  const { format, version } = (value ?? {}) as { format?: unknown; version?: unknown };
  if (format === 'd2a-comparison') throw new Refusal(`${file} is a comparison. Name the result.json files it compares instead.`);
  if (format !== 'd2a-result')
    throw new Refusal(`${file} is not a result of d2a run. Name a result.json; for a scenario, use d2a run.`);
  if (version !== 1) {
    throw new Refusal(
      `${file} has version ${JSON.stringify(version)} of the result format; this d2a reads version 1. Run the scenario again with this d2a.`,
    );
  }
  const checked = shape.safeParse(value);
  if (checked.success) return value as Result;
  const at = checked.error.issues[0]?.path.join('.') ?? '';
  throw new Refusal(`${file} is damaged: ${at} is missing or not as d2a writes it. Run the scenario again.`);
}

async function text(file: string): Promise<string> {
  try {
    if ((await stat(file)).size > MOST_BYTES) throw new Refusal(`${file} is too large to be read (more than 500 MB).`);
    return await readFile(file, 'utf8');
  } catch (error) {
    throw refusalFor('read', file, error);
  }
}

function parsed(file: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Refusal(`${file} is not a whole JSON file. Name a result.json; for a scenario, use d2a run.`);
  }
}
