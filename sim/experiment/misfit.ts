import type { Plan } from '../plan/plan.ts';
import { TOP_NIGHTS } from '../seen/discharges.ts';
import type { Layout } from './layout.ts';
import type { Numbers } from './numbers.ts';

/** What of a replication's numbers has not the length that the layout asks for; null: all have. Numbers from elsewhere are held against it. */
export function misfit({ scenario, days }: Plan, layout: Layout, numbers: Numbers): keyof Numbers | null {
  const rows = (figures: { rows: unknown[] }[]): number => figures.reduce((sum, figure) => sum + figure.rows.length, 0);
  const nights = scenario.hospitals.length > 0 ? scenario.pathways.length : 0;
  const expected: { [K in Exclude<keyof Numbers, 'events'>]: number } = {
    whole: layout.entries.length,
    overTime: layout.overTime.length * layout.windows.length,
    ambitions: rows(layout.ambitions),
    stated: rows(layout.stated),
    queues: layout.queues.length * layout.queueWindows.length,
    daily: layout.series.length * layout.midnights.length,
    levels: layout.levels.length,
    nights,
    delays: nights,
    checks: 3,
    midnights: layout.watched ? layout.levels.length * days : 0,
  };
  const wrong = (Object.keys(expected) as (keyof typeof expected)[]).find((key) => numbers[key].length !== expected[key]);
  if (wrong !== undefined) return wrong;
  if (numbers.levels.some((shares) => shares.length < 2)) return 'levels';
  return (['nights', 'delays'] as const).find((key) => numbers[key].some(({ length }) => length !== TOP_NIGHTS + 1)) ?? null;
}
