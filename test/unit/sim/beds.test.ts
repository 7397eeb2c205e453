import { describe, expect, it } from 'vitest';
import { Beds } from '../../../sim/engine/beds.ts';
import { Appointment, Kind } from '../../../sim/engine/instant.ts';
import { arriving, collection, mondayToFriday, newClock, on, plan, SCHEDULERS } from './rig.ts';

/** Beds with a clock, ready to be asked for. */
function beds(ceiling: number, more: Parameters<typeof plan>[0] = {}, from = 0) {
  const clock = newClock();
  const ward = new Beds(plan(more), clock, collection(from));
  ward.setCeiling(ceiling);
  return { clock, ward };
}

describe('beds', () => {
  it('go to whoever has waited longest', () => {
    const { clock, ward } = beds(1);
    const people = [0.125, 0.25, 0.375, 0.5].map((day) => arriving(clock, ward, day, 2));
    clock.run(30);
    expect(people.map(({ startedAt }) => startedAt)).toEqual([0.125, 2.125, 4.125, 6.125]);
  });

  it('take everybody at once where they are unlimited', () => {
    const { clock, ward } = beds(Number.POSITIVE_INFINITY, { waitingLimit: 0 });
    const people = Array.from({ length: 5000 }, () => arriving(clock, ward, 1));
    clock.run(30);
    ward.advance(30);
    expect(people.every(({ answer }) => answer === 'in')).toBe(true);
    expect([ward.fullTime, ward.idleWhileWaiting, ward.waiting.area()]).toEqual([0, 0, 0]);
  });

  it('with a waiting list of nobody still admit whoever finds a free one, and refuse the others', () => {
    const { clock, ward } = beds(1, { waitingLimit: 0 });
    const people = [1, 2, 4].map((day) => arriving(clock, ward, day, 2.5));
    clock.run(30);
    expect(people.map(({ answer }) => answer)).toEqual(['in', 'refused', 'in']);
  });

  it('with a waiting list of one refuse the second who would wait', () => {
    const { clock, ward } = beds(1, { waitingLimit: 1 });
    const people = [1, 2, 3].map((day) => arriving(clock, ward, day, 5));
    clock.run(30);
    expect(people.map(({ answer }) => answer)).toEqual(['in', 'waits', 'refused']);
  });

  it('that are closed let people stay, and start nobody until fewer are in than are open', () => {
    const { clock, ward } = beds(3);
    for (const stay of [4, 5, 6]) arriving(clock, ward, 0.5, stay); // leave on days 4.5, 5.5, 6.5
    const next = arriving(clock, ward, 1, 1);
    on(clock, 2, () => ward.setCeiling(1));
    clock.run(30);
    expect(next.startedAt).toBe(6.5); // 2 in at 4.5, 1 in at 5.5: one open, none free; nobody in at 6.5
    expect(ward.startsAboveCeiling).toBe(0);
  });

  it('that are opened take those waiting at that moment, in the order of the line', () => {
    const { clock, ward } = beds(0);
    const people = [1, 2, 3].map((day) => arriving(clock, ward, day));
    on(clock, 5, () => ward.setCeiling(2));
    clock.run(30);
    expect(people.map(({ startedAt }) => startedAt)).toEqual([5, 5, null]);
  });

  it('with a weekend gate start nobody on Saturday, and whoever waits on Monday at 00:00', () => {
    const { clock, ward } = beds(2, { acceptingDays: mondayToFriday() });
    const people = [4.875, 5.125, 6.5, 6.75].map((day) => arriving(clock, ward, day));
    clock.run(30);
    expect(people.map(({ startedAt }) => startedAt)).toEqual([4.875, 7, null, null]);
    expect(people.map(({ answer }) => answer)).toEqual(['in', 'waits', 'waits', 'waits']);
  });

  it('free on a Saturday behind the gate are taken on Monday, though the person waited since Thursday', () => {
    const { clock, ward } = beds(1, { acceptingDays: mondayToFriday() });
    arriving(clock, ward, 0, 5.5);
    const waiting = arriving(clock, ward, 3);
    clock.run(30);
    expect(waiting.startedAt).toBe(7);
  });

  it('tell the time with none free, and those idle while somebody waits', () => {
    const { clock, ward } = beds(2, { acceptingDays: mondayToFriday(7) });
    arriving(clock, ward, 1, 4.5); // 1 to 5.5
    arriving(clock, ward, 2, 4.25); // 2 to 6.25
    arriving(clock, ward, 3); // waits from 3 behind the gate of the weekend, to the end
    clock.run(7);
    ward.advance(7);
    expect(ward.fullTime).toBe(5.5 - 2);
    expect(ward.idleWhileWaiting).toBe(6.25 - 5.5 + 2 * (7 - 6.25));
    expect(ward.waiting.area()).toBe(4);
  });

  it('count nothing of the warm-up', () => {
    const { clock, ward } = beds(1, {}, 10);
    arriving(clock, ward, 0, 12); // in the bed to 12
    arriving(clock, ward, 4); // waits from 4 to 12, then stays
    clock.run(40);
    ward.advance(40);
    expect(ward.waiting.area()).toBe(2);
    expect(ward.using.area()).toBe(30);
    expect(ward.fullTime).toBe(30);
    expect(ward.personDays(40)).toEqual({ waited: 2, used: 30 });
  });
});

describe.each(SCHEDULERS)('a cut on the midnight at which the weekend gate opens (%s)', (_, make) => {
  it('comes first: nobody starts in a bed that is closed from that day', () => {
    for (const others of [0, 1, 2, 3, 5, 8]) {
      const clock = newClock(make);
      const ward = new Beds(plan({ acceptingDays: mondayToFriday() }), clock, collection());
      ward.setCeiling(2);
      clock.after(7, new Appointment(Kind.capacity, ward.plan.number, () => ward.setCeiling(0)));
      for (let i = 0; i < others; i++) on(clock, 5.2 + i / 10, () => on(clock, 7, () => {}));
      const saturday = arriving(clock, ward, 5.1);
      clock.run(30);
      expect(saturday.startedAt).toBe(null);
    }
  });
});
