import { expect, test } from 'vitest';
import { journeys } from '../../../sim/index.ts';
import { labelled } from '../../../cli/labelled.ts';
import { explain } from '../../../scenarios/index.ts';
import { good, read } from './reading.ts';

const CHILD = `extends: base.yaml
pathways: {P1: {label: Home with support}}
services: {homefirst: {label: Home support}, home-care: {label: Long-term care}}
referrals: {step-up: {label: Step-up, to: homefirst, arrivals: 7 per week}}
changes:
  autumn: removed
  winter: {label: Winter money, from: 2021-12-01, services.homefirst.commissioned: 2000 h/week}
  surge: {from: 2021-12-20, to: 2021-12-31, hospitals.General.admissions: +8%}
ambitions: {few: {label: Few bed-days, measure: bed-days-delayed, sum-of: [2021-10, 2021-11], at most: 5 days}}
`;
const BASE = good('changes: {autumn: {from: 2021-10-05, services.homefirst.commissioned: +5 h/week}}\n');

test('explain opens with the plan in sentences, by labels, with what was removed', async () => {
  const told = explain(await read(CHILD, { 'base.yaml': BASE }), undefined, () => 'Bed-days delayed');
  expect(told.slice(told.indexOf('In brief'), told.indexOf('Every value, and where it is from'))).toEqual([
    'In brief',
    '  General: people admitted, 40 a day on average; +8% from 20 December 2021 to 31 December 2021.',
    '  Of the people admitted to General: 80% P0; 20% Home with support (Home support).',
    '  Step-up: people referred to Home support without a hospital stay, 1 a day on average.',
    '  Home support: 1,750 hours a week, 2,000 hours a week from 1 December 2021; 12 hours a week a person, for 20 days on average, ended at 42 days.',
    '  Long-term care: 30 new starts a week.',
    '  Leaving Home support: 88% independent; 12% to Long-term care; anyone waiting for their next service stays and goes on using the hours.',
    '  General: 300 acute beds.',
    '  Aim, Few bed-days: Bed-days delayed at most 5 days in October 2021, November 2021, together.',
    '  Removed from what it builds on: changes.autumn [scenario.yaml:6:11].',
    '',
  ]);
});

test('the label of a change is among its values, for the report', async () => {
  const { values } = await read(CHILD, { 'base.yaml': BASE });
  expect(values.find(({ path }) => path === 'changes.winter.label')?.value).toBe('Winter money');
});

test('what one file removes and the next brings back is not removed', async () => {
  const middle = 'extends: base.yaml\nchanges: {autumn: removed}\n';
  const top = 'extends: middle.yaml\nchanges: {autumn: {from: 2021-10-06, services.homefirst.commissioned: +5 h/week}}\n';
  expect((await read(top, { 'base.yaml': BASE, 'middle.yaml': middle })).removed).toEqual([]);
});

test('routes go by labels, and two labels alike keep their names', async () => {
  const { scenario } = await read(CHILD, { 'base.yaml': BASE });
  const titles = journeys(labelled(scenario)).map(({ title }) => title);
  expect(titles).toContain('General, Home with support → Home support → Long-term care → placed: Long-term care');
  const alike = { ...scenario, services: scenario.services.map((it) => ({ ...it, label: 'Care' })) };
  expect(labelled(alike).services.map(({ name }) => name)).toEqual(['Care (homefirst)', 'Care (home-care)']);
});

test('explain names the bank holidays of the period where something is closed on them, a weekend day and its substitute both', async () => {
  const told = async (text: string) =>
    explain(await read(text)).filter((line) => /bank holiday|Closed to|ready on one/i.test(line));
  const closed = good('process-delay: {weekend: {leave-at: 60%}}\n').replace(
    'starts: 30 per week',
    'starts: 30 per week, accepts: {bank-holidays: no}',
  );
  expect((await told(closed)).slice(0, 3)).toEqual([
    "  Bank holidays in the period: Saturday 25 December 2021 (Christmas Day), Sunday 26 December 2021 (Boxing Day), Monday 27 December 2021 (the substitute for Christmas Day), Tuesday 28 December 2021 (the substitute for Boxing Day), Saturday 1 January 2022 (New Year's Day), Monday 3 January 2022 (the substitute for New Year's Day).",
    '  Closed to new starts on them: home-care.',
    '  People ready on one of them leave hospital as at a weekend.',
  ]);
  expect(await told(good())).toEqual([]);
});
