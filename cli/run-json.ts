import type { Result } from '../sim/result.ts';
import { missedAmbitions } from './verdict.ts';

export interface RunOutcome {
  results: Result[];
  /** Scenario files as given, in the order of `results`. */
  from: string[];
  /** Output folder, and the files in it, relative with `/`. */
  folder: string;
  files: string[];
  /** Folder of each result inside the output folder; '' where it is the output folder itself. */
  folders: string[];
  exitCode: number;
}

/** What `--json` prints: the figures of each scenario without its winters and series, which are in `result.json`. */
export function runJson({ results, from, folder, files, folders, exitCode }: RunOutcome): string {
  const summary = {
    format: 'd2a-run',
    version: 1,
    exitCode,
    folder,
    files,
    scenarios: results.map((result, i) => ({
      file: from[i],
      folder: folders[i],
      name: result.scenario.name,
      tool: result.tool,
      run: result.run,
      measures: result.measures.map(({ measure, scope, summary: values }) => ({ measure, scope, ...values })),
      ambitions: result.ambitions,
      missed: missedAmbitions(result),
      checks: result.checks,
      warnings: result.warnings,
    })),
  };
  return JSON.stringify(summary, null, 1);
}
