import type { Result, ScenarioValue } from '../../sim/result.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import { dayText, plusDays } from './dates.ts';
import { capital, scopeLabel, spaced } from './lookup.ts';

/** One entry of the scenario's `changes`. */
export interface Change {
  key: string;
  /** What it is called in reports. */
  label: string;
  /** When it holds, in words: `1 December 2017`; `to` is empty where it holds to the end. */
  spells: { from: string; to: string }[];
  /** What it changes: paths without the `changes.name.` before them. */
  parts: { path: string; value: string }[];
}

const CHANGE = /^changes\.([^.]+)\.(.+)$/;

/** Keys of a change that say when, not what. */
const WHEN = /^(from|to|after|wait|during|ramp\.(over|every))$/;

export function changesOf({ values, scenario }: Pick<Result, 'values' | 'scenario'>): Change[] {
  const found = new Map<string, Change>();
  for (const { path, value } of values) {
    const [, key, rest] = CHANGE.exec(path) ?? [];
    if (key === undefined || rest === undefined) continue;
    const change = found.get(key) ?? { key, label: capital(spaced(key)), spells: spellsOf(scenario, key), parts: [] };
    found.set(key, change);
    if (rest === 'label') change.label = value;
    else if (!WHEN.test(rest)) change.parts.push({ path: rest, value });
  }
  return [...found.values()];
}

function spellsOf({ changes, start, warmUpDays }: Scenario, key: string): Change['spells'] {
  const date = (day: number): string => dayText(plusDays(start, day - warmUpDays));
  const spells = changes?.find(({ name }) => name === key)?.spells ?? [];
  return spells.map(({ from, until }) => ({ from: date(from), to: until === null ? '' : date(until - 1) }));
}

/** Label of the change that sets `path` from that ISO day; null where none does. */
export const changeLabel = (changes: Change[], path: string, iso: string): string | null =>
  changes.find((c) => c.spells.some(({ from }) => from === dayText(iso)) && c.parts.some((p) => p.path === path))?.label ?? null;

/** What was given on the command line, as it was typed: `--seed 2`, `--set services.home-support.flex=5%`. */
export const setValues = ({ values }: Pick<Result, 'values'>): string[] => [
  ...new Set(values.filter((v) => v.origin === 'command line').map(asTyped)),
];

/** The place of such a value is the option it is from; of `--set`, without the value. */
const asTyped = ({ path, written, value, at }: ScenarioValue): string => {
  const set = `--set ${path}`;
  return at?.startsWith('--') && at !== set ? at : `${set}=${written || value}`;
};

const SCOPES: Record<string, string> = { services: 'service', pathways: 'pathway', hospitals: 'hospital' };

/** `services.home-support.commissioned` → `Home support: commissioned`; a change is headed by its label. */
export function pathText(result: Result, path: string): string {
  const [, key, rest] = CHANGE.exec(path) ?? [];
  if (key !== undefined && rest !== undefined) {
    const change = changesOf(result).find((c) => c.key === key);
    return `${change?.label ?? key}: ${rest === 'label' || WHEN.test(rest) ? rest : pathText(result, rest)}`;
  }
  const [first = '', name = '', ...more] = path.split('.');
  const kind = SCOPES[first];
  if (!kind || more.length === 0) return path.split('.').map(spaced).join(', ');
  return `${capital(scopeLabel(result.scenario, `${kind}:${name}`))}, ${more.map(spaced).join(', ')}`;
}
