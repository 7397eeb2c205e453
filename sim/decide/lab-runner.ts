import type { Engine } from '../engine/engine.ts';
import { Sheets } from '../engine/sheets.ts';
import { layoutOf } from '../experiment/layout.ts';
import { figuresOf } from '../experiment/numbers.ts';
import { planOf } from '../plan/plan.ts';
import { replicate } from '../flow/replication.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Asked, entriesOf } from './question.ts';

/** Some replications of a scenario, counted from 1. */
export interface LabTask {
  key: string;
  scenario: Scenario;
  asked: Asked[];
  replications: number[];
}

/** Scenarios made ready; a search asks for one over and over, so only a few are kept. */
const MOST_KEPT = 8;

function prepare({ scenario, asked }: LabTask) {
  const plan = planOf(scenario);
  const { ambitions, views, whole } = layoutOf(plan);
  return { plan, ambitions, views, whole, entries: entriesOf(scenario, asked) };
}

/** Carries out the tasks of a search in one thread. */
export class LabRunner {
  private readonly kept = new Map<string, ReturnType<typeof prepare>>();
  private readonly sheets = new Sheets();
  private readonly engine: Engine;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** For each replication the rows of every ambition in order, then what is asked; NaN where there is no value. */
  run(task: LabTask): number[][] {
    const { plan, ambitions, views, whole, entries } = this.prepared(task);
    return task.replications.map((replication) => {
      this.sheets.clear();
      const { observations } = replicate(plan, replication, this.engine, this.sheets);
      views.look(observations);
      const values = entries.map((entry) => (entry === null ? Number.NaN : entry.measure.of(views.from(entry.scope), whole)));
      return [...figuresOf(views, ambitions), ...values];
    });
  }

  private prepared(task: LabTask): ReturnType<typeof prepare> {
    const ready = this.kept.get(task.key) ?? prepare(task);
    this.kept.delete(task.key);
    this.kept.set(task.key, ready);
    for (const oldest of this.kept.keys()) if (this.kept.size > MOST_KEPT) this.kept.delete(oldest);
    return ready;
  }
}
