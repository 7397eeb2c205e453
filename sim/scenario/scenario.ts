/**
 * A scenario as the model takes it: checked, resolved, plain data (it survives JSON and structured clone).
 *
 * Units: time in days from the start of the simulation (midnight, first day of the warm-up = day 0); people; beds;
 * hours of care a week; £. Shares are fractions of 1. `unlimited` is that word, never a large number.
 * The scenario reader guarantees what the comments here promise; the model relies on it and does not check again.
 */
export interface Scenario {
  name: string;
  question: string | null;
  /** Which people the split counts: `65+` or `all adults`. */
  population: string;
  /** ISO date of the first collected day; the simulation starts `warmUpDays` (whole days) earlier. */
  start: string;
  warmUpDays: number;
  /** Collected days (whole, at least 1). */
  days: number;
  /** Bank holidays between the start of the simulation and its end, as day numbers, ascending. */
  holidays: number[];
  hospitals: Hospital[];
  /** Where people live, in the order of every list by place; empty where the scenario tells no places apart. */
  places: Locality[];
  pathways: Pathway[];
  services: Service[];
  /** Groups of services that routes, outcomes and referrals may name like a service; a service is in one group at most. */
  sharing: SharedServices[];
  arrivals: ArrivalStream[];
  processDelay: ProcessDelay;
  ambitions: Ambition[];
  /** Opportunity value of an acute bed-day delayed, £; null where the scenario gives none. */
  delayedBedDay: number | null;
  /** Price year of all prices, to which they were brought; null: each is of its own year. */
  pricesOf: string | null;
  /** Who is there when the period starts; then there is no warm-up. null: the system starts empty. */
  startFrom: StartFrom | null;
  /** People ready for one pathway who take another. */
  redirections?: Redirection[];
  /** Capacity that opens when a level crosses a line. */
  triggers?: Trigger[];
  /** The changes by which the plan came to its dated values, for reports: the model reads the dated values only. */
  changes?: PlannedChange[];
  run: RunPlan;
  /** What was seen, to be shown beside the simulated; left out where nothing is given. It changes nothing in the simulation. */
  observed?: Observed[];
  /** What the plan states, to be held beside the simulated; left out where nothing is. It changes nothing in the simulation. */
  stated?: Stated[];
}

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

/** Looked at every midnight: opens once the level has been above the line for some midnights in a row, and its lead time is over. */
export interface Trigger {
  name: string;
  label: string;
  when: {
    measure: TriggerMeasure;
    /** The service or hospital; null: all hospitals together. */
    of: string | null;
    above: number;
    nights: number;
  };
  /** Days from the decision to the opening. */
  leadTime: number;
  /** Beds, or hours a week on top of those commissioned (flex comes on top of them too). */
  opens: { place: 'hospital' | 'service'; name: string; units: number }[];
  /** Closes, as places empty, once the level has been below the line for that long; null: it stays open. It may open again. */
  until: { below: number; nights: number } | null;
}

/** Levels as they are at an instant, in people, but for the occupancy: the share used of what may be used. */
export type TriggerMeasure =
  | 'waiting'
  | 'in-service'
  | 'service-occupancy'
  | 'no-criteria-to-reside'
  | 'acute-occupied'
  | 'acute-waiting';

export interface PlannedChange {
  name: string;
  label: string;
  /** The change that had to be in force first; null: none. */
  after: string | null;
  /** Simulated days on which it holds, the steps of a ramp together; `until` null: to the end. */
  spells: { from: number; until: number | null }[];
  /** Paths of the values it acts on. */
  paths: string[];
}

export interface RunPlan {
  /** How many; with `precision`, at most so many. */
  replications: number;
  /** Left out: the number is fixed. */
  precision?: Precision;
  /** Any text or number; part of the key of every random stream. */
  seed: string;
}

