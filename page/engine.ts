/** The reader of scenarios and the model as one script for a page (`d2a` in it): it asks for no file, no network and no compiler. */
import './strict.ts'; // before everything that makes a schema
import { filesInHand } from '../data/files-in-hand.ts';
import type { FileRead } from '../data/files.ts';
import { type ReadScenario, readScenario } from '../scenarios/read-scenario.ts';
import { experiment } from '../sim/experiment/experiment.ts';
import { measureOptions } from '../sim/measures/catalogue.ts';
import type { Result } from '../sim/result.ts';
import { threads } from './threads.ts';

export { ScenarioMistakes } from '../scenarios/mistakes.ts';
export { beThread } from './thread.ts';

/** The version of d2a, written in by the build. */
declare const D2A_VERSION: string;

/** Reads a scenario file, of those that the page was given by their names. Throws ScenarioMistakes with every mistake found. */
export async function read(main: string, files: Map<string, Uint8Array<ArrayBuffer>>): Promise<ReadScenario> {
  const held = new Map<string, FileRead>();
  for (const [name, bytes] of files) held.set(name, { bytes, sha256: await fingerprint(bytes) });
  return readScenario(main, { files: filesInHand(held), measures: measureOptions() });
}

async function fingerprint(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export interface SimulateOptions {
  /** Threads beside the page, made of this script's own text; left out, the page itself runs it, a few replications at a time. */
  threads?: { script: string; count: number };
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** The results of scenarios, the same to the byte as those of the command line. */
export function simulate(prepared: ReadScenario[], { threads: asked, ...options }: SimulateOptions = {}): Promise<Result[]> {
  return experiment(prepared, {
    ...options,
    version: D2A_VERSION,
    ...(asked ? { workers: (scenarios) => threads(asked.script, asked.count, scenarios) } : { pause }),
  });
}

/** The page has its turn: it draws, and hears what is clicked. A timer would wait for some milliseconds each time. */
function pause(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
