import type { ReadScenario, Setting } from '../../scenarios/index.ts';
import { settingsAt, type Uncertain, uncertainIn } from '../../scenarios/decide/assumptions.ts';
import type { SensitivityDecision } from '../../sim/decision.ts';
import type { Ranges } from '../../sim/decide/ranges.ts';
import type { Ends } from '../../sim/decide/tornado.ts';
import { COSTS } from '../../sim/decide/point.ts';
import { described } from '../../sim/decide/question.ts';
import { screeningCost } from '../../sim/decide/screening.ts';
import { sharesCost } from '../../sim/decide/variance-shares.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import { Refusal, ScenarioRefusal, type ExitCode } from '../exit.ts';
import { asItIs } from '../given.ts';
import { readScenarios } from '../read-scenarios.ts';
import { shownOf } from './shown.ts';
import { search } from './search.ts';
import type { SearchOptions } from './search-options.ts';

export interface SensitivityOptions extends SearchOptions {
  show: string[];
  /** Walks of a Morris screening, and rows of the Sobol shares; left out: none. */
  morris?: number;
  sobol?: number;
}

/** Values run in all replications, the others only screened; and those with Sobol shares. */
const WIDEST = 10;
const SCREENED = 20;

/** `d2a sensitivity`: which assumptions move the answer most, and whether they change it. */
export async function sensitivityCommand(file: string, options: SensitivityOptions, signal: AbortSignal): Promise<ExitCode> {
  return search<SensitivityDecision>(file, options, signal, {
    kind: 'sensitivity',
    asked: (space) => [...COSTS, ...shownOf(space, options.show, options.kept).slice(0, 1)],
    bound(space) {
      const k = uncertainIn(space.base.values, false).length;
      const widest = Math.min(WIDEST, k);
      return (
        (1 + 2 * k) * Math.min(SCREENED, options.replications) +
        (1 + 2 * widest) * Math.max(0, options.replications - SCREENED) +
        (options.morris ? screeningCost(k, options.morris) : 0) +
        (options.sobol ? sharesCost(widest, options.sobol) : 0)
      );
    },
    async run(lab, space, common) {
      const [{ tornado }, { goalsOf, meanOf }, { pointOf }, { screening }, { varianceShares }] = await Promise.all([
        import('../../sim/decide/tornado.ts'),
        import('../../sim/decide/goals.ts'),
        import('../../sim/decide/point.ts'),
        import('../../sim/decide/screening.ts'),
        import('../../sim/decide/variance-shares.ts'),
      ]);
      const { scenario, values } = space.base;
      const [asked] = described(scenario, shownOf(space, options.show, options.kept));
      if (asked === undefined) throw new Refusal('The scenario has no delays: name a measure with --show "waiting of SERVICE".');
      const mover = moverOf(file, space.settings, values);
      const { ends, kept, left } = await endsOf(mover, uncertainIn(values, asked.unit === '£'));
      if (kept.length === 0)
        throw new Refusal(
          `No value of ${file} can be moved: none is marked \`assumption:\` or without a source, and none has a source and a range (\`low\`, \`high\`).`,
        );
      const goals = goalsOf(scenario, space.goals);
      const { bars, base } = await tornado(lab, scenario, ends, goals, options.replications, {
        screened: SCREENED,
        widest: WIDEST,
      });
      const widest = bars.slice(0, WIDEST).map(({ value }) => value);
      const ranges = (which: number[]): Ranges => ({
        k: which.length,
        at: (inputs) => mover.ifPossible(inputs.map((at, i) => ({ of: kept[which[i] as number] as Uncertain, at }))),
      });
      const morris = options.morris
        ? await screening(lab, ranges(kept.map((_, i) => i)), options.morris, scenario.run.seed)
        : null;
      const sobol = options.sobol ? await varianceShares(lab, ranges(widest), widest, options.sobol, scenario.run.seed) : null;
      const told = kept.map(({ amounts: _, ...said }) => said);
      const winters = (base.asked[COSTS.length] ?? []).map((value) => (Number.isNaN(value) ? null : value));
      return {
        ...common,
        kind: 'sensitivity',
        asked,
        base: { ...pointOf([], base, goals), mean: meanOf(base.asked[COSTS.length] ?? []), winters },
        bars,
        values: told,
        left,
        morris,
        sobol,
      };
    },
  });
}

type Moved = { of: Uncertain; at: number }[];

/** The scenario with assumptions moved. */
interface Mover {
  at(moved: Moved): Promise<Scenario>;
  /** null where the values do not go together. */
  ifPossible(moved: Moved): Promise<Scenario | null>;
}

function moverOf(file: string, settings: Setting[], values: ReadScenario['values']): Mover {
  const at = async (moved: Moved) =>
    ((await readScenarios([asItIs(file)], [...settings, ...settingsAt(values, moved)]))[0] as ReadScenario).scenario;
  return { at, ifPossible: (moved) => at(moved).catch((error) => (error instanceof Refusal ? null : Promise.reject(error))) };
}

interface Read {
  ends: Ends[];
  kept: Uncertain[];
  left: { path: string; why: string }[];
}

/** The scenario at both ends of every assumption; one that cannot be set there is left out and told. */
async function endsOf(mover: Mover, uncertain: Uncertain[]): Promise<Read> {
  const read: Read = { ends: [], kept: [], left: [] };
  for (const of of uncertain) {
    try {
      read.ends.push({ low: await mover.at([{ of, at: 0 }]), high: await mover.at([{ of, at: 1 }]) });
      read.kept.push(of);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      read.left.push({ path: of.path, why: reasonOf(error) });
    }
  }
  return read;
}

/** The first mistake that a value makes, and where. */
function reasonOf(error: Refusal): string {
  const [first] = error instanceof ScenarioRefusal ? error.mistakes : [];
  return first === undefined ? error.message : `${first.problem} (${first.path || first.at})`;
}
