import type { AmbitionResult, Result, Summary } from '../../sim/result.ts';
import type { Service } from '../../sim/scenario.ts';
import { ambitionName, besideTarget, measureName, targetText } from './ambition-words.ts';
import { chance, judge, type State } from './chance.ts';
import { overText, runWord } from './dates.ts';
import { FULL } from './findings/pressure.ts';
import { capital, labelOf, meanOf, outer, serviceScope, summaryOf, unitOf } from './lookup.ts';
import { ofSupported, supportedText } from './needs-support.ts';
import { amount, money, share, span } from './numbers.ts';

export interface Tile {
  title: string;
  value: string;
  detail: string;
  /** What the colour says, in words; null where nothing is judged. */
  status: { state: State; word: string } | null;
}

const MOST = 8;
/** Used share of capacity from which more is delivered than was bought, by more than rounding. */
const OVER = 1.005;

/** The few numbers a board member looks at first. */
export function tilesOf(result: Result): Tile[] {
  const all = [
    ...ambitionTiles(result),
    tile(result, 'no-criteria-to-reside', 'No criteria to reside', 'people a night in acute beds', 'people'),
    readyTile(result),
    tile(result, 'delay-mean', 'Mean delay', 'days, over everyone discharged', 'days'),
    ...byWaiting(result).map((s) => serviceTile(result, s)),
    tile(result, 'cost-delayed-bed-days', 'Delayed bed-days valued at', 'opportunity cost over the period', '£'),
  ].filter((t) => t !== null);
  return all.slice(0, MOST);
}

/** Services most waited for first, so that none of those is the one left out. */
function byWaiting(result: Result): Service[] {
  const waiting = (s: Service): number => meanOf(result, 'waiting', serviceScope(s)) ?? 0;
  return [...result.scenario.services].sort((a, b) => waiting(b) - waiting(a));
}

/** Everyone, and beside them those who have a service to wait for. */
function readyTile(result: Result): Tile | null {
  const everyone = tile(result, 'on-ready-date', 'Leave on their ready date', 'of people discharged', 'share');
  const supported = ofSupported(result, 'on-ready-date');
  if (!everyone || supported === null) return everyone;
  return { ...everyone, detail: `of everyone discharged; of those who need support (${supportedText(result)}): ${share(supported)}` };
}

function spreadText(result: Result, s: Summary, unit: string): string {
  const range = outer(s);
  return range ? `; 9 in 10 ${runWord(result)}s ${span(range[0], range[1], unit)}` : '';
}

function tile(result: Result, measure: string, title: string, what: string, unit: string): Tile | null {
  const s = summaryOf(result, measure);
  if (!s) return null;
  const value = unit === 'share' ? share(s.mean) : unit === '£' ? money(s.mean) : amount(s.mean);
  return { title, value, detail: `${what}${spreadText(result, s, unit)}`, status: null };
}

/** At most two, the hardest first. */
function ambitionTiles(result: Result): Tile[] {
  return result.ambitions.flatMap((a) => a.rows.map((row) => ({ a, row })))
    .sort((x, y) => x.row.met - y.row.met).slice(0, 2).map(({ a, row }) => ambitionTile(result, a, row));
}

function ambitionTile(result: Result, a: AmbitionResult, row: AmbitionResult['rows'][number]): Tile {
  const run = runWord(result);
  const many = row.n > 1;
  const [name, measure] = [ambitionName(result, a), measureName(result, a)];
  const labelled = name !== measure;
  const what = labelled ? `${measure}, ${overText(row.over)}: ` : '';
  return {
    title: labelled && a.rows.length === 1 ? name : `${name}, ${overText(row.over)}`,
    value: many ? `${chance(row.met)} chance` : `${besideTarget(result, a, row.summary?.mean ?? null)} ${unitWord(unitOf(result, a.measure))}`.trim(),
    detail: many ? `${what || 'of '}${targetText(result, a)}, from ${row.n} simulated ${run}s (95% interval ${chance(row.metInterval[0])} to ${chance(row.metInterval[1])})` : `${what}${targetText(result, a)}, in the one ${run} simulated`,
    status: judge(row),
  };
}

const unitWord = (unit: string): string => (unit === 'share' || unit === '£' ? '' : unit);

/** How much of a service is used, and how many wait for it. */
function serviceTile(result: Result, service: Service): Tile | null {
  const scope = serviceScope(service);
  const waiting = meanOf(result, 'waiting', scope);
  if (waiting === null) return null;
  const used = meanOf(result, 'service-occupancy', scope);
  const title = capital(labelOf(service));
  const detail = `${amount(waiting)} people waiting on average`;
  if (used === null) return { title, value: amount(waiting), detail: 'people waiting on average', status: null };
  return { title, value: `${share(used)} used`, detail, status: statusOf(used, waiting) };
}

function statusOf(used: number, waiting: number): Tile['status'] {
  if (used >= FULL && waiting >= 1) return { state: 'bad', word: 'Full, people wait' };
  if (used > OVER) return { state: 'open', word: 'More than commissioned' };
  if (used >= FULL) return { state: 'open', word: 'Nearly full' };
  return waiting >= 1 ? { state: 'open', word: 'People wait' } : { state: 'good', word: 'Has room' };
}
