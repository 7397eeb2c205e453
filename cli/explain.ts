import type { ReadScenario } from '../scenarios/index.ts';
import type { Lane } from '../sim/index.ts';
import { EXIT, type ExitCode, Refusal } from './exit.ts';
import { labelled } from './labelled.ts';
import { readScenarios, warningsOf } from './read-scenarios.ts';
import { colours, harmless, print } from './terminal.ts';
import { wrap } from './wrap.ts';

/** What is shown besides: with a file of changes over the plan; how people are carried. */
interface Shown {
  with?: string | null;
  lanes?: boolean;
}

/** `d2a explain`: the plan in brief, every value with where it is from, then the ways through it; with a path, only the values at or under it. */
export async function explain(
  file: string,
  path?: string,
  { with: over = null, lanes: asked = false }: Shown = {},
): Promise<ExitCode> {
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
  if (asked) lines.push(...(await carried(read)));
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

const BECAUSE: Record<NonNullable<Lane['because']>, string> = {
  services: 'they go to a service, where there may be a queue',
  'limited beds': 'the acute beds they need are limited',
  'comes back': 'they may come back',
  redirection: 'they may be redirected on the ready date',
  trigger: 'a trigger looks at the hospital while they are in it',
  'not in a bed': 'they hold no acute bed at first',
};

/** How the engine carries people; no result depends on it. */
async function carried({ scenario }: ReadScenario): Promise<string[]> {
  const { lanesOf } = await import('../sim/index.ts');
  const each = lanesOf(labelled(scenario)).map(
    ({ stream, pathway, because }) =>
      `  ${stream}, ${pathway}: ${because === null ? 'at the door, without events, as they can never wait' : `by events, as ${BECAUSE[because]}`}`,
  );
  return ['', 'How people are carried (no result depends on it)', ...each];
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
