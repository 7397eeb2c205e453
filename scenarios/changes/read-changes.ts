import type { Calendar } from '../calendar.ts';
import type { Slip } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import { nearestName } from '../nearest-name.ts';
import { type Branch, entriesAt, find, keyPlace, namesAt, type Path, type Place, plain, type Tree } from '../source/tree.ts';
import { type Operation, readOperation } from '../units/change.ts';
import { type Days, daysOf } from './days.ts';
import { type Target, targetsOf } from './targets.ts';

/** One operation on one value, from one simulated day to another. */
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

const KEYS = new Set(['from', 'to', 'label']);

/** Every dated change in the order written; those not understood are told and left out. */
export function readChanges(tree: Branch, calendar: Calendar | null, slips: Slip[]): Change[] {
  const targets = targetsOf(tree);
  return entriesAt(tree, ['changes']).flatMap(([name, node]) => {
    const days = calendar && daysOf(tree, ['changes', name], 'change', calendar, slips);
    const paths = node.type === 'map' ? [...node.entries].filter(([key]) => !KEYS.has(key)) : [];
    if (node.type === 'map' && paths.length === 0) {
      const allowed = 'a path and what becomes of it, such as `services.home-support.commissioned: 1995 h/week`';
      slips.push({ place: node.at, path: ['changes', name], problem: 'This change changes nothing.', allowed });
    }
    return paths.flatMap(([path, entry]) => oneChange(tree, name, path, entry.node, targets, days, slips) ?? []);
  });
}

function oneChange(tree: Branch, name: string, path: string, node: Tree, targets: Map<string, Target>, days: Days | null, slips: Slip[]): Change | null {
  const target = targets.get(path);
  const here: Path = ['changes', name, path];
  if (!target) {
    // Told once for all of them, see `checks/references.ts`.
    if (path.startsWith('services.') && namesAt(tree, ['services']).length === 0) return null;
    slips.push({ place: keyPlace(tree, ['changes', name], path), path: here, ...unknownPath(tree, path, targets) });
    return null;
  }
  if (node.type !== 'value' || node.value === null) return null;
  const read = readOperation(plain(node), target.kind, target.unlimited);
  if ('problem' in read) {
    slips.push({ place: node.at, path: here, problem: read.problem, found: node.written, allowed: read.allowed });
    return null;
  }
  return days && { name, target, ...days, ...read, place: node.at, path: here };
}

function unknownPath(tree: Branch, path: string, targets: Map<string, Target>): Omit<Slip, 'place' | 'path'> {
  const key = path.includes('.') ? null : nearest(path, KEYS);
  if (key) return { problem: 'This key is not known here.', found: path, allowed: `${[...KEYS].join(', ')} and the paths of values that change`, nearest: key };
  const there = find(tree, path.split('.')) !== undefined;
  return {
    problem: there ? 'This value cannot change on a date.' : 'There is no such value before the change.',
    found: path,
    allowed: 'a capacity (`beds`, `commissioned`, `starts`), a share, `admissions`, `arrivals` or `process-delay.weekend.leave-at`',
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
    return others.length === parts.length && others.every((other, i) => other === parts[i] || nearest(parts[i] ?? '', [other]) !== null);
  };
  return targets.find(like) ?? targets.find((target) => target.startsWith(`${parts.slice(0, 2).join('.')}.`)) ?? null;
}
