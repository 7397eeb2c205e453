import { describe, expect, test } from 'vitest';
import { good, mistakesOf } from './reading.ts';

/** The plan of the tests with some texts changed: what a slip of the pen makes of it. */
async function slipped(...changes: [from: string, to: string][]) {
  const plan = good();
  const written = changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, plan);
  return (await mistakesOf(written)).map(({ path, problem, nearest }) => ({ path, problem, nearest }));
}

const unknown = (path: string, nearest: string) => ({ path, problem: 'This key is not known here.', nearest });

describe('one slip in a key is one mistake', () => {
  test('a required key of a service', async () => {
    expect(await slipped(['commissioned:', 'comissioned:'])).toEqual([unknown('services.homefirst.comissioned', 'commissioned')]);
  });

  test('a whole block, though everything else is about what stands in it', async () => {
    expect(await slipped(['\nservices:', '\nservics:'])).toEqual([unknown('servics', 'services')]);
    expect(await slipped(['\npathways:', '\npathway:'])).toEqual([unknown('pathway', 'pathways')]);
  });

  test('what stands under the mistyped key is looked at too, and each other slip is told', async () => {
    const found = await slipped(['\nservices:', '\nservics:'], ['commissioned:', 'comissioned:']);
    expect(found).toEqual([unknown('servics', 'services'), unknown('services.homefirst.comissioned', 'commissioned')]);
  });

  test('a key like one that is there is not taken for it', async () => {
    expect(await slipped(['\nservices:', '\nservice: {}\nservices:'])).toEqual([unknown('service', 'services')]);
  });
});
