import type { MathJsInstance, Unit } from 'mathjs';
import { type Amount, BASES, type Dimensions, type UnitWord } from './dimensions.ts';
import type { Token } from './tokens.ts';

/** mathjs takes a while to load, so it is loaded only for a scenario that holds a sum, and once. */
type Calculator = Pick<MathJsInstance, 'evaluate'>;
let calculator: Calculator | null = null;

/** Thrown where a sum is met before mathjs is loaded. */
export class SumsNeeded extends Error {}

export async function readyForSums(): Promise<void> {
  if (calculator) return;
  const { default: math } = await import('mathjs/lib/browser/math.js');
  for (const base of BASES) math.createUnit(NAMES[base]);
  calculator = math;
}

/** Names that no unit of mathjs has. */
const NAMES = { care: 'carehour', bed: 'carebed', person: 'careperson', pound: 'carepound', day: 'careday' };

/** The value of a sum. mathjs sees only numbers, our base units and + - * / ( ), written here from the pieces. */
export function calculate(pieces: Token[]): Amount | { problem: string } {
  if (!calculator) throw new SumsNeeded();
  try {
    const value: unknown = calculator.evaluate(expression(pieces));
    const kind = {
      percent: pieces.some((piece) => piece.type === 'percent'),
      unit: pieces.some((piece) => piece.type === 'unit'),
    };
    if (typeof value === 'number') return sized(value, {}, kind);
    const { units } = value as Unit & { units: { unit: { name: string }; power: number }[] };
    const of = dimensionsOf(units);
    return sized((value as Unit).toNumber(unitText(of)), of, kind);
  } catch (error) {
    return { problem: reason(error) };
  }
}

function sized(size: number, of: Dimensions, kind: { percent: boolean; unit: boolean }): Amount | { problem: string } {
  if (!Number.isFinite(size)) return { problem: 'This sum has no answer (is something divided by zero?).' };
  return { size, of, ...kind };
}

/** A number binds to the unit after it before any sign does: `6 weeks * 20 h` is (6 weeks) * (20 h). */
function expression(pieces: Token[]): string {
  const text: string[] = [];
  pieces.forEach((piece, i) => {
    const before = pieces[i - 1];
    const after = pieces[i + 1];
    if (piece.type === 'operator') text.push(piece.sign);
    else if (piece.type === 'per') text.push('/');
    else if (piece.type === 'percent') text.push(')');
    else if (piece.type === 'number')
      text.push(`${opens(before, after)}${piece.value}${after?.type === 'percent' ? '/100' : ''}`);
    else text.push(unitPiece(piece.unit, before, after));
  });
  return text.join(' ');
}

function opens(before: Token | undefined, after: Token | undefined): string {
  const afterPound = before?.type === 'unit';
  return after?.type === 'percent' || (after?.type === 'unit' && !afterPound) ? '(' : '';
}

function unitPiece(unit: UnitWord, before: Token | undefined, after: Token | undefined): string {
  const one = `(${unit.size} ${unitText(unit.of)})`;
  if (before?.type === 'number') return `* ${one})`;
  if (after?.type === 'number') return `${one} *`;
  const joined = before?.type === 'operator' && before.sign === ')' ? '* ' : '';
  return joined + one;
}

function unitText(of: Dimensions): string {
  return BASES.flatMap((base) => (of[base] ? [`${NAMES[base]}^${of[base]}`] : [])).join(' ');
}

function dimensionsOf(units: { unit: { name: string }; power: number }[]): Dimensions {
  const of: Dimensions = {};
  for (const { unit, power } of units) {
    const base = BASES.find((name) => NAMES[name] === unit.name);
    if (base && power !== 0) of[base] = (of[base] ?? 0) + power;
  }
  return of;
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (/units do not match|Unexpected type|do not match/i.test(text)) {
    return 'The parts of this sum have different units, so they cannot be added or taken away.';
  }
  return 'This sum cannot be worked out: use numbers with units, + - * / and brackets.';
}
