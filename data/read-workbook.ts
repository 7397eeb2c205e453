import { type Look, looksOf } from './cell-formats.ts';
import { NoWorkbook, whatElse, whatItIs } from './no-workbook.ts';
import { type Book, cellsOf, type Merged, type ReadCell, textsOf } from './workbook-cells.ts';
import { walkXml } from './xml.ts';
import { Zip } from './zip.ts';

export interface ReadSheet {
  name: string;
  /** Those that hold something, row by row. */
  cells: ReadCell[];
  merged: Merged[];
}

/** Unpacked: far more than any plan, even one whose empty rows are formatted to the last of a million; less than memory. */
const LARGEST_UNPACKED = 150_000_000;
/** In a sheet. */
const MOST_CELLS = 100_000;

/** Every sheet of cells with its name; a chart on a tab of its own is none. `name` is that of the file. Throws NoWorkbook. */
export function readWorkbook(bytes: Uint8Array, name = ''): ReadSheet[] {
  const zip = zipOf(bytes, name);
  const unpacked = [...zip.sizes].filter(([part]) => /\.(xml|rels)$/i.test(part)).reduce((so, [, size]) => so + size, 0);
  if (unpacked > LARGEST_UNPACKED)
    throw new NoWorkbook(
      `is too large unpacked: ${megabytes(unpacked)}, at most ${megabytes(LARGEST_UNPACKED)} (clear the formats of empty rows, or take sheets away)`,
    );
  try {
    return sheetsOf(zip);
  } catch (error) {
    throw error instanceof NoWorkbook
      ? error
      : new NoWorkbook('is damaged: it cannot be read as an Excel workbook (open it in Excel and save it again)');
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString('en-GB')} MB`;

function zipOf(bytes: Uint8Array, name: string): Zip {
  try {
    return new Zip(bytes);
  } catch {
    throw new NoWorkbook(whatItIs(bytes, name));
  }
}

function sheetsOf(zip: Zip): ReadSheet[] {
  const main = relationsOf(zip, '').find(({ type }) => type === 'officeDocument')?.target;
  const workbook = main && zip.text(main);
  if (!main || workbook === undefined || !main.endsWith('.xml')) throw new NoWorkbook(whatElse(zip));
  const relations = relationsOf(zip, main);
  const part = (type: string) => zip.text(relations.find((one) => one.type === type)?.target ?? '');
  const { named, from1904 } = contentsOf(workbook);
  const [texts, looks] = [part('sharedStrings'), part('styles')];
  const book: Book = { texts: texts ? textsOf(texts) : [], looks: looks ? looksOf(looks) : ([] as Look[]), from1904 };
  return named.flatMap(({ name, id }) => {
    const relation = relations.find((one) => one.id === id);
    const sheet = relation?.type === 'worksheet' ? zip.text(relation.target) : undefined;
    if (sheet === undefined) return [];
    const { cells, merged, full } = cellsOf(sheet, book, MOST_CELLS);
    if (full)
      throw new NoWorkbook(
        `has more than ${MOST_CELLS.toLocaleString('en-GB')} filled cells in sheet ${name}: a plan needs far fewer`,
      );
    return [{ name, cells, merged }];
  });
}

/** The sheets in their order, by the name of what they are, and how days are counted. */
function contentsOf(workbook: string): { named: { name: string; id: string }[]; from1904: boolean } {
  const named: { name: string; id: string }[] = [];
  let from1904 = false;
  walkXml(workbook, {
    open: (name, attribute) => {
      if (name === 'sheet') named.push({ name: attribute('name') ?? '', id: attribute('id') ?? '' });
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
    },
  });
  return { named, from1904 };
}

interface Relation {
  id: string;
  /** The last word of it: `worksheet`, `chartsheet`, `styles` … */
  type: string;
  target: string;
}

/** What a part of the file refers to; the file itself where no part is named. */
function relationsOf(zip: Zip, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations: Relation[] = [];
  walkXml(zip.text(`${folder}_rels/${part.slice(folder.length)}.rels`) ?? '<none/>', {
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const type = attribute('Type')?.split('/').at(-1) ?? '';
      relations.push({
        id: attribute('Id') ?? '',
        type,
        target: new URL(attribute('Target') ?? '', `zip:///${folder}`).pathname.slice(1),
      });
    },
  });
  return relations;
}
