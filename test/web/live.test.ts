// The page of `sitecam dev` in a browser: what a designer does to a plan, and what becomes of its text.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { built } from '../support/built.js';

const CHROMIUM = '/usr/bin/chromium';
const HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';

/** Begins a worker that ends with an error where a change is tried. */
const ENDS_AT_TRIALS = `addEventListener('message', (event) => {
  if (event.data.ask !== 'attempt' || event.data.changes.length === 0) return;
  event.stopImmediatePropagation();
  throw new Error('boom');
});`;

/** How long a busy machine may take. */
const SOON = { timeout: 20_000 };

describe.skipIf(!existsSync(CHROMIUM))('the page of sitecam dev', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-live-'));
  const plan = join(folder, 'plan.yaml');
  const log: string[] = [];
  const requests: string[] = [];
  let server: ChildProcess;
  let browser: Browser;
  let page: Page;
  let address = '';

  beforeAll(async () => {
    const { folder: root } = await built();
    copyFileSync(HOTEL, plan);
    const args = [join(root, 'bin/sitecam.js'), 'dev', plan, '--today', '2026-03-01', '--lang', 'zh-CN'];
    server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(server.stdout ?? server, 'data')) as [Buffer];
    address = line.toString().trim();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(SOON.timeout);
    page.on('console', (message) => log.push(message.text()));
    page.on('pageerror', (error) => log.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(address);
    await settled();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    server?.kill('SIGINT');
    rmSync(folder, { recursive: true });
  });

  const settled = () => page.waitForSelector('svg.plan[data-moving=no]');
  const text = () => readFileSync(plan, 'utf8');
  const changed = () =>
    text()
      .split('\n')
      .filter((line, n) => line !== readFileSync(HOTEL, 'utf8').split('\n')[n]);
  const tally = () => page.locator('.tally').textContent();

  /** Opens the level of C3-03 and selects it. */
  async function select(device: string, level: number): Promise<void> {
    await page.locator('.levels button').nth(level).click();
    await page.locator(`[data-device="${device}"] .target`).click();
    await page.waitForSelector('.card-tools');
    await settled();
  }

  /** The drawing may be painted anew between two looks: an element that was there has no box while it is. */
  const middle = async (selector: string) => {
    let box: Awaited<ReturnType<ReturnType<typeof page.locator>['boundingBox']>> = null;
    await expect
      .poll(async () => {
        box = await page.locator(selector).boundingBox();
        return box;
      }, SOON)
      .not.toBeNull();
    const { x, y, width, height } = box ?? expect.fail(`no ${selector}`);
    return { x: x + width / 2, y: y + height / 2 };
  };

  /** Holds back the server's answers to what is written; returns what lets them go. */
  async function heldBack(): Promise<() => void> {
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/write', async (route) => {
      const response = await route.fetch();
      await answered;
      await route.fulfill({ response });
    });
    return answer;
  }

  test('opens with the verdicts of the command, and takes the token out of the address', async () => {
    expect(await tally()).toMatch(/不符合 5\s*待补充 4\s*须审查判定 2/);
    expect(page.url()).not.toContain(new URL(address).hash.slice(3));
  });

  test('a page whose worker cannot be loaded says so, and what to do', async () => {
    const other = await browser.newPage();
    await other.route('**/worker.js', (route) => route.abort());
    await other.goto(address);
    await expect
      .poll(() => other.locator('.banner.bad').textContent(), SOON)
      .toBe('审查所用的脚本无法载入，没有结论。请先确认 sitecam dev 仍在运行，再重新载入本页。');
    await other.close();
  });

  test('a camera turned by its handle: a trial while it is held, then one number in the text', async () => {
    await select('C3-03', 2);
    await page.locator('svg.plan').press('e');
    const [body, grip] = [await middle('.grip-body'), await middle('.grip')];
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(body.x - 46, body.y, { steps: 5 });
    await page.getByText('试算，未写入').waitFor();
    expect(changed()).toEqual([]);
    await page.mouse.up();
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    await expect.poll(changed, SOON).toHaveLength(1);
    expect(changed()[0]).toContain('heading: 270,');
    // Less of the lift lobby is covered now: a hint is new.
    await expect.poll(tally, SOON).toMatch(/提示 4/);
  });

  test('dragged to a wall it stands off the wall; undone and made again, to the byte', async () => {
    const before = text();
    const body = await middle('.grip-body');
    await page.mouse.move(body.x, body.y);
    await page.mouse.down();
    await page.mouse.move(body.x + 60, body.y + 60, { steps: 5 });
    await page.mouse.up();
    await expect.poll(text, SOON).not.toBe(before);
    const after = text();
    await page.keyboard.press('Control+z');
    await expect.poll(text, SOON).toBe(before);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(text, SOON).toBe(after);
    await page.keyboard.press('Control+z');
    await expect.poll(text, SOON).toBe(before);
    await page.keyboard.press('Control+z');
    await expect.poll(text, SOON).toBe(readFileSync(HOTEL, 'utf8'));
    await expect.poll(tally, SOON).toMatch(/提示 3/);
  });

  test('by keys alone: moved, turned, given up, written', async () => {
    await page.locator('svg.plan').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(']');
    await page.getByText('试算，未写入').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    expect(changed()).toEqual([]);
    await page.keyboard.press('Shift+BracketRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => changed()[0] ?? '', SOON).toContain('heading: 195,');
    await page.keyboard.press('Control+z');
    await expect.poll(changed, SOON).toEqual([]);
  });

  test('taken back before the server has answered, a change can still be made again', async () => {
    const answer = await heldBack();
    await page.keyboard.press('Shift+BracketRight');
    await page.keyboard.press('Enter');
    await expect.poll(changed, SOON).toHaveLength(1);
    await page.keyboard.press('Control+z');
    answer();
    await expect.poll(changed, SOON).toEqual([]);
    await page.unrouteAll({ behavior: 'wait' });
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(changed, SOON).toHaveLength(1);
    await page.keyboard.press('Control+z');
    await expect.poll(changed, SOON).toEqual([]);
  });

  test('what is turned while the server has not answered is still being tried', async () => {
    const answer = await heldBack();
    await page.keyboard.press('Shift+BracketRight');
    await page.keyboard.press('Enter');
    await expect.poll(changed, SOON).toHaveLength(1);
    await page.keyboard.press(']');
    const written = page.waitForResponse('**/api/write');
    answer();
    await written;
    await page.unrouteAll({ behavior: 'wait' });
    await page.getByText('试算，未写入').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => changed()[0] ?? '', SOON).toContain('heading: 196,');
    await page.keyboard.press('Control+z');
    await expect.poll(() => changed()[0] ?? '', SOON).toContain('heading: 195,');
    await page.keyboard.press('Control+z');
    await expect.poll(changed, SOON).toEqual([]);
  });

  test('what is turned while an undo has not been answered starts from what the undo leaves', async () => {
    await page.keyboard.press('Shift+BracketRight');
    await page.keyboard.press('Enter');
    await expect.poll(() => changed()[0] ?? '', SOON).toContain('heading: 195,');
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    const answer = await heldBack();
    await page.keyboard.press('Control+z');
    await page.keyboard.press(']');
    await page.keyboard.press('Enter');
    answer();
    await expect.poll(() => changed()[0] ?? '', SOON).toContain('heading: 181,');
    await page.unrouteAll({ behavior: 'wait' });
    await page.keyboard.press('Control+z');
    await expect.poll(changed, SOON).toEqual([]);
  });

  test('a key that waits for an undo does nothing to a device selected meanwhile', async () => {
    await page.keyboard.press('Shift+BracketRight');
    await page.keyboard.press('Enter');
    await expect.poll(changed, SOON).toHaveLength(1);
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    const answer = await heldBack();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Delete');
    await page.locator('[data-device="C3-04"] .target').click();
    await expect.poll(() => page.locator('.card h2').textContent(), SOON).toContain('C3-04');
    answer();
    await page.unrouteAll({ behavior: 'wait' });
    await expect.poll(changed, SOON).toEqual([]);
    await settled();
    expect([text().includes('id: C3-03'), text().includes('id: C3-04')]).toEqual([true, true]);
    await select('C3-03', 2);
  });

  test('what is turned at once after Escape starts from the files, not from what was given up', async () => {
    await page.keyboard.press('Shift+BracketRight');
    await page.getByText('试算，未写入').waitFor();
    await settled();
    await page.locator('svg.plan').evaluate((svg) => {
      for (const key of ['Escape', ']', 'Enter']) {
        svg.dispatchEvent(Object.assign(new Event('keydown'), { key }));
      }
    });
    await expect.poll(() => changed()[0] ?? '', SOON).toContain('heading: 181,');
    await page.keyboard.press('Control+z');
    await expect.poll(changed, SOON).toEqual([]);
  });

  test('Enter pressed again before the answer writes nothing more: one undo, and no other', async () => {
    const answer = await heldBack();
    await page.keyboard.press('Shift+BracketRight');
    await page.keyboard.press('Enter');
    await expect.poll(changed, SOON).toHaveLength(1);
    await page.keyboard.press('Enter');
    answer();
    await page.unrouteAll({ behavior: 'wait' });
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expect.poll(changed, SOON).toEqual([]);
    await expect.poll(() => page.getByRole('button', { name: '撤销（Ctrl+Z）' }).isDisabled(), SOON).toBe(true);
  });

  test('pressed twice before the answer, a copy is made twice, each beside the one before', async () => {
    const answer = await heldBack();
    await page.keyboard.press('d');
    await expect.poll(text, SOON).toContain('id: C3-06');
    await page.keyboard.press('D');
    answer();
    await expect.poll(text, SOON).toContain('id: C3-07');
    await page.unrouteAll({ behavior: 'wait' });
    const places = text().match(/(?<=id: C3-0[67].*at: )\[[^\]]*\]/g);
    expect(new Set(places).size).toBe(2);
    await expect.poll(() => page.locator('.card h2').textContent(), SOON).toContain('C3-07');
    await page.keyboard.press('Meta+z');
    await page.keyboard.press('Meta+z');
    await expect.poll(changed, SOON).toEqual([]);
    await select('C3-03', 2);
  });

  test('a trial of one device moves no other that is selected meanwhile', async () => {
    await page.locator('svg.plan').focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('试算，未写入').waitFor();
    await page.locator('[data-device="C3-04"] .target').click();
    await expect.poll(() => page.locator('.card h2').textContent(), SOON).toContain('C3-04');
    await page.locator('.card-tools').waitFor();
    await page.keyboard.press('BracketRight');
    await page.keyboard.press('Enter');
    await expect.poll(changed, SOON).toHaveLength(1);
    const [line = ''] = changed();
    expect(line).toContain('C3-04');
    const before =
      readFileSync(HOTEL, 'utf8')
        .split('\n')
        .find((one) => one.includes('id: C3-04')) ?? '';
    expect(line.replace(/heading: \d+/, '')).toBe(before.replace(/heading: \d+/, ''));
    await page.keyboard.press('Control+z');
    await expect.poll(changed, SOON).toEqual([]);
    await select('C3-03', 2);
  });

  test('after the button and after a drag, keys reach the drawing', async () => {
    const edit = page.getByRole('button', { name: '编辑' });
    await edit.click();
    await edit.click();
    await page.keyboard.press('ArrowDown');
    await page.getByText('试算，未写入').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    await page.locator('.card-tools input').first().focus();
    const body = await middle('.grip-body');
    await page.mouse.move(body.x, body.y);
    await page.mouse.down();
    await page.mouse.move(body.x + 30, body.y, { steps: 3 });
    await page.mouse.up();
    await expect.poll(changed, SOON).toHaveLength(1);
    await page.keyboard.press('ArrowDown');
    await page.getByText('试算，未写入').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expect.poll(changed, SOON).toEqual([]);
  });

  test('a figure in the card is given up by Escape, and shown again where it was emptied', async () => {
    const field = page.locator('.card-tools input').first();
    const before = await field.inputValue();
    await field.fill('200');
    await page.getByText('试算，未写入').waitFor();
    await field.press('Escape');
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    await expect.poll(() => field.inputValue(), SOON).toBe(before);
    await field.fill('');
    await field.press('Tab');
    await expect.poll(() => field.inputValue(), SOON).toBe(before);
    expect(changed()).toEqual([]);
  });

  test('what is typed in a field stays there when a device that was added is drawn', async () => {
    await page.locator('svg.plan').focus();
    await page.keyboard.press('e');
    await page.locator('select:has(option[value=camera])').selectOption('camera');
    const answer = await heldBack();
    const { x, y } = await middle('[data-device="C3-04"] .target');
    await page.mouse.click(x, y + 40);
    await expect.poll(text, SOON).not.toBe(readFileSync(HOTEL, 'utf8'));
    const field = page.locator('input[type=search]');
    await field.focus();
    answer();
    await page.unrouteAll({ behavior: 'wait' });
    await expect.poll(() => page.getByRole('button', { name: '编辑' }).getAttribute('aria-pressed'), SOON).toBe('true');
    const isThere = await field.evaluate((element) => element.matches(':focus'));
    await page.locator('svg.plan').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(changed, SOON).toEqual([]);
    await select('C3-03', 2);
    expect(isThere).toBe(true);
  });

  test('with caps lock on, letters are the same keys', async () => {
    const edit = page.getByRole('button', { name: '编辑' });
    await page.locator('svg.plan').focus();
    await page.keyboard.press('E');
    expect(await edit.getAttribute('aria-pressed')).toBe('false');
    const finding = page.locator('.row.on .n');
    await page.keyboard.press('N');
    const first = await finding.textContent();
    await page.keyboard.press('N');
    expect(await finding.textContent()).not.toBe(first);
    await page.keyboard.press('P');
    expect(await finding.textContent()).toBe(first);
    await page.keyboard.press('R');
    expect(await page.locator('svg.plan.measuring').count()).toBe(1);
    await page.keyboard.press('Escape');
    await select('C3-03', 2);
    await page.locator('svg.plan').press('E');
    expect(await edit.getAttribute('aria-pressed')).toBe('true');
  });

  test('keys of other keyboards: typed with AltGr or Option, letters of other scripts, a Mac without Delete', async () => {
    await select('C3-03', 2);
    const edit = page.getByRole('button', { name: '编辑' });
    const press = (...keys: Readonly<Record<string, string | boolean>>[]) =>
      page.locator('svg.plan').evaluate((svg, all) => {
        for (const one of all) svg.dispatchEvent(Object.assign(new Event('keydown', { bubbles: true }), one));
      }, keys);
    const heading = () => page.locator('.card-tools input').first().inputValue();
    // Mongolian and Russian.
    const was = await edit.getAttribute('aria-pressed');
    await press({ key: 'ᠡ', code: 'KeyE' });
    await expect.poll(() => edit.getAttribute('aria-pressed'), SOON).not.toBe(was);
    await press({ key: 'у', code: 'KeyE' });
    await expect.poll(() => edit.getAttribute('aria-pressed'), SOON).toBe(was);
    if (was !== 'true') await press({ key: 'e', code: 'KeyE' });
    // German: on Windows, where AltGr is Ctrl and Alt, and on a Mac.
    await press({ key: '[', code: 'Digit8', ctrlKey: true, altKey: true });
    await expect.poll(heading, SOON).toBe('179');
    await press({ key: '}', code: 'Digit9', altKey: true });
    await expect.poll(heading, SOON).toBe('194');
    // Keys of the browser.
    await press({ key: ']', code: 'BracketRight', metaKey: true }, { key: ']', code: 'BracketRight', ctrlKey: true });
    await press({ key: 'e', code: 'KeyE', altKey: true });
    await page.keyboard.press('Escape');
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    await expect.poll(heading, SOON).toBe('180');
    await press({ key: 'Backspace', code: 'Backspace' });
    await expect.poll(text, SOON).not.toContain('id: C3-03');
    await press({ key: 'я', code: 'KeyZ', ctrlKey: true });
    await expect.poll(changed, SOON).toEqual([]);
    await press({ key: 'y', code: 'KeyY', ctrlKey: true });
    await expect.poll(text, SOON).not.toContain('id: C3-03');
    await page.keyboard.press('Control+z');
    await expect.poll(changed, SOON).toEqual([]);
    await select('C3-03', 2);
  });

  test('a device without a heading says so when it is turned', async () => {
    await select('A1-01', 0);
    await page.locator('svg.plan').focus();
    await page.keyboard.press(']');
    await page.getByRole('alert').filter({ hasText: '“A1-01”没有可转动的朝向' }).waitFor();
    await page.locator('.banner .close').click();
    await select('C3-03', 2);
  });

  test('Escape while a device is dragged ends the drag: what the mouse does then moves nothing', async () => {
    await page.locator('.grip-body').waitFor();
    const body = await middle('.grip-body');
    await page.mouse.move(body.x, body.y);
    await page.mouse.down();
    await page.mouse.move(body.x + 40, body.y + 40, { steps: 3 });
    await page.getByText('试算，未写入').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    await page.mouse.move(body.x + 50, body.y + 50, { steps: 3 });
    await page.mouse.up();
    expect(await page.getByText('试算，未写入').count()).toBe(0);
    // A change that is written now would come after it.
    await page.keyboard.press(']');
    await page.keyboard.press('Enter');
    await expect.poll(() => changed()[0] ?? '', SOON).toContain('heading: 181,');
    expect(changed()[0]).toContain('at: [7.4, 11.46]');
    await page.keyboard.press('Control+z');
    await expect.poll(changed, SOON).toEqual([]);
  });

  test('Ctrl+Z takes back a trial before it takes back what is written', async () => {
    await page.keyboard.press(']');
    await page.keyboard.press('Enter');
    await expect.poll(changed, SOON).toHaveLength(1);
    const [written] = changed();
    const undo = page.getByRole('button', { name: '撤销（Ctrl+Z）' });
    await page.keyboard.press('Shift+BracketRight');
    await page.getByText('试算，未写入').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    expect(changed()).toEqual([written]);
    await page.locator('.card-tools input').first().fill('200');
    await page.getByText('试算，未写入').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.card-tools input').first().inputValue(), SOON).toBe('181');
    await page.locator('svg.plan').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(changed, SOON).toEqual([]);
    await expect.poll(() => undo.isDisabled(), SOON).toBe(true);
    await page.keyboard.press('ArrowDown');
    await undo.click();
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    await page.locator('svg.plan').focus();
  });

  test('when the symbol that has the focus goes, keys still reach the drawing', async () => {
    const isFocused = () => page.evaluate<boolean>("document.activeElement.closest('svg.plan') !== null");
    await select('C3-03', 2);
    await page.locator('[data-device="C3-03"]').focus();
    await page.keyboard.press('Delete');
    await expect.poll(text, SOON).not.toContain('id: C3-03');
    await page.locator('[data-device="C3-03"]').waitFor({ state: 'detached' });
    await settled();
    expect(await isFocused()).toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(changed, SOON).toEqual([]);
    await page.locator('[data-device="C3-03"]').focus();
    await page.keyboard.press('n');
    await expect.poll(() => page.locator('.levels button').first().getAttribute('aria-pressed'), SOON).toBe('true');
    expect(await isFocused()).toBe(true);
    await select('C3-03', 2);
  });

  test('while the ruler is out, a press on a device measures and keys move the drawing; then its handles are back', async () => {
    await page.locator('svg.plan').focus();
    await page.locator('.grip-body').waitFor();
    const body = await middle('.grip-body');
    await page.keyboard.press('r');
    expect(await page.locator('.grip-body').count()).toBe(0);
    await page.mouse.move(body.x, body.y);
    await page.mouse.down();
    await page.mouse.move(body.x + 60, body.y + 60, { steps: 5 });
    await page.mouse.up();
    await page.mouse.move(body.x + 80, body.y + 60);
    await page.locator('path.ruler').waitFor();
    const sight = page.url();
    await page.locator('svg.plan').press('ArrowDown');
    await expect.poll(() => page.url(), SOON).not.toBe(sight);
    await page.keyboard.press(']');
    expect(await page.getByText('试算，未写入').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('.grip-body').waitFor();
    expect([changed(), await page.locator('path.ruler').count()]).toEqual([[], 0]);
    // Escape puts the ruler away first, and then gives up a trial.
    await page.keyboard.press(']');
    await page.getByText('试算，未写入').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.press('Escape');
    await page.locator('.grip-body').waitFor();
    expect(await page.getByText('试算，未写入').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByText('试算，未写入').waitFor({ state: 'detached' });
    // What was chosen last has the next press.
    await page.keyboard.press('r');
    await page.locator('select:has(option[value=camera])').selectOption('camera');
    expect(await page.locator('svg.plan.measuring').count()).toBe(0);
    await page.locator('svg.plan').press('r');
    expect(await page.locator('svg.plan.adding').count()).toBe(0);
    await page.keyboard.press('r');
    await page.keyboard.press('0');
    await settled();
  });

  test('figures in the card, a copy, a removal: each in the text, and its comments stay', async () => {
    await page.locator('.card-tools input').nth(2).fill('2.9');
    await page.locator('.card-tools input').nth(2).press('Tab');
    await expect.poll(() => changed()[0] ?? '', SOON).toContain('height: 2.9,');
    await page.getByRole('button', { name: '复制设备' }).click();
    await expect.poll(text, SOON).toContain('id: C3-06');
    await expect.poll(() => page.locator('.card h2').textContent(), SOON).toContain('C3-06');
    await page.getByRole('button', { name: '移出方案' }).click();
    await expect.poll(text, SOON).not.toContain('id: C3-06');
    const comments = (whole: string) => whole.match(/#.*$/gm);
    expect(comments(text())).toEqual(comments(readFileSync(HOTEL, 'utf8')));
  });

  test('a save in an editor is shown; one that cannot be read is told, and gives no verdict', async () => {
    writeFileSync(plan, text().replace('heading: 180, tilt: 35}', 'heading: 0, tilt: 35}'));
    await expect.poll(() => page.locator('.banner').textContent(), SOON).toContain('不能再撤销');
    await page.locator('.banner .close').click();
    const good = text();
    writeFileSync(plan, good.replace('levels:', 'levels: ]['));
    await page.getByText('不能读取；下图和清单为上一次可读的图纸').waitFor();
    expect(await page.locator('main.stale').count()).toBe(1);
    // A wrong value is told with its line, too.
    writeFileSync(plan, good.replace('heading: 0, tilt: 35}', 'heading: [], tilt: 35}'));
    await expect.poll(() => page.locator('.banner').textContent(), SOON).toMatch(/plan\.yaml:234:\d+ /);
    writeFileSync(plan, good);
    await page.getByText('不能读取').waitFor({ state: 'detached' });
    expect(await page.locator('main.stale').count()).toBe(0);
  });

  test('when levels come or go, the open one stays open; when it goes itself, another is drawn', async () => {
    const good = text();
    const open = page.locator('.levels button[aria-pressed=true]');
    const drawn = () => page.locator('.ground *').count();
    await page.locator('.levels button').nth(2).click();
    await settled();
    const below =
      '  - {id: B1, name: 地下, elevation: -4, ceiling: 3, zones: [{id: b, kind: other, rect: [0, 0, 4, 4]}]}\n';
    writeFileSync(plan, good.replace('  - id: F1\n', `${below}  - id: F1\n`));
    await expect.poll(() => page.locator('.levels button').count(), SOON).toBe(4);
    await expect.poll(() => open.textContent(), SOON).toContain('三层');
    await expect.poll(drawn, SOON).toBeGreaterThan(0);
    writeFileSync(plan, good.replace(/\n {2}- id: F3\n[\s\S]*?(?=\n[a-z])/, '\n'));
    await expect.poll(() => page.locator('.levels button').count(), SOON).toBe(2);
    await expect.poll(() => open.textContent(), SOON).toContain('二层');
    await expect.poll(drawn, SOON).toBeGreaterThan(0);
    writeFileSync(plan, good);
    await expect.poll(() => page.locator('.levels button').count(), SOON).toBe(3);
  });

  test('settings that cannot be used are told with their place, on a page opened then as well', async () => {
    const config = join(folder, 'sitecam.config.yaml');
    writeFileSync(config, 'rules: [');
    const banner = { hasText: /仍按此前的设置审查。.*sitecam\.config\.yaml:1:9 / };
    await page.locator('.banner', banner).waitFor();
    const other = await browser.newPage();
    await other.goto(address);
    await other.locator('.banner', banner).waitFor({ timeout: SOON.timeout });
    await other.close();
    rmSync(config);
    await page.locator('.banner', banner).waitFor({ state: 'detached' });
  });

  test('a drawing that nobody moved fits its place when that becomes narrower; one that was moved stays', async () => {
    const other = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    await other.goto(address);
    const stage = other.locator('.stage');
    /** Where the westernmost camera is, of the drawing's place. */
    const place = async () => {
      await other.waitForSelector('svg.plan[data-moving=no]');
      const [box, symbol] = await Promise.all([
        stage.boundingBox(),
        other.locator('[data-device="C1-05"] .target').boundingBox(),
      ]);
      return box === null || symbol === null ? 'none' : symbol.x > box.x ? 'inside' : 'outside';
    };
    await expect.poll(place, SOON).toBe('inside');
    await other.setViewportSize({ width: 1180, height: 900 });
    await expect.poll(async () => Math.round((await stage.boundingBox())?.width ?? 0), SOON).toBeLessThan(900);
    await expect.poll(place, SOON).toBe('inside');
    await other.locator('svg.plan').press('ArrowRight');
    const moved = other.url();
    await other.setViewportSize({ width: 1440, height: 900 });
    await expect.poll(async () => Math.round((await stage.boundingBox())?.width ?? 0), SOON).toBeGreaterThan(900);
    await other.waitForSelector('svg.plan[data-moving=no]');
    expect([moved, other.url()]).toEqual([expect.stringContaining('v='), moved]);
    await other.close();
  });

  test('a change to which the server gives no answer is taken back on the page, and told', async () => {
    const other = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await other.route('**/api/write', (route) => route.abort());
    await other.goto(address);
    await other.locator('.levels button').nth(2).click();
    await other.locator('[data-device="C3-03"] .target').click();
    const heading = other.locator('.card-tools input').first();
    const before = await heading.inputValue();
    await heading.fill('200');
    await heading.press('Tab');
    await other.getByRole('alert').filter({ hasText: 'sitecam dev 没有应答，这项改动可能没有写入' }).waitFor();
    await expect.poll(() => heading.inputValue(), SOON).toBe(before);
    await other.close();
  });

  test('a worker that ends at a step is told of, and the next step is done by another', async () => {
    const before = text();
    const other = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await other.route('**/worker.js', async (route) => {
      const response = await route.fetch();
      const body = `${ENDS_AT_TRIALS}\n${await response.text()}`;
      await route.fulfill({ response, body });
    });
    await other.goto(address);
    await other.locator('.levels button').nth(2).click();
    await other.locator('[data-device="C3-03"] .target').click();
    await other.locator('.card-tools').waitFor();
    await other.locator('svg.plan').press('e');
    await other.keyboard.press(']');
    await other.locator('.banner', { hasText: '未完成这一步：Uncaught Error: boom。' }).waitFor();
    await other.keyboard.press('Enter');
    await expect.poll(text, SOON).not.toBe(before);
    await other.keyboard.press('Control+z');
    await expect.poll(text, SOON).toBe(before);
    expect(await other.locator('main.stale').count()).toBe(0);
    await other.close();
  });

  test('a page whose worker does not start says so', async () => {
    const other = await browser.newPage();
    await other.route('**/worker.js', (route) => route.fulfill({ body: 'throw new Error("boom")' }));
    await other.goto(address);
    await other.locator('.banner', { hasText: '未完成这一步：Uncaught Error: boom。' }).waitFor();
    await other.close();
  });

  test('nothing was asked of any other server, and nothing complained of', () => {
    const { origin } = new URL(address);
    expect(requests.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([]);
    expect(log).toEqual([]);
  });
});
