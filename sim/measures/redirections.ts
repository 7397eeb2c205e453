import type { Measure } from './measure.ts';
import { daySum, type Sum } from './sums.ts';

const scopes: Measure['scopes'] = ['redirection'];
const ofRedirection = (what: 'taken' | 'withoutRoom'): Sum =>
  daySum(
    ({ all, scope }) => all.redirections.slice(scope.index, scope.index + 1),
    (it) => it[what],
  );

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
    of: ofRedirection('taken'),
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
    of: ofRedirection('withoutRoom'),
  },
];
