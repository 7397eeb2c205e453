import type { Dated, Limit } from './dated.ts';
import type { Distribution } from './distribution.ts';

export interface Hospital {
  name: string;
  label: string;
  /** Acute beds open. */
  beds: Dated<Limit>;
  /** People who may wait for an acute bed; beyond it they are turned away, and counted. */
  waitingLimit: Limit;
  /** Hours at which people become ready: readiness moves to such an hour of the day on which the clinical stay ends, never before admission; null: none. */
  readyHours: HoursOfDay | null;
  /** Hours at which people leave: once a place is found (it is kept), at the next such hour; null: at once. */
  leavingHours: HoursOfDay | null;
}

/** Spells of the day in order, from and to in hours, spread evenly within; shares sum to 1. */
export type HoursOfDay = { from: number; to: number; share: number }[];

export interface ProcessDelay {
  /** Reason families, one after another: hospital process, care transfer hub, interface, wellbeing/family/funding. */
  families: { name: string; label: string; pathways: string[]; delay: Distribution }[];
  /** Working at weekends and on bank holidays; null: every day is alike. */
  weekend: {
    pathways: string[];
    /** Chance that a person whose process ends on such a day can leave that day; otherwise from the next working day, 00:00. */
    leaveAt: Dated<number>;
  } | null;
}
