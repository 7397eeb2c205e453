import { type Calendar, lastDay } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import { nearestName } from '../nearest-name.ts';
import { type Branch, entriesAt, find, keyPlace, namesAt, type Path, type Place, plain, type Tree } from '../source/tree.ts';
import type { Operation } from '../units/change.ts';
import { type Target, targetsOf } from './targets.ts';
import { type Stretch, type Timing, timingsOf } from './timing.ts';

/** One operation on one value, from one simulated day to another; a step of a ramp is one by itself. */
export interface Change {
  name: string;
  target: Target;
  /** Simulated days: it holds from the start of day `from` to the start of day `until`; Infinity: to the end. */
  from: number;
  until: number;
  operation: Operation;
  words: string;
  place: Place;
  path: Path;
}

const KEYS = new Set(['from', 'to', 'after', 'wait', 'during', 'ramp', 'label']);

/** Every dated change in the order written; those not understood are told and left out. */
export function readChanges(tree: Branch, calendar: Calendar | null, slips: Slip[]): Change[] {
  const targets = targetsOf(tree);
  const timings = calendar && timingsOf(tree, calendar, slips);
  return entriesAt(tree, ['changes']).flatMap(([name, node]) => {
    const stretches = simulated(calendar, timings?.get(name));
    const paths = node.type === 'map' ? [...node.entries].filter(([key]) => !KEYS.has(key)) : [];
    if (node.type === 'map' && paths.length === 0) {
      const allowed = 'a path and what becomes of it, such as `services.home-support.commissioned: 1995 h/week`';
      slips.push({ place: node.at, path: ['changes', name], problem: 'This change changes nothing.', allowed });
    }
    return paths.flatMap(([path, entry]) => oneChange(tree, name, path, entry.node, targets, stretches, slips));
  });
}

function oneChange(
  tree: Branch,
  name: string,
  path: string,
  node: Tree,
  targets: Map<string, Target>,
  stretches: SimulatedStretch[],
  slips: Slip[],
): Change[] {
  const target = targets.get(path);
  const here: Path = ['changes', name, path];
  if (!target) {
    // Told once for all of them, see `checks/references.ts`.
    if (path.startsWith('services.') && namesAt(tree, ['services']).length === 0) return [];
    slips.push({ place: keyPlace(tree, ['changes', name], path), path: here, ...unknownPath(tree, path, targets) });
    return [];
  }
  if (node.type === 'map' || (node.type === 'value' && node.value === null)) return [];
  const read = target.read(plain(node));
  if ('problem' in read) {
    slips.push({
      place: node.at,
      path: here,
      problem: read.problem,
      found: node.type === 'value' ? node.written : 'a list',
      allowed: read.allowed,
    });
    return [];
  }
  const ramp = stretches.some(({ part }) => part < 1);
  if (ramp && read.operation.type === 'becomes') {
    slips.push({
      place: node.at,
      path: here,
      problem: 'A ramp brings in an addition or a percentage step by step; a value has no steps.',
      found: node.type === 'value' ? node.written : 'a list',
      allowed: '`+400 h/week`, `-20%` …',
    });
    return [];
  }
  const words = ramp ? `${read.words} in ${stretches.length} steps` : read.words;
  return stretches.map(({ from, until, part }) => ({
    name,
    target,
    from,
    until,
    operation: inPart(read.operation, part),
    words,
    place: node.at,
    path: here,
  }));
}

/** The part of an operation that a step of a ramp has reached. */
function inPart(operation: Operation, part: number): Operation {
  if (operation.type === 'adds') return { type: 'adds', value: operation.value * part };
  return operation.type === 'times' ? { type: 'times', value: 1 + (operation.value - 1) * part } : operation;
}

interface SimulatedStretch {
  from: number;
  until: number;
  part: number;
}

/** Simulated days; what holds on the last day of the period holds to the end. */
function simulated(calendar: Calendar | null, timing: Timing | undefined): SimulatedStretch[] {
  if (!calendar || !timing) return [];
  const { start, warmUp } = calendar;
  return timing.stretches.map(({ from, to, part }: Stretch) => ({
    from: from - start + warmUp,
    until: to === lastDay(calendar) ? Number.POSITIVE_INFINITY : to - start + warmUp + 1,
    part,
  }));
}

function unknownPath(tree: Branch, path: string, targets: Map<string, Target>): Omit<Slip, 'place' | 'path'> {
  const key = path.includes('.') ? null : nearest(path, KEYS);
  if (key)
    return {
      problem: 'This key is not known here.',
      found: path,
      allowed: `${[...KEYS].join(', ')} and the paths of values that change`,
      nearest: key,
    };
  const there = find(tree, path.split('.')) !== undefined;
  return {
    problem: there ? 'This value cannot change on a date.' : 'There is no such value before the change.',
    found: path,
    allowed:
      'a capacity (`beds`, `commissioned`, `starts`), a share, `admissions`, `residents`, `arrivals`, the `mean` of a stay, lead time or process delay, or when a service `accepts`',
    nearest: nearestTarget(byName(tree, path), [...targets.keys()]),
  };
}

/** `services.Home support.commissioned` by the name of what has that label. */
function byName(tree: Branch, path: string): string {
  const [block = '', name = '', ...rest] = path.split('.');
  const meant = namesAt(tree, [block]).includes(name) ? name : nearestName(tree, name, [block]);
  return [block, meant ?? name, ...rest].join('.');
}

/** The same path but for a slip of the pen in a part of it, or else another value of the same thing. */
function nearestTarget(path: string, targets: string[]): string | null {
  const parts = path.split('.');
  const like = (target: string) => {
    const others = target.split('.');
    return (
      others.length === parts.length &&
      others.every((other, i) => other === parts[i] || nearest(parts[i] ?? '', [other]) !== null)
    );
  };
  return targets.find(like) ?? targets.find((target) => target.startsWith(`${parts.slice(0, 2).join('.')}.`)) ?? null;
}
