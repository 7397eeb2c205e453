import type { Distribution } from './distribution.ts';

/** The people present at the start, instead of a warm-up. */
export interface StartFrom {
  /** Of stays under way: what the stay so far leaves of them; or `uniform` between 1 day and a fresh stay, as one published model has it. */
  remaining: 'by stay so far' | 'uniform';
  /** What is counted; a group of nobody says that nobody is there. */
  groups: PresentGroup[];
  /** What is there where no group counts: nobody, or what the plan's own rates on the first day keep there. Left out: everything is counted. */
  notCounted?: 'empty' | 'from flow balance';
}

/** People alike in where they are. */
export interface PresentGroup {
  people: number;
  /** In a hospital, also `at the door` (waiting for an acute bed) and `in process` (ready, the process not over); in a service, also `waiting for next` (the stay over, no place yet in what comes next). */
  state: 'at the door' | 'in stay' | 'in process' | 'waiting' | 'waiting for next';
  /** In an acute bed or at the front door; or in a service, or waiting for it outside any place. */
  at: { hospital: string } | { service: string };
  /** The pathway they will need; null: drawn among those that lead there. Of people waiting in an acute bed it is never null. */
  pathway: string | null;
  /** Where they live; left out: drawn by the shares of those who come there. */
  place?: string;
  /** The service, or group of services, that people `waiting for next` wait for. */
  next?: string;
  /** Days in that state: since admission, since the ready date, since the referral. null: unknown; people waiting then wait since the start. */
  soFar: Distribution | null;
  /** People ready in an acute bed: days since the ready date, and since admission; null: drawn. */
  sinceReady: number | null;
  sinceAdmission: number | null;
}
