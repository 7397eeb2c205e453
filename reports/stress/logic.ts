import type { Result } from '../../sim/result.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import type { Service } from '../../sim/scenario/service.ts';
import type { Limit } from '../../sim/scenario/dated.ts';
import { changesOf, pathText } from '../words/changes.ts';
import { capital, labelOf } from '../words/lookup.ts';
import { fixed } from '../words/numbers.ts';
import { planOf } from '../words/plan.ts';
import { item, list, plainText } from '../markdown/syntax.ts';

export function logic(result: Result): string[] {
  const { scenario } = result;
  return [
    '## 2. Logic',
    item(
      '2.1',
      'Overview',
      'The ways through this scenario; `sim/README.md` has the diagram that all scenarios share.',
      list(ways(scenario)),
    ),
    item(
      '2.2',
      'Base logic',
      'A person admitted takes an acute bed, stays until ready to leave (discharge ready date), goes through process delay, is referred, waits for a place in the next service while still holding the acute bed (or at home, where the scenario says so), is served, and leaves or is referred to what the outcome needs next, holding the place until that is found. People referred from the community start at the referral.',
    ),
    item('2.3', 'Scenario logic', changes(result)),
    item(
      '2.4',
      'Algorithms',
      list([
        'A line goes by priority, then first come, first served; the head of a line holds back those behind it.',
        'Hours are whole minutes a week; a package starts when its first week fits under commissioned hours × (1 + flex).',
        'Beds close as they empty, or people are moved, as each service says. Starts are spread evenly over accepting days.',
        'At one instant: census; releases; capacity changes and openings; completions; arrivals; within a kind by number.',
      ]),
    ),
    item(
      '2.5',
      'Components',
      `**Entities**: people, each with a pathway, stays and an outcome drawn on arrival. **Activities**: clinical stay, process delay, lead time, stay in a service.`,
      '**Resources**:',
      list(planOf(result).map(({ what, planned }) => `${plainText(what)}: ${plainText(planned)}`)),
      '**Queues**:',
      list([
        ...scenario.hospitals.map((it) => `${plainText(capital(labelOf(it)))}, front door: ${waiting(it.waitingLimit)}`),
        ...scenario.services.map(queue),
      ]),
      `**Entry**: ${scenario.arrivals.map(({ label, enters }) => `${plainText(label)} (${'hospital' in enters ? 'admission' : 'direct referral'})`).join('; ')}. **Exit**: ${exits(scenario).map(plainText).join('; ')}.`,
    ),
  ];
}

function ways({ pathways, services }: Scenario): string[] {
  const label = (name: string) => plainText(labelOf(services.find((it) => it.name === name) ?? { name, label: name }));
  return pathways.map(
    (it) =>
      `${plainText(labelOf(it))} (reports as ${it.reportsAs}): ${it.route.length > 0 ? it.route.map(label).join(' → ') : 'no service after hospital'}`,
  );
}

function changes(result: Result): string {
  const lines = changesOf(result).map(({ label, spells, parts }) => {
    const when = spells.map(({ from, to }) => (to ? `from ${from} to ${to}` : `from ${from}`)).join(', and ');
    return `${plainText(label)}, ${plainText(when)}: ${parts.map((it) => `${plainText(pathText(result, it.path))} ${plainText(it.value)}`).join('; ')}`;
  });
  return lines.length > 0 ? list(lines) : 'Nothing changes on a date in this scenario.';
}

function queue(service: Service): string {
  const place = service.waitsAtHome ? 'people wait at home, holding nothing' : 'people wait in place, holding the place before';
  return `${plainText(capital(labelOf(service)))}: ${place}; ${waiting(service.waitingLimit)}${service.patience ? '; people leave when their patience is over' : ''}`;
}

function waiting(limit: Limit): string {
  return limit === 'unlimited'
    ? 'no limit on how many wait'
    : `at most ${fixed(limit)} may wait, others are turned away and counted`;
}

function exits({ services }: Scenario): string[] {
  const outcomes = services.flatMap((it) =>
    it.kind === 'placements'
      ? [`a start in ${labelOf(it)}`]
      : it.outcomes.filter(({ next }) => next === null).map(({ name }) => name),
  );
  return [...new Set(['home from hospital', ...outcomes])];
}
