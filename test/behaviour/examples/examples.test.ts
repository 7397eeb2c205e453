import { describe, expect, it } from 'vitest';
import type { Result } from '../../../sim/result.ts';
import { mean, run } from './run.ts';

describe('the examples show what their names ask', () => {
  it('a package that tapers lets the same hours support more people at once, and nobody waits as long', async () => {
    const file = 'what-does-a-tapering-package-free';
    const [tapering, flat] = [await run(file), await run(file, 'services.homefirst.package.hours=14 h/week')];
    expect(mean(tapering, 'in-service', 'service:homefirst')).toBeGreaterThan(mean(flat, 'in-service', 'service:homefirst'));
    expect(mean(tapering, 'wait-mean', 'service:homefirst')).toBeLessThan(mean(flat, 'wait-mean', 'service:homefirst'));
  });

  it('a large package at the head of the list holds back small ones, and hours lie idle while people wait', async () => {
    const result = await run('does-a-large-package-hold-back-small-ones');
    expect(mean(result, 'idle-while-waiting', 'service:homefirst')).toBeGreaterThan(1);
    expect(mean(result, 'wait-mean', 'service:homefirst/package:small')).toBeGreaterThan(0.5);
    expect(mean(result, 'wait-mean', 'service:homefirst/package:large')).toBeGreaterThan(
      mean(result, 'wait-mean', 'service:homefirst/package:small'),
    );
  });

  it('urgent referrals that go first wait less, and the hospital waits for it', async () => {
    const file = 'who-goes-first-the-community-or-the-hospital';
    const [first, alike] = [await run(file), await run(file, 'referrals.hospital.priority=1')];
    const wait = (result: Result, from: string) => mean(result, 'wait-mean', `service:step-down/from:${from}`);
    expect(wait(first, 'urgent community response')).toBeLessThan(wait(alike, 'urgent community response') / 2);
    expect(wait(first, 'hospital')).toBeGreaterThan(wait(alike, 'hospital'));
  });

  it('people who give up leave the list, are counted, and shorten it for the others', async () => {
    const file = 'what-if-people-give-up-waiting';
    const [impatient, patient] = [await run(file), await run(file, 'services.home-support.patience.mean=1000 days')];
    expect(mean(impatient, 'left-list-share', 'service:home-support')).toBeGreaterThan(0.05);
    expect(mean(impatient, 'waiting', 'service:home-support')).toBeLessThan(mean(patient, 'waiting', 'service:home-support'));
  });

  it('a list that holds three turns people away, and those on it wait less than on one without limit', async () => {
    const file = 'what-if-the-waiting-list-is-full';
    const [limited, endless] = [await run(file), await run(file, 'services.step-down.waiting-list=unlimited')];
    // 20 beds, a list of 3 and 20 people's worth of demand: 10.76% are turned away (exact, M/M/20/23).
    expect(Math.abs(mean(limited, 'service-turned-away-share', 'service:step-down') - 0.1076)).toBeLessThan(0.02);
    expect(mean(endless, 'service-turned-away', 'service:step-down')).toBe(0);
    expect(mean(limited, 'wait-mean', 'service:step-down')).toBeLessThan(mean(endless, 'wait-mean', 'service:step-down') / 3);
  });

  it('a bed is not free while it is made ready: with turnover as many beds are slept in, and more people wait', async () => {
    const file = 'what-do-turnover-hours-cost';
    const [slow, quick] = [await run(file), await run(file, 'services.step-down.turnover=0 days')];
    const inBeds = (result: Result) => mean(result, 'in-service', 'service:step-down');
    expect(Math.abs(inBeds(slow) - inBeds(quick))).toBeLessThan(0.2); // the same people stay as long
    expect(mean(slow, 'waiting', 'service:step-down')).toBeGreaterThan(mean(quick, 'waiting', 'service:step-down'));
  });

  it('referrals in clumps wait longer than even ones, for the same number of people', async () => {
    const file = 'what-if-referrals-come-in-clumps';
    const clumps = await run(file);
    const even = await run(file, 'referrals.hospital.day-to-day=0.01', 'referrals.hospital.spacing=even');
    expect(mean(clumps, 'waiting', 'service:step-down')).toBeGreaterThan(mean(even, 'waiting', 'service:step-down'));
    expect(mean(clumps, 'referrals', 'service:step-down') / mean(even, 'referrals', 'service:step-down')).toBeCloseTo(1, 1);
  });

  it('people who wait for home support at home hold no acute bed, and wait just as many', async () => {
    const file = 'what-if-people-wait-at-home';
    const [home, inPlace] = [await run(file), await run(file, 'services.home-support.waits-at=in place')];
    expect(mean(home, 'bed-days-delayed', 'all')).toBe(0);
    // Everyone who waits in place does so in an acute bed: a bed-day delayed for each of them at each midnight.
    const waiting = mean(inPlace, 'waiting', 'service:home-support');
    expect(mean(inPlace, 'bed-days-delayed', 'all') / inPlace.scenario.days / waiting).toBeCloseTo(1, 1);
    expect(mean(home, 'waiting', 'service:home-support')).toBeCloseTo(mean(inPlace, 'waiting', 'service:home-support'), 6);
  });

  it('people readmitted from step-down come to the front door again and use beds there', async () => {
    const file = 'what-do-readmissions-add';
    const again = await run(file);
    const once = await run(file, 'services.step-down.outcomes.independent=100%', 'services.step-down.outcomes.readmitted=0%');
    const readmitted = mean(again, 'readmissions', 'service:step-down');
    expect(readmitted / mean(again, 'starts', 'service:step-down')).toBeCloseTo(0.2, 1);
    expect(mean(again, 'admissions', 'all') - mean(once, 'admissions', 'all')).toBeCloseTo(readmitted, -1);
    expect(mean(again, 'acute-occupied', 'all')).toBeGreaterThan(mean(once, 'acute-occupied', 'all'));
  });
});
