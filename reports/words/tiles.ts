import type { AmbitionResult, Result, Summary } from '../../sim/result.ts';
import type { Service } from '../../sim/scenario/service.ts';
import { ambitionName, besideTarget, measureName, targetText } from './ambition-words.ts';
import { type AcuteQueue, acuteQueues, acuteUse, bedsName } from './acute-queue.ts';
import { together } from './all-targets.ts';
import { chance, type Judgement } from './chance.ts';
import { runWord, spellText } from './dates.ts';
import { doubtsOf, growingQueues, judged, overloaded } from './doubts.ts';
import { FULL } from './findings/pressure.ts';
import { capital, labelOf, meanOf, outer, serviceScope, summaryOf, unitOf } from './lookup.ts';
import { ofSupported, supportedText } from './needs-support.ts';
import { amount, inWords, money, share, span } from './numbers.ts';

export interface Tile {
  title: string;
  value: string;
  detail: string;
  /** What the colour says, in words; null where nothing is judged. */
  status: Judgement | null;
}

const MOST = 8;
/** Used share of capacity from which more is delivered than was bought, by more than rounding. */
const OVER = 1.005;

/** The few numbers a board member looks at first. */
export function tilesOf(result: Result): Tile[] {
  const all = [
    ...ambitionTiles(result),
    allTile(result),
    tile(result, 'no-criteria-to-reside', 'No criteria to reside', 'people a night in acute beds', 'people'),
    readyTile(result),
    tile(result, 'delay-mean', 'Mean delay', 'days, over everyone discharged', 'days'),
    ...waitedFor(result),
    tile(result, 'cost-delayed-bed-days', 'Delayed bed-days valued at', 'opportunity cost over the period', '£'),
  ].filter((t) => t !== null);
  return all.slice(0, MOST);
}

/** Services and acute beds, those most waited for first, so that none of those is the one left out. */
function waitedFor(result: Result): (Tile | null)[] {
  const services = result.scenario.services.map((service) => ({
    waiting: meanOf(result, 'waiting', serviceScope(service)) ?? 0,
    tile: serviceTile(result, service),
  }));
  const acute = acuteQueues(result).map((queue) => ({ waiting: queue.waiting.mean, tile: acuteTile(result, queue) }));
  return [...services, ...acute].sort((a, b) => b.waiting - a.waiting).map(({ tile: one }) => one);
}

/** How full the acute beds are, and how many wait at the front door. */
function acuteTile(result: Result, queue: AcuteQueue): Tile {
  const used = acuteUse(result, queue);
  const [waiting, found] = [queue.waiting.mean, judgedQueue(result, queue.scope)];
  const turnedAway = meanOf(result, 'acute-turned-away', queue.scope) ?? 0;
  const status = found ?? (used === null ? null : unlessUnsure(result, statusOf({ used, waiting, found: 0, turnedAway })));
  const [title, detail] = [bedsName(queue, result), `${amount(waiting)} people waiting for ${queue.bed} on average`];
  return used === null
    ? { title, value: amount(waiting), detail: 'people waiting on average', status }
    : { title, value: `${usedText(used)} used`, detail, status };
}

/** Everyone, and beside them those who have a service to wait for. */
function readyTile(result: Result): Tile | null {
  const everyone = tile(result, 'on-ready-date', 'Leave on their ready date', 'of people discharged', 'share');
  const supported = ofSupported(result, 'on-ready-date');
  if (!everyone || supported === null) return everyone;
  return {
    ...everyone,
    detail: `of everyone discharged; of those who need support (${supportedText(result)}): ${share(supported)}`,
  };
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
  return result.ambitions
    .flatMap((a) => a.rows.map((row) => ({ a, row })))
    .sort((x, y) => x.row.met - y.row.met)
    .slice(0, 2)
    .map(({ a, row }) => ambitionTile(result, a, row));
}

