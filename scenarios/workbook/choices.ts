import { cellName } from '../../data/cell-name.ts';
import type { Cell, Choice, Sheet } from '../../data/sheet.ts';
import { keysOf } from './plant.ts';
import { wordsFor } from './words-for.ts';

/** Rows of a sheet that have lists: as far as anyone adds a row. */
const LAST_ROW = 200;
const LISTS = 'Lists';
/** By the block of a sheet of dates: what may be given by month, and its units. */
const DATED: Record<string, { what: string[]; unit: string[] }> = {
  hospitals: { what: ['admissions'], unit: ['a day', 'a week', 'a month', 'a year'] },
  pathways: { what: ['share'], unit: ['%'] },
  services: { what: ['commissioned', 'beds', 'starts'], unit: ['h/week', 'beds', 'per week', 'per month'] },
};

/** The sheets with a list to choose from wherever a value is one of a few words, or a name of another sheet, and as they print. */
export function readyForUse(sheets: Sheet[], measures: string[]): Sheet[] {
  const lists = new Lists();
  const ready = sheets.map((sheet): Sheet => ({ ...sheet, fitted: true, choices: choicesOf(sheet, sheets, measures, lists) }));
  return [...ready, lists.sheet()];
}

function choicesOf(sheet: Sheet, sheets: Sheet[], measures: string[], lists: Lists): Choice[] {
  const headings = (sheet.rows[0] ?? []).map(textOf);
  const [block = ''] = headings;
  if (block === 'key')
    return sheet.rows.flatMap((row, i) =>
      i === 0 ? [] : single(lists, cellName(i + 1, 2), keysOf(textOf(row[0] ?? null)), measures),
    );
  const column = (at: number) => `${cellName(2, at + 1)}:${cellName(LAST_ROW, at + 1)}`;
  if (!headings.includes('what'))
    return headings.flatMap((heading, at) =>
      at === 0 ? [] : single(lists, column(at), [block, '', ...keysOf(heading)], measures),
    );
  const home = sheets.find(({ rows }) => textOf(rows[0]?.[0] ?? null) === block && !(rows[0] ?? []).map(textOf).includes('what'));
  const names: Choice[] = home ? [{ cells: column(0), from: `'${home.name}'!$A$2:$A$${LAST_ROW}`, only: true }] : [];
  const { what = [], unit = [] } = DATED[block] ?? {};
  return [
    ...names,
    ...lists.choice(column(1), `what: ${block}`, what, true),
    ...lists.choice(column(2), `unit: ${block}`, unit, false),
  ];
}

function single(lists: Lists, cells: string, path: string[], measures: string[]): Choice[] {
  const key = path.at(-1) ?? '';
  const words = key === 'measure' ? measures : wordsFor(path);
  return lists.choice(cells, key, words, true);
}

const textOf = (cell: Cell): string => String((cell !== null && typeof cell === 'object' ? cell.value : cell) ?? '');

/** The sheet on which the words of all lists stand, a column each: Excel holds few words in a cell's own list. */
class Lists {
  private readonly columns: { title: string; words: string[] }[] = [];

  /** None where there are no words. */
  choice(cells: string, title: string, words: string[], only: boolean): Choice[] {
    if (words.length === 0) return [];
    const same = this.columns.findIndex((column) => column.words.join('\n') === words.join('\n'));
    const at = same >= 0 ? same : this.columns.push({ title, words }) - 1;
    const letter = cellName(1, at + 1).slice(0, -1);
    return [{ cells, from: `${LISTS}!$${letter}$2:$${letter}$${words.length + 1}`, only }];
  }

  sheet(): Sheet {
    const longest = Math.max(0, ...this.columns.map(({ words }) => words.length));
    const rows = Array.from({ length: longest }, (_, i) => this.columns.map(({ words }) => words[i] ?? null));
    return {
      name: LISTS,
      frozen: { rows: 1, columns: 0 },
      widths: this.columns.map(() => 24),
      fitted: true,
      rows: [this.columns.map(({ title }): Cell => ({ value: title, heading: true })), ...rows],
    };
  }
}
