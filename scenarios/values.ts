import type { ScenarioValue } from '../sim/result.ts';
import type { Context } from './resolve/context.ts';
import { find, type Note, type Path, type Place, pathText, type Tree } from './source/tree.ts';
import { number } from './units/kinds.ts';
import { Quantity } from './units/quantity.ts';

/** Anything the vocabulary understands beyond plain text. */
interface InWords {
  inWords(): string;
}

/** Texts that are values all the same; other texts name things. */
const TEXTS = new Set(['seed', 'people', 'sample', 'file', 'after', 'during']);
const LEFT_OUT = new Set(['reports-as', 'each-month', 'role']);
const PROFILES = new Set(['weekday-profile', 'monthly']);

/** Every value of the scenario with where it is from, in the order of the vocabulary. */
export function valuesOf(context: Context, place: (at: Place) => string): ScenarioValue[] {
  const said = saidElsewhere(context);
  const rows: ScenarioValue[] = [];
  const written = context.written.run.precision
    ? { ...context.written, run: { ...context.written.run, replications: undefined } }
    : context.written;
  const walk = (output: unknown, path: Path): void => {
    const key = String(path.at(-1));
    const words = said.get(pathText(path)) ?? wordsOf(output, key);
    if (words !== null) rows.push(row(words, path, find(context.tree, path), place));
    else if (isMap(output)) for (const [below, value] of Object.entries(output)) walk(value, [...path, below]);
  };
  walk(written, []);
  return rows;
}

/** Values whose unit depends on something else: dated changes, by their label in reports too, lines of triggers, the targets of ambitions and what a plan states. */
function saidElsewhere(context: Context): Map<string, string> {
  const said = new Map(context.changes.map((change) => [pathText(change.path), change.words]));
  for (const [name, { label }] of Object.entries(context.written.changes)) if (label) said.set(`changes.${name}.label`, label);
  for (const [name, { above, below, opens }] of context.triggers) {
    said.set(`triggers.${name}.when.above`, `above ${above.inWords()}`);
    if (below) said.set(`triggers.${name}.until.below`, `below ${below.inWords()}`);
    for (const { path, words } of opens) said.set(`triggers.${name}.opens.${path}`, words);
  }
  for (const [name, target] of context.targets) {
    for (const key of ['at most', 'at least']) said.set(`ambitions.${name}.${key}`, `${key} ${target.quantity.inWords()}`);
  }
  for (const [name, { quantity }] of context.stated) said.set(`stated.${name}.value`, quantity.inWords());
  return said;
}

function wordsOf(output: unknown, key: string): string | null {
  if (LEFT_OUT.has(key)) return null;
  if (TEXTS.has(key) && typeof output === 'string') return output;
  if (saysItself(output)) return output.inWords();
  if (PROFILES.has(key) && isMap(output)) return profile(output);
  return null;
}

function profile(output: Record<string, unknown>): string {
  return Object.entries(output)
    .map(([key, value]) => `${key} ${value instanceof Quantity ? number(Number(value.amount)) : ''}`)
    .join(', ');
}

function row(words: string, path: Path, node: Tree | undefined, place: (at: Place) => string): ScenarioValue {
  const written = node?.type === 'value' ? node.written : words;
  if (!node) return { path: pathText(path), written, value: words, origin: 'default', note: null, confidence: null, at: null };
  const note = noteOf(node);
  const value: ScenarioValue = {
    path: pathText(path),
    written,
    value: words,
    origin: note?.origin ?? 'unstated',
    note: note?.text ?? null,
    confidence: note?.confidence ?? null,
    at: place(node.at),
  };
  if (note?.low && note.high) value.range = { low: note.low.written, high: note.high.written };
  return value;
}

/** Of a map (a profile): the note of its first value. */
function noteOf(node: Tree): Note | null {
  if (node.type !== 'map') return node.note;
  const first = [...node.entries.values()][0];
  return first ? noteOf(first.node) : null;
}

function saysItself(output: unknown): output is InWords {
  return isMap(output) && typeof output.inWords === 'function';
}

function isMap(output: unknown): output is Record<string, unknown> {
  return typeof output === 'object' && output !== null && !Array.isArray(output);
}
