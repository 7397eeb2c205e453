export function count(counts: Float64Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}

/** Steps become counts. */
export function accumulate(steps: Float64Array): void {
  for (let i = 1; i < steps.length; i++) add(steps, i, steps[i - 1] as number);
}

export function add(sums: Float64Array, at: number, by: number): void {
  sums[at] = (sums[at] as number) + by;
}
