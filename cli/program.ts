import { Command, Option } from 'commander';
import type { CheckPlanOptions } from './check-plan.ts';
import type { DecideOptions } from './decide/decide.ts';
import type { SensitivityOptions } from './decide/sensitivity.ts';
import type { SizeOptions } from './decide/size.ts';
import type { SweepOptions } from './decide/sweep.ts';
import type { ExitCode } from './exit.ts';
import { namedFiles } from './named-files.ts';
import {
  countOption,
  defaultWorkers,
  FORMATS,
  formatOption,
  poundsOption,
  replicationsOption,
  seedOption,
  setOption,
  shareOption,
  reportFormatOption,
  USUAL_FORMATS,
  withOption,
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
    .argument('<file...>', 'scenario files', namedFiles)
    .option(...WITH)
    .action(async (files: string[], options: { with?: string[] }) => done(await (await import('./validate.ts')).validate(files, options.with)));
  d2a
    .command('explain')
    .description('tell a scenario in plain words: its routes, its values and where they are from')
    .argument('<file>', 'scenario file')
    .argument('[path]', 'only values under this path, e.g. services.home-support')
    .option('--with <file>', 'with this file of changes over it')
    .action(async (file: string, path: string | undefined, options: { with?: string }) => done(await (await import('./explain.ts')).explain(file, path, options.with)));
  d2a
    .command('report')
    .description('draw the report of a saved result again, with the decision.json of d2a sensitivity the assumptions by weight too; of several results, a comparison; of a decision.json by itself, its report')
    .argument('<result.json...>', 'results that d2a run has written, and what d2a sensitivity found of them; or what one search found', namedFiles)
    .option('--out <dir>', 'folder for the files (default: beside the result; of several, out/comparison)', folderOption)
    .addOption(formats('stress (the record for reviewers, printed)').argParser(reportFormatOption))
    .action(async (files: string[], options: ReportOptions) => done(await (await import('./report.ts')).report(files, options)));
  addCheckPlan(d2a, signal, done);
  addSize(d2a, signal, done);
  addSweep(d2a, signal, done);
  addSensitivity(d2a, signal, done);
  addRedesign(d2a, signal, done);
  addDecide(d2a, signal, done);
  d2a
    .command('schema')
    .description('print the JSON Schema of scenario files, for editors')
    .action(async () => done(await (await import('./schema.ts')).schema()));
  d2a
    .command('init')
    .description('write a scenario to start from')
    .argument('[dir]', 'folder for it', '.')
    .option('--places', 'also a county of three places and three hospitals, which builds on it')
    .action(async (dir: string, { places }: { places?: true }) => done(await (await import('./init.ts')).init(dir, places)));
  d2a
    .command('template')
    .description('write an Excel workbook to fill in: capacity and demand by month and week; d2a run reads it')
    .argument('[dir]', 'folder for it', '.')
    .action(async (dir: string) => done(await (await import('./template.ts')).template(dir)));
  return d2a;
}

const formats = (...more: string[]) => new Option('--format <list>', [`files to write, of ${FORMATS.join(', ')}`, ...more].join('; or ')).argParser(formatOption).default(USUAL_FORMATS, USUAL_FORMATS.join(','));

function addRun(d2a: Command, signal: AbortSignal, done: (code: ExitCode) => void): void {
  d2a
    .command('run')
    .description('simulate scenarios and write their reports; several are compared with the first')
    .argument('<file...>', 'scenario files', namedFiles)
    .option('--out <dir>', 'folder for the files (default: out/NAME of the scenario file, out/NAME-compared of several)', folderOption)
    .option('--replications <n>', 'how many times to simulate the period', replicationsOption)
    .option('--seed <n>', 'seed of the random numbers', seedOption)
    .option('--workers <n>', 'processor cores to use; the result does not depend on it', workersOption, defaultWorkers())
    .addOption(new Option('--engine <name>', 'event queue to use').choices(['native', 'simjs']).default('native'))
    .option(...WITH)
    .option('--set <path=value>', 'change a value of the scenario; may be repeated', setOption)
    .addOption(formats())
    .option('--check', 'exit with 3 where an ambition is missed: met in fewer than half of the replications')
    .option('--json', 'print a summary for machines')
    .option('--events', 'also write tables/events.csv: what happens to whom in the first replication')
    .action(async (files: string[], options: RunOptions) => done(await (await import('./run.ts')).run(files, options, signal)));
}

/** Options that every search has. */
function searching(command: Command): Command {
  return simulating(command)
    .option('--vary <path=range>', 'a value and what it may be, e.g. "services.step-down.beds=80..100:2 beds"; may be repeated', each, [])
    .option('--meet <goal>', 'an ambition of the scenario by name, or "delay-capacity of P1 at most 1 day"; may be repeated', each, [])
    .option('--replications <n>', 'replications of a point that is not clear earlier', replicationsOption, 200);
}

