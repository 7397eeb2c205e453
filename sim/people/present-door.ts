import { type Journey, journeyFrom } from '../plan/journey.ts';
import { timesOf } from './times.ts';
import type { Streams } from '../random/streams.ts';
import { type Past, pastsOf, presentPurposes } from '../plan/past.ts';
import { MOMENTS, Patient, type Bound } from './patient.ts';
import type { Spell, Step } from '../patient-journey.ts';
import type { Plan } from '../plan/plan.ts';
import { chanceOf } from './chance.ts';
import { quantileOf } from '../random/distributions.ts';
import { wholeTicks } from '../engine/ticks.ts';
import { Luck } from '../random/luck.ts';
import { UnderWay } from '../random/under-way.ts';
import type { PresentGroup } from '../scenario/start-from.ts';

/** Somebody met in the middle of a journey. */
export interface Met<Way extends Bound> {
  person: Patient<Way>;
  /** The step they are at. */
  at: number;
  /** Days in their state so far, and still to come; `left` is null for somebody in a line. */
  soFar: number;
  left: number | null;
  /** Days since the ready date, and since admission; null where they are not ready, or in no acute bed. */
  ready: number | null;
  admitted: number | null;
  /** The stay in a service that is over but for what comes next: its step, and the days there so far; null: none. */
  kept: { at: number; soFar: number } | null;
}

/** The spell that people in a state are in the middle of; null: they are in a line. */
const SPELL: Record<PresentGroup['state'], Spell | null> = {
  'at the door': null,
  waiting: null,
  'waiting for next': null,
  'in process': 'process delay',
  'in stay': 'stay',
};

/**
 * The door of people who are there already, all alike but for the days so far: draws who they are, how long they have
 * been there and what is left, one uniform a person and purpose, and what comes after as for anybody else.
 */
export class PresentDoor<Way extends Bound> {
  private readonly plan: Plan;
  private readonly luck: Luck;
  private readonly purposes: string[];
  private readonly pasts: Past[];
  private readonly wayOf: (journey: Journey) => Way;

  /** `name`: of the stream that people alike draw from; `wayOf` binds a journey to the replication's capacities. */
  constructor(plan: Plan, name: string, group: PresentGroup, streams: Streams, wayOf: (journey: Journey) => Way) {
    this.plan = plan;
    this.wayOf = wayOf;
    this.purposes = presentPurposes(plan.scenario);
    this.luck = new Luck(this.purposes.map(streams));
    this.pasts = plan.pasts.get(name) ?? pastsOf(plan, this.purposes, group);
    plan.pasts.set(name, this.pasts);
  }

  next(group: PresentGroup, number: number): Met<Way> {
    const { luck } = this;
    luck.next();
    const known = group.soFar === null ? null : wholeTicks(quantileOf(group.soFar)(this.of('so far')));
    const past = this.pastOf(known);
    const way = this.wayOf(journeyFrom(past.tree, 0, luck));
    const person = new Patient(number, way, timesOf(way.journey.draws, luck));
    const at = stepOf(way.journey, group);
    const { soFar, left } = past.spell === null ? { soFar: known ?? 0, left: null } : this.met(this.underWay(past), known);
    if (left === null) this.shortenPatience(person, at, soFar);
    if (past.choice !== null) this.mayTakeAnother(person, past.choice);
    const met: Met<Way> = { person, at, soFar, left, ready: null, admitted: null, kept: null };
    if (group.state === 'waiting for next')
      return { ...met, kept: { at: way.journey.steps.findIndex(isStay), soFar: drawn(person, 'stay') + soFar } };
    if ('service' in group.at || group.state === 'at the door') return met;
    if (group.state === 'in stay') return { ...met, admitted: soFar };
    const [sinceReady, sinceAdmission] = [group.sinceReady, group.sinceAdmission].map((days) =>
      days == null ? null : wholeTicks(days),
    );
    const ready = sinceReady ?? (group.state === 'in process' ? soFar : soFar + drawn(person, 'process delay'));
    return { ...met, ready, admitted: sinceAdmission ?? ready + drawn(person, 'clinical stay') };
  }

