import type { Option, Options } from '../choice/options.ts';
import { type Html, html } from './escape.ts';

/** The controls of a page, in reach only where its script runs; nothing where there is nothing to choose. `scenarios`: those after the base; `less`: a hospital or place and a pathway together are left out. */
export function chooseHtml({ hospitals, places, pathways, months }: Options, scenarios: string[] = [], less = false): Html {
  const where =
    hospitals.length + places.length > 0
      ? select(
          'where',
          whereName(hospitals, places),
          html`<option value="">All</option>${group('Hospitals', hospitals)}${group('Places where people live', places)}`,
        )
      : null;
  const pathway =
    pathways.length > 0 ? select('pathway', 'Pathway', html`<option value="">All</option>${pathways.map(option)}`) : null;
  const by = months
    ? select('by', 'Over time', html`<option value="">By week</option><option value="month">By month</option>`)
    : null;
  const controls = [where, pathway, by].filter((it) => it !== null);
  if (controls.length === 0 && scenarios.length === 0) return html``;
  return html`<section class="choose" aria-labelledby="choose-title" hidden><h2 id="choose-title">Choose what the figures show</h2>
<div class="choosers">${controls}${scenarios.length > 0 ? hideHtml(scenarios) : ''}</div>${controls.length > 0 ? html`<p class="note">${HOW}${less ? LESS : ''}</p>` : ''}${
    scenarios.length > 0
      ? html`<p class="note">A scenario hidden is left out of the charts; tables always have all scenarios.</p>`
      : ''
  }<p class="note">The address of the page keeps the choice: open it again, or send it on with the file, and the same is shown.</p></section>
`;
}

const HOW =
  'Figures that can be told apart say “Shown:” and whose they are; their title, chart, table and saved data follow the choice together. All other figures, and the words above, are of everyone.';

const LESS = ' This page has no room for a hospital or place and a pathway together: tables/by-week.csv of each run has them.';

const whereName = (hospitals: Option[], places: Option[]): string =>
  hospitals.length === 0 ? 'Place' : places.length === 0 ? 'Hospital' : 'Hospital or place';

const option = ({ scope, label }: Option): Html => html`<option value="${scope}">${label}</option>`;
const group = (label: string, options: Option[]): Html =>
  options.length === 0 ? html`` : html`<optgroup label="${label}">${options.map(option)}</optgroup>`;
const select = (name: string, label: string, options: Html): Html =>
  html`<p><label for="choose-${name}">${label}</label> <select id="choose-${name}" data-choice="${name}" autocomplete="off">${options}</select></p>`;

/** The base is always shown: the others are read against it. */
function hideHtml(scenarios: string[]): Html {
  return html`<fieldset><legend>Scenarios in the charts, beside the base</legend>${scenarios.map((name, i) => html`<label><input type="checkbox" data-hide value="${i + 1}" checked autocomplete="off"> ${name}</label>`)}</fieldset>`;
}
