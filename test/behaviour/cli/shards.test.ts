import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sealed, sealOf, unsealed } from '../../../cli/shards/sealed.ts';
import { shareIn } from '../../../cli/shards/share.ts';
import { d2a, ended, filesIn, folderWithPlan, SMALL_PLAN, started, textOf } from './d2a.ts';

/** A folder with the small plan and another of the same people with fewer beds. */
function folderWithTwo(): string {
  const cwd = folderWithPlan();
  writeFileSync(path.join(cwd, 'fewer.yaml'), SMALL_PLAN.replace('beds: 10 beds', 'beds: 7 beds'));
  return cwd;
}

async function done(args: string[], cwd: string): Promise<{ out: string; err: string }> {
  const { code, out, err } = await d2a(args, { cwd });
  expect(code, err).toBe(0);
  return { out, err };
}

const PRECISE = ['--set', 'run.precision=10%', '--set', 'run.on=no-criteria-to-reside'];

/** All shards of a command, simulated. */
async function dealtOut(args: string[], shards: number, folder: string, cwd: string): Promise<string[]> {
  for (let i = 1; i <= shards; i++) await done([...args, '--shard', `${i}/${shards}`, '--out', folder], cwd);
  return Array.from({ length: shards }, (_, i) => path.join(folder, `shard-${i + 1}-of-${shards}.ndjson`));
}

/** Every file but those that tell when and how. */
function bytesIn(folder: string): Map<string, string> {
  const names = filesIn(folder).filter((name) => !/(^|\/)(run-info\.json|points\.ndjson)$/.test(name));
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]));
}

describe('d2a run dealt out to several machines', { timeout: 240_000 }, () => {
  test('two plans on 1, 2, 3 and 7 shards: every file is the same to the byte as on one machine', async () => {
    const cwd = folderWithTwo();
    const run = ['run', 'plan.yaml', 'fewer.yaml', '--workers', '1'];
    const formats = ['--format', 'html,json,csv,md', '--events'];
    const alone = await done([...run, ...formats, '--out', 'one'], cwd);
    const one = bytesIn(path.join(cwd, 'one'));
    expect([...one.keys()]).toEqual(
      expect.arrayContaining(['comparison.json', 'plan/result.json', 'fewer/report.html', 'plan/tables/events.csv']),
    );
    for (const shards of [1, 2, 3, 7]) {
      const files = await dealtOut(run, shards, `on-${shards}`, cwd);
      expect(filesIn(path.join(cwd, `on-${shards}`))).toHaveLength(shards); // and nothing beside them
      const merged = await done(['merge', ...files.toReversed(), ...formats, '--out', `m${shards}`], cwd);
      expect(bytesIn(path.join(cwd, `m${shards}`)), `${shards} shards`).toEqual(one);
      expect(merged.out).toBe(alone.out.replaceAll('one/', `m${shards}/`));
      expect(JSON.parse(textOf(cwd, `m${shards}`, 'run-info.json'))).toMatchObject({ command: 'merge' });
    }
  });

  test('left out, the folders are those of a run; a shard is the same bytes whenever it is simulated, on any number of workers', async () => {
    const cwd = folderWithTwo();
    const run = ['run', 'plan.yaml', '--with', 'fewer.yaml', '--replications', '3'];
    const { out } = await done([...run, '--shard', '1/2'], cwd);
    const file = path.join(cwd, 'out', 'plan-compared-shards', 'shard-1-of-2.ndjson');
    expect(out).toContain('Shard 1 of 2 of d2a run: 4 of 6 replications.');
    expect(out).toContain('d2a merge out/plan-compared-shards/shard-*-of-2.ndjson');
    const before = readFileSync(file);
    await done([...run, '--shard', '1/2', '--workers', '2'], cwd);
    expect(readFileSync(file).equals(before)).toBe(true);
    await done([...run, '--shard', '2/2'], cwd);
    await done(['merge', 'out/plan-compared-shards/shard-*-of-2.ndjson'], cwd); // as a shell leaves it that knows no *
    expect(filesIn(path.join(cwd, 'out', 'plan-compared'))).toContain('comparison.html');
  });

  test('an interrupt leaves no file; a kill leaves none of that name', async () => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const cwd = folderWithPlan();
      const child = started(['run', 'plan.yaml', '--replications', '20000', '--shard', '1/2', '--out', 's'], { cwd });
      const end = ended(child);
      while (!existsSync(path.join(cwd, 's')) || readdirSync(path.join(cwd, 's')).length === 0)
        await new Promise((wait) => setTimeout(wait, 20));
      child.kill(signal);
      expect((await end).code).toBe(signal === 'SIGTERM' ? 130 : null);
      const left = readdirSync(path.join(cwd, 's'));
      expect(left.filter((name) => !name.startsWith('.shard-1-of-2.ndjson.'))).toEqual([]);
      if (signal === 'SIGTERM') expect(left).toEqual([]);
    }
  });

  test('what cannot be dealt out is refused before anything is simulated', async () => {
    const cwd = folderWithPlan();
    const refused = async (args: string[], said: string) => {
      const { code, err, out } = await d2a(['run', 'plan.yaml', '--out', 's', ...args], { cwd });
      expect([code, out], args.join(' ')).toEqual([2, '']);
      expect(err.replace(/\s+/g, ' ')).toContain(said);
      expect(existsSync(path.join(cwd, 's'))).toBe(false);
    };
    await refused([...PRECISE, '--shard', '1/2'], 'the number of replications is not known beforehand');
    await refused(['--shard', '0/3'], 'of 3 there is no shard 0');
    await refused(['--shard', '4/3'], 'of 3 there is no shard 4');
    await refused(['--shard', '3'], 'Write it as 3/7');
    await refused(['--shard', '1/3', '--format', 'json'], 'cannot be used with');
    await refused(['--shard', 'env'], 'No scheduler says which shard this is');
    await refused(['--set', 'services.step-down.beds=many', '--shard', '1/2'], 'many');
    const precise = ['run', 'plan.yaml', ...PRECISE, '--replications', '2', '--shard', '1/1', '--out', 's'];
    await done(precise, cwd); // the number stands instead of the precision
    writeFileSync(path.join(cwd, 's', 'shard-1-of-2.ndjson'), 'mine');
    const theirs = await d2a(['run', 'plan.yaml', '--shard', '1/2', '--out', 's'], { cwd });
    expect(theirs.code).toBe(2);
    expect(theirs.err.replace(/\s+/g, ' ')).toContain('is already there and is not a shard');
    expect(textOf(cwd, 's', 'shard-1-of-2.ndjson')).toBe('mine');
  });
});