/** Replications go on until these averages are known so well (see experiment/enough.ts). */
export interface Precision {
  /** 95% half-width as a fraction of the mean. */
  halfWidth: number;
  /** Whole-period measures of the catalogue. */
  on: { measure: string; scope: string }[];
  /** Replications before which nothing is decided. */
  atLeast: number;
}

/** A value that changes on stated days: ascending by `from`, the first `from` is 0, each holds until the next. */
export type Dated<T> = { from: number; value: T }[];
export type Limit = number | 'unlimited';

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
  /** When beds close: true moves the people last in back to the head of the line, to finish their stay later; false closes beds as they empty. */
  closingMoves: boolean;
  beds: Dated<Limit>;
}

export interface HoursService extends StayingService {
  kind: 'hours';
  /** Contact hours a week commissioned. */
  commissioned: Dated<Limit>;
  /** When hours are cut: true hands back the people last in, to the head of the line, to finish their stay later; false waits until stays end. */
  closingMoves: boolean;
  /** Delivery above commissioned that is allowed, as a fraction of commissioned, or without limit. */
  flex: Limit;
  /** From one change of it to the next; left out where it never changes. */
  flexFrom?: Dated<Limit>;
  /** `in order`: the head of the line holds back those behind it; `whoever fits`: any package that fits starts, in the order of the line. */
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

/**
 * One distribution by shape, mean and standard deviation, days. Exponential has sd = mean, fixed has sd 0.
 * Empirical: `values` ascending, each equally likely; phases: exponential phases of those means, one after another, `goOn` the
 * share that goes on after each but the last; mean and sd are theirs.
 */
export interface Distribution {
  shape: 'lognormal' | 'gamma' | 'weibull' | 'exponential' | 'fixed' | 'empirical' | 'phases';
  mean: number;
  sd: number;
  values?: number[];
  phases?: { means: number[]; goOn: number[] };
  /** Where the mean changes on a date: the time is multiplied by what is in force when it begins, so its spread keeps step. */
  factor?: Dated<number>;
}

/** What a figure is about: a measure of somebody, over each month named or the whole period. */
export interface FigureOf {
  /** An id of the catalogue in `measures/`. */
  measure: string;
  /** `all`, `pathway:P1`, `national:P1`, `service:home-support`, `group:homefirst`, `hospital:UHCW` or `place:north`. */
  scope: string;
  /** Months `YYYY-MM` it counts; null: the whole period. */
  months: string[] | null;
  /** `together`: one value over all the months; `each`: every month by itself. */
  over: 'together' | 'each';
}

/** A target on a measure. */
export interface Ambition extends FigureOf {
  name: string;
  label: string;
  direction: 'at most' | 'at least';
  /** In the measure's unit. */
  target: number;
  source: string | null;
  /** Stands there as an example: never called met. Left out: it is the plan's own. */
  example?: true;
}

/** A figure that the plan states. */
export interface Stated extends FigureOf {
  name: string;
  label: string;
  /** In the measure's unit. */
  value: number;
  /** The scenario was told it; an assumption was set to meet it; or it came out of the simulation: only then it says something of the model. */
  role: 'input' | 'fitted' | 'derived';
  /** How far from it the simulated mean still agrees, in the measure's unit; null: only the range of single winters counts. */
  within: number | null;
  /** Why it does not agree. */
  note: string | null;
  source: string | null;
}

/** Published or local figures of the days or months of the period. */
export interface Observed {
  name: string;
  label: string;
  /** An id of the catalogue in `measures/`, and `all`, `hospital:UHCW` or `pathway:P1`. */
  measure: string;
  scope: string;
  by: 'day' | 'month';
  /** By day: of each collected day. By month: of each month with a day in the period. In the measure's unit; null where nothing was returned. */
  values: (number | null)[];
  /** Of all the months together, for measures that have no months: the sum of the numerators over that of the denominators. */
  pooled: number | null;
  /** The file it is from, as written. */
  file: string;
  source: string | null;
}
