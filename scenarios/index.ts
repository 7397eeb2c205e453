export type { MeasureOption } from './checks/measure-option.ts';
export { explain } from './explain.ts';
export { type Mistake, ScenarioMistakes } from './mistakes.ts';
export { type ReadOptions, type ReadScenario, readScenario } from './read-scenario.ts';
export { jsonSchema } from './vocabulary/json-schema.ts';
export { type Setting, settingText } from './source/command-line.ts';
export type { KeptSearch } from './resolve/searches.ts';
export { startingOn } from './templates/starting-on.ts';
export { templateSheets } from './workbook/template.ts';
