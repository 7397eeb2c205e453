import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { BIN, d2a, emptyFolder, ended, filesIn, folderWithPlan, SMALL_PLAN, started, textOf } from '../behaviour/cli/d2a.ts';
import { Attacked, expectPlaces } from './attacked.ts';

/** What the machine does to a run, by child process. The names of these tests are the rows of the README's table. */

const flat = (text: string) => text.replace(/\s+/g, ' ');
const QUICK = ['run', 'plan.yaml', '--out', 'out', '--replications', '2', '--workers', '1'];
/** Three sizes, so that two or three are looked at. */
const SEARCH = [
  'size',
  'plan.yaml',
  '--vary',
  'services.step-down.beds=4..12:4 beds',
  '--meet',
  'waiting of step-down at most 1 people',
  '--risk',
  '20%',
  '--replications',
  '30',
  '--workers',
  '1',
];
/** Long enough to be found at work, whatever the machine. */
const LONG = ['run', 'plan.yaml', '--out', 'out', '--workers', '2', '--replications', '100000'];
const LONG_SEARCH = [
  'sweep',
  'plan.yaml',
  '--vary',
  'services.step-down.beds=4..12:4 beds',
  '--out',
  'searched',
  '--workers',
  '1',
  '--replications',
  '100000',
];

/** The folder holds one whole run, which reads back; nothing hidden is left. */
async function expectWhole(cwd: string): Promise<void> {
  const { files, finished } = JSON.parse(textOf(cwd, 'out', 'run-info.json')) as { files: string[]; finished: string };
  expect(Date.parse(finished)).not.toBeNaN();
  expect(filesIn(path.join(cwd, 'out'))).toEqual([...files].sort());
  expect((await d2a(['report', 'out/result.json', '--out', 'again'], { cwd })).code).toBe(0);
  expect(textOf(cwd, 'again', 'report.html')).toBe(textOf(cwd, 'out', 'report.html'));
}

describe('large and tangled inputs', () => {
  test('a CSV file of 50 MB', async () => {
    const cwd = folderWithPlan(SMALL_PLAN.replace('admissions: 6/day', 'people: people.csv'));
    writeFileSync(path.join(cwd, 'people.csv'), `arrive,pathway\n${'12.5,P1\n'.repeat(6_250_000)}`);
    const { code, err } = await d2a(QUICK, { cwd });
    expect(flat(err)).toContain('The file is too large: 50.1 MB, at most 20 MB.');
    expectPlaces(err);
    expect({ code, files: filesIn(cwd) }).toEqual({ code: 2, files: ['people.csv', 'plan.yaml'] });
  });

  test('a scenario of 10,000 lines', async () => {
    const services = Array.from(
      { length: 1400 },
      (_, i) => `  s${i}:\n    kind: beds\n    beds: 3 beds\n    stay:\n      mean: 3 days\n      shape: gamma\n      cv: 0.6`,
    ).join('\n');
    const cwd = folderWithPlan(`${SMALL_PLAN.replace('services:', `services:\n${services}`)}`);
    const { code, err } = await d2a(['validate', 'plan.yaml'], { cwd });
    expectPlaces(err);
    expect({ code, said: /services\s+At most 500 entries are possible here/.test(err) }).toEqual({ code: 2, said: true });
  });

  test('an alias bomb', async () => {
    const lists = Array.from(
      { length: 30 },
      (_, i) =>
        `a${i}: &a${i} [${Array(9)
          .fill(i === 0 ? 'x' : `*a${i - 1}`)
          .join(', ')}]`,
    ).join('\n');
    const { code, err } = await d2a(['validate', 'plan.yaml'], { cwd: folderWithPlan(`${SMALL_PLAN}${lists}\n`) });
    expectPlaces(err);
    expect({ code, said: err.includes('Aliases (`*a0`) are not used here') }).toEqual({ code: 2, said: true });
  });

  test.each([
    ['a long chain of extends', (i: number) => `${i + 1}.yaml`, /More than 10 files extend one another/],
    ['a circle of extends', (i: number) => `${(i + 1) % 5}.yaml`, /extend one another in a circle/],
    ['extends of itself', () => '0.yaml', /extend one another in a circle/],
  ])('%s', async (_, parent, sentence) => {
    const cwd = emptyFolder();
    for (let i = 0; i < 60; i++) writeFileSync(path.join(cwd, `${i}.yaml`), `d2a: 1\nname: n\nextends: ${parent(i)}\n`);
    const { code, err } = await d2a(['validate', '0.yaml'], { cwd });
    expect(flat(err)).toMatch(sentence);
    expectPlaces(err);
    expect(code).toBe(2);
  });
});

