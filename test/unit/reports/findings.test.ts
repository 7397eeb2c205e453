import { describe, expect, it } from 'vitest';
import { hoursFinding } from '../../../reports/words/findings/hours.ts';
import { againstLine, againstLines, courseOf, type OverTime } from '../../../reports/words/findings/over-time.ts';
import { above, fullSteps, whenHeld } from '../../../reports/words/findings/pressure.ts';

const WEEKS = ['1 October', '8 October', '15 October', '22 October', '29 October', '5 November'];
const at = (i: number): string => `the week of ${WEEKS[i] ?? '?'}`;
const dates = ['2017-10-01', '2017-10-08', '2017-10-15', '2017-10-22', '2017-10-29', '2017-11-05'];

describe('when something held', () => {
  const held = (text: string): string =>
    whenHeld(
      [...text].map((c) => c === 'x'),
      'week',
      at,
    );

  it.each([
    ['xxxxxx', 'in every week'],
    ['......', 'in no week'],
    ['..x...', 'in the week of 15 October only'],
    ['xxx...', 'in the first three weeks'],
    ['..xxxx', 'from the week of 15 October to the end, four weeks'],
    ['.xxx..', 'from the week of 8 October, for three weeks running'],
    ['x.xx..', 'in three of six weeks, the longest run two weeks from the week of 15 October'],
    ['x.x.x.', 'in three of six weeks'],
  ])('%s reads: %s', (pattern, words) => {
    expect(held(pattern)).toBe(words);
  });

  it('does not speak of the first or the last step where the steps are only part of the period', () => {
    expect(whenHeld([true, true, false], 'week', at, true)).toBe('from the week of 1 October, for two weeks running');
  });
});

describe('capacity', () => {
  it('is full from 95%; unlimited, unknown and none are never full', () => {
    expect(fullSteps([95, 94.9, 95, 95, null, 0], [100, 100, 'unlimited', null, 100, 0])).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('is exceeded only by more than rounding', () => {
    expect(above([100, 100.05, 101], [100, 100, 100])).toEqual([false, false, true]);
  });
});

describe('the hours ledger', () => {
  const course = {
    label: 'Home support',
    step: 'week' as const,
    at,
    needed: [90, 99, 120, 130, 99, 90],
    commissioned: [100, 100, 100, 100, 100, 100],
  };

  it('says when the commissioned hours are used up, and the worst shortfall', () => {
    expect(hoursFinding({ ...course, delivered: [80, 96, 99, 99, 96, 80] })).toBe(
      'Home support: on average at least 95% of the commissioned hours are delivered from the week of 8 October, for four weeks running; need is above commissioned hours in two of six weeks, by up to 30 hours a week (the week of 22 October)',
    );
  });

  it('says the most that is used where the hours are never used up', () => {
    expect(hoursFinding({ ...course, needed: [80, 80, 85, 80, 80, 80], delivered: [80, 80, 85, 80, 80, 80] })).toBe(
      'Home support: on average at most 85% of the commissioned hours are delivered, in the week of 15 October',
    );
  });

  it('says where more than the commissioned hours are delivered', () => {
    expect(hoursFinding({ ...course, needed: [], delivered: [110, 110, 110, 110, 110, 110] })).toBe(
      'Home support: on average more than the commissioned hours are delivered in every week',
    );
  });

  it('claims no ceiling where there is none', () => {
    expect(
      hoursFinding({
        ...course,
        commissioned: course.needed.map(() => 'unlimited' as const),
        delivered: [80, 96, 99, 99, 96, 80],
      }),
    ).toBe('Home support: without limit, on average at most 99 hours a week are delivered, in the week of 15 October');
  });
});

describe('people over time', () => {
  const course: OverTime = { what: 'People', values: [30, 31, 52, 50, 33, 30], average: 38, step: 'week', at };
  const line = { value: 40, atMost: true, from: '2017-10-01', to: '2017-11-11' };

  it('names the peak, or calls the course level', () => {
    expect(courseOf(course)).toBe('People: 38 a night on average, most in the week of 15 October (52)');
    expect(courseOf({ ...course, values: [38, 39, 38] })).toBe('People: 38 a night on average, about level throughout');
    expect(courseOf({ ...course, values: [79, 80, 81, 82, 84, 86, 88, 90], average: 84 })).toBe(
      'People: 84 a night on average, about level throughout',
    );
    expect(courseOf({ ...course, values: [78, 79, 80, 81, 86, 89, 90, 90], average: 84.5 })).toBe(
      'People: 85 a night on average, rising from 80 in the first four weeks to 89 in the last four',
    );
    expect(courseOf({ ...course, values: [0, 0], average: 0 })).toBe('People: none in the whole period');
    expect(courseOf({ ...course, values: [], average: null })).toBe('People');
  });

  it('holds it against an upper line only, and only while the line counts', () => {
    expect(againstLine(course, line, dates)).toBe(
      '; the average is above the 40 of the ambition from the week of 15 October, for two weeks running',
    );
    expect(againstLine(course, { ...line, value: 60 }, dates)).toBe('; the average is never above the 60 of the ambition');
    expect(againstLine(course, { ...line, from: '2017-10-15', to: '2017-10-28' }, dates)).toBe(
      '; the average is above the 40 of the ambition in every week it counts',
    );
    expect(againstLine(course, { ...line, atMost: false }, dates)).toBe('');
    expect(againstLine(course, { ...line, from: '2018-10-15', to: '2018-10-28' }, dates)).toBe('');
  });

  it('of several lines the first that is exceeded is spoken of, and never one that does not count', () => {
    const [far, later] = [
      { ...line, value: 60 },
      { ...line, from: '2018-10-15', to: '2018-10-28' },
    ];
    expect(againstLines(course, [far, line], dates)).toBe(againstLine(course, line, dates));
    expect(againstLines(course, [later, far], dates)).toBe('; the average is never above the 60 of the ambition');
    expect(againstLines(course, [far, { ...line, value: 70 }], dates)).toBe(
      '; the average is never above an ambition while it counts',
    );
    expect(againstLines(course, [later, { ...line, atMost: false }], dates)).toBe('');
    expect(againstLines(course, [], dates)).toBe('');
  });
});
