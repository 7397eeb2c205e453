import type { MeasureOption } from '../checks/measure-option.ts';
import { measuresLike } from '../checks/measures-like.ts';
import { monthIn } from '../vocabulary/figure-of.ts';

/** A goal of a search: the names of the ambitions it is, and the settings (`path=value`) that make those which the file has not. */
export interface Meet {
  ambitions: string[];
  set: string[];
}

export class MeetProblem extends Error {}

const MONTH = '(?:\\d{4}-\\d{1,2}|[A-Za-z]{3,9}[ -]\\d{2,4})';
const WHEN = `(?:\\s+(?<each>each month)|\\s+in\\s+(?<months>${MONTH}(?:\\s*,\\s*${MONTH})*))?`;
const SENTENCE = new RegExp(`^(?<what>.+?)(?:\\s+of\\s+(?<of>.+?))?\\s+(?<direction>at most|at least)\\s+(?<target>.+?)${WHEN}$`);
const FORM =
  'the name of an ambition of the scenario, or a sentence such as `delay-capacity of P1 at most 1 day in 2018-01, 2018-02`';

/**
 * `delayed-days-q4`, or `capacity delay of P1 at most 1 day`: measure, whose, target, and where it matters the months, each by
 * itself. The rest is checked as every ambition is, when the scenario is read.
 */
export function readMeet(text: string, number: number, known: string[], measures: MeasureOption[]): Meet {
  const said = text.trim();
  if (known.includes(said)) return { ambitions: [said], set: [] };
  const { what = '', of, direction = '', target = '', each, months } = SENTENCE.exec(said)?.groups ?? {};
  if (what === '')
    throw new MeetProblem(
      `“${said}” is no goal. Write ${FORM}.${known.length > 0 ? ` The scenario has: ${known.join(', ')}.` : ''}`,
    );
  const measure = measureCalled(what, measures);
  const base = `goal ${number}`;
  const keys = [`measure=${measure}`, ...(of ? [`of=${of}`] : []), `${direction}=${target}`];
  const named = (name: string, more: string[]) => [...keys, `label=${said}`, ...more].map((key) => `ambitions.${name}.${key}`);
  if (each) return { ambitions: [base], set: named(base, ['each-month=yes']) };
  if (!months) return { ambitions: [base], set: named(base, []) };
  const list = months.split(',').map((month) => monthIn(month) ?? month.trim());
  const names = list.map((month) => `${base} ${month}`);
  return { ambitions: names, set: list.flatMap((month, i) => named(names[i] ?? base, [`in=${month}`])) };
}

/** By id, by title, or by the same words in another order. */
function measureCalled(what: string, measures: MeasureOption[]): string {
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/[\s-]+/)
      .filter((word) => word !== 'for' && word !== 'the')
      .sort()
      .join(' ');
  const found = measures.find(
    ({ measure, title }) =>
      measure === what ||
      title?.toLowerCase() === what.toLowerCase() ||
      words(measure) === words(what) ||
      words(title ?? '') === words(what),
  );
  if (found) return found.measure;
  const like = measuresLike(what, measures).map(({ measure }) => `\`${measure}\``);
  throw new MeetProblem(
    `There is no measure “${what}”. ${like.length > 0 ? `Near it: ${like.join(', ')}. ` : ''}All are listed under Measures in scenarios/README.md.`,
  );
}
