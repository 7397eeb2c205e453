import type { Warning } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { leanMonthWarnings, loadWarnings } from '../load/offered-load.ts';
import { startWarnings } from './start-warning.ts';
import { settleWarnings } from './warm-up-warning.ts';

/** What the loads of a scenario warn of: known before it runs, and the same in its result. */
export function warningsByLoad(scenario: Scenario): Warning[] {
  return [...loadWarnings(scenario), ...leanMonthWarnings(scenario), ...settleWarnings(scenario), ...startWarnings(scenario)];
}
