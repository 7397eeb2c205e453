import { describe, expect, it } from 'vitest';
import { capacityUse } from '../../../reports/figures/capacity-use.ts';
import { waiting } from '../../../reports/figures/waiting.ts';
import { waitsByPlace } from '../../../reports/figures/waits-by-place.ts';
import { compareSummary, summary } from '../../../reports/index.ts';
import { asked } from '../../../reports/questions/index.ts';
import { tilesOf } from '../../../reports/words/tiles.ts';
import type { Measured, MeasuredOver, Result } from '../../../sim/result.ts';
import type { Service } from '../../../sim/scenario/service.ts';
import { winterComparison } from '../../fixtures/winter-comparison.ts';
import { summarise, winterResult } from '../../fixtures/winter-result.ts';

const N = 100;
const measured = (measure: string, scope: string, mean: number): Measured => {
  const winters = Array.from({ length: N }, (_, i) => mean * (0.9 + (0.2 * i) / (N - 1)));
  return { measure, scope, summary: summarise(winters), winters };
};

/** What a measure is, in place of what it was. */
function changed(result: Result, ...measures: Measured[]): Result {
  const same = (a: Measured, b: Measured) => a.measure === b.measure && a.scope === b.scope;
  const kept = result.measures.filter((one) => !measures.some((other) => same(one, other)));
  return { ...result, measures: [...kept, ...measures] };
}

/** A hospital whose 500 beds are not enough: forty people wait for one. */
function short(): Result {
  const r = winterResult();
  const of: MeasuredOver = {
    measure: 'acute-waiting',
    scope: 'hospital:UHCW',
    values: r.calendar.weeks.map((_, i) => summarise(Array.from({ length: N }, () => (i === 12 ? 55 : 40)))),
  };
  const hospitals = r.scenario.hospitals.map((it) => ({ ...it, beds: [{ from: 0, value: 500 }] }));
  return {
    ...changed(
      r,
      measured('acute-waiting', 'hospital:UHCW', 40),
      measured('acute-wait-mean', 'hospital:UHCW', 0.4),
      measured('acute-occupancy', 'hospital:UHCW', 0.985),
    ),
    scenario: { ...r.scenario, hospitals },
    byWeek: [...r.byWeek, of],
    definitions: [
      ...r.definitions,
      {
        measure: 'acute-waiting',
        title: 'People waiting for an acute bed',
        unit: 'people',
        definition: '',
        formula: '',
        better: 'lower',
      },
    ],
  };
}

const answerTo = (result: Result, number: number): string =>
  asked(result)
    .filter((one) => one.number === number)
    .flatMap(({ said }) => said.map(({ text }) => text))
    .join(' ');

describe('the queue for an acute bed', () => {
  it('stands in the terminal, among the tiles, and in questions 3 and 9', () => {
    const r = short();
    expect(summary(r)).toMatch(/ {2}Acute beds +98\.5% {2}used, 40 waiting/);
    expect(tilesOf(r)).toContainEqual({
      title: 'Acute beds',
      value: '98.5% used',
      detail: '40 people waiting for an acute bed on average',
      status: { state: 'bad', word: 'Full, people wait' },
    });
    expect(answerTo(r, 3)).toMatch(/People waiting each day, .*: 40 for an acute bed \(36 to 44\), 22 for /);
    expect(answerTo(r, 9)).toContain(
      'Waiting for an acute bed: 40 people on average (9 in 10 winters: 36 to 44), 55 in the week of 24 December, the most; the mean wait is 0.40 days.',
    );
  });

  it('is the longest queue of the figure where it is, and a row of a comparison in the terminal', () => {
    const r = short();
    expect(waiting(r)[0]?.title).toMatch(/^Most people wait for an acute bed: 40 on average, 55 in the week of 24 December/);
    const other = changed(short(), measured('acute-waiting', 'hospital:UHCW', 10));
    expect(compareSummary([r, other], winterComparison([r, other]))).toMatch(/ {2}Waiting for an acute bed +40 +10\.0/);
  });

  it('is not spoken of where the number of beds is not limited', () => {
    const r = winterResult();
    expect(summary(r)).not.toContain('Acute beds');
    expect(tilesOf(r).map(({ title }) => title)).not.toContain('Acute beds');
    expect(`${answerTo(r, 3)} ${answerTo(r, 9)}`).not.toMatch(/for an acute bed/);
  });
});

