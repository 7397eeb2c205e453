import {
  aDay,
  atLeast,
  autocorrelation,
  beside,
  dailyVariance,
  ratioOf,
  censusBefore,
  censusFromEmpty,
  censusQuantile,
  complement,
  countOver,
  type Derivation,
  largest,
  meanTime,
  onDay,
  perReplication,
  spreadOnDay,
  waveOf,
  measure,
  standardDeviation,
  sumOf,
  variance,
} from './derive.ts';

/** Where each expected value of a case is found in its result. */
type Answers = Record<string, Derivation>;

const BED = 'service:step-down';
const HOME = 'service:homefirst';
const ACUTE = 'hospital:acute';

const queue: Answers = {
  p_wait: measure('waited-share', BED),
  mean_wait_days: measure('wait-mean', BED),
  mean_wait_of_those_who_wait_days: measure('wait-of-those-who-wait', BED),
  mean_waiting_for_bed: measure('waiting', BED),
  mean_beds_occupied: measure('in-service', BED),
  mean_in_system: sumOf(['waiting', BED], ['in-service', BED]),
  p_wait_gt_14d: complement('wait-on-time', BED),
  p_queue_ge_1: atLeast('waiting', BED, 1),
  p_queue_ge_5: atLeast('waiting', BED, 5),
  p_queue_ge_10: atLeast('waiting', BED, 10),
  sd_queue_length: standardDeviation('waiting', BED),
};

const limitedList: Answers = {
  p_turned_away: measure('service-turned-away-share', BED),
  accepted_per_day: aDay('starts', BED),
  turned_away_per_day: aDay('service-turned-away', BED),
  mean_beds_occupied: measure('in-service', BED),
  p_all_beds_full: measure('service-full', BED),
  mean_waiting: measure('waiting', BED),
  mean_wait_of_accepted_days: measure('wait-mean', BED),
  p_accepted_waits: measure('waited-share', BED),
};

const inService = measure('in-service', HOME);
const unlimited: Answers = {
  mean_census: inService,
  variance_census: variance('in-service', HOME),
  p_census_gt_80: atLeast('in-service', HOME, 81),
  p_census_gt_95: atLeast('in-service', HOME, 96),
  p_census_gt_110: atLeast('in-service', HOME, 111),
  p_census_gt_130: atLeast('in-service', HOME, 131),
  census_q95: censusQuantile('in-service', HOME, 0.95),
  mean_census_day_7_from_empty: censusFromEmpty('in-service', HOME, 7),
  mean_census_day_28_from_empty: censusFromEmpty('in-service', HOME, 28),
  mean_census_day_90_from_empty: censusFromEmpty('in-service', HOME, 90),
  autocorrelation_census_lag7d: autocorrelation('in-service', HOME, 7, inService),
};

const blocking: Answers = {
  discharges_per_day_from_acute: aDay('discharges', 'all'),
  mean_beds_blocked: aDay('bed-days-delayed', 'all'),
  p_blocked_when_ready: measure('waited-share', BED),
  mean_delay_days_per_stepdown_patient: measure('delay-exact', 'pathway:P2'),
  mean_delay_days_of_those_blocked: measure('wait-of-those-who-wait', BED),
  mean_acute_beds_occupied: measure('acute-occupied', 'all'),
  mean_stepdown_beds_occupied: measure('in-service', BED),
  p_no_acute_bed_free: measure('acute-full', ACUTE),
  mean_acute_stay_days_including_delay: measure('acute-stay-mean', 'all'),
  p_blocked_ge_1: atLeast('no-criteria-to-reside', 'all', 1),
  p_blocked_ge_3: atLeast('no-criteria-to-reside', 'all', 3),
  blocked_bed_days_per_year: aDay('bed-days-delayed', 'all', 365),
  p_turned_away: measure('acute-turned-away-share', ACUTE),
  mean_waiting_for_acute_bed: measure('acute-waiting', ACUTE),
  mean_wait_for_acute_bed_days: measure('acute-wait-mean', ACUTE),
};

