import { looseCells, readTable, type Table, type TableMistake, type TableNote, UnusableTable } from '../../data/csv.ts';
import type { Files } from '../../data/files.ts';
import { peopleIn, type PersonRow } from '../../data/people.ts';
import { type ObservedRow, observedIn } from '../../data/observed.ts';
import { type PresentNames, type PresentRow, presentIn } from '../../data/present.ts';
import { sampleIn } from '../../data/sample.ts';
import type { Calendar } from '../calendar.ts';
import type { ObservedOf } from '../checks/observed-of.ts';
import type { Slip } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import { isCommandLine } from '../source/command-line.ts';
import type { Input } from '../source/extends.ts';
import {
  type Branch,
  entriesAt,
  namesAt,
  type Path,
  pathText,
  type Place,
  textAt,
  type Tree,
  type Value,
} from '../source/tree.ts';

/** What the CSV files hold, by the path of the value that names them. */
export interface Tables {
  people: Map<string, PersonRow[]>;
  samples: Map<string, number[]>;
  /** The people present at the start, with the file they are in; null where no file names them. */
  present: { file: string; rows: PresentRow[] } | null;
  observed: Map<string, ObservedRow[]>;
  /** What a reader of the results should know of the files. */
  notes: { place: Place; kind: string; text: string }[];
}

interface Reading {
  files: Files;
  tree: Branch;
  calendar: Calendar | null;
  observed: Map<string, ObservedOf>;
  mainFile: string;
  inputs: Input[];
  slips: Slip[];
}

/** Reads every CSV file the scenario names, relative to the file that names it. */
export function readTables(reading: Reading): Tables {
  const tables: Tables = { people: new Map(), samples: new Map(), present: null, observed: new Map(), notes: [] };
  for (const { key, node, path } of named(reading.tree, [])) {
    const file = reading.files.find(node.written, isCommandLine(node.at) ? reading.mainFile : node.at.file);
    const mistakes: TableMistake[] = [];
    const notes: TableNote[] = [];
    const table = tableOf(file, reading, (mistake) =>
      reading.slips.push({ place: node.at, path, problem: mistake, found: node.written }),
    );
    if (!table) continue;
    mistakes.push(...looseCells(table));
    if (path[0] === 'start-from' && key === 'people')
      tables.present = { file, rows: presentIn(table, presentNames(reading.tree), mistakes, notes) };
    else if (key === 'people') tables.people.set(pathText(path), people(table, reading, mistakes, notes));
    else if (key === 'file') tables.observed.set(pathText(path), observed(table, reading, path.slice(0, -1), mistakes, notes));
    else
      tables.samples.set(pathText(path), sampleIn(table, textAt(reading.tree, [...path.slice(0, -1), 'column']) ?? '', mistakes));
    reading.slips.push(...mistakes.map((mistake) => inWords(mistake, file, path)));
    const known = (note: TableNote) =>
      tables.notes.some(({ place, text }) => place.file === file && place.line === note.line && text === note.text);
    tables.notes.push(
      ...notes.filter((note) => !known(note)).map(({ kind, line, text }) => ({ place: { file, line, column: 1 }, kind, text })),
    );
  }
  return tables;
}

/** Values of the keys that name a CSV file, wherever they stand. */
function named(node: Tree, path: Path): { key: string; node: Value; path: Path }[] {
  if (node.type !== 'map') return [];
  return [...node.entries].flatMap(([key, entry]) => {
    const here = [...path, key];
    const isFile =
      entry.node.type === 'value' &&
      typeof entry.node.value === 'string' &&
      (key === 'sample' ||
        (key === 'people' && path.length === (path[0] === 'start-from' ? 1 : 2)) ||
        (key === 'file' && path[0] === 'observed'));
    return isFile ? [{ key, node: entry.node as Value, path: here }] : named(entry.node, here);
  });
}

function tableOf(file: string, { files, inputs }: Reading, say: (problem: string) => void): Table | null {
  try {
    const table = readTable(file, files);
    if (!inputs.some((input) => input.file === file)) inputs.push({ file, sha256: table.sha256, bytes: table.bytes });
    return table;
  } catch (error) {
    if (!(error instanceof UnusableTable)) throw error;
    say(error.mistake.line > 1 ? `Line ${error.mistake.line} of the CSV file: ${error.message}` : error.message);
    return null;
  }
}

function people(table: Table, { tree, calendar }: Reading, mistakes: TableMistake[], notes: TableNote[]): PersonRow[] {
  const span = calendar ?? { start: 0, days: Number.POSITIVE_INFINITY, warmUp: 0 };
  const names = {
    pathways: namesAt(tree, ['pathways']),
    places: namesAt(tree, ['places']),
    services: namesAt(tree, ['services']),
    firstDay: span.start - span.warmUp,
    days: span.days + span.warmUp,
  };
  return peopleIn(table, names, mistakes, notes);
}

function presentNames(tree: Branch): PresentNames {
  return {
    hospitals: namesAt(tree, ['hospitals']),
    services: namesAt(tree, ['services']),
    pathways: namesAt(tree, ['pathways']),
    places: namesAt(tree, ['places']),
    next: [...namesAt(tree, ['services']), ...namesAt(tree, ['sharing'])],
  };
}

function observed(
  table: Table,
  { tree, observed: known }: Reading,
  path: Path,
  mistakes: TableMistake[],
  notes: TableNote[],
): ObservedRow[] {
  const text = (key: string) => textAt(tree, [...path, key]) ?? null;
  const [date, value] = [text('date'), text('column')];
  if (date === null || value === null) return [];
  const unit = known.get(String(path.at(-1)))?.option.unit;
  const where = Object.fromEntries(
    entriesAt(tree, [...path, 'where']).map(([column]) => [column, textAt(tree, [...path, 'where', column]) ?? '']),
  );
  return observedIn(
    table,
    {
      by: text('by') === 'month' ? 'month' : 'day',
      date,
      value,
      less: text('less'),
      outOf: text('out-of'),
      where,
      zerosMissing: text('zeros') === 'missing',
      share: unit === undefined ? null : unit === 'share',
    },
    mistakes,
    notes,
  );
}

function inWords(mistake: TableMistake, file: string, path: Path): Slip {
  return {
    place: { file, line: mistake.line, column: mistake.column },
    path,
    problem: mistake.problem,
    found: mistake.found === '' ? 'an empty cell' : mistake.found,
    allowed: mistake.allowed,
    nearest: mistake.found === null ? null : nearest(mistake.found, mistake.known),
  };
}
