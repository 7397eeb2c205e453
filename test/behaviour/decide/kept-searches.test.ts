import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SizeDecision, SweepDecision } from '../../../sim/decision.ts';
import { d2a, emptyFolder, ended, started } from '../cli/d2a.ts';

const FILE = join(import.meta.dirname, 'two-seasons.yaml');
const BEDS = [
  '--vary',
  'services.step-down.beds=2..30:2 beds',
  '--meet',
  'waiting of step-down at most 1 people each month',
  '--replications',
  '40',
];

const read = <D>(...parts: string[]): D => JSON.parse(readFileSync(join(...parts, 'decision.json'), 'utf8')) as D;

describe('searches kept with a plan', { timeout: 120_000 }, () => {
  it('22 beds are needed in a winter of three referrals a day for a week each, and 8 when one a day comes', async () => {
    const folder = emptyFolder();
    const done = await d2a(['decide', FILE, '--out', folder], { cwd: folder });
    expect(done.code, done.err).toBe(0);
    const { profile, varied, answer } = read<SizeDecision>(folder, 'beds-by-month');
    const beds = (step: number | undefined) => varied[0]?.values[step ?? -1];
    expect(beds(answer?.at[0])).toBe('22 beds');
    const months = Object.fromEntries((profile?.months ?? []).map(({ month, step }) => [month, beds(step)]));
    expect(months).toMatchObject({ '2024-02': '22 beds', '2024-03': '22 beds', '2024-05': '8 beds', '2024-06': '8 beds' });
    expect(read<SweepDecision>(folder, 'what-beds-buy').points).toHaveLength(4);
    await drawnAgain(join(folder, 'beds-by-month'));
    await drawnAgain(join(folder, 'what-beds-buy'));
  });

  it('a search that was killed goes on from what it had, to the same bytes', async () => {
    const [folder, other] = [emptyFolder(), emptyFolder()];
    const child = started(['size', FILE, ...BEDS, '--out', folder], { cwd: folder });
    const half = ended(child);
    while (!lines(folder).length) await new Promise((wait) => setTimeout(wait, 20));
    child.kill('SIGKILL');
    await half;
    const before = lines(folder);
    appendFileSync(join(folder, 'points.ndjson'), '{"key":"cut sho');
    expect((await d2a(['size', FILE, ...BEDS, '--out', folder], { cwd: folder })).code).toBe(0);
    expect((await d2a(['size', FILE, ...BEDS, '--out', other, '--workers', '1'], { cwd: other })).code).toBe(0);
    expect(lines(folder).slice(0, before.length)).toEqual(before);
    expect(readFileSync(join(folder, 'decision.json'), 'utf8')).toBe(readFileSync(join(other, 'decision.json'), 'utf8'));
  });

  it('a range, a goal and a path that are not understood are told before anything runs', async () => {
    const folder = emptyFolder();
    const wrong = await d2a(
      ['size', FILE, '--vary', 'services.step-down.beds=30..2:2 beds', '--meet', 'few delays', '--out', folder],
      { cwd: folder },
    );
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('must rise');
    const goal = await d2a(
      ['size', FILE, '--vary', 'services.step-down.beds=2..30:2 beds', '--meet', 'few delays', '--out', folder],
      { cwd: folder },
    );
    expect(goal.err).toContain('“few delays” is no goal');
    const path = await d2a(
      [
        'size',
        FILE,
        '--vary',
        'services.step-up.beds=2..30:2 beds',
        '--meet',
        'waiting of step-down at most 1 people',
        '--out',
        folder,
      ],
      { cwd: folder },
    );
    expect([path.code, path.err.includes('step-down')]).toEqual([2, true]);
  });
});

/** `d2a report decision.json` makes the same page and tables, and leaves the decision. */
async function drawnAgain(folder: string): Promise<void> {
  const names = ['decision.html', 'decision.json', ...readdirSync(join(folder, 'tables')).map((name) => join('tables', name))];
  const before = names.map((name) => readFileSync(join(folder, name), 'utf8'));
  for (const name of names.filter((one) => one !== 'decision.json')) rmSync(join(folder, name));
  expect((await d2a(['report', 'decision.json', '--format', 'md'], { cwd: folder })).code).toBe(2);
  const done = await d2a(['report', 'decision.json'], { cwd: folder });
  expect(done.code, done.err).toBe(0);
  expect(names.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
}

function lines(folder: string): string[] {
  try {
    return readFileSync(join(folder, 'points.ndjson'), 'utf8').split('\n').slice(0, -1);
  } catch {
    return [];
  }
}
