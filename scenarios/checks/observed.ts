import type { ObservedRow } from '../../data/observed.ts';
import { isoDate } from '../../data/dates.ts';
import { type Calendar, lastDay } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import type { Tables } from '../resolve/tables.ts';
import { type Branch, find, namesAt, type Path, pathText, placeOf, textAt } from '../source/tree.ts';
import { measureAsked, scopeAsked } from './measures-asked.ts';
import type { MeasureOption } from './measure-option.ts';
import type { ObservedOf } from './observed-of.ts';

/** Results hold days and months up to three years. */
const LONGEST = 1096;

/** The observed series understood, by name. */
export function readObserved(
  tree: Branch,
  measures: MeasureOption[],
  calendar: Calendar | null,
  slips: Slip[],
): Map<string, ObservedOf> {
  const found = new Map<string, ObservedOf>();
  for (const name of namesAt(tree, ['observed'])) {
    const path = ['observed', name];
    if (calendar && calendar.days > LONGEST) {
      slips.push({
        place: placeOf(tree, path),
        path,
        problem: 'Observed figures can be shown beside a period of up to three years: this one is longer.',
      });
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
  const allowed = `by day: ${measures
    .filter(({ byDay }) => byDay)
    .map(({ measure }) => `\`${measure}\``)
    .join(', ')}; else \`by: month\``;
  slips.push({ place: placeOf(tree, here), path: here, problem: `\`${option.measure}\` is not known day by day.`, allowed });
}

/** The file says something of the period that can be. */
export function checkObservedRows(
  tree: Branch,
  found: Map<string, ObservedOf>,
  tables: Tables,
  calendar: Calendar | null,
  slips: Slip[],
): void {
  for (const [name, { option }] of found) {
    const path = ['observed', name, 'file'];
    const rows = tables.observed.get(pathText(path));
    if (!rows || rows.length === 0 || !calendar) continue;
    if (!checkMost(tree, name, option, within(rows, calendar), slips)) checkPeriod(tree, path, rows, calendar, slips);
  }
}

export const within = (rows: ObservedRow[], calendar: Calendar): ObservedRow[] =>
  rows.filter(({ at }) => at >= calendar.start && at <= lastDay(calendar));

/** One impossible day is left out; where most of what was returned is impossible, the columns are not what they are taken for. */
function checkMost(tree: Branch, name: string, option: MeasureOption, rows: ObservedRow[], slips: Slip[]): boolean {
  const returned = rows.filter(({ value, impossible }) => value !== null || impossible !== null);
  const wrong = returned.filter(({ impossible }) => impossible !== null);
  const [first] = wrong;
  if (!first || wrong.length * 2 <= returned.length) return false;
  const column = ['observed', name, 'column'];
  const missing =
    option.unit === 'share' && !find(tree, ['observed', name, 'out-of'])
      ? ': is `out-of` missing, the column that divides it?'
      : ': are these the right columns?';
  slips.push({
    place: placeOf(tree, column),
    path: column,
    problem: `Most observed figures cannot be right${missing}`,
    found: `${isoDate(first.at)} (line ${first.line}): ${first.impossible}`,
  });
  return true;
}

function checkPeriod(tree: Branch, path: Path, rows: ObservedRow[], calendar: Calendar, slips: Slip[]): void {
  if (rows.some(({ at, value }) => value !== null && at >= calendar.start && at <= lastDay(calendar))) return;
  const [first, last] = [rows[0], rows.at(-1)].map((row) => (row ? isoDate(row.at) : ''));
  const problem = 'Nothing in this file was observed in the period of the scenario.';
  slips.push({
    place: placeOf(tree, path),
    path,
    problem,
    found: `${first} to ${last}`,
    allowed: `${isoDate(calendar.start)} to ${isoDate(lastDay(calendar))}`,
  });
}
