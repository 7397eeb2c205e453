import { staysIn } from '../scenario/kinds.ts';
import type { Warning } from '../result.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Service } from '../scenario/service.ts';
import type { PresentGroup } from '../scenario/start-from.ts';
import { balanceOf, filledFromFlowBalance, peoplePresent } from '../load/flow-balance.ts';
import { isFullWhereAnybodyWaits, waitingFor } from '../load/waiting-at-start.ts';

/**
 * Far is more than 30% off what is expected, and more than chance makes of it. People in a place without a limit vary as a Poisson number:
 * three standard deviations. A place whose load is 85% of its capacity or more is nearly always nearly full, so there 30% is enough:
 * such a place then starts under 60% full.
 */
const FAR = 0.3;
const SDS = 3;
const NEARLY_FULL = 0.85;
/** Room that cannot be chance or a bed being cleaned. */
const ROOM = 0.1;

/** Who is there, and who should be by the plan's own rates. */
interface Start {
  what: string;
  people: number;
  /** With nobody waiting: `least` as far as there is room, `most` without a limit. */
  least: number;
  most: number;
  /** What is expected as a share of what may be there; 0 without a limit. */
  use: number;
  load: string;
  ofService: boolean;
}

/**
 * Said wherever a hospital or a service starts far from what its own load keeps there: the first weeks are then easier, or harder, than the
 * plan's own flow makes them; and where not everybody was counted.
 */
export function startWarnings(scenario: Scenario): Warning[] {
  if (scenario.startFrom === null) return [];
  const present = peoplePresent(scenario);
  const starts = [
    ...scenario.hospitals.flatMap(({ name, label }) => inHospital(scenario, present, name, label)),
    ...served(scenario).flatMap((one) => inServices(scenario, present, one)),
  ];
  const emptier = starts
    .filter((start) => isFar(start) && start.people < start.least)
    .map((start) => inWords(start, start.least));
  const fuller = starts.filter((start) => isFar(start) && start.people > start.most).map((start) => inWords(start, start.most));
  const idle = served(scenario).flatMap((one) => withRoom(scenario, present, one));
  return [
    ...notCounted(present, filledFromFlowBalance(scenario)),
    ...said(
      'starts-far-from-load',
      'The period begins emptier than the plan’s own flow makes it, so waits and delays in its first weeks come out too low',
      emptier,
    ),
    ...said(
      'starts-fuller-than-load',
      'The period begins fuller than the plan’s own flow makes it: the count, a rate or a stay may not be that of these people',
      fuller,
    ),
    ...said(
      'starts-far-from-load',
      'The start counts people as waiting for a service that has places free, so in the simulation their wait is over on the first day. Check three things: how many people are in the service, its capacity, and what these people wait for',
      idle,
    ),
  ];
}

function notCounted(present: PresentGroup[], filled: PresentGroup[]): Warning[] {
  if (filled.length === 0) return [];
  const text = `Of the ${round(count(present))} people present at the start ${round(count(filled))} were not counted: they were filled from flow balance (people a day × mean stay, as many as fit where people are counted as waiting), and nobody was put in a queue. A queue that nobody counted makes the real start worse.`;
  return [{ kind: 'start-filled', text }];
}

function said(kind: string, what: string, where: string[]): Warning[] {
  return where.length === 0 ? [] : [{ kind, text: `${what}. ${where.join(' ')}` }];
}

function isFar({ people, least, most, use }: Start): boolean {
  const chance = (expected: number) => SDS * Math.sqrt(Math.max(1, expected));
  if (people < least) return least - people > Math.max(FAR * least, use >= NEARLY_FULL ? 0 : chance(least));
  return people - most > Math.max(FAR * most, chance(most));
}

function inWords({ what, people, most, use, load, ofService }: Start, expected: number): string {
  const counted = `${what}: ${people === 0 ? 'nobody' : round(people)} at the start`;
  // The number is cut at what fits, so the share of the capacity that all of them would take is said of them all.
  if (use > 1 && expected < most)
    return `${counted}, ${round(expected)} fit on the first day: ${load} would fill ${percent(use)} of its capacity.`;
  const share = ofService && use > 0 ? ` (${percent(use)} of its capacity)` : '';
  return `${counted}, ${round(expected)} by ${load}${share} on the first day.`;
}

