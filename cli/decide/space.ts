import type { ReadScenario, Setting } from '../../scenarios/index.ts';
import { readVary, type Vary, VaryProblem } from '../../scenarios/decide/vary.ts';
import { MeetProblem, readMeet } from '../../scenarios/decide/meet.ts';
import type { Space } from '../../sim/decide/space.ts';
import { dateOf, months } from '../../sim/scenario/calendar.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import { Refusal } from '../exit.ts';
import { asItIs } from '../given.ts';
import { readScenarios } from '../read-scenarios.ts';
import { seedSetting } from '../run-options.ts';

/** A scenario file with some of its values varied. */
export interface FileSpace extends Space {
  varied: Vary[];
  /** The file as it is with the goals added. */
  base: ReadScenario;
  /** They hold at every point. */
  settings: Setting[];
  /** Months of the period with their first and last day in it, ISO. */
  calendar: { month: string; from: string; to: string }[];
  /** The base with more settings. */
  with(settings: Setting[]): Promise<Scenario>;
  /** Names of the ambitions that are the goals. */
  goals: string[];
}

/** What of the options of a search makes its space. */
interface AskedOfSpace {
  vary: string[];
  meet: string[];
  set?: string[];
  seed?: string;
  kept?: string;
}

/** Both ends are read at once, so that a mistake is told before anything is simulated, of what was typed. */
export async function fileSpace(
  file: string,
  { vary: ranges, meet: meets, set: own = [], seed, kept }: AskedOfSpace,
): Promise<FileSpace> {
  const typed = (option: 'vary' | 'meet', text: string): string =>
    kept === undefined ? `--${option} "${text}"` : `decide.${kept}.${option}: ${text}`;
  const set = [...own, ...seedSetting(seed)];
  const varied = understood(ranges, (text) => typed('vary', text), readVary);
  const { measureOptions, unlike } = await import('../../sim/index.ts');
  const [plain] = (await readScenarios([asItIs(file)], set)) as [ReadScenario];
  const known = plain.scenario.ambitions.map(({ name }) => name);
  const goals = understood(
    meets,
    (text) => typed('meet', text),
    (text) => readMeet(text, meets.indexOf(text) + 1, known, measureOptions()),
  );
  const settings: Setting[] = [
    ...set,
    ...goals.flatMap((goal, i) => goal.set.map((text) => ({ text, typed: typed('meet', meets[i] as string) }))),
  ];
  const readAs = async (all: Setting[]) => (await readScenarios([asItIs(file)], all))[0] as ReadScenario;
  const read = new Map<string, ReadScenario>();
  const at = async (place: number[]): Promise<ReadScenario> => {
    const before = read.get(place.join());
    const values = varied.map(({ path, values }, i) => ({
      text: `${path}=${values[place[i] ?? 0]}`,
      typed: typed('vary', ranges[i] as string),
    }));
    const found = before ?? (await readAs([...settings, ...values]));
    read.set(place.join(), found);
    return found;
  };
  const lasts = varied.map(({ values }) => values.length - 1);
  const base = await at(lasts.map(() => 0));
  if (
    unlike(base.scenario, (await at(lasts)).scenario).some(
      (one) => one.what !== 'start' || one.base.warmUpDays !== one.other.warmUpDays,
    )
  )
    throw new Refusal(
      `${ranges.map((text) => typed('vary', text)).join(', ')}: the points of a search are compared, so the period, the warm-up and the population stay the same at all of them.`,
    );
  return {
    varied,
    lasts,
    base,
    settings,
    calendar: monthsOf(base.scenario),
    with: async (more) => (await readAs([...settings, ...more])).scenario,
    goals: goals.flatMap(({ ambitions }) => ambitions),
    at: async (place) => (await at(place)).scenario,
  };
}

function monthsOf(scenario: Scenario): FileSpace['calendar'] {
  const day = (collected: number) => dateOf(scenario, scenario.warmUpDays + collected);
  return months(scenario).map(({ month, window: [[from, to] = [0, 0]] }) => ({ month, from: day(from), to: day(to - 1) }));
}

/** Every text read, or every one that is not understood told at once. */
function understood<R>(texts: string[], typed: (text: string) => string, read: (text: string) => R): R[] {
  const problems: string[] = [];
  const results = texts.flatMap((text) => {
    try {
      return [read(text)];
    } catch (error) {
      if (!(error instanceof VaryProblem || error instanceof MeetProblem)) throw error;
      problems.push(`${typed(text)}\n  ${error.message}`);
      return [];
    }
  });
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  return results;
}
