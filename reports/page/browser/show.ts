/** Puts a view of a figure in its place: title, label, notes, table and chart together, so that none of them is of other people than the rest. */
export const SHOW = `
  function element(name, text, parts = {}) {
    const [first, ...more] = text.split('\\n');
    const made = Object.assign(document.createElement(name), { textContent: first, ...parts });
    if (more.length > 0) made.append(Object.assign(document.createElement('span'), { className: 'sub', textContent: more.join(' ') }));
    return made;
  }
  function fillTable(table, { heads, numeric, cells }) {
    const stacked = table.classList.contains('stack');
    table.style.cssText = heads.map((head, i) => '--a' + (i + 1) + ':' + (numeric[i] ? 'right' : 'left') + (stacked && i > 0 ? ';--h' + (i + 1) + ":'" + CSS.escape(head) + "'" : '')).join(';');
    table.tHead.rows[0].replaceChildren(...heads.map((head) => element('th', head, { scope: 'col' })));
    table.tBodies[0].replaceChildren(...cells[0].map((_, row) => {
      const line = document.createElement('tr');
      line.append(...cells.map((column, i) => (i === 0 ? element('th', column[row], { scope: 'row' }) : element('td', column[row], { className: column[row].length > 60 ? 'text' : '' }))));
      return line;
    }));
  }
  function show(id, view, whose) {
    const figure = document.getElementById(id);
    figures[id] = { ...view, of: view.scope === 'all' && view.step === 'week' ? '' : '-' + view.scope + '-' + view.step };
    document.getElementById(id + '-title').textContent = view.title;
    figure.querySelector('.label').textContent = view.label;
    figure.querySelector('.notes').replaceChildren(...view.notes.map((note) => element('p', note, { className: 'note' })));
    for (const button of figure.querySelectorAll('[data-save]')) button.setAttribute('aria-label', button.textContent + ': ' + view.title);
    fillTable(figure.querySelector('table'), view);
    const shown = figure.querySelector('.shown span');
    if (shown) shown.textContent = whose;
    const place = figure.querySelector('[data-chart]');
    if (!place) return;
    place.setAttribute('aria-label', 'Chart. ' + view.title + '. ' + view.label + '.');
    if (drawn.has(place)) draw(place);
  }
`;
