import { describe, expect, it } from 'vitest';
import { asked, QUESTIONS } from '../../../reports/questions/index.ts';
import { NEEDED } from '../../../reports/questions/money.ts';
import { notAskedOf } from '../../../reports/questions/not-asked.ts';
import type { AmbitionResult, Measured, MeasuredOver, Result, StatedResult } from '../../../sim/result.ts';
import type { Service } from '../../../sim/scenario/service.ts';
import { summarise, winterResult } from '../../fixtures/winter-result.ts';

const WINTER = winterResult({ replications: 10 });
const texts = (result: Result, number: number): string[] =>
  asked(result)
    .find((q) => q.number === number)
    ?.said.map(({ text }) => text) ?? [];
const whole = (measure: string, scope: string, winters: number[]): Measured => ({
  measure,
  scope,
  summary: summarise(winters),
  winters,
});
const with_ = (result: Result, ...more: Measured[]): Result => ({ ...result, measures: [...more, ...result.measures] });

/** Home support of 100 hours a week through four weeks, with the need given by week. */
function course(needed: number[]): Result {
  const r = WINTER;
  const weeks = r.calendar.weeks.slice(0, needed.length);
  const over = (measure: string, values: number[]): MeasuredOver => ({
    measure,
    scope: 'service:home-support',
    values: values.map((v) => summarise([v, v])),
  });
  const service: Service = {
    ...(r.scenario.services[0] as Service & { kind: 'hours' }),
    commissioned: [{ from: 0, value: 100 }],
  };
  return {
    ...r,
    scenario: { ...r.scenario, services: [service] },
    calendar: { ...r.calendar, weeks },
    byMonth: [],
    byWeek: [
      over('hours-needed', needed),
      over(
        'hours-commissioned',
        needed.map(() => 100),
      ),
    ],
  };
}

function withAmbition(measure: string, rows: { over: string; met: number; n: number }[]): Result {
  const r = WINTER;
  const base = r.ambitions[0] as AmbitionResult;
  const a: AmbitionResult = {
    ...base,
    name: 'a',
    label: 'Long stays',
    measure,
    target: 0.12,
    rows: rows.map((row) => ({
      ...row,
      summary: summarise([0.11, 0.13]),
      winters: [],
      metIn: [],
      metInterval: [0, 1] as [number, number],
    })),
  };
  return { ...r, ambitions: [a] };
}

function closing(): Result {
  const r = WINTER;
  const beds = r.scenario.services[1] as Service & { kind: 'beds' };
  const closed: Service = {
    ...beds,
    beds: [
      { from: 0, value: 83 },
      { from: 243, value: 60 },
    ],
  };
  return { ...r, scenario: { ...r.scenario, services: r.scenario.services.map((s) => (s === beds ? closed : s)) } };
}

function triggered(): Result {
  const r = WINTER;
  const trigger = {
    name: 'escalation',
    label: 'Escalation beds',
    when: { measure: 'waiting', of: 'short-term-beds', above: 10, nights: 3 },
    leadTime: 5,
    opens: [{ place: 'service', name: 'short-term-beds', units: 6 }],
    until: { below: 3, nights: 3 },
  } as const;
  return with_(
    { ...r, scenario: { ...r.scenario, triggers: [{ ...trigger, opens: [...trigger.opens] }] } },
    whole('trigger-opened', 'trigger:escalation', [0, 1]),
    whole('trigger-days-open', 'trigger:escalation', [0, 30]),
  );
}

function twoPlaces(): Result {
  const r = WINTER;
  const places = [
    { name: 'north', label: 'North' },
    { name: 'south', label: 'South' },
  ];
  const of = (place: string, delayed: number, people: number, delay: number): Measured[] => [
    whole('bed-days-delayed', `place:${place}`, [delayed, delayed]),
    whole('discharges', `place:${place}`, [people, people]),
    whole('delay-mean', `place:${place}`, [delay, delay]),
  ];
  return with_({ ...r, scenario: { ...r.scenario, places } }, ...of('north', 300, 100, 3), ...of('south', 100, 100, 1));
}

