import type { Engine } from '../engine/engine.ts';
import { Sheets } from '../engine/sheets.ts';
import { type Plan, planOf } from '../plan/plan.ts';
import { replicate } from '../flow/replication.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Layout, layoutOf } from './layout.ts';
import { Midnights } from './midnights.ts';
import { type Numbers, numbersOf } from './numbers.ts';

/** Replications `from` (counted from 1) to `to` of one scenario. */
export interface Task {
  scenario: number;
  from: number;
  to: number;
}

/** Runs tasks on scenarios whose plans are made once. */
export class Runner {
  private readonly made = new Map<number, { plan: Plan; layout: Layout }>();
  private readonly sheets = new Sheets();
  private readonly scenarios: Scenario[];
  private readonly engine: Engine;

  constructor(scenarios: Scenario[], engine: Engine) {
    this.scenarios = scenarios;
    this.engine = engine;
  }

  run(task: Task): Numbers[] {
    const { plan, layout } = this.prepare(task.scenario);
    const numbers: Numbers[] = [];
    for (let replication = task.from; replication <= task.to; replication++) {
      this.sheets.clear();
      const midnights = new Midnights(plan, layout);
      const care = replicate(plan, replication, this.engine, this.sheets, null, midnights.look);
      midnights.finish(care.observations);
      numbers.push({ ...numbersOf(layout, care), midnights: midnights.values });
    }
    return numbers;
  }

  prepare(scenario: number): { plan: Plan; layout: Layout } {
    let made = this.made.get(scenario);
    if (made === undefined) {
      const plan = planOf(this.scenarios[scenario] as Scenario);
      made = { plan, layout: layoutOf(plan) };
      this.made.set(scenario, made);
    }
    return made;
  }
}
