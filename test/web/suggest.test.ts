// Cameras suggested on the page of `sitecam dev`, in a browser: asked for at a finding, shown, used, taken back.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../support/built.js';
import { CORRIDOR } from '../support/corridor.js';

const CHROMIUM = '/usr/bin/chromium';

/** How long a busy machine may take. */
const SOON = { timeout: 60_000 };

describe.skipIf(!existsSync(CHROMIUM))('suggestions on the page of sitecam dev', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-suggest-'));
  const plan = join(folder, 'plan.yaml');
  const log: string[] = [];
  const servers: ChildProcess[] = [];
  let browser: Browser;

  beforeAll(async () => {
    await built();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) server.kill('SIGINT');
    rmSync(folder, { recursive: true });
  });

  async function opened(...options: string[]): Promise<Page> {
    writeFileSync(plan, CORRIDOR);
    const { folder: root } = await built();
    const args = [join(root, 'bin/sitecam.js'), 'dev', plan, '--today', '2026-03-01', '--lang', 'zh-CN', ...options];
    const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    servers.push(server);
    const [line] = (await once(server.stdout ?? server, 'data')) as [Buffer];
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(SOON.timeout);
    page.on('console', (message) => log.push(message.text()));
    page.on('pageerror', (error) => log.push(error.message));
    await page.goto(line.toString().trim());
    await page.waitForSelector('svg.plan[data-moving=no]');
    return page;
  }

  const text = () => readFileSync(plan, 'utf8');
  const rows = (page: Page) => page.locator('.rows .about').allTextContents();
  const unprotected = async (page: Page) => (await rows(page)).filter((row) => row.includes('走廊')).length;

  /** Selects the finding on the corridor and asks for cameras; resolves once they are shown. */
  async function ask(page: Page): Promise<void> {
    await page.locator('.row .head', { hasText: '走廊' }).first().click();
    await page.getByRole('button', { name: '在此处补设' }).click();
    await page.getByText('正在推求').waitFor();
    await page.locator('.suggestion ol li').waitFor();
  }

  test('asked for at a finding, shown, used: the finding goes; undone: the text is the one before', async () => {
    const page = await opened();
    expect(await unprotected(page)).toBe(2);
    await ask(page);
    expect(await page.locator('.suggestion').textContent()).toMatch(/推荐1台.*“走廊”：原图覆盖0\.0%，采用后9\d\.\d%/s);
    expect(await page.locator('circle.suggested').count()).toBe(1);
    expect((await page.locator('.suggested-view').getAttribute('d'))?.length).toBeGreaterThan(20);
    expect(text()).toBe(CORRIDOR);
    await page.getByRole('button', { name: '采用' }).click();
    await expect.poll(() => unprotected(page), SOON).toBe(0);
    expect(text()).toMatch(/kind: camera.*heading: \d+(\.5)?, tilt: \d+(\.5)?/s);
    expect(await page.locator('.suggestion').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(text, SOON).toBe(CORRIDOR);
    await expect.poll(() => unprotected(page), SOON).toBe(2);
  });

  test('asked for by a press in a zone, and called off', async () => {
    const page = await opened();
    await page.getByRole('button', { name: '补设', exact: true }).click();
    const box = (await page.locator('svg.plan').boundingBox()) ?? expect.fail();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.75);
    await page.locator('.suggestion').waitFor();
    await page.getByRole('button', { name: '取消' }).first().click();
    expect(await page.locator('.suggestion').count()).toBe(0);
    expect(await page.locator('.suggested').count()).toBe(0);
    expect(text()).toBe(CORRIDOR);
  });

  test('read only: shown, and not to be used', async () => {
    const page = await opened('--read-only');
    await ask(page);
    expect(await page.locator('circle.suggested').count()).toBe(1);
    expect(await page.getByRole('button', { name: '采用' }).count()).toBe(0);
  });

  test('nothing was complained of', () => {
    expect(log).toEqual([]);
  });
});
