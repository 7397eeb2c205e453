import type { Result } from '../../sim/result.ts';
import type { Limit } from '../../sim/scenario.ts';
import { capital, labelOf } from './lookup.ts';

/** What the model leaves out in this run, said where it applies. */
export function limitationsOf({ scenario, values, warmUp }: Result): string[] {
  const unlimited = scenario.hospitals.filter((h) => h.beds.every((b) => b.value === 'unlimited')).map(labelOf);
  const placements = scenario.services.filter((s) => s.kind === 'placements').map(labelOf);
  const assumed = values.filter((v) => v.origin === 'assumption').length;
  return [
    'A forecast of a system under the stated assumptions, not a prediction about any person; it decides nothing about anyone’s care or safety.',
    ...(assumed > 0 ? [`${assumed} of ${values.length} values are assumptions, not local figures; the ranges do not include the doubt about them.`] : []),
    ...(unlimited.length > 0 ? [`Acute beds are without limit (${unlimited.join(', ')}): nobody waits to be admitted, so crowding at the front door is not shown.`] : []),
    ...(placements.length > 0 ? [`Placements (${placements.join(', ')}) count new starts only; the people and places behind them are not followed.`] : []),
    ...((scenario.observed ?? []).length > 0 ? [] : ['The model was not compared with observed figures in this run.']),
    ...(warmUp?.judgedUntil || scenario.startFrom ? [] : ['The warm-up is the scenario’s own; whether it is long enough was not judged in this run.']),
    ...(scenario.startFrom ? ['It starts from the people present as the scenario counts them; what is left of their stays is drawn, given their stay so far.'] : []),
  ];
}

/** What a plan usually asks and this run was given no input for. */
export function notAskedOf(result: Result): string[] {
  const { scenario, ambitions } = result;
  const limited = scenario.hospitals.some((h) => h.beds.some((b: { value: Limit }) => b.value !== 'unlimited'));
  const unpriced = scenario.services.filter((s) => s.price === null).map((s) => capital(labelOf(s)));
  const long = ambitions.some((a) => /-(14|21)-plus$/.test(a.measure));
  return [
    ...(ambitions.length === 0 ? ['Whether an ambition is met: none is stated.'] : []),
    ...(long ? [] : ['The chance that 14+ or 21+ exceeds an ambition: no ambition on them is stated.']),
    ...(ambitions.some((a) => a.measure === 'pathway-mix') ? [] : ['The pathway split against an ambition: none is stated.']),
    ...(scenario.delayedBedDay === null ? ['What delayed bed-days cost: no value of a bed-day is given.'] : []),
    ...(unpriced.length > 0 ? [`Costs of services without a price: ${unpriced.join(', ')}.`] : []),
    ...(limited ? [] : ['Occupancy of acute beds, and the weeks above 92% and 95%: the number of acute beds is not given.']),
    'Right-sizing, a weaker care market, mild and severe winters: each is a scenario of its own, to be compared with this one.',
  ];
}

/** What no run of this version can answer, whatever the scenario says. */
export function cannotSay(): string[] {
  return [
    'The smallest or the cheapest capacity that meets an ambition: a run tests one stated plan; several plans can be compared.',
    'Block against spot capacity, budgets and the day they run out.',
    'Closing beds as home support grows, and the cost of running both.',
    'Which assumptions move the answer most: one at a time can be tried with --set.',
    'Effects by place, and triggers for action.',
  ];
}
