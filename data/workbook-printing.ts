import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import type { Sheet } from './sheet.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What write-excel-file has no option for: lists to choose from, and sheets that print as wide as a page with their headings on each. */
export function printingAndChoices(sheets: Sheet[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        'xl/workbook.xml': { transform: (xml) => xml.replace('</sheets>', (end) => `${end}${printTitles(sheets)}`) },
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
          transform: (xml, _, { sheetIndex }) => withChoices(sheets[sheetIndex]?.fitted ? toPage(xml) : xml, sheets[sheetIndex]),
        },
      },
    },
  };
}

/** Parts of a sheet stand in a fixed order: its properties first, its lists after the cells and before what is for printing. */
const toPage = (xml: string): string =>
  xml.replace(/<worksheet[^>]*>/, (start) => `${start}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`);

function withChoices(xml: string, sheet: Sheet | undefined): string {
  const choices = sheet?.choices ?? [];
  if (choices.length === 0) return xml;
  const lists = choices.map(({ cells, from, only }) => {
    const refusing = only
      ? 'errorTitle="Not in the list" error="Choose one from the list, or leave the cell empty."'
      : 'errorStyle="warning" errorTitle="Not in the list" error="This is not in the list. Keep it all the same?"';
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" ${refusing} sqref="${cells}"><formula1>${escaped(from)}</formula1></dataValidation>`;
  });
  const after = /<(pageMargins|pageSetup|drawing)\b|<\/worksheet>/;
  return xml.replace(after, (next) => `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>${next}`);
}

function printTitles(sheets: Sheet[]): string {
  const titles = sheets.flatMap(({ name, fitted, frozen }, i) => {
    const sheet = `'${name.replaceAll("'", "''")}'`;
    return fitted && frozen
      ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escaped(`${sheet}!$1:$${frozen.rows}`)}</definedName>`]
      : [];
  });
  return titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '';
}
