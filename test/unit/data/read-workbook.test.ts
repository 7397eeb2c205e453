import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type Look, lookOfCode } from '../../../data/cell-formats.ts';
import { readWorkbook } from '../../../data/read-workbook.ts';
import { xlsx } from '../../fixtures/xlsx.ts';

test.each<[string, Look]>([
  ['General', null],
  ['0.00', null],
  ['#,##0;[Red]-#,##0', null],
  ['0.0"days"', null],
  ['0\\d', null],
  ['0.00E+00', null],
  ['[Red]0', null],
  ['_-* #,##0_-', null],
  ['0%', 'percent'],
  ['0.0%;-0.0%', 'percent'],
  ['0.0" %"', null],
  ['"£"#,##0', 'pounds'],
  ['[$£-809]#,##0.00', 'pounds'],
  ['£0.00', 'pounds'],
  ['[$$-409]#,##0', null],
  ['_-"£"* #,##0_-', 'pounds'],
  ['yyyy\\-mm\\-dd', 'date'],
  ['dd/mm/yyyy', 'date'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
  ['mmm-yy', 'date'],
  ['[$-409]mmm\\ yy;@', 'date'],
  ['d-mmm', 'day of a year'],
  ['d mmmm', 'day of a year'],
  ['mmm', 'day of a year'],
  ['yyyy-mm-dd h:mm:ss', 'date'],
  ['h:mm', 'time'],
  ['[h]:mm', 'time'],
  ['mm:ss', 'time'],
])('the format %s makes %s of a number', (code, look) => {
  expect(lookOfCode(code)).toBe(look);
});

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

test('shared texts with parts in other looks, and without what is said of how to speak them', () => {
  const parts = {
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>one</t></si><si><r><t>two </t></r><r><rPr><b/></rPr><t xml:space="preserve">&amp; three_x000D_</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si></sst>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
  };
  const bytes = xlsx(
    [
      {
        name: 'A & B',
        rows: [
          [
            { xml: 't="s"><v>0</v>' },
            { xml: 't="s"><v>1</v>' },
            { xml: 't="b"><v>1</v>' },
            { xml: 't="b"><v>0</v>' },
            { xml: 't="inlineStr"><is><r><t>in </t></r><r><t>parts</t></r></is>' },
          ],
        ],
      },
    ],
    { parts },
  );
  expect(readWorkbook(bytes)).toEqual([
    {
      name: 'A & B',
      merged: [],
      cells: ['one', 'two & three\r', true, false, 'in parts'].map((value, column) => ({ row: 0, column, value, as: null })),
    },
  ]);
});

test('names with a namespace of their own, other folders, and cells that do not say where they stand', () => {
  const files = {
    '_rels/.rels':
      '<r:Relationships xmlns:r="x"><r:Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/book/main.xml"/></r:Relationships>',
    'book/main.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:q="y"><x:sheets><x:sheet name="One" sheetId="7" q:id="s1"/></x:sheets></x:workbook>`,
    'book/_rels/main.xml.rels':
      '<Relationships><Relationship Id="s1" Type="x/worksheet" Target="../pages/one.xml"/></Relationships>',
    'pages/one.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c/><x:c><x:v>3</x:v></x:c></x:row><x:row><x:c r="D2"><x:v>4</x:v></x:c><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  expect(readWorkbook(bytes)[0]?.cells.map(({ row, column, value }) => [row, column, value])).toEqual([
    [0, 0, 1],
    [0, 2, 3],
    [1, 3, 4],
    [1, 4, 5],
  ]);
});
