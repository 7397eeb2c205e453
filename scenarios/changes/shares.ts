import { type Branch, find, namesAt, type Path, pathText } from '../source/tree.ts';
import { share } from '../units/kinds.ts';
import { Quantity, readQuantity } from '../units/quantity.ts';
import { dated, inForce, on } from './dated.ts';
import { FOLLOW_UP } from './targets.ts';
import type { Change } from './read-changes.ts';

/** A share from day to day. */
export type ShareSeries = { from: number; value: number | null }[];

/**
 * The shares by pathway of one hospital's people, or of those of them who live in a place: the place's own, or else the
 * hospital's, or else those of all. Changes of what is more particular act too. null where one is not understood.
 */
export function hospitalShares(
  tree: Branch,
  changes: Change[],
  hospital: string,
  place: string | null = null,
): Map<string, ShareSeries> | null {
  const shares = new Map<string, ShareSeries>();
  for (const pathway of namesAt(tree, ['pathways'])) {
    const levels = [...(place === null ? [] : [['places', place]]), ['hospitals', hospital], []].map((level) => [
      ...level,
      'pathways',
      pathway,
      'share',
    ]);
    const said = levels.findIndex((path) => find(tree, path) !== undefined);
    if (said < 0) continue;
    const base = shareAt(tree, levels[said] as string[]);
    if (base === null) return null;
    shares.set(pathway, series(base, on(changes, ...levels.slice(0, said + 1).map((path) => path.join('.')))));
  }
  return shares;
}

/** Whether the people of a place may have a split of their own. */
export function ownSplit(tree: Branch, changes: Change[], place: string): boolean {
  const path = ['places', place, 'pathways'];
  return namesAt(tree, path).length > 0 || changes.some(({ target }) => target.path.startsWith(`${path.join('.')}.`));
}

/** Where the people of a hospital or of referrals live; all in one place where only one is. null where it is not said or not understood. */
export function residenceShares(tree: Branch, changes: Change[], of: string[]): Map<string, ShareSeries> | null {
  const [only, ...others] = namesAt(tree, ['places']);
  if (find(tree, [...of, 'places']) === undefined)
    return only !== undefined && others.length === 0 ? new Map([[only, [{ from: 0, value: 1 }]]]) : null;
  const shares = new Map<string, ShareSeries>();
  for (const place of namesAt(tree, [...of, 'places'])) {
    const path = [...of, 'places', place];
    const base = shareAt(tree, path);
    if (base === null) return null;
    shares.set(place, series(base, on(changes, path.join('.'))));
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

/** The shares of a follow-up that are said. null where one is not understood. */
export function followUpShares(tree: Branch, changes: Change[], path: Path): Map<string, ShareSeries> | null {
  const shares = new Map<string, ShareSeries>();
  for (const one of FOLLOW_UP.map((key) => [...path, key]).filter((key) => find(tree, key))) {
    const base = shareAt(tree, one);
    if (base === null) return null;
    shares.set(String(one.at(-1)), series(base, on(changes, pathText(one))));
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

/** Days on which the shares change, with their sum from that day; of no shares at all, 0 from the first. */
export function sums(shares: Map<string, ShareSeries>): { from: number; sum: number }[] {
  const all = [...shares.values()];
  const days = [...new Set([0, ...all.flatMap((one) => one.map((entry) => entry.from))])].sort((a, b) => a - b);
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
