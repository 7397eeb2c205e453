import type { MeasureOption } from './measure-option.ts';

/** What an observed series is of, once its measure is understood. */
export interface ObservedOf {
  option: MeasureOption;
  scope: string;
}
