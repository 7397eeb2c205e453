import { describe, expect, it } from 'vitest';
import { LevelRecord, TOP_LEVEL } from '../../../sim/engine/level-record.ts';
import { collection } from './rig.ts';

const days = (record: LevelRecord, n: number) => ({
  area: [...record.areaByDay].slice(0, n),
  census: [...record.census].slice(0, n),
});

describe('the record of a level', () => {
  it('splits the area of a spell at midnights, and reads the census there', () => {
    const record = new LevelRecord(collection(0, 4));
    record.change(0.5, 2); // 2 from noon of day 0
    record.change(2.25, 3); // 5 from 06:00 of day 2
    record.change(3.5, -5); // nobody from noon of day 3
    record.advance(4);
    // day 0: 2 x 0.5; day 1: 2; day 2: 2 x 0.25 + 5 x 0.75; day 3: 5 x 0.5
    expect(days(record, 4)).toEqual({ area: [1, 2, 4.25, 2.5], census: [2, 2, 5, 0] });
    expect(record.area()).toBe(9.75);
    // time at 0: 0.5 + 0.5; at 2: 1.75; at 5: 1.25
    expect([...record.timeAt].slice(0, 6)).toEqual([1, 0, 1.75, 0, 0, 1.25]);
    expect(record.top).toBe(5);
    expect(record.variance(4)).toBeCloseTo((4 * 1.75 + 25 * 1.25) / 4 - (9.75 / 4) ** 2, 12);
  });

  it('reads the census before anything that happens at that very midnight', () => {
    const record = new LevelRecord(collection(0, 3));
    record.change(0.5, 4);
    record.change(1, -3);
    record.change(1, -1);
    record.change(2, 7);
    record.advance(3);
    expect(days(record, 3)).toEqual({ area: [2, 0, 7], census: [4, 0, 7] });
  });

  it('keeps the level of the warm-up and nothing else of it', () => {
    const record = new LevelRecord(collection(10, 2));
    record.change(1, 100);
    record.change(9.5, -97);
    record.advance(9.9);
    record.change(10, 1); // at the first collected midnight: 4 from there on
    record.advance(12);
    expect(days(record, 2)).toEqual({ area: [4, 4], census: [4, 4] });
    expect(record.top).toBe(4);
    expect(record.timeAt[4]).toBe(2);
    expect([...record.timeAt].reduce((a, b) => a + b)).toBe(2);
  });

  it('counts time above the highest place it keeps in that place, and areas in full', () => {
    const record = new LevelRecord(collection(0, 2));
    record.change(0.5, TOP_LEVEL + 500);
    record.advance(2);
    expect(record.timeAt[TOP_LEVEL]).toBe(1.5);
    expect(record.area()).toBe((TOP_LEVEL + 500) * 1.5);
  });

  it('is the same whether it was brought up to date often or once', () => {
    const often = new LevelRecord(collection(0, 5));
    const once = new LevelRecord(collection(0, 5));
    for (const record of [often, once]) record.change(0.5, 3);
    for (let quarter = 3; quarter < 18; quarter++) often.advance(quarter / 4);
    for (const record of [often, once]) record.change(4.5, -1);
    for (const record of [often, once]) record.advance(5);
    expect(often.areaByDay).toEqual(once.areaByDay);
    expect(often.census).toEqual(once.census);
    expect(often.timeAt).toEqual(once.timeAt);
  });
});
