import fc from 'fast-check';

/** A scenario as an author would write it: maps, lists and texts. */
export type Plan = { [key: string]: PlanValue };
export type PlanValue = string | number | PlanValue[] | Plan;

const whole = (min: number, max: number) => fc.integer({ min, max });
const withUnit = (amount: fc.Arbitrary<number>, unit: string) => amount.map((n) => `${n} ${unit}`);
const maybe = (key: string, value: fc.Arbitrary<PlanValue>): fc.Arbitrary<Plan> =>
  fc.option(value, { nil: undefined }).map((it): Plan => (it === undefined ? {} : { [key]: it }));
const together = (...parts: fc.Arbitrary<Plan>[]): fc.Arbitrary<Plan> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all) as Plan);

const mean = withUnit(fc.constantFrom(0.5, 2, 6.25, 14), 'days');
/** Every way of saying a length of time. */
const stay: fc.Arbitrary<Plan> = fc.oneof(
  mean.map((it) => ({ mean: it, shape: 'exponential' })),
  fc.record({ mean, shape: fc.constantFrom('gamma', 'lognormal', 'weibull'), cv: fc.constantFrom(0.3, 1, '2.5') }),
  fc.record({ mean, shape: fc.constant('erlang'), phases: whole(1, 9) }),
  mean.map((fixed) => ({ fixed })),
  fc.constant({ mean: '3 days', shape: 'lognormal', median: '30 hours' }),
  fc.constant({ mean: '1 week', shape: 'gamma', sd: '1 day + 1 day' }),
);
const limit = (amount: fc.Arbitrary<number>, unit: string) => fc.oneof(fc.constant('unlimited'), withUnit(amount, unit));
const accepts = together(
  maybe('days', fc.constantFrom('every day', ['mon', 'wed', 'fri'], 'sun')),
  maybe('bank-holidays', fc.constantFrom('yes', 'no')),
);

const common = together(
  maybe('accepts', accepts),
  maybe('waiting-list', limit(whole(0, 5), 'people')),
  maybe('lead-time', stay),
  maybe('patience', stay),
  maybe('waits-at', fc.constantFrom('in place', 'home')),
  maybe('target-wait', mean),
  maybe('target-waiting', withUnit(whole(0, 5), 'people')),
  maybe('label', fc.constantFrom('Homefirst', 'Ünïcode & “quotes”', '<b>bold</b>', '=1+1')),
);
const outcomes = fc.constantFrom<Plan>(
  { independent: '100%' },
  { independent: '60%', 'care home': '40%' },
  { died: '10%', readmitted: '20%', independent: '70%' },
);

const services = fc.record({
  support: together(
    fc.constant({ kind: 'hours' }),
    limit(whole(0, 200), 'h/week').map((commissioned) => ({ commissioned })),
    fc.oneof(
      fc.record({
        package: fc.record({
          hours: fc.constantFrom<PlanValue>('10 h/week', '2 * 5 h/week', ['14 h/week', '7 h/week', '3.5 h/week']),
          stay,
        }),
      }),
      stay.map((it) => ({
        packages: {
          small: { share: '70%', hours: '5 h/week', stay: it },
          large: { share: '30%', hours: '21 h/week', stay: it, longest: '2 weeks' },
        },
      })),
    ),
    maybe('flex', fc.constantFrom('0%', '12.5%', 'unlimited')),
    maybe('outcomes', outcomes),
    common,
  ),
  'step down': together(
    fc.constant({ kind: 'beds' }),
    limit(whole(0, 12), 'beds').map((beds) => ({ beds })),
    stay.map((it) => ({ stay: it })),
    maybe('longest', fc.constant('3 weeks')),
    maybe('turnover', fc.constant('4 hours')),
    maybe('closing', fc.constantFrom('as they empty', 'people moved')),
    maybe('outcomes', outcomes),
    common,
  ),
  'care home': together(
    fc.constant({ kind: 'placements' }),
    limit(whole(0, 14), 'per week').map((starts) => ({ starts })),
    maybe('carry-over', fc.constantFrom('yes', 'no')),
    common,
  ),
});

const change = fc.constantFrom<Plan>(
  { from: '2024-01-09', 'services.support.commissioned': '+20 h/week' },
  { from: '2024-01-08', to: '2024-01-12', 'services.step down.beds': '0 beds' },
  { from: '2024-01-03', 'hospitals.General.admissions': '+40%', label: 'Surge' },
  { from: '2024-01-05', 'services.care home.starts': 'unlimited' },
);

/** Whole scenarios that follow the field guide: each of them must run, and pass its own self-checks. */
export const validPlan: fc.Arbitrary<Plan> = together(
  fc.record({ d2a: fc.constant(1), name: fc.constantFrom('A plan', '計画 📋', "O'Brien & Sons: <i>“plan”</i>") }),
  fc.record({
    period: fc.constantFrom({ start: '2024-01-01', length: '3 weeks' }, { start: '01/01/2024', end: '2024-01-15' }),
    run: fc.record({
      'warm-up': fc.constantFrom('0 days', '9 days'),
      replications: fc.constant(2),
      seed: fc.oneof(whole(0, 9999), fc.constant('a word')),
    }),
  }),
  fc.record({
    hospitals: together(
      fc.record({ admissions: fc.constantFrom('2/day', '0.4/day', '20 per week'), beds: limit(whole(0, 30), 'beds') }),
      maybe('waiting-list', limit(whole(0, 3), 'people')),
      maybe('trend', fc.constantFrom('3% a year', '-50% a year')),
      maybe('spacing', fc.constantFrom('random', 'even')),
      maybe('day-to-day', fc.constantFrom(0.5, 2)),
      maybe('weekday-profile', fc.constant({ mon: 2, tue: 1, wed: 1, thu: 1, fri: 1, sat: 0, sun: 0 })),
      maybe('season', fc.constant({ amplitude: '30%', 'peak-day': '15 January' })),
    ).map((General): Plan => ({ General })),
    pathways: fc
      .tuple(
        stay,
        stay,
        fc.constantFrom<[string, string, string, string]>(
          ['50%', '45%', '4%', '1%'],
          ['0%', '0%', '100%', '0%'],
          ['25%', '25%', '25%', '25%'],
        ),
      )
      .map(
        ([first, second, [a, b, c, d]]): Plan => ({
          P0: { share: a, 'acute-stay': first },
          P1: { share: b, 'acute-stay': second, route: ['support'] },
          P2: { share: c, 'acute-stay': second, route: ['step down', 'support'] },
          P3: { share: d, 'acute-stay': first, route: 'care home' },
        }),
      ),
    services,
  }),
  maybe(
    'process-delay',
    fc.constantFrom<Plan>(
      { hub: { mean: '1.3 days', shape: 'exponential' } },
      { weekend: { 'leave-at': '60%', source: 'audit' } },
    ),
  ),
  maybe(
    'referrals',
    fc.record({ community: fc.record({ to: fc.constantFrom('support', 'care home'), arrivals: fc.constant('0.5/day') }) }),
  ),
  maybe(
    'changes',
    change.map((it): Plan => ({ winter: it })),
  ),
  maybe('costs', fc.constant({ 'delayed-bed-day': { value: '£395', source: 'NHS England', low: '£346', high: '£420' } })),
);
