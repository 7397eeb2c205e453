import { CommanderError } from 'commander';
import { EXIT, type ExitCode, Interrupted, Refusal } from './exit.ts';
import { systemRefusal, TOO_FEW_FILES } from './file-errors.ts';
import { untilInterrupted } from './interrupt.ts';
import { tooFewFiles } from './open-files.ts';
import { program } from './program.ts';
import { colours, complain, harmless, toleratesBrokenPipe } from './terminal.ts';
import { wrap } from './wrap.ts';

/** The whole command, from the words typed to the exit code: the only place that ends the process. */
export async function start(argv: string[]): Promise<void> {
  toleratesBrokenPipe();
  process.once('uncaughtException', (error) => {
    process.exit(tellFailure(error));
  });
  let exitCode: ExitCode = EXIT.done;
  try {
    const done = (code: ExitCode) => {
      exitCode = code;
    };
    await untilInterrupted((signal) => program(signal, done).parseAsync(argv));
  } catch (error) {
    exitCode = tellFailure(error);
    // The simulation may still be going on.
    if (error instanceof Interrupted) process.exit(exitCode);
  }
  process.exitCode = exitCode;
}

function tellFailure(error: unknown): ExitCode {
  // Commander has printed its own message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.input;
  const refusal = error instanceof Refusal ? error : systemRefusal(error);
  if (refusal !== null) {
    complain(refusal.message.includes('\n') ? harmless(refusal.message) : wrap(harmless(refusal.message), '  '));
    return EXIT.input;
  }
  if (error instanceof Interrupted) {
    complain(`${process.stderr.isTTY ? '\n' : ''}Interrupted. No half-written file is left behind.`);
    return EXIT.interrupted;
  }
  if (tooFewFiles()) {
    complain(wrap(`Cannot go on: ${TOO_FEW_FILES}.`, '  '));
    return EXIT.input;
  }
  complain(ourFault(error));
  return EXIT.ourFault;
}

function ourFault(error: unknown): string {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack =
    process.env['D2A_DEBUG'] && error instanceof Error ? `\n${error.stack}` : '\n(D2A_DEBUG=1 shows where it happened.)';
  return `${colours.err.red('Something went wrong inside d2a. This is not your mistake; please report it, with the scenario:')}\n  ${what}${stack}`;
}
