import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../reports/figures/index.ts';
import type { Figure } from '../../reports/figures/figure.ts';
import { renderComparison, renderReport, tableCsv, tables } from '../../reports/index.ts';
import { plain } from '../../reports/words/numbers.ts';
import type { Result } from '../../sim/result.ts';
import { winterComparison } from '../fixtures/winter-comparison.ts';
import { winterResult } from '../fixtures/winter-result.ts';
import { browserIsThere, launch, type Opened, open, readThrough } from './chromium.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)> $& <a href="javascript:alert(2)">a</a><span style="color:red">b</span>';
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

describe.skipIf(!browserIsThere())('the report in a browser', () => {
  let browser: Browser;
  beforeAll(async () => { browser = await launch(); });
  afterAll(async () => { await browser.close(); });

  async function using(html: string, options: Parameters<typeof open>[2], look: (opened: Opened) => Promise<void>): Promise<void> {
    const opened = await open(browser, html, options);
    try {
      await look(opened);
      expect(opened.requests).toEqual([]);
      expect(opened.complaints).toEqual([]);
    } finally {
      await opened.close();
    }
  }

  const drawn = ({ page }: Opened): Promise<number> => page.locator('[data-chart].js-plotly-plot').count();

  it('draws the charts near the window first, all of them once read through, and asks for nothing', async () => {
    const result = winterResult();
    const count = figuresOf(result).filter((f) => f.chart).length;
    await using(await renderReport(result), {}, async (opened) => {
      await opened.page.waitForSelector('html[data-charts=ready]');
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

  it('shows the same numbers in each chart and in the table behind it', async () => {
    const result = winterResult();
    await using(await renderReport(result), {}, async ({ page }) => {
      await readThrough(page);
      for (const figure of figuresOf(result).filter((f) => f.chart)) {
        const traces = await page.locator(`[data-chart="${figure.id}"]`).evaluate((plot) => JSON.stringify((plot as unknown as { data: unknown }).data));
        const cells = await Promise.all((await page.locator(`#${figure.id} tbody tr`).all()).map((row) => row.locator('th, td').allTextContents()));
        for (const trace of JSON.parse(traces) as Trace[]) for (const series of seriesOf(trace)) {
          if (trace.meta === 'capacity in force') expect(held(result, figure), figure.id).toEqual(expect.arrayContaining(series));
          else expect(columnsLike(figure, cells, series), `${figure.id}: ${trace.name ?? trace.type}`).toBeGreaterThan(0);
        }
      }
    });
  });

  it('saves the data and the picture of a chart by keyboard alone, every control in reach', async () => {
    const result = winterResult();
    const written = new Map(tables(result).map((table) => [table.name, tableCsv(table)]));
    await using(await renderReport(result), {}, async ({ page }) => {
      await page.waitForSelector('html[data-charts=ready]');
      const controls = await page.locator('a[href]:visible, summary:visible, button:visible, [tabindex="0"]:visible').count();
      const reached: (string | null)[] = [];
      for (let i = 0; i < controls; i++) {
        await page.keyboard.press('Tab');
        const of = await page.evaluate("document.activeElement.dataset.save ? document.activeElement.dataset.save + ' ' + document.activeElement.dataset.of : null");
        reached.push(of as string | null);
        if (of !== 'csv stays' && of !== 'png stays') continue;
        const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
        const bytes = await readFile(await saved.path());
        if (of === 'csv stays') expect(bytes.toString('utf8')).toBe(written.get(saved.suggestedFilename()));
        else expect([saved.suggestedFilename(), bytes.subarray(1, 4).toString(), bytes.length > 10_000]).toEqual(['figure-stays.png', 'PNG', true]);
      }
      const figures = figuresOf(result);
      expect(reached.filter((of) => of !== null).sort()).toEqual([...figures.map(({ id }) => `csv ${id}`), ...figures.filter(({ chart }) => chart).map(({ id }) => `png ${id}`)].sort());
    });
  });

  it.each(['report', 'comparison'])('shows hostile text as text: %s', async (kind) => {
    const result = winterResult({ text: HOSTILE });
    const other = winterResult({ text: HOSTILE, pressure: 1.2 });
    const html = kind === 'report' ? await renderReport(result) : await renderComparison([result, other], winterComparison([result, other]));
    await using(html, {}, async ({ page }) => {
      await readThrough(page);
      expect(await page.title()).toContain(HOSTILE);
      expect(await page.locator('h1').textContent()).toContain(HOSTILE);
      expect(await page.locator('img, svg a, [href^="javascript"], [onerror], tspan[style*="red"]').count()).toBe(0);
      expect((await page.locator('svg text').allTextContents()).join(' ')).toContain('</script><img src=x onerror=alert(1)> $&');
    });
  });

  it.each([[1280, 'report'], [390, 'report'], [1280, 'comparison'], [390, 'comparison']] as const)('has nothing axe finds at %i px, and fits: %s', async (width, kind) => {
    const [result, other] = [winterResult(), winterResult({ name: 'Without the extra hours', pressure: 1.2 })];
    const html = kind === 'report' ? await renderReport(result) : await renderComparison([result, other], winterComparison([result, other]));
    await using(html, { viewport: { width, height: 844 } }, async ({ page }) => {
      await readThrough(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })");
      await page.evaluate(AXE);
      const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes[0].html))");
      expect(found).toEqual([]);
    });
  });

  it('shows the verdict on each target without scrolling sideways at 390 px', async () => {
    await using(await renderReport(winterResult()), { viewport: { width: 390, height: 844 } }, async ({ page }) => {
      const box = await page.locator('#ambitions tbody td').last().boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
    });
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
    ['one replication', winterResult({ replications: 1 })], ['nobody delayed, no ambition', winterResult({ pressure: 0, ambitions: false })],
  ])('draws a result with %s', async (_, result) => {
    await using(await renderReport(result), {}, async ({ page }) => { await readThrough(page); });
  });
});

interface Trace { name?: string; meta?: string; type: string; orientation?: string; mode?: string; x: unknown[]; y: unknown[]; z?: (number | null)[][] }

/** The numbers a trace draws. */
function seriesOf(trace: Trace): unknown[][] {
  if (trace.z) return trace.z;
  return [typeof trace.y[0] === 'string' ? trace.x : trace.y];
}

/** Capacity by day of the service a figure is about. */
function held(result: Result, { about }: Figure): unknown[] {
  return result.capacity.find((c) => c.scope === `${about?.key}:${about?.name}`)?.byDay ?? [];
}

/** How many columns of the table read like the series, formatted as their column is; gaps on either side, and the point that closes a line of steps, are left out. */
function columnsLike(figure: Figure, cells: string[][], series: unknown[]): number {
  const closed = series.length === cells.length + 1 && series[cells.length] === series[cells.length - 1];
  const numbers = (closed ? series.slice(0, -1) : series).filter((v): v is number => typeof v === 'number');
  return figure.table.columns.filter((column, i) => {
    const texts = cells.map((row) => row[i] ?? '').slice(0, series.length).filter((t) => t !== '–');
    return texts.join('|') === numbers.map((v) => plain(v, column.unit ?? '')).join('|');
  }).length;
}