describe.skipIf(process.platform === 'win32')('links', () => {
  test('a scenario, a CSV file and an output folder that are links are read, and written where they lead', async () => {
    const cwd = folderWithPlan();
    mkdirSync(path.join(cwd, 'real'));
    mkdirSync(path.join(cwd, 'elsewhere'));
    writeFileSync(path.join(cwd, 'real', 'people.csv'), 'arrive,pathway\n30.5,P1\n31,P2\n');
    symlinkSync('real/people.csv', path.join(cwd, 'people.csv'));
    writeFileSync(path.join(cwd, 'real', 'plan.yaml'), SMALL_PLAN.replace('admissions: 6/day', 'people: people.csv'));
    symlinkSync('real/plan.yaml', path.join(cwd, 'linked.yaml'));
    symlinkSync('elsewhere', path.join(cwd, 'out'));
    const { code, err } = await d2a(['run', 'linked.yaml', '--out', 'out', '--replications', '2', '--format', 'json'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(readlinkSync(path.join(cwd, 'out'))).toBe('elsewhere');
    expect(filesIn(path.join(cwd, 'elsewhere'))).toEqual(['result.json', 'run-info.json']);
  });

  test('links that lead nowhere or round in a circle', async () => {
    const cwd = folderWithPlan();
    symlinkSync('nowhere.yaml', path.join(cwd, 'lost.yaml'));
    symlinkSync('circle.yaml', path.join(cwd, 'circle.yaml'));
    symlinkSync('nowhere', path.join(cwd, 'out'));
    for (const file of ['lost.yaml', 'circle.yaml']) {
      const { code, err } = await d2a(['validate', file], { cwd });
      expect(flat(err)).toMatch(/does not exist|is not a usable file name/);
      expect(code).toBe(2);
    }
    const { code, err } = await d2a(QUICK, { cwd });
    expect(flat(err)).toContain('Cannot write to out: it is a link that leads nowhere.');
    expect(code).toBe(2);
  });

  test('a link among the files of an earlier run is replaced, and what it leads to stays', async () => {
    const cwd = folderWithPlan();
    expect((await d2a(QUICK, { cwd })).code).toBe(0);
    writeFileSync(path.join(cwd, 'precious.json'), 'mine');
    const result = path.join(cwd, 'out', 'result.json');
    spawnSync('ln', ['-sf', '../precious.json', result]);
    expect((await d2a(QUICK, { cwd })).code).toBe(0);
    expect(textOf(cwd, 'precious.json')).toBe('mine');
    await expectWhole(cwd);
  });
});

describe.skipIf(process.platform !== 'linux')('folders and disks', () => {
  test('an output folder that may not be written to', async () => {
    const cwd = folderWithPlan();
    mkdirSync(path.join(cwd, 'out'));
    chmodSync(cwd, 0o755);
    chmodSync(path.join(cwd, 'out'), 0o555);
    const { status, stderr } = asNobody(cwd, QUICK);
    expect(flat(stderr)).toContain('Cannot write to out: you do not have permission to write there.');
    expect({ status, files: readdirSync(path.join(cwd, 'out')) }).toEqual({ status: 2, files: [] });
  });

  test('a full disk', async () => {
    const cwd = folderWithPlan();
    mkdirSync(path.join(cwd, 'out'));
    const script = `mount -t tmpfs -o size=400k tmpfs out && "$0" "$@"; code=$?; ls -A out >&2; exit $code`;
    const { status, stderr } = spawnSync('unshare', ['-rm', 'sh', '-c', script, process.execPath, BIN, ...QUICK], {
      cwd,
      encoding: 'utf8',
    });
    if (/mount|unshare|Operation not permitted/.test(stderr)) return expectFullByQuota(cwd);
    expect(flat(stderr)).toBe('Cannot write to out: the disk is full. ');
    expect(status).toBe(2);
  });

  test('an earlier run in the folder of a full disk stays as it was', async () => {
    const cwd = folderWithPlan();
    expect((await d2a(QUICK, { cwd })).code).toBe(0);
    const before = textOf(cwd, 'out', 'result.json');
    expectFullByQuota(cwd);
    expect(textOf(cwd, 'out', 'result.json')).toBe(before);
    await expectWhole(cwd);
  });
});

/** Pipes, devices, sockets and folders, by names that a reader of each kind would take. */
async function notOrdinary(cwd: string): Promise<{ names: string[]; end: () => void }> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(path.join(cwd, 'socket'), listening));
  spawnSync('mkfifo', [path.join(cwd, 'pipe')]);
  mkdirSync(path.join(cwd, 'folder'));
  for (const [link, to] of [
    ['pipe.xlsx', 'pipe'],
    ['zeros.csv', '/dev/zero'],
    ['zeros.xlsx', '/dev/zero'],
  ] as const)
    symlinkSync(to, path.join(cwd, link));
  return { names: ['pipe', 'pipe.xlsx', 'socket', 'folder', '/dev/zero', 'zeros.csv', 'zeros.xlsx'], end: () => server.close() };
}