describe('shards that are refused', { timeout: 240_000 }, () => {
  const RUN = ['run', 'plan.yaml', '--replications', '4', '--workers', '1'];

  async function threeShards(): Promise<{ cwd: string; files: [string, string, string] }> {
    const cwd = folderWithPlan();
    return { cwd, files: (await dealtOut(RUN, 3, 's', cwd)) as [string, string, string] };
  }

  async function refused(cwd: string, files: string[], ...said: string[]): Promise<void> {
    const { code, out, err } = await d2a(['merge', ...files, '--out', 'merged'], { cwd });
    expect([code, out], err).toEqual([2, '']);
    for (const one of said) expect(err.replace(/\s+/g, ' ')).toContain(one);
    expect(existsSync(path.join(cwd, 'merged'))).toBe(false);
  }

  /** A copy of a shard with its lines changed. */
  function changed(cwd: string, file: string, mark: string, change: (lines: string[]) => string): string {
    const name = `changed-${mark}-${path.basename(file)}`;
    writeFileSync(path.join(cwd, name), change(textOf(cwd, file).split('\n')));
    return name;
  }

  test('missing, doubled, foreign: each by its name, and all at once', async () => {
    const { cwd, files } = await threeShards();
    const [a, b, c] = files;
    await refused(cwd, [b], 'Missing of 3: shards 1, 3.');
    copyFileSync(path.join(cwd, b), path.join(cwd, 'again.ndjson'));
    const both = `${b} and again.ndjson are both shard 2 of 3.`;
    await refused(cwd, [a, b, 'again.ndjson', `./${a}`], both, `${path.join('.', a)} is named twice.`, 'Missing of 3: shard 3.');
    writeFileSync(path.join(cwd, 'other.yaml'), SMALL_PLAN);
    const foreign: [string, string[]][] = [
      ['seed 8, not 7', [...RUN, '--seed', '8']],
      ['replications 5, not 4', [...RUN, '--replications', '5']],
      ['plan.yaml was another scenario then', [...RUN, '--set', 'services.step-down.beds=11 beds']],
      ['engine simjs, not native', [...RUN, '--engine', 'simjs']],
      ['it is of other.yaml, not of plan.yaml', ['run', 'other.yaml', ...RUN.slice(2)]],
    ];
    for (const [i, [, args]] of foreign.entries()) await done([...args, '--shard', '2/3', '--out', `other${i}`], cwd);
    await done([...RUN, '--shard', '2/4', '--out', 'other'], cwd);
    const strays = foreign.map(([said], i) => [`other${i}/shard-2-of-3.ndjson`, said]);
    strays.push(['other/shard-2-of-4.ndjson', 'number of shards 4, not 3']);
    await refused(
      cwd,
      [...strays.map(([file = '']) => file), a, c], // strays are foreign wherever they stand
      ...strays.map(([file, said]) => `${file}: it is of another run than ${a}: ${said}.`),
      'Missing of 3: shard 2.',
    );
  });

  test('another version or build of d2a, and another version of the format', async () => {
    const { cwd, files } = await threeShards();
    const [a, b, c] = files;
    const cases: [string, string, unknown][] = [
      ['it was written by d2a 0.0.9, and this is d2a', 'd2a', '0.0.9'],
      ['it was written by d2a 99.0.0, and this is d2a', 'd2a', '99.0.0'],
      ['it was written by another build of d2a', 'model', '0123456789abcdef'],
      ['it has version 2 of the format; this d2a reads version 1', 'version', 2],
      ['its numbers are written as base64, big-endian', 'numbers', 'base64, big-endian'],
      ['its first line is damaged: shard is not', 'shard', 'two'],
      ['line 2 is damaged', 'shard', 3], // it says that it is another shard than its rows are
    ];
    const names = cases.map(([, key, value], i) =>
      changed(cwd, b, `${i}`, ([first = '', ...rest]) => {
        const { sum: _, ...head } = JSON.parse(first) as Record<string, unknown>;
        return [sealed({ ...head, [key]: value }, ''), ...rest].join('\n');
      }),
    );
    await refused(cwd, [a, ...names, c], ...cases.map(([said], i) => `${names[i]}: ${said}`));
  });

  test('damaged: cut short, a value turned into text, lines gone, changed places or taken from elsewhere', async () => {
    const { cwd, files } = await threeShards();
    const [a, b, c] = files; // the first has replications 1 and 4
    await done([...RUN, '--seed', '8', '--shard', '1/3', '--out', 'other'], cwd);
    const [, stray] = textOf(cwd, 'other', 'shard-1-of-3.ndjson').split('\n');
    const bytes = textOf(cwd, a);
    const lines = (...list: (string | undefined)[]): string => `${list.join('\n')}\n`;
    const first = 'its first line is damaged';
    const cases: [string, (lines: string[]) => string][] = [
      ['it is empty', () => ''],
      ['it is cut short: not even its first line', () => bytes.slice(0, 200)],
      ['it is cut short: 0 of 2', () => bytes.slice(0, bytes.indexOf('\n') + 100)],
      ['it is cut short: 1 of 2', () => bytes.slice(0, bytes.length * 0.9)],
      ['it is cut short: 1 of 2', () => bytes.trimEnd()],
      ['it is cut short: 1 of 2', ([head, one]) => lines(head, one)],
      ['line 2 is damaged', ([head, one, two]) => lines(head, two, one)],
      ['line 3 is damaged', ([head, one]) => lines(head, one, one)],
      ['line 4 is damaged', ([head, one, two]) => lines(head, one, two, two)],
      ['line 2 is damaged', ([head, one = '', two]) => lines(head, one.replace(/"events":(\d+)/, '"events":"$1"'), two)],
      ['line 3 is damaged', ([head, one, two = '']) => lines(head, one, two.replace(/("whole":"..)./, '$1z'))],
      [first, ([head = '', one, two]) => lines(head.replace('A small plan', 'A large plan'), one, two)],
      ['line 2 is damaged', ([head, , two]) => lines(head, stray, two)],
    ];
    const names = cases.map(([, change], i) => changed(cwd, a, `${i}`, change));
    for (const name of names) expect(textOf(cwd, name), name).not.toBe(bytes);
    await refused(cwd, [...names, b, c], ...cases.map(([said], i) => `${names[i]}: ${said}`));
  });

  test('a row of another length, or a value of another kind, is found although its sum is right', async () => {
    const { cwd, files } = await threeShards();
    const [a, b, c] = files;
    const forged = (change: (row: Record<string, unknown>) => void): string =>
      changed(cwd, a, 'forged', ([head = '', first = '', ...rest]) => {
        const row = unsealed(first, sealOf(head)) as Record<string, unknown>;
        change(row);
        return [head, sealed(row, sealOf(head)), ...rest].join('\n');
      });
    expect(
      textOf(
        cwd,
        forged(() => {}),
      ),
    ).toBe(textOf(cwd, a)); // or it would be the sum that is found
    const short = forged((row) => Object.assign(row, { whole: (row['whole'] as string).slice(0, 32) }));
    await refused(cwd, [short, b, c], 'changed-forged-shard-1-of-3.ndjson: replication 1 of scenario 1 is damaged: whole');
    const text = forged((row) => Object.assign(row, { events: String(row['events']) }));
    await refused(cwd, [text, b, c], 'replication 1 of scenario 1 is damaged: a value');
  });

  test('what is no shard: a folder, a result, a scenario, an empty file, nothing', async () => {
    const { cwd, files } = await threeShards();
    const [a, b] = files;
    writeFileSync(path.join(cwd, 'empty.ndjson'), '');
    mkdirSync(path.join(cwd, 'folder.ndjson'));
    writeFileSync(path.join(cwd, 'result.json'), '{"format":"d2a-result","version":1}\n');
    await refused(
      cwd,
      [a, b, 'empty.ndjson', 'result.json', 'plan.yaml', 'gone.ndjson'],
      'empty.ndjson: it is empty.',
      'result.json: it is not a shard',
      'plan.yaml: it is not a shard',
      'gone.ndjson: it does not exist.',
      'Missing of 3: shard 3.',
    );
    await refused(cwd, [a, b, 'folder.ndjson'], 'folder.ndjson is a folder');
    await refused(cwd, ['gone-*.ndjson'], 'There is no file that fits');
  });
});

describe('a search dealt out to several machines', { timeout: 240_000 }, () => {
  const VARY = ['plan.yaml', '--vary', 'services.step-down.beds=6..14:2 beds', '--replications', '24', '--workers', '1'];
  const SEARCHES = {
    size: ['size', ...VARY, '--meet', 'waiting of step-down at most 2 people'],
    'size by month': ['size', ...VARY, '--meet', 'waiting of step-down at most 2 people each month', '--by', 'month'],
    sweep: ['sweep', ...VARY, '--show', 'waiting of step-down'],
  };

  test.each(Object.entries(SEARCHES))('%s: decision, page and tables are those of one machine', async (_, search) => {
    const cwd = folderWithPlan();
    const alone = await done([...search, '--out', 'one'], cwd);
    for (const shards of [1, 3]) {
      const files = await dealtOut(search, shards, `on-${shards}`, cwd);
      const merged = await done(['merge', ...files, '--out', `m${shards}`], cwd);
      expect(bytesIn(path.join(cwd, `m${shards}`))).toEqual(bytesIn(path.join(cwd, 'one')));
      expect(merged.out).toBe(alone.out.replaceAll('one/', `m${shards}/`));
      const said = merged.err.replace(/\s+/g, ' ');
      expect(said).toContain('20 whole replications in which a search looks at its answer. All else is from the shards.');
      expect(said.includes('replications of points that are not on the grid')).toBe(search.includes('--by'));
    }
  });

  test('a plan changed since, a search of other values and options of a run are refused', async () => {
    const cwd = folderWithPlan();
    const files = await dealtOut(SEARCHES.sweep, 2, 's', cwd);
    const refused = async (args: string[], said: string) => {
      const { code, err } = await d2a(['merge', ...args, '--out', 'merged'], { cwd });
      expect(code, err).toBe(2);
      expect(err.replace(/\s+/g, ' ')).toContain(said);
      expect(existsSync(path.join(cwd, 'merged'))).toBe(false);
    };
    await done([...SEARCHES.sweep.map((word) => word.replace('6..14', '8..16')), '--shard', '2/2', '--out', 'other'], cwd);
    await refused([files[0] as string, 'other/shard-2-of-2.ndjson'], 'it is of another run');
    await done([...SEARCHES.size, '--shard', '2/2', '--out', 'other'], cwd);
    await refused([files[0] as string, 'other/shard-2-of-2.ndjson'], 'command size, not sweep');
    await refused([...files, '--check'], 'These are shards of d2a sweep');
    writeFileSync(path.join(cwd, 'plan.yaml'), SMALL_PLAN.replace('admissions: 6/day', 'admissions: 7/day'));
    await refused(files, 'plan.yaml is not as it was when the shards were simulated: 5 of 5 points differ');
  });

  test('other searches have no shards', async () => {
    const { code, err } = await d2a(['sensitivity', 'plan.yaml', '--shard', '1/2'], { cwd: folderWithPlan() });
    expect(code).toBe(2);
    expect(err).toContain('It is an option of: run, size, sweep.');
  });
});

describe('which shard a scheduler says this is', () => {
  const slurm = (id: number, min: number, max: number, count: number, step = 1) => ({
    SLURM_ARRAY_TASK_ID: `${id}`,
    SLURM_ARRAY_TASK_MIN: `${min}`,
    SLURM_ARRAY_TASK_MAX: `${max}`,
    SLURM_ARRAY_TASK_COUNT: `${count}`,
    SLURM_ARRAY_TASK_STEP: `${step}`,
  });
  test.each([
    ['3/7', {}, 3, 7],
    ['1/1', { SLURM_ARRAY_TASK_ID: '5' }, 1, 1],
    ['env', slurm(3, 1, 7, 7), 3, 7],
    ['env', slurm(0, 0, 6, 7), 1, 7],
    ['env', slurm(6, 0, 6, 7), 7, 7],
    ['env/7', slurm(6, 0, 6, 7), 7, 7],
    ['env', slurm(30, 10, 50, 5, 10), 3, 5],
    ['env/7', { JOB_COMPLETION_INDEX: '0' }, 1, 7],
    ['env/7', { JOB_COMPLETION_INDEX: '6', SLURM_ARRAY_TASK_ID: '' }, 7, 7],
    ['env', { AWS_BATCH_JOB_ARRAY_INDEX: '0', AWS_BATCH_JOB_ARRAY_SIZE: '9' }, 1, 9],
    ['env/9', { AWS_BATCH_JOB_ARRAY_INDEX: '8' }, 9, 9],
  ])('%s with %o is shard %i of %i', (text, env, shard, shards) => {
    expect(shareIn(text, env)).toEqual({ shard, shards });
  });

  test.each([
    ['env', slurm(5, 1, 9, 3), 'have gaps'],
    ['env/7', slurm(3, 3, 3, 1), 'This array has 1 task (SLURM_ARRAY_TASK_COUNT), and not 7'],
    ['env', { SLURM_ARRAY_TASK_ID: '3' }, 'SLURM_ARRAY_TASK_COUNT is not set'],
    ['env', { JOB_COMPLETION_INDEX: '3' }, 'Kubernetes does not say how many'],
    ['env/3', { JOB_COMPLETION_INDEX: '3' }, 'of 3 there is no shard 4'],
    ['env/7', { JOB_COMPLETION_INDEX: 'three' }, 'JOB_COMPLETION_INDEX must be a whole number; found "three"'],
    ['env', { AWS_BATCH_JOB_ARRAY_INDEX: '3' }, 'AWS_BATCH_JOB_ARRAY_SIZE is not set'],
    ['env/7', { JOB_COMPLETION_INDEX: '1', AWS_BATCH_JOB_ARRAY_INDEX: '1' }, 'are both set'],
    ['env', {}, 'No scheduler says'],
    ['1/0', {}, 'There may be 1 to 100,000 shards; found 0'],
    ['-1/3', {}, 'Write it as 3/7'],
    ['1.5/3', {}, 'Write it as 3/7'],
    ['ENV', {}, 'Write it as 3/7'],
  ])('%s with %o is refused: %s', (text, env, said) => {
    expect(() => shareIn(text, env)).toThrow(said);
  });
});
