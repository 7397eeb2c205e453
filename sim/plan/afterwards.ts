import { kindOf, outcomesOf, usesUp } from '../scenario/kinds.ts';
import { type DatedTime, datedTimeOf } from './dated-time.ts';
import { shareTables, type ShareTables } from './shares.ts';
import { quantileOf } from '../random/distributions.ts';
import type { Quantile } from '../random/quantile.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { FollowUp, Service } from '../scenario/service.ts';
import type { Distribution } from '../scenario/distribution.ts';
import { Whereabouts } from './whereabouts.ts';

/** Days after discharge on which people are looked for (ASCOF 2B). */
export const FOLLOW_UP_DAYS = 91;

/** Whether anybody is looked for. */
export function follows({ services, pathways }: Scenario): boolean {
  return (
    services.some(({ shortTerm, followUp }) => shortTerm === true || followUp !== undefined) ||
    pathways.some(({ followUp }) => followUp !== undefined)
  );
}

/** What is drawn of the days after leaving: what happens, when, and how long a readmission lasts. */
export const AFTERWARDS = ['follow-up', 'follow-up day', 'readmitted stay'];

/** Whether anything may happen to people who left that is drawn. */
export function drawsAfterwards(scenario: Scenario): boolean {
  const { services, pathways } = scenario;
  const readmits = services.some((it) =>
    outcomesOf(it).some(
      ({ name, next, readmittedTo }) => LEFT[name] === Whereabouts.hospital && next === null && readmittedTo === null,
    ),
  );
  return follows(scenario) && (readmits || [...services, ...pathways].some(({ followUp }) => followUp !== undefined));
}

/** Of people in a service, or placed by it. */
export function whereIn(service: Service): Whereabouts {
  const { longTerm, atHome } = service;
  const home = atHome ?? (longTerm === undefined ? kindOf(service).atHome : longTerm === 'home care');
  return home ? Whereabouts.home : Whereabouts.care;
}

/** Of people who left with an outcome that leads nowhere in the model; with any other name they are at home. */
const LEFT: Record<string, Whereabouts> = {
  died: Whereabouts.died,
  'died in hospital': Whereabouts.died,
  readmitted: Whereabouts.hospital,
  'care-home': Whereabouts.care,
};

/** What becomes of the people of one journey once they are discharged, worked out once. */
export interface Afterwards {
  /** Where the end of the way leaves them. */
  left: Whereabouts;
  /** Of what happens after that: readmitted, in care, died, nothing. null: nothing ever. */
  shares: ShareTables | null;
  /** Days from discharge until it does; null: any day from leaving to day 91 is as likely. */
  when: Quantile | null;
  /** Days in hospital of whoever is readmitted, and what changes them on a date. */
  readmitted: { stay: Quantile; dated: DatedTime | null };
  /** Of the luck of it among the journey's draws, in the order of `AFTERWARDS`. */
  luckAt: number;
}

/** `acuteStay`: of the person's own pathway, which a readmission lasts where the plan says nothing else. */
export function afterwardsOf(
  last: Service | undefined,
  outcome: string,
  followUp: FollowUp | undefined,
  acuteStay: Distribution,
  draws: number,
): Afterwards {
  const left = usesUp(last) ? whereIn(last) : (LEFT[outcome] ?? Whereabouts.home);
  const shares =
    followUp === undefined || left === Whereabouts.died
      ? null
      : shareTables([followUp.readmitted, followUp.inCare, followUp.died, [{ from: 0, value: 1 }]]);
  const stay = followUp?.readmittedStay ?? acuteStay;
  return {
    left,
    shares,
    when: followUp?.when ? quantileOf(followUp.when) : null,
    readmitted: { stay: quantileOf(stay), dated: datedTimeOf(stay, 'unlimited', false) },
    luckAt: draws,
  };
}

/** Whether any luck of `AFTERWARDS` is needed. */
export const isDrawn = ({ shares, left }: Afterwards): boolean => shares !== null || left === Whereabouts.hospital;
