import type { Result } from '../../sim/result.ts';
import type { Service } from '../../sim/scenario/service.ts';
import type { Limit } from '../../sim/scenario/dated.ts';
import { meanOfRuns, runWord } from '../words/dates.ts';
import { fullSteps, whenHeld } from '../words/findings/pressure.ts';
import { capital, labelOf, meanOf, serviceScope } from '../words/lookup.ts';
import { fewerStartsNote } from '../words/fewer-starts.ts';
import { amount, fixed, share } from '../words/numbers.ts';
import { capacityOver, means, peak, stepText, stepsOf, timeline } from '../words/timeline.ts';
import { usedServices } from '../words/used-services.ts';
import { changeMarks } from './change-marks.ts';
import type { Figure } from './figure.ts';
import { slugOf } from './slug.ts';
import { type UseWords, useChart, useTable } from './use-chart.ts';

/** Beds in use against beds open, and placements taken against placements offered: one figure a service. */
export function capacityUse(result: Result): Figure[] {
  return usedServices(result).flatMap((s) => (s.kind === 'hours' ? [] : useOf(result, s)));
}

const wordsOf = (service: Service, step: string): UseWords =>
  service.kind === 'beds'
    ? { used: 'In use', open: 'Open', unit: 'beds', axis: 'Beds' }
    : { used: 'Taken', open: 'Offered', unit: 'starts', axis: `Starts a ${step}` };

function useOf(result: Result, service: Service): Figure[] {
  const scope = serviceScope(service);
  const { step } = stepsOf(result);
  const used = timeline(result, service.kind === 'beds' ? 'in-service' : 'starts', scope);
  if (!used) return [];
  const open = openOf(result, service, scope);
  const words = wordsOf(service, step);
  const label = capital(labelOf(service));
  return [
    {
      id: `use-${slugOf(result.scenario.services, service)}`,
      about: { key: 'service', name: service.name },
      title: finding(result, label, means(used), open, words),
      label: `${label}: ${words.axis.toLowerCase()}, ${words.used.toLowerCase()} and ${words.open.toLowerCase()}, ${meanOfRuns(result)}${used.values[0]?.range ? `, and 9 in 10 ${runWord(result)}s` : ''}`,
      notes: [
        ...spotNote(result, service, scope),
        ...fewerStartsNote(result, service),
        ...lostNote(result, service, scope),
        ...changeMarks(result).notes,
      ],
      chart: useChart(result, used, open, words, service.kind === 'beds' ? scope : null),
      table: useTable(used, open, words),
    },
  ];
}

function openOf(result: Result, service: Service, scope: string): (Limit | null)[] {
  const offered = service.kind === 'placements' ? means(timeline(result, 'starts-offered', scope)) : [];
  return offered.length > 0 ? offered : capacityOver(result, scope);
}

function finding(result: Result, label: string, used: (number | null)[], open: (Limit | null)[], words: UseWords): string {
  const { step, at } = stepsOf(result);
  const when = (i: number): string => stepText(result, step, at[i] ?? '');
  const top = peak(used);
  const most = used[top] ?? 0;
  if (most === 0) return `${label}: not used`;
  const limit = open[top] ?? null;
  if (typeof limit !== 'number')
    return `${label}: on average at most ${amount(most)} ${words.unit} ${words.used.toLowerCase()}, in ${when(top)}${limit === 'unlimited' ? '; there is no limit' : ''}`;
  if (open.every((units) => units === 0))
    return `${label}: on average at most ${amount(most)} ${words.unit} ${words.used.toLowerCase()}, all on the spot, in ${when(top)}`;
  const full = fullSteps(used, open);
  if (full.some(Boolean))
    return `${label}: on average at least 95% of ${words.unit} are ${words.used.toLowerCase()} ${whenHeld(full, step, when)}`;
  return `${label}: on average at most ${amount(most)} of ${fixed(limit)} ${words.unit} ${words.used.toLowerCase()}, in ${when(top)}`;
}

/** What the line of the block does not show. */
function spotNote(result: Result, service: Service, scope: string): string[] {
  const used = meanOf(result, service.kind === 'placements' ? 'spot-starts' : 'spot-in-use', scope);
  if (used === null) return [];
  return [
    service.kind === 'placements'
      ? `${amount(used)} of those who started did so on the spot, beside what is offered each week.`
      : `Of those in use, ${amount(used)} on average were bought on the spot, beside those open.`,
  ];
}

/** Unused starts and people who wait go together: the note says why. */
function lostNote(result: Result, service: Service, scope: string): string[] {
  const lost = meanOf(result, 'starts-lost', scope);
  if (lost === null || lost < 0.5) return [];
  const said = `${fixed(lost)} starts go unused over the period, on average.`;
  const waited = meanOf(result, 'waited-share', scope);
  if (waited === null || waited < 0.05 || service.kind !== 'placements') return [said];
  return [
    `${said} They do not contradict the ${share(waited)} who find no place free: starts come one at a time and only on days that accept new people, so whoever comes between two of them waits for the next, while a start for which nobody waits that day is lost.`,
  ];
}
