import { dateInWords, readDate } from '../../../data/dates.ts';
import { measureOptions } from '../../../sim/index.ts';
import { good, read } from './reading.ts';

/** A form of writing a day, month, date, percentage or number, where it stands, and what it is read as. */
export interface Form {
  where: 'scenario file' | 'CSV file' | 'CSV file of semicolons' | 'workbook';
  kind: string;
  typed: string;
  /** What the file holds, where that is not what was typed. */
  kept: string;
  readAs: string;
}

export const REFUSED = 'refused';
type Read = Awaited<ReturnType<typeof read>>;

/** What a way of reading makes of a text, or that it is refused. */
async function readAs(reading: () => Promise<string>): Promise<string> {
  try {
    return await reading();
  } catch (error) {
    if (error instanceof Error && error.name === 'ScenarioMistakes') return REFUSED;
    throw error;
  }
}

const valueAt = ({ values }: Read, path: string): string => values.find((value) => value.path === path)?.value ?? 'nothing';
const inMonth = (iso: string): string => dateInWords(readDate(`${iso}-01`) ?? 0).slice(2);

/** The months of the one ambition of a scenario. */
const inMonths = ({ scenario }: Pick<Read, 'scenario'>): string => (scenario.ambitions[0]?.months ?? []).map(inMonth).join(', ');

const inScenario: Record<string, (text: string) => Promise<string>> = {
  date: async (text) => valueAt(await read(good().replace('2021-10-01', `"${text}"`)), 'period.start'),
  month: async (text) =>
    inMonths(
      await read(
        good(`ambitions: {a: {measure: bed-days-delayed, in: "${text}", at most: 2 days}}\n`).replace('2021-10-01', '2026-01-01'),
        {},
        [],
        measureOptions(),
      ),
    ),
  'day of a year': async (text) => {
    const { scenario } = await read(
      good().replace('beds: 300 beds', `beds: 300 beds, season: {amplitude: 5%, peak-day: "${text}"}`),
    );
    const stream = scenario.arrivals[0]?.arrivals;
    const day = stream?.kind === 'process' && stream.season && 'peakDay' in stream.season ? stream.season.peakDay : Number.NaN;
    return dateInWords((readDate('2001-01-01') ?? 0) + Number(day)).slice(0, -5);
  },
  percentage: async (text) => valueAt(await read(good().replace('share: 20%', `share: "${text}"`)), 'pathways.P1.share'),
  number: async (text) =>
    valueAt(await read(good().replace('1750 h/week', `"${text} h/week"`)), 'services.homefirst.commissioned'),
};

const LISTED = good()
  .replace('2021-10-01', '2026-01-05')
  .replace('warm-up: 10 days', 'warm-up: 0 days')
  .replace('{admissions: 40/day, beds: 300 beds}', '{people: people.csv}');
const SAMPLED = good().replace('{mean: 20 days, shape: weibull, cv: 0.6}, longest: 6 weeks', '{sample: stays.csv, column: days}');
const OBSERVED = good(
  'observed: {seen: {measure: on-ready-date, by: month, file: seen.csv, date: month, column: share}}\n',
).replace('2021-10-01', '2026-01-01');
const observed = async (month: string, share: string, separator: string) => {
  const { scenario } = await read(
    OBSERVED,
    { 'seen.csv': `month${separator}share\n"${month}"${separator}"${share}"\n` },
    [],
    measureOptions(),
  );
  return (scenario.observed?.[0]?.values ?? [])
    .map((value, i) => ({ value, month: inMonth(`2026-0${i + 1}`) }))
    .find(({ value }) => value !== null);
};

