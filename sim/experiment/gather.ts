import { kindOf } from '../scenario/kinds.ts';
import { dateOf } from '../scenario/calendar.ts';
import type { Measure } from '../measures/measure.ts';
import type { Plan } from '../plan/plan.ts';
import type { Check, Histogram, LevelShares, Measured, MeasuredOver, PrecisionReached, Result, WarmUp } from '../result.ts';
import type { Limit } from '../scenario/dated.ts';
import { ambitionResults, allTargetsOf } from './targets.ts';
import type { Layout } from './layout.ts';
import { Moments } from '../statistics/moments.ts';
import type { Numbers } from './numbers.ts';
import { type AskedPrecision, askedPrecision } from './precision.ts';
import { courseOf } from './queues.ts';
import { Settling, settledOverall } from './settling.ts';
import { timesToSettle } from '../load/settling-by-load.ts';
import { rangeIntervals, summaryOfAll } from '../statistics/spread.ts';
import { Spreads } from '../statistics/spreads.ts';
import { statedResults } from './stated.ts';

/** Width of a step of the histograms from which ranges over months, weeks and days are read. */
const STEP: Record<Measure['unit'], number> = {
  people: 0.05,
  places: 0.05,
  beds: 0.05,
  days: 0.01,
  times: 0.05,
  hours: 1,
  share: 0.0005,
  '£': 10,
  date: 1,
};

const CUT = 1e-6;

/** Running summaries of a scenario's replications, to be taken in order of replication: memory does not grow by days or people. */
export class Gatherer {
  events = 0;
  /** Replications taken. */
  n = 0;
  private readonly winters: number[][];
  private readonly overTime: Spreads;
  private readonly ambitions: number[][];
  private readonly stated: number[][];
  /** Of each queue, replication by replication, its mean in the first, the middle and the last weeks. */
  private readonly queues: number[][][];
  private readonly daily: Spreads;
  private readonly levels: Levels[];
  private nights: Float64Array[] = [];
  private delays: Float64Array[] = [];
  private readonly checks = [0, 0, 0];
  private readonly plan: Plan;
  private readonly layout: Layout;
  private readonly asked: AskedPrecision | null;
  private readonly settling: Settling | null;

  constructor(plan: Plan, layout: Layout) {
    this.plan = plan;
    this.layout = layout;
    this.asked = askedPrecision(plan.scenario, layout);
    this.settling = layout.watched ? new Settling(plan.scenario, layout.levels, timesToSettle(plan.scenario)) : null;
    const { replications } = plan.scenario.run;
    this.winters = layout.entries.map(() => []);
    this.overTime = new Spreads(
      layout.overTime.flatMap(({ measure }) => layout.windows.map(() => STEP[measure.unit])),
      replications,
    );
    this.ambitions = layout.ambitions.flatMap(({ rows }) => rows.map(() => []));
    this.stated = layout.stated.flatMap(({ rows }) => rows.map(() => []));
    this.queues = layout.queues.map(() => []);
    this.daily = new Spreads(new Float64Array(layout.series.length * layout.midnights.length).fill(1), replications);
    this.levels = layout.levels.map(() => ({ variance: new Moments(), atLeast: [] }));
  }

  add(numbers: Numbers): void {
    this.n++;
    this.events += numbers.events;
    this.asked?.add(numbers);
    pushEach(this.winters, numbers.whole);
    pushEach(this.ambitions, numbers.ambitions);
    pushEach(this.stated, numbers.stated);
    for (const [i, winters] of this.queues.entries()) winters.push([...numbers.queues.subarray(3 * i, 3 * i + 3)]);
    this.overTime.add(numbers.overTime);
    this.daily.add(numbers.daily);
    this.addLevels(numbers.levels);
    this.nights = added(this.nights, numbers.nights);
    this.delays = added(this.delays, numbers.delays);
    this.settling?.add(numbers.midnights);
    numbers.checks.forEach((value, i) => {
      this.checks[i] = Math.max(this.checks[i] as number, value);
    });
  }

