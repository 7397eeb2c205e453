import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../reports/figures/figure.ts';
import { figuresOf } from '../../reports/figures/index.ts';
import { renderComparison, renderReport, tableCsv, tables } from '../../reports/index.ts';
import { winterComparison } from '../fixtures/winter-comparison.ts';
import { winterResult } from '../fixtures/winter-result.ts';
import { winterSensitivity } from '../fixtures/winter-sensitivity.ts';
import { notInTable } from './charts.ts';
import { browserIsThere, launch, type Opened, readThrough } from './chromium.ts';
import { usingIn } from './using.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)> $& <a href="javascript:alert(2)">a</a><span style="color:red">b</span>';
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

describe.skipIf(!browserIsThere())('the report in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  const using = usingIn(() => browser);

  const drawn = ({ page }: Opened): Promise<number> => page.locator('[data-chart].js-plotly-plot').count();

  it('draws the charts near the window first, all of them once read through, and asks for nothing', async () => {
    const result = winterResult();
    const count = figuresOf(result).filter((f) => f.chart).length;
    const start = performance.now();
    await using(await renderReport(result), {}, async (opened) => {
      await opened.page.waitForSelector('html[data-charts=ready]');
      // Told, not tested: it is the machine's as much as the page's.
      process.stderr.write(
        `Charts ready ${((performance.now() - start) / 1000).toFixed(1)} s after the page was made and opened\n`,
      );
      expect(await drawn(opened)).toBeLessThan(count);
      await readThrough(opened.page);
      expect(await drawn(opened)).toBe(count);
      expect(await opened.page.locator('.modebar-btn, [data-title*="hare"]').count()).toBe(0);
    });
  });

  it('draws every chart before it is printed', async () => {
    const result = winterResult();
    await using(await renderReport(result), {}, async (opened) => {
      await opened.page.waitForSelector('html[data-charts=ready]');
      expect((await opened.page.pdf({ format: 'A4' })).length).toBeGreaterThan(50_000);
      expect(await drawn(opened)).toBe(figuresOf(result).filter((f) => f.chart).length);
    });
  });

  it.each(['report', 'comparison'])('keeps every figure with a chart whole on a page of A4: %s', async (kind) => {
    const [result, other] = [
      winterResult({ parts: true }),
      winterResult({ parts: true, name: 'Without the extra hours', pressure: 1.2 }),
    ];
    for (const { scenario } of [result, other])
      for (const place of [...scenario.hospitals, ...scenario.places])
        place.label += ', with a name as long as that of University Hospitals Coventry and Warwickshire';
    const html =
      kind === 'report' ? await renderReport(result) : await renderComparison([result, other], winterComparison([result, other]));
    // A4 less the margins of the page's own style, at 96 dots an inch.
    const [width, height] = [182, 269].map((mm) => Math.floor((mm / 25.4) * 96)) as [number, number];
    await using(html, { viewport: { width, height } }, async ({ page }) => {
      await page.waitForSelector('html[data-charts=ready]');
      await page.emulateMedia({ media: 'print' });
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      await page.waitForFunction(
        "[...document.querySelectorAll('[data-chart]')].every((it) => it.querySelector('svg.main-svg'))",
      );
      const figures = JSON.parse(
        String(
          await page.evaluate(
            "JSON.stringify([...document.querySelectorAll('figure')].filter((it) => it.querySelector('[data-chart]')).map((it) => [it.id, it.offsetHeight, getComputedStyle(it).breakInside]))",
          ),
        ),
      ) as [string, number, string][];
      expect(figures.length).toBeGreaterThan(1);
      expect(figures.filter(([, tall, broken]) => tall > height || broken !== 'avoid')).toEqual([]);
      expect(await page.locator('.choose, .save, details:not([open])').filter({ visible: true }).count()).toBe(0);
    });
  });

  it('moves nothing for those who asked for less motion', async () => {
    await using(await renderReport(winterResult({ parts: true })), { reducedMotion: 'reduce' }, async ({ page }) => {
      await readThrough(page);
      await page.selectOption('[data-choice=where]', 'place:south');
      const moving =
        "[document.getAnimations().length, [...document.querySelectorAll('body, body *')].filter((it) => { const s = getComputedStyle(it); return s.scrollBehavior === 'smooth' || s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0; }).length]";
      expect(await page.evaluate(moving)).toEqual([0, 0]);
    });
  });

  it('shows the same numbers in each chart and in the table behind it', async () => {
    const result = winterResult({ parts: true });
    await using(await renderReport(result), {}, async ({ page }) => {
      await readThrough(page);
      for (const figure of figuresOf(result).filter((f) => f.chart)) expect(await notInTable(page, figure, result)).toEqual([]);
    });
  });

  it('shows assumptions by weight as their table does, names whole at 390 px, hostile reasons as text', async () => {
    const winter = winterResult({ parts: true });
    const result = { ...winter, sensitivities: [winterSensitivity(winter, { text: HOSTILE })] };
    const figure = figuresOf(result).find(({ id }) => id === 'tornado-bed-days-delayed') as Figure;
    await using(await renderReport(result), { viewport: { width: 390, height: 844 } }, async ({ page }) => {
      await readThrough(page);
      expect(await notInTable(page, figure, result)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      expect(await page.locator('#tornado-bed-days-delayed svg .annotation-text').allTextContents()).toEqual(
        expect.arrayContaining(['1. Mean stay in short-term beds', '2. Hours commissioned for home support']),
      );
      await page.locator('#tornado-bed-days-delayed summary').click();
      expect(await page.locator('#tornado-bed-days-delayed td').last().textContent()).toBe(HOSTILE);
      await page.evaluate(AXE);
      expect(
        await page.evaluate(
          "axe.run('#tornado-bed-days-delayed', { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes[0].html))",
        ),
      ).toEqual([]);
    });
  });

  it('saves the data and the picture of a chart by keyboard alone, every control in reach', async () => {
    const result = winterResult({ parts: true });
    const written = new Map(tables(result).map((table) => [table.name, tableCsv(table)]));
    await using(await renderReport(result), {}, async ({ page }) => {
      await page.waitForSelector('html[data-charts=ready]');
      const controls = await page
        .locator('a[href]:visible, summary:visible, button:visible, select:visible, input:visible, [tabindex="0"]:visible')
        .count();
      const reached: (string | null)[] = [];
      for (let i = 0; i < controls; i++) {
        await page.keyboard.press('Tab');
        const of = await page.evaluate(
          "[document.activeElement.dataset.save, document.activeElement.dataset.of, document.activeElement.dataset.choice].filter(Boolean).join(' ') || null",
        );
        reached.push(of as string | null);
        if (of !== 'csv stays' && of !== 'png stays') continue;
        const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
        const bytes = await readFile(await saved.path());
        if (of === 'csv stays') expect(bytes.toString('utf8')).toBe(written.get(saved.suggestedFilename()));
        else
          expect([saved.suggestedFilename(), bytes.subarray(1, 4).toString(), bytes.length > 10_000]).toEqual([
            'figure-stays.png',
            'PNG',
            true,
          ]);
      }
      const figures = figuresOf(result);
      expect(reached.filter((of) => of !== null).sort()).toEqual(
        [
          'by',
          'pathway',
          'where',
          ...figures.map(({ id }) => `csv ${id}`),
          ...figures.filter(({ chart }) => chart).map(({ id }) => `png ${id}`),
        ].sort(),
      );
    });
  });

  it.each(['report', 'comparison'])('shows hostile text as text: %s', async (kind) => {
    const result = winterResult({ text: HOSTILE, parts: true });
    const other = winterResult({ text: HOSTILE, parts: true, pressure: 1.2 });
    const html =
      kind === 'report' ? await renderReport(result) : await renderComparison([result, other], winterComparison([result, other]));
    await using(html, {}, async ({ page }) => {
      await readThrough(page);
      expect(await page.title()).toContain(HOSTILE);
      expect(await page.locator('h1').textContent()).toContain(HOSTILE);
      for (const it of ['where', 'pathway']) await page.selectOption(`[data-choice=${it}]`, { index: 1 });
      expect(await page.locator('.shown span').first().textContent()).toContain(HOSTILE.trim());
      expect(await page.locator('img, svg a, [href^="javascript"], [onerror], tspan[style*="red"]').count()).toBe(0);
      expect((await page.locator('svg text').allTextContents()).join(' ')).toContain('</script><img src=x onerror=alert(1)> $&');
    });
  });

  it.each([
    [1280, 'report'],
    [390, 'report'],
    [1280, 'comparison'],
    [390, 'comparison'],
  ] as const)('has nothing axe finds at %i px, and fits: %s', async (width, kind) => {
    const [result, other] = [
      winterResult({ parts: true }),
      winterResult({ parts: true, name: 'Without the extra hours', pressure: 1.2 }),
    ];
    for (const { scenario } of [result, other])
      for (const place of [...scenario.hospitals, ...scenario.places])
        place.label += ', with a name as long as that of University Hospitals Coventry and Warwickshire';
    const html =
      kind === 'report' ? await renderReport(result) : await renderComparison([result, other], winterComparison([result, other]));
    await using(html, { viewport: { width, height: 844 } }, async ({ page }) => {
      await readThrough(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
      await page.evaluate(AXE);
      const found = await page.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes[0].html))",
      );
      expect(found).toEqual([]);
    });
  });

  it('shows the verdict on each target without scrolling sideways at 390 px', async () => {
    await using(await renderReport(winterResult()), { viewport: { width: 390, height: 844 } }, async ({ page }) => {
      const box = await page.locator('#ambitions tbody td').last().boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
    });
  });

  it('says before each cell of a row that stacks at 390 px what it is, in hostile words as they are', async () => {
    const results = [winterResult({ text: HOSTILE }), winterResult({ text: HOSTILE, pressure: 1.2 })];
    await using(
      await renderComparison(results, winterComparison(results)),
      { viewport: { width: 390, height: 844 } },
      async ({ page }) => {
        const cells = JSON.parse(
          String(
            await page.evaluate(
              "JSON.stringify([...document.querySelector('#ambitions-compared tbody tr').cells].slice(1).map((it) => [getComputedStyle(it, '::before').content, it.closest('table').tHead.rows[0].cells[it.cellIndex].textContent]))",
            ),
          ),
        ) as [string, string][];
        expect(cells.length).toBe(4);
        for (const [content, head] of cells) expect(content).toBe(JSON.stringify(`${head}: `));
        expect(cells.at(-1)?.[1]).toContain(HOSTILE);
      },
    );
  });

  it('reads without JavaScript', async () => {
    await using(await renderReport(winterResult()), { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator('.verdict').textContent()).toBe('Unlikely to be met');
      expect(await page.locator('.tile').count()).toBe(8);
      expect(await page.locator('figure h3').first().isVisible()).toBe(true);
      expect(await page.locator('[data-chart]').first().isVisible()).toBe(false);
      await page.locator('#no-criteria-to-reside summary').click();
      expect(await page.locator('#no-criteria-to-reside td').first().isVisible()).toBe(true);
    });
  });

  it.each([
    ['one replication', winterResult({ replications: 1 })],
    ['nobody delayed, no ambition', winterResult({ pressure: 0, ambitions: false })],
  ])('draws a result with %s', async (_, result) => {
    await using(await renderReport(result), {}, async ({ page }) => {
      await readThrough(page);
    });
  });
});
