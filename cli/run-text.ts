import path from 'node:path';
import type { Comparison } from '../sim/comparison.ts';
import { COMPARISON_PAGE, REPORT_FILE, RESULT_FILE } from './result-files.ts';
import type { RunOutcome } from './run-json.ts';
import { colours, harmless } from './terminal.ts';
import { columns } from './wrap.ts';

/** The summary of one scenario, or several side by side, and where the files are. */
export async function runText(outcome: RunOutcome, comparison: Comparison | null): Promise<string> {
  const { compareSummary, summary } = await import('../reports/index.ts');
  const text = comparison
    ? harmless(compareSummary(outcome.results, comparison))
    : outcome.results.map((result) => headed(summary(result))).join('\n\n');
  return `${text}\n\n${places(outcome).join('\n')}`;
}

function headed(text: string): string {
  const [first = '', ...rest] = harmless(text).trimEnd().split('\n');
  return [colours.out.bold(first), ...rest].join('\n');
}

function places({ folder, folders, files }: RunOutcome): string[] {
  const first = files.includes(COMPARISON_PAGE) ? [place('Comparison', folder, COMPARISON_PAGE)] : [];
  const each = folders.flatMap((inner) => {
    const own = (name: string) => (inner === '' ? name : `${inner}/${name}`);
    if (files.includes(own(REPORT_FILE))) return [place('Report', folder, own(REPORT_FILE))];
    return files.includes(own(RESULT_FILE)) ? [place('Result', folder, own(RESULT_FILE))] : [];
  });
  return [...first, ...each, place('All files', folder, '')];
}

/** Two lines rather than a path that the terminal would break. */
function place(what: string, folder: string, name: string): string {
  const shown = harmless(name === '' ? path.join(folder, path.sep) : path.join(folder, ...name.split('/')));
  const label = `${what}:`.padEnd(12);
  return label.length + shown.length > columns() ? `${what}:\n  ${shown}` : `${label}${shown}`;
}
