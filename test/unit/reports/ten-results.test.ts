import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../reports/figures/index.ts';
import { answerOf } from '../../../reports/words/answer.ts';
import type { AmbitionResult, Measured, MeasuredOver, Result } from '../../../sim/result.ts';
import type { Service } from '../../../sim/scenario/service.ts';
import { summarise, winterResult } from '../../fixtures/winter-result.ts';

/** Twelve weeks of one service of hours, each number written down here. */
interface ByHand {
  /** People with no criteria to reside, and waiting for home support, by week. */
  people: number[];
  waiting: number[];
  needed?: number[];
  delivered?: number[];
  commissioned?: number | 'unlimited';
  /** At most so many people with no criteria to reside, met in so many of the replications. */
  ambition?: { most: number; met: number; low: number; high: number };
  replications?: number;
}

function built({
  people,
  waiting,
  needed = [],
  delivered = [],
  commissioned = 100,
  ambition,
  replications = 100,
}: ByHand): Result {
  const r = winterResult({ ambitions: false, replications });
  const weeks = r.calendar.weeks.slice(0, people.length);
  const runs = (v: number): number[] => Array.from({ length: replications }, () => v);
  const mean = (list: number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
  const whole = (measure: string, scope: string, v: number): Measured => ({
    measure,
    scope,
    summary: summarise(runs(v)),
    winters: runs(v),
  });
  const over = (measure: string, scope: string, list: number[]): MeasuredOver[] =>
    list.length > 0 ? [{ measure, scope, values: list.map((v) => summarise(runs(v))) }] : [];
  const home = 'service:home-support';
  const service: Service = {
    ...(r.scenario.services[0] as Service & { kind: 'hours' }),
    commissioned: [{ from: 0, value: commissioned }],
  };
  const ambitions: AmbitionResult[] = ambition
    ? [
        {
          name: 'people',
          label: 'people',
          measure: 'no-criteria-to-reside',
          scope: 'all',
          direction: 'at most',
          target: ambition.most,
          source: null,
          rows: [
            {
              over: 'period',
              summary: summarise(runs(mean(people))),
              winters: runs(mean(people)),
              metIn: runs(mean(people)).map((v) => v <= ambition.most),
              met: ambition.met,
              metInterval: [ambition.low, ambition.high],
              n: replications,
            },
          ],
        },
      ]
    : [];
  return {
    ...r,
    scenario: { ...r.scenario, services: [service], observed: [] },
    calendar: { ...r.calendar, weeks },
    byDay: [],
    byMonth: [],
    ambitions,
    stays: [],
    delays: [],
    capacity: [{ scope: home, unit: 'hours', byWeek: weeks.map(() => commissioned), byDay: [] }],
    measures: [
      whole('no-criteria-to-reside', 'all', mean(people)),
      whole('waiting', home, mean(waiting)),
      whole('delay-mean', 'all', mean(people) / 100),
      whole('on-ready-date', 'all', mean(people) === 0 ? 1 : 0.9),
    ],
    byWeek: [
      ...over('no-criteria-to-reside', 'all', people),
      ...over('waiting', home, waiting),
      ...over('hours-needed', home, needed),
      ...over('hours-delivered', home, delivered),
      ...over(
        'hours-commissioned',
        home,
        commissioned === 'unlimited' || delivered.length === 0 ? [] : delivered.map(() => commissioned),
      ),
    ],
  };
}

const twelve = (v: number): number[] => Array.from({ length: 12 }, () => v);
const title = (result: Result, id: string): string | undefined => figuresOf(result).find((figure) => figure.id === id)?.title;
const NCR = 'no-criteria-to-reside';

describe('the findings of ten results built by hand', () => {
  it('1, rising slowly: first weeks against last', () => {
    expect(title(built({ people: [38, 38, 38, 39, 39, 40, 40, 41, 42, 43, 43, 43], waiting: twelve(2) }), NCR)).toBe(
      'People with no criteria to reside still in an acute bed: 40 a night on average, rising from 38 in the first four weeks to 43 in the last four',
    );
  });

  it('2, falling slowly: the same the other way', () => {
    expect(title(built({ people: [43, 43, 43, 42, 41, 40, 40, 39, 39, 38, 38, 38], waiting: twelve(2) }), NCR)).toContain(
      '40 a night on average, falling from 43 in the first four weeks to 38 in the last four',
    );
  });

  it('3, flat: no week is singled out', () => {
    expect(title(built({ people: twelve(40), waiting: twelve(2) }), NCR)).toBe(
      'People with no criteria to reside still in an acute bed: 40 a night on average, about level throughout',
    );
  });

  it('4, peaked: the week and how many', () => {
    expect(title(built({ people: [30, 30, 30, 30, 30, 60, 60, 30, 30, 30, 30, 30], waiting: twelve(2) }), NCR)).toContain(
      '35 a night on average, most in the week of 5 November (60)',
    );
  });

  it('5, an ambition breached: how often the average is above its line, and that it is unlikely to be met', () => {
    const r = built({
      people: [30, 30, 30, 30, 50, 50, 50, 30, 30, 30, 30, 30],
      waiting: twelve(2),
      ambition: { most: 34, met: 0.02, low: 0.005, high: 0.07 },
    });
    expect(title(r, NCR)).toContain(
      '; the average is above the 34 of the ambition from the week of 29 October, for three weeks running',
    );
    expect(answerOf(r)).toMatchObject({ verdict: 'Very unlikely to be met' });
    expect(answerOf(r).sentences[0]).toContain(
      '35 people on average (9 in 10 winters: 35), against at most 34 people. 2 of 100 simulated winters meet it, a chance of 2% (95% interval of that chance: under 1% to 7%).',
    );
  });

  it('6, an ambition met: never above its line, and likely to be met', () => {
    const r = built({ people: twelve(30), waiting: twelve(2), ambition: { most: 34, met: 1, low: 0.96, high: 1 } });
    expect(title(r, NCR)).toContain('; the average is never above the 34 of the ambition');
    expect([title(r, 'ambitions'), answerOf(r).verdict]).toEqual([
      'The ambition: very likely to be met',
      'Very likely to be met',
    ]);
    expect(answerOf(r).sentences[0]).toContain('All 100 simulated winters meet it');
  });

  it('7, unstable: what grows throughout is not told as if it had a level', () => {
    const line = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60];
    const r = built({ people: line, waiting: line, needed: line.map((v) => 100 + v), delivered: twelve(100) });
    expect(title(r, NCR)).toBe(
      'People with no criteria to reside still in an acute bed: 33 a night on average, most in the week of 17 December (60); it grows from each quarter of the period to the next and is still growing when the period ends',
    );
    expect(title(r, 'waiting')).toBe(
      'Most people wait for home support: 33 on average, 60 in the week of 17 December, the most; it grows from each quarter of the period to the next and is still growing when the period ends',
    );
    expect(title(r, 'hours-home-support')).toBe(
      'Home support: on average at least 95% of the commissioned hours are delivered in every week; need is above commissioned hours in every week, by up to 60 hours a week (the week of 17 December)',
    );
  });

  it('8, one replication: met or missed, and neither range nor chance', () => {
    const r = built({
      people: twelve(40),
      waiting: twelve(2),
      ambition: { most: 34, met: 0, low: 0, high: 0.79 },
      replications: 1,
    });
    expect([title(r, 'ambitions'), title(r, 'chances')]).toEqual(['Missed in the one winter simulated', undefined]);
    expect(answerOf(r).sentences[0]).toMatch(/missed in the one winter simulated; one winter says nothing about the chance\.$/);
    expect(answerOf(r).sentences.join(' ')).not.toMatch(/9 in 10|95% interval/);
  });

  it('9, nothing delayed: nobody waits, in as many words', () => {
    const r = built({ people: twelve(0), waiting: twelve(0), needed: twelve(50), delivered: twelve(50) });
    expect([title(r, NCR), title(r, 'waiting')]).toEqual([
      'People with no criteria to reside still in an acute bed: none in the whole period',
      'Nobody waits for a service',
    ]);
    expect(title(r, 'hours-home-support')).toBe(
      'Home support: on average at most 50% of the commissioned hours are delivered, in the week of 1 October',
    );
  });

  it('10, hours without limit: no ceiling is claimed, nor a shortfall', () => {
    const r = built({
      people: twelve(5),
      waiting: twelve(0),
      needed: twelve(150),
      delivered: [...twelve(150).slice(1), 160],
      commissioned: 'unlimited',
    });
    expect(title(r, 'hours-home-support')).toBe(
      'Home support: without limit, on average at most 160 hours a week are delivered, in the week of 17 December',
    );
  });
});
