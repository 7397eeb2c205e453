import { describe, expect, test } from 'vitest';
import { inWords, patientJourney, type Route } from '../../../sim/patient-journey.ts';

const acute: Route = {
  pathway: 'P2',
  livesIn: null,
  hospital: 'UHCW',
  diesInHospital: false,
  services: [],
  outcome: 'home',
  readmittedTo: null,
  goesOnTo: [],
  readyHours: false,
  leavingHours: false,
  processDelay: [],
  workingDays: false,
};
const told = (route: Partial<Route>) =>
  patientJourney({ ...acute, ...route }).map((step) =>
    step.verb === 'leave'
      ? step.verb
      : [step.verb === 'spend' ? step.on : step.verb === 'become' ? step.state : step.verb, step.place.name].join(' '),
  );

describe('the steps of a journey', () => {
  test('Pathway 0: an acute bed, ready, gone', () => {
    expect(told({ pathway: 'P0' })).toEqual(['seize UHCW', 'clinical stay UHCW', 'ready UHCW', 'release UHCW', 'leave']);
  });

  test('death in hospital: an acute bed, never ready, never discharged to anywhere', () => {
    expect(told({ pathway: 'died', diesInHospital: true, processDelay: [['hub']] })).toEqual([
      'seize UHCW',
      'clinical stay UHCW',
      'release UHCW',
      'leave',
    ]);
  });

  test('Pathway 1: after process and weekend, the place at home is found before the bed is given back', () => {
    expect(
      told({
        pathway: 'P1',
        processDelay: [['hub']],
        workingDays: true,
        services: [{ name: 'home-support', package: null, waitsAtHome: false, patience: false, leadTime: false, stays: true }],
      }),
    ).toEqual([
      'seize UHCW',
      'clinical stay UHCW',
      'ready UHCW',
      'process delay UHCW',
      'await working day UHCW',
      'referred home-support',
      'seize home-support',
      'release UHCW',
      'stay home-support',
      'release home-support',
      'leave',
    ]);
  });

  test('Pathway 2 then home care: the step-down bed is kept until home care is arranged and found', () => {
    expect(
      told({
        services: [
          { name: 'step-down', package: null, waitsAtHome: false, patience: false, leadTime: false, stays: true },
          { name: 'home-care', package: null, waitsAtHome: false, patience: false, leadTime: true, stays: false },
        ],
      }),
    ).toEqual([
      'seize UHCW',
      'clinical stay UHCW',
      'ready UHCW',
      'referred step-down',
      'seize step-down',
      'release UHCW',
      'stay step-down',
      'referred home-care',
      'lead time home-care',
      'seize home-care',
      'release step-down',
      'leave',
    ]);
  });

  test('hours of leaving: the place is found and kept, then the hour comes, then the bed is given back', () => {
    expect(
      told({
        readyHours: true,
        leavingHours: true,
        services: [{ name: 'step-down', package: null, waitsAtHome: false, patience: false, leadTime: false, stays: true }],
      }),
    ).toEqual([
      'seize UHCW',
      'clinical stay UHCW',
      'ready UHCW',
      'referred step-down',
      'seize step-down',
      'await leaving hour UHCW',
      'release UHCW',
      'stay step-down',
      'release step-down',
      'leave',
    ]);
  });

  test('step-up from the community: no acute bed anywhere', () => {
    expect(
      told({
        hospital: null,
        services: [{ name: 'step-down', package: null, waitsAtHome: false, patience: false, leadTime: false, stays: true }],
      }),
    ).toEqual(['referred step-down', 'seize step-down', 'stay step-down', 'release step-down', 'leave']);
  });

  test('whatever is seized is released once, after the next place is seized, and nothing is held at the end', () => {
    for (const hospital of ['UHCW', null])
      for (const leadTime of [true, false])
        for (const last of [true, false])
          for (const flags of [true, false]) {
            const services = [
              { name: 'a', package: null, waitsAtHome: false, patience: false, leadTime, stays: true },
              { name: 'b', package: null, waitsAtHome: false, patience: false, leadTime, stays: true },
              { name: 'c', package: null, waitsAtHome: false, patience: false, leadTime, stays: last },
            ];
            const steps = patientJourney({
              ...acute,
              hospital,
              services,
              processDelay: flags ? [['hub'], ['family']] : [],
              workingDays: flags,
            });
            const held = new Set<string>();
            for (const step of steps) {
              if (step.verb === 'seize' && (step.place.name !== 'c' || last)) held.add(step.place.name);
              if (step.verb === 'release') expect(held.delete(step.place.name)).toBe(true);
              expect(held.size).toBeLessThanOrEqual(2);
            }
            expect(held.size).toBe(0);
            expect(steps.at(-1)?.verb).toBe('leave');
            expect(steps.filter(({ verb }) => verb === 'leave')).toHaveLength(1);
          }
  });

  test('every step can be said in words', () => {
    const words = patientJourney({
      ...acute,
      processDelay: [['hub']],
      workingDays: true,
      services: [{ name: 'step-down', package: null, waitsAtHome: false, patience: false, leadTime: true, stays: true }],
    }).map(inWords);
    expect(new Set(words).size).toBe(words.length);
    expect(words.join('\n')).not.toMatch(/undefined|null|NaN/);
  });
});
