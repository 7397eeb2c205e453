import type { Result } from '../../sim/result.ts';
import type { Service } from '../../sim/scenario/service.ts';
import { daysBetween } from './dates.ts';
import { inForce } from './in-force.ts';
import { serviceScope } from './lookup.ts';
import { fixed } from './numbers.ts';
import { means, stepText, stepsOf, timeline } from './timeline.ts';

/** A week in which fewer can start than the plan asks for a week, since bank holidays or a closure leave fewer days that take new people. */
interface FewerStarts {
  /** Index among the weeks. */
  at: number;
  offered: number;
  asked: number;
}

/** Of a service of placements; a week in which the plan itself changes is none. By month nothing is told: no plan asks for a month. */
export function fewerStarts(result: Result, service: Service): FewerStarts[] {
  const { step, at } = stepsOf(result);
  if (service.kind !== 'placements' || step !== 'week') return [];
  const offered = means(timeline(result, 'starts-offered', serviceScope(service)));
  return at.flatMap((iso, i): FewerStarts[] => {
    const day = daysBetween(result.calendar.start, iso) + result.scenario.warmUpDays;
    const [asked, after, now] = [inForce(service.starts, day), inForce(service.starts, day + 6), offered[i]];
    if (typeof asked !== 'number' || asked !== after || now === null || now === undefined || now > asked - 0.01) return [];
    return [{ at: i, offered: now, asked }];
  });
}

/** Why a table holds another number than the plan: empty where none does. */
export function fewerStartsNote(result: Result, service: Service): string[] {
  const all = fewerStarts(result, service);
  const [first] = all;
  if (!first) return [];
  const { step, at } = stepsOf(result);
  const weeks = all.slice(0, 2).map((week) => stepText(result, step, at[week.at] ?? ''));
  const more = all.length > weeks.length ? `, and ${fixed(all.length - weeks.length)} more` : '';
  return [
    `Planned are ${fixed(first.asked)} starts a week. In weeks with a bank holiday or a closure fewer can start, since some days take nobody: ${fixed(first.offered, 1)} in ${weeks.join(', ')}${more}.`,
  ];
}
