import { describe, expect, test } from 'vitest';
import { good, mistakesOf, read } from './reading.ts';

const PLAN = `d2a: 1
name: CSV input
period: {start: 2026-01-05, length: 8 weeks}
run: {warm-up: 0 days, replications: 1, seed: 1}
`;
const sampled = `${PLAN}referrals:
  gp: {to: step-down, arrivals: 2/day}
services:
  step-down: {kind: beds, beds: unlimited, stay: {sample: stays.csv, column: days}}
`;
const listed = `${PLAN}referrals:
  gp: {to: step-down, people: people.csv}
services:
  step-down: {kind: beds, beds: unlimited, stay: {fixed: 5 days}}
`;

type File = string | Uint8Array;
const lengths = async (csv: File) => {
  const { scenario } = await read(sampled, { 'stays.csv': csv });
  const [service] = scenario.services;
  return service?.kind === 'beds' ? service.packages[0]?.stay.values : null;
};
const arrivals = async (csv: File) => {
  const { scenario, warnings } = await read(listed, { 'people.csv': csv });
  const stream = scenario.arrivals[0]?.arrivals;
  return {
    at: stream?.kind === 'list' ? stream.people.map(({ arrive }) => arrive) : [],
    warnings: warnings.map(({ text }) => text),
  };
};
const refused = async (plan: string, name: string, csv: File) =>
  (await mistakesOf(plan, { [name]: csv })).map(
    ({ at, problem, found }) => `${at.split('/').at(-1)} ${problem}${found === null ? '' : ` ${found}`}`,
  );
const UNCLEAR = 'The comma or point in this number could mean two things.';

describe('decimal signs go by the separator of the file', () => {
  test('between semicolons a comma is a decimal comma', async () => {
    expect(await lengths('days;ward\r\n1,250;A\r\n0,500;B\r\n2,125;C\r\n3,750;A\r\n')).toEqual([0.5, 1.25, 2.125, 3.75]); // mean 1.906
    expect(await lengths('days;ward\n3.5;A\n0.500;B\n12;C\n')).toEqual([0.5, 3.5, 12]); // these can mean nothing else
  });

  test('between commas or tabs it stands between thousands', async () => {
    expect(await lengths('days,ward\n"1,250",A\n"12,500.5",B\n1.250,C\n')).toEqual([1.25, 1250, 12500.5]);
    expect(await lengths('days\tward\n1,250\tA\n2\tB\n')).toEqual([2, 1250]);
  });

  test.each([
    ['commas, a decimal comma', 'days,ward\n"1,25",A\n2,B\n', [`stays.csv:2:1 ${UNCLEAR} 1,25`]],
    [
      'commas, thousands of nought',
      'days,ward\n"0,500",A\n"1.250,5",B\n',
      [`stays.csv:2:1 ${UNCLEAR} 0,500`, `stays.csv:3:1 ${UNCLEAR} 1.250,5`],
    ],
    ['tabs', 'days\tward\n0,500\tA\n12,34\tB\n', [`stays.csv:2:1 ${UNCLEAR} 0,500`, `stays.csv:3:1 ${UNCLEAR} 12,34`]],
    [
      'semicolons, thousands',
      'days;ward\n1.250;A\n1.250,5;B\n2;B\n',
      [`stays.csv:2:1 ${UNCLEAR} 1.250`, `stays.csv:3:1 ${UNCLEAR} 1.250,5`],
    ],
    [
      'semicolons, both signs in one file',
      'days;ward\n1,250;A\n3.5;B\n',
      [`stays.csv:2:1 ${UNCLEAR} 1,250`, `stays.csv:3:1 ${UNCLEAR} 3.5`],
    ],
    [
      'a comma without quotes, which is two cells',
      'days\n1,250\n2\n',
      ['stays.csv:2:2 This row has more cells than the header. 250'],
    ],
  ])('what could mean two things is refused at its cell: %s', async (_, csv, expected) => {
    expect(await refused(sampled, 'stays.csv', csv)).toEqual(expected);
  });

  test('in every list: people, people present, observed figures', async () => {
    const stays = await read(listed, { 'people.csv': 'arrive;stay:step-down\n1,5;2,125\n06/01/2026 12:00;0,500\n' });
    expect(stays.scenario.arrivals[0]?.arrivals).toMatchObject({
      people: [
        { arrive: 1.5, stays: { 'step-down': 2.125 } },
        { arrive: 1.5, stays: { 'step-down': 0.5 } },
      ],
    });
    const present = good('start-from: {people: here.csv, not-counted: empty}\n').replace('warm-up: 10 days, ', '');
    const { scenario } = await read(present, {
      'here.csv': 'where;state;pathway;days;people\nGeneral;waiting;P1;1,250;2\n;;;;\n',
    });
    expect(JSON.stringify(scenario.startFrom)).toContain('1.25');
    expect(await refused(present, 'here.csv', 'where,state,pathway,days\nGeneral,waiting,P1,"1,25"\n')).toEqual([
      `here.csv:2:4 ${UNCLEAR} 1,25`,
    ]);
    expect(await refused(listed, 'people.csv', 'arrive,stay:step-down\n1,"0,500"\n"1,5",2\n')).toEqual([
      `people.csv:2:2 ${UNCLEAR} 0,500`,
      `people.csv:3:1 ${UNCLEAR} 1,5`,
    ]);
  });

  test('a scenario file takes no thousands of nought either', async () => {
    expect((await mistakesOf(good().replace('1750 h/week', '0,500 h/week'))).map(({ path }) => path)).toEqual([
      'services.homefirst.commissioned',
    ]);
  });
});