  /** Redirections look at the person on the ready date, as at anybody. */
  private mayTakeAnother(person: Patient<Way>, { choice, others }: NonNullable<Past['choice']>): void {
    person.chance = chanceOf(choice, this.of('redirection'), (other) => {
      const way = this.wayOf(journeyFrom(others[other] as Past['tree'], 0, this.luck));
      return { way, times: timesOf(way.journey.draws, this.luck) };
    });
  }

  private of(purpose: string): number {
    return this.luck.of(this.purposes.indexOf(purpose));
  }

  /** People with long stays are met more often; and after some days, only those whose stay lasts as long. */
  private pastOf(soFar: number | null): Past {
    const weights = this.pasts.map((past) => {
      if (past.spell === null || this.pasts.length === 1) return past.weight;
      const spell = this.underWay(past);
      return past.weight * (soFar === null ? spell.mean : spell.beyond(soFar));
    });
    let u = this.of('came from') * weights.reduce((sum, weight) => sum + weight, 0);
    const i = weights.findIndex((weight) => {
      u -= weight;
      return u < 0;
    });
    return this.pasts.at(i) as Past; // beyond every stay: the last
  }

  private met(spell: UnderWay, known: number | null): { soFar: number; left: number } {
    const [u, v] = [this.of('stay'), this.of('so far')];
    if (this.plan.scenario.startFrom?.remaining === 'uniform') {
      const fresh = spell.fresh(u);
      const left = 1 + v * (fresh - 1);
      return { soFar: known ?? wholeTicks(Math.max(0, fresh - left)), left: wholeTicks(left) };
    }
    if (known !== null) return { soFar: known, left: wholeTicks(spell.left(known, u)) };
    const whole = spell.whole(u);
    return { soFar: wholeTicks(v * whole), left: wholeTicks((1 - v) * whole) };
  }

  /** What is left of it for somebody who has waited some days already. */
  private shortenPatience(person: Patient<Way>, at: number, waited: number): void {
    const { draws, steps } = person.way.journey;
    const i = draws.findIndex(({ step }) => step === steps[at]);
    const part = draws[i]?.parts[0];
    if (part !== undefined)
      person.times[MOMENTS + i] = wholeTicks(new UnderWay(part.quantile).left(waited, this.luck.of(part.at)));
  }

  /** Worked out once for all replications. */
  private underWay({ key, spell }: Past): UnderWay {
    const known = this.plan.underWay.get(key) ?? new UnderWay((spell as NonNullable<Past['spell']>)());
    this.plan.underWay.set(key, known);
    return known;
  }
}

/** A time of the person's way, as drawn; 0 where the way has none. Process delay that changes on a date is several steps, one after another. */
function drawn({ way, times }: Patient, on: Spell): number {
  const found = way.journey.draws.flatMap(({ step }, i) =>
    step.verb === 'spend' && step.on === on ? [times[MOMENTS + i] as number] : [],
  );
  return on === 'process delay' ? found.reduce((sum, time) => sum + time, 0) : (found[0] ?? 0);
}

/** Where on the way people of a state are. */
function stepOf({ steps }: Journey, { at, state }: PresentGroup): number {
  const spell = 'hospital' in at && state === 'in stay' ? 'clinical stay' : SPELL[state];
  const from = state === 'waiting for next' ? steps.findIndex(isStay) : 0;
  const inLine = (step: Step) => step.verb === 'seize' && (step.place.at === 'service' || state === 'at the door');
  const theirs = (step: Step, i: number) =>
    i >= from && (spell === null ? inLine(step) : step.verb === 'spend' && step.on === spell);
  return state === 'in process' ? steps.findLastIndex(theirs) : steps.findIndex(theirs); // what is left is of all the process, so they are at its last step
}

const isStay = (step: Step): boolean => step.verb === 'spend' && step.on === 'stay';
