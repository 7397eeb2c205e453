import { type Measure, type Seen, sum } from './measure.ts';

const scopes: Measure['scopes'] = ['redirection'];
const seenOf = (seen: Seen) => seen.all.redirections[seen.scope.index] as Seen['all']['redirections'][number];

export const redirectionMeasures: Measure[] = [
  {
    id: 'people-redirected',
    title: 'People who took the other pathway',
    unit: 'people',
    better: null,
    scopes,
    overTime: true,
    adds: true,
    definition:
      'People ready for one pathway who took the other, by the day of their ready date; from then on they count in the pathway they take.',
    formula: 'count of people redirected',
    of: (seen, window) => sum(seenOf(seen).taken, window),
  },
  {
    id: 'people-without-room',
    title: 'People for whom there was no room',
    unit: 'people',
    better: 'lower',
    scopes,
    overTime: true,
    adds: true,
    definition:
      'People who could have been diverted on their ready date, but the other service had no room: they went on as before.',
    formula: 'count of people meant for the other pathway who found no room',
    applies: (scenario, { index }) => scenario.redirections?.[index]?.needsRoom ?? false,
    of: (seen, window) => sum(seenOf(seen).withoutRoom, window),
  },
];