describe('files as Excel saves them', () => {
  const TEXT = 'days\tward\r\n1.25\tA\r\n0.5\tB\r\n';
  const utf16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');

  test('Unicode Text (UTF-16), either byte order', async () => {
    expect(await lengths(utf16)).toEqual([0.5, 1.25]);
    expect(await lengths(Buffer.from(utf16).swap16())).toEqual([0.5, 1.25]);
  });

  test('a first line that names the separator, counted as a line', async () => {
    expect(await lengths('sep=;\r\ndays;ward\r\n1,5;A\r\n2;B\r\n')).toEqual([1.5, 2]);
    expect(await refused(sampled, 'stays.csv', 'sep=;\ndays;ward\n1,5;A\nx;B\n')).toEqual([
      'stays.csv:4:1 This is not a number of days. x',
    ]);
  });

  test.each([
    [
      'a workbook',
      Buffer.from('PK\u0003\u0004rest'),
      'This is an Excel workbook (.xlsx), not a CSV file: save the sheet as "CSV UTF-8".',
    ],
    [
      'an old workbook',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      'This is an Excel file of the old kind (.xls), or one with a password, not a CSV file: save the sheet as "CSV UTF-8".',
    ],
    ['UTF-16 that does not say so', utf16.subarray(2), 'This is not a text file that can be read here: save it as "CSV UTF-8".'],
  ])('%s says what it is', async (_, bytes, problem) => {
    expect((await mistakesOf(sampled, { 'stays.csv': bytes })).map((it) => it.problem)).toEqual([problem]);
  });

  test('empty rows and columns hold nothing', async () => {
    const read = await arrivals('arrive,person,,\r\n2026-01-06 10:00,1,,\r\n\r\n2026-01-07 09:30,2,,\r\n,,,\r\n , ,,\r\n');
    expect(read.at.map((one) => Math.round(one * 1440))).toEqual([1440 + 600, 2880 + 570]);
    expect(read.warnings).toEqual([]);
    expect(await lengths('days;;ward\n;;\n1;;A\n2;;B\n;;\n')).toEqual([1, 2]);
  });

  test('a value under no heading is refused at its cell, in every list', async () => {
    expect(await refused(listed, 'people.csv', 'arrive,,person\n1,,A\n2,P1,B\n3,,C,D\n')).toEqual([
      'people.csv:3:2 This value stands under a blank heading. P1',
      'people.csv:4:4 This row has more cells than the header. D',
    ]);
    expect(await refused(sampled, 'stays.csv', 'days,\n1,2\n2,\n')).toEqual([
      'stays.csv:2:2 This value stands under a blank heading. 2',
    ]);
  });

  test('a column with a heading and no values is told; in a sample it is refused', async () => {
    expect((await arrivals('arrive,stay:step-down\n1,\n2,\n')).warnings).toEqual([
      'The column `stay:step-down` has a heading and no values. (people.csv, line 1)',
    ]);
    expect(await refused(sampled, 'stays.csv', 'days,ward\n,A\n,B\n')).toHaveLength(2);
  });

  test('a column that is there twice is refused where it is used', async () => {
    expect(await refused(sampled, 'stays.csv', 'days,ward,Days\n1,A,5\n2,B,6\n')).toEqual([
      'stays.csv:1:3 This column is there twice. days',
    ]);
    expect(await lengths('days,ward,ward\n1,A,5\n2,B,6\n')).toEqual([1, 2]);
  });

  test("a database's NULL is a blank cell, unless something has that name", async () => {
    const { scenario } = await read(good().replace('{admissions: 40/day, beds: 300 beds}', '{people: people.csv}'), {
      'people.csv': 'arrive,pathway,acute-stay\n1,NULL,NULL\n2,P0,3\n',
    });
    expect(scenario.arrivals[0]?.arrivals).toMatchObject({
      people: [
        { pathway: null, acuteStay: null },
        { pathway: 'P0', acuteStay: 3 },
      ],
    });
  });
});

