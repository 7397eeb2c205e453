import type { Scenario } from '../../sim/scenario/scenario.ts';
import type { Slip } from '../mistakes.ts';
import { type Branch, type Path, placeOf } from '../source/tree.ts';
import type { MeasureOption } from './measure-option.ts';

/** Some measures need something to measure: a limit, a price, a second place. What is asked of this scenario, it must have. */
export function checkMeasured(scenario: Scenario, measures: MeasureOption[], tree: Branch, slips: Slip[]): void {
  const has = (measure: string, scope: string) =>
    measures.find((option) => option.measure === measure)?.hasIn?.(scenario, scope) ?? true;
  const tell = (path: Path, measure: string, scope: string) => {
    if (has(measure, scope)) return;
    const of = scope === 'all' ? '' : ` of ${scope.replace(':', ' ')}`;
    slips.push({
      place: placeOf(tree, path),
      path,
      problem: `This scenario has no \`${measure}\`${of}: what it is a measure of is unlimited, has no price, or is not there.`,
      found: measure,
    });
  };
  for (const { name, measure, scope } of scenario.ambitions) tell(['ambitions', name, 'measure'], measure, scope);
  for (const { name, measure, scope } of scenario.stated ?? []) tell(['stated', name, 'measure'], measure, scope);
  for (const { measure, scope } of scenario.run.precision?.on ?? []) tell(['run', 'on'], measure, scope);
}
