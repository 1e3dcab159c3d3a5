import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '../../src/i18n/locale.js';
import type { LintResult } from '../../src/lint/types.js';
import { renderOpinion } from '../../src/report/opinion/opinion.js';
import { rules } from '../../src/rules/registry.gen.js';
import { fixturePlans, lintedByDefault, lintedHostile } from '../support/linted.js';
import { input } from './build.js';

const CHROMIUM = '/usr/bin/chromium';

/** What is left of A4 between the margins, in CSS pixels. */
const ROOM = { width: (168 / 25.4) * 96, height: (263 / 25.4) * 96 };

const SITES = fixturePlans('sites');
const VIOLATIONS = SITES.filter((path) => /violations\./.test(path));
/** Every second; SITECAM_LONG=1 takes all. */
const some = (paths: readonly string[]) =>
  paths.filter((_, n) => n % 2 === 0 || process.env.SITECAM_LONG !== undefined);

// Without Debian's Chromium there is nothing to print with.
describe.skipIf(!existsSync(CHROMIUM))('printed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-opinion-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function opened(results: readonly LintResult[], locale: Locale = 'zh-CN'): Promise<Page> {
    const file = join(folder, 'opinion.html');
    writeFileSync(file, renderOpinion({ ...input(results), rules }, { locale }));
    const page = await browser.newPage({ viewport: { width: Math.floor(ROOM.width), height: 900 } });
    const log: string[] = [];
    page.on('console', (message) => log.push(message.text()));
    page.on('pageerror', (error) => log.push(error.message));
    page.on('request', (request) => log.push(request.url()));
    await page.emulateMedia({ media: 'print' });
    await page.goto(pathToFileURL(file).href);
    expect(log).toEqual([pathToFileURL(file).href]);
    return page;
  }

  async function pagesOf(results: readonly LintResult[], locale: Locale = 'zh-CN'): Promise<number> {
    const page = await opened(results, locale);
    await expectOnPage(page);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    await page.close();
    for (const [, width, height] of pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g))
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  }

  /** Nothing is wider than the page, no cell or line is cut off, and no row is higher than a page. */
  async function expectOnPage(page: Page): Promise<void> {
    const boxes = await page.locator('tr, li, p, h1, h2, figure').evaluateAll((all) =>
      all.map((one) => {
        const { left, right, height } = one.getBoundingClientRect();
        const parts = [one, ...one.querySelectorAll('td, th, div')];
        return { left, right, height, isClipped: parts.some((part) => part.scrollWidth > part.clientWidth + 1) };
      }),
    );
    expect(boxes.length).toBeGreaterThan(10);
    for (const { left, right, height, isClipped } of boxes) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(ROOM.width + 1);
      expect(height).toBeLessThan(ROOM.height);
      expect(isClipped).toBe(false);
    }
  }

  test.each(VIOLATIONS)('%s: two pages', async (path) => {
    expect(await pagesOf([lintedByDefault(path)])).toBe(2);
  });

  test.each(some(VIOLATIONS))('%s: at most three pages in English', async (path) => {
    expect(await pagesOf([lintedByDefault(path)], 'en')).toBeLessThanOrEqual(3);
  });

  test.each(some(SITES.filter((path) => /\/plan\./.test(path))))('%s: one page', async (path) => {
    expect(await pagesOf([lintedByDefault(path)])).toBe(1);
  });

  test('each plan begins a page, and names that attack run off none', async () => {
    const [one] = VIOLATIONS;
    if (one === undefined) throw new Error('no site has violations');
    expect(await pagesOf([lintedByDefault(one), lintedHostile()])).toBeGreaterThanOrEqual(3);
  });

  test('the figure is 84 mm high and its marks can be read', async () => {
    const page = await opened([lintedByDefault('fixtures/sites/boarding-school/violations.yaml')]);
    const svg = await page.locator('figure svg').boundingBox();
    expect(svg?.height).toBeCloseTo((84 / 25.4) * 96, 0);
    const sizes = await page
      .locator('.marks text')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(sizes.length).toBeGreaterThan(5);
    // 2 mm: about 6 pt.
    for (const size of sizes) expect(size).toBeGreaterThan((2 / 25.4) * 96);
    const rows = await page.locator('.found td:first-child, .asked td:first-child').allInnerTexts();
    const marks = await page.locator('.marks text').allTextContents();
    expect(marks.every((mark) => rows.includes(mark))).toBe(true);
    await page.close();
  });
});
