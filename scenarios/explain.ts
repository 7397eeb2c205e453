import type { ScenarioValue } from '../sim/result.ts';
import type { PresentGroup } from '../sim/scenario/start-from.ts';
import { dateInWords, readDate } from '../data/dates.ts';
import { inBrief } from './in-brief.ts';
import { replicationsInWords } from './in-brief-run.ts';
import { printable } from './printable.ts';
import type { ReadScenario } from './read-scenario.ts';

const TITLES: Record<string, string> = {
  population: 'People',
  period: 'Period',
  run: 'Run',
  places: 'Places',
  hospitals: 'Hospitals',
  referrals: 'Direct referrals',
  pathways: 'Pathways',
  'process-delay': 'Process delay',
  services: 'Services',
  sharing: 'Shared services',
  'start-from': 'People present at the start',
  calendar: 'Days by name',
  changes: 'Dated changes',
  'right-sizing': 'Right-sizing',
  diversion: 'Diversion',
  triggers: 'Triggers',
  costs: 'Costs',
  ambitions: 'Ambitions',
  observed: 'Observed',
  stated: 'What the plan states',
};

const ORIGINS: Record<ScenarioValue['origin'], string> = {
  source: 'source',
  assumption: 'assumption',
  default: 'default',
  unstated: 'no source given',
  'command line': 'command line',
};

/**
 * The resolved scenario: the plan in sentences, then every value with where it came from; with a path, only the values at it or
 * below. `titleOf` gives the title of a measure; `filled` is who is there at the start by flow balance.
 */
export function explain(
  read: ReadScenario,
  path?: string,
  titleOf = (measure: string) => measure,
  filled: PresentGroup[] = [],
): string[] {
  const values = read.values.filter((value) => path === undefined || value.path === path || value.path.startsWith(`${path}.`));
  const lines =
    path === undefined
      ? [
          ...heading(read),
          '',
          'In brief',
          ...inBrief(read, titleOf, filled).map((line) => `  ${line}`),
          '',
          'Every value, and where it is from',
        ]
      : [];
  let block = '';
  for (const value of values) {
    const next = value.path.split('.')[0] ?? '';
    if (next !== block) lines.push('', TITLES[next] ?? next);
    block = next;
    lines.push(...described(value));
  }
  return (path !== undefined && values.length === 0 ? [`Nothing is said at ${path}.`] : lines).map(inOneLine);
}

/** Indented as it is, otherwise safe to print. */
function inOneLine(line: string): string {
  return /^ */.exec(line)?.[0] + printable(line.trimStart());
}

function heading({ scenario, inputs }: ReadScenario): string[] {
  const start = readDate(scenario.start);
  const from = start === null ? scenario.start : dateInWords(start);
  const to = start === null ? '' : ` to ${dateInWords(start + scenario.days - 1)}`;
  return [
    scenario.name,
    ...(scenario.question ? [scenario.question] : []),
    `${from}${to}, ${scenario.startFrom === null ? `after ${scenario.warmUpDays} days of warm-up` : 'from the people present on the first day'}; ${scenario.population}; ${replicationsInWords(scenario.run)}`,
    `Read from ${inputs.map((input) => input.file).join(', ')}`,
  ];
}

function described(value: ScenarioValue): string[] {
  const written = value.written !== value.value && value.origin !== 'default' ? ` (written ${value.written})` : '';
  const range = value.range ? `, between ${value.range.low} and ${value.range.high}` : '';
  const confidence = value.confidence ? `, confidence ${value.confidence}` : '';
  const note = value.note ? `: ${value.note}` : '';
  const at = value.at ? ` [${value.at}]` : '';
  return [`  ${value.path}: ${value.value}${written}${range}`, `      ${ORIGINS[value.origin]}${note}${confidence}${at}`];
}
