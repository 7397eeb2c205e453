import { expect, test } from 'vitest';
import { importsOf, read, sourceFiles, withoutComments } from './tree.ts';

/** Imports go one way: {cli, page} → {scenarios → data, sim}, and cli → reports. */
const LAYERS: { folder: string; may: string[]; types: string[]; because: string }[] = [
  { folder: 'sim', may: [], types: [], because: 'the model must be usable and checkable without files, pages or a command line' },
  { folder: 'data', may: [], types: [], because: 'reading a published table has nothing to do with what it is used for' },
  { folder: 'scenarios', may: ['data'], types: ['sim'], because: 'a scenario is plain data: reading one needs no engine' },
  { folder: 'reports', may: [], types: ['sim', 'data'], because: 'a report is a function of a saved result and never simulates' },
  {
    folder: 'page',
    may: ['data', 'scenarios', 'sim'],
    types: [],
    because: 'it is the door to the model for a page, as the command line is for a terminal',
  },
  {
    folder: 'cli',
    may: ['data', 'scenarios', 'reports', 'sim'],
    types: [],
    because: 'it puts the parts together, and nothing uses it',
  },
];

/** Packages that stay in one place. */
const PACKAGES: { name: RegExp; only: RegExp; because: string }[] = [
  { name: /^plotly/, only: /^reports\//, because: 'figures belong to reports, and it is large' },
  { name: /^simjs/, only: /^cli\/threads\//, because: 'it needs a window lent to it while it loads' },
  { name: /^piscina/, only: /^cli\/threads\//, because: 'a page has no threads of this kind' },
  { name: /^mathjs/, only: /^(scenarios|data)\//, because: 'it takes a second to load; workers and --help must not wait for it' },
  { name: /^(write-excel-file|fflate|saxen)/, only: /^data\//, because: 'a workbook is plain data to every other part' },
  { name: /^commander/, only: /^cli\//, because: 'only the command line knows options' },
  {
    name: /^(node:)?(fs|readline|child_process|http|https|net)\b/,
    only: /^(?!sim\/)/,
    because: 'the model opens no file and no connection',
  },
];

const OURS = LAYERS.flatMap((layer) => sourceFiles(layer.folder));
const IMPORTS = OURS.flatMap(importsOf);

test.each(LAYERS)('$folder imports only what it may: $because', ({ folder, may, types }) => {
  const wrong = IMPORTS.filter((one) => one.file.startsWith(`${folder}/`) && one.folder !== null)
    .filter(
      (one) => one.folder !== folder && !may.includes(one.folder ?? '') && !(one.typeOnly && types.includes(one.folder ?? '')),
    )
    // The package's own files (package.json, dist/ from the bin) are no layer.
    .filter((one) => !(folder === 'cli' && /^(\.\.|dist|package\.json)$/.test(one.folder ?? '')));
  expect(wrong.map((one) => `${one.file} imports ${one.from}`)).toEqual([]);
});

test.each(PACKAGES)('$name stays in its place: $because', ({ name, only }) => {
  const wrong = IMPORTS.filter((one) => one.folder === null && name.test(one.from) && !only.test(one.file));
  expect(wrong.map((one) => `${one.file} imports ${one.from}`)).toEqual([]);
});

test('only the command line prints and exits, so that every other part can be used by another program', () => {
  const prints = /\bconsole\.|\bprocess\.(stdout|stderr|exit|exitCode)\b/;
  const wrong = sourceFilesBut('cli').filter(({ code }) => prints.test(code));
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('types are not muted, because a mute hides the next mistake too', () => {
  const mutes = new RegExp(
    ['ts-ignore', 'ts-expect-error', 'ts-nocheck', 'biome-ignore', 'eslint-disable'].map((word) => `@?${word}`).join('|'),
  );
  const wrong = [...OURS, ...sourceFiles('test')]
    .filter((file) => file !== 'test/contract/layers.test.ts')
    .filter((file) => mutes.test(read(file)));
  expect(wrong).toEqual([]);
});

test('the import reader sees every way of importing', () => {
  const seen = importsOf('cli/read-scenarios.ts').map(({ from, folder, typeOnly }) => `${from} ${folder} ${typeOnly}`);
  expect(seen).toContain('../scenarios/index.ts scenarios true');
  expect(seen).toContain('../scenarios/index.ts scenarios false');
  expect(seen).toContain('../sim/index.ts sim false');
  expect(importsOf('cli/names.ts').map(({ from }) => from)).toEqual(['node:path']);
  expect(importsOf('cli/threads/simjs.ts').map(({ from }) => from)).toContain('simjs');
});

function sourceFilesBut(folder: string): { file: string; code: string }[] {
  return OURS.filter((file) => !file.startsWith(`${folder}/`)).map((file) => ({ file, code: withoutComments(read(file)) }));
}
