import { describe, expect, it } from 'vitest';
import { differsFrom, markdown, type Reported, tables } from '../../../reports/index.ts';
import { asked } from '../../../reports/questions/index.ts';
import { figuresOf, sectionsOf } from '../../../reports/figures/index.ts';
import { cannotSay } from '../../../reports/words/limits.ts';
import { type Weight, weightsFinding } from '../../../reports/words/findings/weights.ts';
import { valueName } from '../../../reports/words/value-name.ts';
import type { SensitivityDecision } from '../../../sim/decision.ts';
import { winterResult } from '../../fixtures/winter-result.ts';
import { winterSensitivity } from '../../fixtures/winter-sensitivity.ts';

const WINTER = winterResult({ replications: 40 });
const FOUND = winterSensitivity(WINTER);
const reported: Reported = { ...WINTER, sensitivities: [FOUND] };
const ID = 'tornado-bed-days-delayed';
const stands =
  WINTER.measures.find(({ measure, scope }) => measure === 'bed-days-delayed' && scope === 'all')?.summary?.mean ?? 0;
const bedDays = (by: number): string => Math.round(stands + by).toLocaleString('en-GB');

describe('the title of assumptions by weight', () => {
  const end = (at: string, becomes: number, clear = true) => ({ at, becomes, clear });
  const title = (...weights: Weight[]) => weightsFinding({ measure: 'bed-days delayed', unit: 'days', stands: 200, weights });
  it.each<[string, Weight[], string]>([
    [
      'moved both ways',
      [{ name: 'Mean stay', low: end('14 days', 120), high: end('24 days', 310) }],
      'Mean stay moves bed-days delayed most: from 120 (at 14 days) to 310 (at 24 days)',
    ],
    [
      'more of it, less delay',
      [{ name: 'Hours', low: end('1,700 h/week', 310), high: end('2,000 h/week', 120) }],
      'Hours moves bed-days delayed most: from 120 (at 2,000 h/week) to 310 (at 1,700 h/week)',
    ],
    [
      'worse at both ends',
      [{ name: 'Season', low: end('0%', 230), high: end('12%', 260) }],
      'Season moves bed-days delayed most: from 200 (as it stands) to 260 (at 12%)',
    ],
    [
      'better at both ends',
      [{ name: 'Season', low: end('0%', 180), high: end('12%', 150) }],
      'Season moves bed-days delayed most: from 150 (at 12%) to 200 (as it stands)',
    ],
    [
      'by no more than chance',
      [{ name: 'Season', low: end('0%', 198, false), high: end('12%', 203, false) }],
      'No assumption clearly moves bed-days delayed inside its range; on average Season moves bed-days delayed most: from 198 (at 0%) to 203 (at 12%)',
    ],
    [
      'by nothing',
      [{ name: 'Season', low: end('0%', 200, false), high: end('12%', 200, false) }],
      'No assumption moves bed-days delayed inside its range',
    ],
    ['no values', [], 'No assumption moves bed-days delayed inside its range'],
  ])('%s', (_, weights, text) => {
    expect(title(...weights)).toBe(text);
  });
});

