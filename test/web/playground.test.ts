// The page that works without a server, opened from a disk: it judges as the command does, and asks nobody for anything.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { type Browser, chromium, type Download, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { numberedFindings } from '../../src/findings/numbering.js';
import { lintPlan } from '../../src/lint/lint.js';
import { renderReport } from '../../src/report/index.js';
import { rules } from '../../src/rules/registry.gen.js';
import { applyEdits } from '../../src/source/edit/splice.js';
import { inArea, movedEdit, typedEdit } from '../../src/web/playground/typed.js';
import { playgroundPage } from '../../tools/build/page.mjs';

const CHROMIUM = '/usr/bin/chromium';
const HOTEL = 'fixtures/sites/qingcheng-hotel/violations.yaml';
const MUSEUM = 'fixtures/sites/museum/violations.yaml';
const { version: VERSION }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
const DAY = '2026-03-01';

/** Most bytes of the page. */
const MOST = 2.5e6;

/** Keeps what the worker tells, for the test to look at; while `isHeld`, an answer to a change waits for `letGo`. */
const KEEPS_TOLD = `
  const told = [];
  const Whole = Worker;
  window.told = told;
  window.Worker = class extends Whole {
    constructor(address) {
      super(address);
      this.addEventListener('message', (event) => {
        if (window.isHeld && event.data.tell === 'committed') {
          event.stopImmediatePropagation();
          window.letGo = () => {
            window.isHeld = false;
            this.dispatchEvent(new MessageEvent('message', { data: event.data }));
          };
        } else told.push(event.data);
      });
    }
  };`;

/** Ids of the findings that the worker told last, in their order. */
const TOLD = 'told.flatMap((one) => one.plan ?? one.step?.plan ?? []).at(-1).findings.map(({ id }) => id)';

/** Asks for something by a script, a picture and a worker; gives by what each was refused. */
const ASKS = `(async () => {
  const refusal = (of) => new Promise((resolve) =>
    of.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), { once: true }));
  const byScript = refusal(document);
  fetch('https://example.org/').catch(() => {});
  const all = [await byScript];
  const byPicture = refusal(document);
  new Image().src = 'https://example.org/a.png';
  all.push(await byPicture);
  const script = 'addEventListener("securitypolicyviolation", (e) => postMessage(e.effectiveDirective));' +
    'fetch("https://example.org/").catch(() => {});';
  const worker = new Worker(URL.createObjectURL(new Blob([script])));
  all.push(await new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data))));
  return all;
})()`;

const SELECTED = `(() => {
  const { value, selectionStart, selectionEnd } = document.querySelector('textarea');
  return value.slice(selectionStart, selectionEnd);
})()`;

/** Returns the report of a reviewer's run in the plan's folder. */
function reviewed(path: string, text = readFileSync(path, 'utf8')) {
  const plan = basename(path);
  const bytes = (name: string) => (name === plan ? Buffer.from(text) : readFileSync(join(dirname(path), name)));
  const report = lintPlan(plan, bytes, { today: DAY, noWaivers: true, distrust: true });
  if (!report.ok) expect.fail(`${path} can't be read`);
  return report;
}

const idsOf = (report: ReturnType<typeof reviewed>) =>
  numberedFindings(report).map(({ first }) => first.fingerprint.slice(0, 12));

