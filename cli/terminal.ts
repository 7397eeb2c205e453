import picocolors from 'picocolors';
import { refusalFor } from './file-errors.ts';

/** Text from files may not steer the terminal: control characters but line breaks and tabs are shown as `?`. */
export function harmless(text: string): string {
  // \p{Cc}: control; \p{Bidi_Control}: marks that reorder a line on the screen.
  return text.replace(/\r\n/g, '\n').replace(/[^\P{Cc}\n\t]|\p{Bidi_Control}/gu, '?');
}

export const colours = { out: coloursOf(process.stdout), err: coloursOf(process.stderr) };

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A reader that goes away (`d2a … | head`) is no error: what is left to print is dropped, files are still written. A full disk is one. */
export function toleratesBrokenPipe(): void {
  for (const [stream, name] of [
    [process.stdout, 'the output'],
    [process.stderr, 'messages'],
  ] as const) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw refusalFor('print', name, error);
    });
  }
}

/** NO_COLOR and FORCE_COLOR decide; otherwise a terminal gets colours and a file or pipe does not. */
function coloursOf(stream: NodeJS.WriteStream): ReturnType<typeof picocolors.createColors> {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const forced = Boolean(FORCE_COLOR) && FORCE_COLOR !== '0';
  return picocolors.createColors(!NO_COLOR && (forced || (Boolean(stream.isTTY) && TERM !== 'dumb')));
}
