import { emptyColumns, type Table, type TableMistake, type TableNote } from './csv.ts';
import { type DayNumber, readMoment } from './dates.ts';
import { isBlank, type NumberForms, noNumber, numberIn } from './numbers.ts';
import { lengthProblem } from './sample.ts';
import { zonesNoted } from './zones.ts';

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
export function peopleIn(table: Table, names: PeopleNames, mistakes: TableMistake[], notes: TableNote[] = []): PersonRow[] {
  if (!rightColumns(table, names, mistakes)) return [];
  notes.push(...emptyColumns(table), ...zonesNoted(table, table.columns.indexOf('arrive')));
  const people = table.rows.map((row) => person(row, table, names, mistakes));
  if (people.length === 0)
    mistakes.push({
      line: 1,
      column: 1,
      problem: 'There is nobody in this list: only the header.',
      found: null,
      allowed: null,
      known: [],
    });
  return people.sort((a, b) => a.arrive - b.arrive);
}

function rightColumns(table: Table, names: PeopleNames, mistakes: TableMistake[]): boolean {
  const known = [
    'arrive',
    'pathway',
    'place',
    'acute-stay',
    'person',
    ...names.services.map((service) => `stay:${service.toLowerCase()}`),
  ];
  const before = mistakes.length;
  const say = (column: number, problem: string, found: string) =>
    mistakes.push({ line: 1, column, problem, found, allowed: `columns ${known.join(', ')}`, known });
  table.columns.forEach((column, i) => {
    if (column === '') return;
    if (!known.includes(column)) say(i + 1, 'This column is not known in a list of people.', column);
    else if (table.columns.indexOf(column) < i) say(i + 1, 'This column is there twice.', column);
  });
  if (!table.columns.includes('arrive')) say(1, 'The column `arrive` is missing.', table.columns.join(', '));
  return mistakes.length === before;
}

function person(row: Table['rows'][number], table: Table, names: PeopleNames, mistakes: TableMistake[]): PersonRow {
  const result: PersonRow = { arrive: Number.NaN, pathway: null, place: null, acuteStay: null, stays: {} };
  const say = (i: number, problem: string, allowed: string, known: string[] = []) =>
    mistakes.push({ line: row.line, column: i + 1, problem, found: row.cells[i] ?? '', allowed, known });
  table.columns.forEach((column, i) => {
    const cell = row.cells[i] ?? '';
    if (column === 'arrive') result.arrive = arrival(cell, table, names, (problem, allowed) => say(i, problem, allowed));
    else if (column === 'pathway')
      result.pathway = named(cell, 'pathway', names.pathways, (problem, allowed) => say(i, problem, allowed, names.pathways));
    else if (column === 'place')
      result.place = named(cell, 'place', names.places, (problem, allowed) => say(i, problem, allowed, names.places));
    else if (column !== 'person' && column !== '') {
      const days = stay(cell, table, (problem, allowed) => say(i, problem, allowed));
      if (column === 'acute-stay') result.acuteStay = days;
      else if (days !== null) result.stays[serviceOf(column, names.services)] = days;
    }
  });
  return result;
}

type Say = (problem: string, allowed: string) => void;

function arrival(cell: string, forms: NumberForms, names: PeopleNames, say: Say): number {
  const days = numberIn(cell, forms) ?? Number.NaN;
  const arrive = Number.isNaN(days) ? (readMoment(cell)?.at ?? Number.NaN) - names.firstDay : days;
  if (Number.isNaN(arrive)) {
    const { problem, allowed } = noNumber(cell, forms, {
      problem: 'This is not a time of arrival.',
      allowed: 'days from the start of the simulation, such as `12.5`, or `2018-01-05 14:30`, or `05/01/2018 14:30`',
    });
    say(problem, allowed);
  } else if (arrive < 0 || arrive >= names.days)
    say(
      'This is outside the days that are simulated.',
      `0 to ${names.days} days from the start of the simulation (its warm-up included)`,
    );
  return arrive;
}

function named(cell: string, what: string, known: string[], say: Say): string | null {
  if (known.includes(cell)) return cell;
  if (isBlank(cell)) return null;
  say(`There is no ${what} of this name.`, known.join(', '));
  return cell;
}

function stay(cell: string, forms: NumberForms, say: Say): number | null {
  const days = numberIn(cell, forms);
  if (days === null) return null;
  const wrong = lengthProblem(days, 'stay');
  if (wrong === null) return days;
  const { problem, allowed } = noNumber(cell, forms, { problem: wrong, allowed: 'days such as `3.5`, or empty' });
  say(problem, allowed);
  return days;
}

function serviceOf(column: string, services: string[]): string {
  return services.find((service) => `stay:${service.toLowerCase()}` === column) ?? column;
}
