import { type Engine, native } from '../engine/engine.ts';
import { here, inOrder, type Workers } from '../experiment/workers.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { LabRunner, type LabTask } from './lab-runner.ts';
import type { Asked } from './question.ts';

/** Where replications of an earlier, stopped search are kept: values by the replication's number. */
export interface Store {
  of(key: string): Map<number, number[]>;
  keep(key: string, replications: number[], values: number[][]): void;
}

export interface LabOptions {
  /** Left out: our own. */
  engine?: Engine;
  /** Who simulates; left out, this thread. The answers are the same. */
  workers?: Workers<LabTask, number[][]>;
  /** Between two tasks in this thread: the rest of the program has its turn. */
  pause?: () => Promise<void>;
  /** A short text that no other text has: SHA-256, by whatever the program has for it. */
  fingerprint: (text: string) => string | Promise<string>;
  /** Measures wanted of every scenario besides its ambitions. */
  asked: Asked[];
  store?: Store;
  signal?: AbortSignal;
  onProgress?: (spent: number) => void;
}

/** What is known of one scenario, replication by replication from the first on: NaN where a measure has no value. */
export interface Trial {
  scenario: Scenario;
  replications: number;
  /** One a goal (see goals.ts): the measure in each replication. */
  goals: number[][];
  /** One a measure asked for. */
  asked: number[][];
}

/** Replications handed out at a time. */
const CHUNK = 5;

/**
 * Simulates scenarios that a search asks for, as many replications as it asks for and no replication twice. All share their
 * random streams (seed and replication), so that the differences between them are effects and not chance.
 */
export class Lab {
  /** Replications simulated, those of an earlier search not counted. */
  spent = 0;
  private readonly known = new Map<string, Map<number, number[]>>();
  private readonly wanted = new Map<string, Set<number>>();
  private readonly options: LabOptions;
  private readonly engine: Engine;
  private readonly workers: Workers<LabTask, number[][]>;

  constructor(options: LabOptions) {
    this.options = options;
    this.engine = options.engine ?? native;
    const runner = new LabRunner(this.engine);
    this.workers = options.workers ?? here((task) => runner.run(task), options.pause);
  }

  /** The first replications of a scenario. */
  async trial(scenario: Scenario, replications: number): Promise<Trial> {
    const rows = await this.rows(
      scenario,
      Array.from({ length: replications }, (_, i) => i + 1),
    );
    const columns = (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] as number));
    const goals = columns.length - this.options.asked.length;
    return { replications, scenario, goals: columns.slice(0, goals), asked: columns.slice(goals) };
  }

  /** A row for each of these replications: the scenario's ambitions in order, then what is asked. */
  async rows(scenario: Scenario, replications: number[]): Promise<number[][]> {
    const key = await keyOf(scenario, this.options, this.engine.name);
    const known = this.known.get(key) ?? new Map(this.options.store?.of(key));
    this.known.set(key, known);
    const wanted = this.wanted.get(key) ?? new Set();
    this.wanted.set(key, wanted);
    for (const replication of replications) wanted.add(replication);
    await this.simulate(
      key,
      scenario,
      known,
      replications.filter((replication) => !known.has(replication)),
    );
    return replications.map((replication) => known.get(replication) as number[]);
  }

  /** Replications that the search has looked at, whenever they were simulated. */
  get replications(): number {
    return [...this.wanted.values()].reduce((sum, { size }) => sum + size, 0);
  }

  async close(): Promise<void> {
    await this.workers.close();
  }

  private async simulate(key: string, scenario: Scenario, known: Map<number, number[]>, missing: number[]): Promise<void> {
    const { asked, signal, store, onProgress } = this.options;
    const tasks: LabTask[] = [];
    for (let from = 0; from < missing.length; from += CHUNK)
      tasks.push({ key, scenario, asked, replications: missing.slice(from, from + CHUNK) });
    await inOrder(this.workers, {
      tasks,
      done: ({ replications }, values) => {
        for (const [i, replication] of replications.entries()) known.set(replication, values[i] as number[]);
        store?.keep(key, replications, values);
        this.spent += values.length;
        onProgress?.(this.spent);
      },
      signal,
    });
  }
}

/** Of everything that a replication's values depend on. */
export async function keyOf(
  { name: _name, question: _question, run, ...scenario }: Scenario,
  { asked, fingerprint }: Pick<LabOptions, 'asked' | 'fingerprint'>,
  engine: Engine['name'],
): Promise<string> {
  return fingerprint(JSON.stringify({ scenario, seed: run.seed, asked, engine }));
}
