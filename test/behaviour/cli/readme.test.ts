import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { d2a, emptyFolder } from './d2a.ts';

const README = readFileSync(new URL('../../../cli/README.md', import.meta.url), 'utf8');
const COMMANDS = [...README.matchAll(/^\| `d2a ([\w-]+)/gm)].map(([, name = '']) => name);

async function help(...args: string[]): Promise<string> {
  return (await d2a([...args, '--help'], { cwd: emptyFolder() })).out;
}

test('cli/README.md lists every command, and no other', async () => {
  const listed = (await help()).split(/^Start with:$/m)[0] ?? '';
  expect([...listed.matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name]) => name).sort()).toEqual([...COMMANDS].sort());
});

test('cli/README.md lists every option of every command, and no other', async () => {
  const rows = [...README.matchAll(/^\| `(--[a-z]+)[^`]*` \| ((?:`[\w-]+`(?:, )?)+) \|/gm)].flatMap(([, option, commands = '']) =>
    [...commands.matchAll(/[\w-]+/g)].map((command) => `${command} ${option}`),
  );
  const options = await Promise.all(COMMANDS.filter((name) => name !== 'help').map(optionsOf));
  expect(rows.sort()).toEqual(options.flat().sort());
});

async function optionsOf(command: string): Promise<string[]> {
  const options = [...((await help(command)).split(/^Examples/m)[0] ?? '').matchAll(/^ +(?:-\w, )?(--[a-z]+)/gm)].map(
    ([, option]) => option,
  );
  return options.filter((option) => option !== '--help').map((option) => `${command} ${option}`);
}

test('a scenario and the command line agree on how many replications are possible', () => {
  const guide = readFileSync(new URL('../../../scenarios/README.md', import.meta.url), 'utf8');
  expect(README).toContain('1 to 100,000;');
  expect(guide).toMatch(/`run\.replications`.*from 1 to 100,000/);
});
