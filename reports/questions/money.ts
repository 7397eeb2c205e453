import type { Result } from '../../sim/result.ts';
import type { HoursService } from '../../sim/scenario/service.ts';
import { contractYear } from '../figures/contract-year.ts';
import { costs } from '../figures/costs.ts';
import { slugOf } from '../figures/slug.ts';
import { capital, labelOf, meanOf, serviceScope } from '../words/lookup.ts';
import { fixed, money } from '../words/numbers.ts';
import { usedServices } from '../words/used-services.ts';
import { fromFigures, type Question, type Said } from './question.ts';

export const cost: Question = {
  asks: 'What do the delayed bed-days cost, net of added care, and what does the next bed-day avoided cost?',
  needs: 'the value of a bed-day or the price of a service; the price of the next bed-day avoided is told by d2a sweep',
  differs: [
    { measure: 'cost-delayed-bed-days', of: 'all' },
    { measure: 'cost-commissioned', of: 'all' },
    { measure: 'cost-over-delivered', of: 'all' },
    { measure: 'cost-used', of: 'all' },
  ],
  answer: (result) => fromFigures(costs(result)),
};

export const hours: Question = {
  asks: 'Which hours are contracted, needed and delivered, what is over-delivered, and when does the budget run out?',
  needs: 'a service bought in hours; for the budget, what the contract year has',
  differs: [
    { measure: 'hours-over-delivered', of: 'service' },
    { measure: 'hours-delivered', of: 'service' },
    { measure: 'hours-needed', of: 'service' },
  ],
  answer: (result) => {
    const ledgers = usedServices(result).flatMap((s) => (s.kind === 'hours' ? ledger(result, s) : []));
    return [
      ...ledgers.map(({ said }) => said),
      ...together(ledgers),
      ...(ledgers.some((ledger) => isMoreThanDelivered(ledger)) ? [{ text: NEEDED, see: null }] : []),
      ...fromFigures(contractYear(result)),
      ...sinceTheYearBegan(result),
    ];
  },
};

/** Means over replications, whole period; null where it does not apply. */
interface Ledger {
  needed: number | null;
  contracted: number | null;
  delivered: number;
  over: number | null;
  /** Of the hours over-delivered, £; null without a price an hour. */
  overCost: number | null;
  said: Said;
}

/** Hours needed of the whole period are a sum over its weeks, in which a wait of three weeks stands three times. */
export const NEEDED =
  'Needed counts week by week what everyone in the service and everyone in its queue would use: a person who waits three weeks counts in each of the three, and again once the care has started. So it is no number of hours to buy; question 1 says what is short in the worst week.';

const isMoreThanDelivered = ({ needed, delivered }: Ledger): boolean => needed !== null && needed - delivered >= 0.5;

function ledger(result: Result, service: HoursService): Ledger[] {
  const of = (part: string): number | null => meanOf(result, `hours-${part}`, serviceScope(service));
  const [needed, contracted, delivered, over] = [of('needed'), of('commissioned'), of('delivered'), of('over-delivered')];
  if (delivered === null) return [];
  const overCost = service.price?.per === 'hour' && over !== null ? over * service.paidHours * service.price.amount : null;
  const found = { needed, contracted, delivered, over, overCost };
  return [
    {
      ...found,
      said: {
        text: `${capital(labelOf(service))}, whole period, on average: ${inWords(found)}.`,
        see: `hours-${slugOf(result.scenario.services, service)}`,
      },
    },
  ];
}

function inWords(
  { needed, contracted, delivered, over, overCost }: Omit<Ledger, 'said'>,
  limitless = 'no limit on hours',
): string {
  const limit = contracted === null ? limitless : `${fixed(contracted)} hours contracted`;
  const need = needed === null ? '' : `, ${fixed(needed)} needed`;
  const price = overCost !== null && over !== null && over >= 0.5 ? ` (${money(overCost)})` : '';
  const above = over === null ? '' : over < 0.5 ? '; none over-delivered' : `; ${fixed(over)} over-delivered${price}`;
  return `${limit}${need}, ${fixed(delivered)} delivered${above}`;
}

/** The sum of several services, as far as each has the figure. */
function together(ledgers: Ledger[]): Said[] {
  if (ledgers.length < 2) return [];
  const sum = (of: (one: Ledger) => number | null): number | null => total(ledgers.map(of));
  const all = {
    needed: sum((l) => l.needed),
    contracted: sum((l) => l.contracted),
    delivered: sum((l) => l.delivered) ?? 0,
    over: sum((l) => l.over),
    overCost: sum((l) => l.overCost),
  };
  return [{ text: `Together: ${inWords(all, 'some without a limit')}.`, see: null }];
}

function sinceTheYearBegan(result: Result): Said[] {
  const years = result.scenario.services.flatMap((s) =>
    s.kind === 'hours' && s.contract !== null ? [meanOf(result, 'year-hours-over-delivered', serviceScope(s))] : [],
  );
  const over = total(years);
  return over === null || years.length < 2
    ? []
    : [{ text: `Together ${fixed(over)} hours over-delivered since the contract year began, on average.`, see: null }];
}

/** null where one is missing: a sum of some would be read as the sum of all. */
const total = (all: (number | null)[]): number | null =>
  all.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
