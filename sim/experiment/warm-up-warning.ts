import { dateOf, dayText } from '../scenario/calendar.ts';
import type { TimeToSettle, WarmUp, Warning } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { isEnough } from './settling.ts';
import { timesToSettle } from '../load/settling-by-load.ts';

const MOST = 3;
const WEEKS_OF_TEN_YEARS = 520;

const LEVELS: Record<string, string> = {
  'acute-occupied': 'acute beds occupied',
  'acute-waiting': 'people waiting for an acute bed',
  'no-criteria-to-reside': 'people with no criteria to reside',
  'in-service': 'people in the service',
  waiting: 'people waiting',
};

const ADVICE = 'Lengthen the warm-up, or start from the people present.';
const ADVICE_WITHOUT_END = 'No warm-up is long enough: start from the people present.';

/** Said before the run: the services whose load needs longer than the warm-up, the slowest first. */
export function settleWarnings(scenario: Scenario): Warning[] {
  const late = timesToSettle(scenario)
    .filter((it) => !isEnough(it, scenario.warmUpDays))
    .sort((a, b) => (b.days ?? Number.POSITIVE_INFINITY) - (a.days ?? Number.POSITIVE_INFINITY));
  if (late.length === 0) return [];
  const more = late.length - MOST;
  const said = [
    ...late.slice(0, MOST).map((it) => settleSentence(scenario, it)),
    ...(more > 0 ? [`${more} more ${more === 1 ? 'takes' : 'take'} longer than the warm-up.`] : []),
  ];
  return [
    {
      kind: 'warm-up-too-short-by-load',
      text: `${said.join(' ')} ${warmUpText(scenario)} ${late.every(({ days }) => days === null) ? ADVICE_WITHOUT_END : ADVICE}`,
    },
  ];
}

/** `At 97% of its hours, Home support takes about 110 weeks to settle from an empty start.` */
function settleSentence(scenario: Scenario, it: TimeToSettle): string {
  const label = labelOf(scenario, it.scope);
  if (it.open === 'unlimited') return `${label} takes ${weeks(it.days)} to fill from an empty start.`;
  if (it.open === 0) return `${label} has none of its ${it.of} when the period begins, so those who come wait.`;
  const load = `At ${percent(it.needed / it.open)} of its ${it.of}, ${label}`;
  return it.days === null
    ? `${load} never settles: how many wait when the period begins only says how long the warm-up is.`
    : `${load} takes ${weeks(it.days)} to settle from an empty start.`;
}

function warmUpText({ warmUpDays }: Scenario): string {
  if (warmUpDays === 0) return 'There is no warm-up, so fewer people wait in the results than would.';
  return `The warm-up is ${warmUpDays % 7 === 0 ? count(warmUpDays / 7, 'week') : count(warmUpDays, 'day')}, so the waits shown depend on its length.`;
}

/** Rounded up, to two figures. */
function weeks(days: number | null): string {
  const exact = (days ?? Number.POSITIVE_INFINITY) / 7;
  if (exact > WEEKS_OF_TEN_YEARS) return 'more than ten years';
  const step = exact > 100 ? 10 : 1;
  return `about ${count(Math.ceil(exact / step) * step, 'week')}`;
}

/** `99.7%` rather than 100% for a little less. */
function percent(share: number): string {
  const exact = 100 * share;
  return `${exact.toFixed(Math.round(exact) === 100 ? 1 : 0).replace(/\.0$/, '')}%`;
}

const count = (number: number, what: string): string => `${number === 1 ? 'one' : number} ${what}${number === 1 ? '' : 's'}`;

/** Said where levels were still changing when the period began: those that changed most for their size. */
export function warmUpWarnings(scenario: Scenario, warmUp: WarmUp | undefined): Warning[] {
  const late = (warmUp?.levels ?? []).filter(({ tooShort }) => tooShort);
  if (warmUp === undefined || late.length === 0) return [];
  const size = ({ drift }: WarmUp['levels'][number]) =>
    drift === null ? 0 : Math.abs(drift.after - drift.before) / Math.max(drift.after, drift.before);
  const said = [...late]
    .sort((a, b) => size(b) - size(a))
    .slice(0, MOST)
    .map(
      ({ measure, scope, drift }) =>
        `${LEVELS[measure] ?? measure}${where(scenario, scope)}, ${round(drift?.before)} in its last four weeks and ${round(drift?.after)} in the four to ${dayText(dateOf(scenario, (warmUp.judgedUntil ?? 0) - 1))}`,
    );
  const text = `The warm-up of ${warmUp.days} days is too short: still changing when the period begins are ${said.join('; ')}. ${ADVICE} Where more is needed than there is, no warm-up is long enough.`;
  return [{ kind: 'warm-up-too-short', text }];
}

function where(scenario: Scenario, scope: string): string {
  return scope === 'all' ? '' : ` (${labelOf(scenario, scope)})`;
}

function labelOf({ services, hospitals, sharing }: Scenario, scope: string): string {
  const name = scope.slice(scope.indexOf(':') + 1);
  const among = scope.startsWith('service:') ? services : scope.startsWith('group:') ? sharing : hospitals;
  return among.find((it) => it.name === name)?.label ?? name;
}

const round = (level = Number.NaN): string => level.toLocaleString('en-GB', { maximumFractionDigits: level < 100 ? 1 : 0 });