// Without Debian's Chromium there is no browser to try it in.
describe.skipIf(!existsSync(CHROMIUM))('in Chromium, from a disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitecam-playground-'));
  const file = join(folder, '审查 playground.html');
  let browser: Browser;

  beforeAll(async () => {
    const [page, made] = await Promise.all([
      playgroundPage(),
      chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] }),
    ]);
    writeFileSync(file, page);
    browser = made;
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens the page on a day; `faults` is what it complained of, `requests` what it asked for. */
  async function opened(locale = 'zh-CN') {
    const page = await browser.newPage({ locale, viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    const faults: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => requests.push(request.url()));
    await page.clock.setFixedTime(`${DAY}T12:00:00`);
    // Keeps what the worker tells, for the test to look at.
    await page.addInitScript({ content: KEEPS_TOLD });
    await page.goto(pathToFileURL(file).href);
    return { page, faults, requests };
  }

  const choose = (
    page: Page,
    paths: string | readonly string[] | { name: string; mimeType: string; buffer: Buffer }[],
  ) => page.setInputFiles('input[type=file] >> nth=0', paths as string[]);
  const drawn = (page: Page) => page.waitForSelector('svg.plan[data-moving=no]');
  const given = (name: string, text: string) => [{ name, mimeType: 'text/plain', buffer: Buffer.from(text) }];
  const toldIds = (page: Page) => page.evaluate<string[]>(TOLD);
  const tally = (page: Page) => page.locator('.tally').textContent();

  async function saved(page: Page, name: string): Promise<{ name: string; text: string }> {
    const download = page.waitForEvent('download');
    if ((await page.locator('.menu[open] button').count()) === 0) {
      await page.getByText(/^(保存|Save)$/).click();
    }
    await page.getByRole('button', { name, exact: true }).click();
    return contentOf(await download);
  }

  async function contentOf(download: Download): Promise<{ name: string; text: string }> {
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  }

  test('a plan has the findings of a reviewer’s run, and its reports are saved', async () => {
    expect(readFileSync(file).length).toBeLessThan(MOST);
    const { page, faults, requests } = await opened();
    const from = performance.now();
    await choose(page, HOTEL);
    await drawn(page);
    console.log(`chosen → drawn: ${Math.round(performance.now() - from)} ms; ${readFileSync(file).length} bytes`);
    const report = reviewed(HOTEL);
    const ids = idsOf(report);
    expect(ids.length).toBeGreaterThan(10);
    expect(await toldIds(page)).toEqual(ids);
    // To the byte as the command writes them, so that `sitecam verify` confirms them.
    const tool = { name: 'sitecam', version: VERSION } as const;
    const input = { tool, results: [report], rules, today: DAY };
    for (const [name, format] of [
      ['论证意见表', 'opinion'],
      ['网页报告', 'html'],
    ] as const) {
      const file = await saved(page, name);
      expect(file.name).toBe(format === 'html' ? 'violations-审查报告.html' : 'violations-论证意见表.html');
      expect(file.text === (await renderReport(format, input, { locale: 'zh-CN' })), name).toBe(true);
    }
    expect(faults).toEqual([]);
    // Its worker is a part of itself.
    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([pathToFileURL(file).href]);
    // Nor could it ask for anything.
    expect(await page.evaluate<string[]>(ASKS)).toEqual(['connect-src', 'img-src', 'connect-src']);
  }, 180_000);

  test('a day that is not written to its end changes nothing, and is shown whole again', async () => {
    const { page, faults } = await opened();
    await choose(page, HOTEL);
    await drawn(page);
    const day = page.locator('input[type=date]');
    for (const value of ['', '0202-03-01', '12026-03-01']) {
      await day.focus();
      await day.evaluate((field, typed) => {
        Object.assign(field, { value: typed });
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }, value);
      await page.locator('svg.plan').focus();
      expect(await day.inputValue()).toBe(DAY);
    }
    await day.fill('2027-03-01');
    const days = 'told.flatMap((one) => one.plan ?? one.step?.plan ?? []).map((plan) => plan.sheet.today)';
    const judged = async () => [...new Set(await page.evaluate<string[]>(days))];
    await expect.poll(judged).toEqual([DAY, '2027-03-01']);
    expect([await page.locator('.banner').count(), faults]).toEqual([0, []]);
    await page.close();
  }, 180_000);

  test('a geometry file that is missing is named; dropped, it is taken, and the author’s configuration is not', async () => {
    const { page } = await opened();
    await choose(page, MUSEUM);
    await page.waitForSelector('.problem');
    const [, missing = ''] = /geometry: *(\S+)/.exec(readFileSync(MUSEUM, 'utf8')) ?? [];
    expect(await page.locator('.problem').textContent()).toContain(missing);
    const geometry = readFileSync(join(dirname(MUSEUM), missing), 'utf8');
    const dataTransfer = await page.evaluateHandle(`(() => {
      const all = new DataTransfer();
      all.items.add(new File([${JSON.stringify(geometry)}], ${JSON.stringify(missing)}));
      all.items.add(new File(['rules: {}'], 'sitecam.config.yaml'));
      return all;
    })()`);
    await page.dispatchEvent('.drop', 'drop', { dataTransfer });
    await drawn(page);
    expect(await toldIds(page)).toEqual(idsOf(reviewed(MUSEUM)));
    expect(await page.locator('.cautions').textContent()).toContain('未采纳文件“sitecam.config.yaml”');
  }, 180_000);

  test('what is typed is judged, can be taken back, and is saved as it was typed', async () => {
    const { page, faults } = await opened('en-GB');
    const text = readFileSync(HOTEL, 'utf8').replaceAll('\n', '\r\n');
    await choose(page, given('hotel.yaml', text));
    await drawn(page);
    const before = await tally(page);
    const record = await page.locator('.record').textContent();
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    const area = page.locator('textarea');
    expect(await area.inputValue()).toBe(text.replaceAll('\r\n', '\n'));
    await page.getByRole('button', { name: 'Line of finding 1' }).click();
    // The camera in the changing room: its line is selected, and goes.
    const line = await page.evaluate<string>(SELECTED);
    expect(line).toContain('C1-12');
    await page.keyboard.press('Delete');
    await expect.poll(() => tally(page), { timeout: 30_000 }).not.toBe(before);
    const without = text.replace(`${line}\r`, '\r');
    const after = await tally(page);
    expect(await toldIds(page)).toEqual(idsOf(reviewed(HOTEL, without)));
    expect(await page.getByText('plan not saved').count()).toBe(1);
    await expect.poll(() => page.locator('.record').textContent(), { timeout: 30_000 }).not.toBe(record);
    // What can't be read has a banner, and the drawing of before no verdict.
    await page.evaluate("document.querySelector('textarea').setSelectionRange(0, 0)");
    await page.keyboard.insertText('levels: [');
    await page.waitForSelector('.banner.bad');
    await page.getByRole('button', { name: 'Undo (Ctrl+Z)' }).click();
    await page.waitForSelector('.banner.bad', { state: 'detached' });
    expect(await tally(page)).toBe(after);
    const download = page.waitForEvent('download');
    await page.getByText('Save', { exact: true }).click();
    await page.getByRole('button', { name: 'The plan', exact: true }).click();
    expect(await contentOf(await download)).toEqual({ name: 'hotel.yaml', text: without });
    expect(await page.getByText('plan not saved').count()).toBe(0);
    expect(faults).toEqual([]);
  }, 180_000);

  test('what is typed while a change is on its way stands where it was typed, and the caret stays', async () => {
    const { page, faults } = await opened('en-GB');
    await choose(page, HOTEL);
    await drawn(page);
    await page.locator('.levels button').nth(2).click();
    await page.locator('[data-device="C3-03"] .target').click();
    await page.waitForSelector('.card-tools');
    await page.getByRole('button', { name: 'Text', exact: true }).click();
    const area = page.locator('textarea');
    const before = await area.inputValue();
    await page.evaluate('window.isHeld = true');
    // The copy makes the text longer above the place where something is typed.
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await expect.poll(() => page.evaluate('window.letGo !== undefined')).toBe(true);
    await area.focus();
    await page.evaluate(`{
      const area = document.querySelector('textarea');
      const at = area.value.length;
      area.setSelectionRange(at, at);
    }`);
    await page.keyboard.type('# one');
    await page.waitForTimeout(400);
    await page.keyboard.type(' two');
    await page.evaluate('letGo()');
    await expect.poll(() => area.inputValue(), { timeout: 30_000 }).toContain('id: C3-06');
    await page.keyboard.type(' three');
    const after = await area.inputValue();
    expect(after.endsWith('# one two three')).toBe(true);
    const added = after.slice(0, -'# one two three'.length).split('\n');
    expect(added.filter((line) => !line.includes('C3-06')).join('\n')).toBe(before);
    await expect.poll(async () => (await saved(page, 'The plan')).text, { timeout: 30_000 }).toBe(after);
    expect(await area.inputValue()).toBe(after);
    expect(faults).toEqual([]);
  }, 180_000);

  test('names and texts of files are text, and what is no plan is told in a sentence', async () => {
    const { page, faults } = await opened();
    const attack = '<img src=x onerror=alert(1)>';
    await choose(page, given('notes.yaml', 'a: 1'));
    await page.waitForSelector('.problem');
    expect(await page.locator('.problem').textContent()).toContain('所选的1个文件中没有设计图');
    const text = readFileSync(HOTEL, 'utf8').replaceAll('青城宾馆', attack);
    await choose(page, [...given(`${attack}.yaml`, text), ...given('</script><b>.yaml', text)]);
    await page.getByRole('button', { name: `${attack}.yaml` }).click();
    await drawn(page);
    expect(await page.locator('h1').textContent()).toContain(attack);
    await page.getByRole('button', { name: '源文', exact: true }).click();
    expect(await page.locator('.source-head').textContent()).toContain(attack);
    expect(await page.locator('img, main b > b').count()).toBe(0);
    expect(faults).toEqual([]);
  }, 180_000);
});