/** All targets in one winter, where there are several. */
function allTile(result: Result): Tile | null {
  const [all, run] = [result.allTargets, runWord(result)];
  const status = together(result);
  if (!all || !status) return null;
  const [low, high] = all.metInterval;
  return {
    title: `${all.targets === 2 ? 'Both' : `All ${inWords(all.targets)}`} targets in one ${run}`,
    value: `${chance(all.met)} chance`,
    detail: `from ${all.n} simulated ${run}s (95% interval ${chance(low)} to ${chance(high)})`,
    status,
  };
}

function ambitionTile(result: Result, a: AmbitionResult, row: AmbitionResult['rows'][number]): Tile {
  const run = runWord(result);
  const many = row.n > 1;
  const [name, measure] = [ambitionName(result, a), measureName(result, a)];
  const labelled = name !== measure;
  const what = labelled ? `${measure}, ${spellText(result, row.over)}: ` : '';
  return {
    title: labelled && a.rows.length === 1 ? name : `${name}, ${spellText(result, row.over)}`,
    value: many
      ? `${chance(row.met)} chance`
      : `${besideTarget(result, a, row.summary?.mean ?? null)} ${unitWord(unitOf(result, a.measure))}`.trim(),
    detail: many
      ? `${what || 'of '}${targetText(result, a)}, from ${row.n} simulated ${run}s (95% interval ${chance(row.metInterval[0])} to ${chance(row.metInterval[1])})`
      : `${what}${targetText(result, a)}, in the one ${run} simulated`,
    status: judged(result, a, row),
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
  const status = serviceStatus(result, service, used, waiting);
  if (used === null) return { title, value: amount(waiting), detail: 'people waiting on average', status };
  return { title, value: `${usedText(used)} used`, detail, status };
}

/** What is said of the service in the headline is said on its tile; a run in doubt calls no service good. */
function serviceStatus(result: Result, service: Service, used: number | null, waiting: number): Tile['status'] {
  const scope = serviceScope(service);
  const group = result.scenario.sharing.find(({ services }) => services.includes(service.name));
  if ((overloaded(result) ?? []).some((it) => it === scope || it === `group:${group?.name ?? ''}`))
    return { state: 'bad', word: 'Over capacity' };
  const grows = judgedQueue(result, scope);
  if (grows) return grows;
  if (used === null) return null;
  const [found, turnedAway] = ['waited-share', 'service-turned-away'].map((measure) => meanOf(result, measure, scope) ?? 0);
  return unlessUnsure(result, statusOf({ used, waiting, found: found ?? 0, turnedAway: turnedAway ?? 0 }));
}

const judgedQueue = (result: Result, scope: string): Tile['status'] =>
  growingQueues(result).some((queue) => queue.scope === scope) ? { state: 'bad', word: 'Queue grows' } : null;

function unlessUnsure(result: Result, status: Judgement): Judgement {
  const unsure = doubtsOf(result).find(({ kind }) => kind !== 'over-capacity' && kind !== 'queue-grows');
  return unsure && status.state === 'good' ? { state: 'open', word: unsure.mark } : status;
}

/** What rounding alone puts above all there is reads as all there is; more than that is delivery above what was bought. */
export const usedText = (used: number): string => share(used <= OVER ? Math.min(1, used) : used);

/** Under one person in a hundred who start is chance, not a queue. */
const SOME = 0.01;

/** Share used, people waiting, the share of those who start that found no place free, people turned away: there is room only where hardly anyone is kept waiting. */
interface Pressed {
  used: number;
  waiting: number;
  found: number;
  turnedAway: number;
}

function statusOf({ used, waiting, found, turnedAway }: Pressed): Judgement {
  if (used >= FULL && waiting >= 1) return { state: 'bad', word: 'Full, people wait' };
  if (used > OVER) return { state: 'open', word: 'More than commissioned' };
  if (used >= FULL) return { state: 'open', word: 'Nearly full' };
  if (turnedAway >= 0.5) return { state: 'open', word: 'People are turned away' };
  return waiting >= 1 || found >= SOME ? { state: 'open', word: 'People wait' } : { state: 'good', word: 'Has room' };
}
