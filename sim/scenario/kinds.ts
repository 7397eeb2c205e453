import type { Package, Service } from './scenario.ts';

/** None where nobody stays. */
export function packagesOf(service: Service | undefined): Package[] {
  return service === undefined || service.kind === 'placements' ? [] : service.packages;
}
