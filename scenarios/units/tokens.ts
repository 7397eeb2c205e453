import { type HourSense, POUND, type UnitWord, unitWord } from './dimensions.ts';

/** One piece of a value's text. */
export type Token =
  | { type: 'number'; value: number }
  | { type: 'percent' }
  | { type: 'unit'; unit: UnitWord }
  | { type: 'per' }
  | { type: 'operator'; sign: '+' | '-' | '*' | '/' | '(' | ')' };

/** Characters of a value. */
export const LONGEST = 200;
const NUMBER = /^(?:[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?|\.\d+)(?![\d,.])/i;
const WORD = /^(?:bed-(?:days?|weeks?)|[a-z]+)/i;
const PER = new Set(['per', 'a', 'an', 'each', 'every']);
const OPERATORS: Record<string, '+' | '-' | '*' | '/' | '(' | ')'> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
  '(': '(',
  ')': ')',
};

/** The pieces of a text such as `1,750 h/week + 100 h/week`; the piece that is not understood otherwise. */
export function tokens(text: string, hour: HourSense): Token[] | { unknown: string } | { length: number } {
  if (text.length > LONGEST) return { length: text.length };
  const found: Token[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const step = next(rest, hour);
    if (!step) return { unknown: /^\S+/.exec(rest)?.[0] ?? rest };
    found.push(step.token);
    rest = rest.slice(step.length).trimStart();
  }
  return found;
}

function next(rest: string, hour: HourSense): { token: Token; length: number } | null {
  const number = NUMBER.exec(rest)?.[0];
  if (number) return { token: { type: 'number', value: Number(number.replaceAll(',', '')) }, length: number.length };
  if (rest.startsWith('%')) return { token: { type: 'percent' }, length: 1 };
  if (rest.startsWith('£')) return { token: { type: 'unit', unit: POUND }, length: 1 };
  const operator = OPERATORS[rest[0] ?? ''];
  if (operator) return { token: { type: 'operator', sign: operator }, length: 1 };
  const word = WORD.exec(rest)?.[0];
  if (!word) return null;
  if (PER.has(word.toLowerCase())) return { token: { type: 'per' }, length: word.length };
  const unit = unitWord(word, hour);
  return unit ? { token: { type: 'unit', unit }, length: word.length } : null;
}
