import type { Package, Service } from './service.ts';

/** None where nobody stays. */
export function packagesOf(service: Service | undefined): Package[] {
  return service === undefined || service.kind === 'placements' ? [] : service.packages;
}