const twoPathways: Answers = {
  ...blocking,
  mean_blocked_for_homefirst: aDay('bed-days-delayed', 'pathway:P1'),
  mean_blocked_for_stepdown: aDay('bed-days-delayed', 'pathway:P2'),
  mean_delay_days_homefirst: measure('delay-exact', 'pathway:P1'),
  mean_delay_days_stepdown: measure('delay-exact', 'pathway:P2'),
  mean_homefirst_slots_used: inService,
  mean_stepdown_beds_used: measure('in-service', BED),
};

const waits: Answers = {
  mean_wait_days: measure('wait-mean', BED),
  sd_wait_days: measure('wait-sd', BED),
  mean_waiting: measure('waiting', BED),
  p_wait: measure('waited-share', BED),
  mean_in_system: sumOf(['waiting', BED], ['in-service', BED]),
  mean_wait_of_those_who_wait_days: measure('wait-of-those-who-wait', BED),
  // The queue that arrivals see is geometric with this ratio: those who wait do so for stay / (beds x (1 - ratio)) on average.
  sigma_root: (result) => {
    const { mean, se } = measure('wait-of-those-who-wait', BED)(result, null);
    return { mean: 1 - 14 / 6 / mean, se: (14 / 6 / mean ** 2) * se };
  },
};

const priorities: Answers = {
  mean_wait_days_class_1: measure('wait-mean', `${BED}/from:urgent`),
  mean_waiting_class_1: measure('waiting', `${BED}/from:urgent`),
  mean_wait_days_class_2: measure('wait-mean', `${BED}/from:others`),
  mean_waiting_class_2: measure('waiting', `${BED}/from:others`),
  mean_wait_days_all: measure('wait-mean', BED),
  p_wait: measure('waited-share', BED),
};

const clumped: Answers = {
  mean_census: inService,
  variance_census: dailyVariance('in-service', HOME, 28), // at midnight, where the case counts it
  index_of_dispersion_census: ratioOf(dailyVariance('in-service', HOME, 28), inService),
  daily_arrival_variance: dailyVariance('referrals', HOME),
  daily_arrival_index_of_dispersion: ratioOf(dailyVariance('referrals', HOME), aDay('referrals', HOME)),
};

const weekly: Answers = {
  ...Object.fromEntries(
    [0, 1, 2, 3, 4, 5, 6].map((day) => [`mean_census_start_of_day_${day}`, censusBefore('in-service', HOME, day)]),
  ),
  mean_census_over_week: inService,
};

const leavers: Answers = {
  p_leaves_list_before_start: measure('left-list-share', BED),
  // Of everybody who comes; those who leave the list have waited.
  p_wait: perReplication((of) => 1 - (of('starts', BED) * (1 - of('waited-share', BED))) / of('referrals', BED)),
  mean_waiting: measure('waiting', BED),
  mean_wait_all_days: perReplication((of, days) => (of('waiting', BED) * days) / of('referrals', BED)),
  mean_occupied: measure('in-service', BED),
  started_per_day: aDay('starts', BED),
  p_queue_ge_10: atLeast('waiting', BED, 10),
};

/** Hours a week in use: hours delivered over the weeks of the period. */
const hoursInUse = (perUnit: number): Derivation =>
  measure('hours-delivered', HOME, (result) => 7 / result.scenario.days / perUnit);
const packages: Answers = {
  p_refused_class_1: measure('service-turned-away-share', `${HOME}/package:small`),
  p_refused_class_2: measure('service-turned-away-share', `${HOME}/package:middle`),
  p_refused_class_3: measure('service-turned-away-share', `${HOME}/package:large`),
  p_refused_overall: measure('service-turned-away-share', HOME),
  mean_units_in_use: hoursInUse(3.5),
  mean_hours_in_use: hoursInUse(1),
  p_all_units_in_use: measure('service-full', HOME),
};

const packageQueue: Answers = {
  mean_units_in_use: hoursInUse(7),
  mean_hours_in_use: hoursInUse(1),
  mean_waiting: measure('waiting', HOME),
  mean_wait_days_all: measure('wait-mean', HOME),
  mean_wait_days_class_1: measure('wait-mean', `${HOME}/package:small`),
  p_wait_class_1: measure('waited-share', `${HOME}/package:small`),
  mean_wait_days_class_2: measure('wait-mean', `${HOME}/package:large`),
  p_wait_class_2: measure('waited-share', `${HOME}/package:large`),
  mean_units_idle_while_someone_waits: measure('idle-while-waiting', HOME, () => 1 / 7),
};

