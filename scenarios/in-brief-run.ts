import type { Scenario } from '../sim/scenario/scenario.ts';
import type { Precision, RunPlan } from '../sim/scenario/run-plan.ts';
import { number } from './units/kinds.ts';

/** `200 replications`, or that there are as many as a precision takes. */
export function replicationsInWords({ replications, precision }: RunPlan): string {
  return precision
    ? `as many replications as the precision takes, at most ${number(replications)}`
    : `${number(replications)} replications`;
}

/** One sentence on the precision asked for, where one is. */
export function precisionInWords({ run }: Scenario, titleOf: (measure: string) => string): string[] {
  if (run.precision === undefined) return [];
  const { halfWidth, on, atLeast } = run.precision;
  const said = on.map((it) => nameOf(it, titleOf)).join('; ');
  return [
    `Precision: winters are simulated until half of the 95% interval is at most ${number(halfWidth * 100)}% of the average of: ${said}; at least ${number(atLeast)} and at most ${number(run.replications)} of them.`,
  ];
}

function nameOf({ measure, scope }: Precision['on'][number], titleOf: (measure: string) => string): string {
  return scope === 'all' ? titleOf(measure) : `${titleOf(measure)} of ${scope.slice(scope.indexOf(':') + 1)}`;
}
