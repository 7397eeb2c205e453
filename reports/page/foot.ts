import type { Result } from '../../sim/result.ts';
import { checksTable, valueTables } from '../figures/evidence.ts';
import { cannotSay, limitationsOf } from '../words/limits.ts';
import { notAskedOf } from '../questions/not-asked.ts';
import type { Reported } from '../reported.ts';
import { fixed } from '../words/numbers.ts';
import { type Html, html } from './escape.ts';
import { glossaryHtml } from './glossary.ts';
import { provenanceHtml } from './provenance.ts';
import { tableHtml } from './table.ts';

/** The evidence: assumptions, self-checks, provenance, limitations, definitions. */
export function footOf(result: Reported): Html {
  return html`${assumptionsHtml(result)}
${listHtml('limitations', 'Limitations', limitationsOf(result))}
${listHtml('not-asked', 'Not asked of this run', notAskedOf(result))}
${listHtml('cannot-say', 'One run cannot say', cannotSay(result))}
${checksHtml(result)}
<section aria-labelledby="provenance-title"><h2 id="provenance-title">Provenance</h2>${provenanceHtml(result)}</section>
${glossaryHtml([result])}`;
}

function listHtml(id: string, heading: string, items: string[]): Html {
  return html`<section aria-labelledby="${id}-title"><h2 id="${id}-title">${heading}</h2><ul>${items.map((t) => html`<li>${t}</li>`)}</ul></section>`;
}

function assumptionsHtml(result: Result): Html {
  const groups = valueTables(result);
  const body = groups.map(({ heading, table, open }) =>
    open
      ? html`<h3>${heading}</h3>${tableHtml(table, heading)}`
      : html`<details><summary>${heading}</summary>${tableHtml(table, heading)}</details>`,
  );
  return html`<section class="sources" aria-labelledby="assumptions-title"><h2 id="assumptions-title">Assumptions and sources</h2>${body.length > 0 ? body : html`<p>The scenario lists no values.</p>`}</section>`;
}

function checksHtml(result: Result): Html {
  const passed = result.checks.filter((c) => c.passed).length;
  const words =
    result.checks.length === 0
      ? 'This run holds no self-checks.'
      : passed === result.checks.length
        ? `${fixed(passed)} of ${fixed(passed)} self-checks passed. They show that the sums of the simulation are right; they say nothing of the values of the plan.`
        : `${fixed(result.checks.length - passed)} of ${fixed(result.checks.length)} self-checks failed.`;
  return html`<section aria-labelledby="checks-title"><h2 id="checks-title">Self-checks</h2><p>${words}</p><details><summary>Every self-check</summary>${tableHtml(
    checksTable(result),
    'Self-checks of this run',
  )}</details></section>`;
}
