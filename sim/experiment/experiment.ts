import { outcomesOf } from '../scenario/kinds.ts';
import { definitions } from '../measures/catalogue.ts';
import { type Engine, native } from '../engine/engine.ts';
import { keyOf } from '../people/arrivals.ts';
import { purposesOf } from '../plan/purposes.ts';
import { comesBack, servicesAfter } from '../scenario/onward.ts';
import { presentPurposes } from '../plan/past.ts';
import { streamOf } from '../flow/start-from.ts';
import { falls, surges } from '../plan/arrival-rates.ts';
import { GENERATOR } from '../random/streams.ts';
import type { Result, ScenarioValue, Warning } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ArrivalStream } from '../scenario/people.ts';
import { Gatherer } from './gather.ts';
import { withFilled } from '../load/filled-values.ts';
import { filledFromFlowBalance, peoplePresent } from '../load/flow-balance.ts';
import { precisionWarnings } from './precision.ts';
import type { Numbers } from './numbers.ts';
import { warmUpWarnings } from './warm-up-warning.ts';
import { warningsByLoad } from './warnings-by-load.ts';
import { Runner, type Task } from './runner.ts';
import { here, inOrder, type Workers } from './workers.ts';

/** A scenario with its record: what the reader gives. */
export interface Prepared {
  scenario: Scenario;
  values: ScenarioValue[];
  inputs: Result['inputs'];
  warnings: Warning[];
}

export interface ExperimentOptions {
  version: string;
  /** Left out: our own. */
  engine?: Engine;
  /** Who runs the replications of these scenarios; left out, this thread. The result is the same to the last byte. */
  workers?: (scenarios: Scenario[]) => Workers<Task, Numbers[]>;
  /** Between two tasks in this thread: the rest of the program has its turn. */
  pause?: () => Promise<void>;
  /** Replications done, of all scenarios together; where a precision is asked for, the total is the most there may be, until it is reached. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Replications handed out at a time: few enough for a smooth progress line. */
const CHUNK = 4;

/** Runs every scenario and gathers each one's replications in their order, whichever worker they come from. */
export async function experiment(prepared: Prepared[], options: ExperimentOptions): Promise<Result[]> {
  const { engine = native, onProgress, pause, signal } = options;
  const scenarios = prepared.map(({ scenario }) => scenario);
  const runner = new Runner(scenarios, engine);
  const gatherers = scenarios.map((_, i) => {
    const { plan, layout } = runner.prepare(i);
    return new Gatherer(plan, layout);
  });
  const gathererOf = ({ scenario }: Task): Gatherer => gatherers[scenario] as Gatherer;
  const workers = options.workers?.(scenarios) ?? here((task: Task) => runner.run(task), pause);
  try {
    await inOrder(workers, {
      tasks: scenarios.flatMap(({ run }, scenario) => chunks(scenario, run.replications)),
      needed: (task) => !gathererOf(task).complete,
      done(task, numbers) {
        const gatherer = gathererOf(task);
        for (const one of numbers) if (!gatherer.complete) gatherer.add(one);
        const most = gatherers.map((it, i) => (it.complete ? it.n : (scenarios[i] as Scenario).run.replications));
        onProgress?.(sumOf(gatherers.map(({ n }) => n)), sumOf(most));
      },
      signal,
    });
  } finally {
    await workers.close();
  }
  return prepared.map((it, i) => resultOf(it, gatherers[i] as Gatherer, { engine: engine.name, version: options.version }));
}

const sumOf = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0);

function chunks(scenario: number, replications: number): Task[] {
  return Array.from({ length: Math.ceil(replications / CHUNK) }, (_, i) => ({
    scenario,
    from: i * CHUNK + 1,
    to: Math.min(replications, (i + 1) * CHUNK),
  }));
}

function resultOf(
  { scenario, values, inputs, warnings }: Prepared,
  gatherer: Gatherer,
  { engine, version }: Pick<Result['tool'], 'engine' | 'version'>,
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
  return scenario.services.some((service) =>
    outcomesOf(service).some(({ readmittedTo }) => readmittedTo !== null && readmittedTo === to),
  );
}
