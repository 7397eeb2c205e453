import { describe, expect, it } from 'vitest';
import { Kind } from '../../../sim/engine/instant.ts';
import { newClock, on, SCHEDULERS } from './rig.ts';

describe.each(SCHEDULERS)('the order of one instant (%s)', (_, make) => {
  it('is a census of the warm-up, releases, changes of capacity, gates, triggers, ends of a stay, arrivals, whatever the order of scheduling', () => {
    const kinds = Object.keys(Kind) as (keyof typeof Kind)[];
    for (let turn = 0; turn < kinds.length; turn++) {
      const clock = newClock(make);
      const seen: string[] = [];
      const turned = [...kinds.slice(turn), ...kinds.slice(0, turn)];
      for (const name of turned) on(clock, 1, () => seen.push(name), Kind[name]);
      clock.run(2);
      expect(seen).toEqual(['census', 'release', 'capacity', 'gate', 'trigger', 'completion', 'arrival']);
    }
  });

  it('is by number within a kind', () => {
    const clock = newClock(make);
    const seen: number[] = [];
    for (const number of [5, 1, 4, 2, 3]) on(clock, 1, () => seen.push(number), Kind.completion, number);
    clock.run(2);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it('takes what an event causes at the same time among those still to come, in its place', () => {
    const clock = newClock(make);
    const seen: string[] = [];
    on(
      clock,
      1,
      () => {
        seen.push('stay 1 ends');
        on(clock, 1, () => seen.push('release it caused'), Kind.release);
        on(clock, 1, () => seen.push('stay 3 it caused'), Kind.completion, 3);
        on(clock, 1, () => seen.push('arrival it caused'), Kind.arrival, 1);
      },
      Kind.completion,
      1,
    );
    on(clock, 1, () => seen.push('stay 2 ends'), Kind.completion, 2);
    on(clock, 1, () => seen.push('arrival 2'), Kind.arrival, 2);
    clock.run(2);
    expect(seen).toEqual([
      'stay 1 ends',
      'release it caused',
      'stay 2 ends',
      'stay 3 it caused',
      'arrival it caused',
      'arrival 2',
    ]);
  });

  it('counts one event a pop of the scheduler, not what happens without delay', () => {
    const clock = newClock(make);
    on(clock, 0, () => {});
    on(clock, 1, () => on(clock, 1, () => {}));
    on(clock, 1, () => {});
    clock.run(2);
    expect(clock.events).toBe(2);
  });
});
