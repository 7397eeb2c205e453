import { type Calendar, monthsOf } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import { type Branch, find, type Path, placeOf, textAt, textsAt } from '../source/tree.ts';
import { bedsOnAverage, careHours, days, type Kind, money, peopleOnAverage, perDay, share } from '../units/kinds.ts';
import { Quantity, readQuantity } from '../units/quantity.ts';
import { monthIn } from '../vocabulary/figure-of.ts';
import { monthsAdd } from '../vocabulary/measures-guide.ts';
import { measureAsked, scopeAsked } from './measures-asked.ts';
import type { MeasureOption } from './measure-option.ts';

/** What a figure of the scenario is checked with. */
export interface Figures {
  tree: Branch;
  measures: MeasureOption[];
  calendar: Calendar | null;
  slips: Slip[];
}

/** What values of the measures' units may be. */
const UNITS: Record<string, Kind> = {
  people: peopleOnAverage,
  days,
  beds: bedsOnAverage,
  places: bedsOnAverage,
  hours: careHours,
  share: { ...share, most: 1 },
  '£': money,
  'people a day': perDay,
};

/** The measure a figure is about, and of whom; its months are looked at too. null where either is not understood, and that is said. */
export function figureAt(
  path: Path,
  { tree, measures, calendar, slips }: Figures,
): { option: MeasureOption; scope: string | null } | null {
  const option = measureAsked(textAt(tree, [...path, 'measure']), { tree, path: [...path, 'measure'], slips }, measures);
  if (calendar) checkMonths(tree, path, [...monthsOf(calendar).keys()], slips);
  if (!option) return null;
  const scope = scopeAsked(textAt(tree, [...path, 'of']) ?? 'all', { tree, path: [...path, 'of'], slips }, option);
  checkMonthly(tree, path, option, slips);
  return { option, scope };
}

function checkMonths(tree: Branch, path: Path, months: string[], slips: Slip[]): void {
  for (const key of ['in', 'sum-of', 'over']) {
    for (const { text, path: here } of textsAt(tree, [...path, key])) {
      const month = monthIn(text);
      if (month !== null && months.includes(month)) continue;
      const problem = month ? 'This month is outside the period of the scenario.' : 'This is not a month.';
      const allowed = `months from ${months[0]} to ${months.at(-1)}`;
      slips.push({ place: placeOf(tree, here), path: here, problem, found: text, allowed });
    }
  }
}

function checkMonthly(tree: Branch, path: Path, option: MeasureOption, slips: Slip[]): void {
  const key = ['in', 'sum-of', 'over', 'each-month'].find((one) => find(tree, [...path, one]));
  if (!key) return;
  const here = [...path, key];
  if (!option.byMonth) {
    slips.push({
      place: placeOf(tree, here),
      path: here,
      problem: `\`${option.measure}\` is measured over the whole period only: leave \`${key}\` out.`,
    });
  } else if (key === 'sum-of' && !monthsAdd(option)) {
    const problem = `Months of \`${option.measure}\` cannot be added together: it is an average or a share.`;
    slips.push({
      place: placeOf(tree, here),
      path: here,
      problem,
      allowed: '`over:` for the months as one, `in:` for each by itself, or neither for the whole period',
    });
  } else if (key === 'over' && monthsAdd(option)) {
    slips.push({ place: placeOf(tree, here), path: here, problem: `Months of \`${option.measure}\` add up: write \`sum-of\`.` });
  }
}

/** The value there, in the unit of the measure. */
export function quantityAt(path: Path, option: MeasureOption, { tree, slips }: Figures): Quantity | null {
  const node = find(tree, path);
  const kind = UNITS[option.unit];
  if (node?.type !== 'value' || node.value === null || !kind) return null;
  const read = readQuantity(node.value, kind);
  if (read instanceof Quantity) return read;
  slips.push({
    place: node.at,
    path,
    problem: `${read.problem} \`${option.measure}\` is ${option.unit === 'share' ? 'a share' : `counted in ${option.unit}`}.`,
    found: node.written,
    allowed: read.allowed,
  });
  return null;
}
