import { createHash } from 'node:crypto';
import { Piscina } from 'piscina';
import type { Engine } from '../replication.ts';
import type { Scenario } from '../scenario.ts';
import work, { type LabTask } from './lab-worker.ts';
import type { Asked } from './question.ts';

/** Where replications of an earlier, stopped search are kept. */
export interface Store {
  of(key: string): number[][];
  keep(key: string, from: number, values: number[][]): void;
}

export interface LabOptions {
  engine: Engine;
  /** Threads; 1 runs here. The answers are the same. */
  workers: number;
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
  private readonly known = new Map<string, number[][]>();
  private readonly wanted = new Map<string, number>();
  private readonly options: LabOptions;
  private readonly pool: Piscina | null;

  constructor(options: LabOptions) {
    this.options = options;
    this.pool = options.workers === 1 ? null : new Piscina({ filename: new URL('./lab-worker.js', import.meta.url).href, minThreads: options.workers, maxThreads: options.workers, resourceLimits: { maxYoungGenerationSizeMb: 8 } });
  }

  /** At least that many replications of the scenario. */
  async trial(scenario: Scenario, replications: number): Promise<Trial> {
    const key = this.keyOf(scenario);
    const rows = this.known.get(key) ?? [...(this.options.store?.of(key) ?? [])];
    this.known.set(key, rows);
    this.wanted.set(key, Math.max(replications, this.wanted.get(key) ?? 0));
    if (rows.length < replications) await this.simulate(key, scenario, rows, replications);
    const seen = rows.slice(0, replications);
    const columns = (seen[0] ?? []).map((_, i) => seen.map((row) => row[i] as number));
    const goals = columns.length - this.options.asked.length;
    return { replications, scenario, goals: columns.slice(0, goals), asked: columns.slice(goals) };
  }

  /** Replications that the search has looked at, whenever they were simulated. */
  get replications(): number {
    return [...this.wanted.values()].reduce((sum, n) => sum + n, 0);
  }

  async close(): Promise<void> {
    await this.pool?.destroy();
  }

  private async simulate(key: string, scenario: Scenario, rows: number[][], replications: number): Promise<void> {
    const { engine, asked, signal, store } = this.options;
    const tasks: LabTask[] = [];
    for (let from = rows.length + 1; from <= replications; from += CHUNK) tasks.push({ key, scenario, engine, asked, from, to: Math.min(replications, from + CHUNK - 1) });
    const running = tasks.map((task) => this.pool?.run(task) as Promise<number[][]> | undefined);
    for (const one of running) one?.catch(() => {}); // awaited below, in order
    for (const [i, task] of tasks.entries()) {
      signal?.throwIfAborted();
      const values = (await running[i]) ?? work(task);
      rows.push(...values);
      store?.keep(key, task.from, values);
      this.spent += values.length;
      this.options.onProgress?.(this.spent);
      if (this.pool === null) await new Promise((resolve) => setImmediate(resolve)); // signals have their turn
    }
  }

  /** Of everything that a replication's values depend on. */
  private keyOf({ name: _name, question: _question, run, ...scenario }: Scenario): string {
    return createHash('sha256').update(JSON.stringify({ scenario, seed: run.seed, asked: this.options.asked, engine: this.options.engine })).digest('hex');
  }
}
