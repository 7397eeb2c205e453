import type { Result } from '../../sim/result.ts';
import { asked } from '../questions/index.ts';
import { capital } from '../words/lookup.ts';
import { countOf } from '../words/numbers.ts';
import { type Html, html } from './escape.ts';

/** The questions that the run answers, in their order, each with the figures of the page that carry it; those it does not are at the foot. */
export function questionsHtml(result: Result, figures: Set<string>): Html {
  const all = asked(result);
  const answered = all.filter(({ said }) => said.length > 0);
  const rest = all.length - answered.length;
  const items = answered.map(({ number, asks, said }) => html`<h3 id="question-${number}">${number}. ${asks}</h3><ul class="said">${
    said.map(({ text, see }) => html`<li>${text}${see === null || !figures.has(see) ? '' : html` <a href="#${see}">Figure</a>`}</li>`)}</ul>`);
  const foot = rest === 0 ? html`` : html`<p class="note">${capital(countOf(rest, 'question'))} of ${all.length} ${rest === 1 ? 'was' : 'were'} not asked of this run: <a href="#not-asked-title">see the foot</a>.</p>`;
  return html`<section class="questions" aria-labelledby="questions-title"><h2 id="questions-title">What commissioners ask</h2>${items}${foot}</section>`;
}