/** At 24:00 of some days. */
const transient: Answers = Object.fromEntries(
  [7, 28, 56, 84, 112].flatMap((day) => [
    [`mean_queue_day_${day}`, onDay('waiting', BED, day)],
    [`p_queue_gt_0_day_${day}`, onDay('somebody-waiting', BED, day)],
    [`mean_beds_occupied_day_${day}`, onDay('in-service', BED, day)],
    [`sd_queue_day_${day}`, spreadOnDay('waiting', BED, day)],
  ]),
);

/** A yearly wave of arrivals: t = 0 is also t = 365; a quarter of a day is within 0.05% of the census beside it. */
const wave: Answers = {
  mean_census_t0: onDay('in-service', HOME, 365),
  'mean_census_t91.25': onDay('in-service', HOME, 91),
  'mean_census_t182.5': onDay('in-service', HOME, 182),
  'mean_census_t273.75': onDay('in-service', HOME, 274),
  mean_census_over_cycle: inService,
  amplitude_of_census: waveOf('in-service', HOME, ({ amplitude }) => amplitude),
  peak_lag_days: waveOf('in-service', HOME, ({ peak }) => peak - 91.25),
  peak_mean_census: waveOf('in-service', HOME, ({ mean, amplitude }) => mean + amplitude),
};

const neverEmpty: Answers = {
  max_admissions_per_day: aDay('admissions', 'all'),
  mean_beds_blocked: aDay('bed-days-delayed', 'all'),
  mean_stepdown_beds_occupied: measure('in-service', BED),
};

const everywhere: [string, string][] = [
  ['acute-occupied', 'all'],
  ['acute-waiting', ACUTE],
  ['in-service', HOME],
  ['waiting', HOME],
  ['in-service', BED],
  ['waiting', BED],
];
const NEW_A_DAY = 8;
const network: Answers = {
  visits_per_day_acute: aDay('admissions', 'all'),
  mean_in_acute: sumOf(['acute-occupied', 'all'], ['acute-waiting', ACUTE]),
  mean_wait_days_acute: measure('acute-wait-mean', ACUTE),
  visits_per_day_homefirst: aDay('starts', HOME),
  mean_in_homefirst: sumOf(['in-service', HOME], ['waiting', HOME]),
  mean_wait_days_homefirst: measure('wait-mean', HOME),
  visits_per_day_stepdown: aDay('starts', BED),
  mean_in_stepdown: sumOf(['in-service', BED], ['waiting', BED]),
  mean_wait_days_stepdown: measure('wait-mean', BED),
  mean_total_in_system: sumOf(...everywhere),
  mean_days_in_system_per_new_patient: perReplication(
    (of) => everywhere.reduce((sum, [id, scope]) => sum + of(id, scope), 0) / NEW_A_DAY,
  ),
  mean_visits_to_acute_per_new_patient: aDay('admissions', 'all', 1 / NEW_A_DAY),
  mean_visits_to_homefirst_per_new_patient: aDay('starts', HOME, 1 / NEW_A_DAY),
  mean_visits_to_stepdown_per_new_patient: aDay('starts', BED, 1 / NEW_A_DAY),
};

const GATE = 'service:transfers';
const gate: Answers = {
  mean_wait_days: measure('wait-mean', GATE),
  p_wait: measure('waited-share', GATE),
  mean_wait_of_those_who_wait_days: measure('wait-of-those-who-wait', GATE),
  mean_waiting_over_week: measure('waiting', GATE),
  mean_waiting_just_before_opening: censusBefore('waiting', GATE, 0),
  max_wait_days: largest('wait-longest', GATE),
};

