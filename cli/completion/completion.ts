import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../exit.ts';
import { print } from '../terminal.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { powershell } from './powershell.ts';
import type { Shell } from './shell.ts';
import { wordsOf } from './words.ts';
import { zsh } from './zsh.ts';

const SCRIPTS = { bash, zsh, fish, powershell };

/** `d2a completion`: a script for the shell, made of the commands and options there are. */
export async function completion(program: Command, shell: Shell): Promise<ExitCode> {
  print(completionScript(program, shell));
  return EXIT.done;
}

export function completionScript(program: Command, shell: Shell): string {
  return SCRIPTS[shell](wordsOf(program));
}
