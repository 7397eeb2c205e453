import type { Scenario } from '../../sim/scenario/scenario.ts';
import { labelOf } from '../../reports/words/lookup.ts';
import { Refusal } from '../exit.ts';
import type { FileSpace } from './space.ts';

/** Capacity that costs something: of a service, the spot of a service, or acute beds. */
const CAPACITY = /(?:^|\.)(?:(services)\.([^.]+)\.(beds|commissioned|starts|flex|spot\.at-most)|(hospitals)\.[^.]+\.beds)$/;
const EXAMPLES = { beds: '£110 per bed-day', hours: '£19 per hour', placements: '£900 per start' };

/** For a report, and for the author of the plan: where a price is to be written. */
interface Unpriced {
  what: string;
  write: string;
}

/** What of the capacities varied has no price. What costs nothing would always be the cheapest. */
export function unpriced({ varied, base: { scenario } }: Pick<FileSpace, 'varied' | 'base'>): Unpriced[] {
  const found = varied.flatMap(({ path }): Unpriced[] => {
    const [, , name = '', key, hospital] = CAPACITY.exec(path) ?? [];
    const beds = 'acute beds have no price in a plan, so they cannot be weighed against others';
    if (hospital !== undefined) return [{ what: beds, write: beds }];
    if (key === undefined) return [];
    return scenario.services
      .filter((it) => name === '*' || it.name === name)
      .flatMap((it) => missing(it, key.startsWith('spot')));
  });
  return found.filter(({ write }, i) => found.findIndex((other) => other.write === write) === i);
}

function missing(service: Scenario['services'][number], ofSpot: boolean): Unpriced[] {
  const { name, kind, price, spot } = service;
  if ((ofSpot ? (spot?.price ?? null) : price) !== null) return [];
  const [of, path] = ofSpot ? [' bought on the spot', `services.${name}.spot.price`] : ['', `services.${name}.price`];
  return [
    {
      what: `${labelOf(service)}${of} has no price`,
      write: `${name} has no price: write it at \`${path}\`, such as \`${EXAMPLES[kind]}\``,
    },
  ];
}

/** `why`: what prices are needed for. */
export function refuseUnpriced(space: FileSpace, why: string): void {
  const lines = unpriced(space);
  if (lines.length > 0) throw new Refusal(`${why}\n${lines.map(({ write }) => `  ${write}`).join('\n')}`);
}
