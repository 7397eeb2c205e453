import type { Result } from '../../sim/result.ts';
import { definitionsTable } from '../figures/evidence.ts';
import { ambitionName, measureName, targetText } from '../words/ambition-words.ts';
import { setValues } from '../words/changes.ts';
import { periodText } from '../words/dates.ts';
import { lower } from '../words/lookup.ts';
import { fixed } from '../words/numbers.ts';
import { readingOf } from '../words/reading.ts';
import { item, list, markdownTable, plainText } from '../markdown/syntax.ts';

export function objectives(result: Result): string[] {
  const { scenario, ambitions } = result;
  const aims = ambitions.map((a) => {
    const [name, measured] = [ambitionName(result, a), measureName(result, a)];
    return plainText(`${name}${name === measured ? '' : ` (${lower(measured)})`}: ${targetText(result, a)}.`);
  });
  const set = setValues(result);
  return [
    '## 1. Objectives',
    item(
      '1.1',
      'Purpose of the model',
      'To show what stated amounts of care after hospital (hours of home support, step-down beds, placements) do to waits, delayed discharges and cost, before they are bought.',
      scenario.question ? `Asked of this run: ${plainText(scenario.question)}` : 'The scenario states no question.',
    ),
    item(
      '1.2',
      'Outputs',
      'Each measure is one formula over daily observations of the period; the warm-up is not counted. How well a mean is known: Student t over replications, 95%. How much single replications differ: their 5th, 25th, 50th, 75th and 95th percentile. The chance of meeting an ambition: the share of replications that do, with a Wilson interval, 95%.',
      list(readingOf(result).map(plainText)),
      markdownTable(definitionsTable(result.definitions)),
    ),
    item(
      '1.3',
      'Aims of the experiment',
      `One scenario, “${plainText(scenario.name)}”, ${periodText(result)}, ${fixed(result.run.replications)} replications. Differences between scenarios are found by running them on the same simulated people (common random numbers) and comparing pairs. Nothing is optimised in this run.`,
      aims.length > 0 ? list(aims) : 'The scenario states no ambition.',
      set.length > 0 ? `Set on the command line, over the file: ${set.map(plainText).join(', ')}.` : '',
    ),
  ];
}
