import { CHOOSE } from './choose.ts';
import { DRAW } from './draw.ts';
import { SAVE } from './save.ts';
import { SHOW } from './show.ts';

/**
 * The page's own script, as text: it must not pass through a compiler, since its hash is in the page's policy.
 * It unpacks the data and the chart library, and without the browser's part for that leaves the page as it is: words and tables.
 */
export const BROWSER_SCRIPT = `
'use strict';
(async () => {
  if (!window.DecompressionStream) return;
  async function unpacked(id) {
    const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (c) => c.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  }
  const all = (selector) => [...document.querySelectorAll(selector)];
  const { figures, views } = JSON.parse(await unpacked('data'));
  const places = all('[data-chart]');
${DRAW}${SAVE}${SHOW}${CHOOSE}
  restore();
  const library = document.createElement('script');
  library.textContent = await unpacked('plotly');
  document.head.append(library);
  ready();
})();
`;
