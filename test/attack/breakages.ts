import fc from 'fast-check';
import { stringify } from 'yaml';
import { everyKey, withValue } from './from-schema.ts';
import { type Plan, type PlanValue, validPlan } from './plans.ts';

/** One way of breaking a scenario: its name in the README's table, and files with it done to them (UTF-8 text or raw bytes). */
export interface Breakage {
  kind: string;
  broken: fc.Arbitrary<string | Uint8Array>;
}

export const text = (plan: Plan): string => stringify(plan, { lineWidth: 0, aliasDuplicateObjects: false });
const written = validPlan.map(text);

/** Paths of every value and map of a plan. */
function pathsOf(value: PlanValue | null, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Array.isArray(value) ? value.map((it, i): [number, PlanValue] => [i, it]) : Object.entries(value);
  return [...(path.length > 0 ? [path] : []), ...below.flatMap(([key, it]) => pathsOf(it, [...path, key]))];
}

/** The plan with what stands at the path made into something else; nothing makes it go. */
function changed(
  value: PlanValue,
  [step, ...rest]: (string | number)[],
  to: (old: PlanValue) => PlanValue | undefined,
): PlanValue {
  if (step === undefined) return to(value) ?? '';
  const entries: [string | number, PlanValue][] = Array.isArray(value)
    ? value.map((it, i) => [i, it])
    : typeof value === 'object'
      ? Object.entries(value)
      : [];
  const next = entries.flatMap(([key, it]): [string | number, PlanValue][] => {
    if (key !== step) return [[key, it]];
    const made = rest.length > 0 ? changed(it, rest, to) : to(it);
    return made === undefined ? [] : [[key, made]];
  });
  return Array.isArray(value) ? next.map(([, it]) => it) : (Object.fromEntries(next) as Plan);
}

/** Changed at one of its values or maps, by number. */
function changedAt(plan: Plan, at: number, to: (old: PlanValue) => PlanValue | undefined): Plan {
  const paths = pathsOf(plan);
  return changed(plan, paths[at % paths.length] ?? [], to) as Plan;
}

const somewhere = (to: (old: PlanValue, seed: number) => PlanValue | undefined): fc.Arbitrary<string> =>
  fc.tuple(validPlan, fc.nat(), fc.nat()).map(([plan, at, seed]) => text(changedAt(plan, at, (old) => to(old, seed))));
const oneOf = (words: PlanValue[]) => somewhere((_, seed) => words[seed % words.length]);
/** What is written there; nothing for a map. */
const said = (value: PlanValue): string => (typeof value === 'object' ? '' : String(value));
const digits = /\d+(\.\d+)?/;
const number = (write: (n: string) => string) => somewhere((old) => write(said(old).replace(digits, (n) => n)));

/** Somewhere in the text: a place by its fraction of the whole. */
const inText = (edit: (text: string, at: number, seed: number) => string): fc.Arbitrary<string> =>
  fc
    .tuple(written, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat())
    .map(([it, at, seed]) => edit(it, Math.floor(at * it.length), seed));
const inserted = (words: string[]) => inText((it, at, seed) => it.slice(0, at) + words[seed % words.length] + it.slice(at));
const onALine = (edit: (line: string, seed: number) => string) =>
  fc.tuple(written, fc.nat(), fc.nat()).map(([it, at, seed]) => {
    const lines = it.split('\n');
    return lines.map((line, i) => (i === at % lines.length ? edit(line, seed) : line)).join('\n');
  });

