import { Interrupted } from './exit.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs the work until it ends or the user stops it, then rejects with Interrupted at once. Work that does not heed the
 * signal may still be going on: the caller ends the process.
 */
export async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { promise: stopped, reject } = withReject();
  const stop = () => {
    reject(new Interrupted());
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await Promise.race([work(controller.signal), stopped]);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

function withReject(): { promise: Promise<never>; reject: (reason: Error) => void } {
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<never>((_, no) => {
    reject = no;
  });
  return { promise, reject };
}
