import { type Amount, type HourSense, POUND, times } from './dimensions.ts';
import { calculate } from './sums.ts';
import { LONGEST, type Token, tokens } from './tokens.ts';

/** The amount a text says, or why it says none. Throws SumsNeeded for a sum before `readyForSums`. */
export function readAmount(text: string, hour: HourSense): Amount | { problem: string } {
  const pieces = tokens(text, hour);
  if (!Array.isArray(pieces) && 'length' in pieces)
    return {
      problem: `This is ${pieces.length} characters long; a value or a sum may have at most ${LONGEST}. Write a part of it worked out.`,
    };
  if ('unknown' in pieces) return { problem: `\`${pieces.unknown}\` is not a number or a unit known here.` };
  if (pieces.length === 0) return { problem: 'Nothing is written here.' };
  const gap = gapIn(pieces);
  if (gap) return { problem: gap };
  return isSum(pieces) ? calculate(pieces) : single(pieces);
}

/** Two amounts side by side are a slip (`2 500 h/week`), not a product. */
function gapIn(pieces: Token[]): string | null {
  const ends = (piece: Token | undefined) =>
    piece?.type === 'number' ||
    piece?.type === 'percent' ||
    (piece?.type === 'unit' && piece.unit !== POUND) ||
    (piece?.type === 'operator' && piece.sign === ')');
  const starts = (piece: Token) => piece.type === 'number' || (piece.type === 'operator' && piece.sign === '(');
  const gap = pieces.some((piece, i) => starts(piece) && ends(pieces[i - 1]));
  return gap ? 'A sign is missing between two numbers (thousands are written `2,500` or `2500`).' : null;
}

/** True for anything beyond one number with its unit: then mathjs is needed. */
function isSum(pieces: Token[]): boolean {
  return (
    pieces.filter((piece) => piece.type === 'number').length > 1 ||
    pieces.some((piece) => piece.type === 'operator' && piece.sign === '(')
  );
}

/** `1750 h/week`, `£19 per hour`, `12%`, `3% a year`, `102/day`. */
function single(pieces: Token[]): Amount | { problem: string } {
  const amount: Amount = { size: Number.NaN, of: {}, percent: false, unit: pieces.some((piece) => piece.type === 'unit') };
  let power = 1;
  let sign = 1;
  for (const [i, piece] of pieces.entries()) {
    if (piece.type === 'number') amount.size = piece.value;
    else if (piece.type === 'percent') amount.percent = true;
    else if (piece.type === 'per') power = -1;
    else if (piece.type === 'operator') {
      if (piece.sign === '/') power = -1;
      else if (i > 0) return { problem: `Something is missing around \`${piece.sign}\`.` };
      else sign = piece.sign === '-' ? -1 : 1;
    } else {
      amount.of = times(amount.of, piece.unit.of, power);
      amount.size *= piece.unit.size ** power;
      power = 1;
    }
  }
  if (Number.isNaN(amount.size)) return { problem: 'There is no number here.' };
  if (power === -1) return { problem: 'A unit is missing after `per` or `/`.' };
  return { ...amount, size: (sign * amount.size) / (amount.percent ? 100 : 1) };
}
