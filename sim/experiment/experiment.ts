import { Piscina } from 'piscina';
import { definitions } from '../measures/catalogue.ts';
import { keyOf } from '../people/arrivals.ts';
import { purposesOf } from '../people/purposes.ts';
import { comesBack, servicesAfter } from '../onward.ts';
import { presentPurposes } from '../past.ts';
import { streamOf } from '../start-from.ts';
import { falls, surges } from '../plan.ts';
import { GENERATOR } from '../random/streams.ts';
import type { Engine } from '../replication.ts';
import type { Result, ScenarioValue, Warning } from '../result.ts';
import type { ArrivalStream, Scenario } from '../scenario.ts';
import { Gatherer } from './gather.ts';
import { withFilled } from './filled-values.ts';
import { filledFromFlowBalance, peoplePresent } from './flow-balance.ts';
import { precisionWarnings } from './precision.ts';
import type { Numbers } from './numbers.ts';
import { warmUpWarnings } from './warm-up-warning.ts';
import { warningsByLoad } from './warnings-by-load.ts';
import { Runner, type Task } from './worker.ts';

/** A scenario with its record: what the reader gives. */
export interface Prepared {
  scenario: Scenario;
  values: ScenarioValue[];
  inputs: Result['inputs'];
  warnings: Warning[];
}

