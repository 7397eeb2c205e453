import { MUST_QUOTE, NUMBER_TEXT, RUNS_AS_FORMULA } from '../../tables/csv.ts';

/** Writes a figure's columns as `tables/csv.ts` does, so that what a click saves is the file that a run writes: a test holds the two to the same text. */
export const CSV = `
  const defused = (text) => (!${NUMBER_TEXT}.test(text) && ${RUNS_AS_FORMULA}.test(text) ? "'" + text : text);
  const quoted = (text) => (${MUST_QUOTE}.test(text) ? '"' + text.split('"').join('""') + '"' : text);
  const written = (cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : quoted(defused(cell)));
  const csvOf = ({ keys, columns }) => '\\uFEFF' + [keys, ...columns[0].map((_, row) => columns.map((column) => written(column[row])))].map((row) => row.join(',') + '\\r\\n').join('');
`;
