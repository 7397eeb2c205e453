import { DATE_FORMS, type DayNumber, dateInWords, readDate } from '../../data/dates.ts';
import { z } from 'zod';
import type { Kind } from '../units/kinds.ts';
import { readLimit, readQuantity, type Unread } from '../units/quantity.ts';

/** What the field guide and the editor say of a key. */
export interface About {
  meaning: string;
  example?: string;
  /** Where leaving the key out is not simply "none": what then holds, in words. */
  otherwise?: string;
  /** Described once in the field guide, in a table of this name. */
  table?: string;
}

/** Written on every schema of this folder, and read by `json-schema.ts` and `field-guide.ts`. */
export interface Meta extends About {
  /** What an editor may accept: a text, a number, either, or one of a few words. */
  editor: { type: ('string' | 'number' | 'boolean')[]; enum?: string[] };
  units: string;
}

/** A day of the calendar as written in the scenario. */
export class CalendarDay {
  constructor(readonly day: DayNumber) {}

  inWords(): string {
    return dateInWords(this.day);
  }
}

/** One of a few words, or a text: what a scenario says without a unit. */
export class Word<W extends string = string> {
  constructor(readonly word: W) {}

  inWords(): string {
    return this.word;
  }
}

export function quantity(kind: Kind, about: About) {
  return leaf((input) => readQuantity(input, kind), { ...about, units: kind.allowed, editor: { type: editorTypes(kind) } });
}

export function limit(kind: Kind, about: About) {
  const units = `${kind.allowed}, or \`unlimited\``;
  return leaf((input) => readLimit(input, kind), { ...about, units, editor: { type: ['string'] } });
}

export function date(about: About) {
  const allowed = `a date as ${DATE_FORMS}`;
  const read = (input: unknown) => {
    const day = typeof input === 'string' ? readDate(input) : null;
    return day === null ? { problem: 'This is not a date of the calendar.', allowed } : new CalendarDay(day);
  };
  return leaf(read, { ...about, units: allowed, editor: { type: ['string'] } });
}

export function oneOf<W extends string>(words: readonly W[], about: About) {
  const allowed = words.map((word) => `\`${word}\``).join(', ');
  const read = (input: unknown) => {
    const word = words.find((known) => known === input || (typeof input === 'boolean' && known === (input ? 'yes' : 'no')));
    return word === undefined ? { problem: 'This word is not known here.', allowed, known: words } : new Word(word);
  };
  return leaf(read, { ...about, units: `one of ${allowed}`, editor: { type: ['string'], enum: [...words] } });
}

const LONGEST_TEXT = 2000;

export function text(about: About) {
  const allowed = `a text of at most ${LONGEST_TEXT} characters`;
  const read = (input: unknown): string | Misread => {
    const said = typeof input === 'string' || typeof input === 'number' ? String(input) : null;
    return said !== null && said.trim() !== '' && said.length <= LONGEST_TEXT
      ? said
      : { problem: 'A text is needed here.', allowed };
  };
  return leaf(read, { ...about, units: 'text', editor: { type: ['string', 'number'] } });
}

/** Why a value is not understood, and the words that would be. */
export interface Misread extends Unread {
  known?: readonly string[];
}

/** A value read by a function of ours, which says what is wrong with it. */
export function leaf<R>(read: (input: unknown) => R, meta: Meta) {
  const schema = z.unknown().transform((input, context): Exclude<R, Misread> => {
    const result = read(input);
    if (understood(result)) return result;
    const { problem, allowed, known } = result as Misread;
    context.addIssue({ code: 'custom', message: problem, params: { allowed, known } });
    return z.NEVER;
  });
  return schema.meta({ description: meta.meaning, guide: meta });
}

function understood<R>(result: R): result is Exclude<R, Misread> {
  return !(typeof result === 'object' && result !== null && 'problem' in result);
}

function editorTypes(kind: Kind): ('string' | 'number')[] {
  const bare = !kind.percent && kind.units.some((of) => Object.keys(of).length === 0);
  return bare ? ['number', 'string'] : ['string'];
}

/** Names of hospitals, services … : words for people and parts of paths, so without dots. */
export const NAME = /^[\p{L}\p{N}][\p{L}\p{N} _'&()-]{0,59}$/u;
export const NAME_RULE = "letters, digits, spaces, `-`, `_`, `'`, `&` and brackets, at most 60, starting with a letter or digit";

/** A map from names the author chooses. */
export function named<S extends z.ZodType>(entry: S, about: About) {
  return z.record(z.string().regex(NAME), entry).meta({ description: about.meaning, guide: about });
}

/** One name, or a list of names. */
export function names(about: About, units: string) {
  const read = (input: unknown): string[] | Unread => {
    const list = Array.isArray(input) ? input : [input];
    const good = list.every((item) => typeof item === 'string' || typeof item === 'number');
    return good ? list.map(String) : { problem: 'Names are needed here.', allowed: `${units}, as a list such as \`[a, b]\`` };
  };
  return leaf(read, { ...about, units, editor: { type: ['string'] } }).meta({ list: true });
}

/** A map with fixed keys. */
export function block<S extends z.ZodRawShape>(shape: S, about: About) {
  return z.strictObject(shape).meta({ description: about.meaning, guide: about });
}

/** Adds an issue in our words, at a key. */
export function complain(context: z.RefinementCtx, path: (string | number)[], problem: string, allowed?: string): void {
  context.addIssue({ code: 'custom', message: problem, path, params: { allowed } });
}
