import { createRequire } from 'node:module';

/** The part of simjs 2.0.3 that we use: its clock and its event queue. */
export interface SimjsEntity {
  time(): number;
  setTimer(delay: number): { done(callback: () => void): unknown };
}

export interface SimjsModule {
  Sim: new () => {
    addEntity<T extends SimjsEntity>(entity: new () => T): T;
    simulate(until: number, maxEvents: number): boolean;
  };
  Entity: new () => SimjsEntity;
}

/** simjs exports nothing under Node: its bundle hangs itself on `window`. It is lent one while it loads, and gives it back. */
function load(): SimjsModule {
  const host = globalThis as { window?: { Sim?: unknown } };
  const before = Object.getOwnPropertyDescriptor(host, 'window');
  const lent: { Sim?: unknown } = {};
  Object.defineProperty(host, 'window', { value: lent, configurable: true, writable: true });
  try {
    createRequire(import.meta.url)('simjs');
  } finally {
    if (before) Object.defineProperty(host, 'window', before);
    else delete host.window;
  }
  return lent.Sim as SimjsModule;
}

let loaded: SimjsModule | undefined;

export function simjs(): SimjsModule {
  loaded ??= load();
  return loaded;
}
