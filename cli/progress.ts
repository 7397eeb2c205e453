/** One line on stderr that is written over and over; nothing at all where stderr is not a terminal. */
export interface Progress {
  /** What is happening, e.g. `Reading the scenarios`. */
  phase(text: string): void;
  /** Replications done of all of them. */
  step(done: number, total: number): void;
  /** Replications of a search done, and the most it can come to. */
  search(done: number, bound: number): void;
  clear(): void;
}

const REDRAW_EVERY_MS = 100;
/** An estimate from less than this says more about starting up than about what is left. */
const ESTIMATE_AFTER_MS = 1000;

export function progress(stream: NodeJS.WriteStream = process.stderr, now: () => number = Date.now): Progress {
  if (!stream.isTTY || process.env['TERM'] === 'dumb') return { phase() {}, step() {}, search() {}, clear() {} };
  let started: number | null = null;
  let drawn = 0;
  const draw = (text: string) => stream.write(`\r\u001b[2K${text.slice(0, (stream.columns || 80) - 1)}`);
  const line = (done: number, total: number, text: (elapsed: number) => string) => {
    const time = now();
    started ??= time;
    if (time - drawn < REDRAW_EVERY_MS && done < total) return;
    drawn = time;
    draw(text(time - started));
  };
  return {
    phase: (text) => void draw(`${text} …`),
    step: (done, total) => line(done, total, (elapsed) => progressLine(done, total, elapsed)),
    search: (done, bound) => line(done, bound, (elapsed) => searchLine(done, bound, elapsed)),
    clear: () => void stream.write('\r\u001b[2K'),
  };
}

/** @param elapsed milliseconds since the first report */
export function progressLine(done: number, total: number, elapsed: number): string {
  const percent = Math.floor((100 * done) / total);
  const line = `Simulating: ${done} of ${total} replications (${percent}%)`;
  if (done === 0 || done >= total || elapsed < ESTIMATE_AFTER_MS) return line;
  return `${line}, ${timeLeft((elapsed / done) * (total - done))}`;
}

/** A search ends early where the answer is clear: the time left is a limit. */
export function searchLine(done: number, bound: number, elapsed: number): string {
  const line = `Searching: ${done} replications`;
  if (done === 0 || done >= bound || elapsed < ESTIMATE_AFTER_MS) return line;
  return `${line}, at most ${timeLeft((elapsed / done) * (bound - done))}`;
}

function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return `about ${seconds} s left`;
  return `about ${Math.ceil(seconds / 60)} min left`;
}
