import type { Result } from '../../sim/result.ts';
import { fixed } from '../words/numbers.ts';
import { precisionSentences } from '../words/precision.ts';
import { settledAtStart } from '../words/settled.ts';
import { startOf } from '../words/start.ts';
import { item, list, plainText } from '../markdown/syntax.ts';

export function experimentation(result: Result): string[] {
  const { scenario, run, calendar, warnings } = result;
  return [
    '## 4. Experimentation',
    item(
      '4.1',
      'Initialisation',
      `${scenario.startFrom ? `The system starts ${plainText(startOf(result))}.` : `The system starts empty; ${fixed(scenario.warmUpDays)} days of warm-up before ${calendar.start} are simulated and not counted. ${warmUpText(result)}`} It is a terminating simulation of a stated period.`,
    ),
    item(
      '4.2',
      'Run length',
      `${fixed(scenario.days)} days, ${calendar.start} to ${calendar.end}. Time is in days; nothing is rounded to a clock tick.`,
    ),
    item(
      '4.3',
      'Estimation',
      `${fixed(run.replications)} independent replications, each with streams of its own.`,
      precisionSentences(result).map(plainText).join(' '),
    ),
    item('4.4', 'Warnings of this run', warnings.length > 0 ? list(warnings.map(({ text }) => plainText(text))) : 'None.'),
  ];
}

/** By the loads before the run, and by what the run itself found; what is wanting is among its warnings. */
function warmUpText(result: Result): string {
  const how =
    'It is judged by the time each service takes to settle at its load, by MSER-5, and by the drift of every level with its interval';
  const found = {
    yes: 'it was long enough: no level may have changed by more than a tenth, or half a person',
    no: 'it was too short; what is wanting is in 4.4',
    'cannot tell': 'whether it was long enough cannot be told',
  };
  return `${how}: ${found[settledAtStart(result)]}.`;
}

export function implementation({ tool, run, version }: Result): string[] {
  return [
    '## 5. Implementation',
    item(
      '5.1',
      'Software',
      `${plainText(tool.name)} ${plainText(tool.version)}, TypeScript on Node.js; result format ${version}.`,
    ),
    item(
      '5.2',
      'Random sampling',
      `Generator ${plainText(run.generator)}; seed ${plainText(run.seed)}; a stream for each process and purpose, by inversion, one uniform a draw: ${run.streams.map(plainText).join(', ')}.`,
    ),
    item(
      '5.3',
      'Model execution',
      `Event scheduling (${tool.engine} event queue; the other queue gives the same trajectory). ${fixed(run.events)} events in all. Replications may run on several threads; results are combined in their order, so the number of threads changes nothing.`,
    ),
    item(
      '5.4',
      'System',
      'What depends on the machine (Node version, platform, threads, time taken) is in `run-info.json` beside the result.',
    ),
    '## 6. Code access',
    item(
      '6.1',
      'Sharing',
      'Open source, MIT licence. The files in 3.1, the version in 5.1 and the seed in 5.2 give the same result, byte for byte: `d2a run FILE`.',
    ),
  ];
}
