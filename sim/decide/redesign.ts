import type { RedesignDecision } from '../decision.ts';
import { capacityCost, type Point, pointOf } from './point.ts';
import { difference } from './goals.ts';
import type { JudgeOptions } from './judge.ts';
import type { Lab } from './lab.ts';
import { confirmed, find } from './smallest.ts';
import { placed, type Space, told, withStep } from './space.ts';
import { Winters } from './winters.ts';

type Redesigned = Pick<RedesignDecision, 'answer' | 'early' | 'late' | 'doubleRunning' | 'looked'>;

/**
 * The earliest date of each closing, in their order, at which the goals still hold: each is searched with those before it at
 * their dates and those after it at the last date; none comes before the one it follows. A later date is never less safe.
 */
export async function redesign(lab: Lab, space: Space, options: JudgeOptions): Promise<Redesigned> {
  const looked: Redesigned['looked'] = [];
  const winters = new Winters();
  let at = [...space.lasts];
  let safe = true;
  for (const [i, last] of space.lasts.entries()) {
    const after = at[i - 1] ?? 0;
    const ladder = { last, at: (step: number) => placed(space, withStep(at, i, step)) };
    const found = await find(lab, ladder, options, winters, after - 1);
    looked.push(...found.looked.map((look) => told(withStep(at, i, look.step), look)));
    if (found.step === null) safe = false;
    else at = withStep(at, i, found.step);
    if (!safe) break;
  }
  return { ...(await inFull(lab, space, options, safe ? at : null)), looked };
}

/** The dates found, everything at once on the first date, and everything on the last, each in full; dates move later where the full run asks for it. */
async function inFull(
  lab: Lab,
  space: Space,
  options: JudgeOptions,
  found: number[] | null,
): Promise<Omit<Redesigned, 'looked'>> {
  const point = async (at: number[]): Promise<Point> =>
    pointOf(at, await lab.trial(await space.at(at), options.most), options.goals);
  const early = await point(space.lasts.map(() => 0));
  const late = await point(space.lasts);
  if (found === null) return { answer: null, early, late, doubleRunning: null };
  const most = Math.max(...space.lasts.map((last, i) => last - (found[i] ?? 0)));
  const later = (by: number) => found.map((step, i) => Math.min(space.lasts[i] ?? 0, step + by));
  const { step } = await confirmed(lab, { last: most, at: (by) => placed(space, later(by)) }, options, 0);
  if (step === null) return { answer: null, early, late, doubleRunning: null };
  const costs = async (at: number[]) => capacityCost(await lab.trial(await space.at(at), options.most)) ?? [];
  const more = difference(await costs(early.at), await costs(later(step)));
  return { answer: await point(later(step)), early, late, doubleRunning: more.n > 0 ? more : null };
}
