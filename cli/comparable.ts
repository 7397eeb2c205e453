import type { Scenario } from '../sim/scenario/scenario.ts';
import { Refusal } from './exit.ts';

/** Refuses scenarios of another period or about other people than the first: neither their figures nor their dates stand beside one another. */
export async function refuseUnlike(named: { name: string; scenario: Scenario }[], done: string): Promise<void> {
  const [base, ...others] = named;
  if (base === undefined || others.length === 0) return;
  const [{ unlike }, { unlikeText }] = await Promise.all([import('../sim/index.ts'), import('../reports/index.ts')]);
  const lines = others.flatMap(({ name, scenario }) =>
    unlike(base.scenario, scenario)
      .filter(({ what }) => what !== 'start')
      .map((one) => `  ${name}: ${unlikeText(one)}`),
  );
  if (lines.length === 0) return;
  throw new Refusal(
    `These cannot be compared. ${done}\nThe base is ${base.name}.\n${lines.join('\n')}\nA difference would not be the effect of a change. Give all the same period and population, or name each in a command of its own.`,
  );
}
