import { expect, test } from 'vitest';
import { good, mistakesOf, read } from './reading.ts';

const ward = (keys: string, more = '') => good(`  ward: {kind: beds, beds: 50 beds, stay: {fixed: 5 days}, ${keys}}\n${more}`);
const wardOf = async (text: string) => (await read(text)).scenario.services.find(({ name }) => name === 'ward');

test('a trend takes its steps a month apart from the first day of the period, and beds are whole', async () => {
  expect(await wardOf(ward('trend: -3% a month'))).toMatchObject({
    beds: [
      { from: 0, value: 50 },
      { from: 41, value: 48 },
      { from: 71, value: 47 },
      { from: 102, value: 45 },
    ],
  }); // 48.5, 47.045, 45.6
});

test('a trend a year is the same growth in twelve monthly steps', async () => {
  const long = ward('trend: 44% a year').replace('100 days', '366 days');
  const service = await wardOf(long);
  expect(service?.kind === 'beds' && service.beds.at(-1)).toEqual({ from: 375, value: 72 }); // 50 x 1.44, on 1 October 2022
});

test('a percentage acts on what the trend has made of the capacity, a value replaces it', async () => {
  const halved = ward(
    'trend: -10% a month',
    'changes: {half: {from: 2021-11-02, to: 2021-11-02, services.ward.beds: -50%}, ten: {from: 2021-12-01, services.ward.beds: 10 beds}}\n',
  );
  expect(await wardOf(halved)).toMatchObject({
    beds: [
      { from: 0, value: 50 },
      { from: 41, value: 45 },
      { from: 42, value: 22 },
      { from: 43, value: 45 },
      { from: 71, value: 10 },
    ],
  });
});

test('acute beds may have a trend of their own beside that of the admissions', async () => {
  const { scenario } = await read(good().replace('beds: 300 beds', 'beds: 300 beds, beds-trend: 1% a month, trend: 3% a year'));
  expect(scenario.hospitals[0]?.beds.slice(0, 2)).toEqual([
    { from: 0, value: 300 },
    { from: 41, value: 303 },
  ]);
});

test('a trend that takes everything away, or is no growth, is a mistake', async () => {
  expect(await mistakesOf(ward('trend: -100% a month'))).toMatchObject([
    { path: 'services.ward.trend', problem: 'This takes away all there is.' },
  ]);
  expect(await mistakesOf(ward('trend: -2 beds a month'))).toMatchObject([
    { path: 'services.ward.trend', allowed: expect.stringContaining('-2% a month') },
  ]);
});

test('a closure holds to the end of its last day, inside the period', async () => {
  expect(await wardOf(ward('closures: {norovirus: {from: 2021-11-01, to: 2021-11-03}}'))).toMatchObject({
    closures: [{ name: 'norovirus', from: 41, until: 44 }],
  });
  expect(
    await mistakesOf(
      ward('closures: {a: {from: 2021-11-03, to: 2021-11-01}, b: {from: 2021-09-01, to: 2021-11-01}, c: {from: 2021-11-01}}'),
    ),
  ).toMatchObject([
    { path: 'services.ward.closures.a.to', problem: 'This closure ends (1 November 2021) before it starts (3 November 2021).' },
    { path: 'services.ward.closures.b.from', problem: 'This date is outside the period of the scenario.' },
    { path: 'services.ward.closures.c.to', problem: '`to` is missing.' },
  ]);
});
