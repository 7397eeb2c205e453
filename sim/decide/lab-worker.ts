import { Sheets } from '../engine/sheets.ts';
import { layoutOf } from '../experiment/layout.ts';
import { figuresOf } from '../experiment/numbers.ts';
import { planOf } from '../plan.ts';
import { type Engine, replicate } from '../replication.ts';
import type { Scenario } from '../scenario.ts';
import { type Asked, entriesOf } from './question.ts';

/** Some replications of a scenario, counted from 1. */
export interface LabTask {
  key: string;
  scenario: Scenario;
  engine: Engine;
  asked: Asked[];
  replications: number[];
}

/** Scenarios made ready; a search asks for one over and over, so only a few are kept. */
const MOST_KEPT = 8;
const kept = new Map<string, ReturnType<typeof prepare>>();
const sheets = new Sheets();

function prepare({ scenario, asked }: LabTask) {
  const plan = planOf(scenario);
  const { ambitions, views, whole } = layoutOf(plan);
  return { plan, ambitions, views, whole, entries: entriesOf(scenario, asked) };
}

function prepared(task: LabTask): ReturnType<typeof prepare> {
  const ready = kept.get(task.key) ?? prepare(task);
  kept.delete(task.key);
  kept.set(task.key, ready);
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
  return ready;
}

/** For each replication the rows of every ambition in order, then what is asked; NaN where there is no value. */
export default function work(task: LabTask): number[][] {
  const { plan, ambitions, views, whole, entries } = prepared(task);
  const values: number[][] = [];
  for (const replication of task.replications) {
    sheets.clear();
    const { observations } = replicate(plan, replication, task.engine, sheets);
    views.look(observations);
    values.push([
      ...figuresOf(views, ambitions),
      ...entries.map((entry) => (entry === null ? Number.NaN : entry.measure.of(views.from(entry.scope), whole))),
    ]);
  }
  return values;
}
