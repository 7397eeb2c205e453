import type { Result } from '../../sim/result.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import type { ArrivalStream } from '../../sim/scenario/people.ts';
import type { Hospital } from '../../sim/scenario/hospital.ts';
import type { HoursService, Service } from '../../sim/scenario/service.ts';
import type { Distribution } from '../../sim/scenario/distribution.ts';
import type { Dated, Limit } from '../../sim/scenario/dated.ts';
import { type Change, changeLabel, changesOf, pathText } from './changes.ts';
import { dayText, plusDays } from './dates.ts';
import { capital, labelOf, shortLabels } from './lookup.ts';
import { fixed, plain, withUnit } from './numbers.ts';
import { startOf } from './start.ts';

/** One line of the plan: what it is about and what is planned for it. */
export interface PlanLine {
  what: string;
  planned: string;
}

/** What the plan buys and expects: capacity, admissions and pathway shares, with their changes by date. */
export function planOf(result: Result): PlanLine[] {
  const { scenario } = result;
  const told = new Set<string>();
  const steps = new Told(result, told);
  return [
    ...(scenario.startFrom ? [{ what: 'Starts', planned: startOf(result) }] : []),
    ...scenario.services.map((s) => ({ what: capital(labelOf(s)), planned: serviceText(steps, s) })),
    ...bedLines(steps, scenario.hospitals),
    ...scenario.arrivals.map((a) => ({ what: arrivalsName(result, a), planned: arrivalsText(steps, a) })),
    ...splitLines(steps, result),
    ...otherChanges(result, told),
  ];
}

/** Days on which something of the plan changes inside the period, ascending; `label` says what, on each. */
export function changeDays(result: Result): { iso: string; label: string }[] {
  const { scenario, calendar } = result;
  const dated: Dated<unknown>[] = [
    ...scenario.services.map(capacityOf),
    ...scenario.hospitals.map((h) => h.beds),
    ...timesOf(scenario).flatMap((time) => (time?.factor ? [time.factor] : [])),
    ...scenario.services.flatMap((s) => (s.acceptsFrom ? [s.acceptsFrom] : [])),
    ...scenario.services.flatMap((s) => (s.kind === 'hours' && s.flexFrom ? [s.flexFrom] : [])),
    ...scenario.arrivals.flatMap((a) => [
      ...(a.arrivals.kind === 'process' ? [a.arrivals.factor] : []),
      ...a.mix.map((m) => m.share),
    ]),
  ];
  const days = [...new Set(dated.flat().map((d) => d.from - scenario.warmUpDays))].filter((d) => d > 0 && d < scenario.days);
  const changes = changesOf(result);
  return days
    .sort((a, b) => a - b)
    .map((d) => {
      const iso = plusDays(calendar.start, d);
      const begins = (c: Change): boolean => c.spells.some(({ from }) => from === dayText(iso));
      const ends = (c: Change): boolean => c.spells.some(({ to }) => to === dayText(plusDays(iso, -1)));
      const labels = changes.flatMap((c) => (begins(c) ? [c.label] : ends(c) ? [`${c.label} ends`] : []));
      return { iso, label: labels.join('; ') };
    });
}

/** Every length of time that a plan may change on a date. */
const timesOf = ({ services, arrivals, processDelay }: Scenario): (Distribution | null)[] => [
  ...services.flatMap((s) => [s.leadTime, ...(s.kind === 'placements' ? [] : s.packages.map((p) => p.stay))]),
  ...arrivals.flatMap((a) => a.mix.map((m) => m.acuteStay)),
  ...processDelay.families.map((f) => f.delay),
];

const capacityOf = (s: Service): Dated<Limit> => (s.kind === 'hours' ? s.commissioned : s.kind === 'beds' ? s.beds : s.starts);
const UNIT = {
  hours: ['commissioned', 'hours a week'],
  beds: ['beds', 'beds'],
  placements: ['starts', 'new starts a week'],
} as const;