const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  'a/b',
  'a.b',
  '<script>alert(1)</script>',
  '',
  ' ',
  '💥',
  '\u202Etxt',
  'x'.repeat(5000),
  'NaN',
  'null',
  '-',
  '[1]',
  '$&',
  'extends',
  'value',
];
const TEXTS = [
  '\u001b[2J\u001b]0;owned\u0007',
  '</script><script>alert(1)</script>',
  '=cmd|calc!A1',
  '"; rm -rf /',
  '\u2028\u2029',
  '\u0000',
  '$& $1 %s',
  '`$1`',
  'y'.repeat(100_000),
  '\ud800',
  '- a: [',
  '{{7*7}}',
];
const YAML = [
  '&a [*a]',
  '*a',
  '!!js/function "x"',
  '!!binary aGk=',
  '<<: *base',
  '%YAML 1.1',
  '---\n',
  '...\n',
  '? complex\n',
  '| text\n',
  '{ a: 1',
  '] ',
  "'",
  '"',
  '!!set {a}',
  '@',
  '`',
];

/** Values that fit no key, or hardly any. */
const ODD: PlanValue[] = [
  '-1 day',
  '1e300 h/week',
  '.nan',
  '.inf',
  'Infinity',
  'NaN beds',
  '5 bananas',
  '',
  'unlimited',
  [],
  {},
  [[['deep']]],
  '0',
  '1e-300 days',
  '99999999999999999999 beds',
  '1/0',
  '(((1',
  'removed',
  '£1e9',
  '-0%',
  '1e400/day',
  '2024-02-30',
  '\u0661\u0662 beds',
];

export const PEOPLE = 'cells of a list of people';
export const SAMPLES = 'cells of a sample of stays';
/** Cells no list of people should hold. */
export const CELLS = [
  '1e999',
  '-1',
  'inf',
  'NaN',
  '1e300',
  '40000',
  '=1+1',
  '"',
  '""x',
  '\u0000',
  '2024-13-01',
  'P9',
  '💥',
  '1,5',
  '0x10',
  '-0',
  '1e-320',
  ';;',
  '\t',
];

