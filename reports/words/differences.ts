import type { Result } from '../../sim/result.ts';
import type { Comparison, Difference } from '../../sim/comparison.ts';
import { capital, lower, scopeLabel, titleOf, unitOf } from './lookup.ts';
import { differenceSpan } from './known.ts';
import { amount, countOf, decimalsFor, fixed, plain, signed, withUnit } from './numbers.ts';
import { isUnlike } from './unlike.ts';

export type CompareRow = Comparison['rows'][number];

/** The measures a comparison is read by, in order; services' waits follow. */
const KEYS = [
  'no-criteria-to-reside',
  'bed-days-delayed',
  'delay-mean',
  'on-ready-date',
  'beds-14-plus',
  'beds-21-plus',
  'discharges-21-plus',
  'cost-commissioned',
  'cost-over-delivered',
  'cost-used',
  'cost-delayed-bed-days',
];
const HOSPITAL_KEYS = ['acute-waiting', 'acute-wait-mean', 'acute-turned-away'];
const SERVICE_KEYS = ['waiting', 'wait-mean', 'service-occupancy', 'hours-over-delivered', 'service-turned-away'];

/** Those by which a page is read. */
export const MAIN_MEASURES: string[] = [...KEYS, ...HOSPITAL_KEYS, ...SERVICE_KEYS];

export function keyRows(results: Result[], comparison: Comparison): CompareRow[] {
  const find = (measure: string, scope: string): CompareRow[] =>
    comparison.rows.filter((r) => r.measure === measure && r.scope === scope && r.means.some((m) => m !== null));
  const names = (of: (result: Result) => { name: string }[]) => [
    ...new Set(results.flatMap((r) => of(r).map(({ name }) => name))),
  ];
  const each = (kind: string, all: string[], keys: string[]) =>
    all.flatMap((name) => keys.flatMap((k) => find(k, `${kind}:${name}`))).filter((r) => r.means.some((m) => m !== 0));
  return [
    ...KEYS.flatMap((k) => find(k, 'all')),
    ...each(
      'hospital',
      names((r) => r.scenario.hospitals),
      HOSPITAL_KEYS,
    ),
    ...each(
      'service',
      names((r) => r.scenario.services),
      SERVICE_KEYS,
    ),
  ];
}

/** The measure and whose it is; a share of a pathway is called as the base's ambition on it is, where that has a name. */
export const rowName = (results: Result[], row: CompareRow): string => capital(nameInside(results, row));

/** The same inside a sentence: labels keep their capitals. */
function nameInside(results: Result[], row: CompareRow): string {
  const wanted = results[0]?.ambitions.find(
    ({ measure, scope, label, name }) =>
      measure === 'pathway-mix' && measure === row.measure && scope === row.scope && label !== name,
  );
  if (wanted) return wanted.label;
  const known = results.find((r) => r.definitions.some((d) => d.measure === row.measure)) ?? results[0];
  if (!known) return row.measure;
  const title = lower(titleOf(known, row.measure));
  if (row.scope === 'all') return title;
  const owner = results.find((r) => r.scenario.services.some((s) => `service:${s.name}` === row.scope)) ?? known;
  return `${scopeLabel(owner.scenario, row.scope)}: ${title}`;
}

export const rowUnit = (results: Result[], row: CompareRow): string => {
  const known = results.find((r) => r.definitions.some((d) => d.measure === row.measure));
  return known ? unitOf(known, row.measure) : '';
};

/** The interval that is shown: of several scenarios' differences the one that allows for their number. */
export const intervalOf = (d: Difference): Difference['interval'] => d.together ?? d.interval;

/** How far a bar is drawn: what is never below 0 can fall by no more than it was, and a share rise by no more than is left. Words and tables have the whole interval. */
export function boundedInterval(d: Difference, unit: string, base: number | null): Difference['interval'] {
  const interval = intervalOf(d);
  if (interval === null || base === null || base < 0 || !BOUNDED.includes(unit)) return interval;
  const most = unit === 'share' && base <= 1 && base + d.mean <= 1 ? 1 - base : Number.POSITIVE_INFINITY;
  return [Math.max(interval[0], -base), Math.min(interval[1], most)];
}

