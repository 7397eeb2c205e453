import { type Calendar, monthsOf } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import { nearestName } from '../nearest-name.ts';
import { type Branch, find, namesAt, type Path, placeOf, textAt, textsAt } from '../source/tree.ts';
import { bedsOnAverage, careHours, days, type Kind, money, peopleOnAverage, perDay, share } from '../units/kinds.ts';
import { Quantity, readQuantity } from '../units/quantity.ts';
import { measuresLike } from './measures-like.ts';
import { monthsAdd } from '../vocabulary/measures-guide.ts';

/** A measure of the simulator, as far as a scenario may ask for it. */
export interface MeasureOption {
  measure: string;
  scopes: ('all' | 'pathway' | 'service' | 'hospital')[];
  unit: string;
  byMonth: boolean;
  /** False where months cannot be added (an average, a share); left out: by its unit. */
  adds?: boolean;
  /** Its name in reports. */
  title?: string;
  /** Which way is better, where there is one. */
  better?: 'lower' | 'higher' | null;
}

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
const BLOCKS = { pathway: 'pathways', service: 'services', hospital: 'hospitals' } as const;
type Scope = keyof typeof BLOCKS;

/** The targets understood, by the name of their ambition. */
export function readAmbitions(tree: Branch, measures: MeasureOption[], calendar: Calendar | null, slips: Slip[]): Map<string, Target> {
  const targets = new Map<string, Target>();
  const months = calendar && [...monthsOf(calendar).keys()];
  for (const name of namesAt(tree, ['ambitions'])) {
    const path = ['ambitions', name];
    const option = measureOf(tree, path, measures, slips);
    if (months) checkMonths(tree, path, months, slips);
    if (!option) continue;
    const scope = scopeOf(tree, path, option, slips);
    checkMonthly(tree, path, option, slips);
    const quantity = targetOf(tree, path, option, slips);
    if (scope && quantity) targets.set(name, { scope, quantity, better: option.better ?? null });
  }
  return targets;
}

function measureOf(tree: Branch, path: Path, measures: MeasureOption[], slips: Slip[]): MeasureOption | null {
  const id = textAt(tree, [...path, 'measure']);
  if (id === undefined) return null;
  const option = measures.find(({ measure }) => measure === id);
  if (option) return option;
  const here = [...path, 'measure'];
  const like = measuresLike(id, measures);
  const allowed = `${like.map((one) => (one.title ? `\`${one.measure}\` (${one.title})` : `\`${one.measure}\``)).join(', ')}; all are listed under Measures in scenarios/README.md`;
  const closest = nearest(id, measures.map(({ measure }) => measure)) ?? (like.length === 1 ? (like[0]?.measure ?? null) : null);
  slips.push({ place: placeOf(tree, here), path: here, problem: 'There is no measure of this name.', found: id, allowed, nearest: closest });
  return null;
}

function scopeOf(tree: Branch, path: Path, option: MeasureOption, slips: Slip[]): string | null {
  const here = [...path, 'of'];
  const said = textAt(tree, here) ?? 'all';
  const kinds = (Object.keys(BLOCKS) as Scope[]).filter((kind) => option.scopes.includes(kind));
  if (said === 'all') {
    if (option.scopes.includes('all')) return 'all';
    slips.push({ place: placeOf(tree, here), path: here, problem: `\`of\` is missing: \`${option.measure}\` is measured for one ${kinds.join(' or one ')}.`, allowed: named(tree, kinds) });
    return null;
  }
  const found = kinds.filter((kind) => namesAt(tree, [BLOCKS[kind]]).some((name) => name === said || `${kind}:${name}` === said));
  const [kind] = found;
  if (kind && found.length === 1) return said.startsWith(`${kind}:`) ? said : `${kind}:${said}`;
  const problem = kind ? `This is the name of a ${found.join(' and of a ')}: write \`${kind}:${said}\`.` : `\`${option.measure}\` is not measured for this.`;
  slips.push({ place: placeOf(tree, here), path: here, problem, found: said, allowed: named(tree, kinds, option.scopes.includes('all')), nearest: nearestName(tree, said, kinds.map((one) => BLOCKS[one])) });
  return null;
}

function named(tree: Branch, kinds: Scope[], all = false): string {
  const names = kinds.flatMap((kind) => namesAt(tree, [BLOCKS[kind]]));
  return [...(all ? ['all'] : []), ...names].join(', ') || `a ${kinds.join(' or ')}`;
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
