import type { Result } from '../../sim/result.ts';
import type { Comparison, Difference } from '../../sim/comparison.ts';
import { type CompareRow, differenceWords, negligible, rowName, rowUnit, unclear } from '../words/differences.ts';
import { costChange, costClause, costWithInterval } from '../words/net-cost.ts';
import { capital } from '../words/lookup.ts';
import { countOf, money, signed, withUnit } from '../words/numbers.ts';
import { isUnlike } from '../words/unlike.ts';
import { asked, QUESTIONS } from './index.ts';
import type { Question } from './question.ts';
import type { Reported } from '../reported.ts';

/** A question answered for the base, and what each other scenario makes of it. */
export interface AskedOfAll {
  number: number;
  asks: string;
  needs: string;
  base: string[];
  /** Scenarios of which the same is said are told together. */
  others: { scenarios: string[]; said: string[] }[];
}

/** Scenarios told one by one, and differences told of each. */
const [SCENARIOS, DIFFERENCES] = [4, 4];

/** Every question: the base in its own sentences; of the others the clear differences where the question names what it depends on, else the sentences that are not the base's. */
export function askedOfAll(results: Reported[], comparison: Comparison): AskedOfAll[] {
  const told = results.slice(0, SCENARIOS + 1).map((result) => asked(result));
  return QUESTIONS.map((question, q): AskedOfAll => {
    const said = told.map((one) => one[q]?.said.map(({ text }) => text) ?? []);
    const [base = [], ...others] = said;
    return {
      number: q + 1,
      asks: question.asks,
      needs: question.needs,
      base,
      others: said.every((texts) => texts.length === 0)
        ? []
        : together(
            others.map((texts, i) => ({
              scenarios: [comparison.scenarios[i + 1] ?? ''],
              said: against(results, comparison, question, i, base, texts),
            })),
          ),
    };
  });
}

function together(all: AskedOfAll['others']): AskedOfAll['others'] {
  const found = new Map<string, AskedOfAll['others'][number]>();
  for (const { scenarios, said } of all.filter((one) => one.said.length > 0)) {
    const key = said.join('\n');
    found.set(key, { scenarios: [...(found.get(key)?.scenarios ?? []), ...scenarios], said });
  }
  return [...found.values()];
}

/** Of any of the scenarios. */
export const isAnswered = ({ base, others }: AskedOfAll): boolean => base.length > 0 || others.length > 0;

/** Scenarios beyond those told, in a sentence; empty where there are none. */
export const untold = (results: Result[]): string[] =>
  results.length - 1 > SCENARIOS
    ? [
        `The first ${SCENARIOS} scenarios after the base are told here; ${countOf(results.length - 1 - SCENARIOS, 'scenario')} more have reports of their own, and are in the figures and tables below.`,
      ]
    : [];

function against(
  results: Result[],
  comparison: Comparison,
  { differs, beside }: Question,
  i: number,
  base: string[],
  texts: string[],
): string[] {
  const [first, other] = [results[0], results[i + 1]];
  const alike = !isUnlike(comparison, i);
  if (differs && alike) return differences(results, comparison, differs, i);
  const own = (beside && first && other && alike ? beside(first, other) : texts).filter((text) => !base.includes(text));
  if (own.length > 0) return own;
  return texts.length > 0 ? ['As in the base.'] : base.length > 0 ? ['Not asked of it.'] : [];
}