/** The whole hospital, or, where that is near, the pathways that are not. Who waits for a service is not expected, so not counted. */
function inHospital(scenario: Scenario, present: PresentGroup[], hospital: string, label: string): Start[] {
  const here = present.filter(
    ({ at, state }) => 'hospital' in at && at.hospital === hospital && (state === 'in stay' || state === 'in process'),
  );
  const expected = scenario.pathways.map(({ name }) => {
    const { inStay, inProcess } = balanceOf(scenario).inHospital(hospital, name);
    return inStay + inProcess;
  });
  const beds = bedsFor(scenario, hospital);
  const fits = Math.min(1, beds / sum(expected));
  const start = (what: string, people: number, all: number, use: number): Start => ({
    what,
    people,
    least: all * fits,
    most: all,
    use,
    load: 'admissions and clinical stays',
    ofService: false,
  });
  const whole = start(`${label}, acute beds`, count(here), sum(expected), sum(expected) / beds);
  if (isFar(whole) || here.some(({ pathway }) => pathway === null)) return [whole];
  return scenario.pathways.map((pathway, i) =>
    start(`${label}, ${pathway.label}`, count(here.filter((group) => group.pathway === pathway.name)), expected[i] as number, 0),
  );
}

/** Of those whose stay or process goes on: people who wait have a bed too. */
function bedsFor(scenario: Scenario, hospital: string): number {
  const beds = scenario.hospitals.find(({ name }) => name === hospital)?.beds[0]?.value ?? 'unlimited';
  const waiting = count(
    peoplePresent(scenario).filter(({ at, state }) => 'hospital' in at && at.hospital === hospital && state === 'waiting'),
  );
  return beds === 'unlimited' ? Number.POSITIVE_INFINITY : Math.max(0, beds - waiting);
}

interface Served {
  label: string;
  services: Service[];
}

/** Services that help one another out are taken together; nobody stays in placements. */
function served({ services, sharing }: Scenario): Served[] {
  const staying = services.filter(staysIn);
  const groups = sharing
    .filter(({ above }) => above !== null)
    .map(({ label, services: names }) => ({ label, services: staying.filter(({ name }) => names.includes(name)) }));
  const alone = staying
    .filter((service) => !groups.some((group) => group.services.includes(service)))
    .map((service) => ({ label: service.label, services: [service] }));
  return [...alone, ...groups].filter(({ services }) => services.length > 0);
}

function inServices(scenario: Scenario, present: PresentGroup[], { label, services }: Served): Start[] {
  const { inStay, fit } = loadOf(scenario, services);
  return [
    {
      what: label,
      people: count(within(present, services)),
      least: Math.min(inStay, fit),
      most: inStay,
      use: inStay / fit,
      load: 'the people who come to it and their stays',
      ofService: true,
    },
  ];
}

function withRoom(scenario: Scenario, present: PresentGroup[], { label, services }: Served): string[] {
  const waiting = sum(services.map(({ name }) => waitingFor(scenario).get(name) ?? 0));
  const { fit } = loadOf(scenario, services);
  const room = fit - count(within(present, services));
  if (waiting < 1 || !Number.isFinite(room) || room < waiting || room <= ROOM * fit || !services.every(isFullWhereAnybodyWaits))
    return [];
  return [`${label}: ${round(waiting)} waiting, places free for ${round(room)}.`];
}

/** People in their stay or waiting there for what comes next. */
function within(present: PresentGroup[], services: Service[]): PresentGroup[] {
  return present.filter(
    ({ at, state }) => 'service' in at && services.some(({ name }) => name === at.service) && state !== 'waiting',
  );
}

/** People there by the plan's own rates on the first day, and people of their kind that fit; Infinity without a limit. */
function loadOf(scenario: Scenario, services: Service[]): { inStay: number; fit: number } {
  const loads = services.map(({ name }) => balanceOf(scenario).inService(name));
  const [inStay, inUse, open] = [
    sum(loads.map((it) => it.inStay)),
    sum(loads.map((it) => it.inUse)),
    sum(loads.map((it) => it.open)),
  ];
  return { inStay, fit: inUse > 0 ? (inStay * open) / inUse : Number.POSITIVE_INFINITY };
}

const percent = (share: number): string => `${round(100 * share)}%`;
const sum = (values: number[]): number => values.reduce((so, value) => so + value, 0);
const count = (groups: PresentGroup[]): number => sum(groups.map(({ people }) => people));

function round(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 });
}
