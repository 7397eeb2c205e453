import { describe, expect, test } from 'vitest';
import { good, mistakesOf, read } from './reading.ts';

const care = (keys: string, more = '') =>
  good(`  care: {kind: hours, commissioned: 500 h/week, package: {hours: 10 h/week, stay: {fixed: 20 days}}, ${keys}}\n${more}`);
const careOf = async (text: string) => (await read(text)).scenario.services.find(({ name }) => name === 'care');

describe('a contract', () => {
  test('has contract years from 1 April unless it says otherwise, and a budget in hours or pounds', async () => {
    expect(
      await careOf(care('contract: {opening-balance: "81,000 h", budget: "500,000 h", used-before: "210,000 h"}')),
    ).toMatchObject({
      contract: {
        yearStarts: { month: 4, day: 1 },
        overDeliveredBefore: 81_000,
        budget: { amount: 500_000, in: 'hours', usedBefore: 210_000 },
      },
    });
    expect(await careOf(care('price: £19 per hour, contract: {year-starts: 1 September, budget: "£9,500,000"}'))).toMatchObject({
      contract: { yearStarts: { month: 9, day: 1 }, budget: { amount: 9_500_000, in: '£', usedBefore: 0 } },
    });
    expect(await careOf(care(''))).toMatchObject({ contract: null });
  });

  test('that cannot be kept is told', async () => {
    expect(await mistakesOf(care('contract: {year-starts: 31 April}'))).toMatchObject([
      { path: 'services.care.contract.year-starts', problem: 'This is not a day of every year.' },
    ]);
    expect(await mistakesOf(care('contract: {used-before: 10 h}'))).toMatchObject([
      { path: 'services.care.contract.used-before', problem: expect.stringContaining('no `budget`') },
    ]);
    expect(await mistakesOf(care('price: £19 per hour, contract: {budget: £100, used-before: 10 h}'))).toMatchObject([
      { path: 'services.care.contract.used-before', problem: expect.stringContaining('different units') },
    ]);
    expect(await mistakesOf(care('contract: {budget: £100}'))).toMatchObject([
      { path: 'services.care.contract.budget', problem: 'A budget in £ needs the price of an hour.' },
    ]);
  });
});

describe('payers', () => {
  test('are one, or several with their shares', async () => {
    expect(await careOf(care('payer: NHS'))).toMatchObject({ payers: [{ name: 'NHS', share: 1 }] });
    expect(await careOf(care('payers: {NHS: 60%, council: 40%}'))).toMatchObject({
      payers: [
        { name: 'NHS', share: 0.6 },
        { name: 'council', share: 0.4 },
      ],
    });
  });

  test('pay everything between them, once', async () => {
    expect(await mistakesOf(care('payers: {NHS: 60%, council: 30%}'))).toMatchObject([
      { path: 'services.care.payers', problem: 'The shares of the payers sum to 90%; they must sum to 100%.' },
    ]);
    expect(await mistakesOf(care('payer: NHS, payers: {NHS: 60%, council: 40%}'))).toMatchObject([
      { path: 'services.care.payers', problem: 'Both `payer` and `payers` are given.' },
    ]);
  });
});

describe('prices of several years', () => {
  const priced = 'price: £20 per hour, price-year: 2020/21, spot: {at-most: 50 h/week, price: £30 per hour}';

  test('are brought to one, and what was stated is kept', async () => {
    const { scenario } = await read(care(priced, 'costs: {prices-of: 2021/22, uplift: {2020/21: 4%}}\n'));
    expect(scenario.pricesOf).toBe('2021/22');
    expect(scenario.services.find(({ name }) => name === 'care')).toMatchObject({
      price: { amount: 20.8, year: '2021/22', stated: { amount: 20, year: '2020/21' } },
      spot: { price: { amount: 31.2 } },
    });
  });

  test('without an uplift to the common year are a mistake', async () => {
    expect(await mistakesOf(care(priced, 'costs: {prices-of: 2021/22}\n'))).toMatchObject([
      { path: 'services.care.price-year', problem: 'Nothing brings prices of 2020/21 to those of 2021/22.' },
    ]);
    expect(await mistakesOf(care(priced, 'costs: {uplift: {2020/21: 4%}}\n'))).toMatchObject([
      { path: 'costs.uplift', problem: expect.stringContaining('`prices-of`') },
    ]);
  });

  test('that are added up as they are draw a warning', async () => {
    const { warnings } = await read(
      `${care(priced)}  ward: {kind: beds, beds: 5 beds, stay: {fixed: 5 days}, price: £100 per bed-day, price-year: 2021/22}\n`,
    );
    expect(warnings.map(({ kind }) => kind)).toContain('several-price-years');
  });
});
