import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Result } from '../../../sim/result.ts';
import type { Row } from '../check-case.ts';
import { measure, onDay } from '../derive.ts';
import { runFiles } from '../run-files.ts';
import ipacs from './ipacs.json' with { type: 'json' };

type Case = (typeof ipacs.cases)[number];
type Queue = 'with_initial_queue' | 'without_initial_queue';

const BASE = resolve('test/verification/published/ipacs.yaml');
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const BED = 'service:step-down';
const THEIRS = 2000;

/** Every case with and without its initial queue, through scenario files of their own, in one run. */
export async function ipacsRows(folder: string, replications: number): Promise<{ rows: Row[]; results: Result[] }> {
  mkdirSync(folder, { recursive: true });
  const runs = ipacs.cases.flatMap((it) =>
    (['with_initial_queue', 'without_initial_queue'] as const).map((queue) => ({ it, queue, name: `${it.id}-${queue}` })),
  );
  const files = runs.map(({ it, queue, name }) => {
    const file = join(folder, `${name}.yaml`);
    writeFileSync(file, scenarioText(it, queue));
    return file;
  });
  const results = await runFiles(files, join(folder, 'out'), replications);
  return { rows: runs.flatMap(({ it, queue, name }, i) => rowsOf(it[queue], name, results[i] as Result)), results };
}

function scenarioText(it: Case, queue: Queue): string {
  const [median, mean] = it.stay_lognormal_median_mean_days;
  const rates = it.arrivals_per_day_sun_to_sat;
  const beds = it.beds === 'unlimited' ? 'unlimited' : `${it.beds} beds`;
  return [
    'd2a: 1',
    `extends: ${BASE}`,
    `name: "${it.id}, ${queue.replaceAll('_', ' ')}"`,
    `referrals: {community: {arrivals: (${rates.join(' + ')})/7 per day, weekday-profile: {${rates.map((rate, day) => `${DAYS[day]}: ${rate}`).join(', ')}}}}`,
    `services: {step-down: {beds: ${beds}, stay: {mean: ${mean} days, median: ${median} days, shape: lognormal}}}`,
    `start-from: {services: {step-down: {in-service: {people: ${it.initial_occupancy} people}, waiting: {people: ${it[queue].initial_queue} people}}}}`,
    '',
  ].join('\n');
}

/** Mean of a level over a day: it is straight between midnights on average, since people come evenly within a day. */
function overDay(result: Result, id: string, day: number): number {
  return (onDay(id, BED, day - 1)(result, null).mean + onDay(id, BED, day)(result, null).mean) / 2;
}

function rowsOf(expected: Case[Queue], name: string, result: Result): Row[] {
  const last = result.scenario.days;
  const simulated = {
    occupancy_day_181: overDay(result, 'in-service', last),
    waiting_day_181: overDay(result, 'waiting', last),
    occupancy_mean: measure('in-service', BED)(result, null).mean,
    waiting_mean: measure('waiting', BED)(result, null).mean,
  };
  return Object.entries(expected.expected_mean_and_sd_between_replications).map(
    ([value, [exact = Number.NaN, sd = Number.NaN]]) => {
      const error = sd * Math.sqrt(1 / result.run.replications + 1 / THEIRS);
      const away = Math.abs(simulated[value as keyof typeof simulated] - exact);
      const within = 4 * error + (sd === 0 ? 0.02 : 0); // a spread printed as 0.00
      return {
        name: `${name}: ${value}`,
        unit: 'people',
        exact,
        simulated: simulated[value as keyof typeof simulated],
        error,
        away: error === 0 ? null : away / error,
        verdict: away <= within ? 'passed' : 'failed',
      };
    },
  );
}
