import type { SensitivityDecision } from '../../sim/decision.ts';
import { type Weighed, weightsOf } from '../decide/weights.ts';
import { turnedText } from '../decide/words.ts';
import { tellingOf, weightsId } from '../figures/weights.ts';
import type { Reported } from '../reported.ts';
import { isClear, swing, weightsFinding } from '../words/findings/weights.ts';
import { capital } from '../words/lookup.ts';
import { countOf, fixed, withUnit } from '../words/numbers.ts';
import { byWidth } from '../words/ranges.ts';
import { valueName } from '../words/value-name.ts';
import type { Question, Said } from './question.ts';

const MOST = 3;

export const assumptions: Question = {
  asks: 'Which three assumptions matter most, which values are local, and which are borrowed?',
  needs: 'values with a stated range (could be: from … to …), or what d2a sensitivity finds of it',
  beside: (_, other) => mattering(other).map(({ text }) => text),
  answer: (result) => {
    const told = mattering(result);
    return told.length === 0 ? [] : [...told, { text: assumedText(result), see: null }];
  },
};

function mattering(result: Reported): Said[] {
  const weighed = (result.sensitivities ?? []).flatMap((decision) => byWeight(result, decision));
  return weighed.length > 0 ? weighed : leastCertain(result);
}

function leastCertain(result: Reported): Said[] {
  const widest = byWidth(result.values).slice(0, MOST);
  if (widest.length === 0) return [];
  const list = widest.map(
    ({ value: v, width }) =>
      `${valueName(result, v.path)} (${v.value}, could be ${v.range?.low} to ${v.range?.high}, ±${fixed(width * 50)}%; ${v.origin === 'source' ? 'from a source' : 'assumed'})`,
  );
  return [
    {
      text: `The widest stated ${widest.length === 1 ? 'range' : 'ranges'}: ${list.join('; ')}. How far each moves the answer: run d2a sensitivity on the scenario, then d2a report with this result.json and its decision.json.`,
      see: 'assumption-ranges',
    },
  ];
}

const assumedText = ({ values }: Reported): string => {
  const assumed = values.filter(({ origin }) => origin === 'assumption').length;
  return capital(
    `${countOf(assumed, 'value')} of ${fixed(values.length)} ${assumed === 1 ? 'is an assumption' : 'are assumptions'}, not local figures.`,
  );
};

/** The three that move the measure most, by how much and which way; which of them are local; what to measure first. */
function byWeight(result: Reported, decision: SensitivityDecision): Said[] {
  const telling = tellingOf(result, decision);
  const { measure, unit, stands, weights } = weightsOf(decision, telling);
  const three = weights.filter(isClear).slice(0, MOST);
  const text =
    three.length === 0
      ? `${capital(weightsFinding({ measure, unit, stands, weights }))}.`
      : `${capital(measure)}, ${withUnit(stands, unit)} as it stands, ${three.length < MOST ? 'is clearly moved only by' : 'is moved most by'}: ${three.map((it) => `${it.name} (${telling.written(it.value)}), ${swing(it, { unit, stands })}`).join('; ')}. Of ${countOf(weights.length, 'value')}, one at a time.`;
  return [
    { text, see: weightsId(decision) },
    ...whereFrom(three),
    ...turnedText(decision, telling.name).map((text) => ({ text, see: null })),
  ];
}

function whereFrom(three: Weighed[]): Said[] {
  const local = three.filter(({ value }) => value.origin === 'source');
  const assumed = three.filter(({ value }) => value.origin !== 'source');
  const [first] = assumed;
  const names = (some: Weighed[]): string => some.map(({ name }) => name).join(' and ');
  const kinds =
    local.length === 0
      ? assumed.length === 1
        ? 'It is assumed or borrowed, not a local figure.'
        : 'None of them is a local figure: all are assumed or borrowed.'
      : assumed.length === 0
        ? 'All of them have a source.'
        : `From a source: ${names(local)}; assumed or borrowed: ${names(assumed)}.`;
  const measure = first ? ` Measure first: ${first.name}${first.value.note ? ` (it stands on “${first.value.note}”)` : ''}.` : '';
  return three.length === 0 ? [] : [{ text: `${kinds}${measure}`, see: null }];
}
