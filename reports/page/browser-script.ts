/**
 * The page's own script, as text: it must not pass through a compiler, since its hash is in the page's policy.
 * It saves a figure's data or picture on a click, unpacks the chart library, draws a chart when it comes near the window, and all of them before printing.
 */
export const BROWSER_SCRIPT = `
'use strict';
(async () => {
  const specs = JSON.parse(document.getElementById('charts').textContent);
  const config = { displayModeBar: false, showSendToCloud: false, plotlyServerURL: '', displaylogo: false, responsive: true, scrollZoom: false, doubleClick: false };
  const places = [...document.querySelectorAll('[data-chart]')];
  const drawn = new Set();

  const tables = JSON.parse(document.getElementById('tables').textContent);
  function save(name, address) {
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
  }
  const saveCsv = (id) => save('figure-' + id + '.csv', 'data:text/csv;charset=utf-8,' + encodeURIComponent(tables[id]));
  async function savePng(id) {
    const place = document.querySelector('[data-chart="' + id + '"]');
    await draw(place);
    save('figure-' + id + '.png', await Plotly.toImage(place, { format: 'png', width: 1000, height: specs[id].height, scale: 2 }));
  }
  const shown = (kind) => [...document.querySelectorAll('[data-save="' + kind + '"]')];
  for (const button of shown('png')) button.hidden = true;
  for (const button of shown('csv')) { button.parentElement.hidden = false; button.addEventListener('click', () => saveCsv(button.dataset.of)); }
  if (!window.DecompressionStream) return;

  const packed = atob(document.getElementById('plotly').textContent);
  const bytes = Uint8Array.from(packed, (c) => c.charCodeAt(0));
  const library = document.createElement('script');
  library.textContent = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
  document.head.append(library);

  function draw(place) {
    if (drawn.has(place)) return place;
    drawn.add(place);
    const spec = specs[place.dataset.chart];
    const narrow = place.clientWidth < 560;
    const data = spec.data.map((trace) => (narrow && trace.type === 'heatmap' ? { ...trace, texttemplate: '' } : trace));
    const other = narrow && spec.narrow ? spec.narrow : { layout: {}, height: spec.height };
    return Plotly.newPlot(place, data, { ...spec.layout, ...other.layout, height: other.height, autosize: true }, config);
  }

  for (const button of shown('png')) { button.hidden = false; button.addEventListener('click', () => savePng(button.dataset.of)); }
  for (const place of places) { place.hidden = false; place.style.minHeight = specs[place.dataset.chart].height + 'px'; }
  document.documentElement.dataset.charts = 'ready';
  const watch = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) if (isIntersecting) { watch.unobserve(target); draw(target); }
  }, { rootMargin: '300px' });
  for (const place of places) watch.observe(place);

  addEventListener('beforeprint', () => {
    for (const place of places) { draw(place); Plotly.relayout(place, { autosize: false, width: 660 }); }
  });
  addEventListener('afterprint', () => {
    for (const place of places) Plotly.relayout(place, { autosize: true, width: null }).then(() => Plotly.Plots.resize(place));
  });
})();
`;