describe('times of arrival', () => {
  const at = (days: number, hours: number) => days + hours / 24;

  test.each([
    ['2026-01-06 10:00:00.000', at(1, 10)],
    ['2026-01-06T10:00:00', at(1, 10)],
    ['2026-01-06 10:00:30.5', at(1, 10 + 30.5 / 3600)],
    ['06/01/2026 10:00', at(1, 10)],
    ['06.01.2026', 1],
    ['2026/01/06', 1],
    ['06-Jan-26', 1],
    ['06-Jan-2026 10:00', at(1, 10)],
    ['6 January 2026', 1],
    ['6 Jan 2026 10:00:00', at(1, 10)],
  ])('%s', async (cell, expected) => {
    const {
      at: [one],
      warnings,
    } = await arrivals(`arrive\n${cell}\n`);
    expect(one).toBeCloseTo(expected, 9);
    expect(warnings).toEqual([]);
  });

  test('with a Z or an offset are read by the clock as written, with one note', async () => {
    const { at: read, warnings } = await arrivals(
      'arrive\n2026-01-06 10:00:00.000\n2026-01-07T09:30:00Z\n2026-01-08 09:30+01:00\n2026-01-09 00:30:00.123456+00\n',
    );
    expect(read.map((one) => Number(one.toFixed(4)))).toEqual([1.4167, 2.3958, 3.3958, 4.0208]);
    expect(warnings).toEqual([
      'Times with a time zone: 3 of 4, the first 2026-01-07T09:30:00Z. Every time is read by the clock as it is written: where Z (UTC) is meant, clocks in England show an hour more in summer. (people.csv, line 3)',
    ]);
  });

  test.each([
    '01/13/2026',
    '06/01/26',
    '06-01-2026',
    'January 6, 2026',
    '2026-01-06 25:00',
    '2026-01-06 10:00 PM',
    '31 June 2026',
    '2026-06-31',
    '6 Ja 2026',
  ])('%s is refused', async (cell) => {
    expect(await refused(listed, 'people.csv', `arrive\n"${cell}"\n`)).toEqual([
      `people.csv:2:1 This is not a time of arrival. ${cell}`,
    ]);
  });
});
