import type { Result } from '../../sim/result.ts';
import { capital, labelOf, meanOf } from '../words/lookup.ts';
import { stepsOf } from '../words/timeline.ts';
import type { Choice } from './part.ts';

export interface Option {
  scope: string;
  label: string;
}

/** What can be chosen of a result; lists are empty, and `months` false, where there is nothing to choose between. */
export interface Options {
  hospitals: Option[];
  places: Option[];
  pathways: Option[];
  months: boolean;
}

/** A part of the people is offered where the result holds who of them has no criteria to reside. */
const MEASURE = 'no-criteria-to-reside';

export function optionsOf(result: Result): Options {
  const { hospitals, places, pathways } = result.scenario;
  const held = (kind: string, items: typeof places): Option[] => {
    const found = items
      .map((it) => ({ scope: `${kind}:${it.name}`, label: capital(labelOf(it)) }))
      .filter(({ scope }) => meanOf(result, MEASURE, scope) !== null);
    return found.length > 1 ? found : [];
  };
  return {
    hospitals: held('hospital', hospitals),
    places: held('place', places),
    pathways: held('pathway', pathways),
    months: stepsOf(result).step === 'week' && result.calendar.months.length > 1 && result.byMonth.length > 0,
  };
}

/** Every choice but the first, which the page shows as it opens: everyone, by week. */
export function choicesOf({ hospitals, places, pathways, months }: Options): Choice[] {
  const where = ['all', ...[...hospitals, ...places].map(({ scope }) => scope)];
  const scopes = where.flatMap((one) => [one, ...pathways.map(({ scope }) => (one === 'all' ? scope : `${one}/${scope}`))]);
  const steps: Choice['step'][] = months ? ['week', 'month'] : ['week'];
  return scopes.flatMap((scope) => steps.map((step) => ({ scope, step }))).slice(1);
}
