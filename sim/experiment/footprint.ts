import { CareSystem } from '../flow/care-system.ts';
import { Clock, type Happening } from '../engine/instant.ts';
import { NativeScheduler } from '../engine/native-scheduler.ts';
import type { Scheduler } from '../engine/scheduler.ts';
import { Sheets } from '../engine/sheets.ts';
import { planOf } from '../plan/plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { layoutOf } from './layout.ts';

/** Bytes beside an array: its view, and the record it is part of. */
const BESIDE_ARRAY = 300;
/** Bytes of one spread with its summary and its lines of the files: as measured, runs of 300,000 to 3 million of them took 0.9 to 1.2 kB each. */
const A_SPREAD = 1100;

/** Counts what would be written on, and gives nothing to write on. */
class CountedSheets extends Sheets {
  bytes = 0;
  private readonly nothing = new Float64Array(0);

  override take(length: number): Float64Array {
    this.bytes += 8 * length + BESIDE_ARRAY;
    return this.nothing;
  }
}

/** Bytes that the records of one replication take, in each worker; people come on top. */
export function replicationBytes(scenario: Scenario): number {
  const sheets = new CountedSheets();
  const scheduler: Scheduler<Happening> = new NativeScheduler();
  new CareSystem(planOf(scenario), new Clock(scheduler), sheets);
  return sheets.bytes;
}

/** Bytes in which the replications are gathered, by day, week and month, and one by one. */
export function gatheredBytes(scenario: Scenario): number {
  const { entries, overTime, months, weeks, series, step } = layoutOf(planOf(scenario));
  const spreads = overTime.length * (months.length + weeks.length) + series.length * Math.floor(scenario.days / step);
  return spreads * A_SPREAD + entries.length * scenario.run.replications * 16;
}
