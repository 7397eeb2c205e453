/** Arithmetic leaves dust in the last digits: what is within it of a short number is that number (2095 / 7 × 7 is 2095). */
export function tidy(size: number): number {
  const short = Number(size.toPrecision(12));
  return Math.abs(short - size) <= 1e-13 * Math.abs(size) ? short : size;
}
