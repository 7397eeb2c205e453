import type { Result } from '../../sim/result.ts';
import { fixed } from './numbers.ts';
import { startOf } from './start.ts';

/** The fact that is a long list. */
export const STREAMS = 'One stream each for';

/** What made a result, in the order it is read. */
export function factsOf(result: Result): [name: string, text: string][] {
  const { tool, run, scenario } = result;
  return [
    ['Made by', `${tool.name} ${tool.version}, ${tool.engine} engine; result format ${result.version}`],
    ['Replications', fixed(run.replications)],
    ['Seed', run.seed],
    ['Random numbers', `${run.generator}, in ${fixed(run.streams.length)} streams`],
    [STREAMS, run.streams.join(', ')],
    ['Starts', startOf(result)],
    ['Period', `${result.calendar.start} to ${result.calendar.end}, ${fixed(scenario.days)} days`],
    ['Events simulated', fixed(run.events)],
  ];
}

/** What proves which file was read. */
export const inputText = ({ sha256, bytes }: Result['inputs'][number]): string => `SHA-256 ${sha256}, ${fixed(bytes)} bytes`;
