/**
 * START HERE. The journey of one person through the care system, from the hospital door to the last service.
 *
 * A delayed discharge comes about at one line of this file: the person is ready to leave, has been referred, and seizes a
 * place in the next service while still holding the acute bed. Only when that place is found is the bed released.
 *
 * A journey is data: a list of steps in the order in which they happen. `flow/care-system.ts` carries them out. Five things can
 * end or turn a journey at a step, and are not in the list: the waiting list is full, or patience is over (`seize`, below); on the ready
 * date the person takes another pathway (`flow/redirect.ts`); a bed closes or hours are handed back, and the stay goes on later
 * (`moved` in `flow/care-system.ts`); and people present at the start begin in the middle (`flow/start-from.ts`).
 *
 * The words we use:
 * - pathway: what a person needs after hospital, 0 to 3, or a plan's own split; it names the services in order.
 * - route: what is known of a person on arrival: pathway, hospital, services with their packages, outcome.
 * - journey: a route as steps, with how each time is drawn; the same in every replication (`plan/journey.ts`).
 * - step: one thing that happens on a journey.
 * - way, move: a journey and its steps in one replication, bound to the capacities and records they are about (`flow/way.ts`).
 * - place: where somebody can be: the acute beds of a hospital, or a service. Where a person lives (`places` in a scenario) is the home area.
 * - queue: the people who wait for a place (`engine/line.ts`).
 * - threshold: the level that a trigger looks for.
 * - replication: one run of the whole period with luck of its own; of a winter, "a winter" in reports.
 */
export type Step =
  /**
   * Asks for a place and waits for it, keeping whatever is held. Where the waiting list is full, the person is turned away;
   * with `patience`, drawn on arrival, a person who has waited that long leaves the list. Both end the journey.
   */
  | { verb: 'seize'; place: Place; patience: boolean }
  /** Gives a place back; those waiting for it move up. */
  | { verb: 'release'; place: Place }
  /**
   * Time passes. How much was drawn on arrival. With `toReadyHour` a clinical stay ends at an hour at which people become ready.
   * A process delay names its reason families.
   */
  | { verb: 'spend'; on: Spell; place: Place; toReadyHour?: true; families?: string[] }
  /** The person's state changes: ready to be discharged, referred to a service. */
  | { verb: 'become'; state: 'ready' | 'referred'; place: Place }
  /** Leaves on a working day, or on a weekend or bank holiday where luck, drawn on arrival, allows. */
  | { verb: 'await working day'; place: Place }
  /** The place after is found and kept; leaves at the next of the hours at which people leave. */
  | { verb: 'await leaving hour'; place: Place }
  | { verb: 'leave'; outcome: string }
  /** Comes to the front door of a hospital again: another journey of the same person, drawn anew. */
  | { verb: 'readmit'; place: Place }
  /** Waits at home for a service that may lead back to one before: another journey of the same person, drawn anew. */
  | { verb: 'go on'; place: Place };

export type Spell = 'clinical stay' | 'process delay' | 'lead time' | 'stay';

/** The acute beds of a hospital, or a service. */
export interface Place {
  at: 'hospital' | 'service';
  name: string;
}

/** What is known of a person's way on arrival: the pathway, the services one after another, and how it ends. */
export interface Route {
  pathway: string;
  /** The home area; null where a scenario has none. */
  livesIn: string | null;
  /** The hospital whose acute bed the person enters; null for a referral from the community (step-up). */
  hospital: string | null;
  /** The clinical stay ends in death: no discharge, and nothing after it. */
  diesInHospital: boolean;
  services: {
    name: string;
    package: string | null;
    leadTime: boolean;
    waitsAtHome: boolean;
    patience: boolean;
    stays: boolean;
  }[];
  outcome: string;
  /** The hospital that readmits the person at the end; null: none. */
  readmittedTo: string | null;
  /** The services with which the person goes on at the end, on a way of its own; empty for most. */
  goesOnTo: string[];
  /** True where the hospital states the hours at which people become ready, or leave. */
  readyHours: boolean;
  leavingHours: boolean;
  /** The reason families of process delay that apply: those of a group pass as one step. */
  processDelay: string[][];
  /** True where weekends and bank holidays hold the person back. */
  workingDays: boolean;
}

