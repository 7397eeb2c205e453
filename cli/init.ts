import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EXIT, type ExitCode, Refusal } from './exit.ts';
import { checkFolder, writeFolder } from './output-folder.ts';
import { packageFolder } from './package.ts';
import { schemaText } from './schema.ts';
import { harmless, print } from './terminal.ts';

const SCENARIO = 'start.yaml';
const SCHEMA = 'scenario.schema.json';
/** Editors with YAML support look for this line. */
const SCHEMA_LINE = /^# yaml-language-server:.*\n/m;

/** `d2a init`: the starting scenario, with the schema beside it so that an editor finds it. Never replaces a file. */
export async function init(folder: string): Promise<ExitCode> {
  const taken = [SCENARIO, SCHEMA].map((name) => path.join(folder, name)).filter((file) => existsSync(file));
  if (taken.length > 0)
    throw new Refusal(`${taken.join(' and ')} already there: d2a init does not replace a file. Name another folder.`);
  checkFolder(folder, []);
  const template = readFileSync(path.join(packageFolder, 'scenarios', 'templates', SCENARIO), 'utf8');
  writeFolder(folder, [
    { name: SCENARIO, text: `# yaml-language-server: $schema=${SCHEMA}\n${template.replace(SCHEMA_LINE, '')}` },
    { name: SCHEMA, text: `${await schemaText()}\n` },
  ]);
  const file = harmless(path.join(folder, SCENARIO));
  print(`Wrote ${file}, a small plan to make your own.\nThen:  d2a validate ${file}\n       d2a run ${file}`);
  return EXIT.done;
}
