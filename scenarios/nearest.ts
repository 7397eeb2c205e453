/** The known name closest to the one written, if it is close enough to be a slip of the pen; else null. */
export function nearest(written: string, known: Iterable<string>): string | null {
  if (written.length > 60) return null;
  const text = written.toLowerCase();
  let best: string | null = null;
  let least = (text.length < 3 ? 0 : text.length < 6 ? 1 : Math.max(2, Math.floor(text.length / 3))) + 1;
  for (const name of known) {
    const distance = editDistance(text, name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** Optimal string alignment: letters added, left out, changed, or two neighbours swapped. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const cell = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const distance = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + changed);
      row.push(swapped ? Math.min(distance, cell(i - 2, j - 2) + 1) : distance);
    }
  }
  return cell(a.length, b.length);
}
