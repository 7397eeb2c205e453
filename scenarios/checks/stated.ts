import { find, namesAt, type Path } from '../source/tree.ts';
import { percent } from '../units/kinds.ts';
import { Quantity, readQuantity } from '../units/quantity.ts';
import { type Figures, figureAt, quantityAt } from './figures.ts';
import type { MeasureOption } from './measure-option.ts';

/** The part of a stated figure that needs the simulator's measures to be understood. */
export interface StatedFigure {
  scope: string;
  quantity: Quantity;
  /** In the measure's unit. */
  within: number | null;
}

/** The stated figures understood, by name. */
export function readStated(figures: Figures): Map<string, StatedFigure> {
  const found = new Map<string, StatedFigure>();
  for (const name of namesAt(figures.tree, ['stated'])) {
    const path = ['stated', name];
    const figure = figureAt(path, figures);
    if (!figure) continue;
    const quantity = quantityAt([...path, 'value'], figure.option, figures);
    const within = quantity && withinOf([...path, 'within'], figure.option, quantity.amount, figures);
    if (figure.scope && quantity) found.set(name, { scope: figure.scope, quantity, within });
  }
  return found;
}

/** A percentage is of what is stated, for a share too: 2% of 90% is 1.8 points. */
function withinOf(path: Path, option: MeasureOption, stated: number, figures: Figures): number | null {
  const node = find(figures.tree, path);
  if (node?.type !== 'value' || !node.written.includes('%')) return quantityAt(path, option, figures)?.amount ?? null;
  const read = readQuantity(node.value, percent);
  if (read instanceof Quantity) return read.amount * Math.abs(stated);
  figures.slips.push({ place: node.at, path, problem: read.problem, found: node.written, allowed: read.allowed });
  return null;
}
