import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesOnDisk } from '../../../data/files-on-disk.ts';
import { workbookBytes } from '../../../data/workbook.ts';
import { walkXml } from '../../../data/xml.ts';
import { templateSheets } from '../../../scenarios/index.ts';
import { wordsFor } from '../../../scenarios/workbook/words-for.ts';
import { measureOptions } from '../../../sim/index.ts';
import { workbookRows } from '../../fixtures/workbook-rows.ts';

const START = new URL('../../../scenarios/templates/start.yaml', import.meta.url).pathname;

/** A list as Excel has it: where it stands, and the words it offers. */
interface Offered {
  cells: string;
  words: unknown[];
  refuses: boolean;
}

let parts: Record<string, string> = {};
let names: string[] = [];
let rows: ReturnType<typeof workbookRows> = [];
beforeAll(async () => {
  const bytes = await workbookBytes(await templateSheets(START, { files: filesOnDisk, measures: measureOptions() }));
  parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, text]) => [name, new TextDecoder().decode(text)]));
  rows = workbookRows(bytes);
  names = rows.map(({ name }) => name);
});

const part = (sheet: string): string => parts[`xl/worksheets/sheet${names.indexOf(sheet) + 1}.xml`] ?? '';

function listsOf(sheet: string): Offered[] {
  const offered: Offered[] = [];
  walkXml(part(sheet), {
    open: (name, attribute) => {
      if (name === 'dataValidation')
        offered.push({ cells: attribute('sqref') ?? '', words: [], refuses: attribute('errorStyle') === undefined });
    },
    text: (text) => offered.at(-1)?.words.push(...wordsAt(text)),
  });
  return offered;
}

/** `Lists!$A$2:$A$9`: what stands there. */
function wordsAt(range: string): unknown[] {
  const [, sheet, letter = 'A', first, last] = /^'?([^'!]+)'?!\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)$/.exec(range) ?? [];
  const column = letter.charCodeAt(0) - 65;
  return (rows.find(({ name }) => name === sheet)?.rows ?? [])
    .slice(Number(first) - 1, Number(last))
    .flatMap((row) => (row[column] == null ? [] : [row[column]]));
}

const at = (sheet: string, row: number, heading: string): string =>
  `${String.fromCharCode(65 + (rows.find(({ name }) => name === sheet)?.rows[0] ?? []).indexOf(heading))}${row}`;

describe('lists to choose from', () => {
  test('wherever a value is one of a few words', () => {
    expect(listsOf('Services')).toContainEqual({
      cells: `${at('Services', 2, 'kind')}:${at('Services', 200, 'kind')}`,
      words: ['hours', 'beds', 'placements'],
      refuses: true,
    });
    expect(listsOf('Pathways')).toContainEqual({
      cells: `${at('Pathways', 2, 'acute-stay.shape')}:${at('Pathways', 200, 'acute-stay.shape')}`,
      words: ['lognormal', 'gamma', 'weibull', 'erlang', 'exponential', 'fixed'],
      refuses: true,
    });
    const plan = rows.find(({ name }) => name === 'Plan')?.rows ?? [];
    const row = (key: string) => plan.findIndex(([first]) => first === key) + 1;
    expect(listsOf('Plan')).toEqual(
      expect.arrayContaining([
        { cells: `B${row('population')}`, words: ['65+', 'all adults'], refuses: true },
        {
          cells: `B${row('ambitions.home-on-the-day.measure')}`,
          words: measureOptions().map(({ measure }) => measure),
          refuses: true,
        },
      ]),
    );
  });

  test('by month: names from their own sheet, what, and units, of which others may be written', () => {
    expect(listsOf('Demand by month')).toEqual([
      { cells: 'A2:A200', words: ['General'], refuses: true },
      { cells: 'B2:B200', words: ['admissions'], refuses: true },
      { cells: 'C2:C200', words: ['a day', 'a week', 'a month', 'a year'], refuses: false },
    ]);
    expect(listsOf('Capacity by week')[0]?.words).toEqual(['homefirst', 'step-down', 'home-care', 'care-home']);
  });

  test('hold every word that the template itself has there', () => {
    for (const { name, rows: cells } of rows) {
      for (const { cells: where, words, refuses } of listsOf(name)) {
        const [, letter = 'A', first, last = first] = /^([A-Z])(\d+)(?::[A-Z](\d+))?$/.exec(where) ?? [];
        const written = cells.slice(Number(first) - 1, Number(last)).map((row) => row[letter.charCodeAt(0) - 65] ?? null);
        if (refuses) expect(words, `${name} ${where}`).toEqual(expect.arrayContaining(written.filter((value) => value !== null)));
      }
    }
  });

  test('no list where a value is free, or the words of an author', () => {
    for (const path of ['hospitals..label', 'services..stay.mean', 'pathways..route', 'services..outcomes.home', 'period.start'])
      expect(wordsFor(path.split('.')), path).toEqual([]);
  });
});

test('every sheet prints across A4, as wide as a page, with its headings on each', () => {
  for (const name of names) {
    expect(part(name), name).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    expect(part(name), name).toMatch(/<pageSetup [^>]*orientation="landscape" fitToWidth="1" fitToHeight="0"/);
  }
  expect(parts['xl/workbook.xml']?.match(/<\/sheets><definedNames>.*<\/definedNames>/)?.[0].match(/Print_Titles/g)).toHaveLength(
    names.length - 1,
  );
});

test('the parts of a sheet stand in the order of the standard, without which Excel calls a file damaged', () => {
  const ORDER = ['sheetPr', 'sheetViews', 'cols', 'sheetData', 'mergeCells', 'dataValidations', 'pageMargins', 'pageSetup'];
  for (const name of names) {
    const found: string[] = [];
    let depth = 0;
    walkXml(part(name), {
      open: (tag) => {
        if (depth++ === 1) found.push(tag);
      },
      close: () => {
        depth--;
      },
    });
    expect(found, name).toEqual(ORDER.filter((tag) => found.includes(tag)));
  }
});
