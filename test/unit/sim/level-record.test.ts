import { describe, expect, it } from 'vitest';
import { DayRecord } from '../../../sim/engine/day-record.ts';
import { wholeTicks } from '../../../sim/engine/ticks.ts';
import { LevelRecord, TOP_LEVEL } from '../../../sim/engine/level-record.ts';
import { ExactSum } from '../../../sim/seen/exact-sum.ts';
import { collection } from './rig.ts';

const days = (record: DayRecord) => ({ area: [...record.areaByDay], census: [...record.census] });

describe('the record of a level by day', () => {
  it('splits the area of a spell at midnights, and reads the census there', () => {
    const record = new LevelRecord(collection(0, 4));
    record.change(0.5, 2); // 2 from noon of day 0
    record.change(2.25, 3); // 5 from 06:00 of day 2
    record.change(3.5, -5); // nobody from noon of day 3
    record.advance(4);
    // day 0: 2 x 0.5; day 1: 2; day 2: 2 x 0.25 + 5 x 0.75; day 3: 5 x 0.5
    expect(days(record)).toEqual({ area: [1, 2, 4.25, 2.5], census: [2, 2, 5, 0] });
    expect(record.area()).toBe(9.75);
    // time at 0: 0.5 + 0.5; at 2: 1.75; at 5: 1.25
    expect([...record.timeAt].slice(0, 6)).toEqual([1, 0, 1.75, 0, 0, 1.25]);
    expect(record.top).toBe(5);
    expect(record.variance(4)).toBeCloseTo((4 * 1.75 + 25 * 1.25) / 4 - (9.75 / 4) ** 2, 12);
  });

  it('reads the census before anything that happens at that very midnight', () => {
    const record = new DayRecord(collection(0, 3));
    record.change(0.5, 4);
    record.change(1, -3);
    record.change(1, -1);
    record.change(2, 7);
    record.advance(3);
    expect(days(record)).toEqual({ area: [2, 0, 7], census: [4, 0, 7] });
  });

  it('keeps the level of the warm-up and nothing else of it', () => {
    const record = new LevelRecord(collection(10, 2));
    record.change(1, 100);
    record.change(9.5, -97);
    record.advance(9.9);
    record.change(10, 1); // at the first collected midnight: 4 from there on
    record.advance(12);
    expect(days(record)).toEqual({ area: [4, 4], census: [4, 4] });
    expect(record.top).toBe(4);
    expect(record.timeAt[4]).toBe(2);
    expect([...record.timeAt].reduce((a, b) => a + b)).toBe(2);
  });

  it('counts time above the highest place it keeps in that place, and areas and squares in full', () => {
    const record = new LevelRecord(collection(0, 2));
    record.change(0.5, TOP_LEVEL + 500);
    record.advance(2);
    expect(record.timeAt[TOP_LEVEL]).toBe(1.5);
    expect(record.area()).toBe((TOP_LEVEL + 500) * 1.5);
    expect(record.variance(2)).toBe(1500 ** 2 * 0.75 - (1500 * 0.75) ** 2);
  });

  it('can be brought up to a time inside a day, and again to a later one', () => {
    const record = new DayRecord(collection(0, 3));
    record.change(0.5, 4);
    record.advance(1.25);
    expect(days(record).area).toEqual([2, 1, 0]);
    record.advance(3);
    expect(days(record).area).toEqual([2, 4, 4]);
  });

  it('does not care how often it was brought up to date', () => {
    const often = new LevelRecord(collection(0, 5));
    const once = new LevelRecord(collection(0, 5));
    for (const record of [often, once]) record.change(0.5, 3);
    for (let quarter = 3; quarter < 18; quarter++) often.advance(quarter / 4);
    for (const record of [often, once]) record.change(4.5, -1);
    for (const record of [often, once]) record.advance(5);
    expect(days(often)).toEqual(days(once));
    expect(often.timeAt).toEqual(once.timeAt);
  });
});

/** Spells of people at whole ticks: some begin in the warm-up, some outlast the end, some are at midnights or empty. */
function spells(): { from: number; to: number; by: number }[] {
  let seed = 2017;
  const random = () => {
    seed = (seed * 48271) % 0x7fffffff;
    return seed / 0x7fffffff;
  };
  return Array.from({ length: 3000 }, (_, i) => {
    const from = i % 7 === 0 ? Math.floor(random() * 40) : random() * 40;
    const to = i % 11 === 0 ? from : i % 13 === 0 ? Math.ceil(from) + 3 : from - 6 * Math.log(1 - random());
    return { from: wholeTicks(from), to: wholeTicks(to), by: i % 5 === 0 ? 630 : 1 };
  });
}

