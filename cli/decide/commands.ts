import { Option } from 'commander';
import type { D2aCommand } from '../command.ts';
import { OPTIONS } from '../help.ts';
import { namedFile } from '../named-files.ts';
import {
  countOption,
  defaultWorkers,
  folderOption,
  poundsOption,
  replicationsOption,
  seedOption,
  setOption,
  shareOption,
  workersOption,
} from '../option-values.ts';
import type { Done } from '../exit.ts';
import { shardOption } from '../shards/option.ts';
import type { DecideOptions } from './decide.ts';
import type { SensitivityOptions } from './sensitivity.ts';
import type { SizeOptions } from './size.ts';
import type { SweepOptions } from './sweep.ts';

/** The commands that search, and their options. */
export function addSearches(d2a: D2aCommand, signal: AbortSignal, done: Done): void {
  simulating(risking(searching(d2a.command('size'))))
    .description('find the smallest capacity that meets a goal at a risk the board accepts; of several capacities, the cheapest')
    .summary('find the smallest capacity that meets a goal')
    .withExamples(
      'd2a size my-plan/start.yaml --vary "services.step-down.beds=10..30:2 beds" --meet "delay-capacity of P2 at most 1 day"',
      'd2a size my-plan/start.yaml --vary "services.home-support.commissioned=300..600:10 h/week" --meet "delay-capacity of P1 at most 1 day" --risk 10%',
    )
    .action(async (file: string, options: SizeOptions) =>
      done(await (await import('./size.ts')).sizeCommand(file, options, signal)),
    );
  simulating(sweeping(searching(d2a.command('sweep'))))
    .description('simulate every point of a grid on the same people: what more buys, and where it is cheapest')
    .summary('try every point of a grid: what more buys')
    .withExamples('d2a sweep my-plan/start.yaml --vary "services.step-down.beds=10..30:2 beds"')
    .action(async (file: string, options: SweepOptions) =>
      done(await (await import('./sweep.ts')).sweepCommand(file, options, signal)),
    );
  simulating(weighing(searching(d2a.command('sensitivity'))))
    .description('move every assumption to its lowest and highest: which matter, and whether the answer depends on them')
    .summary('find the assumptions that the answer depends on')
    .withExamples('d2a sensitivity my-plan/start.yaml', 'd2a sensitivity my-plan/start.yaml --replications 20 --morris')
    .action(async (file: string, options: SensitivityOptions) =>
      done(await (await import('./sensitivity.ts')).sensitivityCommand(file, options, signal)),
    );
  simulating(risking(searching(d2a.command('redesign'))))
    .description('find the earliest dates at which capacity can close, one closing after another')
    .summary('find the earliest dates at which capacity can close')
    .withExamples(
      'd2a redesign my-plan/start.yaml --vary "changes.close-beds.from=2026-10-05..2027-01-04:1 week" --meet "delay-mean at most 1 day each month"',
    )
    .action(async (file: string, options: SizeOptions) =>
      done(await (await import('./redesign.ts')).redesignCommand(file, options, signal)),
    );
  simulating(keeping(d2a.command('decide')))
    .description('run the searches that a scenario keeps in its block `decide`')
    .summary('run the searches that a plan keeps')
    .withExamples('d2a decide my-plan/start.yaml')
    .action(async (file: string, options: DecideOptions) =>
      done(await (await import('./decide.ts')).decideCommand(file, options, signal)),
    );
}

/** What every search is asked. */
function searching(command: D2aCommand): D2aCommand {
  return command
    .optionsGroup(OPTIONS.asked)
    .addOption(
      repeated(
        '--vary <path=range>',
        'a value and what it may be, e.g. "services.step-down.beds=80..100:2 beds"; may be repeated',
      ),
    )
    .addOption(
      repeated('--meet <goal>', 'an ambition of the scenario by name, or "delay-capacity of P1 at most 1 day"; may be repeated'),
    );
}

function risking(command: D2aCommand): D2aCommand {
  if (command.name() === 'size')
    command.addOption(new Option('--by <what>', 'then lower each month as far as the goal still holds').choices(['month']));
  return command
    .addOption(
      new Option('--risk <share>', 'winters that may miss the goal (default: 10%)').argParser(shareOption).conflicts('on'),
    )
    .addOption(new Option('--on <what>', 'the mean, instead of a share of winters, must meet the goal').choices(['mean']));
}

function sweeping(command: D2aCommand): D2aCommand {
  return command
    .addOption(repeated('--show <measure>', 'a measure to show, e.g. "waiting of step-down"; may be repeated', 'delays'))
    .option(
      '--matters <pounds>',
      'smallest difference of cost that matters, e.g. £5000: a point clearly dearer by that is left early',
      poundsOption,
    );
}

function weighing(command: D2aCommand): D2aCommand {
  return command
    .addOption(repeated('--show <measure>', 'the measure that is moved', 'bed-days delayed'))
    .addOption(
      new Option(
        '--morris [walks]',
        'also move all of them together, on so many walks (Morris screening; 20 where none are named)',
      )
        .preset('20')
        .argParser(countOption),
    )
    .addOption(
      new Option(
        '--sobol [rows]',
        'also which share of the variance each of the ten widest has, from so many rows (128 where none are named)',
      )
        .preset('128')
        .argParser(countOption),
    );
}

function keeping(command: D2aCommand): D2aCommand {
  return command.optionsGroup(OPTIONS.asked).option('--only <name>', 'one of the searches that the plan keeps');
}

/** What every search simulates, writes and uses. */
function simulating(command: D2aCommand): D2aCommand {
  const shared = ['size', 'sweep'].includes(command.name());
  const kept = command.name() === 'decide';
  command
    .argument('<file>', 'scenario file', namedFile('file'))
    .optionsGroup(OPTIONS.simulated)
    .option('--set <path=value>', 'change a value of the scenario; may be repeated', setOption)
    .option('--seed <n>', 'seed of the random numbers', seedOption);
  if (kept) command.option('--replications <n>', 'replications of a point, instead of what each search says', replicationsOption);
  else command.option('--replications <n>', 'replications of a point that is not clear earlier', replicationsOption, 200);
  command
    .optionsGroup(OPTIONS.written)
    .option('--out <dir>', 'folder for the files; a search that was stopped goes on from what is there', folderOption)
    .option('--json', 'print the decision for machines')
    .optionsGroup(OPTIONS.computed)
    .option('--workers <n>', 'processor cores to use; the answer does not depend on it', workersOption, defaultWorkers())
    .addOption(new Option('--engine <name>', 'event queue to use').choices(['native', 'simjs']).default('native'));
  return shared ? command.addOption(shardOption().conflicts('json')) : command;
}

/** May be given several times. */
function repeated(flags: string, description: string, usual = 'none'): Option {
  return new Option(flags, description).argParser((text: string, before: string[]) => [...before, text]).default([], usual);
}
