import { walkXml } from './xml.ts';

/** What a cell's number format makes of its number; null for a plain number. */
export type Look = 'date' | 'day of a year' | 'time' | 'percent' | 'pounds' | null;

/** Formats that Excel knows without being told: of dates, of a day and a month (`d-mmm`), of times, of percentages. */
const BUILT_IN: [Look, number[]][] = [
  ['date', [14, 15, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]],
  ['day of a year', [16]],
  ['time', [18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]],
  ['percent', [9, 10]],
];

/** By the number of the style that a cell names. */
export function looksOf(styles: string): Look[] {
  const formats = new Map<number, string>();
  const looks: Look[] = [];
  const inside: string[] = [];
  walkXml(styles, {
    open: (name, attribute) => {
      const around = inside.at(-1);
      inside.push(name);
      if (name === 'numFmt' && around === 'numFmts') formats.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
      if (name === 'xf' && around === 'cellXfs') looks.push(lookOf(Number(attribute('numFmtId')), formats));
    },
    close: () => inside.pop(),
  });
  return looks;
}

function lookOf(id: number, formats: Map<number, string>): Look {
  const code = formats.get(id);
  return code === undefined ? (BUILT_IN.find(([, ids]) => ids.includes(id))?.[0] ?? null) : lookOfCode(code);
}

/** Of the first of its sections, that for numbers above zero; letters within quotes, brackets or after a backslash are text. */
export function lookOfCode(code: string): Look {
  const section = code.split(';')[0] ?? '';
  const signs = section.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/^general$/i.test(signs)) return section.includes('£') ? 'pounds' : null;
  if (signs.includes('%')) return 'percent';
  if (/[yd]|mmm/i.test(signs)) return /y/i.test(signs) ? 'date' : 'day of a year';
  if (/[hs]/i.test(signs)) return 'time';
  return section.includes('£') ? 'pounds' : null;
}
