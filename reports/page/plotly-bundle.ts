import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { packed } from './packed.ts';

export interface PlotlyBundle {
  /** The library, packed. */
  packed: string;
  /** Hash of the library's own text, for the page's script policy. */
  hash: string;
}

let bundle: Promise<PlotlyBundle> | undefined;

/** The chart library, read and packed once per process. */
export function plotlyBundle(): Promise<PlotlyBundle> {
  bundle ??= pack();
  return bundle;
}

async function pack(): Promise<PlotlyBundle> {
  const text = await readFile(createRequire(import.meta.url).resolve('plotly.js-dist-min'));
  return { packed: await packed(text), hash: scriptHash(text) };
}

/** Source expression of a script's text for a Content-Security-Policy. */
export const scriptHash = (text: string | Uint8Array): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
