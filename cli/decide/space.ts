import type { ReadScenario } from '../../scenarios/index.ts';
import { readVary, type Vary, VaryProblem } from '../../scenarios/decide/vary.ts';
import { MeetProblem, readMeet } from '../../scenarios/decide/meet.ts';
import type { Space } from '../../sim/decide/size.ts';
import { Refusal } from '../exit.ts';
import { readScenarios } from '../read-scenarios.ts';

/** A scenario file with some of its values varied. */
export interface FileSpace extends Space {
  varied: Vary[];
  /** The file as it is with the goals added. */
  base: ReadScenario;
  /** `path=value` that hold at every point. */
  settings: string[];
  /** Names of the ambitions that are the goals. */
  goals: string[];
}

/** Both ends are read at once, so that a mistake is told before anything is simulated. */
export async function fileSpace(file: string, ranges: string[], meets: string[], set: string[]): Promise<FileSpace> {
  const varied = understood(ranges, readVary);
  const { measureOptions } = await import('../../sim/index.ts');
  const [plain] = (await readScenarios([file], set)) as [ReadScenario];
  const known = plain.scenario.ambitions.map(({ name }) => name);
  const goals = understood(meets, (text) => readMeet(text, meets.indexOf(text) + 1, known, measureOptions()));
  const settings = [...set, ...goals.flatMap((goal) => goal.set)];
  const read = new Map<string, ReadScenario>();
  const at = async (place: number[]): Promise<ReadScenario> => {
    const before = read.get(place.join());
    const values = varied.map(({ path, values }, i) => `${path}=${values[place[i] ?? 0]}`);
    const found = before ?? ((await readScenarios([file], [...settings, ...values]))[0] as ReadScenario);
    read.set(place.join(), found);
    return found;
  };
  const lasts = varied.map(({ values }) => values.length - 1);
  const base = await at(lasts.map(() => 0));
  await at(lasts);
  return { varied, lasts, base, settings, goals: goals.flatMap(({ ambitions }) => ambitions), at: async (place) => (await at(place)).scenario };
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
