// The live page in an editor: framed as VS Code frames it, on the text as it stands, each selecting what the other does.
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Editor, positionIn } from '../support/lsp.js';

const CHROMIUM = '/usr/bin/chromium';
const HOTEL = readFileSync('fixtures/sites/qingcheng-hotel/violations.yaml', 'utf8');

/** How long a busy machine may take. */
const SOON = { timeout: 20_000 };

describe.skipIf(!existsSync(CHROMIUM))('the preview in an editor', () => {
  let editor: Editor;
  let browser: Browser;
  let page: Page;
  let frame: FrameLocator;
  let around: Server;
  const log: string[] = [];

  beforeAll(async () => {
    editor = await Editor.start({ 'plan.yaml': HOTEL }, ['--today', '2026-03-01']);
    editor.open('plan.yaml');
    await editor.marks('plan.yaml');
    const { url } = await editor.connection.sendRequest<{ url: string }>('sitecam/preview', {
      uri: editor.uri('plan.yaml'),
    });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(SOON.timeout);
    page.on('console', (message) => log.push(message.text()));
    page.on('pageerror', (error) => log.push(error.message));
    // A page of another origin around it, as an editor's is; of this machine, since browsers let no other frame it.
    const policy = `default-src 'none'; style-src 'unsafe-inline'; frame-src ${new URL(url).origin}`;
    const style = 'html, body, iframe { border: 0; height: 100%; margin: 0; width: 100% }';
    const body = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${style}</style><iframe src="${url}"></iframe>`;
    around = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(body));
    around.listen(0, '127.0.0.1');
    await once(around, 'listening');
    await page.goto(`http://localhost:${(around.address() as AddressInfo).port}/`);
    frame = page.frameLocator('iframe');
    await frame.locator('svg.plan[data-moving=no]').waitFor();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    around?.close();
    await editor?.end();
  });

  const tally = () => frame.locator('.tally').textContent();
  const lineOf = (what: string) =>
    editor
      .text('plan.yaml')
      .split('\n')
      .findIndex((line) => line.includes(what));

  test('shows the verdicts, without asking the editor to go anywhere', async () => {
    expect(await tally()).toMatch(/不符合 5\s*待补充 4\s*须审查判定 2/);
    expect(editor.opened).toEqual([]);
  });

  test('follows what is typed, saved or not', async () => {
    const [line] = /^.*id: C1-12.*$/m.exec(HOTEL) ?? [];
    if (line === undefined) throw new Error('no such camera');
    const elsewhere = line.replace(/at: \[[^\]]*\]/, 'at: [-30, -30]');
    editor.change('plan.yaml', line, elsewhere);
    await expect.poll(tally, SOON).toMatch(/不符合 4/);
    editor.change('plan.yaml', elsewhere, line);
    await expect.poll(tally, SOON).toMatch(/不符合 5/);
  });

  test('shows in the text the device that is pressed on the drawing', async () => {
    await frame.locator('.levels button').nth(2).click();
    await frame.locator('[data-device="C3-03"] .target').click();
    const shown = await editor.when(() => editor.opened.at(-1));
    expect(shown.uri).toBe(editor.uri('plan.yaml'));
    expect(shown.selection?.start.line).toBe(lineOf('id: C3-03'));
  });

  test('selects the device that the cursor comes to in the text', async () => {
    const text = editor.text('plan.yaml');
    const position = positionIn(text, text.indexOf('id: C1-12') + 20);
    await editor.connection.sendNotification('sitecam/select', { uri: editor.uri('plan.yaml'), position });
    await expect.poll(() => frame.locator('.card').textContent(), SOON).toMatch(/C1-12/);
    // What the editor selected isn't told to it again.
    expect(editor.opened.filter(({ selection }) => selection?.start.line === lineOf('id: C1-12'))).toEqual([]);
  });

  test('a camera turned on the drawing is turned in the text of the editor, not on the disk', async () => {
    await frame.locator('.levels button').nth(2).click();
    await frame.locator('[data-device="C3-03"] .target').click();
    await frame.locator('.card-tools').waitFor();
    await frame.locator('svg.plan').press('e');
    /** The drawing may be painted anew between two looks: an element that was there has no box while it is. */
    const middle = async (selector: string) => {
      let box: Awaited<ReturnType<ReturnType<typeof frame.locator>['boundingBox']>> = null;
      await expect
        .poll(async () => {
          box = await frame.locator(selector).boundingBox();
          return box;
        }, SOON)
        .not.toBeNull();
      const { x, y, width, height } = box ?? expect.fail(`no ${selector}`);
      return { x: x + width / 2, y: y + height / 2 };
    };
    await frame.locator('.grip').waitFor();
    const [body, grip] = [await middle('.grip-body'), await middle('.grip')];
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(body.x - 46, body.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => editor.text('plan.yaml').split('\n')[lineOf('id: C3-03')], SOON).toContain('heading: 270');
    expect(readFileSync(`${editor.folder}/plan.yaml`, 'utf8')).toBe(HOTEL);
    expect(log).toEqual([]);
  });
});
