import type { Command } from 'commander';
import { D2A } from './called.ts';

/** Headings of the commands, in the order of the work. */
export const GROUP = {
  write: 'Write a plan:',
  run: 'Run it and report:',
  decide: 'Decide:',
  check: 'Check and publish:',
  more: 'Help:',
} as const;

/** Headings of the options of a command. */
export const OPTIONS = {
  simulated: 'What is simulated:',
  asked: 'What is asked:',
  written: 'What is written:',
  computed: 'How it is computed:',
} as const;

/** `run <file...>`: that a command has options, the last line of the help says once. */
export function subcommandTerm(command: Command): string {
  return `${command.name()} ${command.usage().replace(/\[options\] ?/, '')}`.trim();
}

export const AFTER = `
Start with:
  ${D2A} init my-plan
  ${D2A} run my-plan/start.yaml

Options and examples of a command:  ${D2A} run --help

Exit codes: 0 done; 1 a fault of d2a; 2 a mistake in what it was given;
3 an ambition missed (run --check), or a stated figure that does not agree
without a reason (check-plan); 4 a self-check failed; 130 interrupted.`;
