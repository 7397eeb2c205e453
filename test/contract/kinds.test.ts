import { expect, test } from 'vitest';
import { read, sourceFiles, withoutComments } from './tree.ts';

/** Where a kind of service is named, and why. */
const NAMED: Record<string, string> = {
  'sim/scenario/service.ts': 'its shape',
  'sim/scenario/kinds.ts': 'what differs by kind',
  'sim/flow/capacities.ts': 'the class of its capacity',
};

const ASKS = /\bkind\s*[!=]==?\s*'(beds|hours|placements)'|case '(beds|hours|placements)'|'placements'/;

test('no other file of the model names a kind of service: what differs is said in one table', () => {
  const asking = sourceFiles('sim').filter((file) => ASKS.test(withoutComments(read(file))));
  expect(asking.sort()).toEqual(Object.keys(NAMED).sort());
});
