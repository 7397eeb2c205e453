import type { Quantile } from './quantile.ts';

/** Halvings of (0, 1/2) that are tabled: down to 2^-32, one step of the streams. */
const HALVINGS = 32;
/** Of the value. What the fourth differences say of the table is held to less than half of it. */
export const TABLE_ERROR = 1e-8;
const MOST_CELLS = 256;
const TRIAL_CELLS = 8;

/** A tabled part of the uniforms: four coefficients a cell; no cells where no cubic is near enough. */
interface Part {
  cells: number;
  /** A uniform, or its distance from 1, times this is between 1 and 2. */
  scale: number;
  cubics: Float64Array;
}

/**
 * A quantile by table: in each cell the cubic with the quantile's values and slopes at both ends. Off by less than 1e-8 of the
 * value for every uniform, and rising wherever the quantile rises. Towards both ends of (0, 1) a part is half as wide as the one
 * before, so the tails are followed too. A part is made when it is first asked for, by some 50 calls of `exact`. `exact` itself
 * answers nearer to an end than 2^-32, at 1/2, and where 256 cells are not enough.
 *
 * Digits: the table takes only + - * and square roots, which every machine rounds alike. `exact` takes exp and log, of @stdlib
 * or of V8, which brings its own (ports of fdlibm) and so gives the same in Node 20, 22, 24 and Chromium; never a power of V8.
 */
export function tabled(exact: Quantile): Quantile {
  const fromAbove: Quantile = (p) => exact(1 - p);
  const lower: (Part | undefined)[] = new Array(HALVINGS + 1).fill(undefined);
  const upper: (Part | undefined)[] = new Array(HALVINGS + 1).fill(undefined);
  return (u) => {
    const p = u > 0.5 ? 1 - u : u;
    const halvings = Math.clz32(p * 2 ** 32); // p is in [2^-(halvings + 1), 2^-halvings)
    const parts = u > 0.5 ? upper : lower;
    let part = parts[halvings];
    if (part === undefined) {
      part = partOf(u > 0.5 ? fromAbove : exact, halvings);
      parts[halvings] = part;
    }
    const { cells, scale, cubics } = part;
    if (cells === 0) return exact(u);
    const at = (p * scale - 1) * cells;
    const cell = Math.floor(at);
    const x = at - cell;
    const i = 4 * cell;
    return (
      (cubics[i] as number) + x * ((cubics[i + 1] as number) + x * ((cubics[i + 2] as number) + x * (cubics[i + 3] as number)))
    );
  };
}

const NOT_TABLED: Part = { cells: 0, scale: 0, cubics: new Float64Array(0) };

function partOf(quantile: Quantile, halvings: number): Part {
  if (halvings === 0 || halvings === HALVINGS) return NOT_TABLED;
  const scale = 2 ** (halvings + 1);
  const start = 1 / scale;
  const off = offBy(valuesAt(quantile, start, TRIAL_CELLS));
  const cells = Math.max(2, Math.ceil(TRIAL_CELLS * Math.sqrt(Math.sqrt(off / (TABLE_ERROR / 4)))));
  if (!(cells <= MOST_CELLS)) return NOT_TABLED;
  const values = valuesAt(quantile, start, cells);
  return offBy(values) < TABLE_ERROR / 2 ? { cells, scale, cubics: cubicsOf(values) } : NOT_TABLED;
}

/** At the ends of the cells of [start, 2 start], and two cells further on either side. */
function valuesAt(quantile: Quantile, start: number, cells: number): Float64Array {
  return Float64Array.from({ length: cells + 5 }, (_, i) => quantile(start + (start * (i - 2)) / cells));
}

/** Share of the value: a cubic with right ends and slopes is off by at most the fourth derivative x width^4 / 384. */
function offBy(values: Float64Array): number {
  let most = 0;
  for (let i = 2; i < values.length - 2; i++) {
    const [a, b, c, d, e] = values.subarray(i - 2, i + 3) as unknown as [number, number, number, number, number];
    most = Math.max(most, Math.abs(a - 4 * b + 6 * c - 4 * d + e) / c / 384);
  }
  return most;
}

function cubicsOf(values: Float64Array): Float64Array {
  const cells = values.length - 5;
  const cubics = new Float64Array(cells * 4);
  for (let cell = 0; cell < cells; cell++) {
    const from = values[cell + 2] as number;
    const rise = (values[cell + 3] as number) - from;
    const [first, last] = [slopeAt(values, cell + 2, rise), slopeAt(values, cell + 3, rise)];
    cubics.set([from, first, 3 * rise - 2 * first - last, first + last - 2 * rise], cell * 4);
  }
  return cubics;
}

/** Rise a cell, from the two values on either side; at most three times that of the cell, so that the cubic never turns (Fritsch and Carlson 1980). */
function slopeAt(values: Float64Array, i: number, rise: number): number {
  const [a, b, , d, e] = values.subarray(i - 2, i + 3) as unknown as [number, number, number, number, number];
  const slope = (a - 8 * b + 8 * d - e) / 12;
  return rise > 0 ? Math.min(Math.max(slope, 0), 3 * rise) : Math.max(Math.min(slope, 0), 3 * rise);
}
