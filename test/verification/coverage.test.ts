import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOnDisk } from '../../data/files-on-disk.ts';
import { readScenario } from '../../scenarios/index.ts';
import { experiment, measureOptions } from '../../sim/index.ts';
import expectedJson from './expected.json' with { type: 'json' };

/**
 * Does a 95% interval cover the truth 95 times in 100? Case A2 (five beds at 80% load), whose answers are exact, in 1,000 small experiments
 * of 30 replications, each with a seed of its own. Its relaxation time is 1 / (sqrt(beds / stay) - sqrt(arrivals))^2 = 359 days:
 * the warm-up is ten of it, a replication twenty. Only with `npm run verify:coverage`: some minutes.
 */
const EXPERIMENTS = 1000;
const SET = ['period.length=7180 days', 'run.warm-up=3590 days', 'run.replications=30'];
const EXACT = {
  waiting: 'mean_waiting_for_bed',
  'in-service': 'mean_beds_occupied',
  'waited-share': 'p_wait',
  'wait-mean': 'mean_wait_days',
};

const exact = (name: string): number => expectedJson.cases.A2.expected.find((it) => it.name === name)?.value ?? Number.NaN;

describe('1,000 small experiments', () => {
  it('cover the exact answer with their 95% interval between 930 and 970 times', { timeout: 7_200_000 }, async () => {
    const read = await readScenario(join(import.meta.dirname, 'cases/A2.yaml'), {
      files: filesOnDisk,
      measures: measureOptions(),
      set: SET,
    });
    const covered = new Map(Object.keys(EXACT).map((measure) => [measure, 0]));
    for (let i = 1; i <= EXPERIMENTS; i++) {
      const scenario = { ...read.scenario, run: { ...read.scenario.run, seed: `coverage-${i}` } };
      const [result] = await experiment([{ ...read, scenario }], { version: 'test' });
      for (const [measure, name] of Object.entries(EXACT)) {
        const [low, high] = result?.measures.find((it) => it.measure === measure && it.scope === 'service:step-down')?.summary
          ?.interval ?? [Number.NaN, Number.NaN];
        if (low <= exact(name) && exact(name) <= high) covered.set(measure, (covered.get(measure) as number) + 1);
      }
    }
    process.stdout.write(
      `covered, of ${EXPERIMENTS}: ${[...covered].map(([measure, times]) => `${measure} ${times}`).join(', ')}\n`,
    );
    for (const times of covered.values()) {
      expect(times).toBeGreaterThanOrEqual(0.93 * EXPERIMENTS);
      expect(times).toBeLessThanOrEqual(0.97 * EXPERIMENTS);
    }
  });
});
