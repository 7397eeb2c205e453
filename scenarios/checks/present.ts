import type { Tables } from '../resolve/tables.ts';
import { type Branch, find } from '../source/tree.ts';
import type { Written } from '../vocabulary/scenario.ts';
import type { Visit } from './visits.ts';

/** What the checks of the people present look at. */
export interface Checking {
  written: Written;
  tree: Branch;
  tables: Tables;
  visits: Visit[];
}

/** Whether people of a hospital may need the pathway. */
export function needed({ hospitals, pathways }: Written, tree: Branch, hospital: string, pathway: string): boolean {
  return (
    hospitals[hospital]?.people !== undefined ||
    pathways[pathway]?.share !== undefined ||
    find(tree, ['hospitals', hospital, 'pathways', pathway, 'share']) !== undefined
  );
}

/** Whether people past their ready date may have come to the pathway from another one. */
export function redirectedTo(written: Written, pathway: string): boolean {
  return [...Object.values(written['right-sizing']), ...Object.values(written.diversion)].some(({ to }) => to === pathway);
}

export function processed(written: Written, pathway: string): boolean {
  const { weekend: _, ...families } = written['process-delay'];
  const reports = written.pathways[pathway]?.['reports-as']?.word ?? pathway;
  return Object.values(families).some((family) => family && (family['applies-to']?.includes(pathway) ?? reports !== 'P0'));
}
