import type { Scenario } from '../sim/scenario/scenario.ts';
import type { Hospital, HoursOfDay } from '../sim/scenario/hospital.ts';
import type { Accepts, HoursService, Package, Service } from '../sim/scenario/service.ts';
import type { PresentGroup } from '../sim/scenario/start-from.ts';
import type { FigureOf, Observed, Stated } from '../sim/scenario/figures.ts';
import type { Limit } from '../sim/scenario/dated.ts';
import { MONTHS } from '../data/dates.ts';
import { followUpSentences } from './in-brief-follow-up.ts';
import { holidaySentences } from './in-brief-holidays.ts';
import { whatComesNext } from './in-brief-next.ts';
import { whoComes } from './in-brief-people.ts';
import { whoIsThere } from './in-brief-present.ts';
import { redirectionSentences } from './in-brief-redirections.ts';
import { precisionInWords } from './in-brief-run.ts';
import { changedTimes, mean } from './in-brief-times.ts';
import { triggerSentences } from './in-brief-triggers.ts';
import { dateOn, overTime } from './over-time.ts';
import type { ReadScenario } from './read-scenario.ts';
import { number } from './units/kinds.ts';
import { AcceptingDays } from './vocabulary/service.ts';

/** The plan in sentences, half a page: who comes, what they need, what there is and what becomes of it by date, what is aimed at. */
export function inBrief(read: ReadScenario, titleOf: (measure: string) => string, filled: PresentGroup[]): string[] {
  const { scenario } = read;
  return [
    ...whoIsThere(scenario, filled),
    ...whoComes(read),
    ...changedTimes(scenario),
    ...scenario.services.map(
      (service) =>
        `${service.label}${whose(scenario, service)}: ${capacity(scenario, service)}${care(scenario, service)}${starts(scenario, service)}${spot(scenario, service)}${money(service)}${closures(scenario, service)}.`,
    ),
    ...holidaySentences(scenario),
    ...scenario.sharing.map((group) => shared(scenario, group)),
    ...whatComesNext(scenario),
    ...followUpSentences(scenario),
    ...scenario.hospitals.flatMap(hoursOfDay),
    ...scenario.hospitals
      .filter(({ beds }) => beds.some(({ value }) => value !== 'unlimited'))
      .map(({ label, beds }) => `${label}: ${overTime(scenario, beds, limitIn('acute beds'))}.`),
    ...redirectionSentences(scenario),
    ...triggerSentences(scenario),
    ...scenario.ambitions.map((ambition) => `Aim, ${ambition.label}: ${titleOf(ambition.measure)} ${aim(read, ambition)}.`),
    ...precisionInWords(scenario, titleOf),
    ...(scenario.observed ?? []).map(
      (one) =>
        `Observed, ${one.label}: ${titleOf(one.measure)} of ${one.scope.replace(/^\w+:/, '')}, ${returned(one)}, shown beside the simulated.`,
    ),
    ...(scenario.stated ?? []).map((figure) => statedSentence(read, titleOf, figure)),
    ...read.removed.map(({ path, at }) => `Removed from what it builds on: ${path} [${at}].`),
  ];
}

/** When people become ready and leave, where the plan says so. */
function hoursOfDay({ label, readyHours, leavingHours }: Hospital): string[] {
  const spells = (hours: HoursOfDay | null) =>
    (hours ?? []).map(({ from, to, share }) => `${number(share * 100)}% from ${from}:00 to ${to}:00`).join(', ');
  return [
    ...(readyHours ? [`${label}: people become discharge ready ${spells(readyHours)}.`] : []),
    ...(leavingHours ? [`${label}: people leave ${spells(leavingHours)}, at the next such hour once a place is found.`] : []),
  ];
}

/** How much of the period was returned. */
function returned({ by, values }: Observed): string {
  return `${number(values.filter((value) => value !== null).length)} of ${number(values.length)} ${by}s`;
}

/** `, for people from the north`; empty where it is for everybody. */
function whose({ places, hospitals }: Scenario, { serves }: Service): string {
  const labels = (items: { name: string; label: string }[], names: string[] | null) =>
    (names ?? []).map((name) => items.find((it) => it.name === name)?.label ?? name).join(' and ');
  const [from, of] = [labels(places, serves.places), labels(hospitals, serves.hospitals)];
  return `${from || of ? ', for people' : ''}${from && ` from ${from}`}${of && ` of ${of}`}`;
}

function shared({ services }: Scenario, { label, services: members, above }: Scenario['sharing'][number]): string {
  const names = members.map((name) => services.find((it) => it.name === name)?.label ?? name).join(', ');
  if (above === null) return `${label} is ${names}: everybody waits for the own one.`;
  const when = above === 0 ? '' : `, once ${number(above * 100)}% of the own one is in use`;
  return `${label} is ${names}: own place first, then any of them that has room and nobody of its own waiting${when}.`;
}

function limitIn(unit: string): (value: Limit) => string {
  return (value) => (value === 'unlimited' ? `unlimited ${unit}` : `${number(value)} ${unit}`);
}

function capacity(scenario: Scenario, service: Service): string {
  if (service.kind === 'hours')
    return `${overTime(scenario, service.commissioned, limitIn('hours a week'))}${flex(scenario, service)}`;
  if (service.kind === 'beds') return overTime(scenario, service.beds, limitIn('beds'));
  return `${overTime(scenario, service.starts, limitIn('new starts a week'))}${service.panel ? `, given at a panel each ${service.panel}` : ''}`;
}

