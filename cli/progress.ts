import { lineOf, type Work } from './time-left.ts';

/** What a long command says on stderr while it works; nothing goes to stdout. */
export interface Progress {
  /** What is happening, e.g. `Reading the scenarios`. */
  phase(text: string): void;
  /** Replications done of all of them; `mayStopEarly`: that many at most. */
  step(done: number, total: number, mayStopEarly?: boolean): void;
  /** Replications of a search done, and the most it can come to. */
  search(done: number, bound: number): void;
  clear(): void;
}

const REDRAW_EVERY_MS = 100;
/** A file or a pipe gets a line as seldom as this: what ends sooner says nothing. */
const SIGN_OF_LIFE_EVERY_MS = 30_000;

/** On a terminal one line that is written over and over; elsewhere a line now and then. */
export function progress(stream: NodeJS.WriteStream = process.stderr, now: () => number = Date.now): Progress {
  return stream.isTTY && process.env['TERM'] !== 'dumb' ? redrawn(stream, now) : signsOfLife(stream, now);
}

function redrawn(stream: NodeJS.WriteStream, now: () => number): Progress {
  let drawn = 0;
  const draw = (text: string) => stream.write(`\r\u001b[2K${text.slice(0, (stream.columns || 80) - 1)}`);
  return told(
    now,
    (text, ended) => {
      const time = now();
      if (time - drawn < REDRAW_EVERY_MS && !ended) return;
      drawn = time;
      draw(text());
    },
    () => void stream.write('\r\u001b[2K'),
  );
}

/** By a timer, so that a replication of minutes is not silent; the timer keeps no process alive. */
function signsOfLife(stream: NodeJS.WriteStream, now: () => number): Progress {
  let latest = (): string => 'd2a is at work.';
  const timer = setInterval(() => stream.write(`${latest()}\n`), SIGN_OF_LIFE_EVERY_MS);
  timer.unref();
  return told(
    now,
    (text) => {
      latest = text;
    },
    () => clearInterval(timer),
  );
}

/** @param tell a text for now, and whether it ends what went before, so that it may not be left out */
function told(now: () => number, tell: (text: () => string, ended: boolean) => void, clear: () => void): Progress {
  let since: { time: number; done: number } | null = null;
  const working = (work: Work) => {
    since ??= { time: now(), done: work.done };
    const { time, done } = since;
    tell(() => lineOf(work, { ms: now() - time, done: work.done - done }), work.done >= work.most);
  };
  return {
    phase: (text) => tell(() => `${text} …`, true),
    step: (done, most, mayStopEarly = false) => working({ what: 'Simulating', done, most, mayStopEarly }),
    search: (done, most) => working({ what: 'Searching', done, most, mayStopEarly: true }),
    clear,
  };
}