/** A dated value in words: what holds at the start of the period and, with its date, each later value in it. */
class Told {
  private readonly changes: Change[];
  readonly result: Result;
  private readonly told: Set<string>;

  constructor(result: Result, told: Set<string>) {
    this.changes = changesOf(result);
    this.result = result;
    this.told = told;
  }

  /** `words` puts the first value; later ones are put by `later`. */
  text<T>(dated: Dated<T>, path: string, words: (value: T) => string, later: (value: T) => string = words): string {
    const { scenario, calendar } = this.result;
    const first = dated.filter((d) => d.from <= scenario.warmUpDays).pop() ?? dated[0];
    const inside = dated.filter((d) => d.from > scenario.warmUpDays && d.from < scenario.warmUpDays + scenario.days);
    this.told.add(path);
    const said = inside.map((d) => {
      const iso = plusDays(calendar.start, d.from - scenario.warmUpDays);
      return `${later(d.value)} from ${dayText(iso)}${this.labelled(path, iso)}`;
    });
    return [...(first ? [words(first.value)] : []), ...said].join('; ');
  }

  /** Surges and falls that touch the period, each from its first to its last day: `+8% from 1 January 2018 to 4 February 2018`. */
  spells(factor: Dated<number>, path: string): string[] {
    const { scenario, calendar } = this.result;
    const day = (d: number): string => plusDays(calendar.start, d - scenario.warmUpDays);
    this.told.add(path);
    return factor.flatMap(({ from, value }, i) => {
      const end = factor[i + 1]?.from ?? Infinity;
      if (Math.abs(value - 1) < 1e-9 || end <= scenario.warmUpDays || from >= scenario.warmUpDays + scenario.days) return [];
      const to = end < scenario.warmUpDays + scenario.days ? ` to ${dayText(day(end - 1))}` : '';
      return [`${signedPercent(value - 1)} from ${dayText(day(from))}${to}${this.labelled(path, day(from))}`];
    });
  }

  private labelled(path: string, iso: string): string {
    const label = changeLabel(this.changes, path, iso);
    return label ? ` (${label})` : '';
  }
}

function serviceText(steps: Told, s: Service): string {
  const [key, unit] = UNIT[s.kind];
  const words = (v: Limit): string => (v === 'unlimited' ? 'without limit' : `${number(v)} ${unit}`);
  const text = steps.text(capacityOf(s), `services.${s.name}.${key}`, words, (v) =>
    v === 'unlimited' ? 'without limit' : number(v),
  );
  return [
    text,
    ...(s.kind === 'placements' && s.panel ? [`given at a panel each ${s.panel}`] : []),
    ...hoursTerms(steps, s),
    ...spotOf(steps, s),
    ...closuresOf(steps.result, s),
  ].join('; ');
}

/** What is agreed of hours besides their number. */
function hoursTerms(steps: Told, s: Service): string[] {
  if (s.kind !== 'hours') return [];
  return [
    ...flexOf(steps, s),
    ...(s.starts === 'whoever fits' ? ['any package that fits may start before those ahead of it'] : []),
    ...(s.paidHours === 1 ? [] : [`${plain(s.paidHours, '')} hours paid for each contact hour`]),
  ];
}

function flexOf(steps: Told, { name, flex, flexFrom = [{ from: 0, value: flex }] }: HoursService): string[] {
  if (flexFrom.every(({ value }) => value === 0)) return [];
  const words = (v: Limit, some: string, none: string): string =>
    v === 'unlimited' ? `any ${some}` : v === 0 ? none : `up to ${fixed(v * 100)}% ${some}`;
  return [
    steps.text(
      flexFrom,
      `services.${name}.flex`,
      (v) => words(v, 'delivery above it allowed', 'no delivery above it allowed'),
      (v) => words(v, 'above it', 'none above it'),
    ),
  ];
}