const shuffled = <T>(items: T[]): T[] => items.map((_, i) => items[(i * 1999) % items.length] as T);

describe('spells told as intervals, and as changes when they happen', () => {
  const all = spells();
  const changes = all
    .flatMap(({ from, to, by }) => [
      { at: from, by },
      { at: to, by: -by },
    ])
    .filter(({ at }) => at <= 40)
    .sort((a, b) => a.at - b.at);

  /** Every other spell as an interval, the others as changes; none in the order of time. */
  const halfAndHalf = (record: DayRecord): void => {
    for (const [i, { from, to, by }] of all.entries()) {
      if (i % 2 === 0) record.interval(from, to, by);
      else {
        record.change(from, by);
        record.change(to, -by);
      }
    }
  };

  it('give the same areas and midnights to the last bit, in any order and mixed', () => {
    const [inTime, told, backwards, mixed] = Array.from({ length: 4 }, () => new DayRecord(collection(10, 30))) as [
      DayRecord,
      DayRecord,
      DayRecord,
      DayRecord,
    ];
    for (const { at, by } of changes) inTime.change(at, by);
    for (const { from, to, by } of all) told.interval(from, to, by);
    for (const { from, to, by } of shuffled(all)) backwards.interval(from, to, by);
    halfAndHalf(mixed);
    for (const record of [inTime, told, backwards, mixed]) record.advance(40);
    for (const record of [told, backwards, mixed]) expect(days(record)).toEqual(days(inTime));
    expect(inTime.area()).toBeGreaterThan(1000); // the spells are not all outside
  });

  it('give the same days at each level too, where the intervals are told before the first change', () => {
    const inTime = new LevelRecord(collection(10, 30));
    const [told, mixed] = [new LevelRecord(collection(10, 30)), new LevelRecord(collection(10, 30))];
    for (const { at, by } of changes) inTime.change(at, by);
    const people = shuffled(all).flatMap(({ by, ...spell }) => Array.from({ length: by }, () => spell));
    for (const { from, to } of people) told.interval(from, to);
    for (const { from, to } of people.slice(0, 5000)) mixed.interval(from, to);
    const later = people.slice(5000).flatMap(({ from, to }) => [
      { at: from, by: 1 },
      { at: to, by: -1 },
    ]);
    for (const { at, by } of later.filter(({ at }) => at <= 40).sort((a, b) => a.at - b.at)) mixed.change(at, by);
    expect(mixed.levelBefore(40)).toBe(inTime.levelBefore(40));
    for (const record of [inTime, told, mixed]) record.advance(40);
    for (const record of [told, mixed]) {
      expect(days(record)).toEqual(days(inTime));
      expect(record.timeAt).toEqual(inTime.timeAt);
      expect(record.top).toBe(inTime.top);
      expect(record.variance(30)).toBe(inTime.variance(30));
    }
    expect(inTime.top).toBe(TOP_LEVEL); // both kinds of level are met
  });
});

it('a level refuses an interval that is told after one has begun to count', () => {
  const record = new LevelRecord(collection(0, 5));
  record.interval(1, 2);
  record.change(3, 1);
  expect(() => record.interval(3.5, 4)).toThrow('told after');
});

describe('times in whole ticks', () => {
  it('add up to the same in any order, where plain times do not', () => {
    const exact = spells().map(({ from, to }) => to - from);
    const plain = exact.map((days) => days * (1 + 2 ** -40));
    const sum = (items: number[]) => items.reduce((so, days) => so + days, 0);
    expect(sum(shuffled(plain))).not.toBe(sum(plain));
    expect(sum(shuffled(exact))).toBe(sum(exact));
    expect(sum(exact)).toBeCloseTo(sum(plain), 6);
  });

  it('have squares that add up to the same in any order', () => {
    const squares = spells().map(({ from, to }) => (to - from) ** 2);
    const sum = (items: number[]) => {
      const sum = new ExactSum();
      for (const square of items) sum.add(square);
      return sum.value;
    };
    const plain = (items: number[]) => items.reduce((so, square) => so + square, 0);
    expect(plain(shuffled(squares))).not.toBe(plain(squares));
    expect(sum(shuffled(squares))).toBe(sum(squares));
    expect(sum(squares)).toBeCloseTo(plain(squares), 6);
  });

  it('leave midnights where they are, and move no time by more than 3 microseconds', () => {
    for (const day of [0, 1, 365, 3660]) expect(wholeTicks(day)).toBe(day);
    for (const day of [0.1, 1 / 3, 17.7, 364.99]) expect(Math.abs(wholeTicks(day) - day) * 86_400e6).toBeLessThan(3);
  });
});
