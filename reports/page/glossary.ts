import type { Definition, Result } from '../../sim/result.ts';
import { definitionsTable } from '../figures/evidence.ts';
import { MAIN_MEASURES } from '../words/differences.ts';
import { fixed } from '../words/numbers.ts';
import { type Html, html } from './escape.ts';
import { tableHtml } from './table.ts';

/** The measures a board meets on the page in plain words, then every measure with its formula: each as the code defines it. */
export function glossaryHtml(results: Result[]): Html {
  const definitions = [...new Map(results.flatMap((result) => result.definitions).map((it) => [it.measure, it])).values()];
  const named = [...MAIN_MEASURES, ...results.flatMap(({ ambitions }) => ambitions.map(({ measure }) => measure))];
  const met = definitions.filter(
    ({ measure }) =>
      named.includes(measure) &&
      results.some((result) => result.measures.some((it) => it.measure === measure && it.summary !== null)),
  );
  return html`<section aria-labelledby="definitions-title"><h2 id="definitions-title">Glossary</h2>
<dl class="facts">${met.map(entry)}</dl><details><summary>All ${fixed(definitions.length)} measures, with unit and formula</summary>${tableHtml(definitionsTable(definitions), 'Definitions of the measures')}</details></section>`;
}

const entry = ({ title, definition }: Definition): Html => html`<dt>${title}</dt><dd>${definition}</dd>`;
