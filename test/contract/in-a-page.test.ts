import { expect, test } from 'vitest';
import { fileOf, importsOf, read, sourceFiles, withoutComments } from './tree.ts';

/**
 * The model and the reader of scenarios run in a page as they run here: files, hashing, threads and the clock of another package are
 * behind doors that the command line opens (sim/experiment/workers.ts, data/files.ts, sim/engine/engine.ts).
 */
const OURS = ['sim', 'scenarios', 'page'];

/** Packages that a browser can run. */
const PACKAGES = [
  /^@stdlib\//,
  /^seedrandom\/lib\/alea\.js$/,
  /^yaml$/,
  /^zod$/,
  /^mathjs\/lib\/browser\/math\.js$/,
  /^csv-parse\/sync$/,
  /^fflate$/,
  /^saxen$/,
];
/** Their types are no code. */
const TYPES = [...PACKAGES, /^mathjs$/];

/** What only Node has, told from names of our own: an arrival process is a `process` too. */
const ONLY_NODE: RegExp[] = [
  /['"]node:[\w/]+['"]/,
  /\bprocess\.(arch|argv|chdir|cpuUsage|cwd|emit\w*|env|exec\w+|exit\w*|hrtime|kill|memoryUsage|nextTick|off|on|once|pid|platform|resourceUsage|std\w+|title|umask|uptime|versions?)\b/,
  /\b(globalThis|global)\b/,
  /\b(Buffer|NodeJS|__dirname|__filename|setImmediate|clearImmediate|createRequire)\b/,
  /\brequire\s*\(/,
  /\bimport\.meta\b/,
];

const onlyNode = (text: string): string[] => ONLY_NODE.flatMap((pattern) => pattern.exec(withoutComments(text))?.[0] ?? []);

/** Every file of ours that runs when one of these does. */
function reached(files: string[]): string[] {
  const all = new Set(files);
  for (const file of all) {
    for (const { from, folder, typeOnly } of importsOf(file)) if (folder !== null && !typeOnly) all.add(fileOf(file, from));
  }
  return [...all];
}

const REACHED = reached(OURS.flatMap(sourceFiles));

test('the way from the reader to what it needs of `data` is followed', () => {
  expect(REACHED).toContain('data/csv.ts');
  expect(REACHED).toContain('data/workbook-cells.ts');
  expect(REACHED.filter((file) => file.startsWith('cli/') || file.startsWith('reports/'))).toEqual([]);
});

test('none of it asks for what only Node has', () => {
  const found = REACHED.flatMap((file) => onlyNode(read(file)).map((what) => `${file}: ${what}`));
  expect(found).toEqual([]);
});

test('it loads only packages that a browser can run', () => {
  const packages = REACHED.flatMap(importsOf).filter(({ folder }) => folder === null);
  const wrong = packages.filter(({ from, typeOnly }) => !(typeOnly ? TYPES : PACKAGES).some((one) => one.test(from)));
  expect(wrong.map(({ file, from }) => `${file} imports ${from}`)).toEqual([]);
  const unused = PACKAGES.filter((one) => !packages.some(({ from }) => one.test(from)));
  expect(unused).toEqual([]);
});

test.each([
  "import { resolve } from 'node:path';",
  "import type { Stats } from 'node:fs';",
  'const folder = process.cwd();',
  "if (process.env['D2A']) return;",
  "const bytes = Buffer.from('x');",
  'await new Promise((resolve) => setImmediate(resolve));',
  'new URL("./worker.js", import.meta.url)',
  "const simjs = require('simjs');",
  'const host = globalThis as { window?: unknown };',
])('%s is found', (text) => expect(onlyNode(text)).not.toEqual([]));

test.each(['const { trend } = process.factor;', '// as Buffer.concat does', '/** node:path */', "const word = 'process';"])(
  '%s is left alone',
  (text) => expect(onlyNode(text)).toEqual([]),
);
