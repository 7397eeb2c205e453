import type { Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';
import { isTiny, measuresTable } from './compare-measures.ts';
import type { Table } from './figure.ts';

/** Cells that the table may have on the page; more is read in the CSV. */
const MOST_CELLS = 2000;

/** Whose measures come first: where the page has no room for all, those furthest from everyone are left to the CSV. */
const ORDER = ['all', 'service', 'hospital', 'place', 'pathway'];

/** The measures of wholes (not of parts of a hospital, a place or a service) in which some scenario differs, as many as the page has room for; `of`: how many there are. */
export function differingMeasures(results: Result[], comparison: Comparison): { table: Table; of: number } {
  const rows = comparison.rows.filter(
    (row) => !row.scope.includes('/') && row.differences.some((d) => d && !isTiny(results, row, d)),
  );
  const most = Math.floor(MOST_CELLS / (2 * results.length));
  return {
    table: measuresTable(results, comparison, rows.toSorted((a, b) => rank(a.scope) - rank(b.scope)).slice(0, most)),
    of: rows.length,
  };
}

function rank(scope: string): number {
  const at = ORDER.indexOf(scope.split(':')[0] ?? '');
  return at < 0 ? ORDER.length : at;
}
