import { find, namesAt } from '../source/tree.ts';
import type { Quantity } from '../units/quantity.ts';
import { type Figures, figureAt, quantityAt } from './figures.ts';

/** The part of an ambition that needs the simulator's measures to be understood. */
export interface Target {
  scope: string;
  quantity: Quantity;
  /** Which way its measure is better, where there is one. */
  better: 'lower' | 'higher' | null;
}

/** The targets understood, by the name of their ambition. */
export function readAmbitions(figures: Figures): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const name of namesAt(figures.tree, ['ambitions'])) {
    const path = ['ambitions', name];
    const figure = figureAt(path, figures);
    if (!figure) continue;
    const key = find(figures.tree, [...path, 'at most']) ? 'at most' : 'at least';
    const quantity = quantityAt([...path, key], figure.option, figures);
    if (figure.scope && quantity) targets.set(name, { scope: figure.scope, quantity, better: figure.option.better ?? null });
  }
  return targets;
}
