import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesOnDisk } from '../../../data/files-on-disk.ts';
import { renderComparison, renderReport } from '../../../reports/index.ts';
import { readScenario } from '../../../scenarios/index.ts';
import { compare, experiment, measureOptions } from '../../../sim/index.ts';
import type { Result } from '../../../sim/result.ts';

const FOLDER = join(import.meta.dirname, '../../../scenarios/warwickshire-2021');
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length));

/** Simulated winters of each file: enough for the directions claimed of it; on top of the redesign two, for its own checks and the ranges of the pages. */
const WINTERS = 4;
const winters = (name: string) => (/^redesign-(?!beds)/.test(name) ? 2 : WINTERS);

describe('Warwickshire 2021/22', () => {
  const runs = new Map<string, Result>();
  beforeAll(async () => {
    for (const name of FILES) {
      const read = await readScenario(join(FOLDER, `${name}.yaml`), {
        files: filesOnDisk,
        measures: measureOptions(),
        set: [`run.replications=${winters(name)}`],
      });
      const [result] = await experiment([read], { version: 'test' });
      runs.set(name, result as Result);
    }
  }, 600_000);

  const run = (name: string) => runs.get(name) as Result;
  const mean = (name: string, measure: string, scope = 'all') =>
    run(name).measures.find((it) => it.measure === measure && it.scope === scope)?.summary?.mean ?? Number.NaN;
  const months = (name: string, measure: string, scope = 'all') =>
    run(name)
      .byMonth.find((it) => it.measure === measure && it.scope === scope)
      ?.values.map((it) => it?.mean ?? Number.NaN) ?? [];
  const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  it('every file passes its own checks; all are warned that 20 weeks are short for the longest stays, and a market down by a fifth that more is needed than there is', () => {
    for (const [name, { checks, warnings }] of runs) {
      expect(
        checks.filter(({ passed }) => !passed),
        name,
      ).toEqual([]);
      const kinds = warnings.map(({ kind }) => kind).filter((kind) => kind !== 'over-capacity-in-months'); // a winter has lean months
      expect(kinds, name).toContain('warm-up-too-short-by-load');
      expect(kinds.filter((kind) => kind !== 'warm-up-too-short-by-load').length, `${name}: ${JSON.stringify(warnings)}`).toBe(
        name.endsWith('market-20') ? 2 : 0,
      );
    }
  });

  it('today 95.3% go home, as in 2020/21, and the places in the ratio of their contributions', () => {
    expect(mean('today', 'usual-residence')).toBeCloseTo(0.953, 2);
    const people = (place: string) => mean('today', 'admissions', `place:${place}`) / mean('today', 'admissions');
    expect(people('south')).toBeCloseTo(0.47, 1);
    expect(people('north')).toBeCloseTo(0.34, 1);
    expect(people('rugby')).toBeCloseTo(0.19, 1);
  });

  it('today more people stay 14 days than the ambition allows, 11.1% before Christmas and 10.8% after', () => {
    expect(average(months('today', 'discharges-14-plus'))).toBeGreaterThan(0.111);
  });

  it('the ambition needs about four times the D2A P1 hours in every place, and three times the home care after it', () => {
    for (const place of ['north', 'rugby', 'south']) {
      const scope = `service:d2a-p1-${place}`;
      const ratio = mean('ambition', 'hours-delivered', scope) / mean('today', 'hours-delivered', scope);
      expect(ratio, place).toBeGreaterThan(3.5);
      expect(ratio, place).toBeLessThan(4.5);
    }
    expect(mean('ambition', 'starts', 'service:home-care') / mean('today', 'starts', 'service:home-care')).toBeGreaterThan(2.7);
  });

  it('the ambition sends no more people home: who goes to a bed goes there as before', () => {
    expect(mean('ambition', 'usual-residence')).toBeCloseTo(mean('today', 'usual-residence'), 3);
  });

  it('once therapy hours are there 12 beds close without longer waits for a bed; closed first, the wait is several times as long', () => {
    const wait = (name: string) => mean(name, 'delay-capacity', 'national:P2');
    expect(wait('redesign')).toBeLessThan(wait('today') * 1.1);
    expect(wait('redesign-beds-first')).toBeGreaterThan(wait('redesign') * 2);
    expect(mean('redesign', 'usual-residence')).toBeGreaterThan(0.955);
  });

  it('Home Based brings the South level with the North in going home, and frees D2A P2 beds', () => {
    const home = (name: string, place: string) => months(name, 'usual-residence', `place:${place}`)[5] as number;
    expect(home('home-based', 'south')).toBeGreaterThan(home('today', 'south') + 0.005);
    expect((months('home-based', 'in-service', 'service:d2a-p2-beds')[5] as number) + 4).toBeLessThan(
      months('today', 'in-service', 'service:d2a-p2-beds')[5] as number,
    );
  });

  it('a market down by a tenth doubles the delay for capacity, and by a fifth doubles it again', () => {
    const [today, ten, twenty] = ['today', 'market-10', 'market-20'].map((name) => mean(name, 'bed-days-delayed-capacity')) as [
      number,
      number,
      number,
    ];
    expect(ten).toBeGreaterThan(today * 2);
    expect(twenty).toBeGreaterThan(ten * 2);
  });

  it('reablement in the three places costs what the plan has for it: half of £5,359,000 in half a year', () => {
    const cost = ['north', 'rugby', 'south'].reduce(
      (sum, place) => sum + mean('today', 'cost-commissioned', `service:d2a-p1-${place}`),
      0,
    );
    expect(Math.abs(cost / (5_359_000 * (182 / 365)) - 1)).toBeLessThan(0.01);
  });

  it('the redesign uses less money than today and has not paid for its double running by March', () => {
    expect(mean('redesign', 'cost-used')).toBeLessThan(mean('today', 'cost-used') - 50_000);
    expect(mean('redesign', 'cost-commissioned')).toBeGreaterThan(mean('today', 'cost-commissioned'));
    expect(mean('redesign', 'cost-commissioned')).toBeLessThan(mean('today', 'cost-commissioned') + 86_000); // what the hours cost before any bed goes
  });

  it('escalation opens longer in a Covid winter than in one like today, and each bed-day it takes off costs less than it is worth', () => {
    const open = (name: string) => mean(name, 'trigger-days-open', 'trigger:hours-south');
    expect(open('winter-escalation')).toBeGreaterThan(open('escalation') + 5);
    const more = (measure: string) => mean('winter-escalation', measure) - mean('winter', measure);
    expect(more('bed-days-delayed')).toBeLessThan(-100);
    expect(more('cost-commissioned') / -more('bed-days-delayed')).toBeLessThan(346);
  });

  it('a Covid winter adds half as much delay for capacity again, or more', () => {
    expect(mean('winter', 'bed-days-delayed-capacity')).toBeGreaterThan(mean('today', 'bed-days-delayed-capacity') * 1.5);
  });

  it('every page is under 2.5 MB, that of all compared too; that of the five for a board with every choice in it', async () => {
    const results = ['today', ...FILES.filter((name) => name !== 'today')].map(run);
    const sizes = new Map<string, number>();
    for (const result of results) sizes.set(result.scenario.name, Buffer.byteLength(await renderReport(result)));
    const comparison = await renderComparison(results, compare(results));
    sizes.set('comparison', Buffer.byteLength(comparison));
    expect([...sizes].filter(([, bytes]) => bytes >= 2_500_000)).toEqual([]);
    const board = ['today', 'redesign', 'winter', 'winter-escalation', 'market-20'].map(run);
    expect(await renderComparison(board, compare(board))).not.toContain(
      'has no room for a hospital or place and a pathway together',
    );
  }, 120_000);
});
