import type { DatedTime } from './dated-time.ts';
import type { Afterwards } from './afterwards.ts';
import type { Route, Step } from '../patient-journey.ts';
import { pick, type ShareTables } from './shares.ts';
import type { Quantile } from '../random/quantile.ts';

/**
 * A journey that people of a stream can go, with how its times are drawn: the same in every replication, and knowing
 * nothing of capacity. In a replication it is bound to the services' capacities and records (see way.ts).
 */
export interface Journey {
  /** Among all journeys of the plan. */
  number: number;
  stream: number;
  /** Of the stream's people, wherever they wait. */
  priority: number;
  route: Route;
  steps: Step[];
  /** How its times are drawn, in order. */
  draws: Draw[];
  /** By step, how a spell's time depends on the day it begins; null: not at all. */
  dated: (DatedTime | null)[];
  /** What becomes of its people once they are discharged; null: nobody looks. */
  afterwards: Afterwards | null;
  /** The journey whose people these were before; they are looked for after discharge as its people are. null: they come in by a door. */
  before: Journey | null;
  /** What may come after it, where it goes on as another journey; null where it ends. */
  onward: { tree: () => Fork | Leaf; purposes: string[] } | null;
}

/** How one time of a journey is drawn: the sum over some purposes of a quantile each, or the bare luck. */
export interface Draw {
  parts: { at: number; quantile: Quantile }[];
  step: Step;
}

/** After a service: which outcome, and where that leads. A leaf has a journey. */
export interface Fork {
  at: number;
  shares: ShareTables;
  next: (Fork | Leaf)[];
}

export interface Leaf {
  journey: Journey;
}

/** A person's uniforms by purpose. */
export interface LuckOf {
  of(purpose: number): number;
}

export function journeyFrom(from: Fork | Leaf, day: number, luck: LuckOf): Journey {
  let node = from;
  while ('next' in node) node = node.next[pick(node.shares, day, luck.of(node.at))] as Fork | Leaf;
  return node.journey;
}