const profile: Answers = {
  expected_arrivals_days_0_7: countOver('referrals', HOME, 0, 7),
  expected_arrivals_days_0_28: countOver('referrals', HOME, 0, 28),
  expected_arrivals_days_28_56: countOver('referrals', HOME, 28, 56),
  expected_arrivals_days_0_365: countOver('referrals', HOME, 0, 365),
  expected_arrivals_days_182_196: countOver('referrals', HOME, 182, 196),
  expected_arrivals_day_3: countOver('referrals', HOME, 3, 4),
  mean_time_weighted_first_year: meanTime('referrals', HOME),
};

/** Stays over 7, 14 and 21 days; where each pathway has its own, by its scope. */
const overDays = (name: (days: number) => string, scope: string): Answers =>
  Object.fromEntries([7, 14, 21].map((days) => [name(days), measure(`acute-stays-over-${days}-days`, scope)]));

const stayTail: Answers = {
  mean_days: measure('acute-stay-mean', 'all'),
  sd_days: measure('acute-stay-sd', 'all'),
  median_days: measure('acute-stay-median', 'all'),
  ...overDays((days) => `p_los_gt_${days}d`, 'all'),
  // ln(stay) is normal with these: sigma^2 = ln(1 + (sd / mean)^2), mu = ln(mean) - sigma^2 / 2.
  log_sigma: perReplication((of) => Math.sqrt(Math.log1p((of('acute-stay-sd', 'all') / of('acute-stay-mean', 'all')) ** 2))),
  log_mu: perReplication(
    (of) =>
      Math.log(of('acute-stay-mean', 'all')) - Math.log1p((of('acute-stay-sd', 'all') / of('acute-stay-mean', 'all')) ** 2) / 2,
  ),
};

/** The step-down route has its own, longer file: Poisson arrivals thinned at random are Poisson, and nobody else waits. */
const alone = (of: Answers): Answers => Object.fromEntries(Object.entries(of).map(([name, derive]) => [name, beside(derive)]));
const staysAndDelay: Answers = {
  ...alone({
    p_wait: measure('waited-share', BED),
    mean_delay_days_stepdown_patient: measure('delay-exact', 'pathway:P2'),
    mean_delayed_census: aDay('bed-days-delayed', 'all'),
    ...overDays((days) => `p_los_gt_${days}d_stepdown_patient`, 'pathway:P2'),
    mean_acute_los_stepdown_patient: measure('acute-stay-mean', 'pathway:P2'),
    census_gt_14d_stepdown_route: measure('in-acute-over-14-days', 'pathway:P2'),
    census_gt_21d_stepdown_route: measure('in-acute-over-21-days', 'pathway:P2'),
    p_delayed_ge_5: atLeast('no-criteria-to-reside', 'all', 5),
    p_delayed_ge_10: atLeast('no-criteria-to-reside', 'all', 10),
  }),
  ...overDays((days) => `p_los_gt_${days}d_all_patients`, 'all'),
  mean_acute_census: measure('acute-occupied', 'all'),
};

const waitOf = measure('wait-mean', BED);
const approximations: Answers = {
  mean_wait_days_allen_cunneen: waitOf,
  mean_wait_days_cosmetatos: waitOf,
  mean_wait_days_same_load_exponential: beside(waitOf),
  mean_beds_occupied_exact: measure('in-service', BED),
};

export const ANSWERS: Record<string, Answers> = {
  A1: queue,
  A2: queue,
  A3: queue,
  B1: limitedList,
  B2: limitedList,
  B3: limitedList,
  C1: unlimited,
  C2: unlimited,
  E1: blocking,
  E2: blocking,
  E3: blocking,
  E11: twoPathways,
  L1: gate,
  N1: profile,
  D1: waits,
  D3: waits,
  D7: waits,
  D9: waits,
  D13: waits,
  I1: transient,
  I2: transient,
  I3: transient,
  I4: transient,
  H1: network,
  A4: queue,
  D2: waits,
  C5: wave,
  C6: wave,
  E9: neverEmpty,
  D11: waits,
  J1: packages,
  J3: packageQueue,
  F1: leavers,
  F2: leavers,
  K1: stayTail,
  K2: stayTail,
  K3: stayTail,
  K7: staysAndDelay,
  X1: approximations,
  C9: weekly,
  C11: clumped,
  E4: blocking,
  G1: priorities,
};
