import type { Ambition, FigureOf, Stated } from '../../sim/scenario/figures.ts';
import { wholeMonths } from '../calendar.ts';
import { find, type Path } from '../source/tree.ts';
import type { Word } from '../vocabulary/field.ts';
import type { Context } from './context.ts';

export function ambitionsOf(context: Context): Ambition[] {
  return Object.entries(context.written.ambitions).flatMap(([name, keys]): Ambition[] => {
    const target = context.targets.get(name);
    if (!target) return [];
    const direction = keys['at most'] === undefined ? 'at least' : 'at most';
    return [
      {
        name,
        label: keys.label ?? name,
        measure: keys.measure,
        scope: target.scope,
        ...monthsAsked(context, keys),
        direction,
        target: target.quantity.amount,
        source: noteAt(context, ['ambitions', name, direction]),
        ...(keys.example?.word === 'yes' ? { example: true } : {}),
      },
    ];
  });
}

export function statedOf(context: Context): Stated[] {
  return Object.entries(context.written.stated).flatMap(([name, keys]): Stated[] => {
    const figure = context.stated.get(name);
    if (!figure) return [];
    return [
      {
        name,
        label: keys.label ?? name,
        measure: keys.measure,
        scope: figure.scope,
        ...monthsAsked(context, keys),
        value: figure.quantity.amount,
        role: keys.role.word,
        within: figure.within,
        note: keys.note ?? null,
        source: noteAt(context, ['stated', name, 'value']),
      },
    ];
  });
}

interface MonthKeys {
  in?: string[] | undefined;
  'sum-of'?: string[] | undefined;
  over?: string[] | undefined;
  'each-month'?: Word<'yes' | 'no'> | undefined;
}

function monthsAsked({ calendar }: Context, keys: MonthKeys): Pick<FigureOf, 'months' | 'over'> {
  const each = keys['each-month']?.word === 'yes' ? wholeMonths(calendar) : keys.in;
  return { months: keys['sum-of'] ?? keys.over ?? each ?? null, over: each ? 'each' : 'together' };
}

function noteAt({ tree }: Context, path: Path): string | null {
  const node = find(tree, path);
  return node?.type === 'value' ? (node.note?.text ?? null) : null;
}
