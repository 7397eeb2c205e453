import { describe, expect, it } from 'vitest';
import { ambitions } from '../../../reports/figures/ambitions.ts';
import { costs } from '../../../reports/figures/costs.ts';
import { delayBands } from '../../../reports/figures/delay-bands.ts';
import { hoursLedger } from '../../../reports/figures/hours-ledger.ts';
import { differingValues } from '../../../reports/figures/differing-values.ts';
import { ticks } from '../../../reports/figures/look.ts';
import { waits } from '../../../reports/figures/waits.ts';
import { renderReport } from '../../../reports/index.ts';
import { changeDays, planOf } from '../../../reports/words/plan.ts';
import { threeCounts } from '../../../reports/words/three-counts.ts';
import { tilesOf } from '../../../reports/words/tiles.ts';
import type { Result, ScenarioValue } from '../../../sim/result.ts';
import { summarise, winterResult } from '../../fixtures/winter-result.ts';

const value = (path: string, text: string, origin: ScenarioValue['origin'] = 'unstated'): ScenarioValue => ({
  path,
  written: text,
  value: text,
  origin,
  note: null,
  confidence: null,
  at: null,
});
const one = (measure: string, scope: string, v: number) => ({ measure, scope, summary: summarise([v, v]), winters: [v, v] });

/** The made-up winter with its changes written down and a January surge. */
function changed(): Result {
  const r = winterResult();
  const arrivals = r.scenario.arrivals.map((a) =>
    a.arrivals.kind === 'process'
      ? {
          ...a,
          arrivals: {
            ...a.arrivals,
            factor: [
              { from: 0, value: 1 },
              { from: 274, value: 1.08 },
              { from: 309, value: 1 },
            ],
          },
        }
      : a,
  );
  const day = (iso: string) => (Date.parse(iso) - Date.parse(r.scenario.start)) / 86_400_000 + r.scenario.warmUpDays;
  const spell = (name: string, from: string, until: string | null, ...paths: string[]) => ({
    name,
    label: name,
    after: null,
    spells: [{ from: day(from), until: until === null ? null : day(until) }],
    paths,
  });
  const changes = [
    spell('winter-hours', '2017-12-01', null, 'services.home-support.commissioned'),
    spell('january-surge', '2018-01-01', '2018-02-05', 'hospitals.UHCW.admissions'),
    spell('hub', '2018-03-01', null, 'process-delay.hub.mean'),
  ];
  return {
    ...r,
    scenario: { ...r.scenario, arrivals, changes },
    values: [
      ...r.values,
      value('changes.winter-hours.label', 'Winter money'),
      value('changes.winter-hours.from', '1 December 2017'),
      value('changes.winter-hours.services.home-support.commissioned', '2,095 h/week'),
      value('changes.january-surge.from', '1 January 2018'),
      value('changes.january-surge.to', '4 February 2018'),
      value('changes.january-surge.hospitals.UHCW.admissions', '+8%'),
      value('changes.hub.from', '1 March 2018'),
      value('changes.hub.process-delay.hub.mean', '0.4 days'),
    ],
  };
}

describe('the plan', () => {
  const lines = Object.fromEntries(planOf(changed()).map((l) => [l.what, l.planned]));

  it('says what is bought and expected, with each change on its date and by its label', () => {
    expect(lines['Home support']).toBe('1,850 hours a week; 2,095 from 1 December 2017 (Winter money)');
    expect(lines['Short-term beds']).toBe('83 beds');
    expect(lines['Admissions']).toBe('102.0 a day on average; +8% from 1 January 2018 to 4 February 2018 (January surge)');
    expect(lines['Split of admissions']).toBe('Pathway 0 92.5%, Pathway 1 4.0%, Pathway 2 2.9%, Pathway 3 0.6%');
  });

  it('leaves out no change, whatever it changes', () => {
    expect(lines['Hub']).toBe('process delay, hub, mean: 0.4 days (from 1 March 2018)');
  });

  it('starts from what is in force when the period begins, not the warm-up', () => {
    const r = winterResult();
    const services = r.scenario.services.map((s) =>
      s.kind === 'beds'
        ? {
            ...s,
            beds: [
              { from: 0, value: 70 },
              { from: 100, value: 83 },
              { from: 5000, value: 1 },
            ],
          }
        : s,
    );
    expect(planOf({ ...r, scenario: { ...r.scenario, services } }).find((l) => l.what === 'Short-term beds')?.planned).toBe(
      '83 beds',
    );
  });

  it('has its change days marked on the charts', () => {
    expect(changeDays(changed())).toEqual([
      { iso: '2017-12-01', label: 'Winter money' },
      { iso: '2018-01-01', label: 'January surge' },
      { iso: '2018-02-05', label: 'January surge ends' },
    ]);
    expect(hoursLedger(changed())[0]?.notes.join(' ')).toContain('1 December 2017 (Winter money)');
  });

  it('heads a value that differs by the label of its change, with its path', () => {
    const other = {
      ...changed(),
      values: changed().values.map((v) => (v.value === '2,095 h/week' ? { ...v, value: '1,850 h/week' } : v)),
    };
    expect(differingValues([changed(), other]).rows).toEqual([
      [
        'Winter money: Home support, commissioned\nchanges.winter-hours.services.home-support.commissioned',
        '2,095 h/week',
        '1,850 h/week',
      ],
    ]);
  });

  it('lists no value that differs and changes no result, and no default of what only one has', () => {
    const [base, other] = [changed(), changed()];
    other.values.push(
      value('decide.beds.search', 'size', 'source'),
      value('stated.stay.value', '6 days', 'source'),
      value('observed.return.file', 'a.csv', 'source'),
      value('services.voluntary.flex', '0%', 'default'),
    );
    expect(differingValues([base, other]).rows).toEqual([]);
    other.values.push(value('services.voluntary.beds', '6 beds', 'source'));
    expect(differingValues([base, other]).rows.map(([, ...said]) => said)).toEqual([['not in it', '6 beds']]);
    base.values.push(value('services.voluntary.flex', '5%', 'source'));
    expect(differingValues([base, other]).rows.map(([, ...said]) => said)).toContainEqual(['5%', '0%']);
  });
});

