import type { CommandWords, OptionWords, Value } from './words.ts';

export function zsh([program, ...commands]: [CommandWords, ...CommandWords[]]): string {
  return `#compdef d2a
# Tab completion of d2a in zsh. Made by: d2a completion zsh
_d2a() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
${commands.map(({ name, text }) => `    ${quote(`${name}:${text}`)}`).join('\n')}
  )
  _arguments -C ${program.options.flatMap(specs).join(' ')} '1: :->command' '*:: :->rest'
  case $state in
    command) _describe -t commands 'command' commands ;;
    rest)
      case $line[1] in
${commands.map((command) => `        ${command.name})\n          _arguments ${[...command.options.flatMap(specs), ...places(command)].join(' \\\n            ')} ;;`).join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _d2a ]]; then _d2a "$@"; else compdef _d2a d2a; fi`;
}

/** Every option may be given again: which may not, the command says. */
function specs({ flags, text, takes, value }: OptionWords): string[] {
  const tail = takes === 'nothing' ? '' : `${takes === 'a value' ? ':' : '::'} :${action(value)}`;
  return flags.map((flag) =>
    quote(`*${flag}${takes !== 'nothing' && flag.startsWith('--') ? '=' : ''}[${text.replace(/[\\\]:[]/g, '\\$&')}]${tail}`),
  );
}

function places({ arguments: values, more }: CommandWords): string[] {
  return values.map((value, i) => quote(`${more && i === values.length - 1 ? '*' : i + 1}: :${action(value)}`));
}

function action(value: Value): string {
  if (value === null) return ' ';
  if ('words' in value) return `(${value.words.join(' ')})`;
  return 'files' in value ? `_files -g "*.(${value.files.join('|')})(-.)"` : '_files -/';
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
