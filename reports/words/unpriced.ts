import type { Result } from '../../sim/result.ts';
import type { Scenario } from '../../sim/scenario/scenario.ts';
import type { Service } from '../../sim/scenario/service.ts';
import { inForce } from './in-force.ts';
import { capital, labelOf } from './lookup.ts';

/** Labels of what differs between two scenarios in capacity and has no price: with it no cost of the one against the other is whole. Acute beds never have one. */
export function unpricedBetween(base: Result, other: Result): string[] {
  const [before, after] = [base.scenario, other.scenario];
  const names = [...new Set([...before.services, ...after.services].map(({ name }) => name))];
  const services = names.flatMap((name) => {
    const pair = [before, after].map(({ services: all }) => all.find((service) => service.name === name));
    return differUnpriced(pair[0], pair[1]) ? [capital(labelOf(pair[1] ?? (pair[0] as Service)))] : [];
  });
  const opened = same(before.triggers, after.triggers)
    ? []
    : [...(before.triggers ?? []), ...(after.triggers ?? [])]
        .flatMap(({ opens }) => opens)
        .flatMap(({ place, name }) =>
          unpricedOpening(
            place === 'hospital' ? null : [...after.services, ...before.services].find((service) => service.name === name),
          ),
        );
  return [...new Set([...services, ...(bedsOf(before) === bedsOf(after) ? [] : ['Acute beds']), ...opened])];
}

/** Of one scenario: services whose capacity goes up inside the period without a price. */
export function unpricedAdded({ scenario }: Result): string[] {
  const { warmUpDays, days } = scenario;
  return scenario.services
    .filter(
      (service) =>
        service.price === null &&
        capacityOf(service).some(({ from, value }) => {
          const inside = from > warmUpDays && from < warmUpDays + days;
          return inside && size(value) > inForce(capacityOf(service), from - 1);
        }),
    )
    .map((service) => capital(labelOf(service)));
}

const capacityOf = (service: Service) =>
  service.kind === 'hours' ? service.commissioned : service.kind === 'beds' ? service.beds : service.starts;
const size = (value: number | 'unlimited'): number => (value === 'unlimited' ? Number.POSITIVE_INFINITY : value);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? []) === JSON.stringify(b ?? []);
const bedsOf = ({ hospitals }: Scenario): string => JSON.stringify(hospitals.map(({ name, beds }) => [name, beds]));

/** The block and the spot have a price each; flex is paid for as the block is. */
function differUnpriced(before: Service | undefined, after: Service | undefined): boolean {
  const block = (service: Service | undefined): unknown =>
    service ? [capacityOf(service), service.kind === 'hours' ? [service.flex, service.flexFrom] : []] : [];
  const spot = (service: Service | undefined): unknown => (service?.spot ? [service.spot.atMost, service.spot.leadTime] : []);
  const some = [before, after].filter((service) => service !== undefined);
  return (
    (!same(block(before), block(after)) && some.some(({ price }) => price === null)) ||
    (!same(spot(before), spot(after)) && some.some((service) => service.spot !== null && service.spot.price === null))
  );
}

const unpricedOpening = (service: Service | null | undefined): string[] =>
  service === null ? ['Acute beds'] : service?.price === null ? [capital(labelOf(service))] : [];
