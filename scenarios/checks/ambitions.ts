import { type Calendar, monthsOf } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import { type Branch, find, namesAt, type Path, placeOf, textAt, textsAt } from '../source/tree.ts';
import { bedsOnAverage, careHours, days, type Kind, money, peopleOnAverage, perDay, share } from '../units/kinds.ts';
import { Quantity, readQuantity } from '../units/quantity.ts';
import { type MeasureOption, measureAsked, scopeAsked } from './measures-asked.ts';
import { monthsAdd } from '../vocabulary/measures-guide.ts';

/** The part of an ambition that needs the simulator's measures to be understood. */
export interface Target {
  scope: string;
  quantity: Quantity;
  /** Which way its measure is better, where there is one. */
  better: 'lower' | 'higher' | null;
}

/** What the targets of the measures' units may be. */
const UNITS: Record<string, Kind> = {
  people: peopleOnAverage, days, beds: bedsOnAverage, places: bedsOnAverage, hours: careHours, share: { ...share, most: 1 }, '£': money, 'people a day': perDay,
};

/** The targets understood, by the name of their ambition. */
export function readAmbitions(tree: Branch, measures: MeasureOption[], calendar: Calendar | null, slips: Slip[]): Map<string, Target> {
  const targets = new Map<string, Target>();
  const months = calendar && [...monthsOf(calendar).keys()];
  for (const name of namesAt(tree, ['ambitions'])) {
    const path = ['ambitions', name];
    const option = measureAsked(textAt(tree, [...path, 'measure']), { tree, path: [...path, 'measure'], slips }, measures);
    if (months) checkMonths(tree, path, months, slips);
    if (!option) continue;
    const scope = scopeAsked(textAt(tree, [...path, 'of']) ?? 'all', { tree, path: [...path, 'of'], slips }, option);
    checkMonthly(tree, path, option, slips);
    const quantity = targetOf(tree, path, option, slips);
    if (scope && quantity) targets.set(name, { scope, quantity, better: option.better ?? null });
  }
  return targets;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

function checkMonths(tree: Branch, path: Path, months: string[], slips: Slip[]): void {
  for (const key of ['in', 'sum-of']) {
    for (const { text, path: here } of textsAt(tree, [...path, key])) {
      if (months.includes(text)) continue;
      const problem = MONTH.test(text) ? 'This month is outside the period of the scenario.' : 'This is not a month.';
      const allowed = `months from ${months[0]} to ${months.at(-1)}`;
      slips.push({ place: placeOf(tree, here), path: here, problem, found: text, allowed });
    }
  }
}

function checkMonthly(tree: Branch, path: Path, option: MeasureOption, slips: Slip[]): void {
  const key = ['in', 'sum-of', 'each-month'].find((one) => find(tree, [...path, one]));
  if (!key) return;
  const here = [...path, key];
  if (!option.byMonth) {
    slips.push({ place: placeOf(tree, here), path: here, problem: `\`${option.measure}\` is measured over the whole period only: leave \`${key}\` out.` });
  } else if (key === 'sum-of' && !monthsAdd(option)) {
    const problem = `Months of \`${option.measure}\` cannot be added together: it is an average or a share.`;
    slips.push({ place: placeOf(tree, here), path: here, problem, allowed: '`in:` for each month by itself, or neither for the whole period' });
  }
}

function targetOf(tree: Branch, path: Path, option: MeasureOption, slips: Slip[]): Quantity | null {
  const key = find(tree, [...path, 'at most']) ? 'at most' : 'at least';
  const here = [...path, key];
  const node = find(tree, here);
  const kind = UNITS[option.unit];
  if (node?.type !== 'value' || node.value === null || !kind) return null;
  const read = readQuantity(node.value, kind);
  if (read instanceof Quantity) return read;
  slips.push({ place: node.at, path: here, problem: `${read.problem} \`${option.measure}\` is ${option.unit === 'share' ? 'a share' : `counted in ${option.unit}`}.`, found: node.written, allowed: read.allowed });
  return null;
}
