import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '../../src/i18n/locale.js';
import type { LintResult } from '../../src/lint/types.js';
import { renderSheetHtml } from '../../src/report/sheet/html.js';
import { rules } from '../../src/rules/registry.gen.js';
import { lintedHostile, lintedPlan } from '../support/linted.js';
import { input, unreadable } from './build.js';

const CHROMIUM = '/usr/bin/chromium';
const NOTO = '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc';

/** What is left of A4 between the margins, in CSS pixels. */
const ROOM = { width: (180 / 25.4) * 96, height: (259 / 25.4) * 96 };

// Without Debian's Chromium there is nothing to print with.
describe.skipIf(!existsSync(CHROMIUM))('printed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-sheet-'));
  const bank = lintedPlan('fixtures/sites/bank-branch/violations.yaml');
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function opened(results: readonly LintResult[], locale: Locale = 'zh-CN'): Promise<Page> {
    const file = join(folder, 'sheet.html');
    writeFileSync(file, renderSheetHtml({ ...input(results), rules }, { locale }));
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

  /** The PDF as text: what its objects say of pages and fonts isn't compressed. */
  async function printed(results: readonly LintResult[], locale: Locale = 'zh-CN'): Promise<string> {
    const page = await opened(results, locale);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await page.close();
    return pdf.toString('latin1');
  }

  const pages = (pdf: string) => pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;

  interface Box {
    readonly left: number;
    readonly right: number;
    readonly height: number;
    readonly isClipped: boolean;
  }

  async function rowsOf(page: Page): Promise<Box[]> {
    return page.locator('tr').evaluateAll((all) =>
      all.map((row) => {
        const { left, right, height } = row.getBoundingClientRect();
        return {
          left,
          right,
          height,
          isClipped: [...row.children].some((one) => one.scrollWidth > one.clientWidth + 1),
        };
      }),
    );
  }

  function expectOnPage(rows: readonly Box[]): void {
    expect(rows.length).toBeGreaterThan(40);
    for (const { left, right, isClipped } of rows) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(ROOM.width);
      expect(isClipped).toBe(false);
    }
  }

  test.each(['zh-CN', 'en'] as const)(
    '%s: no row is wider or higher than the page, no cell clipped, no colour',
    async (locale) => {
      const page = await opened([bank], locale);
      const rows = await rowsOf(page);
      expectOnPage(rows);
      expect(Math.max(...rows.map(({ height }) => height))).toBeLessThan(ROOM.height);
      const of = (selector: string, name: string) =>
        page
          .locator(selector)
          .evaluateAll(
            (all, property) =>
              all.map((one) => one.ownerDocument.defaultView?.getComputedStyle(one).getPropertyValue(property)),
            name,
          )
          .then((values) => new Set(values));
      expect(await of('thead', 'display')).toEqual(new Set(['table-header-group']));
      expect(await of('tr', 'break-inside')).toEqual(new Set(['avoid']));
      expect(await of('.form', 'break-inside')).toEqual(new Set(['avoid']));
      expect(await of('body *', 'color')).toEqual(new Set(['rgb(0, 0, 0)']));
      expect(await of('th, td', 'border-top-color')).toEqual(new Set(['rgb(0, 0, 0)']));
      await page.close();
    },
  );

  test('names that attack run off no page', async () => {
    const page = await opened([lintedHostile()]);
    expectOnPage(await rowsOf(page));
    await page.close();
  });

  test('on A4, each plan on pages of its own after the table of all, in fonts of an office', async () => {
    const all = [bank, unreadable];
    const together = await printed(all);
    const own = await printed([bank]);
    const [alone, broken] = [pages(own), pages(await printed([unreadable]))];
    expect(alone).toBeGreaterThan(4);
    expect(pages(together)).toBe(1 + alone + broken);
    const boxes = [...together.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(boxes).toHaveLength(pages(together));
    for (const [, width, height] of boxes)
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    if (!existsSync(NOTO)) return;
    const fonts = [...own.matchAll(/\/FontName\s*\/[A-Z]{6}\+([\w-]+)/g)].map(([, name]) => name).join(' ');
    expect(fonts).toMatch(/Serif|Song|Fang/);
    expect(fonts).toMatch(/Sans|Hei/);
    expect(fonts).not.toContain('LastResort');
  });
});
