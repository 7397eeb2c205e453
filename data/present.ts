import { emptyColumns, type Table, type TableMistake, type TableNote } from './csv.ts';
import { isBlank, type NumberForms, noNumber, numberIn } from './numbers.ts';

/** People present at the start, alike in everything that is known of them: one row of the table. */
export interface PresentRow {
  /** Line of the file. */
  line: number;
  where: string;
  state: PresentState;
  pathway: string | null;
  /** Where they live. */
  place: string | null;
  /** What people `waiting-for-next` wait for. */
  next: string | null;
  people: number;
  /** Days in that state; since the ready date; since admission. null where not given. */
  days: number | null;
  ready: number | null;
  admitted: number | null;
}

export const PRESENT_STATES = ['at-the-door', 'in-stay', 'in-process', 'waiting', 'in-service', 'waiting-for-next'] as const;
export type PresentState = (typeof PRESENT_STATES)[number];

/** What the columns may name. */
export interface PresentNames {
  hospitals: string[];
  services: string[];
  pathways: string[];
  places: string[];
  /** Services and groups of services. */
  next: string[];
}

const COLUMNS = ['where', 'state', 'pathway', 'place', 'next', 'days', 'people', 'ready', 'admitted'];
const MOST_PEOPLE = 100_000;
const MOST_DAYS = 36_500;

type Say = (column: string, problem: string, allowed: string, known?: string[]) => void;

/** People from a table with the columns above; `where` and `state` are needed, and `people` is 1 where it is left out. */
export function presentIn(table: Table, names: PresentNames, mistakes: TableMistake[], notes: TableNote[] = []): PresentRow[] {
  if (!rightColumns(table, mistakes)) return [];
  notes.push(...emptyColumns(table));
  const rows = table.rows.map((row) => presentRow(row, table, names, mistakes));
  if (rows.length === 0)
    mistakes.push({
      line: 1,
      column: 1,
      problem: 'There is nobody in this table: only the header.',
      found: null,
      allowed: null,
      known: [],
    });
  return rows;
}

function rightColumns({ columns }: Table, mistakes: TableMistake[]): boolean {
  const before = mistakes.length;
  const say = (column: number, problem: string, found: string) =>
    mistakes.push({ line: 1, column, problem, found, allowed: `columns ${COLUMNS.join(', ')}`, known: COLUMNS });
  columns.forEach((column, i) => {
    if (column === '') return;
    if (!COLUMNS.includes(column)) say(i + 1, 'This column is not known in a table of people present.', column);
    else if (columns.indexOf(column) < i) say(i + 1, 'This column is there twice.', column);
  });
  for (const needed of ['where', 'state'])
    if (!columns.includes(needed)) say(1, `The column \`${needed}\` is missing.`, columns.join(', '));
  return mistakes.length === before;
}

function presentRow(
  { line, cells }: Table['rows'][number],
  table: Table,
  names: PresentNames,
  mistakes: TableMistake[],
): PresentRow {
  const { columns } = table;
  const cell = (column: string) => cells[columns.indexOf(column)] ?? '';
  const say: Say = (column, problem, allowed, known = []) =>
    mistakes.push({ line, column: columns.indexOf(column) + 1, problem, found: cell(column), allowed, known });
  const days = (column: string) => daysIn(cell(column), column, table, say);
  const row = {
    line,
    where: cell('where'),
    state: stateIn(cell('state'), say),
    pathway: nameIn(cell('pathway'), names.pathways),
    place: nameIn(cell('place'), names.places),
    next: nameIn(cell('next'), names.next),
    people: peopleIn(cell('people'), table, say),
    days: days('days'),
    ready: days('ready'),
    admitted: days('admitted'),
  };
  if (![...names.hospitals, ...names.services].includes(row.where))
    say('where', 'There is no hospital or service of this name.', [...names.hospitals, ...names.services].join(', '), [
      ...names.hospitals,
      ...names.services,
    ]);
  if (row.pathway !== null && !names.pathways.includes(row.pathway))
    say('pathway', 'There is no pathway of this name.', names.pathways.join(', '), names.pathways);
  if (row.place !== null && !names.places.includes(row.place))
    say(
      'place',
      'There is no place of this name.',
      names.places.join(', ') || 'an empty cell: the plan has no places',
      names.places,
    );
  if (row.next !== null && !names.next.includes(row.next))
    say('next', 'There is no service of this name.', names.next.join(', '), names.next);
  else if ((row.next !== null) !== (row.state === 'waiting-for-next')) sayNext(row, columns, say);
  inOrder(row, say);
  return row;
}

/** The column may not be there: then it is said of the state. */
function sayNext({ next }: PresentRow, columns: string[], say: Say): void {
  if (next !== null) say('next', 'Only people in the state `waiting-for-next` wait for a next service.', 'an empty cell');
  else say(columns.includes('next') ? 'next' : 'state', 'What do they wait for?', 'the name of the service in the column `next`');
}

function stateIn(cell: string, say: Say): PresentState {
  const word = cell.toLowerCase().replaceAll(' ', '-');
  const state = PRESENT_STATES.find((one) => one === word);
  if (state === undefined)
    say('state', 'This is not a state somebody can be in.', PRESENT_STATES.join(', '), [...PRESENT_STATES]);
  return state ?? 'waiting';
}

const nameIn = (cell: string, known: string[]): string | null => (isBlank(cell) && !known.includes(cell) ? null : cell);

function peopleIn(cell: string, forms: NumberForms, say: Say): number {
  const people = cell === '' ? 1 : (numberIn(cell, forms) ?? Number.NaN);
  if (Number.isInteger(people) && people >= 0 && people <= MOST_PEOPLE) return people;
  const otherwise = {
    problem: 'This is not a number of people.',
    allowed: 'a whole number, such as `3`; left out, the row is of one person',
  };
  const { problem, allowed } = noNumber(cell, forms, otherwise);
  say('people', problem, allowed);
  return 0;
}

function daysIn(cell: string, column: string, forms: NumberForms, say: Say): number | null {
  const days = numberIn(cell, forms);
  if (days === null || (days >= 0 && days <= MOST_DAYS)) return days;
  const otherwise = {
    problem: days < 0 ? 'Days so far cannot be below zero.' : 'This is not a number of days.',
    allowed: 'days such as `3.5`, or empty where not known',
  };
  const { problem, allowed } = noNumber(cell, forms, otherwise);
  say(column, problem, allowed);
  return days;
}

/** Admitted, then ready, then in the state they are in. */
function inOrder({ state, days, ready, admitted }: PresentRow, say: Say): void {
  const since = state === 'in-process' ? days : ready;
  if (state !== 'in-process' && state !== 'waiting' && ready !== null)
    say('ready', 'Only people in process or waiting in an acute bed are ready.', 'an empty cell');
  if (state === 'in-process' && ready !== null && ready !== days)
    say('ready', 'People in process are in that state since they were ready: `days` says when.', 'an empty cell');
  if (ready !== null && days !== null && ready < days)
    say('ready', 'They were referred before they were ready.', 'as many days as in `days`, or more');
  if (admitted !== null && (since ?? days) !== null && admitted < (since ?? days ?? 0))
    say('admitted', 'They were ready, or referred, before they were admitted.', 'as many days as in the other columns, or more');
}
