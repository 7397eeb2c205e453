import type { Decision } from '../../sim/decision.ts';
import { packedData } from '../page/data.ts';
import { documentOf } from '../page/document.ts';
import { type Html, html } from '../page/escape.ts';
import { figureHtml } from '../page/figure.ts';
import { bannerHtml, warningsHtml } from '../page/top.ts';
import type { DataTable } from '../tables/table.ts';
import { columnsOf } from '../tables/tables.ts';
import { wrap } from '../text/wrap.ts';
import { fixed } from '../words/numbers.ts';
import { decisionFigures } from './figures.ts';
import { answerSentences, goalText, nameOf } from './words.ts';

const KIND: Record<Decision['kind'], string> = {
  size: 'what to buy',
  sweep: 'what more buys',
  sensitivity: 'what the answer depends on',
  redesign: 'when beds can close',
};

/** The page of a search: the answer, the points, how to read it, the record. */
export async function renderDecision(decision: Decision): Promise<string> {
  const [verdict = '', ...sentences] = answerSentences(decision);
  const figures = decisionFigures(decision);
  const body = html`${bannerHtml(`Discharge to assess: ${KIND[decision.kind]}`, decision.scenario.name, [])}
<main id="main" class="wide"><section class="answer" aria-labelledby="answer-title"><h2 id="answer-title">The answer</h2>
${decision.scenario.question ? html`<p class="question">Asked: ${decision.scenario.question}</p>` : ''}${decision.goals.length > 0 ? html`<p class="question">Goal: ${goalText(decision)}</p>` : ''}<p class="verdict">${verdict}</p>${sentences.map((s) => html`<p>${s}</p>`)}
<h3>How to read it</h3>${READING.map((s) => html`<p>${s}</p>`)}</section>
${warningsHtml((decision.warnings ?? []).map(({ text }) => text))}
<section aria-labelledby="points-title"><h2 id="points-title">The points</h2>
${figures.map((figure, i) => figureHtml(figure, i + 1))}</section>
${record(decision)}</main>
<footer><div class="wide">Made from decision.json alone. This file fetches nothing and sends nothing.</div></footer>`;
  return documentOf(`${decision.scenario.name}: ${KIND[decision.kind]}`, body, await packedData(figures));
}

const READING = [
  'All points met the same simulated people, so a difference between two of them is the effect of the capacity and not of chance in who came.',
  'A share of winters that miss the goal is known no better than its interval says. Points whose intervals overlap much may both be right answers; the difference that matters is for the board to say.',
];

function record(decision: Decision): Html {
  const { varied, scenario, inputs, tool, replications, grid, most } = decision;
  const lines = [
    ...varied.map(({ path, values }) => `${path}: ${values.length} values from ${values[0] ?? ''} to ${values.at(-1) ?? ''}`),
    `Seed ${scenario.seed}; ${fixed(most)} replications at most a point, ${fixed(replications)} in all${varied.length > 0 ? ` (a full grid: ${fixed(grid)})` : ''}`,
    `d2a ${tool.version}, engine ${tool.engine}`,
    ...inputs.map(({ file, sha256 }) => `${file}: SHA-256 ${sha256}`),
  ];
  return html`<section aria-labelledby="record-title"><h2 id="record-title">The record</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></section>`;
}

/** One table a figure. */
export function decisionTables(decision: Decision): DataTable[] {
  return decisionFigures(decision).map(({ id, table, csv = table }) => ({
    name: `${id}.csv`,
    columns: columnsOf(csv),
    rows: csv.rows,
  }));
}

/** For the terminal, at most 80 columns. */
export function decisionText(decision: Decision): string {
  const [verdict = '', ...sentences] = answerSentences(decision);
  return [
    decision.scenario.name,
    `${verdict}.`,
    ...sentences,
    ...decision.varied.map(({ path, values }) => `Varied: ${nameOf(path)}, ${values.length} values`),
    ...(decision.warnings ?? []).map(({ text }) => `Warning: ${text}`),
  ]
    .flatMap((line) => wrap(line))
    .join('\n');
}
