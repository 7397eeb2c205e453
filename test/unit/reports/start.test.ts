import { expect, test } from 'vitest';
import { stressRecord } from '../../../reports/index.ts';
import { startOf } from '../../../reports/words/start.ts';
import type { Result } from '../../../sim/result.ts';
import type { PresentGroup, StartFrom } from '../../../sim/scenario/start-from.ts';
import { summary } from '../../../reports/text/summary.ts';
import { winterResult } from '../../fixtures/winter-result.ts';

const group = (
  people: number,
  at: PresentGroup['at'],
  state: PresentGroup['state'],
  more: Partial<PresentGroup> = {},
): PresentGroup => ({ people, at, state, pathway: null, soFar: null, sinceReady: null, sinceAdmission: null, ...more });
const bed = { service: 'short-term-beds' };

function from(startFrom: StartFrom, filledAtStart?: PresentGroup[]): Result {
  const result = winterResult();
  return { ...result, scenario: { ...result.scenario, warmUpDays: 0, startFrom }, ...(filledAtStart ? { filledAtStart } : {}) };
}

test('who was counted, kept for want of a next service, nobody, and filled from flow balance: each named as what it is', () => {
  const counted: PresentGroup[] = [
    group(38, { hospital: 'UHCW' }, 'waiting'),
    group(0, { service: 'home-support' }, 'in stay'),
    group(5, bed, 'waiting for next', { next: 'home-support' }),
  ];
  const words = startOf(
    from({ remaining: 'by stay so far', groups: counted, notCounted: 'from flow balance' }, [
      group(71, bed, 'in stay'),
      group(9, bed, 'in stay'),
    ]),
  );
  expect(words).toContain('38 waiting in an acute bed');
  expect(words).toMatch(/5 in .*, waiting there for/);
  expect(words).toMatch(/; filled from flow balance, not counted: 80 in /);
  expect(words).not.toContain('0 in home');
  expect(startOf(from({ remaining: 'by stay so far', groups: counted, notCounted: 'empty' }))).toContain(
    'every other place starts empty, as the scenario says',
  );
});

test('the record for reviewers says from whom it starts, not that it starts empty', () => {
  const record = stressRecord(from({ remaining: 'by stay so far', groups: [group(38, { hospital: 'UHCW' }, 'waiting')] }));
  expect(record).toMatch(/### 4\.1 Initialisation\n\nThe system starts from the people present on/);
  expect(record).not.toContain('starts empty');
});

test('the warnings of how a run starts stand in the terminal, whatever stands before them', () => {
  const warnings = [
    ['over-capacity', 'One thing.'],
    ['other', 'Not here.'],
    ['start-filled', 'Some were not counted.'],
    ['starts-far-from-load', 'It begins emptier.'],
  ].map(([kind, text]) => ({ kind: String(kind), text: String(text) }));
  expect(summary({ ...winterResult(), warnings }).replaceAll('\n', ' ')).toContain(
    '4 warnings, all of them in the report: One thing. Some were not counted. It begins emptier.',
  );
});
