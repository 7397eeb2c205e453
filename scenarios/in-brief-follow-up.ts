import type { Scenario } from '../sim/scenario/scenario.ts';
import type { FollowUp, Service } from '../sim/scenario/service.ts';
import { mean } from './in-brief-times.ts';
import { overTime } from './over-time.ts';
import { number } from './units/kinds.ts';

/** What each service is, and what becomes of people by day 91. */
export function followUpSentences(scenario: Scenario): string[] {
  const { services, pathways } = scenario;
  return [
    ...services.flatMap((service) => {
      const what = kindOf(service);
      return what === null ? [] : [`${service.label} is ${what}.`];
    }),
    ...[...services, ...pathways].flatMap(({ label, followUp }) =>
      followUp === undefined
        ? []
        : [`Of people discharged from hospital who leave by ${label}, by day 91: ${becomes(scenario, followUp)}.`],
    ),
  ];
}

function kindOf({ shortTerm, longTerm, atHome }: Service): string | null {
  const at = atHome === undefined ? '' : `; people in it ${atHome ? 'are' : 'are not'} at home`;
  if (shortTerm) return `short-term support: people discharged into it are looked for 91 days later${at}`;
  if (longTerm !== undefined) return `long-term support (${longTerm})${at}`;
  return at === '' ? null : `no short-term or long-term support${at}`;
}

function becomes(scenario: Scenario, { readmitted, inCare, died, when, readmittedStay }: FollowUp): string {
  const share = (dated: FollowUp['died']) => overTime(scenario, dated, (value) => `${number(value * 100)}%`);
  const happens = [
    [readmitted, 'readmitted'],
    [inCare, 'in a care home'],
    [died, 'died'],
  ] as const;
  const said = happens
    .filter(([dated]) => dated.some(({ value }) => value > 0))
    .map(([dated, what]) => `${share(dated)} ${what}`);
  const back = readmitted.some(({ value }) => value > 0)
    ? `, people readmitted for ${readmittedStay ? mean(scenario, readmittedStay) : 'the acute stay of their pathway'}`
    : '';
  return `${said.join(', ') || 'nothing more happens'}${when === null ? '' : `, ${mean(scenario, when)} after discharge`}${back}; the rest stay where they went`;
}
