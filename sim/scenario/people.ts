import type { Dated } from './dated.ts';
import type { Distribution } from './distribution.ts';
import type { FollowUp } from './service.ts';

/**
 * On the ready date a share of the people of a pathway take another one; their clinical stay is as it was. For one `from`
 * the shares sum to at most 1 on every day.
 */
export interface Redirection {
  name: string;
  label: string;
  from: string;
  to: string;
  share: Dated<number>;
  /** Diversion: only while the first service of the other pathway has room, else the person goes on as before. Right-sizing does not ask. */
  needsRoom: boolean;
}

/** A place people live in: a district, a borough. */
export interface Locality {
  name: string;
  label: string;
}

export interface Pathway {
  name: string;
  label: string;
  /** The national pathway it reports as: P0 and P1 are the usual place of residence. People who died in hospital are not discharged; their route is empty. */
  reportsAs: 'P0' | 'P1' | 'P2' | 'P3' | 'died in hospital';
  /** Of its people whose last service says none; left out: none. */
  followUp?: FollowUp;
  /** Names of services or groups of them, in order; empty for Pathway 0. All but the last lead to the next; the last one's outcomes decide. */
  route: string[];
}

export interface ArrivalStream {
  /** No two streams share one. */
  name: string;
  label: string;
  /** At the hospital's acute beds, or straight at the first service of a pathway's route (no acute stay). */
  enters: { hospital: string } | { pathway: string };
  arrivals: ArrivalProcess | PeopleList;
  /** For a hospital: one entry a pathway, shares that sum to 1 on every day. For a direct referral: one entry, share 1. */
  mix: PathwayMix[];
  /** Where its people live: one entry a place of the scenario, in that order, shares that sum to 1 on every day; none without places. */
  livesIn: Residence[];
  /** Who starts first wherever people wait: 1 before 2; alike within a number, first come first served. */
  priority: number;
}

export interface Residence {
  place: string;
  /** Share of the stream's people who live there, of those who come on a day. */
  share: Dated<number>;
  /** The split of these people in the order of `mix`, where it differs between places (`mix` is then the mean over places); null: as in `mix`. */
  pathways: Dated<number>[] | null;
}

export interface PathwayMix {
  pathway: string;
  /** Share of people admitted on a day who will need this pathway. */
  share: Dated<number>;
  /** Clinical stay until no criteria to reside; null for a direct referral. */
  acuteStay: Distribution | null;
}

export interface ArrivalProcess {
  kind: 'process';
  /** Mean arrivals a day before profiles, surges and falls. */
  perDay: number;
  /** Factors Monday to Sunday, mean 1. */
  weekday: [number, number, number, number, number, number, number];
  /** Factor 1 + amplitude x cos(2 pi (d - peakDay) / 365), d in days from 1 January of the year of `start`; or factors January to December, mean 1. */
  season: { amplitude: number; peakDay: number } | { monthly: number[] } | null;
  /** Compound growth a year, 0.03 = 3%; the factor is 1 at `start`. */
  trendPerYear: number;
  /** Phases between two arrivals in operational time: 1 at random (Poisson), more are more regular (Erlang); `even`: equally spaced. */
  spacing: number | 'even';
  /** Coefficient of variation of the rate from day to day (gamma, independent days); 0: none. */
  dayToDay: number;
  /** Surges (above 1) and falls (below 1) on top of all that; 1 where nothing is changed. */
  factor: Dated<number>;
}

/** People with their times, as given (a trace). What is null is drawn. */
export interface PeopleList {
  kind: 'list';
  /** Ascending by `arrive`. */
  people: ListedPerson[];
}

export interface ListedPerson {
  /** Days from the start of the simulation. */
  arrive: number;
  pathway: string | null;
  /** Where the person lives. */
  place: string | null;
  acuteStay: number | null;
  /** Days in each named service. */
  stays: Record<string, number>;
}
