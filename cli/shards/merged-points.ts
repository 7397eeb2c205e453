import { Refusal } from '../exit.ts';
import { complain } from '../terminal.ts';
import { wrap } from '../wrap.ts';
import { valuesIn } from './numbers-text.ts';
import type { MergedPoints } from './merged.ts';
import type { Shards } from './one-run.ts';
import type { AskedOfSearch } from './search-shard.ts';

export function mergedPoints(shards: Shards): MergedPoints {
  const [{ head }] = shards;
  const { file } = head.asked as unknown as AskedOfSearch;
  let length = 0;
  return {
    async hold(space, asked) {
      const [{ pointsOf }, { goalsOf }] = await Promise.all([import('./search-shard.ts'), import('../../sim/decide/goals.ts')]);
      const { scenario } = space.base;
      length =
        goalsOf(
          scenario,
          scenario.ambitions.map(({ name }) => name),
        ).length + asked.length;
      const points = await pointsOf(space, asked, head);
      const changed = points.filter(({ key }, i) => head.of[i]?.sha256 !== key).length;
      if (changed > 0 || points.length !== head.of.length)
        throw new Refusal(
          `${file} is not as it was when the shards were simulated: ${changed} of ${points.length} points differ. Nothing was written. Merge them where it is unchanged, or simulate the shards again.`,
        );
    },
    of(key) {
      const point = head.of.findIndex(({ sha256 }) => sha256 === key);
      const rows = new Map<number, number[]>();
      for (let replication = 1; replication <= (head.of[point]?.replications ?? 0); replication++)
        rows.set(replication, rowOf(shards, point, replication, length));
      return rows;
    },
    keep() {},
    tell(simulated, whole) {
      const more =
        simulated > 0 ? `${simulated.toLocaleString('en-GB')} replications of points that are not on the grid, and ` : '';
      complain(
        wrap(
          `Simulated here: ${more}${whole} whole replications in which a search looks at its answer. All else is from the shards.`,
          '  ',
        ),
      );
    },
  };
}

function rowOf(shards: Shards, point: number, replication: number, length: number): number[] {
  const { file, row } = shards[(replication - 1) % shards.length] as Shards[number];
  const values = valuesIn(row(point, replication)['values']);
  if (values === null || values.length !== length)
    throw new Refusal(
      `${file}: replication ${replication} of point ${point + 1} is damaged: it does not hold ${length} numbers. Nothing was written.`,
    );
  return [...values];
}
