import type { Streams } from '../random/streams.ts';
import type { CareSystem } from './care-system.ts';
import { peoplePresent } from '../load/flow-balance.ts';
import type { Capacity } from '../engine/capacity.ts';
import { MOMENTS } from '../people/patient.ts';
import type { Plan } from '../plan/plan.ts';
import { type Met, PresentDoor } from '../people/present-door.ts';
import type { PresentGroup } from '../scenario/start-from.ts';
import type { DischargeObservations } from '../seen/discharges.ts';
import { Taper, weekOf } from './taper.ts';
import type { Move, Person, Way } from './way.ts';

/**
 * Puts the people present where they are when the period starts, as if they had come before it: in a place (also above the
 * ceiling: nobody is moved out), or in a line, those referred first ahead. Then whoever finds a free place starts.
 * They have the numbers -1, -2 …, so that everybody who comes later keeps theirs.
 */
export function startFromToday(plan: Plan, care: CareSystem, streams: Streams): void {
  if (plan.scenario.startFrom === null) return;
  const start = new Start(care);
  for (const { met, group } of peopleOf(plan, care, streams)) start.put(met, group);
  start.linesMove();
}

function* peopleOf(plan: Plan, care: CareSystem, streams: Streams): Iterable<{ met: Met<Way>; group: PresentGroup }> {
  const doors = new Map<string, PresentDoor<Way>>();
  let number = 0;
  for (const group of peoplePresent(plan.scenario)) {
    const name = streamOf(group);
    const door =
      doors.get(name) ??
      new PresentDoor(
        plan,
        name,
        group,
        (purpose) => streams(`${name}/${purpose}`),
        (journey) => care.wayOf(journey),
      );
    doors.set(name, door);
    for (let i = 0; i < group.people; i++) yield { met: door.next(group, --number), group };
  }
}

/** People alike but for their days so far draw from the same streams, one after another. */
export function streamOf({ at, state, pathway, place, next }: PresentGroup): string {
  const where = 'hospital' in at ? `hospitals/${at.hospital}` : `services/${at.service}`;
  // No name holds `=`.
  return [
    'start-from',
    where,
    state,
    ...(pathway === null ? [] : [pathway]),
    ...(place === undefined ? [] : [`place=${place}`]),
    ...(next === undefined ? [] : [`next=${next}`]),
  ].join('/');
}

interface InLine {
  person: Person;
  capacity: Capacity;
  since: number;
}

class Start {
  private readonly care: CareSystem;
  private readonly lines: InLine[] = [];

  constructor(care: CareSystem) {
    this.care = care;
  }

  put({ person, at, soFar, left, ready, admitted, kept }: Met<Way>, group: PresentGroup): void {
    const { observations, clock } = this.care;
    const { moves } = person.way;
    const move = moves[at] as Move;
    observations.cameIn++;
    person.step = at + 1;
    person.spell = MOMENTS + drawnUpTo(person.way, at);
    person.arrivedAt = admitted === null ? -soFar : -admitted;
    if (admitted !== null) this.inAcuteBed(person, admitted, ready);
    if (kept !== null) this.inService(person, moves[kept.at] as Move, kept.soFar, group);
    if (left === null) {
      person.referredAt = -soFar;
      if (ready !== null) observations.acute.processOver(clock.now(), move.discharge ?? dischargeOf(person));
      if (kept !== null) move.finished?.careFinished(clock.now(), person.held);
      if (person.placeless) observations.withoutPlace++;
      this.lines.push({ person, capacity: move.capacity as Capacity, since: -soFar });
      return;
    }
    if (admitted === null) this.inService(person, move, soFar, group);
    person.kind = move.kind;
    const days = move.toReadyHour ? Math.max(0, Math.floor(left) + (person.times[person.spell - 1] as number)) : left;
    person.until = clock.now() + days;
    clock.after(days, person);
  }

  /** Longest wait first; then whoever can start does. */
  linesMove(): void {
    const { observations, clock } = this.care;
    for (const { person, capacity, since } of this.lines.sort((a, b) => a.since - b.since)) {
      const move = person.way.moves[person.step - 1] as Move;
      person.need = move.need;
      capacity.queue(person, since);
      observations.lined(clock.now(), move.group, 1);
      person.waiting = true;
      if (move.patient) this.care.waitAtMost(person, person.times[person.spell - 1] as number);
    }
    for (const { capacity } of [...observations.services, ...observations.hospitals]) capacity.admit(clock.now());
  }

  /** `ready`: days since the ready date; null where the clinical stay goes on. */
  private inAcuteBed(person: Person, admitted: number, ready: number | null): void {
    const { observations } = this.care;
    const { hospital } = person.way;
    person.need = 1;
    person.held = 1;
    person.placeless = false;
    hospital?.capacity.hold(person);
    observations.acute.present(person, -admitted);
    if (ready !== null) observations.acute.becameReady(person, -ready, dischargeOf(person), false);
  }

  /** In the service they are counted in, which may help out the one that is their own. */
  private inService(person: Person, move: Move, soFar: number, { at }: PresentGroup): void {
    const { taper } = move;
    person.need = taper === null ? move.need : (taper[weekOf(soFar, taper)] as number);
    person.held = person.need;
    person.placeless = false;
    person.startedAt = -soFar;
    this.capacityOf(at as { service: string }).hold(person);
    person.asked = move.capacity;
    if (taper !== null) person.taper = new Taper(this.care.clock, person, taper, soFar);
  }

  private capacityOf({ service }: { service: string }): Capacity {
    const { observations, plan } = this.care;
    return observations.services[plan.scenario.services.findIndex(({ name }) => name === service)]?.capacity as Capacity;
  }
}

/** Times drawn for the steps up to and with this one; a time that belongs to no step of its own goes with the one before it. */
function drawnUpTo({ journey: { draws, steps } }: Way, at: number): number {
  const later = draws.findIndex(({ step }) => steps.indexOf(step) > at);
  return later < 0 ? draws.length : later;
}

/** Of the person's hospital and pathway. */
function dischargeOf({ way }: Person): DischargeObservations {
  return way.moves.find(({ discharge }) => discharge !== null)?.discharge as DischargeObservations;
}
