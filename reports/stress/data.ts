import type { Result, ScenarioValue } from '../../sim/result.ts';
import { fixed } from '../words/numbers.ts';
import { item, list, markdownTable, plainText } from '../markdown/syntax.ts';

const ORIGINS: Record<Exclude<ScenarioValue['origin'], 'source'>, string> = {
  assumption: 'assumption',
  unstated: 'no source given',
  'command line': 'command line',
  default: 'default of the simulator',
};

export function data(result: Result): string[] {
  const { values, inputs } = result;
  const sourced = values.filter(({ origin }) => origin === 'source');
  return [
    '## 3. Data',
    item(
      '3.1',
      'Sources',
      'Files read:',
      list(inputs.map(({ file, sha256, bytes }) => `${plainText(file)}: ${fixed(bytes)} bytes, SHA-256 ${sha256}`)),
      sourced.length > 0
        ? markdownTable({
            columns: heads('What', 'Value', 'Could be', 'Source', 'Confidence', 'Where'),
            rows: sourced.map((it) => row(it, it.note)),
          })
        : 'No value states a source.',
    ),
    item(
      '3.2',
      'Pre-processing',
      'Units become days, people, beds, hours a week and £; sums are worked out; weekday and monthly factors are divided by their mean; bank holidays are those of England. What was written and what was read, where they differ:',
      differing(values),
    ),
    item('3.3', 'Input parameters', `${fixed(values.length)} values: those with a source are in 3.1, all others in 3.4.`),
    item(
      '3.4',
      'Assumptions register',
      'The assumptions of the model itself are listed in `sim/README.md`.',
      markdownTable({
        columns: heads('What', 'Value', 'Could be', 'Stands on', 'Confidence', 'Where'),
        rows: values.flatMap((it) =>
          it.origin === 'source' ? [] : [row(it, [ORIGINS[it.origin], it.note].filter(Boolean).join(': '))],
        ),
      }),
    ),
  ];
}

const heads = (...names: string[]) => names.map((head) => ({ key: head, head }));

function row({ path, value, range, confidence, at }: ScenarioValue, standsOn: string | null): (string | null)[] {
  return [path, value, range ? `${range.low} to ${range.high}` : null, standsOn, confidence, at];
}

function differing(values: ScenarioValue[]): string {
  const sums = values.filter(({ written }) => /\d.*[+*/(].*\d/.test(written));
  return sums.length === 0
    ? 'no sums are written in this scenario.'
    : list(sums.map(({ path, written, value }) => `${plainText(path)}: ${plainText(written)} = ${plainText(value)}`));
}
