import { expect, test } from 'vitest';
import { circles, usesOf } from './circles.ts';
import { sourceFiles } from './tree.ts';

const FILES = ['sim', 'scenarios', 'reports', 'data', 'cli', 'page'].flatMap(sourceFiles);

test('no files import one another in a circle, not even for a type: each can be read after those it imports', () => {
  expect(circles(FILES)).toEqual([]);
});

test('the search sees a circle, of two files or more, and no other file on the way to it', () => {
  const uses = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['d', 'b']],
    ['d', ['e']],
    ['e', ['e']],
    ['f', []],
  ]);
  expect(circles([...uses.keys()], uses)).toEqual([['b', 'c'], ['e']]);
});

test('imports of types are seen', () => {
  expect(usesOf(FILES).get('sim/engine/beds.ts')).toEqual(['sim/engine/capacity.ts']);
  expect(usesOf(FILES).get('sim/random/quantile.ts')).toEqual([]);
  expect(usesOf(FILES).get('sim/random/tabled.ts')).toEqual(['sim/random/quantile.ts']);
});
