import { observed } from '../figures/observed.ts';
import { pathText } from '../words/changes.ts';
import { countOf, fixed } from '../words/numbers.ts';
import { byWidth } from '../words/ranges.ts';
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
  asks: 'Does the model match what was observed?',
  needs: 'observed figures of the period',
  answer: (result): Said[] => fromFigures(observed(result).filter(({ id }) => id.startsWith('observed-series'))),
};
