import type { Result, StatedResult } from '../../sim/result.ts';
import { fixed, plain, withUnit } from './numbers.ts';
import { unitOf } from './lookup.ts';

/** What a plan states over one of its spells, beside the simulated. */
export interface StatedRow {
  stated: StatedResult;
  over: string;
  summary: StatedResult['rows'][number]['summary'];
  agrees: boolean | null;
}

export const statedRows = (result: Result): StatedRow[] =>
  (result.stated ?? []).flatMap((stated) => stated.rows.map((row) => ({ stated, ...row })));

/** Only what comes out of the simulation can agree or disagree with it. */
export const derivedRows = (result: Result): StatedRow[] => statedRows(result).filter(({ stated }) => stated.role === 'derived');

/** Disagrees, and the scenario says no cause. */
export const unexplained = (result: Result): StatedRow[] =>
  derivedRows(result).filter(({ agrees, stated }) => agrees === false && stated.note === null);

/** `0.50 days ± 0.10`. */
export function statedText(result: Result, { value, within, measure }: StatedResult): string {
  const unit = unitOf(result, measure);
  const tolerance = within === null ? '' : ` ± ${unit === 'share' ? `${fixed(within * 100, 1)} points` : plain(within, unit)}`;
  return `${withUnit(value, unit)}${tolerance}`;
}

export function agreesWord({ agrees }: StatedRow): string {
  if (agrees === null) return 'cannot be told';
  return agrees ? 'yes' : 'no';
}

/** `3 of 4 stated figures that come out of the simulation agree with it`. */
export function agreementSentence(results: Result[]): string {
  const rows = results.flatMap(derivedRows);
  if (rows.length === 0) return 'None of what the plan states comes out of the simulation: nothing counts as agreement';
  const agree = rows.filter(({ agrees }) => agrees).length;
  return `${fixed(agree)} of ${fixed(rows.length)} stated figure${rows.length === 1 ? '' : 's'} that come${rows.length === 1 ? 's' : ''} out of the simulation agree${agree === 1 ? 's' : ''} with it`;
}
