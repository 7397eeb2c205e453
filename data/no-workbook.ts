import type { Zip } from './zip.ts';

/** Thrown where bytes are not an Excel workbook that can be read; the message follows the name of the file. */
export class NoWorkbook extends Error {}

const AS_XLSX = 'open it in Excel and save it as an Excel workbook (.xlsx)';

/** What bytes are that are no zip file, as every workbook of today is one. */
export function whatItIs(bytes: Uint8Array, name: string): string {
  const start = bytes.subarray(0, 4096);
  const signs = new TextDecoder('latin1').decode(start.subarray(0, 4));
  if (bytes.length === 0) return 'is empty';
  if (signs === '\xd0\xcf\x11\xe0') return oldContainer(bytes, name);
  if (signs.startsWith('PK')) return 'is damaged or not whole: no workbook can be read in it';
  const wide = signs.startsWith('\xff\xfe'); // as Excel's Unicode Text
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8')
    .decode(start.subarray(0, wide ? start.length & ~1 : start.length))
    .trimStart();
  if (/^<(!doctype html|html|head|body|table|meta|style|div)\b/i.test(text) || /^mime-version:/i.test(text))
    return `is a web page under the name of a workbook: ${AS_XLSX}`;
  if (text.startsWith('<?xml')) return `is XML under the name of a workbook: ${AS_XLSX}`;
  if (text.startsWith('%PDF')) return 'is a PDF under the name of a workbook';
  if (/^[\t\r\n\x20-\uFFFC]*$/.test(text.slice(0, 500)))
    return `is text, such as CSV, under the name of a workbook: ${AS_XLSX}; a scenario in YAML is named .yaml`;
  return `is not an Excel workbook: ${AS_XLSX}`;
}

/** A container of Office before 2007 holds an old workbook, or a new one that a password has locked. */
function oldContainer(bytes: Uint8Array, name: string): string {
  const signs = new TextDecoder('latin1').decode(bytes);
  const holds = (stream: string) => signs.includes([...stream].map((letter) => `${letter}\0`).join('')); // its names are UTF-16
  const old = /\.xl[st]$/i.test(name);
  if (holds('EncryptedPackage') || (!old && !holds('Workbook') && !holds('Book')))
    return 'has a password, and cannot be read: open it in Excel, take the password out (File, Info, Protect Workbook, Encrypt with Password) and save it';
  return `is an old Excel file (.xls): ${AS_XLSX}`;
}

/** What a zip file is that has no sheets in it. */
export function whatElse({ sizes }: Zip): string {
  const has = (part: RegExp) => [...sizes.keys()].some((name) => part.test(name));
  if (has(/^xl\/workbook\.bin$/)) return `is a binary Excel workbook (.xlsb): ${AS_XLSX}`;
  if (has(/^content\.xml$/)) return 'is an OpenDocument spreadsheet (.ods): save it as an Excel workbook (.xlsx)';
  if (has(/^Index\/|\.iwa$/)) return 'is of Apple Numbers: export it as an Excel workbook (.xlsx)';
  if (has(/^word\//)) return 'is a Word document under the name of a workbook';
  return 'is a zip file without an Excel workbook in it';
}
