import { wholeTicks } from '../engine/ticks.ts';
import { MOMENTS } from './patient.ts';
import type { Step } from '../patient-journey.ts';
import type { ListedPerson } from '../scenario/people.ts';
import type { Draw, LuckOf } from '../plan/journey.ts';

/** Room for a person's moments, then the times drawn, in the order in which the journey asks for them: days, or luck in (0, 1). */
export function timesOf(draws: Draw[], luck: LuckOf, listed?: ListedPerson): number[] {
  return drawTimes(new Array<number>(MOMENTS + draws.length), draws, luck, listed); // exactly as long as needed
}

/** Into an array that is long enough. */
export function drawTimes(times: number[], draws: Draw[], luck: LuckOf, listed?: ListedPerson): number[] {
  for (let i = 0; i < MOMENTS; i++) times[i] = Number.NaN;
  for (let i = 0; i < draws.length; i++) {
    const draw = draws[i] as Draw;
    times[MOMENTS + i] = wholeTicks((listed === undefined ? null : givenTime(draw.step, listed)) ?? drawnTime(draw, luck));
  }
  return times;
}

function drawnTime(draw: Draw, luck: LuckOf): number {
  let time = 0;
  for (const { at, quantile } of draw.parts) time += quantile(luck.of(at));
  return time;
}

function givenTime(step: Step, listed: ListedPerson): number | null {
  if (step.verb !== 'spend') return null;
  if (step.on === 'clinical stay') return listed.acuteStay;
  return step.on === 'stay' && Object.hasOwn(listed.stays, step.place.name) ? (listed.stays[step.place.name] as number) : null;
}
