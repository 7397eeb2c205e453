import type { Result } from '../../sim/result.ts';
import { changesOf, pathText } from '../words/changes.ts';
import type { Table } from './figure.ts';

/** Parts of a plan that stand beside the simulation and change nothing in it. */
const BESIDE = /^(decide|stated|observed)\./;
/** What a change is called is in the name of its other rows. */
const LABEL = /^changes\.[^.]+\.label$/;

export const LEFT_OUT =
  'Left out: what changes no result (searches, and figures stated or observed), and the simulator’s own defaults for what only some scenarios have.';

/** Every value that is not the same in all scenarios; a change that is called differently in each is named first. */
export function differingValues(results: Result[]): Table {
  const maps = results.map((r) => new Map(r.values.map((v) => [v.path, v])));
  const paths = [...new Set(results.flatMap((r) => r.values.map((v) => v.path)))].filter(
    (path) => !BESIDE.test(path) && !LABEL.test(path),
  );
  const rows = paths.flatMap((path) => {
    const found = maps.map((m) => m.get(path));
    const said = found.filter((v) => v !== undefined);
    const same = new Set(said.map(({ value }) => value)).size === 1;
    return same && (said.length === found.length || said.every(({ origin }) => origin === 'default'))
      ? []
      : [[nameOf(results, path), ...found.map((v) => v?.value ?? 'not in it')]];
  });
  return {
    columns: [{ key: 'path', head: 'What' }, ...results.map((r, i) => ({ key: `scenario_${i + 1}`, head: r.scenario.name }))],
    rows,
  };
}

/** In the words of the first scenario that has it, and the path itself beneath. */
function nameOf(results: Result[], path: string): string {
  const owner = results.find((r) => r.values.some((v) => v.path === path));
  if (!owner) return path;
  const labels = new Set(
    results.flatMap((r) =>
      changesOf(r)
        .filter((c) => path.startsWith(`changes.${c.key}.`))
        .map((c) => c.label),
    ),
  );
  const words = pathText(owner, path);
  const text = labels.size > 1 ? words.replace(/^[^:]*/, [...labels].join(' / ')) : words;
  return text === path ? path : `${text}\n${path}`;
}
