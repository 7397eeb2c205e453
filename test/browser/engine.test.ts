import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '../../data/fingerprint.ts';
import { filesInHand } from '../../data/files-in-hand.ts';
import { workbookBytes } from '../../data/workbook.ts';
import { type ReadScenario, readScenario, ScenarioMistakes, templateSheets } from '../../scenarios/index.ts';
import { experiment, measureOptions } from '../../sim/index.ts';
import type { Result } from '../../sim/result.ts';
import { hashOf } from '../golden/hashes.ts';
import { browserIsThere, launch } from './chromium.ts';
import { usingIn } from './using.ts';

const beside = (name: string): string => join(import.meta.dirname, '..', '..', name);
const golden = JSON.parse(readFileSync(beside('test/golden/golden.json'), 'utf8')) as { result: string };
const GOLDEN = { 'scenario.yaml': readFileSync(beside('test/golden/scenario.yaml')) };
const { version } = JSON.parse(readFileSync(beside('package.json'), 'utf8')) as { version: string };

/** As strict as the pages of d2a: this one script, threads made of it, and nothing else. */
function pageWithEngine(): string {
  const script = readFileSync(beside('dist/page/engine.js'), 'utf8');
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; worker-src blob:`;
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>d2a</title></head><body><script id="engine">${script}</script></body></html>`;
}

type Held = Record<string, Uint8Array>;

const held = (files: Held): string =>
  `new Map(${JSON.stringify(Object.entries(files).map(([name, bytes]) => [name, [...bytes]]))}.map(([name, bytes]) => [name, new Uint8Array(bytes)]))`;

const THREADS = { none: '{}', two: "{ threads: { script: document.getElementById('engine').textContent, count: 2 } }" };

/** Reads and runs in the page; `as` is what becomes of what was read. */
async function inPage(page: Page, main: string, files: Held, options = THREADS.none, as = 'read'): Promise<Result> {
  const text = await page.evaluate(
    `d2a.read(${JSON.stringify(main)}, ${held(files)}).then((read) => d2a.simulate([${as}], ${options})).then(([result]) => JSON.stringify(result))`,
  );
  return JSON.parse(String(text)) as Result;
}

const here = (main: string, files: Held): Promise<ReadScenario> =>
  readScenario(main, {
    files: filesInHand(new Map(Object.entries(files).map(([name, bytes]) => [name, { bytes, sha256: fingerprint(bytes) }]))),
    measures: measureOptions(),
  });

const texts = (files: Record<string, string>): Held =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]));

/** A part of what a reader needs packages for: a sum with units, and a CSV file in a folder beside. */
const PLAN = texts({
  'plans/base.yaml': `d2a: 1
name: Base
population: 65+
period: {start: 2021-10-01, length: 60 days}
run: {warm-up: 30 days, replications: 3, seed: page}
hospitals: {General: {admissions: 10/day}}
pathways:
  P0: {share: 70%, acute-stay: {mean: 5 days, median: 3 days, shape: lognormal}}
  P1: {share: 30%, acute-stay: {sample: ../stays.csv, column: days}, route: [homefirst]}
services:
  homefirst: {kind: hours, commissioned: 700 h/week, package: {hours: 12 h/week, stay: {mean: 20 days, shape: gamma, cv: 0.6}}}
`,
  'plans/plan.yaml': 'extends: base.yaml\nname: More\nservices: {homefirst: {commissioned: 700 h/week + 4 * 15 h/week}}\n',
  'stays.csv': 'days;who\n3;Zoë\n9,5;Bill\n14;Ann\n',
});

