import { describe, expect, it } from 'vitest';
import { Placements } from '../../../sim/engine/placements.ts';
import { arriving, collection, mondayToFriday, newClock, plan } from './rig.ts';

/** Starts offered on days 0, 1, 2 …; none later. */
function placements(offered: number[] | null, carryOver: boolean, weekdaysOnly = false) {
  const clock = newClock();
  const days = Int32Array.from({ length: 30 }, (_, day) => offered?.[day] ?? 0);
  const acceptingDays = weekdaysOnly ? mondayToFriday() : null;
  return {
    clock,
    service: new Placements(plan({ acceptingDays }), offered === null ? null : days, carryOver, clock, collection()),
  };
}

describe('new starts', () => {
  it('of a day go in the order of the line; the others wait for the next midnight that offers some', () => {
    const { clock, service } = placements([1, 0, 2], false);
    const people = [0.125, 0.25, 0.375, 0.5].map((day) => arriving(clock, service, day));
    clock.run(30);
    expect(people.map(({ startedAt }) => startedAt)).toEqual([0.125, 2, 2, null]);
  });

  it('not used are lost at midnight', () => {
    const { clock, service } = placements([3, 0, 0, 1], false);
    const people = [1.5, 1.6].map((day) => arriving(clock, service, day));
    clock.run(30);
    expect(people.map(({ startedAt }) => startedAt)).toEqual([3, null]);
  });

  it('not used are kept where they carry over', () => {
    const { clock, service } = placements([3, 0, 0, 1], true);
    const people = [1.5, 1.625, 1.75, 1.8125, 1.875].map((day) => arriving(clock, service, day));
    clock.run(30);
    expect(people.map(({ startedAt }) => startedAt)).toEqual([1.5, 1.625, 1.75, 3, null]);
  });

  it('kept over a weekend go on Monday at 00:00 to whoever came on Saturday, though Monday offers none of its own', () => {
    const { clock, service } = placements([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1], true, true);
    const saturday = arriving(clock, service, 5.5);
    clock.run(30);
    expect(saturday.startedAt).toBe(7);
  });

  it('are without limit where unlimited, on the days on which starts are accepted', () => {
    const { clock, service } = placements(null, false, true);
    const people = [4.5, 5.5, 6.5].map((day) => arriving(clock, service, day));
    clock.run(30);
    expect(people.map(({ startedAt }) => startedAt)).toEqual([4.5, 7, 7]);
  });

  it('are used up, not held', () => {
    const { clock, service } = placements([1, 1], false);
    arriving(clock, service, 0.5, 0.1);
    const next = arriving(clock, service, 0.7);
    clock.run(30);
    service.advance(30);
    expect(next.startedAt).toBe(1);
    expect(service.using.area()).toBe(0);
  });
});