/** The clear ones, in the order the question names them, of several services or places the largest first; of each service or place one. */
function differences(results: Result[], comparison: Comparison, differs: NonNullable<Question['differs']>, i: number): string[] {
  const size = (row: CompareRow): number => Math.abs(row.differences[i]?.mean ?? 0);
  const kinds = new Set(comparison.rows.map(kindOf));
  const wanted = differs.filter(
    ({ measure, of }) =>
      !(
        of === 'pathway' &&
        kinds.has('national') &&
        differs.some((other) => other.measure === measure && other.of === 'national')
      ),
  );
  const rows = wanted.flatMap(({ measure, of }) =>
    comparison.rows.filter((row) => row.measure === measure && kindOf(row) === of).sort((a, b) => size(b) - size(a)),
  );
  const clear = rows.filter((row) => isClear(results, row, i));
  const worth = clear.filter((row) => isWorth(results, row, size(row)));
  const onlyThere = rows.filter(
    ({ means, scope }, k) =>
      means[0] === null &&
      (means[i + 1] ?? 0) !== 0 &&
      rows.findIndex((row) => row.scope === scope && row.means[i + 1] !== 0) === k,
  );
  const told = worth
    .filter(({ scope }, k) => scope === 'all' || worth.findIndex((row) => row.scope === scope) === k)
    .slice(0, DIFFERENCES);
  const net = differs.some(({ measure }) => measure === 'cost-delayed-bed-days') ? netCost(results, comparison, i) : [];
  const said = [
    ...told.map((row) => differenceOf(results, row, i)),
    ...onlyThere.map((row) => `${reachedOf(results, row, i)}; not in the base.`),
  ];
  if (said.length > 0) return [...said, ...net];
  return [clear.length > 0 ? 'Practically as in the base.' : 'No clear difference from the base.'];
}

/** Clear differences that are smaller, in these units or than a hundredth of the base, are not told: nobody could act on them. */
const WORTH: Record<string, number> = { people: 0.5, beds: 0.5, days: 0.05, hours: 50, share: 0.001 };

function isWorth(results: Result[], row: CompareRow, size: number): boolean {
  const unit = rowUnit(results, row);
  const relative = unit === 'share' || unit === '£' ? 0 : 0.01 * Math.abs(row.means[0] ?? 0);
  return size >= Math.max(WORTH[unit] ?? 0, relative);
}

/** `all`, `service` …; a part of a service or a place is none of these. */
const kindOf = ({ scope }: CompareRow): string => (scope.includes('/') ? '' : (scope.split(':')[0] ?? ''));

function isClear(results: Result[], row: CompareRow, i: number): boolean {
  const [d, unit] = [row.differences[i], rowUnit(results, row)];
  return (
    d !== null &&
    d !== undefined &&
    /[1-9]/.test(signed(d.mean, unit)) &&
    !unclear(d) &&
    !negligible(d, unit, row.means[0] ?? null)
  );
}

/** What is reached, and how far that is from the base. */
function differenceOf(results: Result[], row: CompareRow, i: number): string {
  const d = row.differences[i];
  const { value, span } = d ? differenceWords(d, rowUnit(results, row)) : { value: signed(null, ''), span: null };
  return `${reachedOf(results, row, i)}, ${value}${span ? ` (95% interval ${span})` : ''}.`;
}

const reachedOf = (results: Result[], row: CompareRow, i: number): string =>
  `${rowName(results, row)}: ${withUnit(row.means[i + 1] ?? null, rowUnit(results, row))}`;

/** Cash and the value of delay, each with its interval; what one bed-day less costs in care, against what one is valued at, only where both are clear. */
function netCost(results: Result[], comparison: Comparison, i: number): string[] {
  const change = costChange(results, comparison, i);
  if (change === null) return [];
  const { costs } = change;
  if (costs === null || costs.net === null) return [`${capital(costClause(change, costWithInterval))}.`];
  const days =
    comparison.rows.find(({ measure, scope }) => measure === 'bed-days-delayed' && scope === 'all')?.differences[i] ?? null;
  const each = days && costs.care && costs.value ? eachDay(costs.care, costs.value, days) : '';
  return [`${capital(costClause(change, costWithInterval))}${each}.`];
}

function eachDay(care: Difference, value: Difference, days: Difference): string {
  if (unclear(care) || unclear(days) || days.mean === 0) return '';
  const each = `(each is valued at ${money(value.mean / days.mean)})`;
  const paid = money(care.mean / -days.mean);
  return care.mean > 0 && days.mean < 0
    ? `; each bed-day avoided costs ${paid} ${each}`
    : care.mean < 0 && days.mean > 0
      ? `; ${paid} of care is not bought for each bed-day of delay added ${each}`
      : '';
}