describe('a service that has room', () => {
  const scope = 'service:care-home';
  /** Half of the starts offered are taken, and few people wait at a time. */
  const tile = (...more: Measured[]) =>
    tilesOf(
      changed(
        winterResult({ ambitions: false }),
        measured('service-occupancy', scope, 0.5),
        measured('waiting', scope, 0.4),
        ...more,
      ),
    ).find(({ title }) => title === 'Care-home placements' || title === 'Care home' || /care.home/i.test(title))?.status;

  it('is green only where hardly anyone is kept waiting, however few wait at a time', () => {
    expect(tile(measured('waited-share', scope, 0.75))).toEqual({ state: 'open', word: 'People wait' });
    expect(tile(measured('waited-share', scope, 0.02))).toEqual({ state: 'open', word: 'People wait' });
    expect(tile(measured('waited-share', scope, 0.001))).toEqual({ state: 'good', word: 'Has room' });
  });

  it('nor is a service that turns people away', () => {
    expect(tile(measured('waited-share', scope, 0), measured('service-turned-away', scope, 12))).toEqual({
      state: 'open',
      word: 'People are turned away',
    });
  });

  it('the terminal names those most waited for, not the first of the plan', () => {
    const r = winterResult();
    const extra = ['one', 'two', 'three', 'last'].map(
      (name): Service => ({ ...(r.scenario.services[1] as Service), name, label: name }),
    );
    const six = changed(
      { ...r, scenario: { ...r.scenario, services: [...r.scenario.services, ...extra] } },
      ...extra.map(({ name }) => measured('waiting', `service:${name}`, name === 'last' ? 30 : 0.1)),
    );
    expect(summary(six)).toMatch(/ {2}Last +30 waiting/);
  });
});

describe('hours needed', () => {
  it('says that anyone who waits counts in every week of the wait, where anyone waits', () => {
    const sentence = 'a person who waits three weeks counts in each of the three';
    expect(answerTo(winterResult(), 6)).toContain(sentence);
    const none = changed(
      winterResult(),
      measured('hours-needed', 'service:home-support', 1000),
      measured('hours-delivered', 'service:home-support', 1000),
    );
    expect(answerTo(none, 6)).not.toContain(sentence);
  });
});

describe('starts in a week with a bank holiday', () => {
  const offered = (weeks: (i: number) => number): Result => {
    const r = winterResult();
    const services = r.scenario.services.map(
      (it): Service => (it.name === 'care-home' && it.kind === 'placements' ? { ...it, starts: [{ from: 0, value: 9 }] } : it),
    );
    const byWeek = r.byWeek.map((one) =>
      one.measure === 'starts-offered' && one.scope === 'service:care-home'
        ? { ...one, values: one.values.map((_, i) => summarise(Array.from({ length: N }, () => weeks(i)))) }
        : one,
    );
    return { ...r, scenario: { ...r.scenario, services }, byWeek };
  };
  const notes = (r: Result) =>
    capacityUse(r)
      .filter(({ about }) => about?.name === 'care-home')
      .flatMap((figure) => figure.notes)
      .join(' ');

  it('says why the table holds another number than the plan', () => {
    expect(notes(offered((i) => (i === 12 ? 5.4 : 9)))).toContain(
      'Planned are 9 starts a week. In weeks with a bank holiday or a closure fewer can start, since some days take nobody: 5.4 in the week of 24 December.',
    );
    expect(notes(offered(() => 9))).not.toContain('bank holiday');
  });
});

describe('waits by place', () => {
  it('a service of one place can have the longest', () => {
    const r = winterResult({ parts: true });
    const by = (service: string, place: string, wait: number): Measured =>
      measured('wait-mean', `service:${service}/place:${place}`, wait);
    const places = changed(r, by('short-term-beds', 'north', 7), by('short-term-beds', 'south', 8), by('care-home', 'south', 20));
    expect(waitsByPlace(places)[0]?.title).toMatch(
      /^The longest wait by place is for Care.home.*, for people from South: 20 days on average$/i,
    );
  });
});
