import { expect, it } from 'vitest';
import { besideOf } from '../../../reports/words/beside.ts';
import { figuresOf } from '../../../reports/figures/index.ts';
import { run } from './run.ts';

it('a hospital’s daily return stands beside the simulated, with how far they are apart', async () => {
  const result = await run('does-the-model-match-what-was-observed');
  const [census, discharges] = besideOf(result);
  // Summed from the file by hand: 91 days, 5,475 people left in bed, 2,704 discharged.
  expect(census?.agreement).toMatchObject({ n: 91, observed: expect.closeTo(5475 / 91, 9) });
  expect(discharges?.agreement).toMatchObject({ n: 91, observed: expect.closeTo(2704 / 91, 9) });
  expect(Math.abs((discharges?.agreement?.simulated ?? 0) - 30)).toBeLessThan(1);
  expect(figuresOf(result).map(({ id }) => id)).toEqual(
    expect.arrayContaining(['observed', 'observed-series-census', 'observed-weekdays-discharges']),
  );
});
