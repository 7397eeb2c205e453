import type { Mistake } from '../scenarios/index.ts';

/** How the command ends; scripts may rely on these numbers. */
export const EXIT = {
  done: 0,
  ourFault: 1,
  input: 2,
  ambitionMissed: 3,
  statedDisagrees: 3,
  selfCheckFailed: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something the user can put right; the message is the whole text they see. */
export class Refusal extends Error {}

/** A scenario that cannot be used, with every mistake in parts. */
export class ScenarioRefusal extends Refusal {
  readonly mistakes: readonly Mistake[];

  constructor(message: string, mistakes: readonly Mistake[]) {
    super(message);
    this.mistakes = mistakes;
  }
}

/** Ctrl-C, or a request to stop. */
export class Interrupted extends Error {}

/** What a command says at its end. */
export type Done = (code: ExitCode) => void;
