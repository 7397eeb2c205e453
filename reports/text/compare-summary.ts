import type { Comparison, Result } from '../../sim/result.ts';
import { chanceSentences, differenceSentences, differenceText, keyRows, rowName, rowUnit } from '../words/differences.ts';
import { printable, wrap } from './wrap.ts';

/** About ten lines for the terminal: what each scenario changes against the first. */
export function compareSummary(results: Result[], comparison: Comparison): string {
  const rows = keyRows(results, comparison).slice(0, 4);
  const lines = [
    ...[...differenceSentences(results, comparison), ...chanceSentences(results)].flatMap((s) => wrap(s)),
    ...comparison.scenarios.slice(1).flatMap((name, i) => [
      ...wrap(`“${name}” against the base, mean difference (95% interval):`),
      ...rows.map((r) => `  ${printable(rowName(results, r)).slice(0, 34).padEnd(34)} ${differenceText(r.differences[i], rowUnit(results, r))}`.slice(0, 80)),
    ]),
  ];
  return lines.join('\n');
}