describe.skipIf(process.platform !== 'linux')('files that are none', () => {
  test('a pipe, a device, a socket or a folder as scenario, as what it extends, is laid over it or lists its people', async () => {
    const cwd = folderWithPlan();
    const { names, end } = await notOrdinary(cwd);
    const using = names.flatMap((name, i) => {
      writeFileSync(path.join(cwd, `child${i}.yaml`), `d2a: 1\nname: n\nextends: ${name}\n`);
      writeFileSync(path.join(cwd, `listed${i}.yaml`), SMALL_PLAN.replace('admissions: 6/day', `people: ${name}`));
      return [...(name === 'folder' ? [] : [name]), `child${i}.yaml`, `listed${i}.yaml`]; // a folder as a scenario is told before
    });
    const judged = await d2a(['validate', ...using], { cwd });
    expectPlaces(judged.err);
    expect(flat(judged.err).match(/ is a (pipe|device|folder|socket or a device), not an? (ordinary )?file/g)).toHaveLength(
      using.length,
    );
    const over = await d2a(['run', 'plan.yaml', ...names.flatMap((name) => ['--with', name]), '--out', 'out'], { cwd });
    expect(flat(over.err).match(/not an? (ordinary )?file/g)).toHaveLength(names.length);
    expect([judged.code, over.code]).toEqual([2, 2]);
    expect(readdirSync(cwd)).not.toContain('out');
    end();
  }, 120_000);

  test('a pipe, a device, a socket or a folder as a saved result, as the store of a search, or in the folder written to', async () => {
    const cwd = folderWithPlan();
    const { names, end } = await notOrdinary(cwd);
    for (const name of names.slice(0, 5)) {
      const { code, err } = await d2a(['report', name], { cwd });
      expect(flat(err)).toMatch(
        /^Cannot read \S+: it is a (pipe|device|folder|socket or a device), not an? (ordinary )?file\. $|^folder is a folder\./,
      );
      expect(code).toBe(2);
    }
    mkdirSync(path.join(cwd, 'out'));
    spawnSync('mkfifo', ['points.ndjson', 'run-info.json'], { cwd: path.join(cwd, 'out') });
    const search = await d2a([...SEARCH, '--out', 'out'], { cwd });
    expect(flat(search.err)).toContain('out/points.ndjson is a pipe, not an ordinary file.');
    const run = await d2a(QUICK, { cwd });
    expect(flat(run.err)).toContain('out/run-info.json is already there and was not written by d2a.');
    expect([search.code, run.code]).toEqual([2, 2]);
    end();
  }, 120_000);
});

