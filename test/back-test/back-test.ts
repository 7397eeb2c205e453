import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { betweenMarkers } from '../../cli/markers.ts';
import type { Result } from '../../sim/result.ts';
import { bandTable, dailyTable, weekdayTable } from './tables.ts';
import { fitText } from './fit.ts';

/**
 * `npm run back-test`: runs scenarios/back-test/ through the ordinary command line and prints observed beside simulated, for the
 * months fitted on and the untouched ones; `--write` puts the tables into its README, `--fit` prints how the assumptions were set.
 */
const options = new Command('back-test')
  .description('Published returns beside what the model makes of them.')
  .option('--write', 'put the tables into scenarios/back-test/README.md')
  .option('--fit', 'print how the assumptions were set, and run nothing')
  .option('--replications <n>', 'fewer, for a quick look')
  .parse()
  .opts<{ write?: true; fit?: true; replications?: string }>();

const FOLDER = resolve('scenarios/back-test');
const README = join(FOLDER, 'README.md');

if (options.fit) process.stdout.write(`${await fitText()}\n`);
else {
  const names = readdirSync(FOLDER)
    .filter((name) => /-(fitted|untouched)\.yaml$/.test(name))
    .sort();
  const results = names.map((name) => ({ name: name.replace('.yaml', ''), result: run(name) }));
  const tables = { daily: dailyTable(results), weekdays: weekdayTable(results), bands: bandTable(results) };
  for (const table of Object.values(tables)) process.stdout.write(`${table}\n\n`);
  if (options.write) writeFileSync(README, Object.entries(tables).reduce(between, readFileSync(README, 'utf8')));
}

function run(name: string): Result {
  const out = mkdtempSync(join(tmpdir(), 'd2a-back-test-'));
  try {
    const more = options.replications === undefined ? [] : ['--replications', options.replications];
    const { status, stderr } = spawnSync(
      process.execPath,
      ['cli/bin/d2a.js', 'run', join(FOLDER, name), '--out', out, '--format', 'json', ...more],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    return JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) as Result;
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** The table between its two markers. */
function between(text: string, [what, table]: [string, string]): string {
  const written = betweenMarkers(text, what, table);
  if (written === null) throw new Error(`${README} has no place for the table ${what}`);
  return written;
}
