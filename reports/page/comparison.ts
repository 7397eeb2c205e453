import type { Result } from '../../sim/result.ts';
import type { Comparison } from '../../sim/comparison.ts';
import { optionsOf } from '../choice/options.ts';
import { comparisonViews, toldApart } from '../choice/views.ts';
import { comparisonFigures } from '../figures/comparison.ts';
import { differingMeasures } from '../figures/differing-measures.ts';
import { differingValues, LEFT_OUT } from '../figures/differing-values.ts';
import { sideBySide } from '../figures/side-by-side.ts';
import { comparedTitle, comparedVerdict } from '../words/compared-verdict.ts';
import { differenceSentences } from '../words/differences.ts';
import { periodText, runWord } from '../words/dates.ts';
import { fixed } from '../words/numbers.ts';
import type { Reported } from '../reported.ts';
import { pairedText } from '../words/paired.ts';
import { readingOf } from '../words/reading.ts';
import { warningTexts } from '../words/warnings.ts';
import { chooseHtml } from './choose.ts';
import { packedData } from './data.ts';
import { documentOf } from './document.ts';
import { type Html, html } from './escape.ts';
import { figureHtml } from './figure.ts';
import { questionsCompared } from './questions.ts';
import { glossaryHtml } from './glossary.ts';
import { provenanceCompared } from './provenance.ts';
import { tableHtml } from './table.ts';
import { bannerHtml, setLine, warningsHtml } from './top.ts';

/** The comparison of several scenarios with the first. */
export async function renderComparison(results: Reported[], comparison: Comparison): Promise<string> {
  const figures = comparisonFigures(results, comparison);
  const data = await packedData(figures, comparisonViews(results, comparison, figures));
  const base = results[0];
  const lines = base ? [`${periodText(base)} · base: ${comparison.scenarios[0] ?? ''}`, ...sharedSet(results)] : [];
  const body = html`${bannerHtml('Discharge to assess: scenarios compared', comparedTitle(comparison.scenarios), lines)}
<main id="main" class="wide">${answerHtml(results, comparison)}
${warningsHtml(sharedWarnings(results))}
${questionsCompared(results, comparison)}
${base ? chooseHtml(optionsOf(base), comparison.scenarios.slice(1), data.less) : ''}<section aria-labelledby="compared-title"><h2 id="compared-title">The scenarios compared</h2>
${figures.map((figure, i) => figureHtml(figure, i + 1, toldApart(data.views, figure)))}</section>
${differsHtml(results)}
${measuresHtml(results, comparison)}
<section aria-labelledby="provenance-title"><h2 id="provenance-title">Provenance</h2>${provenanceCompared(results)}</section>
${glossaryHtml(results)}</main>
<footer><div class="wide">This file fetches nothing and sends nothing. Each scenario has a report of its own beside it.</div></footer>`;
  return documentOf(`${comparedTitle(comparison.scenarios)}: D2A scenarios compared`, body, data);
}

/** So many scenarios beside the base are told in sentences; more are in the table only. */
const TOLD = 2;

function answerHtml(results: Result[], comparison: Comparison): Html {
  const [base] = results;
  const differences =
    results.length - 1 > TOLD
      ? []
      : differenceSentences(results, comparison).map((s, i) => html`<p${i > 0 ? html` class="first"` : ''}>${s}</p>`);
  const run = base ? runWord(base) : 'winter';
  return html`<section class="answer" aria-labelledby="answer-title"><h2 id="answer-title">The answer</h2>
${base?.scenario.question ? html`<p class="question">Asked: ${base.scenario.question}</p>` : ''}<p class="verdict">${comparedVerdict(results, comparison)}</p>${differences}
<h3>Side by side</h3><p class="label">Mean of all simulated ${run}s; under it the difference from the base, with its 95% interval.</p>${tableHtml(sideBySide(results, comparison), 'The scenarios side by side', true)}
<h3>How to read the differences</h3><p>${pairedText(comparison)}</p>${base ? readingOf(base).map((s) => html`<p>${s}</p>`) : ''}</section>`;
}

/** Values set on the command line, once where all scenarios have the same. */
function sharedSet(results: Result[]): string[] {
  const lines = results.flatMap((r) => setLine(r).map((text) => ({ text, name: r.scenario.name })));
  return [...new Set(lines.map((l) => l.text))].map((text) => {
    const names = lines.filter((l) => l.text === text).map((l) => l.name);
    return names.length === results.length ? text : `${names.join(', ')}: ${text}`;
  });
}

/** Each warning once, with the scenarios it is about unless it is about all. */
function sharedWarnings(results: Result[]): string[] {
  const all = results.flatMap((r) => warningTexts(r).map((text) => ({ text, name: r.scenario.name })));
  return [...new Set(all.map((w) => w.text))].map((text) => {
    const names = all.filter((w) => w.text === text).map((w) => w.name);
    return names.length === results.length ? text : `${names.join(', ')}: ${text}`;
  });
}

function differsHtml(results: Result[]): Html {
  const table = differingValues(results);
  const body =
    table.rows.length > 0
      ? html`${tableHtml(table, 'Values that differ between the scenarios', true)}<p class="note">${LEFT_OUT}</p>`
      : html`<p>No value differs.</p>`;
  return html`<section aria-labelledby="differs-title"><h2 id="differs-title">What differs between the scenarios</h2>${body}</section>`;
}

function measuresHtml(results: Result[], comparison: Comparison): Html {
  const { table, of } = differingMeasures(results, comparison);
  const shown = table.rows.length;
  return html`<section aria-labelledby="all-title"><h2 id="all-title">Measures that differ</h2><details><summary>${shown < of ? `${fixed(shown)} of ${fixed(of)}` : fixed(of)} measures in which a scenario differs from the base</summary>
<p>Of everyone first, then of services, hospitals, places and pathways${shown < of ? ', as far as the page has room' : ''}. All ${fixed(comparison.rows.length)} measures are in tables/comparison.csv.</p>${tableHtml(table, 'Measures in which a scenario differs from the base')}</details></section>`;
}
