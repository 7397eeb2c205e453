import type { PlannedChange } from '../../sim/scenario/scenario.ts';
import type { Context } from './context.ts';

/** Every change with the days it came out at. */
export function plannedChanges({ written, changes }: Context): PlannedChange[] {
  return Object.entries(written.changes).map(([name, { label, after }]) => {
    const own = changes.filter((change) => change.name === name);
    const first = own.filter(({ target }) => target === own[0]?.target);
    return {
      name,
      label: label ?? name,
      after: after ?? null,
      spells: spellsOf(first),
      paths: [...new Set(own.map(({ target }) => target.path))],
    };
  });
}

/** Steps that follow one another at once are one spell. */
function spellsOf(steps: { from: number; until: number }[]): PlannedChange['spells'] {
  const spells: { from: number; until: number }[] = [];
  for (const { from, until } of steps) {
    const last = spells.at(-1);
    if (last?.until === from) last.until = until;
    else spells.push({ from, until });
  }
  return spells.map(({ from, until }) => ({ from, until: Number.isFinite(until) ? until : null }));
}
