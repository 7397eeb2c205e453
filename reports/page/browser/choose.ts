/** The reader's choice: whose people, by week or month, which scenarios. It is kept in the address, so that the address opened again brings it back. */
export const CHOOSE = `
  const choosers = all('[data-choice]');
  const hiders = all('[data-hide]');
  const chooser = (name) => choosers.find((it) => it.dataset.choice === name);
  const chosen = (name) => chooser(name)?.value ?? '';
  const wordsOf = (scope) => (scope === 'all' ? 'everyone' : choosers.flatMap((it) => [...it.options]).filter(({ value }) => value && ('/' + scope + '/').includes('/' + value + '/')).map(({ label }) => label).join(', '));

  /** The nearest that a figure has: of the place and the pathway, of the place, of the pathway, of everyone. */
  function apply() {
    const [where, pathway, step] = ['where', 'pathway', 'by'].map(chosen);
    const wanted = [where && pathway && where + '/' + pathway, where, pathway, 'all'].filter((scope) => scope);
    for (const [id, list] of Object.entries(views)) {
      const scope = wanted.find((one) => list.some((view) => view.scope === one));
      const has = (by) => list.find((view) => view.scope === scope && view.step === by);
      const less = scope !== wanted[0] && document.querySelector('#' + CSS.escape(id) + ' .shown');
      const view = (step === 'month' && has('month')) || has('week') || has('month');
      show(id, view, wordsOf(scope) + (view.step === 'month' && step !== 'month' ? ', by month (the results hold no weeks of it)' : '') + (less ? ' (not told apart by all you chose)' : ''));
    }
    hidden = hiders.filter(({ checked }) => !checked).map(({ value }) => value);
    for (const place of drawn) if (figures[place.dataset.chart].chart.scenarios) draw(place);
  }

  /** \`at\`: the part of the page that a link led to. Nothing chosen leaves the address as it was. */
  function keep(at = '') {
    const kept = new URLSearchParams(choosers.map((it) => [it.dataset.choice, it.value]).filter(([, value]) => value));
    const off = hiders.filter(({ checked }) => !checked).map(({ value }) => value).join(',');
    if (off) kept.set('hide', off);
    if (at && kept.size > 0) kept.set('at', at);
    history.replaceState(null, '', location.href.split('#')[0] + (kept.size > 0 ? '#' + kept : at ? '#' + at : ''));
  }

  function restore() {
    for (const part of all('.choose, .shown')) part.hidden = false;
    for (const place of places) { place.hidden = false; place.style.minHeight = figures[place.dataset.chart].chart.height + 'px'; }
    for (const control of [...choosers, ...hiders]) control.addEventListener('change', () => { apply(); keep(); });
    addEventListener('hashchange', () => (location.hash.includes('=') ? read() : keep(location.hash.slice(1))));
    read();
  }
  function read() {
    const asked = new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : '');
    for (const it of choosers) it.value = [...it.options].some(({ value }) => value === asked.get(it.dataset.choice)) ? asked.get(it.dataset.choice) : '';
    for (const it of hiders) it.checked = !(asked.get('hide') ?? '').split(',').includes(it.value);
    apply();
    document.getElementById(asked.get('at') ?? location.hash.slice(1))?.scrollIntoView();
  }
`;