export const BREAKAGES: Breakage[] = [
  {
    kind: 'a wrong unit',
    broken: somewhere(
      (old, seed) =>
        `${digits.exec(said(old))?.[0] ?? 1} ${['bananas', 'h/week', 'beds', '£', 'per cent', 'days/day', '%'][seed % 7]}`,
    ),
  },
  { kind: 'a negative number', broken: number((it) => `-${it}`) },
  {
    kind: 'a huge number',
    broken: somewhere((old, seed) =>
      said(old).replace(digits, ['1e300', '99999999999999', '1e9', `${'9'.repeat(400)}`, '2147483648'][seed % 5] ?? ''),
    ),
  },
  {
    kind: 'zero or next to it',
    broken: somewhere((old, seed) => said(old).replace(digits, ['0', '1e-300', '0.0000001', '-0'][seed % 4] ?? '')),
  },
  {
    kind: 'NaN, Infinity and the like',
    broken: oneOf(['.nan', '.inf', '-.inf', 'NaN', 'Infinity', '-Infinity days', 'null', '~', 'undefined', '1e999 days']),
  },
  { kind: 'a value of the wrong type', broken: oneOf([[], {}, ['a', 'b'], { a: { b: 'c' } }, 'yes', '2024-13-45', 3.7, '']) },
  {
    kind: 'an unknown key',
    broken: somewhere((old, seed) =>
      typeof old === 'object' && !Array.isArray(old)
        ? { ...old, [['bedz', 'Mean', 'colour', 'spot', '42'][seed % 5] ?? '']: '3 beds' }
        : { unknown: old },
    ),
  },
  {
    kind: 'a hostile name',
    broken: somewhere((old, seed) =>
      typeof old === 'object' && !Array.isArray(old)
        ? Object.fromEntries(
            Object.entries(old).map(([key, it], i) => [i === seed % 3 ? (NAMES[seed % NAMES.length] ?? '') : key, it]),
          )
        : NAMES[seed % NAMES.length],
    ),
  },
  { kind: 'a hostile text', broken: oneOf(TEXTS) },
  { kind: 'a part left out', broken: somewhere(() => undefined) },
  {
    kind: 'any key of the vocabulary, with its example in any plan',
    broken: fc
      .tuple(validPlan, fc.constantFrom(...everyKey()), fc.nat(3))
      .map(([plan, { path, example }, names]) => text(withValue(plan, path, example, names))),
  },
  {
    kind: 'any key of the vocabulary, with a value that fits nowhere',
    broken: fc
      .tuple(validPlan, fc.constantFrom(...everyKey()), fc.constantFrom(...ODD), fc.nat(3))
      .map(([plan, { path }, value, names]) => text(withValue(plan, path, value, names))),
  },
  { kind: 'a key written twice', broken: onALine((line) => `${line}\n${line}`) },
  { kind: 'tabs for spaces', broken: onALine((line) => line.replace(/^ +/, '\t').replace(/$/, '\t')) },
  { kind: 'a lost or added indent', broken: onALine((line, seed) => (seed % 2 ? ` ${line}` : line.trimStart())) },
  {
    kind: 'a byte order mark, or line ends of other systems',
    broken: fc
      .tuple(written, fc.constantFrom('\r\n', '\r', '\u2028'), fc.boolean())
      .map(([it, end, mark]) => (mark ? '\uFEFF' : '') + it.replaceAll('\n', end)),
  },
  {
    kind: 'odd Unicode',
    broken: inserted(['\u00a0', '\u200b', '\u202e', '\uff15', '\u0300', '\u2212', '\u3000', '\u0085', '\ufeff', '🏥', '\u0661']),
  },
  { kind: 'control characters', broken: inserted(['\u0000', '\u001b[31m', '\u0007', '\u007f', '\b']) },
  {
    kind: 'a slip of the keyboard',
    broken: inText((it, at, seed) => it.slice(0, at) + ':,[]{}#&*!|>%@`"\'-? \n'.charAt(seed % 21) + it.slice(at + (seed % 2))),
  },
  { kind: 'other YAML than is used here', broken: inserted(YAML) },
  { kind: 'a file cut off', broken: inText((it, at) => it.slice(0, at)) },
  {
    kind: 'a very long line',
    broken: inText(
      (it, at, seed) => it.slice(0, at) + (['x', '9', ' ', '(', ','][seed % 5] ?? '').repeat(300_000) + it.slice(at),
    ),
  },
  {
    kind: 'bytes that are no text',
    broken: fc.tuple(written, fc.uint8Array({ minLength: 1, maxLength: 20 }), fc.nat()).map(([it, bytes, at]) => {
      const whole = Buffer.from(it);
      const place = at % whole.length;
      return Buffer.concat([whole.subarray(0, place), bytes, whole.subarray(place)]);
    }),
  },
];

export const SETTINGS = 'changes by `--set` of any key, with any value';
/** Up to three `--set`, some with what is no path at all. */
export const settings: fc.Arbitrary<string[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom(
        ...everyKey().map(({ path }) => path.join('.').replaceAll('*', 'support')),
        ...NAMES,
        ...NAMES.map((name) => `services.${name}.beds`),
      ),
      fc.constantFrom<PlanValue>(...ODD, ...TEXTS, '3 beds', '2 days'),
    )
    .map(([path, value]) => `${path}=${typeof value === 'object' ? JSON.stringify(value) : value}`.slice(0, 50_000)),
  { minLength: 1, maxLength: 3 },
);

/** One way of damaging a saved result: by number, the place and the way. */
export interface Damage {
  kind: string;
  damaged: (whole: Plan, at: number, seed: number) => string;
}

const json = (value: unknown) => JSON.stringify(value);

export const DAMAGE: Damage[] = [
  { kind: 'a saved result with a part left out', damaged: (whole, at) => json(changedAt(whole, at, () => undefined)) },
  {
    kind: 'a saved result with a value of another type',
    damaged: (whole, at, seed) =>
      json(changedAt(whole, at, () => ['', 'x', -1, [], {}, ['a'], { a: 1 }, TEXTS[seed % TEXTS.length] as string][seed % 8])),
  },
  { kind: 'a saved result cut off', damaged: (whole, at) => json(whole).slice(0, at % json(whole).length) },
];
