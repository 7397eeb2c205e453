import { CHOOSE } from './choose.ts';
import { CSV } from './csv.ts';
import { DRAW } from './draw.ts';
import { SAVE } from './save.ts';
import { SHOW } from './show.ts';
import { UNPACK } from './unpack.ts';

/**
 * The page's own script, as text: it must not pass through a compiler, since its hash is in the page's policy.
 * It unpacks the data and the chart library, and without the browser's part for that leaves the page as it is: words and tables.
 */
export const BROWSER_SCRIPT = `
'use strict';
(async () => {
  if (!window.DecompressionStream) return;
${UNPACK}  const all = (selector) => [...document.querySelectorAll(selector)];
  const { figures, views } = JSON.parse(await unpacked('data'));
  for (const [id, [first]] of Object.entries(views)) figures[id] = first;
  const places = all('[data-chart]');
${DRAW}${CSV}${SAVE}${SHOW}${CHOOSE}
  restore();
  const library = document.createElement('script');
  library.textContent = await unpacked('plotly');
  document.head.append(library);
  ready();
})();
`;
