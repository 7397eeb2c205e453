import type { Scenario } from '../../sim/scenario/scenario.ts';

/** A measure of the simulator, as far as a scenario may ask for it. */
export interface MeasureOption {
  measure: string;
  scopes: ('all' | 'hospital' | 'place' | 'pathway' | 'national' | 'service' | 'group')[];
  unit: string;
  byMonth: boolean;
  /** False where months cannot be added (an average, a share); left out: by its unit. */
  adds?: boolean;
  /** Its name in reports. */
  title?: string;
  /** Which way is better, where there is one. */
  better?: 'lower' | 'higher' | null;
  /** True where days have it too; left out: they have not. */
  byDay?: boolean;
  /** Whether a scenario has it of a scope, by its label; left out: every scenario does. */
  hasIn?(scenario: Scenario, scope: string): boolean;
}
