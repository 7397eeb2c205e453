import { expect, test } from 'vitest';
import { answers } from './small.ts';
import { read } from '../../unit/scenarios/reading.ts';

/** One place, open every day of the week; a person referred at noon each day from 24 December 2026 to 1 January 2027. */
const plan = (holidays: 'yes' | 'no') => `d2a: 1
name: Christmas on a weekend
period: {start: 2026-12-24, length: 11 days}
run: {warm-up: 0 days, replications: 1}
referrals: {gp: {to: step-down, people: people.csv}}
services: {step-down: {kind: beds, beds: unlimited, stay: {fixed: 1 day}, accepts: {bank-holidays: ${holidays}}}}
`;
const people = { 'people.csv': `arrive\n${Array.from({ length: 9 }, (_, day) => `${day + 0.5}\n`).join('')}` };

/** People in the service at the end of each day, from 24 December. */
async function inService(holidays: 'yes' | 'no'): Promise<number[]> {
  const { scenario } = await read(plan(holidays), people);
  return answers(scenario).daily('in-service', 'service:step-down');
}

test('Boxing Day on a Saturday is closed, and so is its substitute', async () => {
  // Closed: Friday 25, Saturday 26 and Monday 28 December, and 1 January. People wait for the 27th (two and its own), the 29th and the 2nd.
  expect(await inService('no')).toEqual([1, 0, 0, 3, 0, 2, 1, 1, 0, 1, 0]);
  expect(await inService('yes')).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
});
