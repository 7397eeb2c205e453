import type { Result } from '../../sim/result.ts';
import { observed } from '../figures/observed.ts';
import { ambitionName } from '../words/ambition-words.ts';
import { spellText } from '../words/dates.ts';
import { lower, unitOf } from '../words/lookup.ts';
import { apart, countOf, withUnit } from '../words/numbers.ts';
import { agreementSentence, derivedRows } from '../words/stated.ts';
import { fromFigures, type Question, type Said } from './question.ts';

/** Figures of a plan told one by one. */
const MOST = 3;

export const lastWinter: Question = {
  asks: 'Does the model match what was observed, and what the plan states?',
  needs: 'observed figures of the period, or what the plan states',
  answer: (result): Said[] => [
    ...fromFigures(observed(result).filter(({ id }) => id.startsWith('observed-series'))),
    ...besideThePlan(result),
  ],
};

/** Figures of the plan that the simulation was not told, those it misses first. */
function besideThePlan(result: Result): Said[] {
  const rows = derivedRows(result).sort((a, b) => Number(a.agrees) - Number(b.agrees));
  if (rows.length === 0) return [];
  const more = rows.length - MOST;
  const said = rows.slice(0, MOST).map(({ stated: it, over, summary, agrees }) => {
    const unit = unitOf(result, it.measure);
    const why = agrees === false && it.note ? ` (${it.note})` : '';
    return `${ambitionName(result, it)}, ${spellText(result, over)}: ${withUnit(it.value, unit)} stated, ${apart(summary?.mean ?? null, it.value, unit)} simulated: ${agrees ? 'agrees' : agrees === null ? 'cannot be told' : 'does not agree'}${why}`;
  });
  return [
    {
      text: `Beside the plan, ${lower(agreementSentence([result]))}: ${said.join('; ')}${more > 0 ? `; and ${countOf(more, 'more', 'more')}` : ''}.`,
      see: 'stated',
    },
  ];
}
