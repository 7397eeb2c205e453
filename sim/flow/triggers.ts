import { minutes } from '../engine/hours.ts';
import { takesHours } from '../scenario/kinds.ts';
import type { Parts } from './parts.ts';
import { flexOn, usable } from '../plan/openings.ts';
import type { Capacity } from '../engine/capacity.ts';
import { Appointment, Happening, Kind } from '../engine/instant.ts';
import { type Collection, DayRecord } from '../engine/day-record.ts';
import type { Trigger } from '../scenario/trigger.ts';
import type { HospitalObservations } from '../seen/discharges.ts';
import { count } from '../seen/tally.ts';
import type { TriggerObservations } from '../seen/triggers.ts';

/** Called as a trigger's capacity opens or closes. */
type Told = (trigger: Trigger, opens: boolean) => void;

/** Looks at every trigger's level each midnight, in the order of the scenario. */
export class NightlyReview extends Happening {
  private readonly parts: Parts;
  private readonly watches: Watch[];

  constructor(parts: Parts, triggers: Trigger[], collection: Collection, told: Told) {
    super();
    this.kind = Kind.trigger;
    this.parts = parts;
    this.watches = triggers.map(
      (trigger, i) => new Watch(parts, trigger, parts.observations.triggers[i] as TriggerObservations, collection, told),
    );
  }

  next(): void {
    this.parts.clock.after(1, this);
  }

  happen(): void {
    for (const watch of this.watches) watch.review();
    this.next();
  }
}

/** One trigger: closed, being arranged, or open. Warm-up included. */
class Watch {
  private state: 'closed' | 'arranged' | 'open' = 'closed';
  /** Midnights in a row on the far side of the threshold that counts now. */
  private nights = 0;
  private readonly parts: Parts;
  private readonly trigger: Trigger;
  private readonly told: Told;
  private readonly seen: TriggerObservations;
  private readonly level: () => number;
  private readonly from: number;

  constructor(parts: Parts, trigger: Trigger, seen: TriggerObservations, collection: Collection, told: Told) {
    this.parts = parts;
    this.trigger = trigger;
    this.told = told;
    this.seen = seen;
    this.level = levelOf(parts, trigger.when);
    this.from = collection.from;
    for (const { place, name } of trigger.opens) placeOf(parts, place, name).capacity.extra ??= new DayRecord(collection);
  }

  review(): void {
    if (this.state === 'arranged') return;
    const { when, until, leadTime } = this.trigger;
    const across = this.state === 'closed' ? this.level() > when.above : until !== null && this.level() < until.below;
    this.nights = across ? this.nights + 1 : 0;
    if (this.nights < (this.state === 'closed' ? when.nights : (until?.nights ?? Number.POSITIVE_INFINITY))) return;
    this.nights = 0;
    if (this.state === 'open') {
      this.turn(-1);
      return;
    }
    this.state = 'arranged';
    const { clock } = this.parts;
    clock.after(
      leadTime,
      new Appointment(Kind.capacity, this.parts.observations.hospitals.length + this.parts.observations.services.length, () =>
        this.turn(1),
      ),
    );
  }

  /** Opens the extra capacity (hours with the flex of that day), or closes it as places empty. */
  private turn(way: 1 | -1): void {
    const now = this.parts.clock.now();
    this.state = way === 1 ? 'open' : 'closed';
    this.seen.open.change(now, way);
    if (way === 1 && now >= this.from) count(this.seen.openings, Math.floor(now) - this.from);
    this.told(this.trigger, way === 1);
    for (const { place, name, units } of this.trigger.opens) {
      const { capacity } = placeOf(this.parts, place, name);
      const service = this.parts.plan.scenario.services.find((one) => place === 'service' && one.name === name);
      const bought = (capacity.extra as DayRecord).level + way * (takesHours(service) ? minutes(units) : units);
      capacity.setExtra(bought, takesHours(service) ? usable(bought, flexOn(service, Math.floor(now))) : bought);
    }
  }
}

function placeOf({ plan, observations }: Parts, place: 'hospital' | 'service', name: string): { capacity: Capacity } {
  const { hospitals, services } = plan.scenario;
  const of = (list: { name: string }[]) => list.findIndex((one) => one.name === name);
  return (place === 'hospital' ? observations.hospitals[of(hospitals)] : observations.services[of(services)]) as {
    capacity: Capacity;
  };
}

/** The level at this instant: after the releases and openings of midnight, before anyone arrives. */
function levelOf(parts: Parts, { measure, of }: Trigger['when']): () => number {
  const { observations } = parts;
  const { hospitals: all } = observations;
  const hospitals = of === null ? all : [placeOf(parts, 'hospital', of) as HospitalObservations];
  const total = (level: (hospital: HospitalObservations) => number) => () =>
    hospitals.reduce((sum, hospital) => sum + level(hospital), 0);
  const ofService = (level: (capacity: Capacity) => number) => {
    const { capacity } = placeOf(parts, 'service', of as string);
    return () => level(capacity);
  };
  switch (measure) {
    case 'no-criteria-to-reside':
      return total(({ byPlace }) =>
        byPlace.reduce(
          (sum, { byPathway }) =>
            byPathway.reduce((so, { ready }) => ready.reduce((people, { level }) => people + level, so), sum),
          0,
        ),
      );
    case 'acute-occupied':
      return total(({ capacity }) => capacity.using.level);
    case 'acute-waiting':
      return total(({ capacity }) => capacity.waiting.level);
    case 'waiting':
      return ofService(({ waiting }) => waiting.level);
    case 'in-service':
      return ofService(({ using }) => using.level);
    case 'service-occupancy':
      return ofService((capacity) => capacity.load(parts.clock.now()));
  }
}
