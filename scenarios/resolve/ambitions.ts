import type { Ambition } from '../../sim/scenario.ts';
import { monthsOf } from '../calendar.ts';
import { find } from '../source/tree.ts';
import type { Context } from './context.ts';

export function ambitionsOf(context: Context): Ambition[] {
  return Object.entries(context.written.ambitions).flatMap(([name, keys]): Ambition[] => {
    const target = context.targets.get(name);
    if (!target) return [];
    const direction = keys['at most'] === undefined ? 'at least' : 'at most';
    const node = find(context.tree, ['ambitions', name, direction]);
    const each = keys['each-month']?.word === 'yes' ? [...monthsOf(context.calendar).keys()] : keys.in;
    return [
      {
        name,
        label: keys.label ?? name,
        measure: keys.measure,
        scope: target.scope,
        months: keys['sum-of'] ?? each ?? null,
        over: each ? 'each' : 'together',
        direction,
        target: target.quantity.amount,
        source: node?.type === 'value' ? (node.note?.text ?? null) : null,
      },
    ];
  });
}