/** `; delivery above that: any, up to 10% from 1 December 2021`; empty where none is ever allowed. */
function flex(scenario: Scenario, { flex, flexFrom = [{ from: 0, value: flex }] }: HoursService): string {
  if (flexFrom.every(({ value }) => value === 0)) return '';
  return `; delivery above that: ${overTime(scenario, flexFrom, (value) => (value === 'unlimited' ? 'any' : value === 0 ? 'none' : `up to ${number(value * 100)}%`))}`;
}

function care(scenario: Scenario, service: Service): string {
  const arranged = service.leadTime ? `; arranging it takes ${mean(scenario, service.leadTime)}` : '';
  if (service.kind === 'placements') return arranged;
  const several = service.packages.length > 1;
  const rule =
    service.kind === 'hours' && service.starts === 'whoever fits'
      ? '; whoever fits starts, passing those before them who do not'
      : '';
  const paid =
    service.kind === 'hours' && service.paidHours !== 1
      ? `; ${number(service.paidHours)} hours are paid for each contact hour`
      : '';
  return `${service.packages.map((it) => `; ${several ? `${number((it.share[0]?.value ?? 0) * 100)}% ${it.label}: ` : ''}${packageOf(scenario, it)}`).join('')}${rule}${paid}${arranged}`;
}

/** The contract year, the budget and who pays. */
function money(service: Service): string {
  const { payers } = service;
  const paid =
    payers.length === 0
      ? ''
      : `; paid by ${payers.map(({ name, share }) => (payers.length > 1 ? `${name} (${number(share * 100)}%)` : name)).join(' and ')}`;
  if (service.kind !== 'hours' || service.contract === null) return paid;
  const { yearStarts, overDeliveredBefore, budget } = service.contract;
  const amount = (value: number): string => (budget?.in === '£' ? `£${number(value)}` : `${number(value)} hours`);
  const before = overDeliveredBefore > 0 ? `, ${number(overDeliveredBefore)} hours over-delivered before the period` : '';
  const most =
    budget === null
      ? ''
      : `, a budget of ${amount(budget.amount)}${budget.usedBefore > 0 ? `, of which ${amount(budget.usedBefore)} went before the period` : ''}`;
  return `; contract years from ${yearStarts.day} ${MONTHS[yearStarts.month - 1]}${before}${most}${paid}`;
}

const MORE = { hours: 'hours a week', beds: 'beds', placements: 'starts in a week' };

function spot(scenario: Scenario, { kind, spot }: Service): string {
  if (spot === null) return '';
  const most = overTime(scenario, spot.atMost, (value) => `up to ${number(value)} ${MORE[kind]}`);
  const when =
    spot.leadTime === 0 ? 'at once' : `${number(spot.leadTime)} ${spot.leadTime === 1 ? 'day' : 'days'} after the order`;
  return `; when that is full and somebody waits, ${most} more on the spot, ${when}`;
}

function closures(scenario: Scenario, { closures }: Service): string {
  return closures
    .map(({ name, from, until }) => `; nobody new from ${dateOn(scenario, from)} to ${dateOn(scenario, until - 1)} (${name})`)
    .join('');
}

function packageOf(scenario: Scenario, { hours, carers, stay, longest }: Package): string {
  const weekly =
    hours.length === 0
      ? ''
      : `${hours.map(number).join(', then ')} hours a week a person${carers > 1 ? ` (${carers} carers at once)` : ''}, `;
  return `${weekly}for ${mean(scenario, stay)}${longest === 'unlimited' ? '' : `, ended at ${number(longest)} days`}`;
}

/** Only where the days change on a date; else they are among the values. */
function starts(scenario: Scenario, { acceptsFrom }: Service): string {
  return acceptsFrom === undefined ? '' : `; people start ${overTime(scenario, acceptsFrom, accepting)}`;
}

function accepting({ weekdays, holidays }: Accepts): string {
  return `${new AcceptingDays(weekdays).inWords()}${holidays ? '' : ' but not on bank holidays'}`;
}

function aim(read: ReadScenario, { name, direction, ...figure }: Scenario['ambitions'][number]): string {
  return `${valueAt(read, `ambitions.${name}.${direction}`)} ${overMonths(figure)}`;
}

const ROLES: Record<Stated['role'], string> = {
  input: 'the scenario was told it',
  fitted: 'an assumption was set to meet it',
  derived: 'it comes out of the simulation',
};

/** Agreement says something of the model only where the figure comes out of it. */
function statedSentence(
  read: ReadScenario,
  titleOf: (measure: string) => string,
  { name, label, measure, scope, role, ...figure }: Stated,
): string {
  const of = scope === 'all' ? '' : ` of ${scope.replace(/^\w+:/, '')}`;
  return `Stated, ${label}: ${titleOf(measure)}${of} ${valueAt(read, `stated.${name}.value`)} ${overMonths(figure)}; ${ROLES[role]}.`;
}

const valueAt = ({ values }: ReadScenario, at: string): string => values.find(({ path }) => path === at)?.value ?? '';

function overMonths({ months, over }: Pick<FigureOf, 'months' | 'over'>): string {
  if (months === null) return 'over the period';
  const named = months.map(monthInWords);
  const list = named.length > 3 ? `${named[0]} to ${named.at(-1)}` : named.join(', ');
  return `in ${list}${named.length > 1 ? (over === 'each' ? ', each by itself' : ', together') : ''}`;
}

function monthInWords(month: string): string {
  const [year, number] = month.split('-');
  return `${MONTHS[Number(number) - 1]} ${year}`;
}
