import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { type Opened, open } from './chromium.ts';

export type Using = (html: string, options: Parameters<typeof open>[2], look: (opened: Opened) => Promise<void>) => Promise<void>;

/** Opens a page, looks at it, and holds that it asked for nothing and complained of nothing meanwhile. */
export const usingIn =
  (browser: () => Browser): Using =>
  async (html, options, look) => {
    const opened = await open(browser(), html, options);
    try {
      await look(opened);
      expect([opened.requests, opened.complaints]).toEqual([[], []]);
    } finally {
      await opened.close();
    }
  };