/** Units of measures that are never below 0: a date may be any day. */
const BOUNDED = ['people', 'days', 'beds', 'hours', 'share', 'places', 'times', '£'];

/** A difference and its interval in words, to as many figures as it is known. */
export function differenceWords(d: Difference, unit: string): { value: string; span: string | null } {
  const interval = intervalOf(d);
  return interval === null ? { value: signed(d.mean, unit), span: null } : differenceSpan(d.mean, interval, unit);
}

/** The interval leaves room for no difference at all. */
export function unclear(d: Difference): boolean {
  const interval = intervalOf(d);
  return interval !== null && interval[0] <= 0 && interval[1] >= 0;
}

/** What the intervals are, where several scenarios are held against the first; empty for one. */
export function togetherNote({ scenarios, rows }: Comparison): string[] {
  const others = scenarios.length - 1;
  if (!rows.some(({ differences }) => differences.some((d) => d?.together))) return [];
  return [
    `${capital(countOf(others, 'scenario'))} are held against the base, so each interval is widened (Bonferroni): those of one measure all hold at once with 95% confidence.`,
  ];
}

/** What meeting the same people saves: the variance of the difference beside that of two runs on people of their own; empty where nothing can be said. */
export function savedSentence(results: Result[], comparison: Comparison): string[] {
  const row = mainRow(results, comparison);
  const ratios = row?.differences.flatMap((d) => d?.varianceRatio ?? []) ?? [];
  if (!row || ratios.length === 0) return [];
  const worst = Math.max(...ratios);
  const [have, they] = ratios.length > 1 ? ['the differences have at most', 'they'] : ['the difference has', 'it'];
  const percent = worst < 0.001 ? 'under 0.1%' : `${fixed(100 * worst, worst < 0.1 ? 1 : 0)}%`;
  return [
    `On the same people ${have} ${percent} of the variance ${they} would have on people of their own (${nameInside(results, row)})${worst > 1 ? ': here the same people do not help' : ''}.`,
  ];
}

/** A difference under this share of the base's mean is not worth a board's time where it does not show in the means either. */
const SMALL = 0.005;

/**
 * Practically none: the whole interval reads as 0 at its own decimals, or at those the means are shown with while
 * under a two-hundredth of the base's mean.
 */
export function negligible(d: Difference, unit: string, base: number | null): boolean {
  const all = [d.mean, ...(intervalOf(d) ?? [])];
  if (all.every((v) => !/[1-9]/.test(signed(v, unit)))) return true;
  if (base === null || base === 0) return false;
  return unit !== '£' && all.every((v) => Math.abs(v) < Math.min(SMALL * Math.abs(base), half(base, unit)));
}

/** Half a step of the last decimal a mean is shown with. */
const half = (mean: number, unit: string): number => 0.5 * 10 ** -(unit === 'share' ? 3 : decimalsFor(Math.abs(mean)));

/** `+12.3 (95% interval +9.1 to +15.5)`; says so where 0 lies in it. */
export function differenceText(d: Difference | null | undefined, unit: string, base: number | null = null): string {
  if (!d) return plain(null, unit);
  const interval = intervalOf(d);
  if (d.mean === 0 && (!interval || (interval[0] === 0 && interval[1] === 0))) return 'none';
  if (!interval) return `${signed(d.mean, unit)} (one replication: no interval)`;
  if (negligible(d, unit, base)) return 'practically none';
  const { value, span } = differenceWords(d, unit);
  const text = span === null ? value : `${value} (${span})`;
  return unclear(d) ? `${text}, includes 0` : text;
}

/** A title: what each scenario does to the measure asked about, two scenarios at most. */
export function mainFinding(results: Result[], comparison: Comparison): string {
  const row = mainRow(results, comparison);
  if (!row) return 'The scenarios have no measure in common';
  const unit = rowUnit(results, row);
  const others = comparison.scenarios.slice(1);
  const said = others
    .slice(0, 2)
    .map((name, i) =>
      isUnlike(comparison, i) ? `“${name}” not compared` : `${changeText(row, row.differences[i], unit)} in “${name}”`,
    );
  return `${rowName(results, row)}: ${said.join(', ')}${others.length > 2 ? `, and ${countOf(others.length - 2, 'scenario')} more` : ''}, against “${comparison.scenarios[0] ?? ''}”`;
}