function spotOf(steps: Told, { kind, name, spot }: Service): string[] {
  if (spot === null) return [];
  const unit = { hours: 'hours a week', beds: 'beds', placements: 'starts in a week' }[kind];
  const text = steps.text(spot.atMost, `services.${name}.spot.at-most`, (v) => `${number(v)} ${unit}`, number);
  return [
    `up to ${text} bought on the spot when people wait${spot.leadTime === 0 ? '' : `, ${withUnit(spot.leadTime, 'days')} after the order`}`,
  ];
}

function closuresOf({ scenario, calendar }: Result, { closures }: Service): string[] {
  const day = (d: number): string => dayText(plusDays(calendar.start, d - scenario.warmUpDays));
  return closures.map(({ name, from, until }) => `nobody new from ${day(from)} to ${day(until - 1)} (${name})`);
}

/** A line a hospital, or one for all where nothing is planned of their beds. */
function bedLines(steps: Told, hospitals: Hospital[]): PlanLine[] {
  const lines = hospitals.map((h) => ({ what: `${capital(labelOf(h))}, acute beds`, planned: bedsText(steps, h) }));
  const [first] = lines;
  return first && lines.length > 1 && lines.every(({ planned }) => planned === first.planned)
    ? [{ what: 'Acute beds', planned: `${first.planned}, in each hospital` }]
    : lines;
}

function bedsText(steps: Told, h: Hospital): string {
  const words = (v: Limit): string => (v === 'unlimited' ? 'without limit' : number(v));
  return steps.text(h.beds, `hospitals.${h.name}.beds`, words);
}

const number = (v: number): string => fixed(v, Number.isInteger(v) ? 0 : 1);

function arrivalsName({ scenario }: Result, { enters, label, name }: ArrivalStream): string {
  if ('hospital' in enters) return scenario.hospitals.length > 1 ? `Admissions, ${labelOf({ label, name })}` : 'Admissions';
  return `Referrals from outside hospital, ${labelOf({ label, name })}`;
}

function arrivalsText(steps: Told, { arrivals, enters }: ArrivalStream): string {
  if (arrivals.kind === 'list') return `a list of ${fixed(arrivals.people.length)} people`;
  const path = 'hospital' in enters ? `hospitals.${enters.hospital}.admissions` : '';
  return [
    `${fixed(arrivals.perDay, 1)} a day on average`,
    ...steps.spells(arrivals.factor, path),
    arrivals.season ? 'with a seasonal profile' : '',
    arrivals.trendPerYear === 0 ? '' : `${signedPercent(arrivals.trendPerYear)} a year`,
  ]
    .filter((t) => t !== '')
    .join('; ');
}

const signedPercent = (v: number): string =>
  `${v > 0 ? '+' : ''}${fixed(v * 100, Number.isInteger(Math.round(v * 1e6) / 1e4) ? 0 : 1)}%`;

/** The shares people need, a line a hospital stream. */
function splitLines(steps: Told, { scenario }: Result): PlanLine[] {
  const labels = shortLabels(scenario.pathways);
  const streams = scenario.arrivals.filter((a) => 'hospital' in a.enters && a.mix.length > 0);
  return streams.map((a) => ({
    what: streams.length > 1 ? `Split, ${labelOf(a)}` : 'Split of admissions',
    planned: scenario.pathways
      .flatMap((p, i) => {
        const dated = a.mix.find((m) => m.pathway === p.name)?.share ?? [];
        return dated.length === 0
          ? []
          : [`${labels[i] ?? p.name} ${steps.text(dated, `pathways.${p.name}.share`, (v) => plain(v, 'share'))}`];
      })
      .join(', '),
  }));
}

/** Changes of anything the lines above do not speak of: each with its dates. */
function otherChanges(result: Result, told: Set<string>): PlanLine[] {
  return changesOf(result).flatMap((c) => {
    const parts = c.parts.filter((p) => !told.has(p.path));
    const when = c.spells.map(({ from, to }) => (to ? `from ${from} to ${to}` : `from ${from}`)).join(', and ');
    return parts.length === 0
      ? []
      : [{ what: c.label, planned: `${parts.map((p) => `${pathText(result, p.path)}: ${p.value}`).join('; ')} (${when})` }];
  });
}
