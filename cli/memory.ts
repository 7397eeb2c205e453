import type { Scenario } from '../sim/scenario/scenario.ts';
import { Refusal } from './exit.ts';

/** assumption: what a laptop of 8 GB has to spare, with up to 8 workers. The largest shipped plan keeps 26 MB a replication and gathers 0.2 GB. */
const MOST_A_REPLICATION = 400e6;
const MOST_GATHERED = 2e9;

/** Refuses what would fill the memory, before anything runs. `named`: each scenario with its name for people. */
export async function refuseTooLarge(named: { name: string; scenario: Scenario }[]): Promise<void> {
  const { gatheredBytes, replicationBytes } = await import('../sim/experiment/footprint.ts');
  const refused = named.flatMap(({ name, scenario }) => {
    const each = replicationBytes(scenario);
    if (each > MOST_A_REPLICATION) return [sentence(name, scenario, 'the records of one replication', each, MOST_A_REPLICATION)];
    const gathered = gatheredBytes(scenario);
    return gathered > MOST_GATHERED
      ? [sentence(name, scenario, 'the results by day, week and month', gathered, MOST_GATHERED)]
      : [];
  });
  if (refused.length > 0) throw new Refusal(refused.join('\n\n'));
}

function sentence(
  name: string,
  { services, hospitals, arrivals, days, run }: Scenario,
  what: string,
  bytes: number,
  most: number,
): string {
  const size = [
    `${services.length} services`,
    `${hospitals.length} hospitals`,
    `${arrivals.length} streams of people`,
    `${days.toLocaleString('en-GB')} days`,
    `${run.replications.toLocaleString('en-GB')} replications`,
  ].join(', ');
  return `${name} is too large to be run: ${what} would take ${gigabytes(bytes)} of memory, at most ${gigabytes(most)}.\n  It has ${size}.\n  Take fewer of them, or a shorter period.`;
}

const gigabytes = (bytes: number): string => `${(Math.ceil(bytes / 1e8) / 10).toLocaleString('en-GB')} GB`;
