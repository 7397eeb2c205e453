import type { ReadScenario } from '../../scenarios/index.ts';
import { readVary, type Vary, VaryProblem } from '../../scenarios/decide/vary.ts';
import { MeetProblem, readMeet } from '../../scenarios/decide/meet.ts';
import type { Space } from '../../sim/decide/space.ts';
import type { Scenario } from '../../sim/scenario.ts';
import { Refusal } from '../exit.ts';
import { asItIs } from '../given.ts';
import { readScenarios } from '../read-scenarios.ts';

/** A scenario file with some of its values varied. */
export interface FileSpace extends Space {
  varied: Vary[];
  /** The file as it is with the goals added. */
  base: ReadScenario;
  /** `path=value` that hold at every point. */
  settings: string[];
  /** Months of the period with their first and last day in it, ISO. */
  calendar: { month: string; from: string; to: string }[];
  /** The base with more settings. */
  with(settings: string[]): Promise<Scenario>;
  /** Names of the ambitions that are the goals. */
  goals: string[];
}

/** Both ends are read at once, so that a mistake is told before anything is simulated. */
export async function fileSpace(file: string, ranges: string[], meets: string[], set: string[]): Promise<FileSpace> {
  const varied = understood(ranges, readVary);
  const { measureOptions } = await import('../../sim/index.ts');
  const [plain] = (await readScenarios([asItIs(file)], set)) as [ReadScenario];
  const known = plain.scenario.ambitions.map(({ name }) => name);
  const goals = understood(meets, (text) => readMeet(text, meets.indexOf(text) + 1, known, measureOptions()));
  const settings = [...set, ...goals.flatMap((goal) => goal.set)];
  const readAs = async (all: string[]) => (await readScenarios([asItIs(file)], all).catch((error) => refuseAsWritten(error, meets)))[0] as ReadScenario;
  const read = new Map<string, ReadScenario>();
  const at = async (place: number[]): Promise<ReadScenario> => {
    const before = read.get(place.join());
    const values = varied.map(({ path, values }, i) => `${path}=${values[place[i] ?? 0]}`);
    const found = before ?? (await readAs([...settings, ...values]));
    read.set(place.join(), found);
    return found;
  };
  const lasts = varied.map(({ values }) => values.length - 1);
  const base = await at(lasts.map(() => 0));
  await at(lasts);
  return { varied, lasts, base, settings, calendar: monthsOf(base.scenario), with: async (more) => (await readAs([...settings, ...more])).scenario, goals: goals.flatMap(({ ambitions }) => ambitions), at: async (place) => (await at(place)).scenario };
}

/** A mistake in a goal is told of the `--meet` that was written, not of the settings it was made into. */
function refuseAsWritten(error: unknown, meets: string[]): never {
  if (!(error instanceof Refusal)) throw error;
  throw new Refusal(error.message.replace(/--set ambitions\.goal (\d+)\S*( +)ambitions\.goal \S+( \S+)?/g, (_, number: string) => `--meet "${meets[Number(number) - 1]}"`));
}

function monthsOf({ start, days }: Scenario): FileSpace['calendar'] {
  const months: FileSpace['calendar'] = [];
  const first = Date.parse(`${start}T00:00:00Z`);
  for (let day = 0; day < days; day++) {
    const date = new Date(first + day * 86_400_000).toISOString().slice(0, 10);
    const last = months.at(-1);
    if (last?.month === date.slice(0, 7)) last.to = date;
    else months.push({ month: date.slice(0, 7), from: date, to: date });
  }
  return months;
}

/** Every text read, or every one that is not understood told at once. */
function understood<R>(texts: string[], read: (text: string) => R): R[] {
  const problems: string[] = [];
  const results = texts.flatMap((text) => {
    try {
      return [read(text)];
    } catch (error) {
      if (!(error instanceof VaryProblem || error instanceof MeetProblem)) throw error;
      problems.push(`${text}: ${error.message}`);
      return [];
    }
  });
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  return results;
}
