import type { SensitivityDecision } from '../sim/decision.ts';
import type { Result } from '../sim/result.ts';

/** A saved result, and with it what `d2a sensitivity` found of the same run, where that is given; see `decide/same-run.ts`. */
export interface Reported extends Result {
  sensitivities?: SensitivityDecision[];
}