  /** No more replications are wanted. */
  get complete(): boolean {
    return this.n === this.plan.scenario.run.replications || this.asked?.reached === true;
  }

  /** Whether the warm-up was long enough, by the loads and, where it was watched, by what came out; a start from the people present has none. */
  warmUp(): WarmUp | undefined {
    const { scenario } = this.plan;
    if (scenario.startFrom !== null) return undefined;
    if (this.settling !== null) return this.settling.result();
    const needed = timesToSettle(scenario);
    return {
      days: scenario.warmUpDays,
      needed,
      settled: settledOverall(scenario.warmUpDays, needed, []),
      judgedUntil: null,
      levels: [],
    };
  }

  precision(): PrecisionReached | undefined {
    return this.asked?.result();
  }

  /** What of the result the replications give. */
  result(): Pick<
    Result,
    | 'calendar'
    | 'measures'
    | 'byMonth'
    | 'byWeek'
    | 'byDay'
    | 'capacity'
    | 'stays'
    | 'delays'
    | 'levels'
    | 'queues'
    | 'ambitions'
    | 'allTargets'
    | 'stated'
    | 'checks'
  > {
    const { layout } = this;
    const { months, weeks } = layout;
    const windows = layout.windows.length;
    const over = (from: number, length: number): MeasuredOver[] =>
      layout.overTime.map(({ measure, scope }, i) => ({
        measure: measure.id,
        scope: scope.label,
        values: Array.from({ length }, (_, at) => this.overTime.summary(i * windows + from + at)),
      }));
    const calendar = this.calendar();
    const points = calendar.days.length;
    const ambitions = ambitionResults(layout.ambitions, this.ambitions);
    const together = allTargetsOf(ambitions);
    return {
      calendar,
      measures: layout.entries.map(({ measure, scope }, i): Measured => {
        const winters = this.winters[i] as number[];
        return {
          measure: measure.id,
          scope: scope.label,
          summary: summaryOfAll(winters),
          rangeIntervals: rangeIntervals(winters),
          winters: winters.map((value) => (Number.isNaN(value) ? null : value)),
        };
      }),
      byMonth: over(0, months.length),
      byWeek: over(months.length, weeks.length).filter((_, i) => layout.overTime[i]?.scope.kind !== 'split'), // many rows: months are enough
      byDay: layout.series.map(({ measure, scope }, i) => ({
        measure,
        scope,
        values: Array.from({ length: points }, (_, at) => this.daily.summary(i * points + at)),
      })),
      capacity: this.capacity(),
      stays: this.histograms(this.nights),
      delays: this.histograms(this.delays),
      levels: this.levelShares(),
      queues: layout.queues.map((entry, i) =>
        courseOf(entry, layout.queueWeeks, this.queues[i] as number[][], layout.queues.length),
      ),
      ambitions,
      ...(together ? { allTargets: together } : {}),
      ...(layout.stated.length > 0 ? { stated: statedResults(layout.stated, this.stated) } : {}),
      checks: this.checkResults(),
    };
  }

  private calendar(): Result['calendar'] {
    const { scenario } = this.plan;
    const { step, months, weeks } = this.layout;
    const date = (day: number) => dateOf(scenario, scenario.warmUpDays + day);
    return {
      start: scenario.start,
      end: date(scenario.days - 1),
      weeks: weeks.map(({ start }) => start),
      months: months.map(({ month, days }) => ({ month, days })),
      days: Array.from({ length: Math.floor(scenario.days / step) }, (_, i) => date((i + 1) * step - 1)),
      step,
    };
  }

