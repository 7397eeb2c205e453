import { LONG_STAYS } from '../seen/discharges.ts';
import { daysIn, type Measure, ratio } from './measure.ts';
import { acuteMidnights, dischargesIn, ofDischarges, ofResidents } from './sums.ts';

const acute: Measure['applies'] = (scenario) => scenario.hospitals.length > 0;

/** 7+, 14+ and 21+ mean three different things, always named. */
export const longStayMeasures: Measure[] = LONG_STAYS.flatMap((nights, i): Measure[] => {
  const inLong = ofResidents((it) => it.inLong[i] as Float64Array);
  const longStays = ofDischarges((it) => it.longStays[i] as Float64Array);
  const pastReady = ofResidents((it) => it.pastReady[i] as Float64Array);
  return [
    {
      id: `beds-${nights}-plus`,
      title: `Occupied beds with a stay of ${nights}+ nights`,
      unit: 'share',
      better: 'lower',
      scopes: ['all', 'hospital', 'place'],
      overTime: true,
      definition: `Share of acute beds occupied at midnight whose person has been in ${nights} nights or more so far.`,
      formula: `midnight counts of people in ${nights}+ nights / midnight counts of people in acute beds`,
      applies: acute,
      of: (seen, window) => ratio(inLong(seen, window), acuteMidnights(seen, window)),
    },
    {
      id: `discharges-${nights}-plus`,
      title: `Discharges after a stay of ${nights}+ nights`,
      unit: 'share',
      better: 'lower',
      scopes: ['all', 'hospital', 'place', 'pathway'],
      overTime: true,
      definition: `Share of people discharged whose whole stay was ${nights} nights or more.`,
      formula: `discharges with ${nights}+ nights / discharges`,
      applies: acute,
      of: (seen, window) => ratio(longStays(seen, window), dischargesIn(seen, window)),
    },
    {
      id: `past-ready-${nights}-plus`,
      title: `People ${nights}+ days past their ready date`,
      unit: 'people',
      better: 'lower',
      scopes: ['all', 'hospital', 'place'],
      overTime: true,
      definition: `People in an acute bed at midnight whose discharge ready date was ${nights} nights or more ago, mean over midnights.`,
      formula: `sum of midnight counts of people ${nights}+ nights past ready / midnights`,
      applies: acute,
      of: (seen, window) => ratio(pastReady(seen, window), daysIn(window)),
    },
  ];
});
