import type { SweepDecision } from '../decision.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { difference, type Goal, meanOf } from './goals.ts';
import type { Lab } from './lab.ts';
import { selectSmallest } from '../statistics/kim-nelson.ts';
import { COSTS, pointOf, totalCost } from './point.ts';
import { everyPlace, type Space } from './space.ts';

type Swept = Pick<SweepDecision, 'points' | 'cheapest'>;

/** Chance of choosing a point that is dearer by what matters, replications before a point is left and from one look to the next. */
const KN = { alpha: 0.05, n0: 20, every: 10 };

export interface SweepOptions {
  goalsOf(scenario: Scenario): { goal: Goal; at: number }[];
  /** Replications of a point. */
  most: number;
  /** Smallest difference of cost that matters, £: a point dearer by that is left as soon as it is clear; null: every point in full. */
  matters: number | null;
}

/** Every point of the grid on the same people; and, where costs are known, the cheapest with its flat region. */
export async function sweep(lab: Lab, space: Space, { goalsOf, most, matters }: SweepOptions): Promise<Swept> {
  const grid: { at: number[]; scenario: Scenario }[] = [];
  for (const at of everyPlace(space.lasts)) grid.push({ at, scenario: await space.at(at) });
  const total = async (i: number, n: number) => totalCost(await lab.trial((grid[i] as { scenario: Scenario }).scenario, n)) ?? [];
  const replications =
    matters === null ? grid.map(() => most) : (await selectSmallest(grid.length, total, { matters, most, ...KN })).replications;
  const points: Swept['points'] = [];
  const totals: (number[] | null)[] = [];
  for (const [i, { at, scenario }] of grid.entries()) {
    const trial = await lab.trial(scenario, replications[i] ?? most);
    points.push({
      ...pointOf(at, trial, goalsOf(scenario)),
      asked: trial.asked.slice(COSTS.length).map((values) => meanOf(values)),
    });
    totals.push(totalCost(trial));
  }
  return { points, cheapest: cheapestOf(points, totals) };
}

/** The least mean total; and the points whose total differs from it by no more than chance may. */
function cheapestOf(points: Swept['points'], totals: (number[] | null)[]): Swept['cheapest'] {
  const known = totals.flatMap((total, i) =>
    total === null ? [] : [{ at: (points[i] as Swept['points'][number]).at, total, mean: meanOf(total) }],
  );
  const most = Math.max(...known.map(({ total }) => total.length)); // a point that was left early is not the cheapest
  const [best] = known.filter(({ total }) => total.length === most).sort((a, b) => a.mean.mean - b.mean.mean);
  if (best === undefined) return null;
  const flat = known.flatMap(({ at, total }) => {
    const more = difference(best.total, total);
    return at === best.at || (more.interval !== null && more.interval[0] > 0) ? [] : [{ at, more }];
  });
  return { at: best.at, total: best.mean, flat };
}