const inCsv = (separator: ',' | ';'): Record<string, (text: string) => Promise<string>> => ({
  'date and time': async (text) => {
    const { scenario } = await read(LISTED, { 'people.csv': `arrive${separator}pathway\n"${text}"${separator}P0\n` });
    const stream = scenario.arrivals[0]?.arrivals;
    const minutes = Math.round((stream?.kind === 'list' ? (stream.people[0]?.arrive ?? 0) : 0) * 1440);
    const time = `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return `${dateInWords((readDate('2026-01-05') ?? 0) + Math.floor(minutes / 1440))}${time === '00:00' ? '' : `, ${time}`}`;
  },
  month: async (text) => (await observed(text, '0.5', separator))?.month ?? 'nothing',
  percentage: async (text) =>
    `${Number((((await observed('2026-01', text, separator))?.value ?? Number.NaN) * 100).toFixed(6))}%`,
  number: async (text) => {
    const { scenario } = await read(SAMPLED, {
      'stays.csv': `days${separator}ward\n"${text}"${separator}A\n9999${separator}B\n`,
    });
    const [service] = scenario.services;
    return service?.kind === 'hours' ? `${service.packages[0]?.stay.values?.[0]} days` : 'nothing';
  },
});

const DAYS = [
  '2026-12-01',
  '2026/12/01',
  '01/12/2026',
  '1/12/2026',
  '01.12.2026',
  '1 December 2026',
  '1 Dec 2026',
  '01-Dec-26',
  '01-Dec-2026',
  '12/31/2026',
  '01/12/26',
  '01-12-2026',
  'December 1, 2026',
];
const TIMES = [
  '2026-01-06',
  '06/01/2026',
  '06-Jan-26',
  '6 January 2026',
  '2026-01-06 10:00',
  '06/01/2026 10:00',
  '2026-01-06 10:00:00.000',
  '2026-01-06T10:00:00',
  '2026-01-06T10:00:00Z',
  '2026-01-06 10:00+01:00',
  '01/13/2026',
  '06/01/26',
  '06/01/2026 10:00 PM',
];
const MONTHS = ['2026-01', '01/2026', 'January 2026', 'Jan 2026', 'Jan-26', 'Jan-2026', '2026-01-01', '01/01/2026'];
const YEARLY = ['15 January', '15 Jan', '15-Jan', 'Jan-15', '29 February'];

const FORMS: { where: Form['where']; kind: string; typed: string[] }[] = [
  { where: 'scenario file', kind: 'date', typed: DAYS },
  { where: 'scenario file', kind: 'month', typed: [...MONTHS, 'Jan 26', '26-Jan', '2026-01-15'] },
  { where: 'scenario file', kind: 'day of a year', typed: YEARLY },
  { where: 'scenario file', kind: 'percentage', typed: ['20%', '20.0 %', '0.2', '20'] },
  {
    where: 'scenario file',
    kind: 'number',
    typed: ['1250', '1,250', '1250.5', '1.250', '1,250.5', '1250,5', '0,500', '1.250,5'],
  },
  { where: 'CSV file', kind: 'date and time', typed: TIMES },
  { where: 'CSV file', kind: 'month', typed: [...MONTHS, '2026-01-31', 'Jan 26', '26-Jan'] },
  { where: 'CSV file', kind: 'percentage', typed: ['95%', '95.5 %', '0.95', '95'] },
  { where: 'CSV file', kind: 'number', typed: ['1250', '1,250', '1.250', '12.5', '1,250.5', '1,25', '0,500', '1.250,5'] },
  { where: 'CSV file of semicolons', kind: 'percentage', typed: ['95,5%', '0,95'] },
  { where: 'CSV file of semicolons', kind: 'number', typed: ['1250', '1,250', '0,500', '12,5', '12.5', '1.250', '1.250,5'] },
];

/** Every form of a scenario file and of a CSV file, as it is read today. */
export async function writtenForms(): Promise<Form[]> {
  const forms: Form[] = [];
  for (const { where, kind, typed } of FORMS) {
    const reader = (where === 'scenario file' ? inScenario : inCsv(where === 'CSV file' ? ',' : ';'))[kind];
    if (!reader) throw new Error(`no reader of a ${kind} in a ${where}`);
    for (const text of typed) forms.push({ where, kind, typed: text, kept: '', readAs: await readAs(() => reader(text)) });
  }
  return forms;
}
