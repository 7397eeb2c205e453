import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOnDisk } from '../../../data/files-on-disk.ts';
import { readScenario } from '../../../scenarios/index.ts';
import { experiment, measureOptions } from '../../../sim/index.ts';

const SCENARIOS = join(import.meta.dirname, '../../../scenarios');
const PLANS = ['coventry-2017/winter.yaml', 'staffordshire-2021/base.yaml'];
const WINTERS = ['mild', 'central', 'severe', 'severe-bought-back', 'flu-cold-christmas', 'norovirus'];

const laid = (plan: string, winter: string) =>
  readScenario(join(SCENARIOS, plan), {
    files: filesOnDisk,
    measures: measureOptions(),
    with: join(SCENARIOS, `winters/${winter}.yaml`),
    set: ['run.replications=10'],
  });

test.each(PLANS.flatMap((plan) => WINTERS.map((winter) => [plan, winter] as const)))(
  '%s takes the winter %s',
  async (plan, winter) => {
    const { scenario } = await laid(plan, winter);
    expect(scenario.name).toMatch(/: .*(winter|flu|norovirus)/);
  },
);

test('in Coventry a severe winter delays more people than an ordinary one, that one more than a mild one, and bought hours and beds take most of it back', async () => {
  const winters = ['mild', 'central', 'severe', 'severe-bought-back'];
  const results = await experiment(await Promise.all(winters.map((winter) => laid('coventry-2017/winter.yaml', winter))), {
    version: 'test',
  });
  const [mild = 0, central = 0, severe = 0, bought = 0] = results.map(
    ({ measures }) => measures.find(({ measure, scope }) => measure === 'bed-days-delayed' && scope === 'all')?.summary?.mean,
  );
  expect(results.flatMap(({ checks }) => checks.filter(({ passed }) => !passed))).toEqual([]);
  expect(mild).toBeLessThan(central);
  expect(central).toBeLessThan(severe);
  expect(severe - bought).toBeGreaterThan((severe - central) / 2);
}, 120_000);
