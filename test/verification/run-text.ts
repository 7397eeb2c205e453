import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readScenario } from '../../scenarios/index.ts';
import { experiment, measureOptions } from '../../sim/index.ts';
import type { Result } from '../../sim/result.ts';

/** The result of a scenario's text, on one worker; its self-checks hold. */
export async function resultOf(text: string): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'd2a-'));
  try {
    writeFileSync(join(folder, 'plan.yaml'), text);
    const read = await readScenario(join(folder, 'plan.yaml'), { measures: measureOptions() });
    const [result] = (await experiment([read], { engine: 'native', workers: 1, version: 'test' })) as [Result];
    expect(result.checks.filter(({ passed }) => !passed)).toEqual([]);
    return result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
