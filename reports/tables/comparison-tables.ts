import type { Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';
import { rowName, rowUnit } from '../words/differences.ts';
import { whyUnlike } from '../words/unlike.ts';
import { scopeLabel } from '../words/lookup.ts';
import type { CsvCell } from './csv.ts';
import { type DataTable, inUnit, named } from './table.ts';
import { cellOf } from './tables.ts';

/** The comparison as tidy tables: a row a measure and scenario, a row a target and scenario. */
export function comparisonTables(results: Result[], comparison: Comparison): DataTable[] {
  return [measures(results, comparison), ambitions(results, comparison)];
}

/** The base has no difference: its cells are empty. */
function measures(results: Result[], comparison: Comparison): DataTable {
  const { scenarios, rows } = comparison;
  const cells = rows.flatMap((row) =>
    scenarios.map((scenario, i): CsvCell[] => {
      const difference = i === 0 ? null : row.differences[i - 1];
      return [
        row.measure,
        row.scope,
        scopeText(results, row.scope),
        rowName(results, row),
        rowUnit(results, row),
        scenario,
        cellOf(row.means[i], rowUnit(results, row)),
        difference?.mean ?? null,
        difference?.interval?.[0] ?? null,
        difference?.interval?.[1] ?? null,
        difference?.together?.[0] ?? null,
        difference?.together?.[1] ?? null,
        difference?.varianceRatio ?? null,
        (i > 0 && whyUnlike(comparison, i - 1)) || null,
      ];
    }),
  );
  const unit = (row: CsvCell[]): string => String(row[4]);
  const columns = [
    ...named('measure', 'scope', 'scope_label', 'label', 'unit', 'scenario'),
    ...inUnit(unit, 'mean'),
    ...inUnit(differenceUnit(unit), 'difference', 'ci95_low', 'ci95_high', 'together95_low', 'together95_high'),
    ...named('variance_ratio', 'not_compared_because'),
  ];
  return { name: 'comparison.csv', columns, rows: cells };
}

/** Two dates differ by days. */
const differenceUnit =
  (unit: (row: CsvCell[]) => string) =>
  (row: CsvCell[]): string =>
    unit(row) === 'date' ? 'days' : unit(row);

function scopeText(results: Result[], scope: string): string {
  const name = scope.slice(scope.indexOf(':') + 1);
  const owner =
    results.find(({ scenario }) =>
      [...scenario.services, ...scenario.pathways, ...scenario.hospitals].some((item) => item.name === name),
    ) ?? results[0];
  return owner ? scopeLabel(owner.scenario, scope) : scope;
}

/** Every target of every scenario, whether the base has it or not. */
function ambitions(results: Result[], { scenarios }: Comparison): DataTable {
  const rows = results.flatMap((result, i) =>
    result.ambitions.flatMap((a) =>
      a.rows.map((r): CsvCell[] => [
        a.name,
        a.label,
        a.measure,
        a.scope,
        scopeLabel(result.scenario, a.scope),
        a.direction,
        a.target,
        r.over,
        scenarios[i] ?? result.scenario.name,
        r.summary?.mean ?? null,
        r.summary === null ? null : r.met,
        ...(r.summary !== null && r.n > 1 ? r.metInterval : [null, null]),
        r.n,
      ]),
    ),
  );
  const unit = (row: CsvCell[]): string => results[0]?.definitions.find(({ measure }) => measure === row[2])?.unit ?? '';
  const columns = [
    ...named('ambition', 'label', 'measure', 'scope', 'scope_label', 'direction'),
    ...inUnit(unit, 'target'),
    ...named('over', 'scenario'),
    ...inUnit(unit, 'mean'),
    ...inUnit('share', 'met_share', 'met_ci95_low', 'met_ci95_high'),
    ...named('n'),
  ];
  return { name: 'comparison-ambitions.csv', columns, rows };
}
