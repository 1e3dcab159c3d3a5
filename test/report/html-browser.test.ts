import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import { lintPlan } from '../../src/lint/lint.js';
import { redact } from '../../src/lint/redact/redact.js';
import { renderHtml } from '../../src/report/html/html.js';
import { rules } from '../../src/rules/registry.gen.js';
import { input, report, unreadable, verdicts } from './build.js';
import { attacked } from './html-attacked.js';

const CHROMIUM = '/usr/bin/chromium';
const HOTEL = fileURLToPath(new URL('../../fixtures/sites/qingcheng-hotel/violations.yaml', import.meta.url));

/** Everything the browser complained of or asked for. */
interface Log {
  readonly faults: string[];
  readonly requests: string[];
}

// Without Debian's Chromium there is nothing to read the page with.
describe.skipIf(!existsSync(CHROMIUM))('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-page-'));
  let browser: Browser;
  let hotel: string;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    const result = lintPlan(HOTEL, (path) => readFileSync(path), { pack: loadPack('nm-2017'), today: '2026-03-01' });
    hotel = written('hotel.html', renderHtml({ ...input([result]), rules }, { locale: 'zh-CN' }));
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
    isEmpty = false,
  ): Promise<{ page: Page; log: Log }> {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options });
    const log: Log = { faults: [], requests: [] };
    page.on('console', (message) => log.faults.push(message.text()));
    page.on('pageerror', (error) => log.faults.push(error.message));
    page.on('dialog', (dialog) => log.faults.push(dialog.message()));
    page.on('request', (request) => log.requests.push(request.url()));
    await page.goto(url);
    if (!isEmpty) await settled(page);
    return { page, log };
  }

  /** Until what is to be seen is painted. */
  async function settled(page: Page): Promise<void> {
    await page.waitForSelector('html[data-ready=yes]', { state: 'attached' });
    await page.waitForSelector('#plan[data-painted=yes]');
  }

  /** How long a slow browser may take to answer. */
  const PATIENT = { timeout: 30_000 };

  const selected = (page: Page) => page.locator('.card[aria-current=true]').getAttribute('id');
  const live = (page: Page) => page.locator('#live').textContent();

  /** Where the selected mark is: in the middle of the plan once it was flown to. */
  async function clickMiddle(page: Page): Promise<void> {
    const box = await page.locator('#plan').boundingBox();
    if (box === null) expect.fail('no plan');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  test('a page of no plan says so', async () => {
    const { page, log } = await opened(written('none.html', renderHtml(input([]), { locale: 'zh-CN' })), {}, true);
    expect(await page.textContent('main')).toContain('没有须审查的设计图');
    expect(await page.title()).toBe('技防设计图审查报告');
    expect(log.faults).toEqual([]);
    await page.close();
  });

  test('a redacted page shows its findings, and no plan to show them on', async () => {
    const path = 'fixtures/sites/ktv/violations.yaml';
    const result = lintPlan(path, (name) => readFileSync(name), { pack: loadPack('nm-2017'), today: '2026-03-01' });
    const { input: told } = redact({ ...input([result]), rules });
    const { page, log } = await opened(written('told.html', renderHtml(told, { locale: 'zh-CN' })), {}, true);
    await page.waitForSelector('html[data-ready=yes]', { state: 'attached' });
    expect(await page.locator('#map').isVisible()).toBe(false);
    expect(await page.locator('.card').first().isVisible()).toBe(true);
    await page.locator('.card .name').first().click();
    expect(await page.locator('.card[aria-current=true]').count()).toBe(1);
    expect(log.faults).toEqual([]);
    await page.close();
  });

  test('opens from a file, asks for nothing else, complains of nothing', async () => {
    const { page, log } = await opened(hotel);
    await page.selectOption('#level', { index: 2 });
    await settled(page);
    expect(log).toEqual({ faults: [], requests: [hotel] });
    await page.close();
  });

  test('the level switch shows another level and says so', async () => {
    const { page } = await opened(hotel);
    const before = await page.locator('#plan').screenshot();
    await page.selectOption('#level', { index: 2 });
    await settled(page);
    expect((await page.locator('#plan').screenshot()).equals(before)).toBe(false);
    expect(await page.locator('#plan').getAttribute('aria-label')).toContain('F3');
    expect(await live(page)).toContain('F3');
    await page.close();
  });

  test('a sign is drawn, named where it is clicked and told in the legend', async () => {
    const plan = (sign: string) => `
sitecam: 1
site: {name: 小店, categories: [hotel], region: "150102"}
coordinates: metres
levels:
  - id: F1
    ceiling: 3
    zones: [{id: hall, kind: lobby, rect: [0, 0, 8, 6]}]
${sign}`;
    const pageOf = (name: string, sign: string) => {
      const read = () => new TextEncoder().encode(plan(sign));
      const result = lintPlan('plan.yaml', read, { pack: loadPack('nm-2017'), today: '2026-03-01' });
      return written(name, renderHtml({ ...input([result]), rules }, { locale: 'zh-CN' }));
    };
    const with1 = await opened(pageOf('sign.html', '    signs: [{id: S1, name: 门口, at: [4, 3], heading: 180}]'));
    const none = await opened(pageOf('no-sign.html', ''));
    const [drawn, empty] = [
      await with1.page.locator('#plan').screenshot(),
      await none.page.locator('#plan').screenshot(),
    ];
    expect(drawn.equals(empty)).toBe(false);
    expect(await with1.page.locator('#key-sign').isVisible()).toBe(true);
    expect(await none.page.locator('#key-sign').isVisible()).toBe(false);
    expect(await with1.page.locator('#plan').getAttribute('aria-label')).toContain('提示标识1处');
    await clickMiddle(with1.page);
    expect(await with1.page.locator('#caption-text').textContent()).toBe('提示标识“S1”（门口）');
    await clickMiddle(none.page);
    expect(await none.page.locator('#caption').isVisible()).toBe(false);
    expect([...with1.log.faults, ...none.log.faults]).toEqual([]);
    await with1.page.close();
    await none.page.close();
  });

  test('a finding of the list is flown to, on its own level, and its mark leads back to it', async () => {
    const { page } = await opened(hotel);
    const card = page.locator('.card.review').first();
    const [id, subject] = [await card.getAttribute('id'), await card.locator('.subject').textContent()];
    await card.locator('.name').click();
    await settled(page);
    expect(await selected(page)).toBe(id);
    expect(await page.locator('#level').inputValue()).toBe('2');
    expect(await page.locator('#caption-text').textContent()).toContain(subject);

    // The first finding, a missing sign, stands nowhere on the drawing.
    const placed = page.locator('.card.fail').filter({ hasText: 'entrance-east' }).first();
    const other = (await placed.getAttribute('id')) ?? '';
    await placed.locator('.name').click();
    await settled(page);
    expect(await selected(page)).toBe(other);
    await page.evaluate('scrollTo(0, 0)');
    await clickMiddle(page);
    expect(await selected(page)).toBe(other);
    expect(await page.evaluate('document.activeElement.id')).toBe(other);
    expect(await page.locator(`#${other}`).evaluate((item) => item.getBoundingClientRect().top)).toBeLessThan(450);
    await page.close();
  });

  test('clauses, verdicts and words filter the list, and the count is said', async () => {
    const { page } = await opened(hotel);
    const all = await page.locator('.card').count();
    await page.locator('#verdicts input[value=fail]').uncheck();
    expect(await page.locator('.card.fail').count()).toBe(0);
    expect(await live(page)).toBe(await page.locator('#count').textContent());
    await page.locator('#clear').click();
    expect(await page.locator('.card').count()).toBe(all);

    await page.locator('[data-clause="nm-2017/9.1"]').click();
    expect(await page.locator('#clause').inputValue()).toBe('nm-2017/9.1');
    const views = await page.locator('.card').count();
    expect(views).toBeGreaterThan(0);
    expect(views).toBeLessThan(all);

    await page.locator('#clear').click();
    await page.locator('#search').fill('C1-12');
    expect(await page.locator('.card').allTextContents()).toEqual([expect.stringContaining('C1-12')]);
    await page.locator('#search').fill('nothing is called this');
    expect(await page.locator('#list').textContent()).toBe('没有符合筛选条件的问题。');
    await page.close();
  });

  test('all of it goes by keyboard', async () => {
    const { page } = await opened(hotel);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.locator('#plan').focus();
    const whole = await page.locator('#plan').screenshot();
    for (const key of ['+', 'ArrowLeft', 'ArrowDown']) await page.keyboard.press(key);
    await settled(page);
    expect((await page.locator('#plan').screenshot()).equals(whole)).toBe(false);
    await page.keyboard.press('0');
    await settled(page);
    expect((await page.locator('#plan').screenshot()).equals(whole)).toBe(true);
    await page.keyboard.press('n');
    expect(await selected(page)).toBe('finding-1');
    await page.keyboard.press('n');
    expect(await selected(page)).toBe('finding-2');
    await page.keyboard.press('p');
    expect(await selected(page)).toBe('finding-1');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.close();
  });

  test('every field and button has a name, every table its headings, the page its landmarks', async () => {
    const { page } = await opened(hotel);
    const nameless = await page.evaluate(`[...document.querySelectorAll('button, select, input')]
      .filter((one) => !one.ariaLabel && !one.textContent.trim() && !one.closest('label')?.textContent.trim())
      .map((one) => one.outerHTML)`);
    expect(nameless).toEqual([]);
    for (const role of ['banner', 'main', 'search', 'application'] as const) {
      expect(await page.getByRole(role).count()).toBe(1);
    }
    expect(await page.locator('table:not(:has(th[scope]))').count()).toBe(0);
    await page.close();
  });

  test('two fingers zoom', async () => {
    const { page } = await opened(hotel, { viewport: { width: 390, height: 800 }, hasTouch: true });
    await page.locator('#map').scrollIntoViewIfNeeded();
    const box = await page.locator('#plan').boundingBox();
    if (box === null) expect.fail('no plan');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const before = await page.locator('#plan').screenshot();
    const touch = await page.context().newCDPSession(page);
    const fingers = (apart: number) => [-1, 1].map((side, id) => ({ x: x + side * apart, y, id }));
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(30) });
    for (const apart of [50, 80, 110]) {
      await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
    }
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await settled(page);
    expect((await page.locator('#plan').screenshot()).equals(before)).toBe(false);
    expect(await page.evaluate('visualViewport.scale')).toBe(1);
    await page.close();
  });

  test('some hundreds of findings are turned over page by page', async () => {
    const view = verdicts.find(({ subject }) => subject === 'C2>r101');
    if (view === undefined) expect.fail('no view');
    const many = Array.from({ length: 250 }, (_, n) => ({ ...view, subject: `K${n}>r101` }));
    const { page } = await opened(written('many.html', renderHtml(input([report(many)]), { locale: 'zh-CN' })));
    expect(await page.locator('.card').count()).toBe(100);
    await page.locator('#after').click();
    // The browser may answer for the click before the page has dealt with it. The page forbids to be asked by eval.
    await expect.poll(() => live(page), PATIENT).toBe('第2页，共3页');
    expect(await page.locator('.card .no').first().textContent()).toBe('101');
    await page.locator('#plan').focus();
    await page.keyboard.press('p');
    await expect.poll(() => selected(page), PATIENT).toBe('finding-250');
    expect(await page.locator('#after').isDisabled()).toBe(true);
    await page.locator('#search').fill('K7>');
    await expect.poll(() => page.locator('.card .subject').allTextContents(), PATIENT).toEqual(['K7>r101“101”']);
    await page.close();
  });

  test('of several plans one is shown at a time, what cannot be read too', async () => {
    const html = renderHtml(input([report(), unreadable]), { locale: 'en' });
    const { page, log } = await opened(written('two.html', html));
    const verdict = page.locator('[data-plan]').getByText('Within what the plan states');
    expect(await verdict.isVisible()).toBe(true);
    await page.selectOption('#files', { index: 1 });
    expect(await verdict.isVisible()).toBe(false);
    expect(await page.getByText('plans/broken.yaml:2:3').isVisible()).toBe(true);
    expect(await page.locator('#map').isVisible()).toBe(false);
    // What both come to stays, and its links open each plan.
    expect(await page.getByText('2 plans in all (1 can').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'plans/青城 宾馆/plan.yaml' }).click();
    expect(await verdict.isVisible()).toBe(true);
    expect(await page.locator('#files').inputValue()).toBe('0');
    await page.getByRole('link', { name: 'plans/broken.yaml' }).click();
    expect(await verdict.isVisible()).toBe(false);
    expect(await page.locator('#plan-2').isVisible()).toBe(true);
    expect(await page.locator('#files').inputValue()).toBe('1');
    expect(log.faults).toEqual([]);
    await page.close();
  });

  test('layers come and go', async () => {
    const { page } = await opened(hotel);
    for (const layer of ['must', 'may', 'remainder', 'zones', 'devices', 'findings']) {
      const before = await page.locator('#plan').screenshot();
      await page.locator(`#layer-${layer}`).click();
      await settled(page);
      expect((await page.locator('#plan').screenshot()).equals(before), layer).toBe(false);
    }
    await page.close();
  });

  test('dark where the system is, and by the switch', async () => {
    const ground = (page: Page) => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    const { page: light } = await opened(hotel);
    const { page: dark } = await opened(hotel, { colorScheme: 'dark' });
    expect(await ground(dark)).not.toBe(await ground(light));
    await light.selectOption('#theme', 'dark');
    await dark.selectOption('#theme', 'light');
    await settled(dark);
    expect(await ground(light)).toBe('rgb(13, 16, 20)');
    expect(await ground(dark)).toBe('rgb(246, 248, 250)');
    await light.close();
    await dark.close();
  });

  test('on paper: each level drawn, every finding unfolded, and the screen as before', async () => {
    const { page } = await opened(hotel);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#sheets canvas').count()).toBe(await page.locator('#level option').count());
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.locator('#filter').isVisible()).toBe(false);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await page.emulateMedia({ media: null });
    expect(await page.locator('#sheets canvas').count()).toBe(0);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // A drawing is a picture of its own in the file.
    expect(pdf.toString('latin1').match(/\/Subtype\s*\/Image/g)?.length ?? 0).toBeGreaterThan(0);
    await page.close();
  });

  test.each([375, 320])('at %i px nothing runs out of the side', async (width) => {
    const { page } = await opened(hotel, { viewport: { width, height: 800 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.close();
  });

  test('names that attack are read as text', async () => {
    const { page, log } = await opened(written('evil.html', renderHtml(input([attacked()]), { locale: 'zh-CN' })));
    await page.locator('.card .name').first().click();
    await settled(page);
    expect(log.faults).toEqual([]);
    expect(log.requests).toHaveLength(1);
    expect(await page.locator('img, iframe, #list script').count()).toBe(0);
    expect(await page.evaluate('typeof window.hit')).toBe('undefined');
    expect(await page.locator('#list').textContent()).toContain('<script>window.hit=1</script>');
    await page.close();
  });
});
