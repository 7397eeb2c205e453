import type { SizeDecision } from '../decision.ts';
import { type Point, pointOf } from './point.ts';
import { difference } from './goals.ts';
import { FIRST_LOOK, type JudgeOptions } from './judge.ts';
import type { Lab, Trial } from './lab.ts';
import { type Months, profile } from './profile.ts';
import { confirmed, find, type Ladder, type Look, type Smallest, smallest } from './smallest.ts';
import { everyPlace, placed, type Space, told, withStep } from './space.ts';
import { Winters } from './winters.ts';

type Sized = Pick<SizeDecision, 'answer' | 'most_tried' | 'below' | 'frontier' | 'profile' | 'looked'>;

/**
 * The smallest first capacity; with others, the smallest first one for each combination of them, and of these the cheapest.
 * With `months` a profile of the one capacity follows. Less of one capacity never needs less of another: the search for one combination starts where the one before ended.
 */
export async function size(lab: Lab, space: Space, options: JudgeOptions, months: Months | null = null): Promise<Sized> {
  const [first = 0, ...others] = space.lasts;
  const ladder = (rest: number[]): Ladder => ({ last: first, at: (step) => placed(space, [step, ...rest]) });
  const winters = new Winters();
  const combinations = everyPlace(others).reverse(); // from the most of everything to the least
  const looked: Sized['looked'] = [];
  const note = (rest: number[], looks: Look[]) => looked.push(...looks.map((look) => told([look.step, ...rest], look)));
  if (others.length === 0) {
    const found = await smallest(lab, ladder([]), options, winters);
    note([], found.looked);
    const by = months === null || found.step === null ? null : await profile(lab, months, found.step, options);
    return {
      ...answerOf(found, [], options),
      frontier: [],
      profile: by?.profile ?? null,
      looked: [...looked, ...(by?.looked ?? [])],
    };
  }
  const frontier: Point[] = [];
  const steps = new Map<string, number>();
  for (const rest of combinations) {
    const low = Math.max(-1, ...neighboursAbove(rest, others).map((above) => (steps.get(above.join()) ?? first + 1) - 1));
    const found = low >= first ? { step: null, looked: [] } : await find(lab, ladder(rest), options, winters, low);
    note(rest, found.looked);
    steps.set(rest.join(), found.step ?? first + 1);
    if (found.step === null) continue; // not even the most of the first meets the goals with so little of the others
    frontier.push(await frontierPoint(lab, space, [found.step, ...rest], found.looked, options));
  }
  frontier.sort((a, b) => (a.cost?.mean ?? 0) - (b.cost?.mean ?? 0));
  const [step = first, ...rest] = frontier[0]?.at ?? space.lasts;
  return { ...answerOf(await confirmed(lab, ladder(rest), options, step), rest, options), frontier, profile: null, looked };
}

/** Its chance is that of the search; means are those of the first winters, which nothing has chosen. */
async function frontierPoint(
  lab: Lab,
  space: Space,
  at: number[],
  looked: Look[],
  { goals, most }: JudgeOptions,
): Promise<Point> {
  const point = pointOf(at, await lab.trial(await space.at(at), Math.min(FIRST_LOOK, most)), goals);
  return { ...point, chance: looked.findLast(({ step }) => step === at[0])?.chance ?? point.chance };
}

function answerOf(
  { step, here, below, last }: Omit<Smallest, 'looked'>,
  rest: number[],
  { goals }: JudgeOptions,
): Pick<Sized, 'answer' | 'most_tried' | 'below'> {
  if (step === null) return { answer: null, most_tried: pointOf([last, ...rest], here, goals), below: null };
  const changes = (from: Trial) => goals.map(({ at }) => difference(from.goals[at] ?? [], here.goals[at] ?? []));
  return {
    answer: pointOf([step, ...rest], here, goals),
    most_tried: null,
    below: below === null ? null : { point: pointOf([step - 1, ...rest], below, goals), differences: changes(below) },
  };
}

/** The combinations with one step more of one of the others. */
function neighboursAbove(rest: number[], lasts: number[]): number[][] {
  return rest.flatMap((place, i) => (place < (lasts[i] ?? 0) ? [withStep(rest, i, place + 1)] : []));
}
