import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '../../sim/result.ts';
import { runFile } from '../fixtures/run-file.ts';

/** The result of a scenario's text. */
export async function resultOf(text: string): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'd2a-'));
  try {
    writeFileSync(join(folder, 'plan.yaml'), text);
    return await runFile(join(folder, 'plan.yaml'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
