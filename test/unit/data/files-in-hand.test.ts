import { expect, test } from 'vitest';
import { Unreadable } from '../../../data/files.ts';
import { filesInHand } from '../../../data/files-in-hand.ts';
import { filesOnDisk } from '../../../data/files-on-disk.ts';

const bytes = new TextEncoder().encode('d2a: 1\n');
const files = filesInHand(new Map([['plans/north/plan.yaml', { bytes, sha256: 'x' }]]));

test.each([
  ['plan.yaml', undefined, 'plan.yaml'],
  ['./plans//north/plan.yaml', undefined, 'plans/north/plan.yaml'],
  ['base.yaml', 'plans/north/plan.yaml', 'plans/north/base.yaml'],
  ['../lists/people.csv', 'plans/north/plan.yaml', 'plans/lists/people.csv'],
  ['../../people.csv', 'plans/north/plan.yaml', 'people.csv'],
  ['../../../people.csv', 'plans/north/plan.yaml', '../people.csv'],
])('%s named in %s is %s, as on a disk', (name, namedIn, whole) => {
  expect(files.find(name, namedIn)).toBe(whole);
  const onDisk = filesOnDisk.find(name, namedIn === undefined ? undefined : filesOnDisk.find(namedIn));
  expect(filesOnDisk.shown(onDisk)).toBe(whole);
});

test.each([
  ['plan.yaml', undefined, 'plan.yaml'],
  ['plans/north/plan.yaml', undefined, 'plans/north/plan.yaml'],
  ['plans/north/base.yaml', 'plans/north/plan.yaml', 'base.yaml'],
  ['plans/lists/people.csv', 'plans/north/plan.yaml', '../lists/people.csv'],
  ['people.csv', 'plans/north/plan.yaml', '../../people.csv'],
])('%s beside %s is shown as %s, as on a disk', (file, beside, shown) => {
  expect(files.shown(file, beside)).toBe(shown);
  expect(filesOnDisk.shown(filesOnDisk.find(file), beside === undefined ? undefined : filesOnDisk.find(beside))).toBe(shown);
});

test('a way written on Windows is the same way', () => {
  expect(files.find('..\\lists\\people.csv', 'plans/north/plan.yaml')).toBe('plans/lists/people.csv');
});

test('what is not held, or too large, is refused in words that follow its name', () => {
  const why = (file: string, largest: number): string => {
    try {
      return String(files.read(file, largest).bytes.length);
    } catch (error) {
      if (error instanceof Unreadable) return `${error.missing} ${error.message}`;
      throw error;
    }
  };
  expect(why('plans/north/plan.yaml', 100)).toBe('7');
  expect(why('plans/plan.yaml', 100)).toBe('true is not among the files given');
  expect(why('plans/north/plan.yaml', 6)).toBe('false is too large: 0.1 MB, at most 0.1 MB');
});
