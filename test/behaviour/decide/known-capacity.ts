import { join } from 'node:path';
import { filesOnDisk } from '../../../data/files-on-disk.ts';
import { fingerprint } from '../../../data/fingerprint.ts';
import { readScenario } from '../../../scenarios/index.ts';
import { goalsOf } from '../../../sim/decide/goals.ts';
import { Lab } from '../../../sim/decide/lab.ts';
import { COSTS } from '../../../sim/decide/point.ts';
import { size } from '../../../sim/decide/size.ts';
import { measureOptions } from '../../../sim/index.ts';

/** Beds that each goal of known-capacity.yaml needs on the mean, by the Erlang C formula. */
export const BEDS_NEEDED = { 'two-days': 22, 'half-a-day': 24, 'within-a-week': 23, 'fewer-than-ten': 22 };
const LEAST = 19;
const MOST = 27;
/** So many that the nearest pair, 0.45 days against a target of 0.5, is told apart. */
const MOST_REPLICATIONS = 150;

/** The beds that `size` finds for goals with a seed of its own. */
export async function decided(seed: string, goals = Object.keys(BEDS_NEEDED)): Promise<Record<string, number>> {
  const lab = new Lab({ fingerprint, asked: COSTS });
  const at = async ([step = 0]: number[]) => {
    const set = [`run.seed=${seed}`, `services.step-down.beds=${LEAST + step} beds`];
    return (
      await readScenario(join(import.meta.dirname, 'known-capacity.yaml'), {
        files: filesOnDisk,
        measures: measureOptions(),
        set,
      })
    ).scenario;
  };
  const base = await at([0]);
  const beds: Record<string, number> = {};
  for (const goal of goals) {
    const { answer } = await size(
      lab,
      { lasts: [MOST - LEAST], at },
      { goals: goalsOf(base, [goal]), standard: { on: 'mean' }, most: MOST_REPLICATIONS },
    );
    beds[goal] = LEAST + (answer?.at[0] ?? Number.NaN);
  }
  return beds;
}
