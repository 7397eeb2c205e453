import { filesOnDisk } from '../../data/files-on-disk.ts';
import { readTable } from '../../data/csv.ts';
import { type CensusFit, fitCensus, weekOf } from './fit-census.ts';
import { type DelayFit, fitDelay, midnightsOf } from './midnights.ts';

/**
 * `npm run back-test -- --fit`: how the assumptions of scenarios/back-test/ marked as fitted came about, from the returns of the
 * months they were fitted on. Sums and two small searches; no simulation.
 */

/** NHS England, Discharge Ready Date, 2024-25: people delayed by days 1 / 2–3 / 4–6 / 7–13 / 14–20 / 21+, and their mean delay. */
const NATIONAL = { bands: [0.329, 0.238, 0.17, 0.154, 0.053, 0.057], mean: 6.09 };
const CENSUS = { SWFT: 'RJC', GEH: 'RLT', UHCW: 'RKB', UHNM: 'RJE' };
const BANDS = { SWFT: 'RJC', GEH: 'RLT', Walsall: 'RBK' };
const COLUMNS = [
  'delayed_1_day',
  'delayed_2_to_3_days',
  'delayed_4_to_6_days',
  'delayed_7_to_13_days',
  'delayed_14_to_20_days',
  'delayed_21_plus_days',
];

export interface Fits {
  national: DelayFit;
  /** By hospital of the daily returns, and of the ready-date returns. */
  census: Record<string, CensusFit>;
  bands: Record<string, BandsFit>;
}

interface BandsFit extends DelayFit {
  admissions: number;
  held: number;
}

export async function fits(): Promise<Fits> {
  const national = fitDelay(NATIONAL.bands, NATIONAL.mean);
  const chance = midnightsOf(national.mean, national.median);
  const found: Fits = { national, census: {}, bands: {} };
  for (const [name, trust] of Object.entries(CENSUS))
    found.census[name] = fitCensus(await weekOf(trust, '2022-04-01', '2023-03-31'), chance);
  for (const [name, trust] of Object.entries(BANDS)) found.bands[name] = await fitBands(trust);
  return found;
}

/** Up to August 2024. */
async function fitBands(trust: string): Promise<BandsFit> {
  const table = await readTable('data/nhs/discharge-ready-date.csv', filesOnDisk);
  const column = (name: string) => table.columns.indexOf(name);
  const rows = table.rows.filter(
    ({ cells }) => cells[column('trust_code')] === trust && (cells[column('month')] ?? '') <= '2024-08',
  );
  const sum = (name: string) => rows.reduce((total, { cells }) => total + Number(cells[column(name)]), 0);
  const delayed = COLUMNS.reduce((total, name) => total + sum(name), 0);
  const fit = fitDelay(
    COLUMNS.map((name) => sum(name) / delayed),
    sum('delay_bed_days') / delayed,
  );
  const days = rows.reduce((total, { cells }) => total + daysIn(cells[column('month')] ?? ''), 0);
  return { ...fit, admissions: sum('patients_discharged') / days, held: delayed / sum('patients_discharged') / fit.delayed };
}

export async function fitText(): Promise<string> {
  const { national, census, bands } = await fits();
  return [
    `Delay of people held, from the national bands: ${delayText(national)}`,
    '',
    ...Object.entries(census).map(
      ([name, fit]) =>
        `${name}, April 2022 to March 2023: ${fit.admissions.toFixed(1)} a day, profile ${fit.profile.map((factor) => factor.toFixed(2)).join(' ')}, day to day ${fit.dayToDay.toFixed(2)}; ` +
        `held ${percent(fit.held)} (delayed a night or more: ${percent(fit.held * national.delayed)}), leaving at weekends ${percent(fit.leaveAt)}; ${fit.distance.toFixed(1)} people off by weekday`,
    ),
    '',
    ...Object.entries(bands).map(
      ([name, fit]) =>
        `${name}, to August 2024: ${fit.admissions.toFixed(1)} a day, held ${percent(fit.held)}, ${delayText(fit)}`,
    ),
  ].join('\n');
}

function delayText({ mean, median, delayed, bands }: DelayFit): string {
  return `mean ${mean.toFixed(2)} days, median ${median.toFixed(2)} days, ${percent(delayed)} a night or more, in bands ${bands.map(percent).join(' ')}`;
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
const daysIn = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