export function patientJourney(route: Route): Step[] {
  const steps: Step[] = [];
  let held: Place | null = null;

  if (route.hospital !== null) {
    const acute: Place = { at: 'hospital', name: route.hospital };
    steps.push({ verb: 'seize', place: acute, patience: false }); // an acute bed; when all are taken, a wait at the front door
    steps.push({
      verb: 'spend',
      on: 'clinical stay',
      place: acute,
      ...(route.readyHours && !route.diesInHospital ? { toReadyHour: true } : {}),
    });
    if (route.diesInHospital)
      return [...steps, { verb: 'release', place: acute }, { verb: 'leave', outcome: 'died in hospital' }];
    steps.push({ verb: 'become', state: 'ready', place: acute }); // no criteria to reside: the discharge ready date
    for (const families of route.processDelay) steps.push({ verb: 'spend', on: 'process delay', place: acute, families }); // no capacity removes it
    if (route.workingDays) steps.push({ verb: 'await working day', place: acute });
    held = acute;
  }

  for (const { name, leadTime, waitsAtHome, patience, stays } of route.services) {
    const service: Place = { at: 'service', name };
    if (held !== null && waitsAtHome) steps.push(...leavingHour(route, held));
    steps.push({ verb: 'become', state: 'referred', place: service }); // the wait for capacity counts from here
    if (held !== null && waitsAtHome) {
      steps.push({ verb: 'release', place: held }); // this service is waited for at home
      held = null;
    }
    if (leadTime) steps.push({ verb: 'spend', on: 'lead time', place: service });
    steps.push({ verb: 'seize', place: service, patience }); // THE DELAYED DISCHARGE: waits for the next place in the one before
    if (held !== null) steps.push(...leavingHour(route, held), { verb: 'release', place: held }); // only now is the place before free for somebody else
    if (stays) steps.push({ verb: 'spend', on: 'stay', place: service });
    held = stays ? service : null;
  }

  if (held !== null) steps.push(...leavingHour(route, held), { verb: 'release', place: held });
  const [next] = route.goesOnTo;
  if (next !== undefined) steps.push({ verb: 'go on', place: { at: 'service', name: next } });
  else if (route.readmittedTo === null) steps.push({ verb: 'leave', outcome: route.outcome });
  else steps.push({ verb: 'readmit', place: { at: 'hospital', name: route.readmittedTo } });
  return steps;
}

/** Only a hospital has hours at which people leave. */
function leavingHour(route: Route, held: Place): Step[] {
  return route.leavingHours && held.at === 'hospital' ? [{ verb: 'await leaving hour', place: held }] : [];
}

/** The step in words, for `d2a explain` and the event log. */
export function inWords(step: Step): string {
  switch (step.verb) {
    case 'seize':
      return step.place.at === 'hospital'
        ? `waits for an acute bed at ${step.place.name}`
        : `waits for ${step.place.name}, keeping the place held so far${step.patience ? ', and leaves the list when patience is over' : ''}`;
    case 'release':
      return step.place.at === 'hospital' ? `leaves the acute bed at ${step.place.name}` : `leaves ${step.place.name}`;
    case 'spend':
      return `${step.on}${step.place.at === 'service' ? ` (${step.place.name})` : ''}${step.toReadyHour ? ', to an hour at which people become ready' : ''}`;
    case 'become':
      return step.state === 'ready' ? 'no criteria to reside: the discharge ready date' : `is referred to ${step.place.name}`;
    case 'await working day':
      return 'leaves on a working day, or at a weekend or bank holiday with the stated chance';
    case 'await leaving hour':
      return 'leaves at the next of the hours at which people leave';
    case 'leave':
      return `ends: ${step.outcome}`;
    case 'go on':
      return `goes home to wait for ${step.place.name}, which may lead back: a stay drawn anew`;
    case 'readmit':
      return `is readmitted to ${step.place.name}: a new stay`;
  }
}
