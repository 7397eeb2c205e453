import type { Reported } from '../reported.ts';
import { labelOf } from '../words/lookup.ts';
import { asked } from './index.ts';

/** The questions this run was given no input for, each with what it would take; and services left out of the costs. */
export function notAskedOf(result: Reported): string[] {
  const { scenario, ambitions } = result;
  const unpriced = scenario.services.filter((s) => s.price === null && s.spot?.price === undefined).map(labelOf);
  return [
    ...asked(result)
      .filter(({ said }) => said.length === 0)
      .map(({ number, asks, needs }) => `${number}. ${asks} It takes ${needs}.`),
    ...(ambitions.length === 0 ? ['Whether an ambition is met: none is stated.'] : []),
    ...(scenario.delayedBedDay === null ? ['What delayed bed-days are worth: no value of a bed-day is given.'] : []),
    ...(unpriced.length > 0 ? [`What these cost, without a price: ${unpriced.join(', ')}.`] : []),
    'Weaker care markets, mild and severe winters: each is a scenario of its own, to be compared with this one.',
  ];
}
