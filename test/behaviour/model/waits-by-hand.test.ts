import { describe, expect, test } from 'vitest';
import { answers, beds, fixed, hospital, listed, pathway, person, referral, referred, scenario } from './small.ts';

describe('waits for a service, worked out on paper', () => {
  /**
   * One bed, half a day to arrange, one person may wait, target 3 days. Referred, in line, start, end:
   *   1: 0, 0.5, 0.5, 4.5    2: 1, 1.5, 4.5, 8.5    3: 2, 2.5, turned away    4: 4.25, 4.75, 8.5, 12.5    5: 20, 20.5, 20.5, 24.5
   */
  const plan = scenario({
    hospitals: [],
    pathways: [pathway('P2', 'step-down')],
    services: [
      beds('step-down', 1, {
        stay: fixed(4),
        waitingLimit: 1,
        leadTime: fixed(0.5),
        targetWait: 3,
        price: { amount: 100, per: 'bed-day', year: null },
      }),
    ],
    arrivals: [
      referred(
        'P2',
        [0, 1, 2, 4.25, 20].map((day) => referral(day)),
      ),
    ],
  });
  const { whole, daily, weeks } = answers(plan);
  const of = (measure: string) => whole(measure, 'service:step-down');

  test('five are referred, four start, one is turned away', () => {
    expect([of('referrals'), of('starts'), of('service-turned-away'), of('service-turned-away-share')]).toEqual([5, 4, 1, 1 / 5]);
  });
  test('the wait counts from the referral, arrangement included: 0.5, 3.5, 4.25 and 0.5 days', () => {
    expect(of('wait-mean')).toBe((0.5 + 3.5 + 4.25 + 0.5) / 4);
    expect([of('wait-median'), of('wait-p90'), of('wait-longest')]).toEqual([0.5, 4.25, 4.25]);
    expect(of('wait-on-time')).toBe(2 / 4);
  });
  test('two found no free bed and queued, 3 and 3.75 days', () => {
    expect(of('waited-share')).toBe(2 / 4);
    expect(of('wait-of-those-who-wait')).toBe((3 + 3.75) / 2);
    expect(of('waiting')).toBe((3 + 3.75) / 28);
    expect(daily('waiting', 'service:step-down').slice(0, 9)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 0]); // midnights 2, 3, 4, then 5 to 8
  });
  test('the bed is in use for 4 x 4 days of 28, and full just then', () => {
    for (const measure of ['in-service', 'service-occupancy', 'service-full']) expect(of(measure)).toBe(16 / 28);
    expect(of('idle-while-waiting')).toBe(0);
    expect(weeks('in-service', 'service:step-down')).toEqual([6.5 / 7, 5.5 / 7, 0.5 / 7, 3.5 / 7]); // 0.5 to 12.5, 20.5 to 24.5
  });
  test('£100 a bed-day: 28 bought, 16 used', () => {
    expect([of('cost-commissioned'), of('cost-used')]).toEqual([2800, 1600]);
  });
});

test('a wait of just the target is on time, whatever the arithmetic of clock times makes of it', () => {
  for (const day of [1.4, 5.3, 50 / 24, 77 / 24]) {
    const plan = scenario({
      hospitals: [],
      pathways: [pathway('P2', 'step-down')],
      services: [beds('step-down', 1, { stay: fixed(3), targetWait: 3 })],
      arrivals: [referred('P2', [referral(day), referral(day)])], // the second waits for the first, 3 days
    });
    expect(answers(plan).whole('wait-on-time', 'service:step-down')).toBe(1);
  }
});

test('the target for people waiting holds while no more than it are in the line', () => {
  // One bed, three days each; of three who come on day 1 two wait from 1 to 4 and one from 4 to 7.
  const plan = (targetWaiting: number) =>
    scenario({
      hospitals: [],
      pathways: [pathway('P2', 'step-down')],
      services: [{ ...beds('step-down', 1, { stay: fixed(3) }), targetWaiting }],
      arrivals: [referred('P2', [referral(1), referral(1), referral(1)])],
    });
  const share = (target: number) => answers(plan(target)).whole('waiting-within-target', 'service:step-down');
  const { days } = plan(0);
  expect([0, 1, 2].map((target) => Math.round(share(target) * days))).toEqual([days - 6, days - 3, days]);
});

describe('the front door, worked out on paper', () => {
  /** Two acute beds, one person may wait. In 0 to 10, 1 to 5; third waits 2 to 5, stays to 8; fourth comes at 3 and is turned away. */
  const pathways = [pathway('P0')];
  const plan = scenario({
    hospitals: [hospital(2, { waitingLimit: 1 })],
    pathways,
    arrivals: [listed(pathways, [person(0, 'P0', 10), person(1, 'P0', 4), person(2, 'P0', 3), person(3, 'P0', 1)])],
  });
  const { whole } = answers(plan);
  const of = (measure: string) => whole(measure, 'hospital:acute');

  test('occupied, full, waiting and turned away', () => {
    expect(of('acute-occupied')).toBe((10 + 4 + 3) / 28);
    expect(of('acute-occupancy')).toBe(17 / 56);
    expect(of('acute-full')).toBe((8 - 1) / 28);
    expect(of('acute-waiting')).toBe(3 / 28);
    expect(of('acute-wait-mean')).toBe(3 / 3);
    expect([of('acute-turned-away'), of('acute-turned-away-share'), of('admissions')]).toEqual([1, 1 / 4, 3]);
  });
});

test('someone turned away by a full service leaves the acute bed, and the days so far are delay', () => {
  const pathways = [pathway('P2', 'step-down')];
  const plan = scenario({
    pathways,
    services: [beds('step-down', 1, { waitingLimit: 0 })],
    arrivals: [listed(pathways, [person(0, 'P2', 1), person(0.5, 'P2', 1)])],
  });
  const { whole, care } = answers(plan);
  expect([whole('discharges'), whole('service-turned-away', 'service:step-down'), whole('delay-mean')]).toEqual([2, 1, 0]);
  expect([care.observations.cameIn, care.observations.left, care.observations.inside()]).toEqual([2, 2, 0]); // the first is out at day 11
});
