/** Saves what a figure shows, on a click: its data as CSV, its chart as a picture. */
export const SAVE = `
  function save(name, address) {
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
  }
  /** A part of the people, or months, has a name of its own beside the file that a run writes. */
  const nameOf = (id) => 'figure-' + id + (figures[id].of ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const saveCsv = (id) => save(nameOf(id) + '.csv', 'data:text/csv;charset=utf-8,' + encodeURIComponent(csvOf(figures[id].csv)));
  async function savePng(id) {
    const place = document.querySelector('[data-chart="' + id + '"]');
    await draw(place);
    save(nameOf(id) + '.png', await Plotly.toImage(place, { format: 'png', width: 1000, height: place.layout.height, scale: 2 }));
  }
  for (const button of all('[data-save]')) {
    button.parentElement.hidden = false;
    button.addEventListener('click', () => (button.dataset.save === 'csv' ? saveCsv : savePng)(button.dataset.of));
  }
`;
