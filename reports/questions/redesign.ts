import type { Result } from '../../sim/result.ts';
import type { BedService } from '../../sim/scenario.ts';
import { ambitionName, besideTarget, targetText } from '../words/ambition-words.ts';
import { changesFigure } from '../figures/changes.ts';
import { redirections } from '../figures/redirections.ts';
import { judge } from '../words/chance.ts';
import { overText } from '../words/dates.ts';
import { capital, labelOf, lower } from '../words/lookup.ts';
import { planOf } from '../words/plan.ts';
import { fromFigures, type Question, type Said } from './question.ts';

export const redesign: Question = {
  asks: 'Which beds can close and when, what does running both cost, and how bad is the worst week?',
  needs: 'a plan in which beds close',
  answer: (result) => {
    const closing = result.scenario.services.filter((s): s is BedService => s.kind === 'beds' && closes(result, s));
    if (closing.length === 0) return [];
    const plan = planOf(result);
    const beds = closing.map((s): Said => {
      const label = capital(labelOf(s));
      return { text: `${label}: ${plan.find(({ what }) => what === label)?.planned ?? ''}.`, see: null };
    });
    return [...beds, ...changesFigure(result).flatMap(({ id, notes }) => notes.map((text) => ({ text, see: id })))];
  },
};

export const split: Question = {
  asks: 'Is the pathway split of the ambition reached, and what does right-sizing do?',
  needs: 'an ambition on the pathway mix, or a share of people who could take another pathway',
  differs: [{ measure: 'pathway-mix', of: 'pathway' }, { measure: 'usual-residence', of: 'all' }],
  answer: (result) => [...reached(result), ...fromFigures(redirections(result))],
};

/** Beds planned for the period that are fewer later in it. */
function closes({ scenario }: Result, { beds }: BedService): boolean {
  const end = scenario.warmUpDays + scenario.days;
  const size = (i: number): number => (beds[i]?.value === 'unlimited' ? Infinity : Number(beds[i]?.value ?? 0));
  return beds.some(({ from }, i) => i > 0 && from > scenario.warmUpDays && from < end && size(i) < size(i - 1));
}

function reached(result: Result): Said[] {
  return result.ambitions.filter(({ measure }) => measure === 'pathway-mix').flatMap((a) => a.rows.map((row): Said => ({
    text: `${ambitionName(result, a)}, ${overText(row.over)}: ${besideTarget(result, a, row.summary?.mean ?? null)} reached on average against ${targetText(result, a)}, ${lower(judge(row).word)}.`,
    see: 'pathway-mix',
  })));
}
