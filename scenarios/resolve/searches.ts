import type { SEARCHES } from '../vocabulary/decide.ts';
import type { Written } from '../vocabulary/scenario.ts';

/** A search kept with a plan; `vary` as `path=range`. */
export interface KeptSearch {
  name: string;
  search: (typeof SEARCHES)[number];
  vary: string[];
  meet: string[];
  show: string[];
  /** null: the mean must meet the goals. */
  risk: number | null;
  byMonth: boolean;
  replications: number;
  /** What only some kinds have: £ of a `sweep`; walks and rows of a `sensitivity`. */
  own: { matters?: number; morris?: number; sobol?: number };
}

const USUAL_RISK = 0.1;
const OWN = ['matters', 'morris', 'sobol'] as const;

export function searchesOf({ decide }: Written): KeptSearch[] {
  return Object.entries(decide).map(([name, keys]) => ({
    name,
    search: keys.search.word,
    vary: Object.entries(keys.vary).map(([path, range]) => `${path}=${range}`),
    meet: keys.meet ?? [],
    show: keys.show ?? [],
    risk: keys.on.word === 'mean' ? null : (keys.risk?.amount ?? USUAL_RISK),
    byMonth: keys.by !== undefined,
    replications: keys.replications.amount,
    own: Object.fromEntries(OWN.flatMap((key) => (keys[key] ? [[key, keys[key].amount]] : []))),
  }));
}