describe.skipIf(!browserIsThere()).each([
  { jit: 'with its compiler', flags: [] },
  { jit: 'with its compiler turned off', flags: ['--js-flags=--jitless'] },
])('the engine in a page from a disk, in a browser $jit', ({ flags }) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(...flags);
  });
  afterAll(async () => {
    await browser.close();
  });
  const using = usingIn(() => browser);

  it('really is such a browser', async () => {
    await using(pageWithEngine(), {}, async ({ page }) => {
      expect(await page.evaluate('location.protocol')).toBe('file:');
      // Without its compiler V8 has no WebAssembly.
      expect(await page.evaluate('typeof WebAssembly')).toBe(flags.length > 0 ? 'undefined' : 'object');
    });
  });

  it.each(['none', 'two'] as const)(
    'reads the golden scenario and gives the golden result, threads: %s',
    { timeout: 240_000 },
    async (threads) => {
      const start = performance.now();
      await using(pageWithEngine(), {}, async ({ page }) => {
        const bare = '{ ...read, values: [], inputs: [], warnings: [] }';
        const result = await inPage(page, 'scenario.yaml', GOLDEN, THREADS[threads], bare);
        expect(hashOf(result)).toBe(golden.result);
        // Told, not tested: it is the machine's as much as the page's.
        process.stderr.write(`Golden run in the page: ${((performance.now() - start) / 1000).toFixed(1)} s with its start\n`);
      });
    },
  );

  it('gives what Node gives, values, files and warnings too', async () => {
    await using(pageWithEngine(), {}, async ({ page }) => {
      const [expected] = await experiment([await here('plans/plan.yaml', PLAN)], { version });
      expect(expected?.inputs.map(({ file }) => file)).toEqual(['plan.yaml', 'base.yaml', '../stays.csv']);
      expect(JSON.stringify(await inPage(page, 'plans/plan.yaml', PLAN, THREADS.two))).toBe(JSON.stringify(expected));
    });
  });

  it('reads a workbook as Node reads it', async () => {
    const start = 'scenarios/templates/start.yaml';
    const files = filesInHand(new Map([[start, { bytes: readFileSync(beside(start)), sha256: '' }]]));
    const bytes = new Uint8Array(await workbookBytes(await templateSheets(start, { files, measures: measureOptions() })));
    await using(pageWithEngine(), {}, async ({ page }) => {
      const text = await page.evaluate(
        `d2a.read('plan.xlsx', ${held({ 'plan.xlsx': bytes })}).then((read) => JSON.stringify(read))`,
      );
      expect(text).toBe(JSON.stringify(await here('plan.xlsx', { 'plan.xlsx': bytes })));
    });
  });

  it('says of a broken scenario what Node says', async () => {
    const files = texts({
      'broken.yaml': `${new TextDecoder().decode(GOLDEN['scenario.yaml'])}\nextends: gone.yaml\nchanges: {x: {from: 2024-13-01}}\n`,
      'no-units.yaml': new TextDecoder().decode(GOLDEN['scenario.yaml']).replace('430 h/week', '430').replace('12/day', 'many'),
    });
    await using(pageWithEngine(), {}, async ({ page }) => {
      for (const main of Object.keys(files)) {
        const error: unknown = await here(main, files).catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(ScenarioMistakes);
        const text = await page.evaluate(`d2a.read('${main}', ${held(files)}).catch((error) => error.message)`);
        expect(text).toBe((error as Error).message);
      }
    });
  });
});

describe.skipIf(!browserIsThere())('a page that simulates', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });
  const using = usingIn(() => browser);

  it.each(['none', 'two'] as const)(
    'is told how far it is, draws meanwhile, and can be stopped, threads: %s',
    async (threads) => {
      await using(pageWithEngine(), {}, async ({ page }) => {
        const told = await page.evaluate(`(async () => {
        const read = await d2a.read('scenario.yaml', ${held(GOLDEN)});
        read.scenario.run.replications = 40;
        const stop = new AbortController();
        const told = [];
        let turns = 0;
        const turn = () => { turns++; requestAnimationFrame(turn); };
        requestAnimationFrame(turn);
        const onProgress = (done) => { told.push(done); if (done >= 12) stop.abort(new Error('stopped')); };
        const ended = await d2a.simulate([read], { ...${THREADS[threads]}, onProgress, signal: stop.signal }).catch(({ message }) => message);
        return { told, turns, ended };
      })()`);
        expect(told).toMatchObject({ ended: 'stopped', told: [4, 8, 12] });
        expect((told as { turns: number }).turns).toBeGreaterThan(1);
      });
    },
  );
});
