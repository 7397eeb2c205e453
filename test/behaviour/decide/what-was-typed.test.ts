import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SensitivityDecision, SizeDecision, SweepDecision } from '../../../sim/decision.ts';
import { readFileSync } from 'node:fs';
import { d2a, emptyFolder } from '../cli/d2a.ts';

const PLAN = `d2a: 1
name: Two services
population: 65+
period: {start: 2024-01-01, length: 56 days}
run: {warm-up: 4 weeks, replications: 5, seed: 5}
referrals:
  to-beds: {to: step-down, arrivals: 1/day}
  to-hours: {to: home-support, arrivals: 0.6/day}
services:
  step-down: {kind: beds, beds: 20 beds, stay: {mean: 10 days, shape: exponential}, price: £100 per bed-day, outcomes: {home: 60%, other: 40%}}
  home-support: {kind: hours, commissioned: 90 h/week, package: {hours: 10 h/week, stay: {mean: 10 days, shape: exponential}}}
`;
const folderWith = (text: string): string => {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'plan.yaml'), text);
  return folder;
};
const asked = async (command: string, args: string[], text = PLAN) => {
  const folder = folderWith(text);
  const done = await d2a(
    [command, 'plan.yaml', ...args, '--out', 'out', '--replications', '5'].filter(
      (arg) => command !== 'decide' || (arg !== '--replications' && arg !== '5'),
    ),
    { cwd: folder },
  );
  return {
    ...done,
    err: done.err.replaceAll(/\s+/g, ' '),
    decision: <D>() => JSON.parse(readFileSync(join(folder, 'out', 'decision.json'), 'utf8')) as D,
  };
};
const BEDS = ['--vary', 'services.step-down.beds=10..28:7 beds'];
const HOURS = ['--vary', 'services.home-support.commissioned=60..100:20 h/week'];
const MEET = ['--meet', 'waiting of step-down at most 30 people'];

describe('a mistake is told of what was typed', { timeout: 120_000 }, () => {
  it.each([
    [[...BEDS, '--meet', 'waiting of step-down at most 1 dy'], '--meet "waiting of step-down at most 1 dy" `dy` is not a number'],
    [
      [...BEDS, '--meet', 'waiting of step-up at most 1 people'],
      '--meet "waiting of step-up at most 1 people" `waiting` is not measured for this. found: step-up',
    ],
    [
      [...BEDS, '--meet', 'waiting of step-down at most 1 people in 2024-19'],
      '--meet "waiting of step-down at most 1 people in 2024-19" This is not a month.',
    ],
    [[...BEDS, '--meet', 'few delays'], '--meet "few delays" “few delays” is no goal.'],
    [
      ['--vary', 'services.step-down.beds=1..3:1 h/week', ...MEET],
      '--vary "services.step-down.beds=1..3:1 h/week" This unit does not fit here. found: 1 h/week',
    ],
    [
      ['--vary', 'services.step-up.beds=1..3:1 beds', ...MEET],
      '--vary "services.step-up.beds=1..3:1 beds" There is nothing of this name among the services. found: step-up',
    ],
    [['--vary', 'services.step-down.beds=+10%|+20%', ...MEET], 'stands under `changes`, with the day it begins. found: +10%'],
    [['--vary', 'services.step-down.beds=9', ...MEET], '--vary "services.step-down.beds=9" This is not a range.'],
    [
      ['--vary', 'period.length=56 days|63 days', ...MEET],
      '--vary "period.length=56 days|63 days": the points of a search are compared, so the period, the warm-up and the population stay the same',
    ],
  ])('%s', async (args, said) => {
    const { code, err } = await asked('size', args);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).not.toContain('ambitions.goal');
    expect(err).not.toContain('--set');
  });

  it('of a search that the plan keeps, by its key', async () => {
    const { code, err } = await asked(
      'decide',
      [],
      `${PLAN}decide:\n  beds: {search: size, vary: {services.step-down.beds: 10..28:7 beds}, meet: [waiting of step-up at most 1 people]}\n`,
    );
    expect([
      code,
      err.includes('decide.beds.meet: waiting of step-up at most 1 people `waiting` is not measured for this.'),
    ]).toEqual([2, true]);
  });

  it('`--seed` and `--show` too', async () => {
    expect((await asked('sweep', [...BEDS, '--show', 'waiting of nobody'])).err).toContain(
      '--show "waiting of nobody" The scenario has no such measure.',
    );
  });
});

describe('a range ends where it was said to', { timeout: 120_000 }, () => {
  it('28 beds are tried in 10..28:7', async () => {
    const { code, err, decision } = await asked('size', [
      ...BEDS,
      '--meet',
      'waiting of step-down at most 1 people',
      '--on',
      'mean',
    ]);
    expect(code, err).toBe(0);
    expect(decision<SizeDecision>().varied[0]?.values).toEqual(['10 beds', '17 beds', '24 beds', '28 beds']);
  });
});

describe('prices and assumptions that are not there', { timeout: 120_000 }, () => {
  it('the cheapest of two capacities: which price is missing, and where it is written', async () => {
    const { code, err } = await asked('size', [...BEDS, ...HOURS, ...MEET]);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('home-support has no price: write it at `services.home-support.price`, such as `£19 per hour`'),
    ]);
    expect(err).not.toContain('step-down has no price');
    expect((await asked('sweep', [...HOURS, '--show', 'waiting of home-support', '--matters', '£5,000'])).err).toContain(
      '`services.home-support.price`',
    );
  });

  it('a sweep of what has no price names no cheapest point', async () => {
    const { out, decision } = await asked('sweep', [...HOURS, '--show', 'waiting of home-support']);
    expect(decision<SweepDecision>()).toMatchObject({
      cheapest: null,
      unpriced: ['home support has no price'],
    });
    expect(out).toContain('No point is cheapest: home support has no price');
  });

  it('a plan without any `assumption:` has every value moved by a fifth', async () => {
    const { code, err, out, decision } = await asked('sensitivity', ['--show', 'waiting of home-support']);
    expect(code, err).toBe(0);
    const { values } = decision<SensitivityDecision>();
    expect(values.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'referrals.to-hours.arrivals',
        'services.home-support.commissioned',
        'services.home-support.package.stay.mean',
        'services.step-down.outcomes.home',
      ]),
    );
    expect(values.find(({ path }) => path === 'services.home-support.commissioned')).toMatchObject({
      low: '72 h/week',
      high: '108 h/week',
      origin: 'unstated',
    });
    expect(out.replaceAll(/\s+/g, ' ')).toContain('The plan marks no assumption, so every value without a source was moved.');
  });
});
