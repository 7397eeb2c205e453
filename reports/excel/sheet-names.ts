import type { DataTable } from '../tables/table.ts';

const LONGEST = 31;

/** A sheet is called by its table; a name too long for Excel is cut, and no two are alike. */
export function sheetNames(tables: DataTable[]): string[] {
  const used = new Set<string>(['cover']);
  return tables.map(({ name }) => {
    const base = name.replace(/\.csv$/, '').replace(/[[\]/\\:*?]/g, '-');
    let short = base.slice(0, LONGEST);
    for (let n = 2; used.has(short.toLowerCase()); n++) short = `${base.slice(0, LONGEST - String(n).length - 1)}~${n}`;
    used.add(short.toLowerCase());
    return short;
  });
}
