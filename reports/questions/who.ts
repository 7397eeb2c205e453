import type { Result } from '../../sim/result.ts';
import type { Trigger, TriggerMeasure } from '../../sim/scenario/trigger.ts';
import { byPlace } from '../figures/by-place.ts';
import { triggers as triggersFigure } from '../figures/triggers.ts';
import { capital, labelOf, meanOf } from '../words/lookup.ts';
import { countOf, fixed, share } from '../words/numbers.ts';
import { fromFigures, type Question, type Said } from './question.ts';

export const shortfall: Question = {
  asks: 'Who carries the shortfall, by place and hospital?',
  needs: 'two hospitals, or places where people live',
  differs: [
    { measure: 'bed-days-delayed', of: 'place' },
    { measure: 'bed-days-delayed', of: 'hospital' },
  ],
  answer: (result) => {
    const found = fromFigures(byPlace(result));
    const { places, hospitals } = result.scenario;
    return found.length === 0
      ? []
      : [...found, ...carried(result, 'place', places), ...(hospitals.length > 1 ? carried(result, 'hospital', hospitals) : [])];
  },
};

export const triggers: Question = {
  asks: 'Which triggers act: measure, threshold, action and lead time?',
  needs: 'triggers',
  answer: (result) => [
    ...(result.scenario.triggers ?? []).map((trigger): Said => ({ text: ruleOf(result, trigger), see: null })),
    ...fromFigures(triggersFigure(result)),
  ],
};

/** Each one's share of the delayed bed-days beside the share of the people. */
function carried(result: Result, kind: 'place' | 'hospital', items: { name: string; label: string }[]): Said[] {
  const rows = items
    .map((item) => ({
      label: capital(labelOf(item)),
      delayed: meanOf(result, 'bed-days-delayed', `${kind}:${item.name}`) ?? 0,
      people: meanOf(result, 'discharges', `${kind}:${item.name}`) ?? 0,
    }))
    .sort((a, b) => b.delayed - a.delayed);
  const [delayed, people] = [rows.reduce((sum, r) => sum + r.delayed, 0), rows.reduce((sum, r) => sum + r.people, 0)];
  if (rows.length < 2 || delayed === 0 || people === 0) return [];
  const said = rows.map((r) => `${r.label} ${share(r.delayed / delayed)} (of people discharged ${share(r.people / people)})`);
  return [{ text: `Share of delayed bed-days by ${kind}: ${said.join(', ')}.`, see: 'hospitals-and-places' }];
}

/** `more than 10` of what; of a share in use, what of it. */
const LEVEL: Record<TriggerMeasure, (much: string, of: string) => string> = {
  waiting: (much, of) => `${much} people wait for ${of}`,
  'in-service': (much, of) => `${much} people are in ${of}`,
  'service-occupancy': (much, of) => `${much} of ${of} is in use`,
  'no-criteria-to-reside': (much, of) => `${much} people have no criteria to reside${of && ` in ${of}`}`,
  'acute-occupied': (much, of) => `${much} acute beds are occupied${of && ` in ${of}`}`,
  'acute-waiting': (much, of) => `${much} people wait for an acute bed${of && ` in ${of}`}`,
};

function ruleOf({ scenario }: Result, { when, opens, leadTime, until, label, name }: Trigger): string {
  const named = (of: string): string => {
    const item = [...scenario.services, ...scenario.hospitals].find((it) => it.name === of);
    return item ? labelOf(item) : of;
  };
  const isShare = when.measure === 'service-occupancy';
  const level = (v: number): string => (isShare ? share(v) : fixed(v, Number.isInteger(v) ? 0 : 1));
  const running = (nights: number): string => `at ${countOf(nights, 'midnight')} running`;
  const units = (place: string, of: string): string =>
    place === 'service' && scenario.services.find((s) => s.name === of)?.kind === 'hours' ? 'hours a week' : 'beds';
  const opened = opens.map((o) => `${fixed(o.units)} ${units(o.place, o.name)} at ${named(o.name)}`);
  const closed =
    until &&
    (isShare
      ? `it is less than ${level(until.below)}`
      : until.below === 1
        ? 'nobody is left'
        : `they are fewer than ${level(until.below)}`);
  const closing = until ? `, until ${closed} ${running(until.nights)}` : ', to stay';
  return `${capital(labelOf({ label, name }))}: when ${LEVEL[when.measure](`more than ${level(when.above)}`, when.of ? named(when.of) : '')} ${running(when.nights)}, open ${listed(opened)} ${leadTime === 0 ? 'at once' : `${countOf(leadTime, 'day')} later`}${closing}.`;
}

/** `a, b and c` */
const listed = (items: string[]): string =>
  [items.slice(0, -1).join(', '), ...items.slice(-1)].filter((it) => it !== '').join(' and ');
