import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { d2a, emptyFolder } from './d2a.ts';

/** What a real shell offers at the Tab key, in a folder with one file of each kind, for a line as typed so far. */
const TRIED: { line: string; offered: string[] }[] = [
  { line: 'd2a re', offered: ['redesign', 'report'] },
  { line: 'd2a run --e', offered: ['--engine', '--events'] },
  { line: 'd2a run --engine ', offered: ['native', 'simjs'] },
  { line: 'd2a run ', offered: ['my plan.yaml', 'plans', 'winter.xlsx'] },
  { line: 'd2a run --seed 3 w', offered: ['winter.xlsx'] },
  { line: 'd2a size --vary "a=1..2 beds" w', offered: ['winter.xlsx'] },
  { line: 'd2a report ', offered: ['plans', 'result.json'] },
  { line: 'd2a run --out ', offered: ['plans'] },
  { line: 'd2a run --seed ', offered: [] },
  { line: 'd2a completion ', offered: ['bash', 'fish', 'powershell', 'zsh'] },
  { line: 'd2a help sw', offered: ['sweep'] },
];

const scripts = new Map<string, Promise<string>>();

async function printed(shell: string): Promise<string> {
  const { code, out, err } = await d2a(['completion', shell], { cwd: emptyFolder() });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

/** Printed once a shell. */
function scriptOf(shell: string): Promise<string> {
  const script = scripts.get(shell) ?? printed(shell);
  scripts.set(shell, script);
  return script;
}

async function folderWith(shell: string): Promise<string> {
  const cwd = emptyFolder();
  for (const name of ['my plan.yaml', 'winter.xlsx', 'result.json', 'notes.txt']) writeFileSync(path.join(cwd, name), '');
  mkdirSync(path.join(cwd, 'plans'));
  writeFileSync(path.join(cwd, 'notes.script'), await scriptOf(shell));
  return cwd;
}

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;
const offeredBy = (shell: string, args: string[], cwd: string): string[] =>
  [
    ...new Set(
      execFileSync(shell, args, { cwd, encoding: 'utf8', timeout: 30_000 })
        .split(/\r?\n/)
        .filter((line) => line !== ''),
    ),
  ].sort();

/** Words as bash would split them, the last being that before the cursor. */
const BASH = `source ./notes.script
eval "words=($1)"; [[ $1 == *" " ]] && words+=("")
COMP_WORDS=("\${words[@]}"); COMP_CWORD=$((\${#words[@]} - 1))
complete -p d2a >/dev/null && _d2a && printf '%s\\n' "\${COMPREPLY[@]}"; true`;

const FISH = 'source ./notes.script; complete -C $argv[1] | string split -f 1 \\t | string trim -r -c /; true';

/** A whole zsh behind a pseudo-terminal, which says what is added to the list and then ends. */
const ZSH_INSIDE = `PROMPT=
autoload -Uz compinit; compinit -u -D
source ./notes.script
bindkey '^I' complete-word
compadd() {
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
  typeset -a hits; builtin compadd -A hits "$@"
  (( $#hits )) && print -rl -- "@@"\${^hits}
  builtin compadd "$@"
}
comppostfuncs=(ended); ended() { exit }
print READY`;
const ZSH = `zmodload zsh/zpty; zpty z zsh -f -i; zpty -w z 'source ./inside.zsh'; zpty -r -m z line '*READY*'
zpty -w -n z "$1"$'\\t'
while zpty -r z line; do print -rn -- $line; done | tr -d '\\r' | sed -n 's/^.*@@//p'; true`;

test.skipIf(!has('bash')).each(TRIED)('bash completes "$line" (skipped without bash)', async ({ line, offered }) => {
  expect(offeredBy('bash', ['--norc', '-c', BASH, 'bash', line], await folderWith('bash'))).toEqual(offered);
});

test.skipIf(!has('fish')).each(TRIED)('fish completes "$line" (skipped without fish)', async ({ line, offered }) => {
  expect(offeredBy('fish', ['--no-config', '-c', FISH, line], await folderWith('fish'))).toEqual(offered);
});

test.skipIf(!has('zsh')).each(TRIED)('zsh completes "$line" (skipped without zsh)', async ({ line, offered }) => {
  const cwd = await folderWith('zsh');
  writeFileSync(path.join(cwd, 'inside.zsh'), ZSH_INSIDE);
  expect(offeredBy('zsh', ['-f', '-c', ZSH, 'zsh', line], cwd).map((word) => word.replaceAll('\\', ''))).toEqual(offered);
});

test.skipIf(!has('pwsh')).each(TRIED)('PowerShell completes "$line" (skipped without pwsh)', async ({ line, offered }) => {
  const ask = `. ([scriptblock]::Create((Get-Content -Raw ./notes.script))); (TabExpansion2 -inputScript '${line}' -cursorColumn ${line.length}).CompletionMatches | ForEach-Object { $_.ListItemText }`;
  expect(offeredBy('pwsh', ['-NoProfile', '-Command', ask], await folderWith('powershell'))).toEqual(offered);
});

test('every command and option of the help is in every script, and no brackets or quotes are left open', async () => {
  const { out: help } = await d2a(['size', '--help'], { cwd: emptyFolder() });
  const options = [...(help.split(/^Examples/m)[0] ?? '').matchAll(/^ +(?:-\w, )?--([a-z]+)/gm)].map(([, option = '']) => option);
  expect(options).toContain('vary');
  for (const shell of ['bash', 'zsh', 'fish', 'powershell']) {
    const out = await scriptOf(shell);
    for (const word of [...options, 'check-plan', 'redesign']) expect(out, `${shell}: ${word}`).toContain(word);
    if (shell === 'powershell') expect(balanced(out)).toBe(true);
  }
});

/** Outside strings and comments, as PowerShell writes them. */
function balanced(script: string): boolean {
  const bare = script.replace(/'(?:[^']|'')*'|"[^"\n]*"/g, '').replace(/#.*$/gm, '');
  const open: string[] = [];
  for (const [sign] of bare.matchAll(/[(){}[\]]/g)) {
    const closes = { ')': '(', '}': '{', ']': '[' }[sign];
    if (closes === undefined) open.push(sign);
    else if (open.pop() !== closes) return false;
  }
  return open.length === 0 && !/['"]/.test(bare);
}
