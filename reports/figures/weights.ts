import type { SensitivityDecision } from '../../sim/decision.ts';
import { morrisFigures } from '../decide/morris.ts';
import { sobolFigures } from '../decide/sobol.ts';
import { tornadoFigure } from '../decide/tornado.ts';
import type { Telling } from '../decide/weights.ts';
import type { Reported } from '../reported.ts';
import { lower, meanOf, scopeLabel } from '../words/lookup.ts';
import { valueName } from '../words/value-name.ts';
import type { Figure } from './figure.ts';
import { slugs } from './slug.ts';

/** Assumptions by weight, where the report was given what `d2a sensitivity` found: figures for each measure that was moved. */
export const weights = (result: Reported): Figure[] =>
  (result.sensitivities ?? []).flatMap((decision) => {
    const telling = tellingOf(result, decision);
    return [
      tornadoFigure(decision, weightsId(decision), telling),
      ...morrisFigures(decision, weightsId(decision, 'morris'), telling),
      ...sobolFigures(decision, weightsId(decision, 'sobol'), telling),
    ];
  });

/** `tornado-bed-days-delayed`, and with what it is of where that is not everyone. */
export const weightsId = ({ asked: { measure, scope } }: SensitivityDecision, kind = 'tornado'): string =>
  `${kind}-${slugs([scope === 'all' ? measure : `${measure} ${scope}`])[0]}`;

/** A sum or a product is told by what it comes to. */
const FORMULA = /[*(]|\s[+-]\s/;

/** In the words of the report, from the mean over all the winters of the result: the changes are differences on the same people. */
export function tellingOf(result: Reported, { asked: { measure, scope, title }, base }: SensitivityDecision): Telling {
  return {
    name: (path) => valueName(result, path),
    written: ({ path, written }) =>
      FORMULA.test(written) ? (result.values.find((value) => value.path === path)?.value ?? written) : written,
    measure: `${lower(title)}${scope === 'all' ? '' : ` (${scopeLabel(result.scenario, scope)})`}`,
    stands: meanOf(result, measure, scope) ?? base.mean.mean,
  };
}
