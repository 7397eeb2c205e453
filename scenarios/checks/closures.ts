import type { Calendar } from '../calendar.ts';
import { daysOf } from '../changes/days.ts';
import type { Slip } from '../mistakes.ts';
import { type Branch, namesAt } from '../source/tree.ts';

/** Closures lie inside the period and end after they begin. */
export function checkClosures(tree: Branch, calendar: Calendar | null, slips: Slip[]): void {
  if (calendar === null) return;
  for (const service of namesAt(tree, ['services'])) {
    for (const name of namesAt(tree, ['services', service, 'closures']))
      daysOf(tree, ['services', service, 'closures', name], 'closure', calendar, slips);
  }
}
