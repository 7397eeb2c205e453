import type { Result } from '../../sim/result.ts';
import { changesOf, pathText } from '../words/changes.ts';
import type { Table } from './figure.ts';

/** Every value that is not the same in all scenarios; a change that is called differently in each is named first. */
export function differingValues(results: Result[]): Table {
  const maps = results.map((r) => new Map(r.values.map((v) => [v.path, v.value])));
  const paths = [...new Set(results.flatMap((r) => r.values.map((v) => v.path)))];
  const rows = paths.map((path) => [nameOf(results, path), ...maps.map((m) => m.get(path) ?? 'not in it')])
    .filter(([, first, ...others]) => others.some((o) => o !== first));
  return { columns: [{ key: 'path', head: 'What' }, ...results.map((r, i) => ({ key: `scenario_${i + 1}`, head: r.scenario.name }))], rows };
}

/** In the words of the first scenario that has it, and the path itself beneath. */
function nameOf(results: Result[], path: string): string {
  const owner = results.find((r) => r.values.some((v) => v.path === path));
  if (!owner) return path;
  const labels = new Set(results.flatMap((r) => changesOf(r).filter((c) => path.startsWith(`changes.${c.key}.`)).map((c) => c.label)));
  const words = pathText(owner, path);
  const text = labels.size > 1 ? words.replace(/^[^:]*/, [...labels].join(' / ')) : words;
  return text === path ? path : `${text}\n${path}`;
}
