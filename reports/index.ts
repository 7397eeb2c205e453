/** Reports are pure functions of a result, or of several and their comparison; none runs a simulation. */
export { comparisonWorkbook, workbook } from './excel/workbook.ts';
export { comparisonMarkdown, markdown } from './markdown/markdown.ts';
export { renderComparison } from './page/comparison.ts';
export { renderReport } from './page/report.ts';
export { comparisonTables } from './tables/comparison-tables.ts';
export { type DataTable, tableCsv } from './tables/table.ts';
export { tables } from './tables/tables.ts';
export { compareSummary } from './text/compare-summary.ts';
export { stressRecord } from './stress/record.ts';
export { statedMarkdown, statedSummary } from './text/stated.ts';
export { summary } from './text/summary.ts';
export { unlikeText } from './words/unlike.ts';
export { differsFrom } from './decide/same-run.ts';
export type { Reported } from './reported.ts';
export { decisionTables, decisionText, renderDecision } from './decide/index.ts';
