import type { Look } from './cell-formats.ts';
import { isoDate } from './dates.ts';
import type { Plain } from './sheet.ts';
import { walkXml } from './xml.ts';

/** A cell that holds something; row and column from 0. */
export interface ReadCell {
  row: number;
  column: number;
  /** Dates as ISO dates, with the time of day where there is one; an error by its name; null for a formula without a saved result. */
  value: Plain;
  as: Look | 'error' | 'no result';
}

/** Cells merged into one, by their corners. */
export interface Merged {
  from: { row: number; column: number };
  to: { row: number; column: number };
}

/** What the cells of a sheet refer to. */
export interface Book {
  texts: string[];
  looks: Look[];
  /** Days are counted from 1904, as by Excel on old Macs. */
  from1904: boolean;
}

/** A sheet's cells in their order, and what is merged; `most` cells at most. A formatted cell without a value costs next to nothing. */
export function cellsOf(sheet: string, book: Book, most: number): { cells: ReadCell[]; merged: Merged[]; full: boolean } {
  const cells: ReadCell[] = [];
  const merged: Merged[] = [];
  const cell: Written = { row: -1, name: '', after: 0, type: 'n', style: '0', formula: false, said: false, text: '' };
  let [inside, reading] = [false, false];
  walkXml(sheet, {
    open: (name, attribute) => {
      if (name === 'c') {
        begin(cell, attribute);
        inside = true;
      } else if (name === 'row') beginRow(cell, attribute('r'));
      else if (inside && name === 'f') cell.formula = true;
      else if (inside && (name === 'v' || name === 't')) reading = cell.said = true;
      else if (name === 'mergeCell') merged.push(...areaOf(attribute('ref') ?? ''));
    },
    text: (text) => {
      if (reading) cell.text += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false;
      if (name !== 'c') return;
      inside = false;
      const read = cells.length < most && (cell.text !== '' || cell.formula) ? readCell(cell, book) : null;
      if (read) cells.push(read);
    },
  });
  return { cells, merged, full: cells.length >= most };
}

/** A cell as the file has it. */
interface Written {
  row: number;
  /** Of the last cell of the row that says where it stands; empty where none does. */
  name: string;
  /** Cells after that one. */
  after: number;
  type: string;
  style: string;
  formula: boolean;
  said: boolean;
  text: string;
}

function beginRow(cell: Written, number: string | undefined): void {
  cell.row = number === undefined ? cell.row + 1 : Number(number) - 1;
  cell.name = '';
  cell.after = -1;
}

function begin(cell: Written, attribute: (name: string) => string | undefined): void {
  const name = attribute('r');
  cell.after = name === undefined ? cell.after + 1 : 0;
  cell.name = name ?? cell.name;
  cell.type = attribute('t') ?? 'n';
  cell.style = attribute('s') ?? '0';
  cell.formula = cell.said = false;
  cell.text = '';
}

const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|[A-Z]+!)$/;

function readCell(cell: Written, book: Book): ReadCell | null {
  const { type, formula, said } = cell;
  const at = placeOf(cell.name);
  const [row, column] = [at?.row ?? cell.row, (at?.column ?? 0) + cell.after];
  const text =
    type === 's' && cell.text !== ''
      ? (book.texts[Number(cell.text)] ?? '')
      : cell.type === 'str' || cell.type === 'inlineStr'
        ? unescaped(cell.text)
        : cell.text;
  if (formula && (type === 'str' ? !said : text === '')) return { row, column, value: null, as: 'no result' };
  if (text === '') return null;
  if (type === 'e' || ERROR.test(text)) return { row, column, value: text, as: 'error' };
  if (type === 'b') return { row, column, value: text === '1', as: null };
  if (type === 'd') return { row, column, value: text.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' '), as: 'date' };
  if (type !== 'n') return { row, column, value: text, as: null };
  return { row, column, ...numberAs(Number(text), book.looks[Number(cell.style)] ?? null, book.from1904) };
}

/** Days from Excel's day 0, 30 December 1899, to 1970; beyond the year 9999 Excel shows no date. */
const TO_1970 = 25_569;
const FROM_1904 = 1462;
const LAST_DAY = 2_958_465;

function numberAs(value: number, look: Look, from1904: boolean): Pick<ReadCell, 'value' | 'as'> {
  if (look !== 'date' && look !== 'day of a year' && look !== 'time') return { value, as: look };
  if (value < 0 || value > LAST_DAY) return { value, as: null };
  const seconds = Math.round(value * 86_400);
  const [day, time] = [Math.floor(seconds / 86_400) + (from1904 ? FROM_1904 : 0), clock(seconds % 86_400)];
  if (look === 'time' && seconds < 86_400) return { value: time || '00:00', as: 'time' };
  return { value: `${isoDate(day - TO_1970)}${time && ` ${time}`}`, as: look === 'time' ? 'date' : look };
}

/** Nothing at midnight. */
function clock(seconds: number): string {
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  return seconds === 0 ? '' : time.replace(/:00$/, '');
}

/** The texts that many cells share; what is said of how to speak them is no part of them. */
export function textsOf(shared: string): string[] {
  const texts: string[] = [];
  let [reading, spoken, text] = [false, false, ''];
  walkXml(shared, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') spoken = true;
      if (name === 't') reading = !spoken;
    },
    text: (said) => {
      if (reading) text += said;
    },
    close: (name) => {
      if (name === 't') reading = false;
      if (name === 'rPh') spoken = false;
      if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

/** Excel writes signs that XML has no room for as `_x000D_`. */
const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** `C4`, from 0; null where it is no cell's name. */
function placeOf(name: string): { row: number; column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name) ?? [];
  if (letters === '') return null;
  const column = [...letters].reduce((so, letter) => so * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

function areaOf(reference: string): Merged[] {
  const [from, to] = reference.split(':').map(placeOf);
  return from && to ? [{ from, to }] : [];
}
