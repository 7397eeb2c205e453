import type { SizeDecision } from '../../sim/decision.ts';
import { COSTS } from '../../sim/decide/point.ts';
import type { Standard } from '../../sim/decide/judge.ts';
import type { Months } from '../../sim/decide/profile.ts';
import { Refusal, type ExitCode } from '../exit.ts';
import { search } from './search.ts';
import type { SearchOptions } from './search-options.ts';
import type { FileSpace } from './space.ts';
import { refuseUnpriced } from './unpriced.ts';

export interface SizeOptions extends SearchOptions {
  risk?: number;
  on?: 'mean';
  by?: 'month';
}

/** `d2a size`: the smallest capacity that meets the goals, or the cheapest of several. */
export async function sizeCommand(file: string, options: SizeOptions, signal: AbortSignal): Promise<ExitCode> {
  if (options.vary.length === 0)
    throw new Refusal('What may be larger or smaller? Write --vary "services.NAME.commissioned=1600..2600:25 h/week".');
  if (options.meet.length === 0)
    throw new Refusal(
      'What is it to meet? Write --meet with the name of an ambition of the scenario, or "delay-capacity of P1 at most 1 day".',
    );
  if (options.by && options.vary.length > 1) throw new Refusal('A profile by month can vary one capacity only: give one --vary.');
  const standard: Standard = options.on === 'mean' ? { on: 'mean' } : { on: 'risk', risk: options.risk ?? 0.1 };
  return search<SizeDecision>(file, options, signal, {
    kind: 'size',
    asked: () => COSTS,
    bound: ({ lasts }) =>
      (Math.ceil(Math.log2((lasts[0] ?? 0) + 2)) + 2) *
      options.replications *
      lasts.slice(1).reduce((product, last) => product * (last + 1), 1),
    refuse(space) {
      if (space.lasts.length > 1)
        refuseUnpriced(space, 'Of several capacities the cheapest is looked for, so each needs a price:');
    },
    async run(lab, space, common) {
      const [{ size }, { goalsOf }] = await Promise.all([
        import('../../sim/decide/size.ts'),
        import('../../sim/decide/goals.ts'),
      ]);
      const goals = goalsOf(space.base.scenario, space.goals);
      return {
        ...common,
        kind: 'size',
        standard,
        ...(await size(lab, space, { goals, standard, most: options.replications }, options.by ? monthsOf(space) : null)),
      };
    },
  });
}

/** The one capacity with a dated value for each month of the period, over whatever the scenario's own changes make of it. */
function monthsOf(space: FileSpace): Months {
  const [{ path, values }] = space.varied as [FileSpace['varied'][number]];
  const { calendar } = space;
  const target = path.startsWith('changes.') ? path.split('.').slice(2).join('.') : path;
  return {
    names: calendar.map(({ month }) => month),
    at: (steps) =>
      space.with(
        calendar.flatMap(({ month, from, to }, i) =>
          [`from=${from}`, `to=${to}`, `${target}=${values[steps[i] ?? 0]}`].map((key) => `changes.size ${month}.${key}`),
        ),
      ),
  };
}
