import { describe, expect, it } from 'vitest';
import { Hours, minutes } from '../../../sim/engine/hours.ts';
import { arriving, collection, newClock, on, plan } from './rig.ts';

function hours(ceiling: number, smallest: number) {
  const clock = newClock();
  const service = new Hours(plan(), minutes(smallest), clock, collection());
  service.setCeiling(minutes(ceiling));
  return { clock, service };
}

describe('hours a week', () => {
  it('are kept in whole minutes, so that three thirds of an hour are one', () => {
    expect(minutes(1 / 3) * 3).toBe(60);
    expect(minutes(20.1)).toBe(1206);
    expect(minutes(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  });

  it('hold back small packages behind a large one at the head of the line', () => {
    const { clock, service } = hours(40, 5);
    arriving(clock, service, 0, 10, minutes(25)); // 15 free until day 10
    const large = arriving(clock, service, 1, 100, minutes(20));
    const small = arriving(clock, service, 2, 100, minutes(10));
    clock.run(30);
    expect([large.startedAt, small.startedAt]).toEqual([10, 10]);
  });

  it('exactly enough are enough', () => {
    const { clock, service } = hours(2, 0.1);
    const people = Array.from({ length: 21 }, (_, i) => arriving(clock, service, 1 + i / 100, 100, minutes(0.1)));
    clock.run(30);
    expect(people.filter(({ answer }) => answer === 'in')).toHaveLength(20); // 20 x 6 minutes
  });

  it('delivered and waited for are recorded in minutes, and a cut leaves packages running', () => {
    const { clock, service } = hours(40, 20);
    arriving(clock, service, 0, 3, minutes(20));
    arriving(clock, service, 0, 6, minutes(20));
    const third = arriving(clock, service, 1, 2, minutes(20));
    on(clock, 2, () => service.setCeiling(minutes(20)));
    clock.run(10);
    service.advance(10);
    expect(third.startedAt).toBe(6); // at 3 one package still fills the 20 hours left
    expect(service.delivered.area() / 60).toBe(20 * (3 + 6 + 2));
    expect(service.awaited.area() / 60).toBe(20 * 5);
    expect(service.fullTime).toBe(8); // 40 of 40, then 40 and 20 of 20, to day 8
  });

  it('too few for one package are full', () => {
    const { clock, service } = hours(30, 20);
    arriving(clock, service, 0, 4, minutes(20));
    clock.run(10);
    service.advance(10);
    expect(service.fullTime).toBe(4);
  });
});
