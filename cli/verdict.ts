import { ambitionName } from '../reports/words/ambition-words.ts';
import { spellText } from '../reports/words/dates.ts';
import { doubtsOf } from '../reports/words/doubts.ts';
import type { AmbitionResult, Result } from '../sim/result.ts';
import { EXIT, type ExitCode } from './exit.ts';

/** An ambition is missed where fewer than this share of replications meet it, or where nothing could be measured. */
const MET_IN_AT_LEAST = 0.5;

export interface MissedAmbition {
  scenario: string;
  ambition: string;
  label: string;
  /** `YYYY-MM`, several joined by commas, or `period`. */
  over: string;
  /** Share of replications that meet it; null where it has no value in any. */
  met: number | null;
  replications: number;
}

export function missedAmbitions(result: Result): MissedAmbition[] {
  return result.ambitions.flatMap((ambition) => missedRows(result.scenario.name, ambition));
}

function missedRows(scenario: string, { name, label, rows }: AmbitionResult): MissedAmbition[] {
  return rows
    .filter((row) => row.summary === null || row.met < MET_IN_AT_LEAST)
    .map(({ over, summary, met, n }) => ({ scenario, ambition: name, label, over, met: summary && met, replications: n }));
}

export function missedSentence(result: Result, { scenario, ambition, label, over, met, replications }: MissedAmbition): string {
  const known = result.ambitions.find(({ name }) => name === ambition);
  const how = met === null ? 'nothing to measure it by' : `met in ${share(met)} of ${replications} replications`;
  return `Ambition missed in ${scenario}: ${known ? ambitionName(result, known) : label}, ${spellText(result, over)}: ${how}.`;
}

/** Why ambitions that are not missed cannot count as met: what puts the run in doubt, or that they are only examples. */
export function unsureSentences(result: Result): string[] {
  if (result.ambitions.length === 0) return [];
  const { name } = result.scenario;
  return [
    ...doubtsOf(result).map(({ text }) => `No ambition counts as met in ${name}: ${text}.`),
    ...result.ambitions
      .filter(({ example }) => example)
      .map((ambition) => `No ambition of your own in ${name}: “${ambitionName(result, ambition)}” is only an example.`),
  ];
}

/** Self-checks of the simulation that did not hold, in words. */
export function failedChecks(result: Result): string[] {
  return result.checks
    .filter((check) => !check.passed)
    .map(({ name, what, worst }) => `Self-check failed in ${result.scenario.name}: ${name}: ${what} (off by ${worst}).`);
}

/** A failed self-check always counts; ambitions, missed or not shown to be met, only when asked for. */
export function exitCodeOf(results: Result[], check: boolean): ExitCode {
  if (results.some((result) => failedChecks(result).length > 0)) return EXIT.selfCheckFailed;
  if (check && results.some((result) => missedAmbitions(result).length + unsureSentences(result).length > 0))
    return EXIT.ambitionMissed;
  return EXIT.done;
}

/** Never 0% for something that happened, nor 50% for less than half. */
function share(value: number): string {
  const percent = value * 100;
  if (percent > 0 && percent < 1) return 'under 1%';
  return `${Math.floor(percent)}%`;
}
