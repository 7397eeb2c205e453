import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOnDisk } from '../../data/files-on-disk.ts';
import { readScenario } from '../../scenarios/index.ts';
import { measureOptions } from '../../sim/index.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import { fits } from './fit.ts';
import { bandsOf, fitDelay, midnightsOf } from './midnights.ts';

const scenarioOf = async (name: string): Promise<Scenario> =>
  (await readScenario(join('scenarios/back-test', `${name}.yaml`), { files: filesOnDisk, measures: measureOptions() })).scenario;
const processOf = ({ arrivals: [stream] }: Scenario) => (stream?.arrivals.kind === 'process' ? stream.arrivals : undefined);
const heldIn = ({ arrivals: [stream] }: Scenario) => stream?.mix.find(({ pathway }) => pathway === 'held')?.share[0]?.value;

test('the values marked as fitted are what the sums over the fitted months give', async () => {
  const { national, census, bands } = await fits();
  for (const [hospital, fit] of Object.entries(census)) {
    const scenario = await scenarioOf(`${hospital.toLowerCase()}-2022-fitted`);
    const process = processOf(scenario);
    expect(process?.perDay, hospital).toBeCloseTo(fit.admissions, 1);
    expect(process?.dayToDay, hospital).toBeCloseTo(fit.dayToDay, 2);
    expect(heldIn(scenario), hospital).toBeCloseTo(fit.held, 3);
    expect(process?.weekday, hospital).toEqual(fit.profile.map((factor) => expect.closeTo(factor, 1)));
    expect(scenario.processDelay.weekend?.leaveAt[0]?.value ?? 1, hospital).toBe(fit.leaveAt);
    expect(scenario.processDelay.families[0]?.delay.mean).toBeCloseTo(national.mean, 2);
  }
  for (const [hospital, fit] of Object.entries(bands)) {
    const scenario = await scenarioOf(`${hospital.toLowerCase()}-bands-fitted`);
    expect(processOf(scenario)?.perDay, hospital).toBeCloseTo(fit.admissions, 1);
    expect(heldIn(scenario), hospital).toBeCloseTo(fit.held, 3);
    expect(scenario.processDelay.families[0]?.delay.mean, hospital).toBeCloseTo(fit.mean, 1);
  }
});

test('an untouched scenario is the fitted one on other dates', async () => {
  for (const [fitted, untouched] of [
    ['swft-2022-fitted', 'swft-2023-untouched'],
    ['uhcw-2022-fitted', 'uhcw-2023-untouched'],
    ['geh-bands-fitted', 'geh-bands-untouched'],
  ] as const) {
    const [one, other] = [await scenarioOf(fitted), await scenarioOf(untouched)];
    const { name: _, question: _q, start, days: _d, holidays: _h, observed: _o, ...kept } = one;
    expect(other).toMatchObject(kept);
    expect(other.start).not.toBe(start);
  }
});

test('the search finds the delay whose bands it is given', () => {
  const chance = midnightsOf(5, 2);
  const found = fitDelay(bandsOf(chance), 5 / (1 - (chance[0] ?? 0)));
  expect([found.mean, found.median]).toEqual([expect.closeTo(5, 2), expect.closeTo(2, 2)]);
});

test('a delay of exactly a day and a half crosses one midnight or two, as often', () => {
  const chance = midnightsOf(1.5 + 1e-9, 1.5);
  expect([chance[0], chance[1], chance[2]]).toEqual([0, expect.closeTo(0.5, 3), expect.closeTo(0.5, 3)]);
});
