import type { Parts } from './parts.ts';
import type { Carer, Patient } from '../people/patient.ts';
import type { Watched } from '../seen/acute.ts';
import type { Journey } from '../plan/journey.ts';
import type { DatedTime } from '../plan/dated-time.ts';
import type { Capacity } from '../engine/capacity.ts';
import { minutes } from '../engine/hours.ts';
import { endOf } from '../scenario/ends.ts';
import { Kind } from '../engine/instant.ts';
import type { Afterwards } from '../plan/afterwards.ts';
import type { FollowUpObservations } from '../seen/follow-up.ts';
import type { DischargeObservations, HospitalObservations } from '../seen/discharges.ts';
import type { ExitObservations } from '../seen/exits.ts';
import type { Group, ServiceObservations } from '../seen/referrals.ts';
import type { Place, Route, Step } from '../patient-journey.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { packagesOf } from '../scenario/kinds.ts';

/** A journey in one replication: its steps bound to the capacities and records they are about. */
export interface Way extends Watched {
  steps: Step[];
  moves: Move[];
  /** What becomes of its people once they are discharged, and where that is counted; null: nobody looks. */
  afterwards: (Afterwards & { seen: FollowUpObservations }) | null;
}

/** Somebody on the way. */
export type Person = Patient<Way>;

/** The replication to whose capacities and records journeys are bound. */
export interface Binding extends Parts {
  readonly care: Carer;
  wayOf(journey: Journey): Way;
}

export const Verb = {
  seize: 0,
  release: 1,
  spend: 2,
  ready: 3,
  referred: 4,
  workingDay: 5,
  leave: 6,
  readmit: 7,
  leavingHour: 8,
  goOn: 9,
} as const;

/** One step as the simulation runs it; fields that a verb does not use keep their defaults. */
export class Move {
  verb: number = Verb.leave;
  capacity: Capacity | null = null;
  need = 1;
  /** Minutes a week in each week of the stay, where they taper. */
  taper: number[] | null = null;
  /** The clinical stay ends at the hour of the day that comes next among the person's times. */
  toReadyHour = false;
  /** The place after is found and kept until an hour of leaving: from here until the bed is given back, or where it is. */
  placeKept = false;
  /** Gives back the place before, a new one having been found. */
  moving = false;
  /** Gives back the place before to wait at home, holding nothing. */
  goesHome = false;
  /** How a spell's time depends on the day it begins; null: not at all. */
  dated: DatedTime | null = null;
  /** Order inside an instant of the end of a spell. */
  kind: number = Kind.completion;
  hospital: HospitalObservations | null = null;
  service: ServiceObservations | null = null;
  /** The stream's own record in the service. */
  group: Group = [];
  discharge: DischargeObservations | null = null;
  /** Care in the service held is finished, and this step is on the way to what comes next. */
  finished: ExitObservations | null = null;
  /** The next of the person's times is how long the person waits at most. */
  patient = false;
  /** Ready and gone at one instant. */
  passing = false;
  /** The stay in the acute bed ended in death: the bed is given back, and nobody is discharged. */
  died = false;
  /** Ends by day, where leaving here is one that is counted. */
  ends: Float64Array | null = null;
  /** The discharge is to a service; the referral is the first, from an acute bed. */
  toService = false;
}

export function wayOf(to: Binding, journey: Journey): Way {
  const { scenario } = to.plan;
  const { route, steps, priority, dated } = journey;
  const pathway = scenario.pathways.findIndex(({ name }) => name === route.pathway);
  const hospital = to.observations.hospitals[scenario.hospitals.findIndex(({ name }) => name === route.hospital)] ?? null;
  const residents = hospital?.byPlace[Math.max(0, placeOf(scenario, route))] ?? null;
  const discharge = residents?.byPathway[pathway] ?? null;
  const way: Way = {
    care: to.care,
    journey,
    priority,
    route,
    steps,
    moves: [],
    hospital,
    residents,
    discharge,
    afterwards: null,
  };
  way.moves = steps.map((_, i) => moveOf(to, way, i));
  way.moves.forEach((move, i) => {
    move.dated = dated[i] ?? null;
  });
  way.afterwards = boundAfterwards(to, way);
  return way;
}

/** People who go on from another journey are counted after discharge where that one's people are. */
function boundAfterwards(to: Binding, { journey, discharge }: Way): Way['afterwards'] {
  const { afterwards, before, route } = journey;
  if (afterwards === null) return null;
  const into = to.plan.scenario.services.findIndex(({ name }) => name === route.services[0]?.name);
  const seen =
    before === null
      ? to.observations.followed(discharge as DischargeObservations, into)
      : (to.wayOf(before).afterwards?.seen as FollowUpObservations);
  return { ...afterwards, seen };
}

