import type { Window } from '../calendar.ts';
import type { DayRecord } from '../engine/day-record.ts';
import type { DischargeObservations, HospitalObservations, ResidentObservations } from '../seen/discharges.ts';
import type { ReferralObservations, ServiceObservations } from '../seen/referrals.ts';
import type { Seen } from './seen-from.ts';

/** A sum over the days of a window. */
export type Sum = (seen: Seen, window: Window) => number;

/** Sums before each day: any stretch of days is a difference. Whole units and what is beyond them apart, so that neither has any rounding. */
class Sums {
  /** The replication they are of. */
  replication = -1;
  private whole = new Float64Array(0);
  private part: Float64Array | null = null;

  fill(all: readonly ArrayLike<number>[]): void {
    const length = all.reduce((most, { length }) => Math.max(most, length), 0);
    if (this.whole.length !== length + 1) {
      this.whole = new Float64Array(length + 1);
      this.part = null;
    }
    const { whole } = this;
    whole.fill(0);
    this.part?.fill(0);
    for (const series of all) {
      for (let day = 0; day < series.length; day++) {
        const value = series[day] as number;
        const units = Math.floor(value);
        whole[day + 1] = (whole[day + 1] as number) + units;
        if (units === value) continue;
        this.part ??= new Float64Array(length + 1);
        this.part[day + 1] = (this.part[day + 1] as number) + (value - units);
      }
    }
    accumulate(whole);
    if (this.part !== null) accumulate(this.part);
  }

  over(window: Window): number {
    const { whole, part } = this;
    let units = 0;
    let beyond = 0;
    for (const [from, to] of window) {
      if (whole.length === 1) continue; // no records
      units += (whole[to] as number) - (whole[from] as number);
      if (part !== null) beyond += (part[to] as number) - (part[from] as number);
    }
    return units + beyond;
  }
}

function accumulate(sums: Float64Array): void {
  let so = 0;
  for (let i = 0; i < sums.length; i++) {
    so += sums[i] as number;
    sums[i] = so;
  }
}

/** Numbers of what is kept by scope. */
let numbers = 0;

/**
 * The sum over a window of one daily series of each record of a scope. The records are found, and their days added up, once a replication,
 * when the sum is first asked for.
 */
export function daySum<T>(records: (seen: Seen) => readonly T[], series: (record: T) => ArrayLike<number>): Sum {
  const number = numbers++;
  return (seen, window) => {
    let sums = seen.kept[number] as Sums | undefined;
    if (sums === undefined) {
      sums = new Sums();
      seen.kept[number] = sums;
    }
    if (sums.replication !== seen.views.replication) {
      sums.fill(records(seen).map(series));
      sums.replication = seen.views.replication;
    }
    return sums.over(window);
  };
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
export const ofDischarges = (series: (it: DischargeObservations) => ArrayLike<number>): Sum =>
  daySum(({ discharges }) => discharges, series);

export const ofResidents = (series: (it: ResidentObservations) => ArrayLike<number>): Sum =>
  daySum(({ residents }) => residents, series);

export const ofHospitals = (series: (it: HospitalObservations) => ArrayLike<number>): Sum =>
  daySum(({ hospitals }) => hospitals, series);

export const ofService = (series: (it: ServiceObservations) => ArrayLike<number>): Sum =>
  daySum(({ service }) => (service === null ? [] : [service]), series);

/** Of everybody referred to the service, or of the group the scope is of. */
export const ofReferred = (series: (it: ReferralObservations) => ArrayLike<number>): Sum =>
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
