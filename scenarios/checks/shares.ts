import { dateInWords } from '../../data/dates.ts';
import type { Calendar } from '../calendar.ts';
import { hospitalShares, outcomeShares, ownSplit, residenceShares, type ShareSeries, sums } from '../changes/shares.ts';
import { dated, on } from '../changes/dated.ts';
import { trendBeside, trended } from '../changes/trend.ts';
import type { Change } from '../changes/read-changes.ts';
import type { Slip } from '../mistakes.ts';
import { type Branch, find, namesAt, type Path, placeOf } from '../source/tree.ts';
import { number } from '../units/kinds.ts';
import { Quantity, readLimit } from '../units/quantity.ts';

const TOLERANCE = 1e-6;

/** Kinds whose changes the model takes as factors on the value as written. */
const RELATIVE = new Set(['people a day', 'time']);

/** Shares sum to 100% on every day, for every hospital and every service. */
export function checkShares(tree: Branch, changes: Change[], calendar: Calendar | null, slips: Slip[]): void {
  for (const hospital of namesAt(tree, ['hospitals'])) {
    const shares = hospitalShares(tree, changes, hospital);
    const list = find(tree, ['hospitals', hospital, 'people']) !== undefined;
    if (!shares || (list && shares.size === 0) || find(tree, ['pathways']) === undefined) continue;
    const context = { tree, calendar, slips, changes };
    const split = namesAt(tree, ['places']).filter((place) => ownSplit(tree, changes, place));
    if (split.length === 0 || split.length < namesAt(tree, ['places']).length)
      checkSum(shares, `The shares of the pathways of ${hospital}`, ['pathways'], context);
    for (const place of split) {
      const own = hospitalShares(tree, changes, hospital, place);
      if (own)
        checkSum(own, `The shares of the pathways of ${hospital}’s people from ${place}`, ['places', place, 'pathways'], context);
    }
  }
  for (const of of [
    ...namesAt(tree, ['hospitals']).map((name) => ['hospitals', name]),
    ...namesAt(tree, ['referrals']).map((name) => ['referrals', name]),
  ]) {
    const shares = residenceShares(tree, changes, of);
    if (shares)
      checkSum(shares, `The shares of where the people of ${of[1]} live`, [...of, 'places'], { tree, calendar, slips, changes });
  }
  for (const service of namesAt(tree, ['services'])) {
    const shares = outcomeShares(tree, changes, service);
    if (!shares || find(tree, ['services', service, 'outcomes']) === undefined) continue;
    checkSum(shares, 'The shares of the outcomes', ['services', service, 'outcomes'], { tree, calendar, slips, changes });
  }
}

interface Context {
  tree: Branch;
  calendar: Calendar | null;
  changes: Change[];
  slips: Slip[];
}

function checkSum(shares: Map<string, ShareSeries>, what: string, path: Path, { tree, calendar, changes, slips }: Context): void {
  if ([...shares.values()].some((one) => one.some((entry) => entry.value === null))) return;
  if (shares.size === 0 && slips.some(({ path: at }) => at.at(-1) === 'share' && path.every((key, i) => at[i] === key))) return; // said, and told as a mistake
  const wrong = sums(shares).find(({ sum }) => Math.abs(sum - 1) > TOLERANCE);
  if (!wrong) return;
  const parts = [...shares].map(
    ([name, one]) => `${name} ${number((one.filter((e) => e.from <= wrong.from).at(-1)?.value ?? 0) * 100)}%`,
  );
  const date = wrong.from > 0 && calendar ? ` from ${dateInWords(calendar.start - calendar.warmUp + wrong.from)}` : '';
  const guilty = changes.filter((change) => change.from === wrong.from || change.until === wrong.from).at(-1);
  slips.push({
    place: date && guilty ? guilty.place : placeOf(tree, path),
    path: date && guilty ? guilty.path : path,
    problem: `${what} sum to ${number(wrong.sum * 100)}%${date}; they must sum to 100%.`,
    found: parts.join(' + ') || 'no shares',
  });
}

/** No change takes a number below zero, or a share above 100%; and what is multiplied is not zero. */
export function checkChangedValues(tree: Branch, changes: Change[], calendar: Calendar | null, slips: Slip[]): void {
  for (const target of new Set(changes.map((change) => change.target))) {
    const acting = on(changes, target.path);
    const node = find(tree, target.path.split('.')) ?? find(tree, target.path.split('.').slice(2));
    const { kind } = target;
    const base = node?.type === 'value' && kind ? readLimit(node.value, kind) : null;
    if (!(base instanceof Quantity) || !kind) continue;
    if (base.amount === 0 && RELATIVE.has(kind.name)) {
      const first = acting[0];
      if (first)
        slips.push({
          place: first.place,
          path: first.path,
          problem: `${target.path} is zero before this change: give it a ${kind.name === 'time' ? 'length' : 'rate'} that can change.`,
          found: first.words,
        });
      continue;
    }
    const wrong = dated(calendar ? trended(base.amount, trendBeside(tree, target.path), calendar) : base.amount, acting).find(
      ({ value }) => value === null || Number(value) > (kind.most ?? Number.POSITIVE_INFINITY),
    );
    const last = wrong && acting.filter((change) => change.from <= wrong.from && wrong.from < change.until).at(-1);
    if (!wrong || !last) continue;
    const date = calendar ? ` from ${dateInWords(calendar.start - calendar.warmUp + wrong.from)}` : '';
    const problem = `${target.path} would be ${wrong.value === null ? 'below zero' : 'above 100%'}${date}; before the changes it is ${base.inWords()}.`;
    slips.push({ place: last.place, path: last.path, problem, found: last.words });
  }
}