describe.skipIf(process.platform !== 'linux')('what a command runs in', () => {
  const shell = (script: string, cwd: string, args: string[]) =>
    spawnSync('bash', ['-c', script, process.execPath, BIN, ...args], { cwd, encoding: 'utf8' });

  test('a full disk under what is printed, and a reader that goes away', () => {
    const cwd = folderWithPlan();
    for (const args of [['explain', 'plan.yaml'], ['schema'], QUICK]) {
      const { status, stderr } = shell('"$0" "$@" > /dev/full', cwd, args);
      expect({ status, stderr: flat(stderr) }).toEqual({ status: 2, stderr: 'Cannot print the output: the disk is full. ' });
      expect(shell('set -o pipefail; "$0" "$@" | head -n 1 > /dev/null', cwd, args)).toMatchObject({ status: 0, stderr: '' });
    }
  });

  test('a working folder that was deleted', () => {
    const cwd = folderWithPlan();
    mkdirSync(path.join(cwd, 'gone'));
    for (const args of [['validate', 'x.yaml'], ['run', path.join(cwd, 'plan.yaml')], ['init'], SEARCH]) {
      const { status, stderr } = shell('mkdir -p gone && cd gone && rmdir ../gone && exec "$0" "$@"', cwd, args);
      expect({ status, stderr: flat(stderr) }).toEqual({
        status: 2,
        stderr: 'The folder you are in is no longer there. Change to another one (`cd`), and run it again. ',
      });
    }
  });

  test('20 files that may be open at once are too few, and it says so; with 40 it runs', () => {
    const cwd = folderWithPlan();
    const plenty = shell('ulimit -n 40; exec "$0" "$@"', cwd, [...QUICK.slice(0, -1), '2']);
    expect(plenty.status).toBe(0);
    for (const files of [20, 24]) {
      const { status, stderr } = shell(`ulimit -n ${files}; exec "$0" "$@"`, cwd, [...QUICK.slice(0, -1), '2']);
      expect(flat(stderr)).toMatch(
        /^Cannot .*: too few files may be open at once; raise the limit, for example `ulimit -n 1024`, and run it again\. $/,
      );
      expect(status).toBe(2);
    }
  });

  test('a stop in the middle of a run, of a search, or while another d2a writes', async () => {
    const cwd = folderWithPlan();
    mkdirSync(path.join(cwd, 'out'));
    writeFileSync(path.join(cwd, 'out', '.d2a-writing'), String(process.pid));
    for (const [args, signal] of [
      [LONG, 'SIGINT'],
      [LONG_SEARCH, 'SIGTERM'],
      [QUICK, 'SIGTERM'],
    ] as const) {
      const child = started([...args], { cwd });
      const end = ended(child);
      await new Promise((resolve) => setTimeout(resolve, 4000));
      child.kill(signal);
      const { code, err } = await end;
      expect(flat(err)).toContain('Interrupted. No half-written file is left behind.');
      expect(code).toBe(130);
    }
    expect(readdirSync(path.join(cwd, 'out'))).toEqual(['.d2a-writing']);
  }, 60_000);

  test('a full disk in mid-search, then the search again', async () => {
    const cwd = folderWithPlan();
    const { status, stderr } = shell('ulimit -f 8; exec "$0" "$@"', cwd, [...SEARCH, '--out', 'out']);
    expect(flat(stderr)).toMatch(/Cannot write to out\S*: a file is larger than this disk or account allows\. $/);
    expect(status).toBe(2);
    expect(readdirSync(path.join(cwd, 'out')).filter((name) => name.startsWith('.'))).toEqual([]);
    expect((await d2a([...SEARCH, '--out', 'out'], { cwd })).code).toBe(0);
    expect((await d2a([...SEARCH, '--out', 'whole'], { cwd })).code).toBe(0);
    expect(textOf(cwd, 'out', 'decision.json')).toBe(textOf(cwd, 'whole', 'decision.json'));
  }, 120_000);
});

