import { expect, test } from 'vitest';
import { calledBy } from '../../../cli/called.ts';
import { d2a, emptyFolder } from './d2a.ts';

const help = async (...args: string[]) => (await d2a([...args, '--help'], { cwd: emptyFolder() })).out;
const commandsOf = (text: string) =>
  [...(text.split('Start with:')[0] ?? '').matchAll(/^ {2}([a-z][a-z-]*)/gm)].map(([, name = '']) => name);

test('the commands stand in the order of the work, a line each, at 80 columns', async () => {
  const out = await help();
  const headings = [...out.matchAll(/^([A-Z][\w ]+):$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(['Options', 'Write a plan', 'Run it and report', 'Decide', 'Check and publish', 'Help', 'Start with']);
  expect(commandsOf(out).slice(0, 6)).toEqual(['init', 'template', 'validate', 'explain', 'schema', 'run']);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(out).not.toMatch(/\n {20,}\w/);
});

test('the help of every command fits 80 columns and ends with examples of it', async () => {
  for (const name of commandsOf(await help())) {
    const out = await help(name);
    expect(Math.max(...out.split('\n').map((line) => line.length)), name).toBeLessThanOrEqual(80);
    const examples = out.split(/^Examples.*:$/m)[1] ?? '';
    expect(examples.trim(), name).toMatch(new RegExp(`^d2a ${name}\\b`));
    expect(out, name).not.toContain('[]');
  }
});

test('d2a help COMMAND is its --help; d2a by itself is the help, as a mistake', async () => {
  const cwd = emptyFolder();
  expect((await d2a(['help', 'size'], { cwd })).out).toBe(await help('size'));
  expect(await d2a([], { cwd })).toEqual({ code: 2, out: '', err: await help() });
});

test('who came by npx is shown commands with npx', async () => {
  expect(calledBy({ npm_lifecycle_event: 'npx', npm_lifecycle_script: "'d2a'" })).toBe('npx d2a');
  expect(calledBy({ npm_lifecycle_event: 'npx', npm_lifecycle_script: '"d2a" "run"' })).toBe('npx d2a');
  expect(calledBy({ npm_lifecycle_event: 'npx', npm_lifecycle_script: 'vitest' })).toBe('d2a');
  expect(calledBy({ npm_lifecycle_event: 'start', npm_lifecycle_script: 'node cli/bin/d2a.js run' })).toBe('d2a');
  const { err } = await d2a(['run'], { cwd: emptyFolder(), env: { npm_lifecycle_event: 'npx', npm_lifecycle_script: 'd2a' } });
  expect(err).toBe(
    'npx d2a run needs a scenario file. For example:\n  npx d2a run my-plan/start.yaml\n(npx d2a run --help shows its options and examples)\n',
  );
});