function simulating(command: Command): Command {
  return command
    .argument('<file>', 'scenario file')
    .option('--set <path=value>', 'change a value of the scenario; may be repeated', setOption)
    .option('--seed <n>', 'seed of the random numbers', seedOption)
    .option('--workers <n>', 'processor cores to use; the answer does not depend on it', workersOption, defaultWorkers())
    .addOption(new Option('--engine <name>', 'event queue to use').choices(['native', 'simjs']).default('native'))
    .option('--out <dir>', 'folder for the files; a search that was stopped goes on from what is there', folderOption)
    .option('--json', 'print the decision for machines');
}

function addDecide(d2a: Command, signal: AbortSignal, done: (code: ExitCode) => void): void {
  simulating(d2a.command('decide').description('run the searches that a scenario keeps in its block `decide`'))
    .option('--only <name>', 'one of them')
    .option('--replications <n>', 'instead of what each of them says', replicationsOption)
    .action(async (file: string, options: DecideOptions) => done(await (await import('./decide/decide.ts')).decideCommand(file, options, signal)));
}

const each = (text: string, before: string[]): string[] => [...before, text];

function risking(command: Command): Command {
  return searching(command)
    .addOption(new Option('--risk <share>', 'winters that may miss the goal (default: 10%)').argParser(shareOption).conflicts('on'))
    .addOption(new Option('--on <what>', 'the mean, instead of a share of winters, must meet the goal').choices(['mean']));
}

function addCheckPlan(d2a: Command, signal: AbortSignal, done: (code: ExitCode) => void): void {
  d2a
    .command('check-plan')
    .description('hold what plans state (`stated`) against what comes out of the simulation')
    .argument('<file...>', 'scenario files', namedFiles)
    .option('--replications <n>', 'how many times to simulate the period', replicationsOption)
    .option('--workers <n>', 'processor cores to use; the result does not depend on it', workersOption, defaultWorkers())
    .option('--set <path=value>', 'change a value of the scenarios; may be repeated', setOption)
    .addOption(new Option('--format <kind>', 'a table for the terminal or in Markdown').choices(['text', 'md']).default('text'))
    .option('--write [readme]', 'also put the table into a README, between <!-- stated --> and <!-- /stated --> (default: that of the folder which holds the files)')
    .action(async (files: string[], options: CheckPlanOptions) => done(await (await import('./check-plan.ts')).checkPlan(files, options, signal)));
}

function addRedesign(d2a: Command, signal: AbortSignal, done: (code: ExitCode) => void): void {
  risking(d2a.command('redesign').description('find the earliest dates at which capacity can close, one closing after another'))
    .action(async (file: string, options: SizeOptions) => done(await (await import('./decide/redesign.ts')).redesignCommand(file, options, signal)));
}

function addSize(d2a: Command, signal: AbortSignal, done: (code: ExitCode) => void): void {
  risking(d2a.command('size').description('find the smallest capacity that meets a goal at a risk the board accepts; of several capacities, the cheapest'))
    .addOption(new Option('--by <what>', 'then lower each month as far as the goal still holds').choices(['month']))
    .action(async (file: string, options: SizeOptions) => done(await (await import('./decide/size.ts')).sizeCommand(file, options, signal)));
}

function addSweep(d2a: Command, signal: AbortSignal, done: (code: ExitCode) => void): void {
  searching(d2a.command('sweep').description('simulate every point of a grid on the same people: what more buys, and where it is cheapest'))
    .option('--show <measure>', 'a measure to show, e.g. "waiting of step-down"; may be repeated (default: delays)', each, [])
    .option('--matters <pounds>', 'smallest difference of cost that matters, e.g. £5000: a point clearly dearer by that is left early', poundsOption)
    .action(async (file: string, options: SweepOptions) => done(await (await import('./decide/sweep.ts')).sweepCommand(file, options, signal)));
}

function addSensitivity(d2a: Command, signal: AbortSignal, done: (code: ExitCode) => void): void {
  searching(d2a.command('sensitivity').description('move every assumption to its lowest and highest: which matter, and whether the answer hangs on them'))
    .option('--show <measure>', 'the measure that is moved (default: bed-days delayed)', each, [])
    .addOption(new Option('--morris [walks]', 'also move all of them together, on so many walks (Morris screening; 20 where none are named)').preset('20').argParser(countOption))
    .addOption(new Option('--sobol [rows]', 'also which share of the variance each of the ten widest has, from so many rows (128 where none are named)').preset('128').argParser(countOption))
    .action(async (file: string, options: SensitivityOptions) => done(await (await import('./decide/sensitivity.ts')).sensitivityCommand(file, options, signal)));
}

const WITH = ['--with <file>', 'also each scenario with this file of changes over it, such as a winter; may be repeated', withOption] as const;

const EXIT_CODES = `
Exit codes: 0 done; 1 a fault of d2a; 2 a mistake in what it was given;
3 an ambition missed (run --check), or a stated figure that does not agree
without a reason (check-plan); 4 a self-check failed; 130 interrupted.

Start with:  d2a init my-plan   then   d2a run my-plan/start.yaml`;
