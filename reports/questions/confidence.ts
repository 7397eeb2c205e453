import type { Result } from '../../sim/result.ts';
import { observed } from '../figures/observed.ts';
import { ambitionName } from '../words/ambition-words.ts';
import { pathText } from '../words/changes.ts';
import { overText } from '../words/dates.ts';
import { unitOf } from '../words/lookup.ts';
import { apart, countOf, fixed, withUnit } from '../words/numbers.ts';
import { byWidth } from '../words/ranges.ts';
import { agreementSentence, derivedRows } from '../words/stated.ts';
import { fromFigures, type Question, type Said } from './question.ts';

const MOST = 3;

export const assumptions: Question = {
  asks: 'Which three assumptions are least certain, and which values are borrowed?',
  needs: 'values with a stated range (could be: from … to …)',
  answer: (result) => {
    const widest = byWidth(result.values).slice(0, MOST);
    if (widest.length === 0) return [];
    const assumed = result.values.filter(({ origin }) => origin === 'assumption').length;
    const list = widest.map(({ value: v, width }) => `${pathText(result, v.path)} (${v.value}, could be ${v.range?.low} to ${v.range?.high}, ±${fixed(width * 50)}%; ${v.origin === 'source' ? 'from a source' : 'assumed'})`);
    return [
      { text: `The widest stated ${widest.length === 1 ? 'range' : 'ranges'}: ${list.join('; ')}. How far each moves the answer: d2a sensitivity.`, see: 'assumption-ranges' },
      { text: `${countOf(assumed, 'value')} of ${fixed(result.values.length)} ${assumed === 1 ? 'is an assumption' : 'are assumptions'}, not local figures.`.replace(/^./, (c) => c.toUpperCase()), see: null },
    ];
  },
};

export const lastWinter: Question = {
  asks: 'Does the model match what was observed, and what the plan states?',
  needs: 'observed figures of the period, or what the plan states',
  answer: (result): Said[] => [...fromFigures(observed(result).filter(({ id }) => id.startsWith('observed-series'))), ...besideThePlan(result)],
};

/** Figures of the plan that the simulation was not told, those it misses first. */
function besideThePlan(result: Result): Said[] {
  const rows = derivedRows(result).sort((a, b) => Number(a.agrees) - Number(b.agrees));
  if (rows.length === 0) return [];
  const more = rows.length - MOST;
  const said = rows.slice(0, MOST).map(({ stated: it, over, summary, agrees }) => {
    const unit = unitOf(result, it.measure);
    const why = agrees === false && it.note ? ` (${it.note})` : '';
    return `${ambitionName(result, it)}, ${overText(over)}: ${withUnit(it.value, unit)} stated, ${apart(summary?.mean ?? null, it.value, unit)} simulated${why}`;
  });
  return [{ text: `${agreementSentence([result])}: ${said.join('; ')}${more > 0 ? `; and ${countOf(more, 'more', 'more')}` : ''}.`, see: 'stated' }];
}
