import type { Slip } from '../mistakes.ts';
import { parseYaml } from './parse-yaml.ts';
import { nearestName } from '../nearest-name.ts';
import { type Branch, emptyBranch, type Entry, namesAt, type Note, type Place, type Tree } from './tree.ts';

const NOTE: Note = { origin: 'command line', text: null, confidence: null, low: null, high: null };

/** `path=value` over what the files say; `typed`: what the user wrote that it was made from, where that is no `--set`. */
export type Setting = string | { text: string; typed: string };

export const settingText = (setting: Setting): string => (typeof setting === 'string' ? setting : setting.text);

/** In the order given, over the merged files. */
export function setFromCommandLine(tree: Branch, settings: Setting[], slips: Slip[]): Branch {
  let result = tree;
  for (const one of settings) {
    const setting = settingText(one);
    const place: Place = {
      ...(typeof one === 'string' ? { file: `--set ${setting.split('=')[0]}` } : { file: one.typed, typed: true }),
      line: 0,
      column: 0,
    };
    const node = valueAfterEquals(setting, place, slips);
    if (!node || !isThere(result, setting, place, slips)) continue;
    const path = setting.slice(0, setting.indexOf('=')).trim();
    result = put(instead(result, path), path, node, place);
  }
  return result;
}

function valueAfterEquals(setting: string, place: Place, slips: Slip[]): Tree | null {
  const equals = setting.indexOf('=');
  const problem = '`--set` takes a path, `=` and a value, such as `--set "services.home-support.commissioned=2000 h/week"`.';
  if (equals < 1) {
    slips.push({ place, path: [], problem, found: setting });
    return null;
  }
  const own: Slip[] = [];
  const parsed = parseYaml(`value: ${setting.slice(equals + 1)}`, place.file, own).entries.get('value')?.node;
  if (own.length > 0 || parsed?.type !== 'value') {
    slips.push({ place, path: [], problem: `The value after \`=\` must be one plain value. ${problem}`, found: setting });
    return null;
  }
  return { ...parsed, at: place, note: NOTE };
}

/** What a setting stands instead of: a number of replications of a precision, and the other way round. */
const INSTEAD = new Map([
  ['run.replications', ['precision', 'on', 'at-least', 'at-most']],
  ['run.precision', ['replications']],
]);

function instead(tree: Branch, path: string): Branch {
  const run = tree.entries.get('run');
  const out = INSTEAD.get(path);
  if (out === undefined || run?.node.type !== 'map') return tree;
  const kept: Branch = { ...run.node, entries: new Map([...run.node.entries].filter(([key]) => !out.includes(key))) };
  return { ...tree, entries: new Map([...tree.entries, ['run', { ...run, node: kept }]]) };
}

const NAMED = ['places', 'hospitals', 'referrals', 'pathways', 'services', 'sharing'];

/** A setting changes a hospital or a service that is there; it does not start a new one. */
function isThere(tree: Branch, setting: string, place: Place, slips: Slip[]): boolean {
  const [block = '', name = ''] = setting.split(/[.=]/);
  const known = namesAt(tree, [block]);
  if (!NAMED.includes(block) || known.includes(name)) return true;
  slips.push({
    place,
    path: [block, name],
    problem: `There is nothing of this name among the ${block}.`,
    found: name,
    allowed: known.join(', '),
    nearest: nearestName(tree, name, [block]),
  });
  return false;
}

function put(branch: Branch, path: string, node: Tree, place: Place, above: string[] = []): Branch {
  const insideChange = above.length === 2 && above[0] === 'changes';
  const key = insideChange ? path : firstKey(branch, path);
  const rest = path.slice(key.length + 1);
  const old = branch.entries.get(key);
  const under = old?.node.type === 'map' ? old.node : emptyBranch(place);
  const entry: Entry = { keyAt: old?.keyAt ?? place, node: rest === '' ? node : put(under, rest, node, place, [...above, key]) };
  return { ...branch, entries: new Map([...branch.entries, [key, entry]]) };
}

/** Keys of a dated change hold dots themselves, so the longest key that fits is taken; else the text to the next dot. */
function firstKey(branch: Branch, path: string): string {
  const fitting = [...branch.entries.keys()].filter((key) => path === key || path.startsWith(`${key}.`));
  const longest = fitting.sort((a, b) => b.length - a.length)[0];
  return longest ?? path.split('.')[0] ?? path;
}

/** True for a place on the command line. */
export function isCommandLine(place: Place): boolean {
  return place.line === 0;
}