export interface ExperimentOptions {
  engine: Engine;
  /** Threads; 1 runs here, without any. The result is the same to the last byte. */
  workers: number;
  version: string;
  /** Replications done, of all scenarios together; where a precision is asked for, the total is the most there may be, until it is reached. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Replications handed out at a time: few enough for a smooth progress line. */
const CHUNK = 4;

/** Runs every scenario and gathers each one's replications in their order, whichever worker they come from. */
export async function experiment(prepared: Prepared[], options: ExperimentOptions): Promise<Result[]> {
  const scenarios = prepared.map(({ scenario }) => scenario);
  const runner = new Runner({ scenarios, engine: options.engine });
  const gatherers = scenarios.map((_, i) => {
    const { plan, layout } = runner.prepare(i);
    return new Gatherer(plan, layout);
  });
  const work: Work = {
    tasks: scenarios.flatMap(({ run }, scenario) => chunks(scenario, run.replications)),
    needed: ({ scenario }) => !(gatherers[scenario] as Gatherer).complete,
    gather(task, numbers) {
      const gatherer = gatherers[task.scenario] as Gatherer;
      for (const one of numbers) if (!gatherer.complete) gatherer.add(one);
      const total = gatherers.reduce((sum, it, i) => sum + (it.complete ? it.n : (scenarios[i] as Scenario).run.replications), 0);
      options.onProgress?.(
        gatherers.reduce((sum, { n }) => sum + n, 0),
        total,
      );
    },
  };
  if (options.workers === 1) await runHere(runner, work, options.signal);
  else await runOnThreads(scenarios, options, work);
  return prepared.map((it, i) => resultOf(it, gatherers[i] as Gatherer, options));
}

function chunks(scenario: number, replications: number): Task[] {
  return Array.from({ length: Math.ceil(replications / CHUNK) }, (_, i) => ({
    scenario,
    from: i * CHUNK + 1,
    to: Math.min(replications, (i + 1) * CHUNK),
  }));
}

/** What there is to simulate at most, in order; and what of it is still needed, which the replications before decide. */
interface Work {
  tasks: Task[];
  needed: (task: Task) => boolean;
  gather: (task: Task, numbers: Numbers[]) => void;
}

async function runHere(runner: Runner, { tasks, needed, gather }: Work, signal?: AbortSignal): Promise<void> {
  for (const task of tasks) {
    if (!needed(task)) continue;
    signal?.throwIfAborted();
    gather(task, runner.run(task));
    await new Promise((resolve) => setImmediate(resolve)); // signals and the progress line have their turn
  }
}

/** Tasks are handed out in order, a few ahead; what comes back early waits for those before it, and what turns out not to be needed is left. */
async function runOnThreads(
  scenarios: Scenario[],
  { engine, workers, signal }: ExperimentOptions,
  { tasks, needed, gather }: Work,
): Promise<void> {
  const pool = new Piscina({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    workerData: { scenarios, engine },
    resourceLimits: { maxYoungGenerationSizeMb: 8 }, // people come and go: a small nursery keeps the memory small
  });
  const handed: Promise<Numbers[]>[] = [];
  const hand = (at: number): void => {
    const task = tasks[at];
    if (task === undefined || !needed(task)) return;
    const running: Promise<Numbers[]> = pool.run(task, signal ? { signal } : {});
    running.catch(() => {}); // awaited below, in order; until then a failure must not count as unhandled
    handed[at] = running;
  };
  try {
    for (let i = 0; i < workers * 3; i++) hand(i);
    for (const [i, task] of tasks.entries()) {
      if (needed(task)) gather(task, await (handed[i] as Promise<Numbers[]>));
      delete handed[i];
      hand(i + workers * 3);
    }
  } finally {
    await pool.destroy();
  }
}

function resultOf(
  { scenario, values, inputs, warnings }: Prepared,
  gatherer: Gatherer,
  { engine, version }: ExperimentOptions,
): Result {
  const { calendar, ...gathered } = gatherer.result();
  const precision = gatherer.precision();
  const warmUp = gatherer.warmUp();
  const filled = filledFromFlowBalance(scenario);
  const used = new Set(gathered.measures.map(({ measure }) => measure));
  const defined = definitions().filter(({ measure }) => used.has(measure));
  return {
    format: 'd2a-result',
    version: 1,
    tool: { name: 'd2a', version, engine },
    scenario,
    values: withFilled(values, scenario),
    inputs,
    run: {
      replications: gatherer.n,
      ...(precision ? { precision } : {}),
      seed: scenario.run.seed,
      generator: GENERATOR,
      streams: streamNames(scenario),
      events: gatherer.events,
    },
    calendar,
    ...gathered,
    ...(warmUp ? { warmUp } : {}),
    warnings: [
      ...precisionWarnings(precision, defined),
      ...warnings,
      ...warningsByLoad(scenario),
      ...warmUpWarnings(scenario, warmUp),
    ],
    ...(filled.length > 0 ? { filledAtStart: filled } : {}),
    definitions: defined,
  };
}

/** Every random stream of the scenario by name; a replication's key is seed/replication/name. */
function streamNames(scenario: Scenario): string[] {
  const present = new Set(
    peoplePresent(scenario).flatMap((group) => presentPurposes(scenario).map((purpose) => `${streamOf(group)}/${purpose}`)),
  );
  const circle = scenario.services.some(({ name }) =>
    servicesAfter(scenario, name).some((next) => comesBack(scenario, name, next)),
  );
  return [
    ...present,
    ...(circle ? ['goes on/PERSON/STAY'] : []),
    ...scenario.arrivals.flatMap((stream) => {
      const key = keyOf(stream);
      const purposes = (name: string) => purposesOf(scenario, stream).map((purpose) => `${name}/${purpose}`);
      const again = readmits(scenario, stream) ? [`${key}/readmission/PERSON/STAY`] : [];
      if (stream.arrivals.kind === 'list') return [...purposes(key), ...again];
      return [
        ...again,
        `${key}/arrivals`,
        ...purposes(key),
        ...(stream.arrivals.dayToDay > 0 ? [`${key}/day`] : []),
        ...(falls(stream.arrivals) ? [`${key}/fall`] : []),
        ...(surges(stream.arrivals) ? [`${key}/surge/arrivals`, ...purposes(`${key}/surge`)] : []),
      ];
    }),
  ];
}

/** Whether people may be readmitted by the stream's hospital: each then draws from a stream of their own. */
function readmits(scenario: Scenario, { enters }: ArrivalStream): boolean {
  const to = 'hospital' in enters ? enters.hospital : null;
  return scenario.services.some(
    (service) =>
      service.kind !== 'placements' && service.outcomes.some(({ readmittedTo }) => readmittedTo !== null && readmittedTo === to),
  );
}
