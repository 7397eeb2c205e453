import type { ObservedRow } from '../../data/observed.ts';
import { isoDate } from '../../data/dates.ts';
import { type Calendar, lastDay } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import type { Tables } from '../resolve/tables.ts';
import { type Branch, namesAt, type Path, pathText, placeOf, textAt } from '../source/tree.ts';
import { type MeasureOption, measureAsked, scopeAsked } from './measures-asked.ts';

/** What an observed series is of, once its measure is understood. */
export interface ObservedOf {
  option: MeasureOption;
  scope: string;
}

/** Results hold days and months up to three years. */
const LONGEST = 1096;

/** The observed series understood, by name. */
export function readObserved(tree: Branch, measures: MeasureOption[], calendar: Calendar | null, slips: Slip[]): Map<string, ObservedOf> {
  const found = new Map<string, ObservedOf>();
  for (const name of namesAt(tree, ['observed'])) {
    const path = ['observed', name];
    if (calendar && calendar.days > LONGEST) {
      slips.push({ place: placeOf(tree, path), path, problem: 'Observed figures can be shown beside a period of up to three years: this one is longer.' });
    }
    const asking = (key: string) => ({ tree, path: [...path, key], slips });
    const option = measureAsked(textAt(tree, [...path, 'measure']), asking('measure'), measures);
    const scope = option && scopeAsked(textAt(tree, [...path, 'of']) ?? 'all', asking('of'), option);
    if (!option || !scope) continue;
    checkDaily(tree, path, option, measures, slips);
    found.set(name, { option, scope });
  }
  return found;
}

function checkDaily(tree: Branch, path: Path, option: MeasureOption, measures: MeasureOption[], slips: Slip[]): void {
  if (option.byDay || (textAt(tree, [...path, 'by']) ?? 'day') !== 'day') return;
  const here = [...path, 'measure'];
  const allowed = `by day: ${measures.filter(({ byDay }) => byDay).map(({ measure }) => `\`${measure}\``).join(', ')}; else \`by: month\``;
  slips.push({ place: placeOf(tree, here), path: here, problem: `\`${option.measure}\` is not known day by day.`, allowed });
}

/** The file says something of the period, in the measure's unit. */
export function checkObservedRows(tree: Branch, found: Map<string, ObservedOf>, tables: Tables, calendar: Calendar | null, slips: Slip[]): void {
  for (const [name, { option }] of found) {
    const path = ['observed', name, 'file'];
    const rows = tables.observed.get(pathText(path));
    if (!rows || rows.length === 0) continue;
    if (calendar) checkPeriod(tree, path, rows, calendar, slips);
    const above = rows.find(({ value, outOf }) => option.unit === 'share' && value !== null && value > (outOf ?? value));
    if (!above) continue;
    const column = ['observed', name, 'column'];
    slips.push({ place: placeOf(tree, column), path: column, problem: `A share cannot be above 1, and ${isoDate(above.at)} is: is \`out-of\` missing, the column that divides it?`, found: String(above.value) });
  }
}

function checkPeriod(tree: Branch, path: Path, rows: ObservedRow[], calendar: Calendar, slips: Slip[]): void {
  if (rows.some(({ at, value }) => value !== null && at >= calendar.start && at <= lastDay(calendar))) return;
  const [first, last] = [rows[0], rows.at(-1)].map((row) => (row ? isoDate(row.at) : ''));
  const problem = 'Nothing in this file was observed in the period of the scenario.';
  slips.push({ place: placeOf(tree, path), path, problem, found: `${first} to ${last}`, allowed: `${isoDate(calendar.start)} to ${isoDate(lastDay(calendar))}` });
}
