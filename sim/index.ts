/** The model, from outside. */
export { compare } from './experiment/compare.ts';
export { unlike } from './experiment/unlike.ts';
export { experiment, type ExperimentOptions, type Prepared } from './experiment/experiment.ts';
export { withFilled } from './load/filled-values.ts';
export { filledFromFlowBalance } from './load/flow-balance.ts';
export { offeredLoads } from './load/offered-load.ts';
export { warningsByLoad } from './experiment/warnings-by-load.ts';
export { journeys } from './plan/journeys.ts';
export { type Lane, lanesOf } from './plan/lanes.ts';
export { eventLog, type LoggedEvent } from './flow/event-log.ts';
export { definitions, measureOptions } from './measures/catalogue.ts';
export { type Engine, native, simjs } from './engine/engine.ts';
