import { doubtsOf } from '../reports/words/doubts.ts';
import type { Result, Summary } from '../sim/result.ts';
import { keyMeasures } from './key-measures.ts';
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

/** What `--json` prints: short, for a script to decide by. Every measure, winter and series is in `result.json`. */
export function runJson({ results, from, folder, files, folders, exitCode }: RunOutcome): string {
  const scenarios = results.map((result, i) => ({ file: from[i], folder: folders[i], ...inShort(result) }));
  return compact(JSON.stringify({ format: 'd2a-run', version: 1, exitCode, folder, files, scenarios }, null, 1));
}

function inShort(result: Result) {
  const { replications, seed, precision } = result.run;
  return {
    name: result.scenario.name,
    replications,
    ...(precision ? { precision } : {}),
    seed,
    measures: keyMeasures(result).map(({ measure, scope, summary }) => ({ measure, scope, ...figures(summary) })),
    ambitions: result.ambitions.flatMap(({ name, label, measure, scope, direction, target, example, rows }) =>
      rows.map(({ over, summary, met, metInterval }) => ({
        name,
        label,
        measure,
        scope,
        direction,
        target,
        ...(example ? { example } : {}),
        over,
        ...figures(summary),
        met: summary && met,
        metInterval,
      })),
    ),
    ...(result.allTargets ? { allTargets: result.allTargets } : {}),
    missed: missedAmbitions(result),
    doubts: doubtsOf(result).map(({ kind, text }) => ({ kind, text })),
    checks: result.checks,
    warnings: result.warnings,
  };
}

/** Mean, its 95% interval, and the 5th, 25th, 50th, 75th and 95th percentile of single replications. */
function figures(summary: Summary | null) {
  return { mean: summary?.mean ?? null, interval: summary?.interval ?? null, range: summary?.range ?? null };
}

/** A list of numbers, and a map that holds no other, on one line. A line break is never inside a JSON text, so texts stay as they are. */
function compact(json: string): string {
  const oneLine = (text: string) => text.replace(/\n\s*/g, '');
  return json.replace(/\[\n[^"[\]{}]*\]/g, oneLine).replace(/\{\n[^{}]*\}/g, oneLine);
}
