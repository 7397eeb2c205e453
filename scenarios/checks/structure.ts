import type { z } from 'zod';
import type { Slip } from '../mistakes.ts';
import { asMeant } from './keys-meant.ts';
import { nearest } from '../nearest.ts';
import { nearestOther } from '../nearest-name.ts';
import { type Branch, find, keyPlace, namesAt, type Path, pathText, placeOf, textAt, type Tree } from '../source/tree.ts';
import { NAME_RULE } from '../vocabulary/field.ts';
import { knownKeys } from '../vocabulary/known-keys.ts';
import { scenarioSchema, type Written } from '../vocabulary/scenario.ts';
import { SERVICE_KINDS } from '../vocabulary/service.ts';

const MOST = 500;

/** A scenario is of one care system: this keeps every other check quick. */
export function checkSizes(tree: Branch, slips: Slip[]): void {
  for (const [block, entry] of tree.entries) {
    if (entry.node.type !== 'map' || entry.node.entries.size <= MOST) continue;
    slips.push({
      place: entry.node.at,
      path: [block],
      problem: `At most ${MOST} entries are possible here.`,
      found: `${entry.node.entries.size} entries`,
      fatal: true,
    });
  }
}

/** Services that stand in another block, as they do where the line `services:` is lost: everything else said of them would mislead. */
export function checkServicesInPlace(tree: Branch, slips: Slip[]): void {
  const lost = tree.entries.get('services') === undefined;
  const isMistyped = (block: string) => lost && !BLOCKS.includes(block) && nearest(block, BLOCKS) === 'services';
  const blocks = [...tree.entries.keys()].filter((block) => block !== 'services' && !isMistyped(block));
  const strays = blocks
    .flatMap((block) => namesAt(tree, [block]).map((name) => [block, name]))
    .filter((path) => isService(tree, path));
  const [path] = strays;
  if (!path) return;
  const names = strays.map(([, name]) => name).join(', ');
  const what = strays.length > 1 ? 'read as services, but stand' : 'reads as a service, but stands';
  const problem = `${names} ${what} in \`${path[0]}\`. Is the line \`services:\` missing before it?`;
  slips.push({ place: keyPlace(tree, path.slice(0, 1), path[1] ?? ''), path, problem, fatal: true });
}

const BLOCKS = Object.keys(scenarioSchema.shape);

function isService(tree: Branch, path: Path): boolean {
  return SERVICE_KINDS.some((kind) => kind === textAt(tree, [...path, 'kind']));
}

type Issue = z.core.$ZodIssue;

/** The validator's verdict, its issues told in our words at the place in the file; and the tree as it is meant where a key is mistyped. */
export function checkStructure(written: Branch, slips: Slip[]): { written: Written | null; tree: Branch } {
  const told = slips.map((slip) => pathText(slip.path));
  const { tree, parsed } = asMeant(written, slips);
  if (parsed.success) return { written: parsed.data, tree };
  const issues = parsed.error.issues.flatMap((issue) => inWords(tree, issue));
  for (const slip of issues) if (!told.some((path) => isAtOrBelow(path, pathText(slip.path)))) slips.push(slip);
  return { written: null, tree };
}

/** What is told of a value already is told of the map it is missing in as well. */
function isAtOrBelow(path: string, above: string): boolean {
  return path === above || (above !== '' && path.startsWith(`${above}.`));
}

function inWords(tree: Branch, issue: Issue): Slip[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') return [];
  if (issue.code === 'invalid_key') return [badName(tree, path)];
  const node = find(tree, path);
  if (path.at(-1) === 'kind' && path[0] === 'services') return [badKind(tree, path, node)];
  if (issue.code === 'custom') return [custom(tree, path, node, issue)];
  return [wrongForm(tree, path, node, issue)];
}

function badName(tree: Branch, path: Path): Slip {
  const name = String(path.at(-1));
  return {
    place: keyPlace(tree, path.slice(0, -1), name),
    path,
    problem: 'This cannot be a name.',
    found: name,
    allowed: NAME_RULE,
  };
}

function badKind(tree: Branch, path: Path, node: Tree | undefined): Slip {
  const found = node?.type === 'value' ? node.written : null;
  const other = node ? null : nearestOther(tree, 'services', String(path[1]));
  const missing = other
    ? `\`kind\` is missing; or is \`${other}\` meant, which is there already?`
    : '`kind` is missing: what is the capacity of this service counted in?';
  const allowed = SERVICE_KINDS.map((kind) => `\`${kind}\``).join(', ');
  const problem = node ? 'This kind of service is not known.' : missing;
  return {
    place: placeOf(tree, path),
    path,
    problem,
    found,
    allowed,
    nearest: found === null ? other : nearest(found, SERVICE_KINDS),
  };
}

function custom(tree: Branch, path: Path, node: Tree | undefined, issue: Issue & { code: 'custom' }): Slip {
  const allowed = typeof issue.params?.allowed === 'string' ? issue.params.allowed : null;
  const known: unknown = issue.params?.known;
  const found = node?.type === 'value' ? node.written : null;
  return {
    place: placeOf(tree, path),
    path,
    problem: emptiness(tree, path, node) ?? issue.message,
    found: found === '' ? null : found,
    allowed,
    nearest: found !== null && Array.isArray(known) ? nearest(found, known.map(String)) : null,
  };
}

/** A value that is not there, or a key with nothing after it. */
function emptiness(tree: Branch, path: Path, node: Tree | undefined): string | null {
  const key = path.at(-1);
  if (typeof key !== 'string') return null;
  if (node?.type === 'value' && node.value === null) return `\`${key}\` is empty: a value is missing after the colon.`;
  const around = find(tree, path.slice(0, -1));
  return node === undefined && around?.type === 'map' ? `\`${key}\` is missing.` : null;
}

function wrongForm(tree: Branch, path: Path, node: Tree | undefined, issue: Issue): Slip {
  const known = knownKeys(tree, path);
  const map = issue.code === 'invalid_type' || issue.code === 'invalid_union';
  const problem =
    emptiness(tree, path, node) ??
    (map ? 'A map of keys is needed here, one `key: value` a line.' : 'This is not possible here.');
  const found = node?.type === 'value' && node.written !== '' ? node.written : node?.type === 'list' ? 'a list' : null;
  return { place: placeOf(tree, path), path, problem, found, allowed: known.length > 0 ? `keys: ${known.join(', ')}` : null };
}
