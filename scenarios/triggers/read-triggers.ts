import type { Trigger, TriggerMeasure } from '../../sim/scenario/trigger.ts';
import { type Target, targetsOf } from '../changes/targets.ts';
import type { Slip } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import { nearestName } from '../nearest-name.ts';
import { type Branch, entriesAt, find, keyPlace, namesAt, type Path, placeOf, plain, textAt, type Tree } from '../source/tree.ts';
import { Quantity, readQuantity } from '../units/quantity.ts';
import { TRIGGER_MEASURES } from '../vocabulary/trigger.ts';

/** The parts of a trigger that need the rest of the scenario to be understood. */
export interface ReadTrigger {
  measure: TriggerMeasure;
  of: string | null;
  above: Quantity;
  below: Quantity | null;
  opens: (Trigger['opens'][number] & { path: string; words: string })[];
}

/** Every trigger that is understood, by name; what is not is told. */
export function readTriggers(tree: Branch, slips: Slip[]): Map<string, ReadTrigger> {
  const read = namesAt(tree, ['triggers']).map((name) => [name, oneTrigger(tree, ['triggers', name], slips)] as const);
  return new Map(read.filter((entry): entry is [string, ReadTrigger] => entry[1] !== null));
}

function oneTrigger(tree: Branch, path: Path, slips: Slip[]): ReadTrigger | null {
  const opens = opensOf(tree, [...path, 'opens'], slips);
  const measure = measureOf(tree, [...path, 'when', 'measure'], slips);
  if (!measure) return null;
  const of = ofWhom(tree, [...path, 'when'], measure, slips);
  const above = line(tree, [...path, 'when', 'above'], measure, slips);
  const below = find(tree, [...path, 'until']) ? line(tree, [...path, 'until', 'below'], measure, slips) : null;
  if (above && below && below.amount > above.amount) {
    const here = [...path, 'until', 'below'];
    const problem = `The closing line (${below.inWords()}) is above the opening line (${above.inWords()}): between them it would open and close for ever.`;
    slips.push({ place: placeOf(tree, here), path: here, problem, allowed: `${above.inWords()} or less` });
  }
  return of !== undefined && above ? { measure, of, above, below, opens } : null;
}

function measureOf(tree: Branch, path: Path, slips: Slip[]): TriggerMeasure | null {
  const written = textAt(tree, path);
  if (written === undefined) return null;
  const names = Object.keys(TRIGGER_MEASURES);
  const known = names.find((one) => one === written);
  if (known) return known as TriggerMeasure;
  slips.push({
    place: placeOf(tree, path),
    path,
    problem: 'A trigger cannot look at this.',
    found: written,
    allowed: names.join(', '),
    nearest: nearest(written, names),
  });
  return null;
}

/** null: all hospitals together; undefined where it is not understood. */
function ofWhom(tree: Branch, path: Path, measure: TriggerMeasure, slips: Slip[]): string | null | undefined {
  const { of } = TRIGGER_MEASURES[measure];
  const block = of === 'service' ? 'services' : 'hospitals';
  const here = [...path, 'of'];
  const name = textAt(tree, here);
  if (name === undefined && of !== 'service') return null;
  const names = namesAt(tree, [block]).filter(
    (one) => measure === 'waiting' || textAt(tree, [block, one, 'kind']) !== 'placements',
  ); // nobody stays there
  if (name !== undefined && names.includes(name)) return name;
  const problem =
    name === undefined
      ? `\`of\` is missing: \`${measure}\` is of a service.`
      : `\`${measure}\` is not the level of anything of this name.`;
  slips.push({
    place: placeOf(tree, here),
    path: here,
    problem,
    found: name ?? null,
    allowed: names.join(', ') || `a ${block.slice(0, -1)}`,
    nearest: name === undefined ? null : nearestName(tree, name, [block]),
  });
  return undefined;
}

function line(tree: Branch, path: Path, measure: TriggerMeasure, slips: Slip[]): Quantity | null {
  const node = find(tree, path);
  if (node?.type !== 'value' || node.value === null) return null;
  const read = readQuantity(node.value, TRIGGER_MEASURES[measure].kind);
  if (read instanceof Quantity) return read;
  slips.push({ place: node.at, path, problem: read.problem, found: node.written, allowed: read.allowed });
  return null;
}

/** Additions to beds or hours; whatever else is told. */
function opensOf(tree: Branch, path: Path, slips: Slip[]): ReadTrigger['opens'] {
  const targets = [...targetsOf(tree).values()].filter((target) =>
    /^(hospitals\.[^.]+\.beds|services\.[^.]+\.(beds|commissioned))$/.test(target.path),
  );
  const entries = entriesAt(tree, path);
  const node = find(tree, path);
  if (node?.type === 'map' && entries.length === 0)
    slips.push({ place: node.at, path, problem: 'This trigger opens nothing.', allowed: '`services.step-down.beds: +6 beds`' });
  return entries.flatMap(([key, value]) => {
    const here = [...path, key];
    const target = targets.find((one) => one.path === key);
    if (!target) {
      slips.push({
        place: keyPlace(tree, path, key),
        path: here,
        problem: 'A trigger opens beds or hours: there are none at this path.',
        found: key,
        allowed: targets.map((one) => one.path).join(', '),
        nearest: nearest(
          key,
          targets.map((one) => one.path),
        ),
      });
      return [];
    }
    return addition(value, target, here, slips);
  });
}

function addition(node: Tree, target: Target, path: Path, slips: Slip[]): ReadTrigger['opens'] {
  if (node.type !== 'value' || node.value === null) return [];
  const read = target.read(plain(node));
  const adds = !('problem' in read) && read.operation.type === 'adds' && read.operation.value > 0;
  if ('problem' in read || !adds) {
    slips.push({
      place: node.at,
      path,
      problem: 'problem' in read ? read.problem : 'A trigger adds to what is planned.',
      found: node.written,
      allowed: 'an addition, such as `+6 beds` or `+100 h/week`',
    });
    return [];
  }
  const [block, name = ''] = target.path.split('.');
  return [
    {
      place: block === 'hospitals' ? 'hospital' : 'service',
      name,
      units: Number(read.operation.value),
      path: target.path,
      words: read.words,
    },
  ];
}
