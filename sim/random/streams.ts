import alea from 'seedrandom/lib/alea.js';

/** One uniform in the open interval (0, 1); one call is one draw. */
export type Uniform = () => number;

/** For the record of a run: what the streams are made with. */
export const GENERATOR = 'seedrandom 3 alea, keyed seed/replication/purpose; 32-bit midpoints in (0, 1)';

const HALF_STEP = 2 ** -33;

/**
 * The stream of one purpose in one replication: the same key always gives the same numbers, other keys independent ones. Set up at
 * the first draw: most purposes are never asked about.
 */
export function stream(seed: string, replication: number, purpose: string): Uniform {
  let next: Uniform | null = null;
  return () => {
    next ??= alea(`${seed}/${replication}/${purpose}`);
    return next() + HALF_STEP; // alea gives multiples of 2^-32 from 0: the middle of each step is never 0 or 1
  };
}

/** Where a replication's random streams come from: the purpose gives the stream. */
export type Streams = (purpose: string) => Uniform;

export function streamsOf(seed: string, replication: number): Streams {
  return (purpose) => stream(seed, replication, purpose);
}
