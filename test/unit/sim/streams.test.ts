import { expect, test } from 'vitest';
import { Luck } from '../../../sim/random/luck.ts';
import { stream, type Uniform } from '../../../sim/random/streams.ts';

const draws = (n: number, seed: string, replication: number, purpose: string) =>
  Array.from({ length: n }, stream(seed, replication, purpose));

function correlation(a: number[], b: number[]): number {
  const n = Math.min(a.length, b.length);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += ((a[i] as number) - 0.5) * ((b[i] as number) - 0.5);
  return (sum / n) * 12;
}

const N = 50_000;
const FAR = 4.5 / Math.sqrt(N);

test('the same key gives the same numbers; another seed, replication or purpose others', () => {
  const base = draws(5, '2017', 1, 'stay');
  expect(draws(5, '2017', 1, 'stay')).toEqual(base);
  for (const other of [draws(5, '2018', 1, 'stay'), draws(5, '2017', 2, 'stay'), draws(5, '2017', 1, 'outcome')]) {
    expect(other.some((u) => base.includes(u))).toBe(false);
  }
});

test('uniforms are inside (0, 1), the ends never reached, evenly spread', () => {
  const us = draws(N, '1', 1, 'pathway');
  expect(us.every((u) => u >= 2 ** -33 && u <= 1 - 2 ** -33)).toBe(true);
  const tenths = new Array<number>(10).fill(0);
  for (const u of us) tenths[Math.floor(u * 10)] = (tenths[Math.floor(u * 10)] as number) + 1;
  for (const count of tenths) expect(Math.abs(count - N / 10)).toBeLessThan(4.5 * Math.sqrt(N * 0.09));
});

test('streams of other purposes, replications and seeds are not correlated, nor is a stream with itself one draw later', () => {
  const base = draws(N, '1', 1, 'UHCW/pathway');
  const others = [
    draws(N, '1', 1, 'UHCW/acute stay'),
    draws(N, '1', 2, 'UHCW/pathway'),
    draws(N, '2', 1, 'UHCW/pathway'),
    draws(N, '1', 11, 'UHCW/pathway'),
    base.slice(1),
  ];
  for (const other of others) expect(Math.abs(correlation(base, other))).toBeLessThan(FAR);
});

test('first draws over replications are spread like any draws', () => {
  const firsts = Array.from({ length: 2000 }, (_, replication) => stream('1', replication + 1, 'UHCW/arrivals')());
  const mean = firsts.reduce((a, b) => a + b) / firsts.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(4.5 * Math.sqrt(1 / 12 / firsts.length));
  expect(Math.abs(correlation(firsts, firsts.slice(1)))).toBeLessThan(4.5 / Math.sqrt(firsts.length));
});

test('the n-th person has the n-th draw of every purpose, beyond any batch', () => {
  const purposes = ['a', 'b', 'c'];
  const luck = new Luck(purposes.map((purpose) => stream('1', 1, purpose)));
  const all = purposes.map((purpose) => draws(1000, '1', 1, purpose));
  for (let person = 0; person < 1000; person++) {
    luck.next();
    expect(purposes.map((_, purpose) => luck.of(purpose))).toEqual(all.map((of) => of[person]));
  }
});

test('a purpose asked about now and then gives each person what it would have given to one asked every time', () => {
  const luck = new Luck(['a', 'b'].map((purpose) => stream('1', 1, purpose)));
  const all = draws(2000, '1', 1, 'b');
  for (let person = 0; person < 2000; person++) {
    luck.next();
    if (person === 3 || person === 255 || person > 1700) expect([luck.of(1), luck.of(1)]).toEqual([all[person], all[person]]);
  }
});

test('a stream sets itself up at its first draw: one that nobody draws from gives nobody else other numbers', () => {
  const [first, idle, second] = ['a', 'b', 'c'].map((purpose) => stream('1', 1, purpose)) as [Uniform, Uniform, Uniform];
  const mixed = [first(), second(), first(), second(), idle()];
  const [a, b, c] = ['a', 'b', 'c'].map((purpose) => draws(2, '1', 1, purpose)) as [number[], number[], number[]];
  expect(mixed).toEqual([a[0], c[0], a[1], c[1], b[0]]);
});
