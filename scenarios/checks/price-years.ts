import type { Slip } from '../mistakes.ts';
import { type Branch, find, namesAt, placeOf, textAt } from '../source/tree.ts';

/** Where prices are brought to one year, every other price year has its uplift to it. */
export function checkPriceYears(tree: Branch, slips: Slip[]): void {
  const common = textAt(tree, ['costs', 'prices-of']);
  const uplifts = namesAt(tree, ['costs', 'uplift']);
  if (common === undefined) {
    const path = ['costs', 'uplift'];
    if (uplifts.length > 0)
      slips.push({
        place: placeOf(tree, path),
        path,
        problem: '`uplift` has no effect: `prices-of` does not say to which year prices are brought.',
        allowed: '`prices-of: 2021/22`',
      });
    return;
  }
  for (const service of namesAt(tree, ['services'])) {
    const path = ['services', service, 'price-year'];
    const year = textAt(tree, path);
    const priced = [['price'], ['spot', 'price']].some((key) => find(tree, ['services', service, ...key]));
    if (!priced || year === undefined || year === common || uplifts.includes(year)) continue;
    slips.push({
      place: placeOf(tree, path),
      path,
      problem: `Nothing brings prices of ${year} to those of ${common}.`,
      found: year,
      allowed: `\`costs: {uplift: {${year}: 4%}}\`, or a price of ${[common, ...uplifts].join(', ')}`,
    });
  }
}
