import type { Result } from '../../sim/result.ts';
import { acuteBeds } from '../figures/acute-beds.ts';
import { exitBlock } from '../figures/exit-block.ts';
import { acuteQueues } from '../words/acute-queue.ts';
import { runWord } from '../words/dates.ts';
import { capital, labelOf, meanOf, outer, serviceScope } from '../words/lookup.ts';
import { amount, countOf, fixed, span, withUnit } from '../words/numbers.ts';
import { means, peak, stepText, timeline } from '../words/timeline.ts';
import { fromFigures, type Question, type Said } from './question.ts';

export const occupancy: Question = {
  asks: 'How full is the hospital: in which weeks over 92% and 95%?',
  needs: 'a hospital, and the number of its acute beds; a mild or a severe winter is a scenario of its own, to be compared',
  beside: (_, other) => [
    ...fromFigures(acuteBeds(other)).map(({ text }) => text),
    ...frontDoor(other),
    ...inUse(other).map((text) => capital(text)),
  ],
  answer: (result) => [
    ...fromFigures(acuteBeds(result)),
    ...frontDoor(result).map((text): Said => ({ text, see: null })),
    ...inUse(result).map(
      (text): Said => ({ text: `Occupancy cannot be given because the number of acute beds is not stated; ${text}`, see: null }),
    ),
  ],
};

/** Who waits for an acute bed where the beds are limited: how many, when most, and how long. */
function frontDoor(result: Result): string[] {
  return acuteQueues(result).map(({ scope, bed, waiting }) => {
    if (waiting.mean === 0) return `Nobody waits for ${bed}.`;
    const range = outer(waiting);
    const line = timeline(result, 'acute-waiting', scope);
    const top = peak(means(line));
    const most = line?.values[top];
    const when = line && most ? `, ${amount(most.mean)} in ${stepText(result, line.step, line.at[top] ?? '')}, the most` : '';
    const wait = meanOf(result, 'acute-wait-mean', scope);
    const turnedAway = meanOf(result, 'acute-turned-away', scope) ?? 0;
    return `Waiting for ${bed}: ${amount(waiting.mean)} people on average${range ? ` (9 in 10 ${runWord(result)}s: ${span(range[0], range[1], 'people')})` : ''}${when}${wait === null ? '' : `; the mean wait is ${withUnit(wait, 'days')}`}${turnedAway < 0.5 ? '' : `; ${fixed(turnedAway)} people are turned away over the period`}.`;
  });
}

/** Hospitals told one by one; more are told together. */
const FEW = 3;

/** Where the number of beds is not stated no share of them can be: how many these people take, and when most. */
function inUse(result: Result): string[] {
  const open = result.scenario.hospitals.filter(({ beds }) => beds.every(({ value }) => value === 'unlimited'));
  const all = open.length > FEW && open.length === result.scenario.hospitals.length;
  const said = all
    ? takenAt(result, `${countOf(open.length, 'hospital')} together`, 'all')
    : open.flatMap((hospital) => takenAt(result, labelOf(hospital), `hospital:${hospital.name}`));
  return said.length === 0
    ? []
    : [
        `in use by the people of this plan in the fullest ${said[0]?.step ?? 'week'}: ${said.map(({ text }) => text).join('; ')}.`,
      ];
}

function takenAt(result: Result, whose: string, scope: string): { step: string; text: string }[] {
  const line = timeline(result, 'acute-occupied', scope);
  const top = peak(means(line));
  const most = line?.values[top];
  if (!line || !most) return [];
  const range = outer(most);
  return [
    {
      step: line.step,
      text: `${whose} ${fixed(most.mean)} beds in ${stepText(result, line.step, line.at[top] ?? '')}${range ? ` (9 in 10 ${runWord(result)}s: ${span(range[0], range[1], 'beds')})` : ''}`,
    },
  ];
}

export const market: Question = {
  asks: 'What does a short home-care market hold up, and which beds does it cost?',
  needs: 'a service whose people go on to another; a market 10% or 20% worse is a scenario of its own, to be compared',
  differs: [
    { measure: 'exit-block-beds', of: 'service' },
    { measure: 'exit-blocked', of: 'service' },
  ],
  answer: (result) => [...fromFigures(exitBlock(result)), ...heldTogether(result)],
};

/** What all services of a kind lose together, where there are several. */
function heldTogether(result: Result): Said[] {
  const held = (measure: string): number[] =>
    result.scenario.services.flatMap((s) => meanOf(result, measure, serviceScope(s)) ?? []);
  const [beds, people] = [held('exit-block-beds'), held('exit-blocked')];
  const sum = (list: number[]): number => list.reduce((all, one) => all + one, 0);
  if (people.length < 2 || sum(people) === 0) return [];
  return [
    {
      text: `All services together: ${amount(sum(people))} people held up on average${beds.length > 0 ? `, in ${amount(sum(beds))} step-down beds and otherwise in care bought by the hour` : ''}.`,
      see: 'exit-block',
    },
  ];
}