describe('the report', () => {
  it('says what was set on the command line, in the banner', async () => {
    const r = winterResult();
    const page = await renderReport({ ...r, values: [...r.values, value('services.home-support.flex', '5%', 'command line')] });
    expect(page).toMatch(/<header>.*With values set on the command line: --set services\.home-support\.flex=5%.*<\/header>/s);
  });

  it('tells an assumption about a target from its source, and shows what a value could be', async () => {
    const r = winterResult();
    expect(ambitions(r)[0]?.notes.join(' ')).toContain('Source of “Delayed days: at most 3,433 days”: [COV-17]');
    const assumed: Result = {
      ...r,
      values: [
        value('ambitions.delayed-days-q4.at most', 'at most 3,433 days', 'assumption'),
        { ...value('pathways.P1.share', '4%', 'assumption'), range: { low: '3.6%', high: '4.4%' } },
      ],
    };
    expect(ambitions(assumed)[0]?.notes.join(' ')).toContain('Assumption for “Delayed days: at most 3,433 days”');
    expect(await renderReport(assumed)).toContain('3.6% to 4.4%');
  });

  it('heads a target by its label, with the measure beneath', () => {
    expect(ambitions(winterResult())[0]?.table.rows[0]?.[0]).toBe('Delayed days\nBed-days delayed');
    expect(tilesOf(winterResult())[0]?.title).toBe('Delayed days');
  });

  it('shows tiles of the services most waited for first', () => {
    const titles = tilesOf(winterResult()).map((t) => t.title);
    expect(titles.slice(-4)).toEqual(['Short-term beds', 'Home support', 'Home care', 'Care home']);
  });

  it('keeps apart what was not asked and what one run cannot say', async () => {
    const page = await renderReport(winterResult());
    expect(page.indexOf('Not asked of this run')).toBeLessThan(page.indexOf('One run cannot say'));
    expect(page.slice(page.indexOf('One run cannot say'))).toContain('The smallest or the cheapest capacity');
  });
});

describe('delay by pathway', () => {
  const r = winterResult();
  const shares: [string, number, number][] = [
    ['P1', 300, 0.3],
    ['P2', 200, 0.1],
    ['P3', 100, 0.1],
  ];
  const banded: Result = {
    ...r,
    measures: [
      ...r.measures,
      ...shares.flatMap(([p, n, ready]) => [
        one('discharges', `pathway:${p}`, n),
        one('delay-band-0', `pathway:${p}`, ready),
        one('delay-band-7-13', `pathway:${p}`, p === 'P2' ? 0.25 : 0),
        one('delay-band-1', `pathway:${p}`, 0.5),
      ]),
    ],
  };

  it('draws those who need support only, and weights them by their number', () => {
    const [figure] = delayBands(banded);
    expect(figure?.title).toBe(
      '20.0% of those who need support (P1 to P3) leave on their ready date; 25.0% of Pathway 2 are delayed 7 days or more',
    );
    expect(figure?.chart?.data[0]?.['y']).toEqual(['Pathway 1', 'Pathway 2', 'Pathway 3']);
    expect(figure?.table.rows.map((row) => row[0])).toEqual([
      'Pathway 1',
      'Pathway 2',
      'Pathway 3',
      'Need support (P1 to P3)',
      'Pathway 0',
      'Everyone',
    ]);
    expect(delayBands(r)).toEqual([]);
  });

  it('joins the counts of delayed bed-days in one sentence', () => {
    const [text] = threeCounts({
      ...r,
      measures: [
        one('bed-days-delayed', 'all', 4668),
        one('no-criteria-to-reside', 'all', 26),
        one('delay-mean', 'all', 0.25),
        one('discharges', 'all', 18942),
      ],
    });
    expect(text).toMatch(/three ways.*4,668 exact.*4,732 counted at midnight.*4,736 whole nights/);
    expect(threeCounts({ ...r, measures: [] })).toEqual([]);
  });

  it('says that a wait from referral holds the arrangement and the queue does not', () => {
    const services = r.scenario.services.map((s) =>
      s.name === 'home-care' ? { ...s, leadTime: { shape: 'fixed' as const, mean: 4, sd: 0 } } : s,
    );
    expect(waits({ ...r, scenario: { ...r.scenario, services } })[0]?.notes[0]).toContain('home care 4.0 days');
    expect(waits(r)[0]?.notes.join(' ')).not.toContain('arrange');
  });
});

describe('charts', () => {
  it('draw commissioned hours as they were bought, day by day', () => {
    const line = hoursLedger(winterResult())[0]?.chart?.data.find((t) => t['name'] === 'Commissioned');
    expect(line).toMatchObject({ x: ['2017-10-01', '2017-12-01', '2018-04-01'], y: [1850, 2095, 2095] });
  });

  it('write money on the axis as in the text', () => {
    const axis = costs(winterResult())[0]?.chart?.layout['xaxis'] as { ticktext: string[] };
    expect(axis.ticktext).toContain('£1.0m');
  });

  it('have round ticks that include both sides of 0', () => {
    expect(ticks(-0.2, 2)).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(ticks(-1, 1)).toEqual([-1, -0.5, 0, 0.5, 1]);
  });
});
