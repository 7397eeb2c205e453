import type { Decision, Searched } from '../../sim/decision.ts';
import type { Lab } from '../../sim/decide/lab.ts';
import type { Asked } from '../../sim/decide/question.ts';
import type { FileSpace } from './space.ts';

/** Known when it is over. */
export type Late = 'replications' | 'grid' | 'warnings' | 'doubts';

/** What a kind of search adds to the common part. */
export interface Search<D extends Decision> {
  kind: D['kind'];
  /** Measures wanted of every point. */
  asked(space: FileSpace): Asked[];
  /** Most replications it can come to, for the time left. */
  bound(space: FileSpace): number;
  /** What cannot be searched, before anything is simulated. */
  refuse?(space: FileSpace): void;
  run(lab: Lab, space: FileSpace, common: Omit<Searched, Late>): Promise<Omit<D, Late>>;
}
