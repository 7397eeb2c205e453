import type { Result } from '../../sim/result.ts';
import type { Table } from '../figures/figure.ts';
import { factsOf, inputText, STREAMS } from '../words/provenance.ts';
import { type Html, html } from './escape.ts';
import { tableHtml } from './table.ts';

type Input = Result['inputs'][number];

export function provenanceHtml(result: Result): Html {
  return html`<dl class="facts">${factsOf(result).map(([name, text]) => fact(name, name === STREAMS ? html`<details><summary>the processes and purposes</summary>${text}</details>` : text))}${result.inputs.map(inputHtml)}</dl>`;
}

/** Of several scenarios: what all share and each file read once, then what differs, a row a scenario. Streams by name are in each scenario's own report. */
export function provenanceCompared(results: Result[]): Html {
  const facts = results.map((result) => new Map(factsOf(result).filter(([name]) => name !== STREAMS)));
  const names = [...(facts[0]?.keys() ?? [])];
  const shared = names.filter((name) => new Set(facts.map((of) => of.get(name))).size === 1);
  const inputs = [
    ...new Map(results.flatMap((result) => result.inputs).map((input) => [input.sha256 + input.file, input])).values(),
  ];
  return html`<dl class="facts">${shared.map((name) => fact(name, facts[0]?.get(name) ?? ''))}${inputs.map(inputHtml)}</dl>
<h3>Of each scenario</h3>${tableHtml(
    eachOf(
      results,
      facts,
      names.filter((name) => !shared.includes(name)),
    ),
    'What made each scenario, where they differ',
    true,
  )}`;
}

/** Its files by name and the first digits of their SHA-256. */
function eachOf(results: Result[], facts: Map<string, string>[], names: string[]): Table {
  const files = (inputs: Input[]): string => inputs.map(({ file, sha256 }) => `${file} (${sha256.slice(0, 8)})`).join(', ');
  return {
    columns: [
      { key: 'scenario', head: 'Scenario' },
      ...names.map((head) => ({ key: head, head })),
      { key: 'files', head: 'Files read' },
    ],
    rows: results.map((result, i) => [
      result.scenario.name,
      ...names.map((name) => facts[i]?.get(name) ?? null),
      files(result.inputs),
    ]),
  };
}

const fact = (name: string, text: string | Html): Html => html`<dt>${name}</dt><dd>${text}</dd>`;
const inputHtml = (input: Input): Html => html`<dt>Input ${input.file}</dt><dd class="code">${inputText(input)}</dd>`;
