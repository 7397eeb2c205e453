import type { ObservedRow } from '../../data/observed.ts';
import { dateInWords, isoDate } from '../../data/dates.ts';
import { type Calendar, lastDay } from '../calendar.ts';
import type { Warning } from '../../sim/result.ts';
import type { Slip } from '../mistakes.ts';
import type { Context } from '../resolve/context.ts';
import type { Tables } from '../resolve/tables.ts';
import { type Branch, find, namesAt, type Path, pathText, placeOf, textAt } from '../source/tree.ts';
import { type MeasureOption, measureAsked, scopeAsked } from './measures-asked.ts';

/** What an observed series is of, once its measure is understood. */
export interface ObservedOf {
  option: MeasureOption;
  scope: string;
}

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

const within = (rows: ObservedRow[], calendar: Calendar): ObservedRow[] =>
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

/** Days of the period that were left out, named. */
export function leftOut({ tree, tables, observed, calendar }: Context): Warning[] {
  return [...observed.keys()].flatMap((name): Warning[] => {
    const rows = within(tables.observed.get(pathText(['observed', name, 'file'])) ?? [], calendar);
    const wrong = rows.filter(({ impossible }) => impossible !== null);
    if (wrong.length === 0) return [];
    const by = textAt(tree, ['observed', name, 'by']) === 'month' ? 'month' : 'day';
    const days = wrong
      .slice(0, MOST_NAMED)
      .map(
        ({ at, line, impossible }) =>
          `${by === 'day' ? dateInWords(at) : dateInWords(at).slice(2)} (line ${line}: ${impossible})`,
      );
    const more = wrong.length > MOST_NAMED ? ` and ${wrong.length - MOST_NAMED} more` : '';
    const label = textAt(tree, ['observed', name, 'label']) ?? name;
    const count =
      wrong.length === 1
        ? `One observed ${by} cannot be right and is`
        : `${wrong.length} observed ${by}s cannot be right and are`;
    return [
      {
        kind: 'observed-left-out',
        text: `${count} left out of ${label} (${textAt(tree, ['observed', name, 'file'])}): ${days.join('; ')}${more}.`,
      },
    ];
  });
}

const MOST_NAMED = 10;

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
