import type { Slip } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import type { Branch, Note, Path, Tree, Value } from './tree.ts';

/** What may stand beside a value, or beside the keys of a map (then it holds for all values in it that say nothing else). */
export const NOTE_KEYS = ['source', 'assumption', 'confidence', 'low', 'high'] as const;
const NOTE = new Set<string>(NOTE_KEYS);
export const CONFIDENCE = ['low', 'medium', 'high'];

const UNSTATED: Note = { origin: 'unstated', text: null, confidence: null, low: null, high: null };

/** Takes `{value, source …}` wrappers and notes beside keys out of a file's tree and writes them on the values they speak of. */
export function annotate(tree: Branch, slips: Slip[]): Branch {
  const noted = withNotes(tree, UNSTATED, [], slips);
  return noted.type === 'map' ? noted : tree;
}

function withNotes(node: Tree, around: Note, path: Path, slips: Slip[]): Tree {
  if (node.type === 'value') return { ...node, note: around };
  if (node.type === 'list') {
    return { ...node, note: around, items: node.items.map((item, i) => withNotes(item, around, [...path, i], slips)) };
  }
  const note = noteOf(node, around, path, slips);
  const wrapped = node.entries.get('value');
  if (wrapped && path.length > 0 && !isRow(path)) {
    refuseOthers(node, path, slips);
    return withNotes(wrapped.node, note, path, slips);
  }
  const entries = new Map<string, { keyAt: Branch['at']; node: Tree }>();
  for (const [key, entry] of node.entries) {
    if (!NOTE.has(key)) entries.set(key, { keyAt: entry.keyAt, node: withNotes(entry.node, note, [...path, key], slips) });
  }
  return { ...node, entries };
}

/** A figure that a plan states is a row of keys, of which its value is one: no wrapper. */
function isRow(path: Path): boolean {
  return path.length === 2 && path[0] === 'stated';
}

function noteOf(node: Branch, around: Note, path: Path, slips: Slip[]): Note {
  const text = (key: string) => noteText(node, key, path, slips);
  const [source, assumption, confidence] = [text('source'), text('assumption'), text('confidence')];
  if (source && assumption) {
    const problem = 'Both `source` and `assumption` are given: a value with a source is not an assumption. Keep one.';
    slips.push({ place: assumption.at, path: [...path, 'assumption'], problem });
  }
  if (confidence && !CONFIDENCE.includes(confidence.written)) {
    const allowed = CONFIDENCE.map((word) => `\`${word}\``).join(', ');
    slips.push({
      place: confidence.at,
      path: [...path, 'confidence'],
      problem: 'This is not a level of confidence.',
      found: confidence.written,
      allowed,
    });
  }
  const stated = source ?? assumption;
  return {
    origin: source ? 'source' : assumption ? 'assumption' : around.origin,
    text: stated ? stated.written : around.text,
    confidence: confidence?.written ?? (stated ? null : around.confidence),
    low: text('low') ?? null,
    high: text('high') ?? null,
  };
}

function noteText(node: Branch, key: string, path: Path, slips: Slip[]): Value | undefined {
  const entry = node.entries.get(key);
  if (!entry) return undefined;
  if (entry.node.type === 'value' && entry.node.written.trim() !== '') return entry.node;
  slips.push({ place: entry.node.at, path: [...path, key], problem: `\`${key}\` must be a text in words.` });
  return undefined;
}

function refuseOthers(node: Branch, path: Path, slips: Slip[]): void {
  for (const [key, entry] of node.entries) {
    if (key === 'value' || NOTE.has(key)) continue;
    const allowed = `beside \`value\`: ${NOTE_KEYS.join(', ')}`;
    slips.push({
      place: entry.keyAt,
      path: [...path, key],
      problem: 'This key is not known here.',
      found: key,
      allowed,
      nearest: nearest(key, NOTE_KEYS),
    });
  }
}
