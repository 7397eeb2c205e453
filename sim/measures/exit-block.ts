import { takesBeds, takesHours } from '../scenario/kinds.ts';
import { canExitBlock } from '../scenario/onward.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { daysIn, type Measure, ratio } from './measure.ts';
import type { Scope } from './scope.ts';
import { NOTHING, ofRecord, ofService } from './sums.ts';

const scopes: Measure['scopes'] = ['service'];
const applies = (scenario: Scenario, { index }: Scope) => canExitBlock(scenario, scenario.services[index]?.name ?? '');
const ofKind =
  (takes: typeof takesHours | typeof takesBeds): NonNullable<Measure['applies']> =>
  (scenario, scope) =>
    takes(scenario.services[scope.index]) && applies(scenario, scope);
const personDays = ofRecord(({ exits }) => exits?.people);
const heldAtMidnight = ofService(({ exits }) => exits?.people.census ?? NOTHING);
const held = ofRecord(({ exits }) => exits?.using);
const wentOn = ofService(({ exits }) => exits?.wentOn ?? NOTHING);
const stayed = ofService(({ exits }) => exits?.stayed ?? NOTHING);
const daysStayed = ofService(({ exits }) => exits?.days ?? NOTHING);

/** Whoever waits for the next step after the care is finished stays, and uses what is held: a bed, or hours (bridging). */
export const exitBlockMeasures: Measure[] = [
  {
    id: 'exit-blocked',
    title: 'People held up in the service',
    unit: 'people',
    better: 'lower',
    scopes,
    overTime: true,
    applies,
    daily: { counts: false, of: heldAtMidnight },
    definition:
      'People whose care in the service is finished and who stay until what comes next is there, arrangement included; time average; by day, the count at midnight.',
    formula: 'integral of people whose care is finished / days',
    of: (seen, window) => ratio(personDays(seen, window), daysIn(window)),
  },
  {
    id: 'exit-block-days',
    title: 'Days in the service after care is finished',
    unit: 'days',
    better: 'lower',
    scopes,
    overTime: true,
    adds: true,
    applies,
    definition:
      'Person-days in the service after the care is finished, inside the period, exact; people still held up at the end are in it.',
    formula: 'integral of people whose care is finished',
    of: personDays,
  },
  {
    id: 'exit-block-hours',
    title: 'Bridging hours',
    unit: 'hours',
    better: 'lower',
    scopes,
    overTime: true,
    adds: true,
    applies: ofKind(takesHours),
    definition:
      'Hours of care that people go on receiving after their care in the service is finished, until what comes next is there.',
    formula: 'integral of hours a week of people whose care is finished / 7',
    of: (seen, window) => held(seen, window) / 60 / 7,
  },
  {
    id: 'exit-block-beds',
    title: 'Beds held after care is finished',
    unit: 'beds',
    better: 'lower',
    scopes,
    overTime: true,
    applies: ofKind(takesBeds),
    definition: 'Beds or places held by people whose care there is finished, time average.',
    formula: 'integral of beds held by people whose care is finished / days',
    of: (seen, window) => ratio(held(seen, window), daysIn(window)),
  },
  {
    id: 'exit-block-share',
    title: 'Share held up on leaving',
    unit: 'share',
    better: 'lower',
    scopes,
    overTime: true,
    applies,
    definition:
      'Of people who left the service for another one, or gave up waiting for it, the share who had to stay after their care was finished.',
    formula: 'people who had to stay / people who left for another service',
    of: (seen, window) => ratio(stayed(seen, window), wentOn(seen, window)),
  },
  {
    id: 'exit-block-mean',
    title: 'Mean days held up, people held up',
    unit: 'days',
    better: 'lower',
    scopes,
    overTime: true,
    applies,
    definition:
      'Exact days in the service after the care was finished, over people who had to stay, by day of leaving; people still held up at the end are not in it.',
    formula: 'sum of (leaving - end of care) / people who had to stay',
    of: (seen, window) => ratio(daysStayed(seen, window), stayed(seen, window)),
  },
];
