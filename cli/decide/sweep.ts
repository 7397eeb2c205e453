import type { SweepDecision } from '../../sim/decision.ts';
import { COSTS } from '../../sim/decide/point.ts';
import { type Asked, askedAs, described, entriesOf } from '../../sim/decide/question.ts';
import { Refusal, type ExitCode } from '../exit.ts';
import { type SearchOptions, search } from './search.ts';
import type { FileSpace } from './space.ts';

export interface SweepOptions extends SearchOptions {
  /** `measure` or `measure of scope`. */
  show: string[];
}

const USUAL: Asked[] = [{ measure: 'delay-mean', scope: 'all' }, { measure: 'bed-days-delayed', scope: 'all' }];

/** `d2a sweep`: every point of a grid on the same people; where it is cheapest, and what the last delayed day costs. */
export async function sweepCommand(file: string, options: SweepOptions, signal: AbortSignal): Promise<ExitCode> {
  if (options.vary.length === 0) throw new Refusal('What is to vary? Write --vary "services.NAME.beds=80..100:2 beds".');
  return search<SweepDecision>(file, options, signal, {
    kind: 'sweep',
    asked: (space) => [...COSTS, ...shownOf(space, options.show)],
    bound: ({ lasts }) => options.replications * lasts.reduce((product, last) => product * (last + 1), 1),
    async run(lab, space, common) {
      const [{ sweep }, { goalsOf }] = await Promise.all([import('../../sim/decide/sweep.ts'), import('../../sim/decide/goals.ts')]);
      return { ...common, kind: 'sweep', asked: described(space.base.scenario, shownOf(space, options.show)), ...(await sweep(lab, space, (scenario) => goalsOf(scenario, space.goals), options.replications)) };
    },
  });
}

/** What the user wants to see of every point; a scenario without hospitals has no delays to show. */
function shownOf({ base: { scenario } }: FileSpace, show: string[]): Asked[] {
  if (show.length === 0) return USUAL.filter((_, i) => entriesOf(scenario, USUAL)[i] !== null);
  const found = show.map((said) => askedAs(scenario, said));
  const unknown = show.filter((_, i) => found[i] === null);
  if (unknown.length > 0) throw new Refusal(`The scenario has no measure ${unknown.map((said) => `“${said}”`).join(', ')}. Write one as “waiting of SERVICE”; all are listed under Measures in scenarios/README.md.`);
  return found.flatMap((asked) => asked ?? []);
}
