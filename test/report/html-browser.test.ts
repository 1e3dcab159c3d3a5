import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import { redact } from '../../src/lint/redact/redact.js';
import type { Report } from '../../src/lint/types.js';
import { renderHtml } from '../../src/report/html/html.js';
import { rules } from '../../src/rules/registry.gen.js';
import { input, report, unreadable, verdicts } from './build.js';
import { attacked } from './html-attacked.js';

const CHROMIUM = '/usr/bin/chromium';
const CAIRO = '/usr/bin/pdftocairo';
const SITES = fileURLToPath(new URL('../../fixtures/sites', import.meta.url));
const HOTEL = join(SITES, 'qingcheng-hotel/violations.yaml');
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** Everything the browser complained of or asked for. */
interface Log {
  readonly faults: string[];
  readonly requests: string[];
}

function linted(path: string): Report {
  const result = lintPlan(path, (name) => readFileSync(name), { pack: loadPack('nm-2017'), today: '2026-03-01' });
  if (!result.ok) expect.fail(`${path} can't be read`);
  return result;
}

// Without Debian's Chromium there is nothing to read the page with.
describe.skipIf(!existsSync(CHROMIUM))('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-page-'));
  let browser: Browser;
  let hotel: string;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    hotel = written('hotel.html', renderHtml({ ...input([linted(HOTEL)]), rules }, { locale: 'zh-CN' }));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  function written(name: string, html: string): string {
    writeFileSync(join(folder, name), html);
    return pathToFileURL(join(folder, name)).href;
  }

  async function opened(
    url: string,
    options: Parameters<Browser['newPage']>[0] = {},
    hasMap = true,
  ): Promise<{ page: Page; log: Log }> {
    const page = await browser.newPage({ viewport: DESK, reducedMotion: 'reduce', ...options });
    const log: Log = { faults: [], requests: [] };
    page.on('console', (message) => log.faults.push(message.text()));
    page.on('pageerror', (error) => log.faults.push(error.message));
    page.on('dialog', (dialog) => log.faults.push(dialog.message()));
    page.on('request', (request) => log.requests.push(request.url()));
    await page.goto(url);
    await (hasMap ? settled(page) : page.waitForSelector('html.scripted'));
    return { page, log };
  }

  /** Until the drawing is laid out. */
  async function settled(page: Page): Promise<void> {
    await page.waitForSelector('svg.plan[data-moving=no]');
  }

  const selected = (page: Page) => page.locator('.row.on').getAttribute('data-finding');
  const live = (page: Page) => page.locator('[role=status]').textContent();
  const level = (page: Page) => page.locator('.levels [aria-pressed=true]').textContent();
  const hash = (page: Page) => page.evaluate<string>('location.hash');

  const boxOf = async (page: Page, selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    if (box === null) expect.fail(`no ${selector}`);
    return box;
  };

  test('a page of no plan says so', async () => {
    const { page, log } = await opened(written('none.html', renderHtml(input([]), { locale: 'zh-CN' })), {}, false);
    expect(await page.textContent('main')).toContain('没有须审查的设计图');
    expect(log.faults).toEqual([]);
    await page.close();
  });

  test('a redacted page shows its findings, and no drawing to show them on', async () => {
    const { input: told } = redact({ ...input([linted(join(SITES, 'ktv/violations.yaml'))]), rules });
    const { page, log } = await opened(written('told.html', renderHtml(told, { locale: 'zh-CN' })), {}, false);
    expect(await page.locator('svg.plan').count()).toBe(0);
    await page.locator('.row .head').nth(1).click();
    expect(await selected(page)).toBe('2');
    expect(log.faults).toEqual([]);
    await page.close();
  });

  test('what was measured moves with the drawing', async () => {
    const { page } = await opened(hotel);
    const { x, y } = await boxOf(page, 'svg.plan');
    await page.locator('svg.plan').press('r');
    await page.mouse.click(x + 300, y + 300);
    await page.mouse.click(x + 500, y + 400);
    const ends = async () => {
      const line = (await page.locator('path.ruler').getAttribute('d')) ?? '';
      return line.split(/[ML ]/).filter(Boolean).map(Number);
    };
    const [ax = 0, ay = 0, bx = 0, by = 0] = await ends();
    await page.locator('svg.plan').press('Equal');
    await settled(page);
    const [ax2 = 0, ay2 = 0, bx2 = 0, by2 = 0] = await ends();
    expect(Math.hypot(bx2 - ax2, by2 - ay2) / Math.hypot(bx - ax, by - ay)).toBeCloseTo(1.4, 3);
    await page.locator('svg.plan').press('Escape');
    expect(await page.locator('path.ruler').count()).toBe(0);
    await page.close();
  });

  test('the key 0 goes back to the place that the address names from then on', async () => {
    const { page } = await opened(hotel);
    await page.locator('svg.plan').press('n');
    await settled(page);
    const before = await hash(page);
    await page.locator('svg.plan').press('Equal');
    await expect.poll(() => hash(page)).not.toBe(before);
    await page.locator('svg.plan').press('Digit0');
    await expect.poll(() => hash(page)).toBe(before);
    await page.close();
  });

  test('of a device that the plan does not have, nothing is said, and nothing fades', async () => {
    const { page } = await opened(`${hotel}#d=NOPE`);
    expect(await page.locator('.card').count()).toBe(0);
    expect(await page.locator('svg.plan.faded').count()).toBe(0);
    await page.close();
  });

  test('menus open inside the window, however narrow it is', async () => {
    for (const width of [360, 390, 800, 1000, 1440]) {
      const { page } = await opened(hotel, { viewport: { width, height: 800 } });
      for (const menu of ['图层', '打印']) {
        await page.locator('.menu summary', { hasText: menu }).click();
        const box = await boxOf(page, '.menu[open] .menu-items');
        expect([width, menu, box.x >= 0, box.x + box.width <= width]).toEqual([width, menu, true, true]);
        await page.keyboard.press('Escape');
      }
      await page.close();
    }
  });

  test('opens from a file, asks for nothing else, complains of nothing', async () => {
    const { page, log } = await opened(hotel);
    await page.locator('.levels button').nth(2).click();
    await settled(page);
    expect(log).toEqual({ faults: [], requests: [hotel] });
    await page.close();
  });

  // Every second site; SITECAM_LONG=1 takes all.
  const violations = readdirSync(SITES)
    .filter((name) => existsSync(join(SITES, name, 'violations.yaml')))
    .filter((_, n) => n % 2 === 0 || process.env.SITECAM_LONG !== undefined);

  test.each(violations)(
    'of %s the worst finding and its place are in the first screen, at both sizes',
    async (name) => {
      const result = linted(join(SITES, name, 'violations.yaml'));
      const url = written(`${name}.html`, renderHtml({ ...input([result]), rules }, { locale: 'zh-CN' }));
      for (const viewport of [DESK, PHONE]) {
        const { page, log } = await opened(url, { viewport });
        const row = await boxOf(page, '.row.on .head');
        expect(row.y, 'the row').toBeGreaterThan(0);
        expect(row.y + row.height, 'the row').toBeLessThan(viewport.height);
        const first = await page.locator('.row.on .detail p').first().boundingBox();
        expect((first?.y ?? 0) + (first?.height ?? 0), 'its text').toBeLessThan(viewport.height);
        if ((await page.locator('.lit-zone').count()) > 0) {
          const [room, map] = [await boxOf(page, '.lit-zone'), await boxOf(page, '.stage')];
          expect(Math.min(room.width, room.height), 'the room').toBeGreaterThanOrEqual(24);
          expect(room.x, 'the room').toBeGreaterThanOrEqual(map.x - 2);
          expect(room.x + room.width, 'the room').toBeLessThanOrEqual(map.x + map.width + 2);
          expect(room.y, 'the room').toBeGreaterThanOrEqual(map.y - 2);
          expect(room.y + room.height, 'the room').toBeLessThanOrEqual(map.y + map.height + 2);
        }
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
        expect(log.faults).toEqual([]);
        await page.close();
      }
    },
  );

  test('the level switch shows another level and says so', async () => {
    const { page } = await opened(hotel);
    await page.locator('.levels button').nth(2).click();
    await settled(page);
    expect(await page.locator('svg.plan').getAttribute('aria-label')).toContain('三层');
    expect(await live(page)).toContain('三层');
    expect(await page.locator('[data-device="C3-03"]').count()).toBe(1);
    await page.close();
  });

  test('a finding of the list is shown on its own level, and its mark leads back to it', async () => {
    const { page } = await opened(hotel);
    const row = page.locator('.row.review').first();
    const n = await row.getAttribute('data-finding');
    await row.locator('.head').click();
    await settled(page);
    expect(await selected(page)).toBe(n);
    expect(await level(page)).toContain('三层');
    expect(await page.locator('.card h2').textContent()).toContain('C3-03');
    expect(await page.locator('.sight-line').getAttribute('d')).toMatch(/^M/);
    await page.keyboard.press('Escape');
    await page.locator(`[data-mark="${n}"]`).first().click();
    expect(await selected(page)).toBe(n);
    await page.close();
  });

  test('a device shows what it sees in both worlds, and its findings', async () => {
    const { page } = await opened(hotel);
    await page.locator('.levels button').nth(2).click();
    await settled(page);
    await page.locator('[data-device="C3-03"] .target').click();
    expect(await page.locator('.card h2').textContent()).toContain('C3-03');
    const reach = () => page.locator('.reach').getAttribute('d');
    const may = await reach();
    await page.locator('.worlds button').nth(1).click();
    expect(await reach()).not.toBe(may);
    expect(await hash(page)).toContain('w=must');
    await page.locator('.card .mini').first().click();
    expect(await selected(page)).toBe('7');
    await page.close();
  });

  test('an address leads to the same place, and so does reloading', async () => {
    const { page } = await opened(hotel);
    await page.locator('.row.review .head').first().click();
    await settled(page);
    await page.locator('.buttons button').first().click();
    await settled(page);
    const [address, picture] = [await hash(page), await page.locator('.stage').screenshot()];
    expect(address).toMatch(/^#f=F3&n=7&d=C3-03&v=/);
    await page.reload();
    await settled(page);
    expect(await hash(page)).toBe(address);
    expect((await page.locator('.stage').screenshot()).equals(picture)).toBe(true);
    await page.goto(`${hotel}#d=C1-13`);
    await settled(page);
    expect(await page.locator('.card h2').textContent()).toContain('C1-13');
    expect(await level(page)).toContain('一层');
    await page.close();
  });

  test('by keyboard alone: from finding to finding, from device to device, the drawing moved and measured', async () => {
    const { page } = await opened(hotel);
    await page.locator('svg.plan').focus();
    const ground = () => page.locator('.ground').getAttribute('transform');
    const before = await ground();
    await page.keyboard.press('ArrowRight');
    await settled(page);
    expect(await ground()).not.toBe(before);
    await page.keyboard.press('0');
    await settled(page);
    expect(await ground()).toBe(before);
    await page.keyboard.press('n');
    expect(await selected(page)).toBe('2');
    await page.keyboard.press('p');
    expect(await selected(page)).toBe('1');
    await settled(page);
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate<string>('document.activeElement.dataset.device');
    const device = await focused();
    expect(device).toBe('C1-12');
    await page.keyboard.press('ArrowRight');
    expect(await focused()).not.toBe(device);
    const other = await focused();
    await page.keyboard.press('Enter');
    await settled(page);
    expect(await page.locator('.card h2').textContent()).toContain(other);
    expect(await focused()).toBe(other);
    await page.close();
  });

  test('Escape closes a menu, and its button has the focus again', async () => {
    const { page } = await opened(hotel);
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    await page.getByText('图层', { exact: true }).press('Enter');
    await page.locator('.menu-items input').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.type')).toBe('checkbox');
    await page.keyboard.press('Escape');
    expect(await page.locator('details.menu[open]').count()).toBe(0);
    expect(await focused()).toBe('图层');
    await page.close();
  });

  test('the ruler takes two corners and says how far they are apart', async () => {
    const { page } = await opened(hotel);
    await page.keyboard.press('Tab');
    await page.locator('svg.plan').focus();
    await page.keyboard.press('r');
    const box = await boxOf(page, '.stage');
    await page.mouse.click(box.x + 200, box.y + 300);
    await page.mouse.click(box.x + 400, box.y + 300);
    expect(await page.locator('.tool-layer text').textContent()).toMatch(/^\d+\.\d\d米　\d+°$/);
    // Nothing was selected by these clicks.
    expect(await selected(page)).toBe('1');
    await page.keyboard.press('Escape');
    expect(await page.locator('.tool-layer text').count()).toBe(0);
    await page.close();
  });

  test('filters: by verdict, by words, by clause', async () => {
    const { page } = await opened(hotel);
    const all = await page.locator('.row').count();
    await page.locator('.pill.review').click();
    expect(await page.locator('.row').count()).toBe(await page.locator('.row.review').count());
    await page.locator('.pill.review').click();
    await page.locator('.search input').fill('门斗');
    expect(await page.locator('.row').count()).toBeLessThan(all);
    await page.locator('.count .link').click();
    expect(await page.locator('.row').count()).toBe(all);
    await page.locator('.record > details').nth(1).locator('> summary').click();
    await page.locator('[data-clause]').first().click();
    expect(await page.locator('.count').textContent()).toMatch(/列出\d+项，共\d+项/);
    await page.close();
  });

  test('two fingers zoom the drawing, not the page', async () => {
    const { page } = await opened(hotel, { viewport: PHONE, hasTouch: true });
    const box = await boxOf(page, '.stage');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const scale = async () =>
      Number(/scale\(([\d.]+)/.exec((await page.locator('.ground').getAttribute('transform')) ?? '')?.[1]);
    const before = await scale();
    const touch = await page.context().newCDPSession(page);
    const fingers = (apart: number) => [-1, 1].map((side, id) => ({ x: x + side * apart, y, id }));
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(30) });
    for (const apart of [50, 80, 110]) {
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await settled(page);
    expect(await scale()).toBeGreaterThan(2 * before);
    expect(await page.evaluate('visualViewport.scale')).toBe(1);
    await page.close();
  });

  test('some hundreds of findings are listed in parts', async () => {
    const view = verdicts.find(({ subject }) => subject === 'C2>r101');
    if (view === undefined) expect.fail('no view');
    const many = Array.from({ length: 450 }, (_, n) => ({ ...view, subject: `K${n}>r101` }));
    const { page } = await opened(written('many.html', renderHtml(input([report(many)]), { locale: 'zh-CN' })));
    expect(await page.locator('.row').count()).toBe(200);
    await page.locator('button.more').click();
    expect(await page.locator('.row').count()).toBe(400);
    await page.locator('.search input').fill('K7 可及');
    await expect.poll(() => page.locator('.row').count(), { timeout: 20_000 }).toBe(1);
    await page.close();
  });

  test('of several plans an index comes first, and each has its page, one that cannot be read too', async () => {
    const html = renderHtml(input([report(), unreadable]), { locale: 'en' });
    const { page, log } = await opened(written('two.html', html), {}, false);
    expect(await page.getByText('2 plans in all (1 can').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'plans/broken.yaml' }).click();
    await page.getByText('plans/broken.yaml:2:3').waitFor();
    expect(await page.locator('svg.plan').count()).toBe(0);
    await page.locator('.plans select').selectOption({ index: 1 });
    await page.locator('.row').first().waitFor();
    expect(await hash(page)).toContain('p=1');
    expect(log.faults).toEqual([]);
    await page.close();
  });

  test('layers come and go', async () => {
    const { page } = await opened(hotel);
    await page.locator('.menu summary').first().click();
    for (const layer of ['zones', 'must', 'remainder', 'devices', 'findings', 'labels']) {
      const before = await page.locator('.stage').screenshot();
      await page.locator(`[name=layer-${layer}]`).click();
      await settled(page);
      expect((await page.locator('.stage').screenshot()).equals(before), layer).toBe(false);
    }
    await page.close();
  });

  test('dark where the system is, and by the switch; the drawing too', async () => {
    const ground = (page: Page) => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    const wall = (page: Page) => page.evaluate(`getComputedStyle(document.querySelector('.wall')).stroke`);
    const { page: light } = await opened(hotel);
    const { page: dark } = await opened(hotel, { colorScheme: 'dark' });
    const [paper, night] = [await ground(light), await ground(dark)];
    expect(night).not.toBe(paper);
    expect(await wall(dark)).not.toBe(await wall(light));
    await light.locator('.theme').click();
    await dark.locator('.theme').click();
    expect([await ground(light), await ground(dark)]).toEqual([night, paper]);
    await light.close();
    await dark.close();
  });

  test('nothing that a screen reader could not use, in both themes', async () => {
    const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await opened(`${hotel}#n=7`, { colorScheme, bypassCSP: true });
      await page.evaluate(axe);
      const found = await page.evaluate<{ id: string; impact: string; nodes: { html: string }[] }[]>(
        'axe.run().then(({ violations }) => violations)',
      );
      const grave = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))])).toEqual([]);
      await page.close();
    }
  });

  test.skipIf(!existsSync(CAIRO))('on paper 10 m at 1:100 are 100 mm, a level that is too large is told', async () => {
    const { page } = await opened(hotel);
    await page.evaluate('window.print = () => {}');
    await page.locator('.levels button').nth(2).click();
    await settled(page);
    await page.locator('.menu summary').nth(1).click();
    await page.locator('[name=paper]').selectOption('A4');
    await page.locator('[name=scale]').selectOption('50');
    expect(await page.locator('.too-large').textContent()).toBe('三层按1:50放不进A4；改用1:100或者更大的纸张。');
    expect(await page.locator('.print-now').count()).toBe(0);
    await page.locator('[name=paper]').selectOption('A3');
    await page.locator('[name=scale]').selectOption('100');
    await page.locator('.print-now').click();
    const file = join(folder, 'sheet.pdf');
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
    const svg = execFileSync(CAIRO, ['-svg', '-f', '1', '-l', '1', file, '-'], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    // The bar of 5 m in the strip below the drawing, in points.
    const bars = svg.matchAll(
      /M ([\d.]+) [\d.]+ L [\d.]+ [\d.]+ L ([\d.]+) [\d.]+ L [\d.]+ [\d.]+ *" transform="matrix\(([\d.]+)/g,
    );
    const [, from, to, scale] = [...bars].at(-1) ?? [];
    const millimetres = (((Number(to) - Number(from)) * Number(scale)) / 72) * 25.4;
    expect(Math.abs(2 * millimetres - 100)).toBeLessThan(0.5);
    const [, width] = /<svg[^>]* width="([\d.]+)"/.exec(svg) ?? [];
    expect(Number(width) / 72).toBeCloseTo(420 / 25.4, 1);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await page.locator('#sheets').count()).toBe(0);
    await page.close();
  });

  test('names that attack are read as text', async () => {
    const { page, log } = await opened(written('evil.html', renderHtml(input([attacked()]), { locale: 'zh-CN' })));
    await page.locator('.row .head').first().click();
    await settled(page);
    expect(log.faults).toEqual([]);
    expect(log.requests).toHaveLength(1);
    expect(await page.locator('img, iframe, #app script').count()).toBe(0);
    expect(await page.evaluate('typeof window.hit')).toBe('undefined');
    expect(await page.locator('#list').textContent()).toContain('<script>window.hit=1</script>');
    await page.close();
  });
});
