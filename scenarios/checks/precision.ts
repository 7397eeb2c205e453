import type { Precision } from '../../sim/scenario/run-plan.ts';
import type { Slip } from '../mistakes.ts';
import { type Branch, find, placeOf, textsAt } from '../source/tree.ts';
import { measureAsked, scopeAsked } from './measures-asked.ts';
import type { MeasureOption } from './measure-option.ts';

/** The measures that a precision is asked for, those understood. */
export function readPrecision(tree: Branch, measures: MeasureOption[], slips: Slip[]): Precision['on'] {
  const path = ['run', 'precision'];
  if (find(tree, path) && find(tree, ['run', 'replications'])) {
    const here = ['run', 'replications'];
    slips.push({
      place: placeOf(tree, here),
      path: here,
      problem: 'Either a number of replications or a `precision` can be said, not both.',
      allowed: '`at-most` for the most there may be; `replications: removed` takes out a number of the file this one builds on',
    });
  }
  return textsAt(tree, ['run', 'on']).flatMap(({ text, path: here }) => {
    const [, id = text, of = 'all'] = /^(\S+) of (.+)$/.exec(text.trim()) ?? [];
    const asking = { tree, path: here, slips };
    const option = measureAsked(id.trim(), asking, measures);
    const scope = option && scopeAsked(of, asking, option);
    return option && scope ? [{ measure: option.measure, scope }] : [];
  });
}
