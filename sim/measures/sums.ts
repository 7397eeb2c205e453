import type { Window } from '../scenario/calendar.ts';
import type { DayRecord } from '../engine/day-record.ts';
import type { DischargeObservations, HospitalObservations, ResidentObservations } from '../seen/discharges.ts';
import type { ReferralObservations, ServiceObservations } from '../seen/referrals.ts';
import type { Seen } from './seen-from.ts';

/** A sum over the days of a window. */
export type Sum = (seen: Seen, window: Window) => number;

/** Where there is no record there is nothing to sum. */
export const NOTHING = new Float64Array(0);

/** Sums before each day: any stretch of days is a difference. Whole units and what is beyond them apart, so that neither has any rounding. */
class Sums {
  /** The replication they are of. */
  replication = -1;
  private readonly whole: Float64Array;
  private readonly part: Float64Array;
  /** Whether there is anything beyond whole units. */
  private divided = false;

  constructor(days: number) {
    this.whole = new Float64Array(days + 1);
    this.part = new Float64Array(days + 1);
  }

  /** Of daily series, each below 2^19 a day, so that the sum of a day is exact too. */
  fill(all: Float64Array[]): void {
    this.whole.fill(0);
    for (const series of all) this.add(series);
    this.accumulate();
  }

  private add(series: Float64Array): void {
    const { whole } = this;
    for (let day = 0; day < series.length; day++) whole[day + 1] = (whole[day + 1] as number) + (series[day] as number);
  }

  private accumulate(): void {
    const { whole, part } = this;
    let units = 0;
    let beyond = 0;
    for (let day = 0; day < whole.length; day++) {
      const value = whole[day] as number;
      const floor = Math.floor(value);
      units += floor;
      beyond += value - floor;
      whole[day] = units;
      part[day] = beyond;
    }
    this.divided = beyond > 0;
  }

  over(window: Window): number {
    const { whole, part, divided } = this;
    let units = 0;
    let beyond = 0;
    for (let i = 0; i < window.length; i++) {
      const [from, to] = window[i] as Window[number];
      units += (whole[to] as number) - (whole[from] as number);
      if (divided) beyond += (part[to] as number) - (part[from] as number);
    }
    return units + beyond;
  }
}

/** Numbers of what is kept by scope. */
let numbers = 0;

/**
 * The sum over a window of one daily series of each record of a scope. The records are found, and their days added up, once a replication,
 * when the sum is first asked for.
 */
export function daySum<T>(records: (seen: Seen) => readonly T[], series: (record: T) => Float64Array): Sum {
  const number = numbers++;
  return (seen, window) => {
    const sums = seen.kept[number] as Sums | undefined;
    if (sums !== undefined && sums.replication === seen.views.replication) return sums.over(window);
    return sumsOf(seen, number, records(seen).map(series)).over(window);
  };
}

function sumsOf(seen: Seen, number: number, all: Float64Array[]): Sums {
  let sums = seen.kept[number] as Sums | undefined;
  if (sums === undefined) {
    sums = new Sums(all.reduce((most, { length }) => Math.max(most, length), seen.plan.scenario.days));
    seen.kept[number] = sums;
  }
  sums.fill(all);
  sums.replication = seen.views.replication;
  return sums;
}

/** What depends on the plan and the scope alone: worked out once a run. */
export function constant<T>(of: (seen: Seen) => T): (seen: Seen) => T {
  const number = numbers++;
  return (seen) => {
    seen.kept[number] ??= of(seen);
    return seen.kept[number] as T;
  };
}

/** Of each discharge record (hospital x place x pathway) in the scope. */
export const ofDischarges = (series: (it: DischargeObservations) => Float64Array): Sum =>
  daySum(({ discharges }) => discharges, series);

export const ofResidents = (series: (it: ResidentObservations) => Float64Array): Sum =>
  daySum(({ residents }) => residents, series);

export const ofHospitals = (series: (it: HospitalObservations) => Float64Array): Sum =>
  daySum(({ hospitals }) => hospitals, series);

export const ofService = (series: (it: ServiceObservations) => Float64Array): Sum =>
  daySum(({ service }) => (service === null ? [] : [service]), series);

/** Of everybody referred to the service, or of the group the scope is of. */
export const ofReferred = (series: (it: ReferralObservations) => Float64Array): Sum =>
  daySum(({ referred }) => (referred === null ? [] : [referred]), series);

/** Of a record of the service that there may not be. */
export const ofRecord = (record: (it: ServiceObservations) => DayRecord | null | undefined): Sum =>
  daySum(
    ({ service }) => {
      const it = service === null ? null : record(service);
      return it ? [it] : [];
    },
    (it) => it.areaByDay,
  );

export const dischargesIn = ofDischarges((it) => it.discharges);

/** The people's record in acute beds: that of the beds, or of the residents among those in them. */
const inAcuteBeds = ({ scope, hospitals, residents }: Seen): DayRecord[] =>
  scope.place === undefined ? hospitals.map(({ capacity }) => capacity.using) : residents.flatMap(({ inBeds }) => inBeds ?? []);
export const acuteBedDays = daySum(inAcuteBeds, (it) => it.areaByDay);
export const acuteMidnights = daySum(inAcuteBeds, (it) => it.census);

/** Sum of the days of a plan, which may be unlimited. */
export function sumOfDays(daily: ArrayLike<number>, window: Window): number {
  let total = 0;
  for (const [from, to] of window) for (let day = from; day < to; day++) total += daily[day] as number;
  return total;
}
