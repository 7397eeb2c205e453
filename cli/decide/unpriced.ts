import type { Scenario } from '../../sim/scenario.ts';
import { Refusal } from '../exit.ts';
import type { FileSpace } from './space.ts';

/** Capacity that costs something: of a service, the spot of a service, or acute beds. */
const CAPACITY = /(?:^|\.)(?:(services)\.([^.]+)\.(beds|commissioned|starts|flex|spot\.at-most)|(hospitals)\.[^.]+\.beds)$/;
const EXAMPLES = { beds: '£110 per bed-day', hours: '£19 per hour', placements: '£900 per start' };

/** What of the capacities varied has no price: where it is to be written, or that there is no such place. What costs nothing would always be the cheapest. */
export function unpriced({ varied, base: { scenario } }: Pick<FileSpace, 'varied' | 'base'>): string[] {
  return [
    ...new Set(
      varied.flatMap(({ path }) => {
        const [, , name = '', key, hospital] = CAPACITY.exec(path) ?? [];
        if (hospital !== undefined) return ['acute beds have no price in a plan, so they cannot be weighed against others'];
        return key === undefined
          ? []
          : scenario.services
              .filter((it) => name === '*' || it.name === name)
              .flatMap((it) => missing(it, key.startsWith('spot')));
      }),
    ),
  ];
}

function missing({ name, kind, price, spot }: Scenario['services'][number], ofSpot: boolean): string[] {
  if ((ofSpot ? (spot?.price ?? null) : price) !== null) return [];
  return [`${name} has no price: write it at \`services.${name}.${ofSpot ? 'spot.' : ''}price\`, such as \`${EXAMPLES[kind]}\``];
}

/** `why`: what prices are needed for. */
export function refuseUnpriced(space: FileSpace, why: string): void {
  const lines = unpriced(space);
  if (lines.length > 0) throw new Refusal(`${why}\n${lines.map((line) => `  ${line}`).join('\n')}`);
}
