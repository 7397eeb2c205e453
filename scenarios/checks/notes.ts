import type { Slip } from '../mistakes.ts';
import { type Branch, find, type Path, pathText, type Tree, type Value } from '../source/tree.ts';
import { Quantity, readQuantity } from '../units/quantity.ts';
import type { Written } from '../vocabulary/scenario.ts';

/** `low` and `high` come together, beside one value. */
export function checkNotes(tree: Branch, slips: Slip[]): void {
  const walk = (node: Tree, path: Path): void => {
    if (node.type === 'map') for (const [key, entry] of node.entries) walk(entry.node, [...path, key]);
    if (node.type !== 'value' || !node.note) return;
    const { low, high } = node.note;
    if ((low === null) === (high === null)) return;
    const missing = low ? 'high' : 'low';
    slips.push({
      place: (low ?? high ?? node).at,
      path,
      problem: `\`${missing}\` is missing: a range of ${pathText(path)} has a low and a high end.`,
    });
  };
  walk(tree, []);
}

/** `low` and `high` are in the unit of the value they speak of, and the right way round. */
export function checkRanges(written: Written, tree: Branch, slips: Slip[]): void {
  const walk = (output: unknown, path: Path): void => {
    if (output instanceof Quantity) checkRange(output, find(tree, path), path, slips);
    else if (typeof output === 'object' && output !== null)
      for (const [key, below] of Object.entries(output)) walk(below, [...path, key]);
  };
  walk(written, []);
}

function checkRange(quantity: Quantity<number | 'unlimited'>, node: Tree | undefined, path: Path, slips: Slip[]): void {
  if (node?.type !== 'value' || !node.note?.low || !node.note.high) return;
  const ends = [node.note.low, node.note.high].map((end) => endOf(end, quantity, path, slips));
  const [low, high] = ends;
  if (low === undefined || high === undefined || low <= high) return;
  slips.push({ place: node.note.low.at, path, problem: '`low` is above `high`.', found: node.note.low.written });
}

function endOf(end: Value, quantity: Quantity<number | 'unlimited'>, path: Path, slips: Slip[]): number | undefined {
  const read = readQuantity(end.value, quantity.kind);
  if (read instanceof Quantity) return read.amount;
  slips.push({ place: end.at, path, problem: read.problem, found: end.written, allowed: read.allowed });
  return undefined;
}
