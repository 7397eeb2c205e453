import { describe, expect, test } from 'vitest';
import { engineOf } from '../../../cli/threads/engines.ts';
import { eventLog } from '../../../sim/flow/event-log.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import { beds, fixed, listed, MONDAY_TO_FRIDAY, pathway, person, placements, referral, referred, scenario } from './small.ts';

const started = (it: Scenario, who: number, where: string, engine: 'native' | 'simjs') => {
  const log = eventLog(it, engineOf(engine)).filter(({ person: one }) => one === who);
  const seize = log.findIndex(({ what, where: place }) => what === 'seize' && place === where);
  return log[seize + 1]?.time;
};

describe.each(['native', 'simjs'] as const)('what happens at one instant, in the order of the model (%s)', (engine) => {
  test('a bed given back at 12:00 goes to the person who arrives at 12:00', () => {
    const it = scenario({
      hospitals: [],
      pathways: [pathway('P2', 'sd')],
      services: [beds('sd', 1, { waitingLimit: 0, stay: fixed(3) })],
      arrivals: [referred('P2', [referral(0.5), referral(3.5)])],
    });
    expect(started(it, 2, 'sd', engine)).toBe(3.5);
  });

  test('two people whose process ends at one instant are referred in the order in which they came', () => {
    const pathways = [pathway('P3', 'care-home')];
    const it = scenario({
      pathways,
      services: [placements('care-home', 7, { leadTime: fixed(1) })],
      // One start a day. The first comes through the hospital, the second is referred from home: both are arranged at day 3.
      arrivals: [listed(pathways, [person(0, 'P3', 2)]), referred('P3', [referral(2)])],
    });
    const leaves = eventLog(it, engineOf(engine))
      .filter(({ what }) => what === 'leave')
      .map(({ person: who, time }) => [who, time]);
    expect(leaves).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  test('beds closed from a Monday take nobody at the gate of that Monday', () => {
    const it = scenario({
      hospitals: [],
      pathways: [pathway('P2', 'sd')],
      services: [
        beds('sd', 1, {
          beds: [
            { from: 0, value: 1 },
            { from: 7, value: 0 },
            { from: 14, value: 1 },
          ],
          accepts: { weekdays: MONDAY_TO_FRIDAY, holidays: true },
        }),
      ],
      arrivals: [referred('P2', [referral(5.5)])],
    });
    expect(started(it, 1, 'sd', engine)).toBe(14);
  });
});
