import { expect, test } from 'vitest';
import { explain } from '../../../scenarios/index.ts';
import { measureOptions } from '../../../sim/index.ts';
import { good, read } from './reading.ts';

const plan = (row: string) => read(good(`stated: {a: ${row}}\n`), {}, [], measureOptions());
const of = async (row: string) => (await plan(row)).scenario.stated?.[0];

test.each([
  ['within: 20%', 0.1],
  ['within: 6 hours', 0.25],
  ['note: why', null],
])('a tolerance in the unit of the measure, from %s', async (more, within) => {
  expect(await of(`{measure: wait-mean, of: homefirst, value: 0.5 days, role: fitted, ${more}}`)).toMatchObject({
    value: 0.5,
    within,
    role: 'fitted',
    scope: 'service:homefirst',
  });
});

test('a percentage within a share is of the share', async () => {
  expect(await of('{measure: usual-residence, value: 90%, within: 2%, role: derived}')).toMatchObject({
    value: 0.9,
    within: expect.closeTo(0.018, 12),
  });
});

test('the source of the row is that of its value, and the value may have its own', async () => {
  expect(await of('{measure: admissions, value: 4000 people, role: input, source: table 1}')).toMatchObject({
    source: 'table 1',
    months: null,
    over: 'together',
  });
  expect(
    await of('{measure: admissions, value: {value: 4000 people, source: table 2}, role: input, in: [2021-10, 2021-11]}'),
  ).toMatchObject({ source: 'table 2', months: ['2021-10', '2021-11'], over: 'each' });
});

test('a variant that builds on a plan states another value of the row', async () => {
  const { scenario, values } = await read(
    'extends: base.yaml\nstated: {a: {value: 5000 people, source: later plan}}\n',
    { 'base.yaml': good('stated: {a: {measure: admissions, value: 4000 people, role: input, source: plan}}\n') },
    [],
    measureOptions(),
  );
  expect(scenario.stated).toMatchObject([{ measure: 'admissions', value: 5000, source: 'later plan' }]);
  expect(values.filter(({ path }) => path.startsWith('stated'))).toMatchObject([
    { path: 'stated.a.value', value: '5,000 people', origin: 'source' },
  ]);
});

test('explain says what is stated, and whether agreement would mean anything', async () => {
  const told = explain(
    await plan('{label: Starts, measure: starts, of: homefirst, sum-of: [2021-10, 2021-11], value: 40 people, role: derived}'),
    undefined,
    () => 'New starts',
  );
  expect(told).toContain(
    '  Stated, Starts: New starts of homefirst 40 people in October 2021, November 2021, together; it comes out of the simulation.',
  );
});
