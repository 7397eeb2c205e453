import { createRequire } from 'node:module';
import type { SimjsModule } from '../../sim/engine/simjs-scheduler.ts';

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

export function simjsPackage(): SimjsModule {
  loaded ??= load();
  return loaded;
}
