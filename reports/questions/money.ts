import type { Result } from '../../sim/result.ts';
import type { HoursService } from '../../sim/scenario.ts';
import { contractYear } from '../figures/contract-year.ts';
import { costs } from '../figures/costs.ts';
import { slugOf } from '../figures/slug.ts';
import { capital, labelOf, meanOf, serviceScope } from '../words/lookup.ts';
import { fixed, money } from '../words/numbers.ts';
import { fromFigures, type Question, type Said } from './question.ts';

export const cost: Question = {
  asks: 'What do the delayed bed-days cost, net of added care, and what does the next bed-day avoided cost?',
  needs: 'the value of a bed-day or the price of a service; the price of the next bed-day avoided is told by d2a sweep',
  answer: (result) => fromFigures(costs(result)),
};

export const hours: Question = {
  asks: 'Which hours are contracted, needed and delivered, what is over-delivered, and when does the budget run out?',
  needs: 'a service bought in hours; for the budget, what the contract year has',
  answer: (result) => [
    ...result.scenario.services.flatMap((s) => (s.kind === 'hours' ? ledger(result, s) : [])),
    ...fromFigures(contractYear(result)),
  ],
};

function ledger(result: Result, service: HoursService): Said[] {
  const of = (part: string): number | null => meanOf(result, `hours-${part}`, serviceScope(service));
  const [needed, commissioned, delivered, over] = [of('needed'), of('commissioned'), of('delivered'), of('over-delivered')];
  if (delivered === null) return [];
  const contracted = commissioned === null ? 'no limit on hours' : `${fixed(commissioned)} hours contracted`;
  const price = service.price?.per === 'hour' && over !== null && over >= 0.5 ? ` (${money(over * service.paidHours * service.price.amount)})` : '';
  const above = over === null ? '' : over < 0.5 ? '; none over-delivered' : `; ${fixed(over)} over-delivered${price}`;
  const need = needed === null ? '' : `, ${fixed(needed)} needed`;
  return [{ text: `${capital(labelOf(service))}, whole period, on average: ${contracted}${need}, ${fixed(delivered)} delivered${above}.`, see: `hours-${slugOf(result.scenario.services, service)}` }];
}
