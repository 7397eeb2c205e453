import { expect, test } from 'vitest';
import { usesOf } from './circles.ts';
import { read, sourceFiles, textFiles, trackedFiles, withoutComments } from './tree.ts';

/** The rooms of the model, in the order in which they are read. A file imports from its own room and those before it. */
const ROOMS: { room: string; holds: string }[] = [
  { room: 'scenario', holds: 'what goes in' },
  { room: 'random', holds: 'streams, luck and distributions' },
  { room: 'engine', holds: 'the clock, capacities and records' },
  { room: 'plan', holds: 'what all replications share: days, openings, journeys' },
  { room: 'load', holds: 'what the plan needs on average, worked out without simulating' },
  { room: 'people', holds: 'who comes, and when' },
  { room: 'seen', holds: 'what is counted, by day' },
  { room: 'flow', holds: 'people carried through their steps' },
  { room: 'measures', holds: 'a formula each over what is seen' },
  { room: 'statistics', holds: 'numbers in, numbers out' },
  { room: 'experiment', holds: 'replications, gathered and compared' },
  { room: 'decide', holds: 'searches over scenarios' },
];

/** Pages at the top of `sim/`, by their place among the rooms: half steps are between two. */
const PAGES: Record<string, number> = {
  'sim/patient-journey.ts': -0.5,
  'sim/result.ts': 0.5,
  'sim/comparison.ts': 0.5,
  'sim/decision.ts': ROOMS.length - 1, // a page of the last room
  'sim/index.ts': ROOMS.length - 0.5,
};

const FILES = sourceFiles('sim').filter((file) => !file.endsWith('.d.ts'));

function placeOf(file: string): number {
  return PAGES[file] ?? ROOMS.findIndex(({ room }) => file.startsWith(`sim/${room}/`));
}

test('every file of the model is in a room, or is one of the pages at its top', () => {
  expect(FILES.filter((file) => PAGES[file] === undefined && placeOf(file) < 0)).toEqual([]);
  expect(Object.keys(PAGES).filter((page) => !FILES.includes(page))).toEqual([]);
});

test.each(ROOMS)('$room ($holds) imports from no later room, not even a type', ({ room }) => {
  const here = FILES.filter((file) => file.startsWith(`sim/${room}/`));
  expect(here.length).toBeGreaterThan(0);
  const uses = usesOf(FILES);
  const back = here.flatMap((file) =>
    (uses.get(file) ?? []).filter((other) => placeOf(other) > placeOf(file)).map((other) => `${file} imports ${other}`),
  );
  expect(back).toEqual([]);
});

test('a page at the top imports from no later room either', () => {
  const uses = usesOf(FILES);
  const back = Object.keys(PAGES).flatMap((page) => (uses.get(page) ?? []).filter((other) => placeOf(other) > placeOf(page)));
  expect(back).toEqual([]);
});

test('sim/README.md draws the rooms in this order', () => {
  const drawn = [...read('sim/README.md').matchAll(/^\| `(\w+)\/` \|/gm)].map(([, room]) => room);
  expect(drawn).toEqual(ROOMS.map(({ room }) => room));
});

/** Comments and pages lead a reader to files by name. */
test('a source file that a comment or a page names is there', () => {
  const known = trackedFiles() ?? [];
  const texts = textFiles().filter(({ file }) => /\.(ts|md)$/.test(file) && file !== 'CHANGELOG.md');
  const gone = texts.flatMap(({ file, text }) => {
    const said = file.endsWith('.md') ? text : commentsOf(text);
    return [...said.matchAll(/(?<![\w./-])((?:[\w-]+\/)*[\w-]+\.ts)\b/g)]
      .map(([, name]) => name as string)
      .filter((name) => !known.some((one) => one === name || one.endsWith(`/${name}`)))
      .map((name) => `${file} names ${name}`);
  });
  expect(gone).toEqual([]);
});

function commentsOf(text: string): string {
  const code = new Set(withoutComments(text).split('\n'));
  return text
    .split('\n')
    .filter((line) => !code.has(line))
    .join('\n');
}
