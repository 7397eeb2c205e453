import type { Scenario } from './scenario.ts';

/** Days 0, 1, 2 … are the simulated days from the start of the warm-up; all dates are plain calendar dates (UTC inside). */
const DAY = 86_400_000;

export function dateOf(scenario: Scenario, day: number): string {
  return new Date(Date.parse(`${scenario.start}T00:00:00Z`) + (day - scenario.warmUpDays) * DAY).toISOString().slice(0, 10);
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** `2017-12` or a date of it as people write it: `December 2017`, `4 December 2017`. */
export const monthText = (iso: string): string => `${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
export const dayText = (iso: string): string => `${Number(iso.slice(8, 10))} ${monthText(iso)}`;

/** 0 Monday to 6 Sunday of day 0. */
export function firstWeekday(scenario: Scenario): number {
  return (new Date(`${dateOf(scenario, 0)}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Days from 1 January of the year of `start` to day 0; negative where the warm-up began the year before. */
export function dayOfYearZero(scenario: Scenario): number {
  const january = Date.parse(`${scenario.start.slice(0, 4)}-01-01T00:00:00Z`);
  return (Date.parse(`${dateOf(scenario, 0)}T00:00:00Z`) - january) / DAY;
}

/** Month of each simulated day, 0 January to 11 December. */
export function monthOf(scenario: Scenario, day: number): number {
  return Number(dateOf(scenario, day).slice(5, 7)) - 1;
}

export function simulatedDays(scenario: Scenario): number {
  return scenario.warmUpDays + scenario.days;
}

/** The collected day on which the contract year of a collected day began; below 0 where that was before the period. */
export function contractYearStart(scenario: Scenario, { month, day }: { month: number; day: number }, collected: number): number {
  const first = Date.parse(`${scenario.start}T00:00:00Z`);
  const year = new Date(first + collected * DAY).getUTCFullYear();
  const startIn = (of: number) => Math.round((Date.UTC(of, month - 1, day) - first) / DAY);
  return startIn(year) <= collected ? startIn(year) : startIn(year - 1);
}

/** Days since 1 January 1970 of a collected day: how a measure says a date. */
export function dayNumber(scenario: Scenario, collected: number): number {
  return Math.round(Date.parse(`${scenario.start}T00:00:00Z`) / DAY) + collected;
}

/** Collected days [from, to), counted from the first collected day; a window may have several stretches. */
export type Window = readonly (readonly [from: number, to: number])[];

export function wholePeriod(scenario: Scenario): Window {
  return [[0, scenario.days]];
}

/** Whole weeks of seven days from the first collected day. */
export function weeks(scenario: Scenario): { start: string; window: Window }[] {
  return Array.from({ length: Math.floor(scenario.days / 7) }, (_, week) => ({
    start: dateOf(scenario, scenario.warmUpDays + week * 7),
    window: [[week * 7, week * 7 + 7]],
  }));
}

/** Calendar months, as far as they lie in the period. */
export function months(scenario: Scenario): { month: string; window: Window; days: number }[] {
  const found: { month: string; from: number; to: number }[] = [];
  for (let day = 0; day < scenario.days; day++) {
    const month = dateOf(scenario, scenario.warmUpDays + day).slice(0, 7);
    const last = found.at(-1);
    if (last?.month === month) last.to = day + 1;
    else found.push({ month, from: day, to: day + 1 });
  }
  return found.map(({ month, from, to }) => ({ month, window: [[from, to]], days: to - from }));
}