function changeText(row: CompareRow, d: Difference | null | undefined, unit: string): string {
  if (!d) return 'no difference can be given';
  if (d.mean === 0 || negligible(d, unit, row.means[0] ?? null)) return 'practically no difference';
  if (unclear(d)) return 'no clear difference';
  return `${differenceWords(d, unit).value.replace(/^[+-]/, '')}${unit === 'share' || unit === '£' ? '' : ` ${unit}`} ${d.mean > 0 ? 'more' : 'fewer'}`.replace(
    /(£.*|points) fewer/,
    '$1 less',
  );
}

/** One sentence a scenario: what it changes against the base on the measure asked about. */
export function differenceSentences(results: Result[], comparison: Comparison): string[] {
  const row = mainRow(results, comparison);
  const base = comparison.scenarios[0] ?? '';
  if (!row) return ['The scenarios have no measure in common.'];
  const unit = rowUnit(results, row);
  const name = rowName(results, row);
  const first = `${name} over the whole period: ${withUnit(row.means[0] ?? null, unit)} on average in “${base}”.`;
  const beside = comparison.rows.find((r) => r !== row && r.measure === 'no-criteria-to-reside' && r.scope === 'all');
  return [
    first,
    ...comparison.scenarios
      .slice(1)
      .map((scenario, i) =>
        isUnlike(comparison, i)
          ? `“${scenario}”: ${withUnit(row.means[i + 1] ?? null, unit)}; not compared.`
          : oneSentence(scenario, row, row.differences[i] ?? null, unit, i + 1) + (beside ? besideSentence(beside, i) : ''),
      ),
  ];
}

/** An ambition may be met while people wait: who has no criteria to reside is told with it. */
function besideSentence(row: CompareRow, i: number): string {
  const [mean, d] = [row.means[i + 1], row.differences[i]];
  if (mean === null || mean === undefined || !d) return '';
  const same = d.mean === 0 || negligible(d, 'people', row.means[0] ?? null) || unclear(d);
  return ` People with no criteria to reside: ${amount(mean)} a night, ${same ? 'no clear difference' : `${differenceWords(d, 'people').value.replace(/^[+-]/, '')} ${d.mean > 0 ? 'more' : 'fewer'}`}.`;
}

function oneSentence(scenario: string, row: CompareRow, d: Difference | null, unit: string, index: number): string {
  const mean = withUnit(row.means[index] ?? null, unit);
  if (!d) return `“${scenario}”: ${mean}; no difference can be given.`;
  const interval = intervalOf(d);
  if (d.mean === 0 && (!interval || (interval[0] === 0 && interval[1] === 0))) return `“${scenario}”: ${mean}, exactly the same.`;
  if (!interval) return `“${scenario}”: ${mean}, a difference of ${signed(d.mean, unit)} in the one replication simulated.`;
  const { value, span: words } = differenceWords(d, unit);
  if (words === null) return `“${scenario}”: ${mean}, that is ${value.replace(/^[+-]/, '')} ${d.mean > 0 ? 'more' : 'less'}.`;
  const span = `95% interval ${words}`;
  if (!/[1-9]/.test(signed(d.mean, unit))) return `“${scenario}”: ${mean}, practically the same (${span}).`;
  if (unclear(d)) return `“${scenario}”: ${mean}; no clear difference (${span}, which includes 0).`;
  return `“${scenario}”: ${mean}, that is ${value.replace(/^[+-]/, '')} ${d.mean > 0 ? 'more' : 'less'} (${span}).`;
}

/** The measure of the ambition hardest to meet in the base, where it is compared, else people with no criteria to reside. */
export function mainRow(results: Result[], comparison: Comparison): CompareRow | undefined {
  const hardest = (rows: { met: number }[]): number => Math.min(...rows.map(({ met }) => met));
  const [ambition] = [...(results[0]?.ambitions ?? [])].sort((a, b) => hardest(a.rows) - hardest(b.rows));
  const rows = comparison.rows.filter((r) => r.means.some((m) => m !== null));
  return (
    rows.find((r) => r.measure === ambition?.measure && r.scope === ambition.scope) ??
    rows.find((r) => r.measure === 'no-criteria-to-reside' && r.scope === 'all') ??
    keyRows(results, comparison)[0]
  );
}
