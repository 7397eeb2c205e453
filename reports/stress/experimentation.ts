import type { Result } from '../../sim/result.ts';
import { fixed } from '../words/numbers.ts';
import { precisionSentences } from '../words/precision.ts';
import { item, list, plainText } from '../markdown/syntax.ts';

export function experimentation(result: Result): string[] {
  const { scenario, run, calendar, warnings } = result;
  return [
    '## 4. Experimentation',
    item('4.1', 'Initialisation', `The system starts empty; ${fixed(scenario.warmUpDays)} days of warm-up before ${calendar.start} are simulated and not counted. It is a terminating simulation of a stated period. ${warmUpText(result)}`),
    item('4.2', 'Run length', `${fixed(scenario.days)} days, ${calendar.start} to ${calendar.end}. Time is in days; nothing is rounded to a clock tick.`),
    item('4.3', 'Estimation', `${fixed(run.replications)} independent replications, each with streams of its own.`, precisionSentences(result).map(plainText).join(' ')),
    item('4.4', 'Warnings of this run', warnings.length > 0 ? list(warnings.map(({ text }) => plainText(text))) : 'None.'),
  ];
}

/** What the run itself found; a warm-up that was too short is among its warnings. */
function warmUpText({ warmUp }: Result): string {
  return warmUp?.judgedUntil ? 'Whether it was long enough was judged by MSER-5 and the drift of every level; what was found wanting is in 4.4.' : 'Whether it was long enough was not judged in this run.';
}

export function implementation({ tool, run, version }: Result): string[] {
  return [
    '## 5. Implementation',
    item('5.1', 'Software', `${plainText(tool.name)} ${plainText(tool.version)}, TypeScript on Node.js; result format ${version}.`),
    item('5.2', 'Random sampling', `Generator ${plainText(run.generator)}; seed ${plainText(run.seed)}; a stream for each process and purpose, by inversion, one uniform a draw: ${run.streams.map(plainText).join(', ')}.`),
    item('5.3', 'Model execution', `Event scheduling (${tool.engine} event queue; the other queue gives the same trajectory). ${fixed(run.events)} events in all. Replications may run on several threads; results are combined in their order, so the number of threads changes nothing.`),
    item('5.4', 'System', 'What depends on the machine (Node version, platform, threads, time taken) is in `run-info.json` beside the result.'),
    '## 6. Code access',
    item('6.1', 'Sharing', 'Open source, MIT licence. The files in 3.1, the version in 5.1 and the seed in 5.2 give the same result, byte for byte: `d2a run FILE`.'),
  ];
}
