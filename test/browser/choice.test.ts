import type { Browser, Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewsOf } from '../../reports/choice/views.ts';
import { figuresOf } from '../../reports/figures/index.ts';
import { renderComparison, renderReport, tableCsv } from '../../reports/index.ts';
import { figureTable } from '../../reports/tables/tables.ts';
import { winterComparison } from '../fixtures/winter-comparison.ts';
import { winterResult } from '../fixtures/winter-result.ts';
import { notInTable } from './charts.ts';
import { browserIsThere, launch, open, readThrough } from './chromium.ts';
import { type Using, usingIn } from './using.ts';

const RESULT = winterResult({ parts: true });
const NCR = '#no-criteria-to-reside';

describe.skipIf(!browserIsThere())('the choice of what the figures show', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  const usingPage = usingIn(() => browser);
  /** Once its charts can be drawn. */
  const using: Using = (html, options, look) =>
    usingPage(html, options, async (opened) => {
      await opened.page.waitForSelector('html[data-charts=ready]');
      await look(opened);
    });

  const choose = async (page: Page, scope: string, step: string): Promise<void> => {
    const [where = '', pathway = ''] = scope === 'all' ? [] : scope.startsWith('pathway:') ? ['', scope] : scope.split('/');
    await page.selectOption('[data-choice=where]', where);
    await page.selectOption('[data-choice=pathway]', pathway);
    await page.selectOption('[data-choice=by]', step === 'month' ? 'month' : '');
  };
  const title = (page: Page): Promise<string | null> => page.locator(`${NCR}-title`).textContent();

  it('brings title, table and chart of the same people and step together, each as the report draws that part', async () => {
    const views = viewsOf(RESULT, figuresOf(RESULT));
    expect(
      views.filter(({ figure }) => figure.id === 'no-criteria-to-reside').map(({ scope, step }) => `${scope} ${step}`),
    ).toEqual([
      'all week',
      'all month',
      ...['', 'place:north', 'place:south'].flatMap((where) => [
        ...(where === '' ? [] : [`${where} week`, `${where} month`]),
        ...['P1', 'P2', 'P3'].flatMap((p) =>
          ['week', 'month'].map((step) => `${where === '' ? '' : `${where}/`}pathway:${p} ${step}`),
        ),
      ]),
    ]);
    await using(await renderReport(RESULT), {}, async ({ page }) => {
      await readThrough(page);
      for (const { scope, step, figure } of views) {
        if (scope !== 'all' && !/^place:south/.test(scope) && scope !== 'pathway:P2') continue;
        await choose(page, scope, step);
        expect(await page.locator(`#${figure.id}-title`).textContent(), `${figure.id} ${scope} ${step}`).toBe(figure.title);
        if (figure.chart) expect(await notInTable(page, figure, RESULT), `${scope} ${step}`).toEqual([]);
      }
    });
  });

  it('saves the data of what is shown, under a name of its own', async () => {
    const view = viewsOf(RESULT, figuresOf(RESULT)).find(
      ({ scope, step, figure }) =>
        figure.id === 'no-criteria-to-reside' && scope === 'place:south/pathway:P2' && step === 'month',
    );
    await using(await renderReport(RESULT), {}, async ({ page }) => {
      await choose(page, 'place:south/pathway:P2', 'month');
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.click('[data-save=csv][data-of=no-criteria-to-reside]'),
      ]);
      expect(saved.suggestedFilename()).toBe('figure-no-criteria-to-reside-place-south-pathway-p2-month.csv');
      expect(await readFile(await saved.path(), 'utf8')).toBe(view && tableCsv(figureTable(view.figure)));
    });
  });

  it('is kept in the address, which brings it back when opened again, and is not lost by a link of the page', async () => {
    await using(await renderReport(RESULT), {}, async ({ page }) => {
      const before = await title(page);
      await choose(page, 'place:south/pathway:P2', 'month');
      const chosen = await title(page);
      expect(chosen).not.toBe(before);
      expect(await page.locator(`${NCR} .shown span`).textContent()).toBe('South, Pathway 2');
      await page.locator('.questions a[href^="#"]').first().click();
      await page.waitForFunction("location.hash.includes('at=')");
      const again = await page.context().newPage();
      await again.goto(page.url());
      await again.waitForSelector('html[data-charts=ready]');
      expect([
        await title(again),
        await again.inputValue('[data-choice=where]'),
        await again.inputValue('[data-choice=pathway]'),
        await again.inputValue('[data-choice=by]'),
      ]).toEqual([chosen, 'place:south', 'pathway:P2', 'month']);
      await choose(page, 'all', 'week');
      expect([await title(page), new URL(page.url()).hash]).toEqual([before, '']);
    });
  });

  it.each(['#where=nowhere&by=day', '#where=%3Cimg%20src=x%20onerror=alert(1)%3E&at=none', '#=&&=%'])(
    'takes no harm from the address %s',
    async (hash) => {
      await using(await renderReport(RESULT), {}, async ({ page }) => {
        const before = await title(page);
        await page.goto(page.url().split('#')[0] + hash);
        await page.reload();
        await page.waitForSelector('html[data-charts=ready]');
        expect([await title(page), await page.inputValue('[data-choice=where]'), await page.locator('img').count()]).toEqual([
          before,
          '',
          0,
        ]);
      });
    },
  );

  it('says where a figure cannot be told apart as far as was chosen', async () => {
    await using(await renderReport(RESULT), {}, async ({ page }) => {
      await choose(page, 'place:south/pathway:P2', 'week');
      expect(await page.locator('#causes-of-delay .shown, #delay-by-pathway .shown').first().textContent()).toContain(
        'South (not told apart by all you chose)',
      );
    });
  });

  it('is made with the keyboard alone', async () => {
    await using(await renderReport(RESULT), {}, async ({ page }) => {
      const before = await title(page);
      await page.focus('[data-choice=where]');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.dataset.choice')).toBe('pathway');
      expect([await page.inputValue('[data-choice=where]'), (await title(page)) !== before]).toEqual(['place:north', true]);
    });
  });

  it('hides scenarios from the charts and from no table, in the address too', async () => {
    const results = [
      RESULT,
      winterResult({ parts: true, name: 'More', pressure: 1.2 }),
      winterResult({ parts: true, name: 'Less', pressure: 0.8 }),
    ];
    await using(await renderComparison(results, winterComparison(results)), {}, async ({ page }) => {
      await readThrough(page);
      const panels = (): Promise<number> => page.locator('[data-chart="over-time"] .subplot').count();
      const [drawn, columns] = [await panels(), await page.locator('#over-time th[scope=col]').count()];
      expect([drawn, columns]).toEqual([3, 4]);
      await page.focus('[data-hide]');
      await page.keyboard.press('Space');
      await page.waitForFunction('document.querySelectorAll(\'[data-chart="over-time"] .subplot\').length === 2');
      expect([await page.locator('#over-time th[scope=col]').count(), new URL(page.url()).hash]).toEqual([4, '#hide=1']);
      await page.reload();
      await readThrough(page);
      expect([
        await panels(),
        await page.isChecked('[data-hide][value="1"]'),
        await page.isChecked('[data-hide][value="2"]'),
      ]).toEqual([2, false, true]);
      await page.selectOption('[data-choice=where]', 'place:south');
      expect([await panels(), await page.locator('#over-time .shown span').textContent()]).toEqual([2, 'South']);
    });
  });

  it('is out of reach where there is no script, and the page shows everyone', async () => {
    const opened = await open(browser, await renderReport(RESULT), { javaScriptEnabled: false });
    expect([
      await opened.page.locator('.choose').isVisible(),
      await opened.page.locator('.shown').first().isVisible(),
      await title(opened.page),
    ]).toEqual([false, false, figuresOf(RESULT).find(({ id }) => id === 'no-criteria-to-reside')?.title]);
    await opened.close();
  });
});
