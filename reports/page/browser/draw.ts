/** Draws a chart when it comes near the window, and all of them before printing; what is drawn follows `figures` and the scenarios hidden. */
export const DRAW = `
  const config = { displayModeBar: false, showSendToCloud: false, plotlyServerURL: '', displaylogo: false, responsive: true, scrollZoom: false, doubleClick: false };
  const drawn = new Set();
  let hidden = [];

  /** Without the scenarios hidden; panels of those shown share the height. */
  function visible({ data, layout, height, narrow, scenarios, panel }) {
    const kept = scenarios ? data.filter((_, i) => !hidden.includes(String(scenarios[i]))) : data;
    if (!panel || kept.length === data.length) return { data: kept, layout, height, narrow };
    const open = panel.of.filter(({ scenario }) => !hidden.includes(String(scenario)));
    const each = { ...layout, grid: { ...layout.grid, rows: open.length, subplots: open.map(({ axes }) => [axes]) } };
    for (const { scenario, names } of panel.of) if (hidden.includes(String(scenario))) for (const name of names) delete each[name];
    const words = (list) => list.filter((_, i) => open.includes(panel.of[i]));
    const less = { ...each, annotations: words(layout.annotations) };
    const low = height - panel.height * (panel.of.length - open.length);
    return { data: kept, layout: less, height: low, narrow: narrow && { layout: { ...narrow.layout, annotations: words(narrow.layout.annotations) }, height: low } };
  }

  /** On a narrow page a heatmap has no numbers in its cells, and a Sankey diagram its short labels. */
  function narrowed(trace) {
    if (trace.type === 'heatmap') return { ...trace, texttemplate: '' };
    if (trace.type === 'scatter' && trace.text) return { ...trace, cliponaxis: false };
    return trace.type === 'sankey' ? { ...trace, node: { ...trace.node, label: trace.node.customdata } } : { ...trace };
  }

  /** Their beginnings, or beginnings and ends where they begin alike. */
  function cutNames(names) {
    const cut = names.map((name) => (name.length > 15 ? name.slice(0, 14).trimEnd() + '…' : name));
    return new Set(cut).size === names.length ? cut : names.map((name) => (name.length > 15 ? name.slice(0, 5).trimEnd() + '…' + name.slice(-9).trimStart() : name));
  }

  /** On a narrow page the names left of bars and heatmaps are cut, so that the plot and its numbers keep the width; hover and table have them whole. */
  function shortNames(data, layout) {
    const named = ({ type, orientation }) => type === 'heatmap' || (type === 'bar' && orientation === 'h') || (type === 'scatter' && layout.yaxis?.type === 'category');
    const names = [...new Set(data.filter(named).flatMap(({ y }) => y))];
    if (names.length === 0 || names.some((name) => typeof name !== 'string')) return {};
    return { yaxis: { ...layout.yaxis, tickvals: names, ticktext: cutNames(names), tickfont: { size: 12 } }, ...(data.some(({ type }) => type === 'heatmap') ? { xaxis: { ...layout.xaxis, tickfont: { size: 10 } } } : {}) };
  }

  /** On paper the numbers of a heatmap would be too small to read, and labels of a Sankey diagram stand closer. */
  function onPaper(trace) {
    if (trace.type === 'heatmap') return { ...trace, texttemplate: '' };
    return trace.type === 'sankey' ? { ...trace, textfont: { size: 11 } } : { ...trace };
  }

  /** Pixels between the margins of A4; two charts over time then stand on a page. */
  const PAPER = { width: 660, overTime: 270 };

  function draw(place, paper = false) {
    if (!window.Plotly) return;
    drawn.add(place);
    const { chart } = figures[place.dataset.chart];
    const { data, layout, height, narrow } = visible(chart);
    const slim = !paper && place.clientWidth < 560;
    const traces = data.map((trace) => (paper ? onPaper(trace) : slim ? narrowed(trace) : { ...trace }));
    const low = paper && !chart.panel && layout.xaxis?.type === 'date';
    const other = slim && narrow ? narrow : low ? { layout: { legend: { ...layout.legend, y: -0.3 } }, height: Math.min(height, PAPER.overTime) } : { layout: slim ? shortNames(data, layout) : {}, height };
    const size = paper ? { autosize: false, width: PAPER.width } : { autosize: true };
    place.style.minHeight = other.height + 'px';
    return Plotly.react(place, traces, structuredClone({ ...layout, ...other.layout, height: other.height, ...size }), config);
  }

  const watch = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) if (isIntersecting) { watch.unobserve(target); draw(target); }
  }, { rootMargin: '300px' });

  function ready() {
    for (const place of places) watch.observe(place);
    document.documentElement.dataset.charts = 'ready';
    addEventListener('beforeprint', () => { for (const place of places) draw(place, true); });
    addEventListener('afterprint', () => { for (const place of places) draw(place); });
  }
`;
