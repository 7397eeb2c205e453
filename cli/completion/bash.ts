import type { CommandWords, OptionWords, Value } from './words.ts';

/** For bash 3.2 and later, with nothing else installed. */
export function bash([program, ...commands]: [CommandWords, ...CommandWords[]]): string {
  return `# Tab completion of d2a in bash. Made by: d2a completion bash
_d2a_words() { COMPREPLY+=($(compgen -W "$1" -- "$cur")); }
_d2a_folders() { _d2a_lines < <(compgen -d -- "$cur"); }
_d2a_files() {
  local end
  for end in "$@"; do _d2a_lines < <(compgen -f -X "!*.$end" -- "$cur"); done
  _d2a_folders
}
_d2a_lines() {
  local line
  compopt -o filenames 2>/dev/null
  while IFS= read -r line; do COMPREPLY+=("$line"); done
}

_d2a() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="" place=0 i word
  COMPREPLY=()
  # --out=dir is three words for bash.
  if [[ $cur == "=" ]]; then cur=""; elif [[ $prev == "=" ]]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    if [[ -z $command ]]; then
      [[ $word == -* ]] || command="$word"
    elif [[ $word == "=" ]]; then
      i=$((i + 1))
    elif [[ $word == -* ]]; then
      case "$command:$word" in
        ${patterns(commands, ({ takes }) => takes === 'a value')}) [[ \${COMP_WORDS[i+1]} == "=" ]] || i=$((i + 1)) ;;
      esac
    else
      place=$((place + 1))
    fi
  done

  case "$command:$prev" in
${commands.flatMap(optionValues).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case "$command" in
      "") _d2a_words "${flags(program)}" ;;
${commands.map((command) => `      ${command.name}) _d2a_words "${flags(command)}" ;;`).join('\n')}
    esac
    return
  fi
  if [[ -z $command ]]; then
    _d2a_words "${commands.map(({ name }) => name).join(' ')}"
    return
  fi
  case "$command:$place" in
${commands.flatMap(places).join('\n')}
  esac
}
complete -F _d2a d2a`;
}

const flags = ({ options }: CommandWords): string => options.flatMap((option) => option.flags).join(' ');

/** `run:--out|run:--seed`, of the options that fit. */
function patterns(commands: CommandWords[], fits: (option: OptionWords) => boolean): string {
  return commands
    .flatMap(({ name, options }) => options.filter(fits).flatMap((option) => option.flags.map((flag) => `${name}:${flag}`)))
    .join('|');
}

/** What may follow an option; after one that needs a value nothing else may. */
function optionValues(command: CommandWords): string[] {
  return command.options
    .filter(({ takes }) => takes !== 'nothing')
    .map(
      (option) =>
        `    ${patterns([command], (one) => one === option)}) ${[...call(option.value), ...(option.takes === 'a value' ? ['return'] : [])].join('; ') || ':'} ;;`,
    );
}

function places({ name, arguments: values, more }: CommandWords): string[] {
  return values.flatMap((value, i) => {
    const place = more && i === values.length - 1 ? '*' : String(i);
    return call(value).map((line) => `    ${name}:${place}) ${line} ;;`);
  });
}

function call(value: Value): string[] {
  if (value === null) return [];
  if ('words' in value) return [`_d2a_words "${value.words.join(' ')}"`];
  return 'files' in value ? [`_d2a_files ${value.files.join(' ')}`] : ['_d2a_folders'];
}
