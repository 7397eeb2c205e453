import type { Dated, Limit } from './dated.ts';
import type { Distribution } from './distribution.ts';

export type Service = BedService | HoursService | PlacementService;

/** Services of one kind, each person's own being the first that serves the person. */
export interface SharedServices {
  name: string;
  label: string;
  services: string[];
  /** null: everybody waits for the own service. Else they help one another out, own people first, once the own service's use is this share of its ceiling. */
  above: number | null;
}

/** Days a week on which new starts are accepted, Monday to Sunday, and bank holidays. */
export interface Accepts {
  weekdays: [boolean, boolean, boolean, boolean, boolean, boolean, boolean];
  holidays: boolean;
}

interface ServiceBase {
  name: string;
  label: string;
  /** Whose people it is for: those who live in these places and come from these hospitals; null: all. */
  serves: { places: string[] | null; hospitals: string[] | null };
  accepts: Accepts;
  /** Where that changes on a date: what holds from each day on. */
  acceptsFrom?: Dated<Accepts>;
  /** Simulated days [from, until) on which nobody new starts, whatever the day of the week; those in stay in. */
  closures: { name: string; from: number; until: number }[];
  /** People who may wait; beyond it they are turned away, and counted. 0 still admits whoever finds a free place. */
  waitingLimit: Limit;
  /** Arrangement between referral and joining the queue; the wait counts from the referral. */
  leadTime: Distribution | null;
  /** Where people wait for it: in place, holding the place before (blocking), or at home, holding nothing. */
  waitsAtHome: boolean;
  /** How long a person stays in the line before leaving it, and the journey; null: until a place is found. */
  patience: Distribution | null;
  /** Wait, in days, within which a start is counted as on time; null where there is no target. */
  targetWait: number | null;
  /** People waiting that are still within the target; left out: no target. */
  targetWaiting?: number;
  price: Price | null;
  /** Who pays, in shares that sum to 1; empty where it is not stated. */
  payers: { name: string; share: number }[];
  /** Capacity bought beside the block when somebody waits and the block is full; null: none. */
  spot: Spot | null;
  /** Reablement and the like: short-term support, whose people are looked for on day 91. Left out: it is not. */
  shortTerm?: true;
  /** Long-term support; left out: it is none. */
  longTerm?: 'home care' | 'care home';
  /** Whether people in it are at home; left out: in hours and home care yes, in beds and care homes no. */
  atHome?: boolean;
  followUp?: FollowUp;
}

/**
 * What becomes of people by day 91 after their discharge, once they have left: shares, by the day of discharge, that sum to at most 1.
 * Whoever is in none of them stays where the way led: at home, or in a care home.
 */
export interface FollowUp {
  readmitted: Dated<number>;
  inCare: Dated<number>;
  died: Dated<number>;
  /** Days from discharge until it happens: the shares are then of what ever happens, and later than day 91 does not count. null: all of it by day 91, any day from leaving on as likely. */
  when: Distribution | null;
  /** Days in hospital of whoever is readmitted; left out: the clinical stay of the person's pathway. */
  readmittedStay?: Distribution;
}

export interface Spot {
  /** Beds, or hours a week, at any one time; or whole starts in each week counted from the first collected day. */
  atMost: Dated<number>;
  /** Days from the order until it can be used; 0: bought as a person starts. */
  leadTime: number;
  price: Price | null;
}

interface StayingService extends ServiceBase {
  /** Kinds of stay or package of care; which one a person needs is drawn on arrival. Most services have one. */
  packages: Package[];
  /** Shares sum to 1 on every day. `next` names the service, or group of services, the outcome needs; null: the person leaves,
   * or, where `readmittedTo` names a hospital, comes to its front door again with a pathway and stays drawn anew. */
  outcomes: Outcome[];
}

/** One that leads nowhere in the model still says what became of the person, by its name: see follow-up.ts. */
export interface Outcome {
  name: string;
  share: Dated<number>;
  next: string | null;
  readmittedTo: string | null;
  /** Long-term support is needed, though no service stands for it. Left out: it is not. */
  longTermNeed?: true;
}

export interface Package {
  name: string;
  label: string;
  /** Shares of a service's packages sum to 1 on every day. */
  share: Dated<number>;
  stay: Distribution;
  /** Longest stay, days: a longer one is cut to it. */
  longest: Limit;
  /** Contact hours a week, of all carers, in the first week of the stay, the second …; the last holds to the end, never more than the week before. Empty for beds. */
  hours: number[];
  /** Carers who come at one time; already counted in `hours`. */
  carers: number;
}

export interface BedService extends StayingService {
  kind: 'beds';
  /** Days between one person leaving a bed and the next one starting in it. */
  turnover: number;
  /** When beds close: true moves the people last in back to the front of the queue, to finish their stay later; false closes beds as they empty. */
  closingMoves: boolean;
  beds: Dated<Limit>;
}

export interface HoursService extends StayingService {
  kind: 'hours';
  /** Contact hours a week commissioned. */
  commissioned: Dated<Limit>;
  /** When hours are cut: true hands back the people last in, to the front of the queue, to finish their stay later; false waits until stays end. */
  closingMoves: boolean;
  /** Delivery above commissioned that is allowed, as a fraction of commissioned, or without limit. */
  flex: Limit;
  /** From one change of it to the next; left out where it never changes. */
  flexFrom?: Dated<Limit>;
  /** `in order`: the front of the queue holds back those behind it; `whoever fits`: any package that fits starts, in the order of the line. */
  starts: 'in order' | 'whoever fits';
  /** Hours paid for each contact hour (travel, handover); the price is of a paid hour. */
  paidHours: number;
  /** What is agreed for a contract year; null: nothing. */
  contract: Contract | null;
}

/** A contract year runs to the day before the next one starts. What is said of `before` counts in the contract year in which the period begins. */
export interface Contract {
  /** Month 1 to 12 and day of the month. */
  yearStarts: { month: number; day: number };
  /** Hours over-delivered in that year before the first collected day. */
  overDeliveredBefore: number;
  /** What may be delivered (hours) or spent (£) in each contract year, and how much of it went before the first collected day; null: not stated. */
  budget: { amount: number; in: 'hours' | '£'; usedBefore: number } | null;
}

/** A person uses one start and is then no longer followed: the stock behind it is not modelled. */
export interface PlacementService extends ServiceBase {
  kind: 'placements';
  /** New starts a week, spread evenly over the accepting days in whole starts. */
  starts: Dated<Limit>;
  /** Day of the weekly panel in full, for words only: new starts are accepted on that day alone. Left out: no panel. */
  panel?: string;
  /** True: an unused start is kept for later days; false (the default): it is lost. */
  carryOver: boolean;
}

export interface Price {
  /** £, in the prices of the scenario's common price year where it has one. */
  amount: number;
  per: 'hour' | 'bed-day' | 'start';
  /** Price year of the amount, e.g. 2017/18. */
  year: string | null;
  /** What was stated, where it was of another year. */
  stated?: { amount: number; year: string };
}
