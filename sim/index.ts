/** The model, from outside. */
export { compare } from './experiment/compare.ts';
export { unlike } from './experiment/unlike.ts';
export { experiment, type ExperimentOptions, type Prepared } from './experiment/experiment.ts';
export { withFilled } from './experiment/filled-values.ts';
export { filledFromFlowBalance } from './experiment/flow-balance.ts';
export { offeredLoads } from './experiment/offered-load.ts';
export { warningsByLoad } from './experiment/warnings-by-load.ts';
export { journeys } from './journeys.ts';
export { type Lane, lanesOf } from './lanes.ts';
export { eventLog, type LoggedEvent } from './event-log.ts';
export { definitions, measureOptions } from './measures/catalogue.ts';
export { type Engine, native, simjs } from './engine/engine.ts';
