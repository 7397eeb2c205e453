import type { ReadScenario } from '../../scenarios/index.ts';
import { type Uncertain, uncertainIn } from '../../scenarios/decide/assumptions.ts';
import type { SensitivityDecision } from '../../sim/decision.ts';
import type { Ends } from '../../sim/decide/tornado.ts';
import { COSTS } from '../../sim/decide/point.ts';
import { described } from '../../sim/decide/question.ts';
import { Refusal, type ExitCode } from '../exit.ts';
import { asItIs } from '../given.ts';
import { readScenarios } from '../read-scenarios.ts';
import { shownOf } from './shown.ts';
import { type SearchOptions, search } from './search.ts';

export interface SensitivityOptions extends SearchOptions {
  show: string[];
}

/** Values run in all replications; the others are only screened. */
const WIDEST = 10;

/** `d2a sensitivity`: which assumptions move the answer most, and whether they change it. */
export async function sensitivityCommand(file: string, options: SensitivityOptions, signal: AbortSignal): Promise<ExitCode> {
  return search<SensitivityDecision>(file, options, signal, {
    kind: 'sensitivity',
    asked: (space) => [...COSTS, ...shownOf(space, options.show).slice(0, 1)],
    bound: (space) => (1 + 2 * space.base.values.filter(({ origin }) => origin === 'assumption').length) * 20 + 20 * options.replications,
    async run(lab, space, common) {
      const [{ tornado }, { goalsOf, meanOf }, { pointOf }] = await Promise.all([import('../../sim/decide/tornado.ts'), import('../../sim/decide/goals.ts'), import('../../sim/decide/point.ts')]);
      const { scenario, values } = space.base;
      const [asked] = described(scenario, shownOf(space, options.show));
      if (asked === undefined) throw new Refusal('The scenario has no delays: name a measure with --show "waiting of SERVICE".');
      const { ends, kept, left } = await endsOf(file, space.settings, uncertainIn(values, asked.unit === '£'));
      if (kept.length === 0) throw new Refusal(`No value of ${file} that can be varied is marked \`assumption:\`.`);
      const goals = goalsOf(scenario, space.goals);
      const { bars, base } = await tornado(lab, scenario, ends, goals, options.replications, WIDEST);
      const told = kept.map(({ path, written, low, high, stated, note }) => ({ path, written, low, high, stated, note }));
      return { ...common, kind: 'sensitivity', asked, base: { ...pointOf([], base, goals), mean: meanOf(base.asked[COSTS.length] ?? []) }, bars, values: told, left };
    },
  });
}

interface Read {
  ends: Ends[];
  kept: Uncertain[];
  left: { path: string; why: string }[];
}

/** The scenario at both ends of every assumption; one that cannot be set there is left out and told. */
async function endsOf(file: string, settings: string[], uncertain: Uncertain[]): Promise<Read> {
  const read: Read = { ends: [], kept: [], left: [] };
  for (const one of uncertain) {
    try {
      const [low, high] = [await at(file, [...settings, ...one.set(0)]), await at(file, [...settings, ...one.set(1)])];
      read.ends.push({ low: low.scenario, high: high.scenario });
      read.kept.push(one);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      read.left.push({ path: one.path, why: error.message.split('\n').find((line) => line.trim() !== '' && !line.includes('mistake')) ?? error.message });
    }
  }
  return read;
}

async function at(file: string, set: string[]): Promise<ReadScenario> {
  return (await readScenarios([asItIs(file)], set))[0] as ReadScenario;
}