test('what is typed changes nothing else of a file, whatever ends its lines', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'b', '中', '\r\n', '\n', '\r', '😀'), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, texts.map(inArea), (text, typed) => {
      const edit = typedEdit('plan.yaml', text, typed);
      expect(edit === undefined).toBe(typed === inArea(text));
      if (edit === undefined) return;
      const made = applyEdits(text, [edit]);
      expect(inArea(made)).toBe(typed);
      const [before, after] = [text.slice(0, edit.from), text.slice(edit.to)];
      expect(made.startsWith(before) && made.endsWith(after)).toBe(true);
    }),
  );
  expect(typedEdit('plan.yaml', 'a\r\nb\r\n', 'a\nc\nb\n')).toEqual({
    path: 'plan.yaml',
    from: 3,
    to: 3,
    text: 'c\r\n',
  });
});

test('what was typed is moved with the text around it, and given up where that was changed', () => {
  const text = 'a: 1\nb: 2\nc: 3\n';
  const typed = typedEdit('p', text, 'a: 1\nb: 25\nc: 3\n');
  const on = (now: string) => {
    const moved = typed && movedEdit(typed, text, now);
    return moved && applyEdits(now, [moved]);
  };
  expect(on(text)).toBe('a: 1\nb: 25\nc: 3\n');
  expect(on('a: 100\nb: 2\nc: 3\n')).toBe('a: 100\nb: 25\nc: 3\n');
  expect(on('a: 1\nb: 2\nc: 4444\n')).toBe('a: 1\nb: 25\nc: 4444\n');
  expect(on('a: 1\nb: 7\nc: 3\n')).toBeUndefined();
  expect(on('a: 1\nc: 3\n')).toBeUndefined();
  // Lines that begin alike: what was typed in one stays in it, whichever beside it came or went.
  const [one, copy, two] = ['- {id: C1}\n', '- {id: C3}\n', '- {id: C2}\n'];
  for (const part of ['#- {id: C2}\n', '- { id: C2}\n', '- {id: C2, x}\n']) {
    const inTwo = typedEdit('p', one + two, one + part) ?? expect.fail();
    const left = [one + copy + two, two].map((now) => movedEdit(inTwo, one + two, now));
    expect(left[0] && applyEdits(one + copy + two, [left[0]])).toBe(one + copy + part);
    expect(left[1] && applyEdits(two, [left[1]])).toBe(part);
  }
  const lines = fc.array(fc.stringMatching(/^[a-c]{1,3}$/), { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(lines, fc.nat(20), fc.nat(20), fc.constantFrom('\n', '\r\n'), (all, one, other, br) => {
      // Two marks in lines apart: each stays in its line.
      const [n, m] = [one % all.length, other % all.length];
      const marked = (...at: string[][]) =>
        all
          .map((line, k) => at.reduce((whole, [mark, of]) => (of === String(k) ? `${whole}${mark}` : whole), line))
          .join(br);
      const edit = typedEdit('p', marked(), inArea(marked(['X', String(n)]))) ?? expect.fail();
      const now = marked(['YY', String(m)]);
      const moved = movedEdit(edit, marked(), now);
      if (n === m) expect(moved).toBeUndefined();
      else expect(moved && applyEdits(now, [moved])).toBe(marked(['X', String(n)], ['YY', String(m)]));
    }),
  );
});