  private capacity(): Result['capacity'] {
    const { scenario, services, bedsOpen } = this.plan;
    const { step, weeks } = this.layout;
    const row = (scope: string, unit: string, open: Float64Array, perDay: number) => ({
      scope,
      unit,
      byWeek: weeks.map(({ window }) =>
        limit(window.reduce((sum, [from, to]) => sum + open.subarray(from, to).reduce((a, b) => a + b, 0), 0) * perDay),
      ),
      byDay: Array.from({ length: Math.floor(scenario.days / step) }, (_, i) =>
        limit((open[(i + 1) * step - 1] as number) * (perDay * 7)),
      ),
    });
    return [
      ...scenario.hospitals.map(({ name }, i) => row(`hospital:${name}`, 'beds', bedsOpen[i] as Float64Array, 1 / 7)),
      ...services.map(({ service, open }) =>
        row(`service:${service.name}`, kindOf(service).unit, open, kindOf(service).byDay ? 1 : 1 / 7),
      ),
    ];
  }

  private histograms(byPathway: Float64Array[]): Histogram[] {
    if (byPathway.length === 0) return [];
    const mean = (scope: string, counts: Float64Array): Histogram => {
      const top = counts.findLastIndex((people) => people > 0);
      return { scope, people: Array.from(counts.subarray(0, top + 1), (people) => people / this.n) };
    };
    const all = byPathway.reduce((sum, counts) => sum.map((people, i) => people + (counts[i] as number)));
    return [mean('all', all), ...byPathway.map((counts, i) => mean(`pathway:${this.plan.scenario.pathways[i]?.name}`, counts))];
  }

  private levelShares(): LevelShares[] {
    return this.layout.levels.map(({ measure, scope }, i) => {
      const { variance, atLeast } = this.levels[i] as Levels;
      const top = atLeast.findLastIndex(({ mean }) => mean >= CUT);
      return { measure, scope, atLeast: atLeast.slice(0, top + 1).map(plain), variance: plain(variance), n: this.n };
    });
  }

  /** Shares of time at each level become shares of time at that level or above. */
  private addLevels(levels: Float64Array[]): void {
    levels.forEach((shares, i) => {
      const { variance, atLeast } = this.levels[i] as Levels;
      variance.add(shares[0] as number);
      for (let level = atLeast.length; level < shares.length - 1; level++) atLeast.push(zeros(this.n - 1));
      let above = 0;
      for (let level = atLeast.length - 1; level >= 0; level--) {
        above += shares[level + 1] ?? 0;
        (atLeast[level] as Moments).add(above);
      }
    });
  }

  private checkResults(): Check[] {
    const [people, little, above] = this.checks as [number, number, number];
    return [
      {
        name: 'people',
        what: 'People who came in = people who left + people inside, in every replication',
        passed: people === 0,
        worst: people,
      },
      {
        name: 'little',
        what: "Little's law for every queue and service: person-days told by people = integral of the level, within 1 in 1,000,000",
        passed: little <= 1e-6,
        worst: little,
      },
      { name: 'ceiling', what: 'No start above the capacity then in force, block and spot', passed: above === 0, worst: above },
    ];
  }
}

interface Levels {
  variance: Moments;
  /** By level; as high as any replication went. */
  atLeast: Moments[];
}

/** A level that the replications so far never reached. */
function zeros(n: number): Moments {
  const moments = new Moments();
  for (let i = 0; i < n; i++) moments.add(0);
  return moments;
}

function plain(moments: Moments): { mean: number; sd: number } {
  return { mean: moments.mean, sd: moments.sd() };
}

function pushEach(lists: number[][], values: Float64Array): void {
  values.forEach((value, i) => {
    (lists[i] as number[]).push(value);
  });
}

/** Takes the first counts over, and adds those that follow to them. */
function added(so: Float64Array[], more: Float64Array[]): Float64Array[] {
  if (so.length === 0) return more;
  for (const [i, counts] of so.entries())
    for (let at = 0; at < counts.length; at++) counts[at] = (counts[at] as number) + (more[i]?.[at] ?? 0);
  return so;
}

function limit(value: number): Limit {
  return Number.isFinite(value) ? value : 'unlimited';
}
