import type { Result } from '../../sim/result.ts';
import type { Figure } from '../figures/figure.ts';
import type { Reported } from '../reported.ts';

/** A sentence, and the figure that carries it. */
export interface Said {
  text: string;
  /** Id of a figure of the report; null where none shows more. */
  see: string | null;
}

/** One of the questions a commissioner asks. */
export interface Question {
  asks: string;
  /** What a scenario must state for it to be answered. */
  needs: string;
  /** What the answer depends on, of whom, for scenarios compared, what says most first; left out: where the sentences themselves differ. */
  differs?: { measure: string; of: 'all' | 'service' | 'national' | 'pathway' | 'place' | 'hospital' | 'trigger' }[];
  /** What a scenario says beside the base, where not all of its sentences would help. */
  beside?: (base: Result, other: Result) => string[];
  /** Empty where the result has nothing to answer it with. */
  answer: (result: Reported) => Said[];
}

/** The finding of a figure is the answer where it says all there is to say. */
export const fromFigures = (figures: Figure[]): Said[] => figures.map(({ id, title }) => ({ text: `${title}.`, see: id }));
