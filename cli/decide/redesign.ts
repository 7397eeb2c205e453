import type { RedesignDecision } from '../../sim/decision.ts';
import type { Standard } from '../../sim/decide/judge.ts';
import { COSTS } from '../../sim/decide/point.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import { Refusal, type ExitCode } from '../exit.ts';
import { search } from './search.ts';
import type { SearchOptions } from './search-options.ts';
import type { SizeOptions } from './size.ts';

/** Winters in which the worst week is looked for. */
const WINTERS = 100;

/** `d2a redesign`: the earliest dates at which capacity can close, one closing after another, at a risk the board accepts. */
export async function redesignCommand(file: string, options: SizeOptions, signal: AbortSignal): Promise<ExitCode> {
  if (options.vary.length === 0)
    throw new Refusal(
      'Which closings, and from when to when? Write --vary "changes.close-ten-beds.from=2021-10-04..2022-01-31:1 week", one after another.',
    );
  if (options.meet.length === 0)
    throw new Refusal(
      'What must still hold? Write --meet with the name of an ambition of the scenario, or "long-stay-21 at most 6% in 2022-01".',
    );
  const standard: Standard = options.on === 'mean' ? { on: 'mean' } : { on: 'risk', risk: options.risk ?? 0.1 };
  return search<RedesignDecision>(file, options, signal, {
    kind: 'redesign',
    asked: () => COSTS,
    bound: ({ lasts }) => options.replications * (3 + lasts.reduce((sum, last) => sum + Math.ceil(Math.log2(last + 2)) + 1, 0)),
    async run(lab, space, common) {
      const [{ redesign }, { goalsOf }] = await Promise.all([
        import('../../sim/decide/redesign.ts'),
        import('../../sim/decide/goals.ts'),
      ]);
      const goals = goalsOf(space.base.scenario, space.goals);
      const found = await redesign(lab, space, { goals, standard, most: options.replications });
      const plans = (
        [
          ['answer', found.answer],
          ['early', found.early],
          ['late', found.late],
        ] as const
      ).flatMap(([plan, point]) => (point === null ? [] : [{ plan, at: point.at }]));
      const worst = [];
      for (const { plan, at } of plans) worst.push(...(await worstWeek(plan, await space.at(at), options)));
      return { ...common, kind: 'redesign', standard, ...found, worst };
    },
  });
}

/** Of the whole result of a plan; none where nobody is in hospital. */
async function worstWeek(
  plan: RedesignDecision['worst'][number]['plan'],
  scenario: Scenario,
  { replications, ...computing }: SearchOptions,
): Promise<RedesignDecision['worst']> {
  const [{ experiment }, { forExperiment }] = await Promise.all([
    import('../../sim/index.ts'),
    import('../threads/computing.ts'),
  ]);
  const some = { ...scenario, run: { ...scenario.run, replications: Math.min(WINTERS, replications) } };
  const [result] = await experiment([{ scenario: some, values: [], inputs: [], warnings: [] }], {
    ...(await forExperiment(computing)),
    version: '',
  });
  const weeks = result?.byWeek.find(({ measure, scope }) => measure === 'no-criteria-to-reside' && scope === 'all')?.values ?? [];
  const top = weeks.reduce((best, week, i) => ((week?.mean ?? 0) > (weeks[best]?.mean ?? 0) ? i : best), 0);
  const summary = weeks[top];
  return summary
    ? [
        {
          plan,
          week: result?.calendar.weeks[top] ?? '',
          people: { n: summary.n, mean: summary.mean, interval: summary.interval },
        },
      ]
    : [];
}
