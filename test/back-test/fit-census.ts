import { filesOnDisk } from '../../data/files-on-disk.ts';
import { readTable } from '../../data/csv.ts';
import { isoDate, weekdayOf } from '../../data/dates.ts';
import { observedIn, type ObservedRow as Row } from '../../data/observed.ts';

const DAILY = 'data/nhs/daily-discharge.csv';

type ObservedRow = Pick<Row, 'at' | 'value' | 'outOf'>;

/** One trust's daily return over some days, averaged by weekday (Monday first), people a day. */
export interface Week {
  /** Discharged, still in bed when the day ends, and newly ready: the count less those left over from the day before. */
  discharged: number[];
  left: number[];
  ready: number[];
  /** Variance of the discharges of a day of the week from one week to the next. */
  variance: number;
}

export async function weekOf(trust: string, from: string, to: string): Promise<Week> {
  const table = await readTable(DAILY, filesOnDisk);
  const column = (value: string, less: string | null) =>
    observedIn(
      table,
      { by: 'day', date: 'date', value, less, outOf: null, where: { trust_code: trust }, zerosMissing: true, share: false },
      [],
    );
  const [count, discharged] = [column('no_criteria_to_reside', null), column('discharged_total', null)];
  const left = new Map(column('no_criteria_to_reside', 'discharged_total').map(({ at, value }) => [at, value]));
  const ready = count.map(({ at, value }): ObservedRow => {
    const before = left.get(at - 1) ?? null;
    return { at, outOf: 1, value: value === null || before === null ? null : value - before };
  });
  const inside = ({ at }: { at: number }) => isoDate(at) >= from && isoDate(at) <= to;
  const leftRows = [...left].map(([at, value]): ObservedRow => ({ at, value, outOf: 1 }));
  const days = discharged.filter(inside);
  return {
    discharged: byWeekday(days),
    left: byWeekday(leftRows.filter(inside)),
    ready: byWeekday(ready.filter(inside)),
    variance: varianceOf(days),
  };
}

function byWeekday(rows: ObservedRow[]): number[] {
  return Array.from({ length: 7 }, (_, day) =>
    mean(rows.flatMap(({ at, value }) => (value !== null && weekdayOf(at) === day ? [value] : []))),
  );
}

function varianceOf(rows: ObservedRow[]): number {
  const usual = byWeekday(rows);
  return mean(rows.flatMap(({ at, value }) => (value === null ? [] : [(value - (usual[weekdayOf(at)] as number)) ** 2])));
}

export const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

export interface CensusFit {
  admissions: number;
  /** Factors of admissions, Monday first, mean 1. */
  profile: number[];
  /** Share of people who are held, and chance of leaving at a weekend. */
  held: number;
  leaveAt: number;
  /** Coefficient of variation of admissions from day to day, beyond chance. */
  dayToDay: number;
  /** Root mean square distance of discharges and people left, over the seven weekdays. */
  distance: number;
}

/** Chances of leaving at a weekend that are tried. */
const CHANCES = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** Steps to the profile that gives the discharges of the return; each takes away about half of what is left. */
const STEPS = 40;

/**
 * Admissions: the mean of people discharged. Held share: the mean of people left in bed = held people a day x their mean
 * midnights. Profile (a clinical stay of exactly a week makes people ready on the weekday they came): that of people newly ready,
 * or the one that gives the discharges of the return; leaving at weekends: one of six chances; the pair that comes closest to
 * discharges and people left by weekday. Day to day: what the variance of discharges has above their mean (chance alone makes
 * the two equal), spread over those who leave on the day they are ready.
 */
export function fitCensus(week: Week, chance: Float64Array): CensusFit {
  const admissions = mean(week.discharged);
  const fits = CHANCES.flatMap((leaveAt) => {
    const from = (profile: number[]) => fitTo(week, profile, chance, leaveAt);
    let matched = from(week.discharged.map((people) => people / admissions));
    for (let i = 0; i < STEPS; i++) {
      const factors = matched.profile.map(
        (factor, day) => (factor * (week.discharged[day] as number)) / (matched.discharged[day] as number),
      );
      matched = from(factors.map((factor) => factor / mean(factors)));
    }
    return [from(week.ready.map((people) => people / mean(week.ready))), matched];
  });
  const { profile, held, leaveAt, distance } = fits.reduce((best, fit) => (fit.distance < best.distance ? fit : best));
  const dayToDay = Math.sqrt(Math.max(0, week.variance - admissions)) / (admissions * (1 - held * (1 - (chance[0] as number))));
  return { admissions, profile, held, leaveAt, dayToDay, distance };
}

interface Fitted extends Omit<CensusFit, 'admissions' | 'dayToDay'> {
  discharged: number[];
}

function fitTo(week: Week, profile: number[], chance: Float64Array, leaveAt: number): Fitted {
  const ready = profile.map((factor) => factor * mean(week.discharged));
  const all = expected(ready, chance, leaveAt);
  const held = mean(week.left) / mean(all.left);
  const discharged = ready.map((people, day) => (1 - held) * people + held * (all.discharged[day] as number));
  const apart = [
    ...discharged.map((people, day) => people - (week.discharged[day] as number)),
    ...all.left.map((people, day) => held * people - (week.left[day] as number)),
  ];
  return { profile, held, leaveAt, discharged, distance: Math.sqrt(mean(apart.map((one) => one * one))) };
}

/** People discharged and left in bed by weekday, were everybody held: bank holidays apart, exact. */
function expected(ready: number[], chance: Float64Array, leaveAt: number): Pick<Week, 'discharged' | 'left'> {
  const [discharged, left] = [Array<number>(7).fill(0), Array<number>(7).fill(0)];
  ready.forEach((people, day) => {
    chance.forEach((share, midnights) => {
      const rest = Math.max(0, ((day + midnights) % 7) - 4); // 1 on a Saturday, 2 on a Sunday
      const leaves = (after: number, part: number) => {
        const end = midnights + after;
        discharged[(day + end) % 7] = (discharged[(day + end) % 7] as number) + part;
        for (let night = 0; night < end; night++) left[(day + night) % 7] = (left[(day + night) % 7] as number) + part;
      };
      const now = rest === 0 ? 1 : leaveAt;
      leaves(0, people * share * now);
      leaves(3 - rest, people * share * (1 - now));
    });
  });
  return { discharged, left };
}
