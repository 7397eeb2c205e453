import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { D2A } from './called.ts';
import { EXIT, type ExitCode, Refusal } from './exit.ts';
import { checkFolder, writeFolder } from './output-folder.ts';
import { packageFolder } from './package.ts';
import { periodInWords, type PlanPeriod, planPeriod } from './plan-period.ts';
import { startingOn } from '../scenarios/templates/starting-on.ts';
import { schemaText } from './schema.ts';
import { harmless, print } from './terminal.ts';

const SCENARIO = 'start.yaml';
/** Builds on the first. */
const PLACES = 'three-hospitals.yaml';
const SCHEMA = 'scenario.schema.json';
/** Editors with YAML support look for this line. */
const SCHEMA_LINE = /^# yaml-language-server:.*\n/m;

/** `d2a init`: the starting scenario, or with `places` also that of a county, with the schema beside so that an editor finds it. Never replaces a file. */
export async function init(
  folder: string,
  { places = false, ...asked }: Partial<PlanPeriod> & { places?: boolean } = {},
): Promise<ExitCode> {
  const period = planPeriod(asked);
  const scenarios = places ? [SCENARIO, PLACES] : [SCENARIO];
  const taken = [...scenarios, SCHEMA].map((name) => path.join(folder, name)).filter((file) => existsSync(file));
  if (taken.length > 0)
    throw new Refusal(`${taken.join(' and ')} already there: d2a init does not replace a file. Name another folder.`);
  checkFolder(folder, []);
  await writeFolder(folder, [
    ...scenarios.map((name) => ({
      name,
      text: `# yaml-language-server: $schema=${SCHEMA}\n${startingOn(template(name), period.start, period.weeks).replace(SCHEMA_LINE, '')}`,
    })),
    { name: SCHEMA, text: `${await schemaText()}\n` },
  ]);
  const file = harmless(path.join(folder, scenarios.at(-1) as string));
  print(
    `Wrote ${scenarios.map((name) => harmless(path.join(folder, name))).join(' and ')}, a small plan to make your own.\n${periodInWords(period)}\nThen:  ${D2A} validate ${file}\n       ${D2A} run ${file}`,
  );
  return EXIT.done;
}

const template = (name: string): string => readFileSync(path.join(packageFolder, 'scenarios', 'templates', name), 'utf8');
