import type { CommandWords, OptionWords, Value } from './words.ts';

export function fish([program, ...commands]: [CommandWords, ...CommandWords[]]): string {
  return `# Tab completion of d2a in fish. Made by: d2a completion fish
function __d2a_token
    string replace -r '^--[^=]*=' '' -- (commandline -ct)
end
function __d2a_files
    __fish_complete_path (__d2a_token) | string match -r '^[^\\t]*(?:/|\\.(?:'$argv[1]'))(?:\\t.*)?$'
end
complete -c d2a -f
${[
  ...program.options.map((option) => line('__fish_use_subcommand', optionPart(option))),
  ...commands.map(({ name, text }) => line('__fish_use_subcommand', `-a ${name} -d ${quote(text)}`)),
  ...commands.flatMap((command) => [
    ...command.options.map((option) => line(within(command), optionPart(option))),
    ...argumentLines(command),
  ]),
].join('\n')}`;
}

const line = (condition: string, rest: string): string => `complete -c d2a -n ${quote(condition)} ${rest}`;
const within = ({ name }: CommandWords): string => `__fish_seen_subcommand_from ${name}`;

function optionPart({ flags, text, takes, value }: OptionWords): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  return [
    ...names,
    ...(takes === 'a value' ? ['-x'] : []),
    ...(takes === 'nothing' ? [] : offer(value)),
    `-d ${quote(text)}`,
  ].join(' ');
}

/** Kinds of argument of a command; fish is not told their places. */
function argumentLines(command: CommandWords): string[] {
  return command.arguments.flatMap((value) => offer(value).map((offered) => line(condition(command, value), offered)));
}

/** A word is chosen once. */
function condition(command: CommandWords, value: Value): string {
  const chosen = value !== null && 'words' in value ? `; and not __fish_seen_subcommand_from ${value.words.join(' ')}` : '';
  return within(command) + chosen;
}

function offer(value: Value): string[] {
  if (value === null) return [];
  if ('words' in value) return [`-a ${quote(value.words.join(' '))}`];
  return [
    `-a ${quote('files' in value ? `(__d2a_files "${value.files.join('|')}")` : '(__fish_complete_directories (__d2a_token))')}`,
  ];
}

const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
