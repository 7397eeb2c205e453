import { numberIn, type Table, type TableMistake } from './csv.ts';
import { type DayNumber, readDate } from './dates.ts';
import { lengthProblem } from './sample.ts';

/** One row of a list of people. What is null is drawn by the model. */
export interface PersonRow {
  /** Days from the start of the simulation. */
  arrive: number;
  pathway: string | null;
  /** Where the person lives. */
  place: string | null;
  acuteStay: number | null;
  stays: Record<string, number>;
}

/** What the columns may name. */
export interface PeopleNames {
  pathways: string[];
  places: string[];
  services: string[];
  /** First day of the simulation, and its length in days. */
  firstDay: DayNumber;
  days: number;
}

/**
 * People from a table with the columns `arrive` (days from the start of the simulation, or a date with or without a time),
 * `pathway`, `place`, `acute-stay` (days), `stay:SERVICE` (days) and `person` (any label, not used); only `arrive` is needed.
 */
export function peopleIn(table: Table, names: PeopleNames, mistakes: TableMistake[]): PersonRow[] {
  if (!rightColumns(table, names, mistakes)) return [];
  const people = table.rows.map((row) => person(row, table.columns, names, mistakes));
  if (people.length === 0) mistakes.push({ line: 1, column: 1, problem: 'There is nobody in this list: only the header.', found: null, allowed: null, known: [] });
  return people.sort((a, b) => a.arrive - b.arrive);
}

function rightColumns(table: Table, names: PeopleNames, mistakes: TableMistake[]): boolean {
  const known = ['arrive', 'pathway', 'place', 'acute-stay', 'person', ...names.services.map((service) => `stay:${service.toLowerCase()}`)];
  const before = mistakes.length;
  const say = (column: number, problem: string, found: string) =>
    mistakes.push({ line: 1, column, problem, found, allowed: `columns ${known.join(', ')}`, known });
  table.columns.forEach((column, i) => {
    if (!known.includes(column)) say(i + 1, 'This column is not known in a list of people.', column === '' ? 'a column without a name' : column);
    else if (table.columns.indexOf(column) < i) say(i + 1, 'This column is there twice.', column);
  });
  if (!table.columns.includes('arrive')) say(1, 'The column `arrive` is missing.', table.columns.join(', '));
  return mistakes.length === before;
}

function person(row: Table['rows'][number], columns: string[], names: PeopleNames, mistakes: TableMistake[]): PersonRow {
  const result: PersonRow = { arrive: Number.NaN, pathway: null, place: null, acuteStay: null, stays: {} };
  const say = (i: number, problem: string, allowed: string, known: string[] = []) =>
    mistakes.push({ line: row.line, column: i + 1, problem, found: row.cells[i] ?? '', allowed, known });
  if (row.cells.length > columns.length) say(columns.length, 'This row has more cells than the header.', `${columns.length} cells`);
  columns.forEach((column, i) => {
    const cell = row.cells[i] ?? '';
    if (column === 'arrive') result.arrive = arrival(cell, names, (problem, allowed) => say(i, problem, allowed));
    else if (column === 'pathway') result.pathway = named(cell, 'pathway', names.pathways, (problem, allowed) => say(i, problem, allowed, names.pathways));
    else if (column === 'place') result.place = named(cell, 'place', names.places, (problem, allowed) => say(i, problem, allowed, names.places));
    else if (column !== 'person') {
      const days = stay(cell, (problem, allowed) => say(i, problem, allowed));
      if (column === 'acute-stay') result.acuteStay = days;
      else if (days !== null) result.stays[serviceOf(column, names.services)] = days;
    }
  });
  return result;
}

type Say = (problem: string, allowed: string) => void;

function arrival(cell: string, names: PeopleNames, say: Say): number {
  const days = numberIn(cell) ?? Number.NaN;
  const arrive = Number.isNaN(days) ? moment(cell) - names.firstDay : days;
  if (Number.isNaN(arrive)) say('This is not a time of arrival.', 'days from the start of the simulation, such as `12.5`, or `2018-01-05 14:30`, or `05/01/2018 14:30`');
  else if (arrive < 0 || arrive >= names.days) say('This is outside the days that are simulated.', `0 to ${names.days} days from the start of the simulation (its warm-up included)`);
  return arrive;
}

const MOMENT = /^(\S+?)(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** Days since 1970 with their fraction, by the wall clock; NaN where it is no date. */
function moment(cell: string): number {
  const parts = MOMENT.exec(cell);
  const day = readDate(parts?.[1] ?? '');
  const [hours, minutes, seconds] = [Number(parts?.[2] ?? 0), Number(parts?.[3] ?? 0), Number(parts?.[4] ?? 0)];
  if (day === null || hours > 23 || minutes > 59 || seconds > 59) return Number.NaN;
  return day + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

function named(cell: string, what: string, known: string[], say: Say): string | null {
  if (cell === '') return null;
  if (!known.includes(cell)) say(`There is no ${what} of this name.`, known.join(', '));
  return cell;
}

function stay(cell: string, say: Say): number | null {
  const days = numberIn(cell);
  if (days === null) return null;
  const problem = lengthProblem(days, 'stay');
  if (problem) say(problem, 'days such as `3.5`, or empty');
  return days;
}

function serviceOf(column: string, services: string[]): string {
  return services.find((service) => `stay:${service.toLowerCase()}` === column) ?? column;
}
