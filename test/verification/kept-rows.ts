import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseReport } from './check-case.ts';

/** Cases already checked with the same program, so that a run that was stopped goes on where it was. */
export class KeptRows {
  private readonly folder: string;
  private readonly key: string;

  constructor(folder: string) {
    this.folder = folder;
    this.key = programKey();
    mkdirSync(folder, { recursive: true });
  }

  find(id: string): CaseReport | null {
    const file = join(this.folder, `${id}.json`);
    if (!existsSync(file)) return null;
    const { key, report } = JSON.parse(readFileSync(file, 'utf8')) as { key: string; report: CaseReport };
    return key === this.key ? report : null;
  }

  keep(report: CaseReport): void {
    const file = join(this.folder, `${report.id}.json`);
    writeFileSync(`${file}.part`, JSON.stringify({ key: this.key, report }));
    renameSync(`${file}.part`, file);
  }
}

/** Tests that were built: no part of the program. */
const TESTS = join('dist', 'test');

/** Of the built program and of everything here: a change of any makes every case new. */
function programKey(): string {
  const hash = createHash('sha256');
  for (const file of [
    ...files('dist').filter((file) => file.endsWith('.js') && !file.startsWith(TESTS)),
    ...files('test/verification').filter((file) => !file.endsWith('.md')),
  ])
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function files(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return found.map((entry) => join(entry.parentPath, entry.name)).sort();
}
