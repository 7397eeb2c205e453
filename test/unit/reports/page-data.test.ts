import { describe, expect, it } from 'vitest';
import type { View } from '../../../reports/choice/views.ts';
import { chooseHtml } from '../../../reports/page/choose.ts';
import { packedData } from '../../../reports/page/data.ts';

/** A figure whose numbers do not pack: each has ten figures of its own. */
function viewOf(scope: string, numbers: number): View {
  const rows = Array.from({ length: numbers }, (_, i) => [Math.abs(Math.sin(i + scope.length))]);
  return {
    scope,
    step: 'week',
    figure: {
      id: 'figure',
      title: '',
      label: '',
      notes: [],
      chart: null,
      table: { columns: [{ key: 'value', head: 'Value', unit: 'days' }], rows },
    },
  };
}
const viewsOf = (numbers: number): View[] =>
  ['all', 'place:a', 'pathway:b', 'place:a/pathway:b'].map((scope) => viewOf(scope, numbers));
const scopes = (views: View[]): string[] => views.map(({ scope }) => scope);

describe('the data of a page', () => {
  it('are of every choice while there is room', async () => {
    const { views, less } = await packedData([], viewsOf(1000));
    expect([scopes(views), less]).toEqual([['all', 'place:a', 'pathway:b', 'place:a/pathway:b'], false]);
  });

  it('are without places and pathways together where they would take more than their room', async () => {
    const { text, views, less } = await packedData([], viewsOf(15_000));
    expect([scopes(views), less]).toEqual([['all', 'place:a', 'pathway:b'], true]);
    expect(text).toBe((await packedData([], views)).text);
  });

  it('say so beside the choice', () => {
    const options = { hospitals: [], places: [], pathways: [{ scope: 'pathway:b', label: 'B' }], months: false };
    expect(chooseHtml(options, [], true).text).toContain('no room for a hospital or place and a pathway together');
    expect(chooseHtml(options).text).not.toContain('no room');
  });
});
