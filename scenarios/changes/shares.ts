import { type Branch, find, namesAt, type Path, pathText } from '../source/tree.ts';
import { share } from '../units/kinds.ts';
import { Quantity, readQuantity } from '../units/quantity.ts';
import { dated, inForce, on } from './dated.ts';
import type { Change } from './read-changes.ts';

/** A share from day to day. */
export type ShareSeries = { from: number; value: number | null }[];

/** The shares of one hospital by pathway: its own, or else those all hospitals have. null where one is not understood. */
export function hospitalShares(tree: Branch, changes: Change[], hospital: string): Map<string, ShareSeries> | null {
  const shares = new Map<string, ShareSeries>();
  for (const pathway of namesAt(tree, ['pathways'])) {
    const general = ['pathways', pathway, 'share'];
    const own = ['hospitals', hospital, 'pathways', pathway, 'share'];
    const hasOwn = find(tree, own) !== undefined;
    if (!hasOwn && find(tree, general) === undefined) continue;
    const base = shareAt(tree, hasOwn ? own : general);
    if (base === null) return null;
    const acting = hasOwn ? on(changes, own.join('.')) : on(changes, general.join('.'), own.join('.'));
    shares.set(pathway, series(base, acting));
  }
  return shares;
}

/** The shares of a service's outcomes. null where one is not understood. */
export function outcomeShares(tree: Branch, changes: Change[], service: string): Map<string, ShareSeries> | null {
  const shares = new Map<string, ShareSeries>();
  for (const outcome of namesAt(tree, ['services', service, 'outcomes'])) {
    const path = ['services', service, 'outcomes', outcome];
    const base = shareAt(tree, path);
    if (base === null) return null;
    shares.set(outcome, series(base, on(changes, path.join('.'))));
  }
  return shares;
}

/** The shares of redirections, by their path. null where one is not understood. */
export function redirectionShares(tree: Branch, changes: Change[], paths: Path[]): Map<string, ShareSeries> | null {
  const shares = new Map<string, ShareSeries>();
  for (const path of paths.map((one) => [...one, 'share'])) {
    const base = shareAt(tree, path);
    if (base === null) return null;
    shares.set(pathText(path), series(base, on(changes, pathText(path))));
  }
  return shares;
}

/** Days on which the shares change, with their sum from that day. */
export function sums(shares: Map<string, ShareSeries>): { from: number; sum: number }[] {
  const all = [...shares.values()];
  const days = [...new Set(all.flatMap((one) => one.map((entry) => entry.from)))].sort((a, b) => a - b);
  return days.map((from) => ({ from, sum: all.reduce((sum, one) => sum + (inForce(one, from) ?? 0), 0) }));
}

function series(base: number, changes: Change[]): ShareSeries {
  return dated(base, changes).map(({ from, value }) => ({ from, value: value === 'unlimited' ? null : value }));
}

function shareAt(tree: Branch, path: Path): number | null {
  const node = find(tree, path);
  const read = node?.type === 'value' ? readQuantity(node.value, share) : null;
  return read instanceof Quantity ? read.amount : null;
}