describe('the questions commissioners ask', () => {
  it('rising need: from which week, for how long and by how much it is above the plan', () => {
    const r = course([90, 95, 110, 130]);
    expect(texts(r, 1)).toEqual([
      'Home support: 100 hours a week; need is furthest above it in the week of 22 October, at 130 hours a week on average, those who wait included: 30 more than planned then. Most of that is a queue that has built up: buying less, earlier, would prevent it.',
    ]);
    expect(texts(r, 2)).toEqual([
      'Pathway 1 (home support): average demand is above capacity from the week of 15 October to the end, two weeks, by up to 30 hours a week in the week of 22 October.',
    ]);
  });

  it('flat need within the plan: says so, and names no week', () => {
    const r = course([80, 80, 80, 80]);
    expect(texts(r, 1)[0]).toMatch(/need is highest in the week of 1 October, at 80 hours a week on average, within the plan\.$/);
    expect(texts(r, 2)).toEqual(['With the capacity as planned, average demand stays within it throughout: home support.']);
  });

  it('need above the plan throughout', () => {
    expect(texts(course([150, 150, 150, 151]), 2)).toEqual([
      'Pathway 1 (home support): average demand is above capacity in every week, by up to 51 hours a week in the week of 22 October.',
    ]);
  });

  it('an ambition breached: the chance of exceeding it, each month by itself, with the definition', () => {
    const r = withAmbition('beds-14-plus', [
      { over: '2017-12', met: 0.9, n: 100 },
      { over: '2018-01', met: 0.2, n: 100 },
    ]);
    expect(texts(r, 4)).toEqual([
      '“Long stays”, at most 12.0%: chance that it is exceeded: December 2017 10%, January 2018 80%.',
      'Counted: occupied beds 14+ nights: occupied beds 14+ nights, as the model counts it.',
    ]);
  });

  it('one spell of an ambition: what is reached as well, and the spell once where the label names it', () => {
    const r = withAmbition('beds-14-plus', [{ over: '2017-12', met: 0.9, n: 100 }]);
    expect(texts({ ...r, ambitions: r.ambitions.map((a) => ({ ...a, label: 'Long stays, December', target: 0.1 })) }, 4)[0]).toBe(
      '“Long stays, December”, at most 10.0%: 12.0% on average; chance that it is exceeded: 10%.',
    );
  });

  it('long stays without an ambition: how many, and when most', () => {
    const months = [0.1, 0.3, 0.2].map((v) => summarise([v, v]));
    const r = with_(
      { ...WINTER, ambitions: [], byMonth: [{ measure: 'discharges-14-plus', scope: 'all', values: months }] },
      whole('discharges-14-plus', 'all', [0.2, 0.2]),
    );
    expect(texts(r, 4)[0]).toMatch(
      /^No ambition is stated to hold it against; .* 20\.0% on average .*most in November 2017: 30\.0%/,
    );
  });

  it('an ambition met in every winter leaves no chance of exceeding it', () => {
    expect(texts(withAmbition('beds-21-plus', [{ over: 'period', met: 1, n: 100 }]), 4)[0]).toContain(
      'exceeded: the whole period 0%.',
    );
  });

  it('one replication: met or missed, and no chance', () => {
    const text = texts(withAmbition('beds-21-plus', [{ over: 'period', met: 0, n: 1 }]), 4)[0];
    expect(text).toContain('exceeded in the one winter simulated: the whole period yes.');
    expect(texts(winterResult({ replications: 1 }), 3)[1]).toMatch(
      /^People waiting each day, in the one winter simulated: [\d.]+ for short-term beds, /,
    );
  });

  it('nothing delayed: nobody waits and everybody leaves on the ready date', () => {
    expect(texts(winterResult({ pressure: 0 }), 3).slice(1)).toEqual([
      'Nobody waits for a service on any day.',
      'Everybody discharged leaves on the ready date.',
    ]);
    expect(texts(winterResult({ pressure: 0 }), 11)[0]).toBe('No bed-day is lost to delay.');
  });

  it('beds that close: how many, from when', () => {
    expect(texts(closing(), 7)).toEqual(['Short-term beds: 83 beds; 60 from 1 December 2017.']);
  });

  it('no bed closes: those free even in the fullest week of nearly every winter', () => {
    const inUse = (most: number): Result => ({
      ...WINTER,
      byWeek: [
        {
          measure: 'in-service',
          scope: 'service:short-term-beds',
          values: WINTER.calendar.weeks.map((_, i) => ({ ...summarise([70, 70]), range: [60, 65, 68, 70, i === 3 ? most : 71] })),
        },
      ],
    });
    expect(texts(inUse(80.4), 7)[0]).toMatch(
      /^No bed closes in this plan\. Free even in the fullest week of 19 winters in 20: 2 of 83 Short-term beds\. /,
    );
    expect(texts(inUse(82.5), 7)[0]).toMatch(
      /^No bed closes in this plan, and none can without other care in its place: in the fullest week of one winter in 20 all are in use \(Short-term beds 83\)\. /,
    );
  });

  it('need above the block or the contract, and what covers it', () => {
    const r = course([90, 110, 130, 95]);
    const spot = (atMost: number): Result => ({
      ...r,
      scenario: {
        ...r.scenario,
        services: r.scenario.services.map(
          (s) => ({ ...s, spot: { atMost: [{ from: 0, value: atMost }], leadTime: 0 } }) as Service,
        ),
      },
    });
    expect(texts(spot(40), 2)).toEqual([
      'Pathway 1 (home support): average demand is above the block from the week of 8 October, for two weeks running, by up to 30 hours a week in the week of 15 October; what spot buys covers it.',
    ]);
    expect(texts(spot(20), 2)).toEqual([
      'Pathway 1 (home support): average demand is above capacity, what spot buys included, in the week of 15 October only, by up to 10 hours a week in the week of 15 October.',
    ]);
    const flex = (value: number | 'unlimited'): Result => ({
      ...r,
      scenario: { ...r.scenario, services: r.scenario.services.map((s) => ({ ...s, flex: value }) as Service) },
    });
    expect(texts(flex('unlimited'), 2)[0]).toMatch(/above the contract .*; delivery above the contract covers it\.$/);
    expect(texts(flex(0.1), 2)[0]).toMatch(
      /^Pathway 1 \(home support\): average demand is above capacity, delivery above the contract included, in the week of 15 October only, by up to 20 hours/,
    );
  });

  it('beside another scenario only a need that nothing covers is told', () => {
    const r = course([90, 110, 130, 95]);
    const flex = (value: number | 'unlimited'): Result => ({
      ...r,
      scenario: { ...r.scenario, services: r.scenario.services.map((s) => ({ ...s, flex: value }) as Service) },
    });
    const beside = (other: Result, question: number) => QUESTIONS[question - 1]?.beside?.(r, other);
    expect(beside(flex('unlimited'), 2)).toEqual([
      'Average demand stays within capacity throughout, with what may be had above it.',
    ]);
    expect(beside(flex(0.1), 2)).toEqual([expect.stringContaining('by up to 20 hours a week')]);
    expect(beside(r, 1)).toEqual([expect.stringContaining('30 more than planned then')]);
  });

  it('need above the plan by less than half a unit is within it', () => {
    expect(texts(course([100.4, 90, 90, 90]), 2)).toEqual([
      'With the capacity as planned, average demand stays within it throughout: home support.',
    ]);
  });

  it('beds without a number: how many are in use, and that no share can be told', () => {
    const hospitals = WINTER.scenario.hospitals.map((h) => ({ ...h, beds: [{ from: 0, value: 'unlimited' as const }] }));
    const over = (v: number) => ({
      ...summarise([v, v]),
      range: [v - 9, v - 4, v, v + 4, v + 9] as [number, number, number, number, number],
    });
    const r = {
      ...WINTER,
      scenario: { ...WINTER.scenario, hospitals },
      byWeek: hospitals.map(({ name }) => ({
        measure: 'acute-occupied',
        scope: `hospital:${name}`,
        values: WINTER.calendar.weeks.map((_, i) => over(i === 2 ? 500 : 450)),
      })),
    };
    expect(texts(r, 9)[0]).toMatch(
      /^Occupancy cannot be given because the number of acute beds is not stated; in use by the people of this plan in the fullest week: .* 500 beds in the week of 15 October \(9 in 10 winters: 491 to 509\)/,
    );
  });

  it('the split without an ambition', () => {
    const r = with_(
      { ...WINTER, ambitions: [] },
      ...[0.6, 0.3, 0.1].map((v, i) => whole('pathway-mix', `national:P${i}`, [v, v])),
    );
    expect(texts(r, 8)[0]).toBe(
      'No ambition on the split is stated; of everyone discharged, on average: P0 60.0%, P1 30.0%, P2 10.0%.',
    );
  });

  it('what the plan states, those that disagree first, each with its note', () => {
    const row = (name: string, value: number, mean: number, agrees: boolean, note: string | null): StatedResult => ({
      name: name.toLowerCase(),
      label: name,
      measure: 'beds-14-plus',
      scope: 'all',
      value,
      within: null,
      role: 'derived',
      note,
      source: null,
      rows: [{ over: 'period', summary: summarise([mean, mean]), agrees }],
    });
    const unobserved = { ...WINTER, scenario: { ...WINTER.scenario, observed: [] } };
    const text = texts(
      { ...unobserved, stated: [row('Good', 0.2, 0.21, true, null), row('Bad', 0.1, 0.3, false, 'they count others')] },
      13,
    )[0];
    expect(text).toBe(
      'Beside the plan, 1 of 2 stated figures that come out of the simulation agrees with it: Bad, the whole period: 10.0% stated, 30.0% simulated: does not agree (they count others); Good, the whole period: 20.0% stated, 21.0% simulated: agrees.',
    );
    expect(texts(unobserved, 13)).toEqual([]);
  });

  it('a trigger: its measure, threshold, action, lead time, and how often it opens', () => {
    expect(texts(triggered(), 15)).toEqual([
      'Escalation beds: when more than 10 people wait for short-term beds at three midnights running, open 6 beds at short-term beds five days later, until they are fewer than 3 at three midnights running.',
      'Escalation beds: opens in 50.0% of winters, and is open for 30 days on average when it opens, 15.0 over all.',
    ]);
  });

  it('two places: who waits longest, and the share of the delay beside the share of the people', () => {
    expect(texts(twoPlaces(), 14)).toEqual([
      'People from North are delayed longest, 3.0 days on average; those from South one day.',
      'Share of delayed bed-days by place: North 75.0% (of people discharged 50.0%), South 25.0% (of people discharged 50.0%).',
    ]);
  });

  it('hours over-delivered, at the price of an hour', () => {
    const over = with_(WINTER, whole('hours-over-delivered', 'service:home-support', [100, 100]));
    expect(texts(over, 6)[0]).toMatch(/100 over-delivered \(£1,900\)\.$/);
  });

  it('several services bought in hours: each, and all together', () => {
    const [home] = WINTER.scenario.services as [Service & { kind: 'hours' }];
    const other = { ...home, name: 'other', label: 'Other' };
    const parts = { needed: 500, commissioned: 400, delivered: 450, 'over-delivered': 50 };
    const both = with_(
      { ...WINTER, scenario: { ...WINTER.scenario, services: [home, other] } },
      ...['home-support', 'other'].flatMap((name) =>
        Object.entries(parts).map(([part, v]) => whole(`hours-${part}`, `service:${name}`, [v, v])),
      ),
    );
    expect(texts(both, 6)).toEqual([
      'Home support, whole period, on average: 400 hours contracted, 500 needed, 450 delivered; 50 over-delivered (£950).',
      'Other, whole period, on average: 400 hours contracted, 500 needed, 450 delivered; 50 over-delivered (£950).',
      'Together: 800 hours contracted, 1,000 needed, 900 delivered; 100 over-delivered (£1,900).',
      NEEDED,
    ]);
  });

  it('the widest stated range first, against its own value; a range without numbers has no width', () => {
    const r = WINTER;
    const value = (path: string, v: string, low: string, high: string) => ({
      path,
      written: v,
      value: v,
      origin: 'assumption' as const,
      note: null,
      confidence: null,
      at: null,
      range: { low, high },
    });
    const text = texts(
      {
        ...r,
        values: [
          value('a.one', '1,000 h', '900 h', '1,100 h'),
          value('a.two', '4 days', '2 days', '6 days'),
          value('a.three', 'high', 'low', 'high'),
        ],
      },
      12,
    );
    expect(text[0]).toBe(
      'The widest stated ranges: a, two (4 days, could be 2 days to 6 days, ±50%; assumed); a, one (1,000 h, could be 900 h to 1,100 h, ±10%; assumed). How far each moves the answer: run d2a sensitivity on the scenario, then d2a report with this result.json and its decision.json.',
    );
    expect(text[1]).toBe('Three values of 3 are assumptions, not local figures.');
  });

  it('every question is either answered or listed as not asked, with what it takes', () => {
    for (const r of [WINTER, triggered(), twoPlaces(), closing(), course([1, 2])]) {
      const open = asked(r).filter(({ said }) => said.length === 0);
      expect(asked(r).length).toBe(15);
      for (const { number, asks, needs } of open) expect(notAskedOf(r)).toContain(`${number}. ${asks} It takes ${needs}.`);
      expect(notAskedOf(r).filter((t) => /^\d+\. /.test(t)).length).toBe(open.length);
    }
  });
});