describe('a search whose store was damaged', () => {
  const DAMAGES: Record<string, (line: string) => string> = {
    'a value turned to text': (line) => line.replace(/"values":\[\[[^,\]]+/, '"values":[["9"'),
    'another value': (line) => line.replace(/"values":\[\[[^,\]]+/, '"values":[[9.25'),
    'a short row': (line) => line.replace(/"values":\[\[[^\]]*\]/, '"values":[[]'),
    'a row that is null': (line) => line.replace(/"values":\[\[[^\]]*\]/, '"values":[null'),
    'a replication too many': (line) => line.replace('"replications":[1,', '"replications":[1,1,'),
    null: () => 'null',
    'a number': () => '7',
    'half a line': (line) => line.slice(0, line.length / 2),
    'no text at all': () => '\u0000\ufffd\u0001',
  };

  test('a damaged store of a search: the same decision, and a sentence', async () => {
    const attacked = new Attacked();
    onTestFinished(() => attacked.end());
    const search = SEARCH.map((word) => (word === 'plan.yaml' ? '@plan.yaml' : word));
    const again = async (lines: string[], end = '\n') => {
      if (lines.length > 0) writeFileSync(path.join(attacked.folder, 'out', 'points.ndjson'), lines.join('\n') + end);
      const { code, err } = await attacked.d2a([...search, '--out', '@out'], { 'plan.yaml': SMALL_PLAN });
      return {
        code,
        told: flat(err).match(/\S+ lines? of|cannot be used/g)?.length ?? 0,
        decision: textOf(attacked.folder, 'out', 'decision.json'),
      };
    };
    const whole = await again([]);
    const [first = '', ...others] = textOf(attacked.folder, 'out', 'points.ndjson').trimEnd().split('\n');
    for (const [damage, damaged] of Object.entries(DAMAGES)) {
      expect(damaged(first), damage).not.toBe(first);
      expect({ damage, ...(await again([damaged(first), ...others])) }).toEqual({ damage, ...whole, told: 2 });
    }
    // Of another version of the model: simulated again without a word.
    expect(await again([first, ...others].map((line) => line.replace('"key":"', '"key":"0')))).toEqual(whole);
    // Cut short: passed over without a word, now and when it is no longer the last line.
    expect(await again([first, (others[0] ?? '').slice(0, 50)], '')).toEqual(whole);
    expect(await again([])).toEqual(whole);
  }, 240_000);

  test('a decision that was damaged is refused or drawn', async () => {
    const cwd = folderWithPlan();
    expect((await d2a([...SEARCH, '--out', 'out'], { cwd })).code).toBe(0);
    const attacked = new Attacked();
    onTestFinished(() => attacked.end());
    const whole = JSON.parse(readFileSync(path.join(cwd, 'out', 'decision.json'), 'utf8')) as Record<string, unknown>;
    for (const key of Object.keys(whole)) {
      for (const value of [undefined, 'text', [null]]) {
        const { code, err } = await attacked.d2a(['report', '@spoilt.json', '--out', '@drawn'], {
          'spoilt.json': JSON.stringify({ ...whole, [key]: value }),
        });
        if (code === 2) expect(flat(err), `${key} ${JSON.stringify(value)}`).toMatch(/spoilt\.json (is|has) /);
      }
    }
  }, 240_000);
});

/** Where no disk can be mounted: no file may grow beyond 100 kB, which the report is. */
function expectFullByQuota(cwd: string): void {
  const { status, stderr } = spawnSync('sh', ['-c', 'ulimit -f 200; exec "$0" "$@"', process.execPath, BIN, ...QUICK], {
    cwd,
    encoding: 'utf8',
  });
  expect(flat(stderr)).toBe('Cannot write to out: a file is larger than this disk or account allows. ');
  expect(status).toBe(2);
  expect(readdirSync(path.join(cwd, 'out')).filter((name) => name.startsWith('.'))).toEqual([]);
}

/** Without the rights of root, who may write anywhere; as oneself where one is not root. */
function asNobody(cwd: string, args: string[]) {
  const root = process.getuid?.() === 0;
  return spawnSync(process.execPath, [BIN, ...args], { cwd, encoding: 'utf8', ...(root ? { uid: 65534, gid: 65534 } : {}) });
}

describe.skipIf(process.platform === 'win32')('runs that are cut short or meet', () => {
  test('kill -9 in mid-run, then the run again', async () => {
    const cwd = folderWithPlan();
    expect((await d2a(QUICK, { cwd })).code).toBe(0);
    const before = textOf(cwd, 'out', 'result.json');
    const child = started(LONG, { cwd });
    const end = ended(child);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill('SIGKILL');
    expect((await end).code).toBe(null);
    expect(textOf(cwd, 'out', 'result.json')).toBe(before);
    await expectWhole(cwd);
    expect((await d2a(QUICK, { cwd })).code).toBe(0);
    expect(textOf(cwd, 'out', 'result.json')).toBe(before);
    await expectWhole(cwd);
  });

  test('kill -9 while files are written or moved, then the run again', async () => {
    const cwd = folderWithPlan();
    // Dies at the n-th file moved into the folder.
    for (const n of [0, 1, 4]) {
      const dies = `import fs from 'node:fs';import{syncBuiltinESMExports}from'node:module';let n=0;const move=fs.renameSync;fs.renameSync=(...a)=>{if(n++===${n})process.kill(process.pid,'SIGKILL');move(...a)};syncBuiltinESMExports()`;
      const cut = await d2a(QUICK, { cwd, env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(dies)}` } });
      expect(cut.code).toBe(null);
      const { code, err } = await d2a(QUICK, { cwd });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      await expectWhole(cwd);
    }
  });

  test('two runs into one folder at once', async () => {
    const cwd = folderWithPlan();
    const runs = ['1', '2', '3'].map((seed) => d2a([...QUICK, '--seed', seed], { cwd }));
    const codes = (await Promise.all(runs)).map(({ code, err }) => ({ code, err: flat(err) }));
    for (const { code, err } of codes)
      expect(code === 0 ? err === '' : /^Cannot write to out: another d2a is writing there/.test(err)).toBe(true);
    expect(codes.some(({ code }) => code === 0)).toBe(true);
    await expectWhole(cwd);
    const html = textOf(cwd, 'out', 'report.html');
    expect(html).toContain(`<dd>${(JSON.parse(textOf(cwd, 'out', 'result.json')) as { run: { seed: string } }).run.seed}</dd>`);
  });
});
