/** Reports are pure functions of a result, or of several and their comparison; none runs a simulation. */
export { comparisonTables } from './csv/comparison-tables.ts';
export { type NamedTable, tables } from './csv/tables.ts';
export { renderComparison } from './page/comparison.ts';
export { renderReport } from './page/report.ts';
export { compareSummary } from './text/compare-summary.ts';
export { stressRecord } from './stress/record.ts';
export { summary } from './text/summary.ts';
export { decisionTables, decisionText, renderDecision } from './decide/index.ts';
