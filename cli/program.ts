import { Command, Option } from 'commander';
import type { ExitCode } from './exit.ts';
import {
  defaultWorkers,
  FORMATS,
  formatOption,
  replicationsOption,
  seedOption,
  setOption,
  workersOption,
  folderOption,
} from './option-values.ts';
import { packageVersion } from './package.ts';
import type { ReportOptions } from './report.ts';
import type { RunOptions } from './run-options.ts';
import { harmless } from './terminal.ts';
import { wrap } from './wrap.ts';

/** The commands and their options. Each command's code is loaded when it is called, so that help is quick. */
export function program(signal: AbortSignal, done: (code: ExitCode) => void): Command {
  const d2a = new Command('d2a')
    .description('Discharge-to-assess capacity simulator: hospital flow into Pathways 0 to 3.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError('(d2a --help lists the commands; d2a COMMAND --help their options)')
    .addHelpText('after', EXIT_CODES)
    .configureOutput({ outputError: (text, write) => write(`${wrap(harmless(text.trim()), '  ')}\n`) })
    .exitOverride();
  addRun(d2a, signal, done);
  d2a
    .command('validate')
    .description('check scenario files and list every mistake, without running them')
    .argument('<file...>', 'scenario files')
    .action(async (files: string[]) => done(await (await import('./validate.ts')).validate(files)));
  d2a
    .command('explain')
    .description('tell a scenario in plain words: its routes, its values and where they are from')
    .argument('<file>', 'scenario file')
    .argument('[path]', 'only values under this path, e.g. services.home-support')
    .action(async (file: string, path?: string) => done(await (await import('./explain.ts')).explain(file, path)));
  d2a
    .command('report')
    .description('draw the report of a saved result again; of several, a comparison too')
    .argument('<result.json...>', 'results that d2a run has written')
    .option('--out <dir>', 'folder for the files (default: beside the result; of several, out/comparison)', folderOption)
    .addOption(new Option('--format <kind>', 'pages and tables, or the record for reviewers (STRESS-DES), printed').choices(['pages', 'stress']).default('pages'))
    .action(async (files: string[], options: ReportOptions) => done(await (await import('./report.ts')).report(files, options)));
  d2a
    .command('schema')
    .description('print the JSON Schema of scenario files, for editors')
    .action(async () => done(await (await import('./schema.ts')).schema()));
  d2a
    .command('init')
    .description('write a scenario to start from')
    .argument('[dir]', 'folder for it', '.')
    .action(async (dir: string) => done(await (await import('./init.ts')).init(dir)));
  return d2a;
}

function addRun(d2a: Command, signal: AbortSignal, done: (code: ExitCode) => void): void {
  d2a
    .command('run')
    .description('simulate scenarios and write their reports; several are compared with the first')
    .argument('<file...>', 'scenario files')
    .option('--out <dir>', 'folder for the files (default: out/NAME of the scenario file, out/NAME-compared of several)', folderOption)
    .option('--replications <n>', 'how many times to simulate the period', replicationsOption)
    .option('--seed <n>', 'seed of the random numbers', seedOption)
    .option('--workers <n>', 'processor cores to use; the result does not depend on it', workersOption, defaultWorkers())
    .addOption(new Option('--engine <name>', 'event queue to use').choices(['native', 'simjs']).default('native'))
    .option('--set <path=value>', 'change a value of the scenario; may be repeated', setOption)
    .addOption(new Option('--format <list>', 'files to write').argParser(formatOption).default([...FORMATS], FORMATS.join(',')))
    .option('--check', 'exit with 3 where an ambition is missed: met in fewer than half of the replications')
    .option('--json', 'print a summary for machines')
    .option('--events', 'also write tables/events.csv: what happens to whom in the first replication')
    .action(async (files: string[], options: RunOptions) => done(await (await import('./run.ts')).run(files, options, signal)));
}

const EXIT_CODES = `
Exit codes: 0 done; 1 a fault of d2a; 2 a mistake in what it was given;
3 an ambition missed (run --check); 4 a self-check failed; 130 interrupted.

Start with:  d2a init my-plan   then   d2a run my-plan/start.yaml`;
