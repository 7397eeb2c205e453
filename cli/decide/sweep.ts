import type { SweepDecision } from '../../sim/decision.ts';
import { COSTS } from '../../sim/decide/point.ts';
import { described } from '../../sim/decide/question.ts';
import { Refusal, type ExitCode } from '../exit.ts';
import { search } from './search.ts';
import type { SearchOptions } from './search-options.ts';
import { shownOf } from './shown.ts';
import { refuseUnpriced, unpriced } from './unpriced.ts';

export interface SweepOptions extends SearchOptions {
  /** `measure` or `measure of scope`. */
  show: string[];
  /** £. */
  matters?: number;
}

/** `d2a sweep`: every point of a grid on the same people; where it is cheapest, and what the last delayed day costs. */
export async function sweepCommand(file: string, options: SweepOptions, signal: AbortSignal): Promise<ExitCode> {
  if (options.vary.length === 0) throw new Refusal('What is to vary? Write --vary "services.NAME.beds=80..100:2 beds".');
  return search<SweepDecision>(file, options, signal, {
    kind: 'sweep',
    asked: (space) => [...COSTS, ...shownOf(space, options.show, options.kept)],
    bound: ({ lasts }) => options.replications * lasts.reduce((product, last) => product * (last + 1), 1),
    refuse(space) {
      if (options.matters !== undefined)
        refuseUnpriced(space, 'A difference of cost matters only where what is varied has a price; or leave out `--matters`:');
    },
    async run(lab, space, common) {
      const [{ sweep }, { goalsOf }] = await Promise.all([
        import('../../sim/decide/sweep.ts'),
        import('../../sim/decide/goals.ts'),
      ]);
      const { replications: most, matters = null } = options;
      const asked = described(space.base.scenario, shownOf(space, options.show, options.kept));
      const lacking = unpriced(space);
      const found = await sweep(lab, space, { goalsOf: (scenario) => goalsOf(scenario, space.goals), most, matters });
      return {
        ...common,
        kind: 'sweep',
        asked,
        matters,
        ...found,
        ...(lacking.length > 0 ? { cheapest: null, unpriced: lacking.map(({ what }) => what) } : {}),
      };
    },
  });
}
