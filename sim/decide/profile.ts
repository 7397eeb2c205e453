import type { SizeDecision } from '../decision.ts';
import { type Point, pointOf } from './point.ts';
import type { JudgeOptions } from './judge.ts';
import type { Lab } from './lab.ts';
import { confirmed, find } from './smallest.ts';
import { placed, type Space, told, withStep } from './space.ts';
import { Winters } from './winters.ts';

/** The scenario with a step of its own in each month. */
export interface Months extends Pick<Space, 'at'> {
  names: string[];
}

/**
 * From one level that meets the goals in every month, each month in turn is lowered as far as they still hold, the others
 * staying as they are. The whole is then run in full; where it misses, every month is raised by a step until it does not.
 */
export async function profile(
  lab: Lab,
  months: Months,
  level: number,
  options: JudgeOptions,
): Promise<{ profile: SizeDecision['profile']; looked: SizeDecision['looked'] }> {
  const looked: SizeDecision['looked'] = [];
  const winters = new Winters();
  let steps = months.names.map(() => level);
  for (const i of steps.keys()) {
    const ladder = { last: level, at: (step: number) => placed(months, withStep(steps, i, step)) };
    const found = await find(lab, ladder, options, winters);
    looked.push(...found.looked.map((look) => told([look.step], look)));
    steps = withStep(steps, i, found.step ?? level);
  }
  const raised = (by: number) => steps.map((step) => Math.min(level, step + by));
  const { step: by } = await confirmed(lab, { last: level, at: (more) => placed(months, raised(more)) }, options, 0);
  const final = raised(by ?? level);
  const point: Point = pointOf([level], await lab.trial(await months.at(final), options.most), options.goals);
  return { profile: { months: months.names.map((month, i) => ({ month, step: final[i] ?? level })), point }, looked };
}
