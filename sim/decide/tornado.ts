import type { Scenario } from '../scenario/scenario.ts';
import { chanceOfMissing, difference, type Goal, type Mean } from './goals.ts';
import type { Lab, Trial } from './lab.ts';
import { COSTS } from './point.ts';

export interface Ends {
  low: Scenario;
  high: Scenario;
}

export interface Bar {
  /** Place among the values varied. */
  value: number;
  /** What the measure becomes at the lowest and at the highest, less what it is, on the same people. */
  low: Mean;
  high: Mean;
  /** Share of winters that miss a goal at either end; null without goals. */
  missed: { low: number; high: number } | null;
}

/**
 * One value at a time to its lowest and highest: all in `screened` replications, then the `widest` of them in `most`. Sorted by how
 * far they move the measure (the first asked for after the costs).
 */
export async function tornado(
  lab: Lab,
  base: Scenario,
  ends: Ends[],
  goals: { goal: Goal; at: number }[],
  most: number,
  { screened: few, widest }: { screened: number; widest: number },
): Promise<{ bars: Bar[]; base: Trial }> {
  const screened: Bar[] = [];
  for (const [value, one] of ends.entries()) screened.push(await barOf(lab, base, one, value, goals, Math.min(few, most)));
  const first = sorted(screened).slice(0, widest);
  const bars: Bar[] = [];
  for (const { value } of first) bars.push(await barOf(lab, base, ends[value] as Ends, value, goals, most));
  return { bars: [...sorted(bars), ...sorted(screened).slice(widest)], base: await lab.trial(base, most) };
}

async function barOf(
  lab: Lab,
  base: Scenario,
  { low, high }: Ends,
  value: number,
  goals: { goal: Goal; at: number }[],
  n: number,
): Promise<Bar> {
  const [middle, below, above] = [await lab.trial(base, n), await lab.trial(low, n), await lab.trial(high, n)];
  const of = (trial: Trial) => trial.asked[COSTS.length] ?? [];
  const missed =
    goals.length === 0 ? null : { low: chanceOfMissing(below, goals).share, high: chanceOfMissing(above, goals).share };
  return { value, low: difference(of(middle), of(below)), high: difference(of(middle), of(above)), missed };
}

const width = ({ low, high }: Bar): number => Math.max(low.mean, high.mean, 0) - Math.min(low.mean, high.mean, 0);
const sorted = (bars: Bar[]): Bar[] => [...bars].sort((a, b) => width(b) - width(a));
