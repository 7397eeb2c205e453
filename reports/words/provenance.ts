import type { Result } from '../../sim/result.ts';
import { fixed } from './numbers.ts';
import { startOf } from './start.ts';

/** What made a result, in the order it is read. */
export function factsOf(result: Result): [name: string, text: string][] {
  const { tool, run, scenario } = result;
  return [
    ['Made by', `${tool.name} ${tool.version}, ${tool.engine} engine; result format ${result.version}`],
    ['Replications', fixed(run.replications)],
    ['Seed', run.seed],
    ['Random numbers', `${run.generator}, one stream each for: ${run.streams.join(', ')}`],
    ['Starts', startOf(result)],
    ['Period', `${result.calendar.start} to ${result.calendar.end}, ${fixed(scenario.days)} days`],
    ['Events simulated', fixed(run.events)],
  ];
}

/** What proves which file was read. */
export const inputText = ({ sha256, bytes }: Result['inputs'][number]): string => `SHA-256 ${sha256}, ${fixed(bytes)} bytes`;
