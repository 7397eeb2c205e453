import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { mistakesIn, readFiles, tabsOf } from '../../fixtures/small-workbook.ts';
import { xlsx } from '../../fixtures/xlsx.ts';

/** An Office container of before 2007: its first bytes, then the names of what is in it. */
const container = (...streams: string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    ...streams.map((name) => Buffer.from(name, 'utf16le')),
    Buffer.alloc(512),
  ]);
const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])));
const plan = xlsx(tabsOf(() => {}));

test.each(['plan.xlsm', 'PLAN.XLSX', 'plan.xltx'])('%s is read like any workbook', async (name) => {
  const macros = xlsx(
    tabsOf(() => {}),
    { parts: { 'xl/vbaProject.bin': 'macro', 'xl/media/image1.png': 'picture' } },
  );
  expect((await readFiles({ [name]: macros }, name)).scenario.name).toBe('Small');
});

const AS_XLSX = 'open it in Excel and save it as an Excel workbook (.xlsx)';
test.each<[string, Uint8Array | string, string]>([
  ['old.xls', container('Workbook'), `is an old Excel file (.xls): ${AS_XLSX}.`],
  ['old.xls', container(), `is an old Excel file (.xls): ${AS_XLSX}.`],
  ['named-anew.xlsx', container('Workbook'), `is an old Excel file (.xls): ${AS_XLSX}.`],
  [
    'locked.xlsx',
    container('EncryptionInfo', 'EncryptedPackage'),
    'has a password, and cannot be read: open it in Excel, take the password out (File, Info, Protect Workbook, Encrypt with Password) and save it.',
  ],
  [
    'locked.xlsm',
    container(),
    'has a password, and cannot be read: open it in Excel, take the password out (File, Info, Protect Workbook, Encrypt with Password) and save it.',
  ],
  [
    'binary.xlsb',
    xlsx([], {
      parts: {
        '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        'xl/workbook.bin': '\u0083\u0001',
      },
    }),
    `is a binary Excel workbook (.xlsb): ${AS_XLSX}.`,
  ],
  [
    'libre.ods',
    zip('mimetype', 'content.xml', 'META-INF/manifest.xml'),
    'is an OpenDocument spreadsheet (.ods): save it as an Excel workbook (.xlsx).',
  ],
  ['libre.xlsx', zip('mimetype', 'content.xml'), 'is an OpenDocument spreadsheet (.ods): save it as an Excel workbook (.xlsx).'],
  ['apple.numbers', zip('Index/Document.iwa'), 'is of Apple Numbers: export it as an Excel workbook (.xlsx).'],
  ['letter.xlsx', zip('word/document.xml'), 'is a Word document under the name of a workbook.'],
  ['zip.xlsx', zip('readme.txt'), 'is a zip file without an Excel workbook in it.'],
  [
    'csv.xlsx',
    'days,people\n1,2\n',
    `is text, such as CSV, under the name of a workbook: ${AS_XLSX}; a scenario in YAML is named .yaml.`,
  ],
  [
    'unicode.xlsx',
    Buffer.from('\uFEFFdays\tpeople\r\n1\t2\r\n', 'utf16le'),
    `is text, such as CSV, under the name of a workbook: ${AS_XLSX}; a scenario in YAML is named .yaml.`,
  ],
  [
    'export.xls',
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>',
    `is a web page under the name of a workbook: ${AS_XLSX}.`,
  ],
  ['export.xlsx', '\n <table><tr><td>1</td></tr></table>', `is a web page under the name of a workbook: ${AS_XLSX}.`],
  [
    'old-xml.xls',
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
    `is XML under the name of a workbook: ${AS_XLSX}.`,
  ],
  ['paper.xlsx', '%PDF-1.7\n', 'is a PDF under the name of a workbook.'],
  ['nothing.xlsx', '', 'is empty.'],
  ['noise.xlsx', Buffer.from('00ff01fe02fd03fc00ff01fe02fd03fc', 'hex'), `is not an Excel workbook: ${AS_XLSX}.`],
  ['half.xlsx', plan.subarray(0, plan.length / 2), 'is damaged or not whole: no workbook can be read in it.'],
  [
    'broken.xlsx',
    xlsx(
      tabsOf(() => {}),
      { parts: { 'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row r="1"><c r="A1"' } },
    ),
    'is damaged: it cannot be read as an Excel workbook (open it in Excel and save it again).',
  ],
])('%s is told for what it is', async (name, content, what) => {
  const found = await mistakesIn(readFiles({ [name]: content }, name));
  expect(found.map(({ problem }) => problem)).toEqual([`The scenario file \`${name}\` ${what}`]);
});

test('a plan that builds on one of these is told where it says so', async () => {
  const [only, ...more] = await mistakesIn(
    readFiles({ 'more.yaml': 'd2a: 1\nextends: old.xls\n', 'old.xls': container('Workbook') }, 'more.yaml'),
  );
  expect(only).toMatchObject({
    at: expect.stringContaining('more.yaml:2:10'),
    problem: expect.stringContaining('is an old Excel file'),
  });
  expect(more).toEqual([]);
});

test('a workbook that would fill the memory once unpacked, whatever it says of its size', async () => {
  const rows = '<row><c><v>1</v></c></row>'.repeat(200_000);
  const bomb = xlsx([{ name: 'Notes', more: rows }]);
  expect((await mistakesIn(readFiles({ 'bomb.xlsx': bomb }, 'bomb.xlsx')))[0]?.problem).toContain(
    'has more than 100,000 filled cells in sheet Notes: a plan needs far fewer',
  );
  const padded = Buffer.from(
    xlsx(
      tabsOf(() => {}),
      { parts: { 'xl/worksheets/sheet1.xml': ' '.repeat(3_000_000) } },
    ),
  );
  expect((await mistakesIn(readFiles({ 'large.xlsx': sized(padded, 160_000_000) }, 'large.xlsx')))[0]?.problem).toContain(
    'is too large unpacked: 160 MB, at most 150 MB (clear the formats of empty rows, or take sheets away)',
  );
  expect((await mistakesIn(readFiles({ 'lying.xlsx': sized(padded, 1000) }, 'lying.xlsx')))[0]?.problem).toContain('is damaged');
}, 60_000);

/** A workbook that says of its largest part how large it is once unpacked. */
function sized(bytes: Buffer, size: number): Buffer {
  const lying = Buffer.from(bytes);
  for (let at = lying.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 4, 'latin1'))
    if (lying.readUInt32LE(at + 24) === 3_000_000) lying.writeUInt32LE(size, at + 24);
  return lying;
}

test('rows formatted to the last of a million are read over', async () => {
  const more = Array.from(
    { length: 100_000 },
    (_, i) => `<row r="${i + 948_577}" s="1"><c r="A${i + 948_577}" s="1"/></row>`,
  ).join('');
  const formatted = xlsx(tabsOf(() => {}, { 'Demand by month': { more } }));
  expect((await readFiles({ 'plan.xlsx': formatted }, 'plan.xlsx')).scenario.name).toBe('Small');
}, 60_000);
