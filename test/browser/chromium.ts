import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** `CHROMIUM` names the browser to use; without it, where distributions put it. */
const PLACES = process.env.CHROMIUM
  ? [process.env.CHROMIUM]
  : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FOUND = PLACES.find((file) => existsSync(file));
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** False skips the browser tests, with a sentence; on a build server (`CI`) a missing browser is a failure instead. */
export function browserIsThere(): boolean {
  if (FOUND) return true;
  if (process.env.CI)
    throw new Error(
      'No Chromium found: the browser tests must run on the build server. Install chromium, or set CHROMIUM to its path.',
    );
  process.stderr.write('No Chromium found, so the browser tests are skipped. Install chromium, or set CHROMIUM to its path.\n');
  return false;
}

export const launch = (...more: string[]): Promise<Browser> =>
  chromium.launch({ executablePath: FOUND ?? '', args: [...QUIET, ...more] });

export interface Opened {
  page: Page;
  /** Whatever the page asked for beyond its own file and memory (data: and blob:), complained about, or had blocked. */
  requests: string[];
  complaints: string[];
  close: () => Promise<void>;
}

/** The page opened from a file, offline, with everything it does recorded. */
export async function open(browser: Browser, html: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'd2a-page-'));
  const file = join(folder, 'page.html');
  await writeFile(file, html);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true, ...options });
  const page = await context.newPage();
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on('request', (r) => {
    if (r.url() !== pathToFileURL(file).href && !/^(data|blob):/.test(r.url())) requests.push(r.url());
  });
  page.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') complaints.push(m.text());
  });
  page.on('pageerror', (e) => complaints.push(e.message));
  page.on('dialog', (d) => {
    complaints.push(`dialog: ${d.message()}`);
    void d.dismiss();
  });
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (e) => console.error('CSP: ' + e.violatedDirective + ' ' + e.blockedURI))",
  );
  await page.goto(pathToFileURL(file).href);
  return {
    page,
    requests,
    complaints,
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Scrolls from top to bottom as a reader would, until every chart is drawn. */
export async function readThrough(page: Page): Promise<void> {
  await page.waitForSelector('html[data-charts=ready]');
  for (const chart of await page.locator('[data-chart]').all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('svg.main-svg').first().waitFor();
  }
}
