import type { ReadScenario } from '../scenarios/index.ts';
import { EXIT, type ExitCode, Refusal } from './exit.ts';
import { labelled } from './labelled.ts';
import { readScenarios, warningsOf } from './read-scenarios.ts';
import { colours, harmless, print } from './terminal.ts';
import { wrap } from './wrap.ts';

/** `d2a explain`: the plan in brief, every value with where it is from, then the ways through it; with a path, only the values at or under it. */
export async function explain(file: string, path?: string, over: string | null = null): Promise<ExitCode> {
  const [read] = await readScenarios([{ file, over }]);
  if (read === undefined) return EXIT.ourFault;
  const [scenarios, { filledFromFlowBalance, measureOptions, withFilled }] = await Promise.all([
    import('../scenarios/index.ts'),
    import('../sim/index.ts'),
  ]);
  const whole = { ...read, values: withFilled(read.values, read.scenario) };
  if (path !== undefined) refuseUnknown(whole, path);
  const titles = new Map(measureOptions().map(({ measure, title }) => [measure, title]));
  const lines = scenarios.explain(whole, path, (measure) => titles.get(measure) ?? measure, filledFromFlowBalance(read.scenario));
  if (path === undefined) lines.push(...(await ways(read)), ...(await warnings(read)));
  print(lines.map(shown).join('\n').trim());
  return EXIT.done;
}

async function ways({ scenario }: ReadScenario): Promise<string[]> {
  const { journeys } = await import('../sim/index.ts');
  const each = journeys(labelled(scenario)).flatMap(({ title, steps }) => [
    '',
    `  ${title}`,
    ...steps.map((step, i) => `    ${i + 1}. ${step}`),
  ]);
  return ['', 'Ways through the care system', ...each.slice(1)];
}

async function warnings(read: ReadScenario): Promise<string[]> {
  const all = await warningsOf(read);
  return all.length === 0 ? [] : ['', 'Warnings', ...all.map(({ text }) => `  - ${text}`)];
}

/** A line that starts at the margin is a heading; a longer one goes on further in. */
function shown(line: string): string {
  const margin = /^ */.exec(line)?.[0] ?? '';
  const text = wrap(harmless(line), `${margin}   `);
  return margin === '' ? colours.out.bold(text) : text;
}

function refuseUnknown({ values }: ReadScenario, path: string): void {
  const depth = path.split('.').length;
  if (values.some((value) => value.path === path || value.path.startsWith(`${path}.`))) return;
  const known = new Set(values.map((value) => value.path.split('.').slice(0, depth).join('.')));
  throw new Refusal(`Nothing in the scenario is called ${path}. There are: ${[...known].join(', ')}.`);
}
