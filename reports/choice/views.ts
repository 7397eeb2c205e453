import type { Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';
import { comparisonFigures } from '../figures/comparison.ts';
import type { Figure } from '../figures/figure.ts';
import { BY_MONTH, OF_PART } from '../figures/index.ts';
import { choicesOf, optionsOf } from './options.ts';
import { type Choice, partOf, partOfComparison } from './part.ts';

/** A figure as it is under a choice; the page opens with that of everyone by week, which is among them where there are others. */
export interface View extends Choice {
  figure: Figure;
}

/** Every figure of the report under every choice for which the result holds another one. */
export function viewsOf(result: Result, shown: Figure[]): View[] {
  return different(shown, choicesOf(optionsOf(result)), (choice) => {
    const part = partOf(result, choice);
    return (choice.scope === 'all' ? BY_MONTH : OF_PART).flatMap((draw) => draw(part));
  });
}

/** The same of a comparison: what can be chosen is what the base can be told apart by. */
export function comparisonViews(results: Result[], comparison: Comparison, shown: Figure[]): View[] {
  const [base] = results;
  return base
    ? different(shown, choicesOf(optionsOf(base)), (choice) =>
        comparisonFigures(
          results.map((result) => partOf(result, choice)),
          partOfComparison(comparison, choice.scope),
        ),
      )
    : [];
}

/** By month, or of a part, a figure is kept only where it is not what would be shown otherwise, and is drawn as the whole is. */
function different(shown: Figure[], choices: Choice[], draw: (choice: Choice) => Figure[]): View[] {
  const kept = new Map<string, View[]>();
  for (const choice of choices)
    for (const figure of draw(choice)) {
      const whole = shown.find(({ id }) => id === figure.id);
      if (!whole || (whole.chart === null) !== (figure.chart === null)) continue;
      const views = kept.get(figure.id) ?? [{ scope: 'all', step: 'week', figure: whole }];
      const before = views.find(({ scope, step }) => scope === choice.scope && step === 'week') ?? views[0];
      if (!same(before?.figure, figure)) views.push({ ...choice, figure });
      kept.set(figure.id, views);
    }
  return [...kept.values()].filter((views) => views.length > 1).flat();
}

/** Whether a figure can be shown of a part of the people. */
export const toldApart = (views: View[], { id }: Figure): boolean =>
  views.some(({ scope, figure }) => figure.id === id && scope !== 'all');

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
