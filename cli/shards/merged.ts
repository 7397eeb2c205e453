import type { Store } from '../../sim/decide/lab.ts';
import type { Asked } from '../../sim/decide/question.ts';
import type { FileSpace } from '../decide/space.ts';

/** What shards have simulated of the points of a search. */
export interface MergedPoints extends Store {
  /** Refuses points that are not those of the shards, and rows that are not of their length. */
  hold(space: FileSpace, asked: Asked[]): Promise<void>;
  /** Says what had to be simulated although there were shards. */
  tell(simulated: number, whole: number): void;
}
