import type { Result } from '../../sim/result.ts';
import { answerOf } from '../words/answer.ts';
import { setValues } from '../words/changes.ts';
import { periodText, runWord } from '../words/dates.ts';
import { fixed } from '../words/numbers.ts';
import { planOf } from '../words/plan.ts';
import { readingOf } from '../words/reading.ts';
import { type Tile, tilesOf } from '../words/tiles.ts';
import { warningTexts } from '../words/warnings.ts';
import { type Html, html } from './escape.ts';

/** What a board member with two minutes reads: the answer, the tiles, how to read a range, the plan, the warnings. */
export function topOf(result: Result): Html {
  return html`${answerHtml(result)}
<section class="plain" aria-labelledby="tiles-title"><h2 id="tiles-title">At a glance</h2><ul class="tiles">${tilesOf(result).map(tileHtml)}</ul>
<h3>How to read the ranges</h3>${readingOf(result).map((s) => html`<p>${s}</p>`)}</section>
${planHtml(result)}
${warningsHtml(warningTexts(result))}`;
}

export function bannerHtml(kind: string, title: string, lines: string[]): Html {
  return html`<a class="skip" href="#main">Skip to the report</a><header><div class="wide"><p class="kind">${kind}</p><h1>${title}</h1>${lines.map((l) => html`<p>${l}</p>`)}</div></header>
`;
}

export function bannerLines(result: Result): string[] {
  const { scenario, run } = result;
  const people = scenario.population;
  const runs = `${fixed(run.replications)} simulated ${runWord(result)}${run.replications === 1 ? '' : 's'}`;
  return [`${periodText(result)} · population: ${people} · ${runs}`, ...setLine(result)];
}

/** What the command line changed, so that this page is never taken for the plan as its file has it. */
export function setLine(result: Result): string[] {
  const set = setValues(result);
  return set.length > 0 ? [`With values set on the command line: ${set.join(', ')}`] : [];
}

function planHtml(result: Result): Html {
  const lines = planOf(result);
  if (lines.length === 0) return html``;
  return html`<section class="plan" aria-labelledby="plan-title"><h2 id="plan-title">The plan</h2><dl class="facts">${lines.map((l) => html`<dt>${l.what}</dt><dd>${l.planned}</dd>`)}</dl></section>`;
}

function answerHtml(result: Result): Html {
  const { verdict, sentences } = answerOf(result);
  const question = result.scenario.question;
  return html`<section class="answer" aria-labelledby="answer-title"><h2 id="answer-title">The answer</h2>
${question ? html`<p class="question">Asked: ${question}</p>` : ''}<p class="verdict">${verdict}</p>
${sentences.map((s, i) => html`<p${i === 0 ? html` class="first"` : ''}>${s}</p>`)}</section>`;
}

export function tileHtml(tile: Tile): Html {
  const status = tile.status;
  return html`<li class="tile${status ? ` is-${status.state}` : ''}"><h3>${tile.title}</h3><p class="value">${tile.value}</p><p>${tile.detail}</p>${
    status ? html`<span class="status ${status.state}">${status.word}</span>` : ''
  }</li>
`;
}

export function warningsHtml(texts: string[]): Html {
  if (texts.length === 0) return html``;
  return html`<section class="warning" aria-labelledby="warnings-title"><h2 id="warnings-title">Warnings</h2><ul>${texts.map((t) => html`<li>${t}</li>`)}</ul></section>`;
}
