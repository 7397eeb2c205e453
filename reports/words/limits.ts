import type { Result } from '../../sim/result.ts';
import type { Reported } from '../reported.ts';
import { labelOf } from './lookup.ts';
import { settledAtStart, slowestSentence } from './settled.ts';

/** What the model leaves out in this run, said where it applies. */
export function limitationsOf(result: Result): string[] {
  const { scenario, values } = result;
  const unlimited = scenario.hospitals.filter((h) => h.beds.every((b) => b.value === 'unlimited')).map(labelOf);
  const placements = scenario.services.filter((s) => s.kind === 'placements').map(labelOf);
  const assumed = values.filter((v) => v.origin === 'assumption').length;
  return [
    'A forecast of a system under the stated assumptions, not a prediction about any person; it decides nothing about anyone’s care or safety.',
    ...(assumed > 0
      ? [
          `${assumed} of ${values.length} values are assumptions, not local figures; the ranges do not include the doubt about them.`,
        ]
      : []),
    ...(unlimited.length > 0
      ? [
          `Acute beds are without limit (${unlimited.join(', ')}): nobody waits to be admitted, so crowding at the front door is not shown.`,
        ]
      : []),
    ...(placements.length > 0
      ? [`Placements (${placements.join(', ')}) count new starts only; the people and places behind them are not followed.`]
      : []),
    ...((scenario.observed ?? []).length > 0 ? [] : ['The model was not compared with observed figures in this run.']),
    ...settledLimits(result),
    ...(scenario.startFrom
      ? [
          'It starts from the people present as the scenario counts them; what is left of their stays is drawn, given their stay so far.',
        ]
      : []),
    ...(scenario.startFrom?.notCounted === 'empty' ? ['Places where nobody was counted start empty, as the scenario says.'] : []),
  ];
}

function settledLimits(result: Result): string[] {
  const settled = settledAtStart(result);
  if (settled === 'yes') return [];
  if (settled === 'cannot tell')
    return [
      'Whether the warm-up is long enough cannot be told from this run: waits may be shown too short or too long because of it.',
    ];
  const slowest = slowestSentence(result);
  return [`The warm-up is too short, so the waits shown depend on its length${slowest === null ? '' : `: ${slowest}`}.`];
}

/** What one run cannot answer, whatever the scenario says. */
export function cannotSay({ sensitivities = [] }: Reported): string[] {
  return [
    'The smallest or the cheapest capacity that meets an ambition: a run tests one stated plan; d2a size and d2a sweep search among several.',
    ...(sensitivities.length > 0 ? [] : ['Which assumptions move the answer most: d2a sensitivity tries them.']),
    'Whether an earlier discharge is safe, and how people and staff react to a full system.',
  ];
}
