import { type Command, CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { typedCommands, commandsOf, unreadable, wordsOf } from './typed.ts';

const COMMANDS = typedCommands();

test('what READMEs tell people to type reads the same in cmd, PowerShell and a Unix shell', () => {
  expect(COMMANDS.length).toBeGreaterThan(40);
  expect(COMMANDS.filter(({ block }) => block).length).toBeGreaterThan(5);
  const found = COMMANDS.flatMap(({ where, text }) => unreadable(text).map((what) => `${where}: ${what}: ${text}`));
  expect(found).toEqual([]);
});

test.each([
  ['npx d2a size plan.yaml \\', 'a line that goes on in the next'],
  ["npx d2a run plan.yaml --set 'a=1'", 'a single quote'],
  ['npx d2a init my-plan    # a plan', 'a comment'],
  ['npx d2a run {a,b}.yaml', 'names for the shell to make of braces'],
  ['npm ci && npm start', 'two commands in one line'],
  ['D2A_DEBUG=1 npx d2a run plan.yaml', 'a variable'],
  ['npx d2a schema > schema.json', 'output into a file, which Windows PowerShell writes as UTF-16'],
  ['npx d2a run plan.yaml --format html,json', 'a comma outside quotes, which PowerShell takes for two words'],
])('%s is found', (command, what) => expect(unreadable(command)).toContain(what));

test('what quotes hold is left alone, and stars are, which d2a fills in', () => {
  expect(unreadable('npx d2a size a/*.yaml --vary "x=1..2:1 h/week" --set "a=#, b (c)" --risk 10%')).toEqual([]);
  expect(wordsOf('d2a run "my plan.yaml" --set a="b c"')).toEqual(['d2a', 'run', 'my plan.yaml', '--set', 'a=b c']);
  expect(commandsOf('```sh\nnpm ci\n```\nuse `d2a run x.yaml`\n')).toEqual([
    { line: 2, text: 'npm ci', block: true },
    { line: 4, text: 'd2a run x.yaml', block: false },
  ]);
});

test('d2a knows each of these commands and its options, and those of its own help', async () => {
  const ours = COMMANDS.filter(({ text }) => /^(npx )?d2a \S+ \S/.test(text) && !/…|\b[A-Z]{4,}\b|\[/.test(text));
  const examples = (await program()).commands.flatMap((command) =>
    (command as Command & { examples: string[] }).examples.map((text) => ({ where: `d2a ${command.name()} --help`, text })),
  );
  expect([ours.length > 25, examples.length > 20]).toEqual([true, true]);
  const refused: string[] = [];
  for (const { where, text } of [...ours, ...examples]) {
    const said = await refusal(wordsOf(text.replace(/^npx /, '')).slice(1));
    if (said !== null) refused.push(`${where}: ${text}: ${said}`);
  }
  expect(refused).toEqual([]);
  expect(await refusal(['run', 'plan.yaml', '--wrokers', '2'])).toMatch(/unknown option/);
  expect(await refusal(['run'])).toMatch(/needs|missing/);
});

/** As it is built: the program reads its version beside dist/. */
async function program(): Promise<Command> {
  const built = await import(new URL('../../dist/cli/program.js', import.meta.url).href);
  return built.program(new AbortController().signal, () => {});
}

/** Why the command line would refuse the words; nothing is carried out. */
async function refusal(words: string[]): Promise<string | null> {
  const d2a = await program();
  for (const command of d2a.commands) command.action(() => {}).configureOutput({ writeErr: () => {} });
  try {
    await d2a.configureOutput({ writeErr: () => {} }).parseAsync(words, { from: 'user' });
  } catch (error) {
    // What is not of commander is about files, which are the reader's own.
    if (error instanceof Error && error.name === CommanderError.name) return error.message;
  }
  return null;
}