describe('a report with what d2a sensitivity found', () => {
  const figure = figuresOf(reported).find(({ id }) => id === ID);

  it('has the figure among what the plan knows least, its finding from the mean of the report itself', () => {
    expect(sectionsOf(reported).find(({ figures }) => figures.some(({ id }) => id === ID))?.id).toBe('least-known');
    expect(figure?.title).toBe(
      `Mean stay in short-term beds moves bed-days delayed most: from ${bedDays(-900)} (at 21 days) to ${bedDays(1200)} (at 35 days)`,
    );
    expect(figure?.notes[0]).toMatch(/^Three values moved, each in 20 winters\./);
  });

  it('has each value in its table: as written, its range, both ends with their intervals, where it is from', () => {
    expect(figure?.table.rows[0]).toEqual([
      'Mean stay in short-term beds',
      '28 days',
      '21 days',
      '35 days',
      stands - 900,
      -900,
      -1000,
      -800,
      stands + 1200,
      1200,
      1050,
      1350,
      'an assumption',
      'why services.short-term-beds.stay.mean',
    ]);
    expect(tables(reported).find(({ name }) => name === `figure-${ID}.csv`)?.rows).toHaveLength(3);
    expect(markdown(reported)).toMatch(
      /### Mean stay in short-term beds moves bed-days delayed most: .*\n\n\| Assumption \| As written /,
    );
  });

  it('answers which three matter most: by how much and which way, which are local, what to measure first', () => {
    const said = asked(reported).find(({ asks }) => asks.startsWith('Which three assumptions'))?.said ?? [];
    expect(said.map(({ text }) => text)).toEqual([
      `Bed-days delayed, ${bedDays(0)} days as it stands, is clearly moved only by: mean stay in short-term beds (28 days), from ${bedDays(-900)} (at 21 days) to ${bedDays(1200)} (at 35 days); hours commissioned for home support (1,850 h/week), from ${bedDays(-250)} (at 2,000 h/week) to ${bedDays(300)} (at 1,700 h/week). Of three values, one at a time.`,
      'From a source: hours commissioned for home support; assumed or borrowed: mean stay in short-term beds. Measure first: mean stay in short-term beds (it stands on “why services.short-term-beds.stay.mean”).',
      'One value of 3 is an assumption, not local figures.',
    ]);
    expect(said[0]?.see).toBe(ID);
    expect(cannotSay(reported).join()).not.toContain('d2a sensitivity');
  });

  it('says what turns the goal, where the search had one', () => {
    const chance = { missed: 2, n: 20, share: 0.1, interval: [0.03, 0.3] as [number, number] };
    const turned: SensitivityDecision = {
      ...FOUND,
      base: { ...FOUND.base, chance },
      bars: FOUND.bars.map((bar, i) => ({ ...bar, missed: { low: 0, high: i === 0 ? 0.8 : 0.2 } })),
    };
    const said = asked({ ...WINTER, sensitivities: [turned] }).flatMap((it) => it.said.map(({ text }) => text));
    expect(said).toContain(
      'As written the goal is met in most winters; inside its range that is turned by: mean stay in short-term beds.',
    );
  });

  it('is as it was where nothing was found', () => {
    expect(figuresOf(WINTER).map(({ id }) => id)).not.toContain(ID);
    expect(cannotSay(WINTER).join()).toContain('d2a sensitivity');
  });
});

describe('whether a sensitivity is of the run of a result', () => {
  it.each<[string, SensitivityDecision, string[]]>([
    ['the same', FOUND, []],
    ['more winters than the result', winterSensitivity(winterResult({ replications: 60 }), { winters: 60 }), []],
    [
      'another scenario and seed',
      { ...FOUND, scenario: { ...FOUND.scenario, name: 'Another', seed: '7' } },
      [`scenario: “Another”, the result has “${WINTER.scenario.name}”`, 'seed: 7, the result has 2017'],
    ],
    [
      'other files',
      { ...FOUND, inputs: [{ file: 'other.yaml', sha256: 'cd'.repeat(32), bytes: 9 }] },
      ['files read: other.yaml (SHA-256 cdcdcdcdcdcd…), the result has scenarios/winter.yaml (SHA-256 abababababab…)'],
    ],
    [
      'a value set',
      { ...FOUND, values: FOUND.values.map((value, i) => (i === 1 ? { ...value, written: '30 days' } : value)) },
      ['services.short-term-beds.stay.mean: 30 days, the result has 28 days'],
    ],
    [
      'a measure the result lacks',
      { ...FOUND, asked: { ...FOUND.asked, measure: 'spot-days' } },
      ['measure: spot-days of all, which the result does not have'],
    ],
    [
      'saved by an earlier d2a',
      { ...FOUND, base: { ...FOUND.base, winters: undefined } as unknown as SensitivityDecision['base'] },
      ['it does not hold the winters of its measure, as an earlier d2a wrote it: run d2a sensitivity again'],
    ],
  ])('%s', (_, decision, differences) => {
    expect(differsFrom(WINTER, decision)).toEqual(differences);
  });

  it('other people, or a value it does not move set on the command line: the winters are not the same', () => {
    const winters = (FOUND.base.winters ?? []).map((value, i) => (i === 2 ? (value ?? 0) + 1 : value));
    expect(differsFrom(WINTER, { ...FOUND, base: { ...FOUND.base, winters } })).toEqual([
      expect.stringMatching(
        /^bed-days-delayed in winter 3: [\d,.]+, the result has [\d,.]+; another value was set on the command line/,
      ),
    ]);
  });
});

describe('what a value is called', () => {
  it.each([
    ['services.short-term-beds.stay.mean', 'mean stay in short-term beds'],
    ['services.home-support.package.hours', 'hours a week for each person in home support'],
    ['services.home-support.outcomes.care-home', 'share leaving home support as “care home”'],
    ['pathways.P1.acute-stay.mean', 'mean clinical stay on Pathway 1'],
    ['places.north.pathways.P1.share', 'share of people on Pathway 1, living in North town'],
    ['process-delay.hub.mean', 'mean process delay, hub'],
    ['services.home-support.flex', 'Home support, flex'],
  ])('%s', (path, name) => {
    expect(
      valueName({ ...WINTER, scenario: { ...WINTER.scenario, places: [{ name: 'north', label: 'North town' }] } }, path),
    ).toBe(name);
  });
});
