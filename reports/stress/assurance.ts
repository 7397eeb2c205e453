import type { Result } from '../../sim/result.ts';
import { checksTable } from '../figures/evidence.ts';
import { notAskedOf } from '../questions/not-asked.ts';
import { cannotSay, limitationsOf } from '../words/limits.ts';
import { countOf, fixed } from '../words/numbers.ts';
import { item, list, markdownTable, plainText } from '../markdown/syntax.ts';

/** What quality assurance asks beyond the reporting items; names and judgements are for people to fill in. */
export function assurance(result: Result): string[] {
  const { checks, values } = result;
  const observed = result.scenario.observed?.length ?? 0;
  const failed = checks.filter(({ passed }) => !passed).length;
  const of = (origin: string) => fixed(values.filter((it) => it.origin === origin).length);
  return [
    '## Quality assurance record',
    item('A', 'Roles', list(['Commissioner: ', 'Analyst: ', 'Assurer (not the analyst): ', 'Approver, and date: '])),
    item(
      'B',
      'Verification',
      `${fixed(checks.length - failed)} of ${fixed(checks.length)} self-checks of this run passed: its sums are right, which says nothing of the plan's values. The simulator itself is held to exact answers of queueing theory (\`npm run verify\`).`,
      markdownTable(checksTable(result)),
    ),
    item(
      'C',
      'Validation',
      `In this run ${observed === 0 ? 'nothing observed was' : `${countOf(observed, 'observed figure')} ${observed === 1 ? 'was' : 'were'}`} put beside the simulated figures. Compare a past period before relying on a forecast, and write down what was compared, by whom and how far apart they were: `,
    ),
    item(
      'D',
      'Uncertainty',
      `Ranges are chance alone. Of ${fixed(values.length)} values ${of('source')} have a source, ${of('assumption')} are stated assumptions, ${of('unstated')} state neither, ${of('command line')} were set on the command line, ${of('default')} are defaults: doubt about them is in no range.`,
    ),
    item('E', 'Limitations', list([...limitationsOf(result), ...notAskedOf(result), ...cannotSay(result)].map(plainText))),
  ];
}
