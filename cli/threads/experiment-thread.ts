import { Piscina } from 'piscina';
import { Runner, type Task } from '../../sim/experiment/runner.ts';
import type { Numbers } from '../../sim/experiment/numbers.ts';
import type { Engine } from '../../sim/engine/engine.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import { engineOf } from './engines.ts';

export interface ExperimentData {
  scenarios: Scenario[];
  engine: Engine['name'];
}

const { scenarios, engine } = Piscina.workerData as ExperimentData;
const runner = new Runner(scenarios, engineOf(engine));

export default (task: Task): Numbers[] => runner.run(task);
