import { dateInWords } from '../../data/dates.ts';
import type { Calendar } from '../calendar.ts';
import { redirectionShares, sums } from '../changes/shares.ts';
import type { Change } from '../changes/read-changes.ts';
import type { Slip } from '../mistakes.ts';
import { nearestName } from '../nearest-name.ts';
import { type Branch, find, namesAt, type Path, placeOf, textAt } from '../source/tree.ts';
import { number } from '../units/kinds.ts';
import { DIED } from '../vocabulary/pathway.ts';
import { circleIn } from './routes.ts';

export const REDIRECTIONS = ['right-sizing', 'diversion'];

interface Rule {
  path: Path;
  from: string | undefined;
  to: string | undefined;
}

/** Pathways that are there, nobody sent back to where they came from, and for one pathway never more than everybody. */
export function checkRedirections(tree: Branch, changes: Change[], calendar: Calendar | null, slips: Slip[]): void {
  const rules = REDIRECTIONS.flatMap((block) =>
    namesAt(tree, [block]).map((name): Rule => {
      const path = [block, name];
      return { path, from: textAt(tree, [...path, 'from']), to: textAt(tree, [...path, 'to']) };
    }),
  );
  checkNames(tree, rules, slips);
  checkNamesApart(tree, slips);
  checkWayBack(tree, rules, slips);
  for (const from of new Set(rules.map((rule) => rule.from))) {
    if (from !== undefined)
      checkSum(
        tree,
        rules.filter((rule) => rule.from === from),
        from,
        { changes, calendar, slips },
      );
  }
}

function checkNames(tree: Branch, rules: Rule[], slips: Slip[]): void {
  const pathways = namesAt(tree, ['pathways']);
  for (const { path, from, to } of rules) {
    for (const [key, name] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (name === undefined || pathways.includes(name)) continue;
      const here = [...path, key];
      slips.push({
        place: placeOf(tree, here),
        path: here,
        problem: 'There is no pathway of this name.',
        found: name,
        allowed: pathways.join(', '),
        nearest: nearestName(tree, name, ['pathways']),
      });
    }
    for (const [key, name] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (name === undefined || textAt(tree, ['pathways', name, 'reports-as']) !== DIED) continue;
      const here = [...path, key];
      slips.push({
        place: placeOf(tree, here),
        path: here,
        problem: 'People of this pathway are never ready to leave: nobody can be sent to it or from it.',
        found: name,
      });
    }
    if (from === undefined || !pathways.includes(from)) continue;
    const drawn =
      find(tree, ['pathways', from, 'share']) ??
      namesAt(tree, ['hospitals']).find(
        (hospital) =>
          find(tree, ['hospitals', hospital, 'pathways', from, 'share']) ?? find(tree, ['hospitals', hospital, 'people']),
      );
    if (drawn === undefined)
      slips.push({
        place: placeOf(tree, [...path, 'from']),
        path: [...path, 'from'],
        problem: 'Nobody is ready for this pathway: it has no share.',
        found: from,
      });
  }
}

/** One name is one redirection in the result. */
function checkNamesApart(tree: Branch, slips: Slip[]): void {
  for (const name of namesAt(tree, ['diversion'])) {
    if (!namesAt(tree, ['right-sizing']).includes(name)) continue;
    const path = ['diversion', name];
    slips.push({ place: placeOf(tree, path), path, problem: 'A right-sizing has this name already.', found: name });
  }
}

/** Nobody is sent back to where they came from, over whatever way round. */
function checkWayBack(tree: Branch, rules: Rule[], slips: Slip[]): void {
  const steps = rules.flatMap(({ path, from, to }) =>
    from === undefined || to === undefined ? [] : [{ from, to, path: [...path, 'to'] }],
  );
  const circle = circleIn(steps);
  const last = circle.at(-1);
  if (!last) return;
  slips.push({
    place: placeOf(tree, last.path),
    path: last.path,
    problem: `People would be sent in a circle: ${[...circle.map(({ from }) => from), last.to].join(' → ')}.`,
    found: last.to,
  });
}

interface Told {
  changes: Change[];
  calendar: Calendar | null;
  slips: Slip[];
}

function checkSum(tree: Branch, rules: Rule[], from: string, { changes, calendar, slips }: Told): void {
  const shares = redirectionShares(
    tree,
    changes,
    rules.map(({ path }) => path),
  );
  const wrong = shares && sums(shares).find(({ sum }) => sum > 1 + 1e-9);
  const last = rules.at(-1);
  if (!wrong || !last || rules.length < 2) return;
  const date = wrong.from > 0 && calendar ? ` from ${dateInWords(calendar.start - calendar.warmUp + wrong.from)}` : '';
  const path = [...last.path, 'share'];
  slips.push({
    place: placeOf(tree, path),
    path,
    problem: `The shares of the people of ${from} who take another pathway sum to ${number(wrong.sum * 100)}%${date}: that is more than everybody.`,
  });
}
