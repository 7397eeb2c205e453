import { staysIn } from '../scenario/kinds.ts';
import { AFTERWARDS, drawsAfterwards } from './afterwards.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ArrivalStream } from '../scenario/people.ts';

/** Names of the streams a door draws from, in a fixed order. */
export function purposesOf(scenario: Scenario, it: ArrivalStream): string[] {
  const services = scenario.services.flatMap((service) => [
    ...(service.leadTime === null ? [] : [`lead time/${service.name}`]),
    ...(service.patience === null ? [] : [`patience/${service.name}`]),
    ...(!staysIn(service)
      ? []
      : [...(service.packages.length > 1 ? [`package/${service.name}`] : []), `stay/${service.name}`, `outcome/${service.name}`]),
  ]);
  const who = [...(it.livesIn.length > 0 ? ['place'] : []), 'pathway'];
  if ('pathway' in it.enters) return [...who, ...services];
  const families = scenario.processDelay.families.map(({ name }) => `process delay/${name}`);
  const { hospital: name } = it.enters;
  const hospital = scenario.hospitals.find((one) => one.name === name);
  const hours = [...(hospital?.readyHours ? ['ready hour'] : []), ...(hospital?.leavingHours ? ['leaving hour'] : [])];
  return [
    ...who,
    'acute stay',
    ...families,
    'weekend',
    ...services,
    ...hours,
    ...(scenario.redirections ? ['redirection'] : []),
    ...(drawsAfterwards(scenario) ? AFTERWARDS : []),
  ];
}
