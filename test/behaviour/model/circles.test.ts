import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOnDisk } from '../../../data/files-on-disk.ts';
import { measureOptions, offeredLoads } from '../../../sim/index.ts';
import { readScenario } from '../../../scenarios/index.ts';
import type { Scenario } from '../../../sim/scenario/scenario.ts';
import { emptyFolder } from '../cli/d2a.ts';
import {
  always,
  answers,
  beds,
  experimentOn,
  exponential,
  fixed,
  flow,
  hours,
  listed,
  pathway,
  person,
  referral,
  referred,
  scenario,
} from './small.ts';

const to = (next: string, share: number) => [
  { name: next, share: always(share), next, readmittedTo: null },
  { name: 'out', share: always(1 - share), next: null, readmittedTo: null },
];

/** Half of those who leave `support` go home to wait for `beds`, and all of those go back to support, for which they wait in the bed. */
const circle = (more: Partial<Scenario> = {}, capacity: 'unlimited' | number = 'unlimited'): Scenario =>
  scenario({
    hospitals: [],
    pathways: [pathway('P1', 'support')],
    arrivals: [{ ...referred('P1', []), arrivals: flow(2) }],
    warmUpDays: 200,
    days: 1000,
    services: [
      hours('support', capacity === 'unlimited' ? capacity : capacity * 20, { stay: exponential(10), outcomes: to('beds', 0.5) }),
      beds('beds', capacity, { stay: fixed(4), waitsAtHome: true, outcomes: to('support', 1) }),
    ],
    ...more,
  });

describe('services that lead back to one another', () => {
  it('each return is a new stay with new luck: two stays in one for each person, one in the other', () => {
    const seen = answers(circle());
    const starts = (name: string) => seen.whole('starts', `service:${name}`) / 1000;
    expect(starts('support')).toBeCloseTo(4, 0);
    expect(starts('beds') / starts('support')).toBeCloseTo(0.5, 1);
    expect(seen.whole('in-service', 'service:support')).toBeCloseTo(40, -1);
    expect(offeredLoads(circle()).map(({ needed }) => Math.round(needed))).toEqual([800, 8]);
  });

  it('nobody is lost and nobody is held for ever, however little there is', () => {
    const few = circle(
      {
        arrivals: [
          referred(
            'P1',
            Array.from({ length: 30 }, (_, i) => referral(i / 10)),
          ),
        ],
        warmUpDays: 0,
        days: 2000,
      },
      1,
    );
    const { care } = answers(few);
    expect([care.observations.cameIn, care.observations.left, care.observations.inside()]).toEqual([30, 30, 0]);
    const simjs = answers(few, 'simjs');
    expect(simjs.whole('wait-mean', 'service:support')).toBe(answers(few).whole('wait-mean', 'service:support'));
  });

  it('a service that leads back to itself, and the checks of the run', async () => {
    const itself = circle({
      services: [hours('support', 'unlimited', { stay: fixed(5), waitsAtHome: true, outcomes: to('support', 0.25) })],
      run: { replications: 3, seed: '1' },
    });
    const [result, other] = await experimentOn([itself, circle({ days: 200, run: { replications: 2, seed: '1' } })]);
    const mean =
      result?.measures.find(({ measure, scope }) => measure === 'starts' && scope === 'service:support')?.summary?.mean ?? 0;
    expect(mean / 1000).toBeCloseTo(2 / 0.75, 0);
    expect([...(result?.checks ?? []), ...(other?.checks ?? [])].filter(({ passed }) => !passed)).toEqual([]);
    expect(result?.run.streams).toContain('goes on/PERSON/STAY');
  });

  it('who comes from hospital is looked for on day 91 wherever the circle has led', () => {
    const pathways = [pathway('P1', 'support')];
    const services = [
      hours('support', 'unlimited', { stay: fixed(30), shortTerm: true, outcomes: to('beds', 1) }),
      beds('beds', 'unlimited', { stay: fixed(70), waitsAtHome: true, outcomes: to('support', 1) }),
    ];
    const seen = answers(scenario({ days: 112, pathways, services, arrivals: [listed(pathways, [person(0, 'P1', 1)])] }));
    expect([seen.whole('care-91-days'), seen.whole('followed-91-days')]).toEqual([1, 1]); // in the bed from day 31 to 101
  });
});

describe('which circles are refused', () => {
  const read = (support: string, bed: string) => {
    const folder = emptyFolder();
    writeFileSync(
      join(folder, 'plan.yaml'),
      `d2a: 1
name: Circle
population: 65+
period: {start: 2024-01-01, length: 28 days}
run: {replications: 1}
referrals: {community: {to: support, arrivals: 1/day}}
services:
  support: {kind: hours, commissioned: 100 h/week, package: {hours: 10 h/week, stay: {fixed: 5 days}}, ${support}}
  bed: {kind: beds, beds: 4 beds, stay: {fixed: 5 days}, ${bed}}
`,
    );
    return readScenario(join(folder, 'plan.yaml'), { files: filesOnDisk, measures: measureOptions() });
  };
  const BACK = 'outcomes: {support: 50%, home: 50%}';
  const ON = 'outcomes: {bed: 50%, home: 50%}';

  it('one in which everybody waits in place is a deadlock', async () => {
    await expect(read(ON, BACK)).rejects.toThrow(/Services wait for one another in a circle: .*nobody can ever move/s);
  });
  it.each([
    [`${ON}, waits-at: home`, BACK],
    [ON, `${BACK}, waits-at: home`],
    [`${ON}, waits-at: home`, `${BACK}, waits-at: home`],
    ['outcomes: {support: 20%, home: 80%}, waits-at: home', 'outcomes: {home: 100%}'],
  ])('%s; %s is none', async (support, bed) => {
    const { scenario: found } = await read(support, bed);
    expect(found.services).toHaveLength(2);
  });
  it('a second circle, all in place, beside one with a wait at home is found', async () => {
    await expect(read('outcomes: {support: 10%, bed: 50%, home: 40%}', `${BACK}, waits-at: home`)).rejects.toThrow(
      /circle: support → support/,
    );
  });
  it('one that nobody can leave', async () => {
    await expect(read('outcomes: {bed: 100%}', 'outcomes: {support: 100%}, waits-at: home')).rejects.toThrow(
      /Nobody can ever leave these services/,
    );
    await expect(read('outcomes: {bed: 100%, home: 0%}', 'outcomes: {support: 100%}, waits-at: home')).rejects.toThrow(
      /Nobody can ever leave these services/,
    );
  });
});
