import type { SizeDecision } from '../../sim/decision.ts';
import { COSTS } from '../../sim/decide/point.ts';
import type { Standard } from '../../sim/decide/judge.ts';
import { Refusal, type ExitCode } from '../exit.ts';
import { type SearchOptions, search } from './search.ts';

export interface SizeOptions extends SearchOptions {
  risk?: number;
  on?: 'mean';
}

/** `d2a size`: the smallest capacity that meets the goals, or the cheapest of several. */
export async function sizeCommand(file: string, options: SizeOptions, signal: AbortSignal): Promise<ExitCode> {
  if (options.vary.length === 0) throw new Refusal('What may be larger or smaller? Write --vary "services.NAME.commissioned=1600..2600:25 h/week".');
  if (options.meet.length === 0) throw new Refusal('What is it to meet? Write --meet with the name of an ambition of the scenario, or "delay-capacity of P1 at most 1 day".');
  const standard: Standard = options.on === 'mean' ? { on: 'mean' } : { on: 'risk', risk: options.risk ?? 0.1 };
  return search<SizeDecision>(file, options, signal, {
    kind: 'size',
    asked: () => COSTS,
    bound: ({ lasts }) => (Math.ceil(Math.log2((lasts[0] ?? 0) + 2)) + 2) * options.replications * lasts.slice(1).reduce((product, last) => product * (last + 1), 1),
    async run(lab, space, common) {
      const [{ size }, { goalsOf }] = await Promise.all([import('../../sim/decide/size.ts'), import('../../sim/decide/goals.ts')]);
      const goals = goalsOf(space.base.scenario, space.goals);
      return { ...common, kind: 'size', standard, ...(await size(lab, space, { goals, standard, most: options.replications })) };
    },
  });
}
