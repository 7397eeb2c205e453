import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { CASE_IDS, type CaseReport, checkCase } from './check-case.ts';
import { KeptRows } from './kept-rows.ts';
import type { Mode } from './rule.ts';
import { allPassed, countOf, type Verification, verificationPage, verificationText } from './verify-report.ts';

/** `npm run verify`: every case with a known answer through the ordinary command line; exit code 1 where one does not pass. */
interface Options {
  full?: true;
  only?: string;
  out: string;
  keep?: true;
}

const options = new Command('verify')
  .description('Checks every case with a known answer through the ordinary command line.')
  .addOption(new Option('--quick', 'to a half-width of 3% (the default)').conflicts('full'))
  .option('--full', 'to the precision of the rule; a run that was stopped goes on where it was')
  .option('--only <cases>', 'some cases, as A1,B2')
  .option('--out <folder>', 'where verification.html and verification.json go', 'out/verification')
  .option('--keep', 'keep the table of a full run as test/verification/FULL.md')
  .parse()
  .opts<Options>();

const mode: Mode = options.full ? 'full' : 'quick';
const ids = options.only?.split(',') ?? CASE_IDS;
const unknown = ids.filter((id) => !CASE_IDS.includes(id));
if (unknown.length > 0) {
  process.stderr.write(`There is no case ${unknown.join(', ')}. There are: ${CASE_IDS.join(', ')}.\n`);
  process.exit(2);
}

const kept = new KeptRows(join(options.out, mode));
const reports = new Map<string, CaseReport>();
const waiting = [...ids];
await Promise.all(Array.from({ length: availableParallelism() }, work));

const verification: Verification = {
  format: 'd2a-verification',
  version: 1,
  tool: (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
  mode,
  date: new Date().toISOString().slice(0, 10),
  cases: ids.map((id) => reports.get(id) as CaseReport),
};
write(join(options.out, 'verification.json'), `${JSON.stringify(verification, null, 1)}\n`);
write(join(options.out, 'verification.html'), verificationPage(verification));
if (options.keep) write('test/verification/FULL.md', verificationText(verification));
const { passed, failed, undecided } = countOf(verification);
process.stdout.write(
  `${passed} values passed, ${failed} failed, ${undecided} undecided (${mode}).\nReport: ${join(options.out, 'verification.html')}\n`,
);
process.exitCode = allPassed(verification) ? 0 : 1;

/** Takes the next case until there is none. */
async function work(): Promise<void> {
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const before = kept.find(id);
    const report = before ?? (await checkCase(id, mode));
    if (before === null) kept.keep(report);
    reports.set(id, report);
    process.stdout.write(`${lineOf(report, before !== null)}\n`);
  }
}

function lineOf({ id, title, rows, broken, seconds }: CaseReport, before: boolean): string {
  const wrong = rows
    .filter(({ verdict }) => verdict !== 'passed')
    .map(({ name, verdict, away }) => `${name} ${verdict}${away === null ? '' : `, ${away.toFixed(1)} standard errors away`}`);
  const time = before ? 'kept' : `${seconds.toFixed(1)} s`;
  return [
    `${id.padEnd(4)} ${title}: ${rows.length - wrong.length} of ${rows.length} (${time})`,
    ...wrong,
    ...broken.map((check) => `self-check: ${check}`),
  ].join('\n     ');
}

/** Whole or not at all. */
function write(file: string, text: string): void {
  mkdirSync(options.out, { recursive: true });
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}
