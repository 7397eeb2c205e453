import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { git, read, root, textFiles, trackedFiles } from './tree.ts';

const TEXTS = textFiles();

/** Texts that may be in no committed file. Pieced together here, so that this file may stay among them. */
const FORBIDDEN: { what: string; pattern: RegExp; because: string }[] = [
  {
    what: 'the folder beside the project',
    pattern: new RegExp(['\\.\\.', 'shared\\b'].join('/')),
    because: 'a clone has nothing beside it',
  },
  {
    what: 'a path of one machine',
    pattern: new RegExp(`(^|[\\s"'\`(=:])(/(${['home', 'root', 'Users', 'work'].join('|')})/\\w|[A-Z]:\\\\Users\\\\)`, 'm'),
    because: 'it exists on one machine only',
  },
  {
    what: 'a registry host',
    pattern: new RegExp(
      `\\b(${['registry', 'npm', 'artifactory', 'nexus', 'verdaccio'].join('|')})[\\w-]*\\.[\\w.-]*\\.?(org|com|net|io|dev|local|internal|uk)\\b`,
      'i',
    ),
    because: 'people install from a registry of their own choice',
  },
  {
    what: 'a credential',
    pattern: new RegExp(['_auth' + 'Token', 'BEGIN [A-Z ]*PRIVATE ' + 'KEY', 'gh[pousr]_\\w{30}', 'AKIA[0-9A-Z]{16}'].join('|')),
    because: 'what is committed is public',
  },
];

const TRACKED = trackedFiles();

test.skipIf(TRACKED === null)('the top level that git tracks is the house it was designed to be', () => {
  expect(topFolders(TRACKED ?? [])).toEqual(['cli', 'data', 'page', 'reports', 'scenarios', 'sim', 'test']);
});

test.skipIf(TRACKED === null)('a plan somebody keeps in the folder, as the README proposes, is not part of the house', () => {
  const clone = mkdtempSync(path.join(tmpdir(), 'd2a-'));
  try {
    for (const file of ['sim/index.ts', 'my-plan/start.yaml']) {
      mkdirSync(path.join(clone, path.dirname(file)));
      writeFileSync(path.join(clone, file), '');
    }
    git(['init', '--quiet'], clone);
    git(['add', 'sim'], clone);
    expect(trackedFiles(clone)).toEqual(['sim/index.ts']);
  } finally {
    rmSync(clone, { recursive: true });
  }
});

function topFolders(files: string[]): string[] {
  const folders = files.filter((file) => file.includes('/') && !file.startsWith('.')).map((file) => file.split('/')[0] ?? '');
  return [...new Set(folders)].sort();
}

test.each(FORBIDDEN)('no file holds $what, because $because', ({ pattern }) => {
  const found = TEXTS.flatMap(({ file, text }) => {
    const match = pattern.exec(text);
    return match ? [`${file}:${text.slice(0, match.index).split('\n').length}: ${match[0].trim()}`] : [];
  });
  expect(found).toEqual([]);
});

test("package-lock.json names no place to download from, because that place is one machine's choice", () => {
  expect(read('package-lock.json')).not.toContain('"resolved"');
});

test('package-lock.json asks for the same packages as package.json, so that npm ci installs what was tested', () => {
  const wanted = JSON.parse(read('package.json'));
  const locked = JSON.parse(read('package-lock.json')).packages[''];
  expect(locked.dependencies).toEqual(wanted.dependencies);
  expect(locked.devDependencies).toEqual(wanted.devDependencies);
});

test('the version is the same wherever it is stated', () => {
  const { version, license } = JSON.parse(read('package.json'));
  expect(read('CITATION.cff')).toContain(`\nversion: ${version}\n`);
  expect(read('CITATION.cff')).toContain(`\nlicense: ${license}\n`);
  expect(read('CHANGELOG.md')).toContain(`\n## ${version}`);
});

test('what is run directly can be run', () => {
  for (const file of ['.ci/run', 'cli/bin/d2a.js']) {
    expect(read(file).startsWith('#!')).toBe(true);
    if (process.platform !== 'win32') expect(statSync(path.join(root, file)).mode & 0o111).not.toBe(0);
  }
});
