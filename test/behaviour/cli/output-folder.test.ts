import { spawnSync } from 'node:child_process';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkFolder, writeFolder } from '../../../cli/output-folder.ts';
import { emptyFolder, filesIn, textOf } from './d2a.ts';

const list = (...files: string[]) => ({ name: 'run-info.json', text: JSON.stringify({ format: 'd2a-run-info', files }) });

test('files appear in a folder that was not there, and nothing else is left', async () => {
  const place = emptyFolder();
  await writeFolder(path.join(place, 'a', 'b'), [
    { name: 'result.json', text: '1' },
    { name: 'tables/x.csv', text: '2' },
    list('result.json'),
  ]);
  expect(filesIn(place)).toEqual(['a/b/result.json', 'a/b/run-info.json', 'a/b/tables/x.csv']);
});

test('where one file cannot be written, none is, and the earlier ones stay as they were', async () => {
  const folder = emptyFolder();
  await writeFolder(folder, [{ name: 'result.json', text: 'earlier' }, list('result.json', 'run-info.json')]);
  const impossible = [
    { name: 'result.json', text: 'later' },
    { name: 'result.json/x.csv', text: '' },
  ];
  await expect(writeFolder(folder, impossible)).rejects.toThrow(/is already there|Cannot write to/);
  const tooLong = [
    { name: 'result.json', text: 'later' },
    { name: `${'x'.repeat(400)}.csv`, text: '' },
  ];
  await expect(writeFolder(folder, tooLong)).rejects.toThrow(/the name is too long/);
  expect(filesIn(folder)).toEqual(['result.json', 'run-info.json']);
  expect(textOf(folder, 'result.json')).toBe('earlier');
});

test('the lock and the hidden folder of a d2a that was killed are in nobody’s way', async () => {
  const folder = emptyFolder();
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(path.join(folder, '.d2a-writing'), String(gone));
  mkdirSync(path.join(folder, '.d2a-new-x1'));
  await writeFolder(folder, [{ name: 'result.json', text: '1' }, list('result.json', 'run-info.json')]);
  expect(filesIn(folder)).toEqual(['result.json', 'run-info.json']);
});

test('a lock without a process in it, as a full disk leaves it, is in nobody’s way either', async () => {
  const folder = emptyFolder();
  const lock = path.join(folder, '.d2a-writing');
  writeFileSync(lock, '');
  utimesSync(lock, new Date(Date.now() - 5000), new Date(Date.now() - 5000));
  const before = Date.now();
  await writeFolder(folder, [{ name: 'result.json', text: '1' }, list('result.json', 'run-info.json')]);
  expect(Date.now() - before).toBeLessThan(5000);
  expect(filesIn(folder)).toEqual(['result.json', 'run-info.json']);
});

test("a user's file where a folder is needed is told before any work", () => {
  const folder = emptyFolder();
  writeFileSync(path.join(folder, 'tables'), 'mine');
  expect(() => checkFolder(folder, ['tables/x.csv'])).toThrow(/tables is already there and was not written by d2a/);
  mkdirSync(path.join(folder, 'report.html'));
  expect(() => checkFolder(folder, ['report.html'])).toThrow(/report\.html is already there/);
});
