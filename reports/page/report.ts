import { optionsOf } from '../choice/options.ts';
import { toldApart, viewsOf } from '../choice/views.ts';
import { sectionsOf } from '../figures/index.ts';
import { chooseHtml } from './choose.ts';
import type { Reported } from '../reported.ts';
import { packedData } from './data.ts';
import { documentOf } from './document.ts';
import { html } from './escape.ts';
import { figureHtml } from './figure.ts';
import { footOf } from './foot.ts';
import { questionsHtml } from './questions.ts';
import { bannerHtml, bannerLines, topOf } from './top.ts';

/** The board report of one result: the answer, the few figures that carry it, the evidence. */
export async function renderReport(result: Reported): Promise<string> {
  const sections = sectionsOf(result);
  const figures = sections.flatMap((s) => s.figures);
  const data = await packedData(figures, viewsOf(result, figures));
  const body = html`${bannerHtml('Discharge to assess: capacity forecast', result.scenario.name, bannerLines(result))}
<main id="main" class="wide">${topOf(result)}
${questionsHtml(result, figures)}
${chooseHtml(optionsOf(result), [], data.less)}${sections.map(
  (s) => html`<section aria-labelledby="${s.id}-title"><h2 id="${s.id}-title">${s.heading}</h2>
${s.figures.map((figure) => figureHtml(figure, figures.indexOf(figure) + 1, toldApart(data.views, figure)))}</section>
`,
)}${footOf(result)}</main>
<footer><div class="wide">Made from ${result.sensitivities ? 'saved results' : 'result.json'} alone; it can be drawn again with <code>d2a report</code>. This file fetches nothing and sends nothing.</div></footer>`;
  return documentOf(`${result.scenario.name}: D2A capacity forecast`, body, data);
}
