import type { InLine } from './line.ts';

/** What a capacity needs to know of anyone who asks for it. A person waits in at most one line at a time. */
export interface ClaimantOf<Capacity> extends InLine<ClaimantOf<Capacity>> {
  /** Units asked for: 1 bed, minutes of care a week, 1 start. */
  need: number;
  /** When the person joined the line or got the place. */
  queuedAt: number;
  /** The capacity asked, in whose line the person waits. */
  asked: Capacity | null;
  /** The capacity really used, another one's where they are shared; and the one before, until it is given back. */
  uses: Capacity | null;
  usedBefore: Capacity | null;
  /** The place has been found after a wait: go on with the journey. */
  granted(): void;
  /** The place has been closed: the stay stops, to go on when a place is found again. False where there is no stay to stop. */
  moved(): boolean;
}

/** In at once, in the line, or refused because the line is full. */
export type Answer = 'in' | 'waits' | 'refused';
