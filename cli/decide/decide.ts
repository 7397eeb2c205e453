import path from 'node:path';
import type { KeptSearch } from '../../scenarios/index.ts';
import { EXIT, Refusal, type ExitCode } from '../exit.ts';
import { folderName } from '../names.ts';
import { asItIs } from '../given.ts';
import { readScenarios } from '../read-scenarios.ts';
import { print } from '../terminal.ts';
import { redesignCommand } from './redesign.ts';
import type { SearchOptions } from './search-options.ts';
import { sensitivityCommand } from './sensitivity.ts';
import { sizeCommand } from './size.ts';
import { sweepCommand } from './sweep.ts';

export type DecideOptions = Omit<SearchOptions, 'vary' | 'meet' | 'replications'> & { only?: string; replications?: number };

/** `d2a decide`: the searches kept with a plan, one after another, each into a folder of its own; what one has simulated the next does not simulate again. */
export async function decideCommand(file: string, options: DecideOptions, signal: AbortSignal): Promise<ExitCode> {
  const [read] = await readScenarios([asItIs(file)], options.set ?? []);
  const kept = read?.decide ?? [];
  const wanted = kept.filter(({ name }) => options.only === undefined || options.only === name);
  if (wanted.length === 0) {
    const there =
      kept.length > 0
        ? `It has: ${kept.map(({ name }) => name).join(', ')}.`
        : 'Add a block `decide:`, or use d2a size, sweep, sensitivity or redesign.';
    throw new Refusal(`${file} keeps no search${options.only ? ` called ${options.only}` : ''}. ${there}`);
  }
  for (const [i, search] of wanted.entries()) {
    if (i > 0) print('');
    await searchKept(file, search, options, signal);
  }
  return EXIT.done;
}

function searchKept(file: string, kept: KeptSearch, options: DecideOptions, signal: AbortSignal): Promise<ExitCode> {
  const points = options.out ?? path.join('out', `${folderName(file)}-decide`);
  const out = path.join(points, folderName(kept.name));
  const own = {
    ...options,
    ...kept.own,
    kept: kept.name,
    out,
    points,
    vary: kept.vary,
    meet: kept.meet,
    show: kept.show,
    replications: options.replications ?? kept.replications,
  };
  const standard = kept.risk === null ? { on: 'mean' as const } : { risk: kept.risk };
  switch (kept.search) {
    case 'size':
      return sizeCommand(file, { ...own, ...standard, ...(kept.byMonth ? { by: 'month' } : {}) }, signal);
    case 'redesign':
      return redesignCommand(file, { ...own, ...standard }, signal);
    case 'sweep':
      return sweepCommand(file, own, signal);
    case 'sensitivity':
      return sensitivityCommand(file, own, signal);
  }
}