/** Among the scenario's places; -1 where none are told apart. */
function placeOf(scenario: Scenario, { livesIn }: Route): number {
  return scenario.places.findIndex(({ name }) => name === livesIn);
}

function moveOf(to: Binding, way: Way, i: number): Move {
  const { steps, route, hospital, discharge } = way;
  const { stream } = way.journey;
  const step = steps[i] as Step;
  const move = new Move();
  if (step.verb === 'leave') return move;
  if (step.verb === 'go on') {
    move.verb = Verb.goOn;
    return move;
  }
  if (step.verb === 'readmit') {
    const last = to.plan.scenario.services.findIndex(({ name }) => name === route.services.at(-1)?.name);
    move.service = to.observations.services[last] ?? null;
  } else if (step.place.at === 'hospital') {
    move.hospital = hospital;
    move.discharge = discharge;
    move.capacity = (hospital as HospitalObservations).capacity;
  } else {
    const service = to.plan.scenario.services.findIndex(({ name }) => name === step.place.name);
    move.service = to.observations.services[service] as ServiceObservations;
    const place = placeOf(to.plan.scenario, route);
    move.group = [
      ...move.service.byStream.slice(stream, stream + 1),
      ...(place < 0 ? [] : move.service.byPlace.slice(place, place + 1)),
    ];
    move.capacity = move.service.capacity;
    bindPackage(to, move, service, route.services.find(({ name }) => name === step.place.name)?.package ?? null);
  }
  move.finished = exitsOf(to, keptUntilNext(steps, i));
  move.toService = route.services.length > 0;
  move.verb = verbOf(step);
  move.patient = step.verb === 'seize' && step.patience;
  if (step.verb === 'become') {
    move.passing = isReady(step) && steps[i + 1]?.verb === 'release';
    if (step.place.name === route.services[0]?.name) move.discharge = discharge;
  }
  if (step.verb === 'release') {
    move.died = route.diesInHospital;
    const ends = move.service === null ? null : endOf(to.plan.scenario, route, step.place.name);
    if (ends !== null) move.ends = (move.service as ServiceObservations)[ends];
    move.passing = isReady(steps[i - 1]);
    move.placeKept = isPlaceKept(steps, i - 1);
    move.moving = move.placeKept || steps[i - 1]?.verb === 'seize';
    move.goesHome = !move.moving && !isEnd(steps[i + 1]);
  }
  if (step.verb === 'await leaving hour') move.placeKept = isPlaceKept(steps, i);
  if (step.verb === 'spend') move.toReadyHour = step.toReadyHour ?? false;
  if (step.verb === 'spend') move.kind = step.on === 'stay' && isEnd(steps[i + 2]) ? Kind.release : Kind.completion;
  return move;
}

/** The service that is kept, its care being finished, until the next place is found: from the referral on to the release. */
function keptUntilNext(steps: Step[], i: number): Place | null {
  let at = i;
  while (isTowardsNext(steps[at])) at++;
  const step = steps[at];
  return step?.verb === 'release' && step.place.at === 'service' && steps[at - 1]?.verb === 'seize' ? step.place : null;
}

function isTowardsNext(step: Step | undefined): boolean {
  return (
    step?.verb === 'seize' ||
    (step?.verb === 'become' && step.state === 'referred') ||
    (step?.verb === 'spend' && step.on === 'lead time')
  );
}

function exitsOf(to: Binding, service: Place | null): ExitObservations | null {
  return service === null
    ? null
    : (to.observations.services[to.plan.scenario.services.findIndex(({ name }) => name === service.name)]?.exits ?? null);
}

/** What the package uses, week by week, and the record of those who take it. */
function bindPackage(to: Binding, move: Move, service: number, name: string | null): void {
  const packages = packagesOf(to.plan.scenario.services[service]);
  const at = packages.findIndex((it) => it.name === name);
  const hours = (packages[at]?.hours ?? []).map(minutes);
  move.need = hours[0] ?? 1;
  if (hours.length > 1) move.taper = hours;
  move.group = [...move.group, ...(move.service as ServiceObservations).byPackage.slice(at, at + 1)];
}

function verbOf(step: Step): number {
  switch (step.verb) {
    case 'become':
      return step.state === 'ready' ? Verb.ready : Verb.referred;
    case 'await working day':
      return Verb.workingDay;
    case 'await leaving hour':
      return Verb.leavingHour;
    case 'go on':
      return Verb.goOn;
    default:
      return Verb[step.verb];
  }
}

function isPlaceKept(steps: Step[], i: number): boolean {
  return steps[i]?.verb === 'await leaving hour' && steps[i - 1]?.verb === 'seize';
}

function isEnd(step: Step | undefined): boolean {
  return step?.verb === 'leave' || step?.verb === 'readmit' || step?.verb === 'go on';
}

function isReady(step: Step | undefined): boolean {
  return step?.verb === 'become' && step.state === 'ready';
}
