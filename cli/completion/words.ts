import type { Argument, Command, Option } from 'commander';
import { kindOf, placeholderOf } from '../placeholders.ts';

/** What may stand at one place of a command line: some words, files of some ends, folders, or what only the user knows. */
export type Value = { words: readonly string[] } | { files: readonly string[] } | { folders: true } | null;

export interface OptionWords {
  /** `--out`, and the short one where there is one. */
  flags: string[];
  text: string;
  takes: 'nothing' | 'a value' | 'a value or nothing';
  value: Value;
}

export interface CommandWords {
  name: string;
  text: string;
  options: OptionWords[];
  /** By place; the last stands for all further ones where `more`. */
  arguments: Value[];
  more: boolean;
}

/** What can be completed, read off the commander program: nothing here is kept by hand. The first is the program itself. */
export function wordsOf(program: Command): [CommandWords, ...CommandWords[]] {
  return [commandWords(program), ...program.commands.map(commandWords)];
}

function commandWords(command: Command): CommandWords {
  const help = command.createHelp();
  return {
    name: command.name(),
    text: help.subcommandDescription(command),
    options: help.visibleOptions(command).map(optionWords),
    arguments: command.registeredArguments.map((argument) => valueFor(argument, argument.name())),
    more: command.registeredArguments.some(({ variadic }) => variadic),
  };
}

function optionWords(option: Option): OptionWords {
  const takes = option.required ? 'a value' : option.optional ? 'a value or nothing' : 'nothing';
  return {
    flags: [option.long, option.short].filter((flag) => flag !== undefined && flag !== null),
    text: option.description,
    takes,
    value: valueFor(option, placeholderOf(option.flags)),
  };
}

function valueFor({ argChoices }: Pick<Argument | Option, 'argChoices'>, placeholder: string): Value {
  if (argChoices !== undefined) return { words: argChoices };
  const kind = kindOf(placeholder);
  if (kind === undefined) return null;
  return kind.ends.length === 0 ? { folders: true } : { files: kind.ends };
}
