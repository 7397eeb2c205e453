import { Argument, type Command, Option } from 'commander';
import { D2A } from './called.ts';
import type { CheckPlanOptions } from './check-plan.ts';
import { D2aCommand } from './command.ts';
import { SHELLS, type Shell } from './completion/shell.ts';
import { addSearches } from './decide/commands.ts';
import { AFTER, GROUP, OPTIONS, subcommandTerm } from './help.ts';
import { namedFile, namedFiles } from './named-files.ts';
import {
  dateOption,
  defaultWorkers,
  FORMATS,
  folderOption,
  formatOption,
  replicationsOption,
  reportFormatOption,
  seedOption,
  setOption,
  USUAL_FORMATS,
  weeksOption,
  withOption,
  workersOption,
} from './option-values.ts';
import { packageVersion } from './package.ts';
import type { PlanPeriod } from './plan-period.ts';
import type { ReportOptions } from './report.ts';
import type { RunOptions } from './run-options.ts';
import type { MergeOptions } from './shards/merge.ts';
import { shardOption } from './shards/option.ts';
import { harmless } from './terminal.ts';
import { wrap } from './wrap.ts';
import type { Done } from './exit.ts';

/** The commands and their options, in the groups of the help. Each command's code is loaded when it is called, so that help is quick. */
export function program(signal: AbortSignal, done: Done): D2aCommand {
  const d2a = new D2aCommand(D2A)
    .description(
      'What happens to delayed discharges if we buy these hours, beds and placements?\nA simulation of hospital flow into Pathways 0 to 3, and a report on it.',
    )
    .usage('<command> [options]')
    .version(packageVersion(), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .configureHelp({ subcommandTerm })
    .addHelpText('after', AFTER)
    .configureOutput({
      outputError: (text, write) =>
        write(
          `${harmless(text.trim())
            .split('\n')
            .map((line) => wrap(line, '  '))
            .join('\n')}\n`,
        ),
    })
    .exitOverride();
  addWriting(d2a.commandsGroup(GROUP.write), done);
  addRun(d2a.commandsGroup(GROUP.run), signal, done);
  addMerge(d2a, signal, done);
  addReport(d2a, done);
  addSearches(d2a.commandsGroup(GROUP.decide), signal, done);
  addCheckPlan(d2a.commandsGroup(GROUP.check), signal, done);
  addHelp(d2a.commandsGroup(GROUP.more), done);
  return d2a;
}

function addWriting(d2a: D2aCommand, done: Done): void {
  d2a
    .command('init')
    .description('write a scenario to start from')
    .argument('[dir]', 'folder for it', '.')
    .option('--places', 'also a county of three places and three hospitals, which builds on it')
    .option(...START)
    .option(...WEEKS)
    .withExamples('d2a init my-plan', 'd2a init my-plan --places', 'd2a init my-plan --start 2026-12-01 --weeks 26')
    .action(async (dir: string, options: Partial<PlanPeriod> & { places?: true }) =>
      done(await (await import('./init.ts')).init(dir, options)),
    );
  d2a
    .command('template')
    .description('write an Excel workbook to fill in: capacity and demand by month and week; d2a run reads it')
    .summary('write an Excel workbook to fill in')
    .argument('[dir]', 'folder for it', '.')
    .option(...START)
    .option(...WEEKS)
    .withExamples('d2a template my-plan', 'd2a template my-plan --start 2026-12-01 --weeks 26')
    .action(async (dir: string, options: Partial<PlanPeriod>) =>
      done(await (await import('./template.ts')).template(dir, options)),
    );
  d2a
    .command('validate')
    .description('check scenario files and list every mistake, without running them')
    .summary('list every mistake, without running anything')
    .argument('<file...>', 'scenario files', namedFiles('file'))
    .option(...WITH)
    .withExamples('d2a validate my-plan/start.yaml', 'd2a validate my-plan/*.yaml')
    .action(async (files: string[], options: { with?: string[] }) =>
      done(await (await import('./validate.ts')).validate(files, options.with)),
    );
  d2a
    .command('explain')
    .description('read a scenario back in plain words: its routes, its values and where they are from')
    .summary('read a plan back in plain words')
    .argument('<file>', 'scenario file', namedFile('file'))
    .argument('[path]', 'only values under this path, e.g. services.home-support')
    .option('--with <file>', 'with this file of changes over it')
    .option('--lanes', 'also how the engine carries people: at the door, or by events')
    .withExamples('d2a explain my-plan/start.yaml', 'd2a explain my-plan/start.yaml services.home-support')
    .action(async (file: string, path: string | undefined, options: { with?: string; lanes?: boolean }) =>
      done(await (await import('./explain.ts')).explain(file, path, options)),
    );
  d2a
    .command('schema')
    .description('print the JSON Schema of scenario files, for editors')
    .withExamples('d2a schema')
    .action(async () => done(await (await import('./schema.ts')).schema()));
}

function addRun(d2a: D2aCommand, signal: AbortSignal, done: Done): void {
  d2a
    .command('run')
    .description('simulate scenarios and write their reports; several are compared with the first')
    .summary('simulate plans, compare them, write the reports')
    .argument('<file...>', 'scenario files', namedFiles('file'))
    .optionsGroup(OPTIONS.simulated)
    .option(...WITH)
    .option('--set <path=value>', 'change a value of the scenario; may be repeated', setOption)
    .option('--replications <n>', 'how many times to simulate the period', replicationsOption)
    .option('--seed <n>', 'seed of the random numbers', seedOption)
    .optionsGroup(OPTIONS.written)
    .option(
      '--out <dir>',
      'folder for the files (default: out/NAME of the scenario file, out/NAME-compared of several)',
      folderOption,
    )
    .addOption(formats())
    .option('--events', 'also write tables/events.csv: what happens to whom in the first replication')
    .option('--json', 'print a summary for machines')
    .option('--check', 'exit with 3 where an ambition is missed: met in fewer than half of the replications')
    .optionsGroup(OPTIONS.computed)
    .option('--workers <n>', 'processor cores to use; the result does not depend on it', workersOption, defaultWorkers())
    .addOption(new Option('--engine <name>', 'event queue to use').choices(['native', 'simjs']).default('native'))
    .addOption(shardOption().conflicts(['format', 'events', 'json', 'check']))
    .withExamples(
      'd2a run my-plan/start.yaml',
      'd2a run my-plan/start.yaml my-plan/fewer-beds.yaml --out out/beds',
      'd2a run my-plan/start.yaml --set "services.step-down.beds=16 beds"',
      'd2a run my-plan/start.yaml --shard 1/7',
    )
    .action(async (files: string[], options: RunOptions) => done(await (await import('./run.ts')).run(files, options, signal)));
}

function addMerge(d2a: D2aCommand, signal: AbortSignal, done: Done): void {
  d2a
    .command('merge')
    .description('put together what several machines have simulated with --shard: the same files as one machine writes')
    .summary('put the shards of several machines together')
    .argument('<shard...>', 'all shards of one run', namedFiles('shard'))
    .optionsGroup(OPTIONS.written)
    .option('--out <dir>', 'folder for the files (default: as without --shard)', folderOption)
    .addOption(formats())
    .option('--events', 'also write tables/events.csv: what happens to whom in the first replication')
    .option('--json', 'print a summary for machines')
    .option('--check', 'exit with 3 where an ambition is missed: met in fewer than half of the replications')
    .optionsGroup(OPTIONS.computed)
    .option(
      '--workers <n>',
      'processor cores for what no shard holds; the result does not depend on it',
      workersOption,
      defaultWorkers(),
    )
    .withExamples('d2a merge "out/start-shards/shard-*-of-7.ndjson"')
    .action(async (files: string[], options: MergeOptions) =>
      done(await (await import('./shards/merge.ts')).merge(files, options, signal)),
    );
}

function addReport(d2a: D2aCommand, done: Done): void {
  d2a
    .command('report')
    .description(
      'draw the report of a saved result again, with the decision.json of d2a sensitivity the assumptions by weight too; of several results, a comparison; of a decision.json by itself, its report',
    )
    .summary('draw the reports of saved results again')
    .argument(
      '<result.json...>',
      'results that d2a run has written, and what d2a sensitivity found of them; or what one search found',
      namedFiles('result.json'),
    )
    .optionsGroup(OPTIONS.written)
    .option('--out <dir>', 'folder for the files (default: beside the result; of several, out/comparison)', folderOption)
    .addOption(formats('stress').argParser(reportFormatOption))
    .withExamples(
      'd2a report out/start/result.json --format xlsx',
      'd2a report out/start/result.json out/fewer-beds/result.json',
      'd2a report out/start/result.json out/start-sensitivity/decision.json',
    )
    .action(async (files: string[], options: ReportOptions) => done(await (await import('./report.ts')).report(files, options)));
}

function addCheckPlan(d2a: D2aCommand, signal: AbortSignal, done: Done): void {
  d2a
    .command('check-plan')
    .description('hold what plans state (`stated`) against what comes out of the simulation')
    .summary('hold what plans state against the simulation')
    .argument('<file...>', 'scenario files', namedFiles('file'))
    .optionsGroup(OPTIONS.simulated)
    .option('--set <path=value>', 'change a value of the scenarios; may be repeated', setOption)
    .option('--replications <n>', 'how many times to simulate the period', replicationsOption)
    .optionsGroup(OPTIONS.written)
    .addOption(new Option('--format <kind>', 'a table for the terminal or in Markdown').choices(['text', 'md']).default('text'))
    .option(
      '--write [readme]',
      'also put the table into a README, between <!-- stated --> and <!-- /stated --> (default: that of the folder which holds the files)',
    )
    .optionsGroup(OPTIONS.computed)
    .option('--workers <n>', 'processor cores to use; the result does not depend on it', workersOption, defaultWorkers())
    .withExamples('d2a check-plan my-plan/start.yaml', 'd2a check-plan my-plan/start.yaml --format md')
    .action(async (files: string[], options: CheckPlanOptions) =>
      done(await (await import('./check-plan.ts')).checkPlan(files, options, signal)),
    );
}

function addHelp(d2a: D2aCommand, done: Done): void {
  d2a
    .command('completion')
    .description('print what lets a shell complete commands, options and files at the Tab key (how to install it: README.md)')
    .summary('print what lets the Tab key complete commands')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .withExamples('d2a completion bash', 'd2a completion powershell')
    .action(async (shell: Shell) => done(await (await import('./completion/completion.ts')).completion(d2a, shell)));
  const names = d2a.commands.map((command) => command.name());
  d2a
    .command('help')
    .description('print the help of a command')
    .addArgument(new Argument('[command]', 'a command').choices(names).argParser((name) => name))
    .withExamples('d2a help run')
    .action((name?: string) => helped(d2a, name));
}

/** Help of a command; of one that there is not, what commander says of it. */
async function helped(d2a: Command, name?: string): Promise<void> {
  const command = name === undefined ? d2a : d2a.commands.find((one) => one.name() === name);
  command?.help();
  await d2a.parseAsync([name as string], { from: 'user' });
}

const formats = (...more: string[]) =>
  new Option(
    '--format <list>',
    `files to write, with commas between${more.includes('stress') ? '; stress, by itself, prints the record for reviewers' : ''}`,
  )
    .choices([...FORMATS, ...more])
    .argParser(formatOption)
    .default(USUAL_FORMATS, USUAL_FORMATS.join(','));

const START = ['--start <date>', 'first day of the plan (default: the coming Monday)', dateOption] as const;
const WEEKS = ['--weeks <n>', 'length of the plan in weeks (default: 26)', weeksOption] as const;
const WITH = [
  '--with <file>',
  'also each scenario with this file of changes over it, such as a winter; may be repeated',
  withOption,
] as const;
