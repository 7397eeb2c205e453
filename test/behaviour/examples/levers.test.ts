import { describe, expect, it } from 'vitest';
import type { Result } from '../../../sim/result.ts';
import { changesFigure } from '../../../reports/figures/changes.ts';
import { redirections } from '../../../reports/figures/redirections.ts';
import { triggers } from '../../../reports/figures/triggers.ts';
import { mean, run } from './run.ts';

/** Mean of a measure in one calendar month. */
function inMonth(result: Result, measure: string, scope: string, month: string): number {
  const at = result.calendar.months.findIndex((one) => one.month === month);
  return result.byMonth.find((one) => one.measure === measure && one.scope === scope)?.values[at]?.mean ?? Number.NaN;
}

describe('levers of a plan', () => {
  it('trusted assessors who halve the two days of the hub leave two of the three days of process delay', async () => {
    const result = await run('what-do-trusted-assessors-save');
    expect(inMonth(result, 'delay-process', 'pathway:P1', '2025-12')).toBeCloseTo(3, 0);
    expect(inMonth(result, 'delay-process', 'pathway:P1', '2026-03')).toBeCloseTo(2, 0);
    const without = await run(
      'what-do-trusted-assessors-save',
      'process-delay.transfer-hub.mean=1 day',
      'changes.trusted-assessors.process-delay.transfer-hub.mean=+0%',
    );
    expect(inMonth(result, 'delay-process', 'pathway:P1', '2026-03')).toBeCloseTo(
      inMonth(without, 'delay-process', 'pathway:P1', '2026-03'),
      2,
    );
  });

  it('with beds for everybody, people wait only for Monday, and after seven-day working begins nobody waits at all', async () => {
    const result = await run('what-does-seven-day-working-buy');
    expect(inMonth(result, 'waiting', 'service:step-down', '2025-11')).toBeGreaterThan(0.5);
    expect(inMonth(result, 'waiting', 'service:step-down', '2026-02')).toBe(0);
  });

  it('people who are frailer in January wait longer for step-down in that month, and nobody before it is touched', async () => {
    const frail = await run('what-if-people-are-frailer-in-winter');
    const usual = await run(
      'what-if-people-are-frailer-in-winter',
      'changes.january.services.step-down.stay.mean=+0%',
      'changes.january.pathways.P2.acute-stay.mean=+0%',
    );
    const waiting = (result: Result, month: string) => inMonth(result, 'waiting', 'service:step-down', month);
    expect(waiting(frail, '2025-12')).toBe(waiting(usual, '2025-12'));
    expect(waiting(frail, '2026-02')).toBeGreaterThan(waiting(usual, '2026-02') * 1.1);
  });

  it('beds that close four weeks after the last hours are live leave people waiting no longer; closed at once, they do', async () => {
    const file = 'may-beds-close-before-hours-are-live';
    const [after, atOnce] = [
      await run(file),
      await run(
        file,
        'changes.beds-close.wait=1 day',
        'changes.beds-close.after=start',
        'changes.start.from=2025-11-02',
        'changes.start.services.homefirst.commissioned=+0 h/week',
      ),
    ];
    expect(inMonth(after, 'waiting', 'service:step-down', '2025-12')).toBeLessThan(
      inMonth(atOnce, 'waiting', 'service:step-down', '2025-12') / 2,
    );
    // 1/8 to 7/8 of 400 hours for a week each and 400 for four more: 50 x 28 + 1,600 = 3,000 hours at 28 pounds.
    expect(changesFigure(after)[0]?.notes[0]).toBe(
      'Double running between More Homefirst hours and Step-down beds close: 77 days from 3 November 2025, £84k of new capacity before any of the old goes.',
    );
    expect(mean(after, 'no-criteria-to-reside-worst-week', 'all')).toBeGreaterThan(mean(after, 'no-criteria-to-reside', 'all'));
  });

  it('fewer starts in the school holidays and over Christmas leave more people waiting at their end', async () => {
    const file = 'what-do-school-holidays-do-to-home-care';
    const [away, there] = [
      await run(file),
      await run(file, 'changes.carers-away.services.home-care.starts=+0%', 'changes.christmas.services.home-care.starts=+0%'),
    ];
    const waiting = (result: Result, day: string) =>
      result.byDay.find(({ measure, scope }) => measure === 'waiting' && scope === 'service:home-care')?.values[
        result.calendar.days.indexOf(day)
      ]?.mean ?? Number.NaN;
    expect(waiting(away, '2025-10-26')).toBe(waiting(there, '2025-10-26'));
    expect(waiting(away, '2025-10-31')).toBeGreaterThan(waiting(there, '2025-10-31') + 2);
    expect(waiting(away, '2026-01-02')).toBeGreaterThan(waiting(there, '2026-01-02') + 5);
  });

  it('escalation beds open in some winters and for a part of them, and fewer people wait for it', async () => {
    const file = 'when-do-escalation-beds-open';
    const [escalated, never] = [await run(file), await run(file, 'triggers.escalation.when.above=1000 people')];
    const of = (measure: string) => mean(escalated, measure, 'trigger:escalation');
    expect(of('trigger-opened')).toBeGreaterThan(0.2);
    expect(of('trigger-days-open')).toBeLessThan(120);
    expect(mean(never, 'trigger-days-open', 'trigger:escalation')).toBe(0);
    expect(mean(escalated, 'waiting', 'service:step-down')).toBeLessThan(mean(never, 'waiting', 'service:step-down'));
    const paid =
      mean(escalated, 'cost-commissioned', 'service:step-down') - mean(never, 'cost-commissioned', 'service:step-down');
    expect(paid).toBeCloseTo(of('trigger-days-open') * 6 * 110, 4);
    expect(triggers(escalated)[0]?.title).toMatch(
      /^Escalation beds: opens in .* of winters, and is open for .* days on average( when it opens, .* over all)?$/,
    );
  });

  it('a fifth of the people in step-down who could go home free a fifth of its starts, and the wait falls', async () => {
    const file = 'which-beds-people-could-do-with-support-at-home';
    const [sized, all] = [await run(file), await run(file, 'right-sizing.home-instead.share=0%')];
    expect(
      mean(sized, 'people-redirected', 'redirection:home-instead') / mean(all, 'referrals', 'service:step-down'),
    ).toBeCloseTo(0.2, 1);
    expect(mean(sized, 'wait-mean', 'service:step-down')).toBeLessThan(mean(all, 'wait-mean', 'service:step-down') / 2);
  });

  it('volunteers settle people at home until they are full; the others go on to support at home', async () => {
    const result = await run('what-can-volunteers-take-on');
    const [taken, without] = [
      mean(result, 'people-redirected', 'redirection:settle-in'),
      mean(result, 'people-without-room', 'redirection:settle-in'),
    ];
    expect(without).toBeGreaterThan(5);
    // 3 a day of P1, of whom a fifth could be diverted, over 182 days.
    expect(Math.abs(taken + without - 3 * 0.2 * 182)).toBeLessThan(12);
    expect(mean(result, 'wait-mean', 'service:volunteers')).toBe(0);
    expect(redirections(result)[0]?.title).toContain('for');
  });

  it('a care-home panel on Wednesdays, with places for everybody, keeps people three midnights on average, and decisions every day none', async () => {
    const delays = async (...set: string[]) => {
      const result = await run('what-does-a-weekly-panel-cost', ...set);
      expect(inMonth(result, 'starts-offered', 'service:care-home', '2025-12') % 5).toBe(0); // five Wednesdays
      return ['2025-12', '2026-03'].map((month) => inMonth(result, 'delay-mean', 'pathway:P3', month)) as [number, number];
    };
    const [weekly, daily] = await delays('services.care-home.starts=140 per week');
    expect(weekly).toBeCloseTo((0 + 1 + 2 + 3 + 4 + 5 + 6) / 7, 0); // ready on any day of the week alike
    expect(daily).toBe(0);
    const [scarce, scarceDaily] = await delays();
    expect(scarce).toBeGreaterThan(weekly);
    expect(scarceDaily).toBeLessThan(scarce);
  });
});
