import { Piscina } from 'piscina';
import { LabRunner, type LabTask } from '../../sim/decide/lab-runner.ts';
import type { Engine } from '../../sim/engine/engine.ts';
import { engineOf } from './engines.ts';

const runner = new LabRunner(engineOf(Piscina.workerData as Engine['name']));

export default (task: LabTask): number[][] => runner.run(task);
