declare module 'seedrandom/lib/alea.js' {
  /** Multiples of 2^-32 in [0, 1). */
  export default function alea(seed: string): () => number;
}
