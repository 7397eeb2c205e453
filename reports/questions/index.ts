import type { Reported } from '../reported.ts';
import { assumptions } from './assumptions.ts';
import { commission, weeksShort } from './capacity.ts';
import { lastWinter } from './confidence.ts';
import { delay, longStays, process } from './delay.ts';
import { cost, hours } from './money.ts';
import type { Question, Said } from './question.ts';
import { redesign, split } from './redesign.ts';
import { shortfall, triggers } from './who.ts';
import { market, occupancy } from './winter.ts';

/** What a commissioner asks, in the order it is asked. */
export const QUESTIONS: Question[] = [
  commission,
  weeksShort,
  delay,
  longStays,
  cost,
  hours,
  redesign,
  split,
  occupancy,
  market,
  process,
  assumptions,
  lastWinter,
  shortfall,
  triggers,
];

export interface Asked {
  number: number;
  asks: string;
  needs: string;
  said: Said[];
}

/** Every question with what this result says; where it says nothing, the question was not asked of the run. */
export const asked = (result: Reported): Asked[] =>
  QUESTIONS.map(({ asks, needs, answer }, i) => ({ number: i + 1, asks, needs, said: answer(result) }));
