import { z } from 'zod';
import { readOrdinary } from '../data/ordinary-file.ts';
import type { Decision } from '../sim/decision.ts';
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
  queues: z.array(
    z.looseObject({ measure: z.string(), scope: z.string(), first: z.number(), last: z.number(), grows: z.boolean() }),
  ),
  ambitions: z.array(
    z.looseObject({
      label: z.string(),
      rows: z.array(z.looseObject({ over: z.string(), winters: z.array(z.number().nullable()) })),
    }),
  ),
  checks: z.array(z.looseObject({ name: z.string(), passed: z.boolean() })),
  warnings: z.array(z.looseObject({ text: z.string() })),
  definitions: z.array(z.looseObject({ measure: z.string(), title: z.string(), unit: z.string() })),
});

const looks = z.array(
  z.looseObject({ at: z.array(z.number()), replications: z.number(), simulated: z.number(), meets: z.boolean() }),
);
const point = z.looseObject({ at: z.array(z.number()), replications: z.number(), goals: z.array(z.unknown()) });

/** The same of a decision; `sim/decision.ts` is its definition. */
const decisionShape = z
  .looseObject({
    tool: z.looseObject({ version: z.string(), engine: z.string() }),
    scenario: z.looseObject({ name: z.string(), start: z.string(), days: z.number(), seed: z.string() }),
    inputs: z.array(z.looseObject({ file: z.string(), sha256: z.string() })),
    varied: z.array(z.looseObject({ path: z.string(), values: z.array(z.string()) })),
    goals: z.array(z.looseObject({ label: z.string(), unit: z.string() })),
    most: z.number(),
    replications: z.number(),
    grid: z.number(),
  })
  .and(
    z.discriminatedUnion('kind', [
      z.looseObject({
        kind: z.literal('size'),
        standard: z.looseObject({ on: z.string() }),
        answer: point.nullable(),
        looked: looks,
        frontier: z.array(point),
      }),
      z.looseObject({ kind: z.literal('sweep'), points: z.array(point), asked: z.array(z.looseObject({ title: z.string() })) }),
      z.looseObject({
        kind: z.literal('sensitivity'),
        base: point,
        asked: z.looseObject({ measure: z.string(), scope: z.string(), title: z.string(), unit: z.string() }),
        bars: z.array(z.looseObject({ value: z.number() })),
        values: z.array(z.looseObject({ path: z.string(), written: z.string() })),
      }),
      z.looseObject({
        kind: z.literal('redesign'),
        standard: z.looseObject({ on: z.string() }),
        early: point,
        late: point,
        looked: looks,
      }),
    ]),
  );

/** What a run or a search has written. */
export type Saved = { file: string; result: Result } | { file: string; decision: Decision };

/** Reads a `result.json` or a `decision.json`. */
export function savedFile(file: string): Saved {
  const value = saved(file);
  return (value as { format?: unknown } | null)?.format === 'd2a-decision'
    ? { file, decision: withoutValue(whole(file, value, decisionShape)) as Decision }
    : { file, result: resultIn(file, value) };
}

/** Reads a `result.json`; refuses anything else with what it is instead. */
export const savedResult = (file: string): Result => resultIn(file, saved(file));

function resultIn(file: string, value: unknown): Result {
  const { format } = (value ?? {}) as { format?: unknown };
  if (format === 'd2a-comparison') throw new Refusal(`${file} is a comparison. Name the result.json files it compares instead.`);
  if (format === 'd2a-decision')
    throw new Refusal(
      `${file} is what a search found. Name it by itself, to draw it again as html or csv; a report takes that of d2a sensitivity beside its result.json.`,
    );
  if (format !== 'd2a-result')
    throw new Refusal(`${file} is not a result of d2a run. Name a result.json; for a scenario, use d2a run.`);
  return whole(file, value, shape) as Result;
}

/** JSON has no NaN: a mean over nobody is written as null. */
const withoutValue = (decision: unknown): unknown =>
  JSON.parse(JSON.stringify(decision), (key, value: unknown) => (key === 'mean' && value === null ? Number.NaN : value));

function whole(file: string, value: unknown, expected: z.ZodType): unknown {
  const { version } = value as { version?: unknown };
  if (version !== 1) {
    throw new Refusal(
      `${file} has version ${JSON.stringify(version)} of the result format; this d2a reads version 1. Run the scenario again with this d2a.`,
    );
  }
  const checked = expected.safeParse(value);
  if (checked.success) return value;
  const at = checked.error.issues[0]?.path.join('.') ?? '';
  throw new Refusal(`${file} is damaged: ${at} is missing or not as d2a writes it. Run the scenario again.`);
}

const saved = (file: string): unknown => parsed(file, text(file));

function text(file: string): string {
  try {
    return readOrdinary(file, MOST_BYTES).toString('utf8');
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
