import type { Comparison } from '../../sim/comparison.ts';
import type { Figure } from '../figures/figure.ts';
import { askedOfAll, isAnswered, untold } from '../questions/compared.ts';
import { asked } from '../questions/index.ts';
import type { Reported } from '../reported.ts';
import { capital } from '../words/lookup.ts';
import { countOf } from '../words/numbers.ts';
import { figureNames } from './figure.ts';
import { type Html, html } from './escape.ts';

/** The questions that the run answers, in their order, each with the figures of the page that carry it; those it does not are at the foot. */
export function questionsHtml(result: Reported, figures: Figure[]): Html {
  const all = asked(result);
  const names = figureNames(figures);
  const answered = all.filter(({ said }) => said.length > 0);
  const items = answered.map(
    ({ number, asks, said }) =>
      html`${heading(number, asks)}<ul class="said">${said.map(({ text, see }) => html`<li>${text}${linkTo(see, names)}</li>`)}</ul>`,
  );
  const rest = all.length - answered.length;
  const foot =
    rest === 0
      ? html``
      : html`<p class="note">${notAsked(rest, all.length)} of this run: <a href="#not-asked-title">what was not asked is listed at the foot</a>.</p>`;
  return section(html`${items}${foot}`);
}

/** The same of several scenarios: the base in full, and what the others make of it. */
export function questionsCompared(results: Reported[], comparison: Comparison): Html {
  const all = askedOfAll(results, comparison);
  const answered = all.filter(isAnswered);
  const rest = all.filter((it) => !answered.includes(it));
  const items = answered.map(
    ({ number, asks, base, others }) =>
      html`${heading(number, asks)}<ul class="said">${
        base.length > 0 ? base.map((text) => html`<li>${text}</li>`) : html`<li>Not asked of the base.</li>`
      }${others.map(({ scenarios, said }) => html`<li><b>${scenarios.join('; ')}:</b> ${said.length === 1 ? (said[0] ?? '') : html`<ul>${said.map((text) => html`<li>${text}</li>`)}</ul>`}</li>`)}</ul>`,
  );
  const foot =
    rest.length === 0
      ? html``
      : html`<p class="note">${notAsked(rest.length, all.length)} of these runs:</p><ul>${rest.map(({ number, asks, needs }) => html`<li>${number}. ${asks} It takes ${needs}.</li>`)}</ul>`;
  return section(
    html`<p>First the base, “${comparison.scenarios[0] ?? ''}”; then each other scenario by its name, against the base.</p>${untold(results).map((text) => html`<p class="note">${text}</p>`)}${items}${foot}`,
  );
}

const heading = (number: number, asks: string): Html => html`<h3 id="question-${number}">${number}. ${asks}</h3>`;
const notAsked = (rest: number, all: number): string =>
  `${capital(countOf(rest, 'question'))} of ${all} ${rest === 1 ? 'was' : 'were'} not asked`;
const section = (body: Html): Html =>
  html`<section class="questions" aria-labelledby="questions-title"><h2 id="questions-title">What commissioners ask</h2>${body}</section>`;

function linkTo(see: string | null, names: Map<string, string>): Html {
  const name = see === null ? undefined : names.get(see);
  return name === undefined ? html`` : html` <a href="#${see ?? ''}">${name}</a>`;
}
