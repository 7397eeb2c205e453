import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import type { Result } from '../../sim/result.ts';
import { d2a } from '../behaviour/cli/d2a.ts';
import { ANSWERS } from './answers.ts';
import type { Estimate } from './derive.ts';
import expectedJson from './expected.json' with { type: 'json' };

/**
 * Exact answers through ordinary scenario files and the ordinary command line. Quick rule: standard error at most 1.53% of
 * the value (3% half-width), and no more than 4 standard errors away. Full rule (D2A_VERIFY=full, some 20 minutes): 0.5%,
 * or 0.0001 for a probability under 0.02. A value short of its precision fails as undecided.
 */
const FULL = process.env.D2A_VERIFY === 'full';
const PRECISION = FULL ? 0.005 : 0.0153;
const LONGER = 11; // (1.53 / 0.5)^2 with some room
const FURTHEST = 4;
const expected = expectedJson.cases as unknown as Record<string, { title: string; expected: { name: string; value: number }[] }>;
const out = mkdtempSync(join(tmpdir(), 'd2a-verify-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

async function simulate(name: string): Promise<Result> {
  const folder = join(out, name);
  const file = join(import.meta.dirname, 'cases', `${name}.yaml`);
  const done = await d2a(['run', file, '--out', folder, '--format', 'json', '--workers', '1', ...longer(file)], { cwd: out });
  if (done.code !== 0) throw new Error(done.err);
  return JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as Result;
}

/** The file's own replications times `LONGER` for the full rule. */
function longer(file: string): string[] {
  const own = /replications: (\d+)/.exec(readFileSync(file, 'utf8'))?.[1];
  return FULL ? ['--replications', `${Number(own) * LONGER}`] : [];
}

describe.concurrent('exact answers of queueing theory, through scenario files', { timeout: 3_600_000 }, () => {
  for (const [id, answers] of Object.entries(ANSWERS)) {
    it(`${id}: ${expected[id]?.title}`, async ({ expect }) => {
      const result = await simulate(id);
      const fromEmpty = expected[id]?.expected.some(({ name }) => name.endsWith('from_empty')) ? await simulate(`${id}-from-empty`) : null;
      const rows = (expected[id]?.expected ?? []).map(({ name, value }) => {
        const derive = answers[name];
        if (derive === undefined) return `${name}: nothing reads it`;
        return verdict(name, value, derive(result, fromEmpty));
      });
      expect(rows.filter((row) => row !== null)).toEqual([]);
      expect(result.checks.filter(({ passed }) => !passed)).toEqual([]);
    });
  }
});

function verdict(name: string, value: number, { mean, se, limit }: Estimate): string | null {
  if (limit) return mean <= value && mean >= value * (1 - PRECISION) ? null : `${name}: limit ${value}, reached ${mean}`;
  const away = Math.abs(mean - value);
  const rounding = 1e-9 * Math.max(1, Math.abs(value)); // exact values are printed to ten digits
  if (away > FURTHEST * se + rounding) return `${name}: exact ${value}, simulated ${mean}, ${(away / se).toFixed(1)} standard errors away`;
  const enough = FULL && value < 0.02 ? 0.0001 : PRECISION * Math.abs(value);
  if (se > enough + rounding) return `${name}: undecided, standard error ${((100 * se) / value).toFixed(2)}% of ${value}`;
  return null;
}
