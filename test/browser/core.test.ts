// The library as a browser gets it: one bundle that asks for nothing of Node, and says what is said here.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { runInNewContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { type OutputChunk, rolldown } from 'rolldown';
import { describe, expect, test } from 'vitest';
import { once } from '../../src/base/memo.js';
import { lint } from '../../src/index.js';
import { BROWSER_ALIAS } from '../../tools/build/browser.mjs';
import { pagePlugin } from '../../tools/build/page.mjs';
import { validatorSource, validatorsPlugin } from '../../tools/build/validators.mjs';
import { built } from '../support/built.js';
import { expectationOf } from '../support/expectations.js';
import { type Given, hashes, said } from './judged.js';

const CHROMIUM = '/usr/bin/chromium';

/** Most bytes of what a page needs, minified and as a server sends it; and of everything, with all formats, minified. */
const MOST = { page: 2.4e6, sent: 420e3, everything: 2.6e6 };

/** What browsers have beyond the language, and the library uses. */
const WEB = { TextDecoder, TextEncoder, btoa };

async function bundled(input: string, resolve: { alias?: Record<string, string> } = {}): Promise<string> {
  const logs: string[] = [];
  const bundle = await rolldown({
    input,
    platform: 'browser',
    resolve,
    plugins: [validatorsPlugin(validatorSource), pagePlugin()],
    onLog: (_, { message }) => logs.push(message),
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'sitecam', minify: true, comments: false });
  const chunks = output.filter((made): made is OutputChunk => made.type === 'chunk');
  expect(logs).toEqual([]);
  expect(chunks.length).toBe(1);
  const [{ code, fileName, moduleIds, imports, dynamicImports }] = chunks;
  // What a format is loaded by is in it.
  expect([...imports, ...dynamicImports].filter((id) => id !== fileName)).toEqual([]);
  // Under the LGPL, it is no part of a page: sitecam's own check stands in its place.
  expect(moduleIds.filter((id) => /node_modules.geojson-validation/.test(id))).toEqual([]);
  return code;
}

const bundledHere = (name: string) => bundled(join(import.meta.dirname, name), { alias: BROWSER_ALIAS });
const page = once(() => bundledHere('page.ts'));

/** Every plan below a folder of the fixtures, with the files beside it. */
function plansIn(folder: string): Given[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.(yaml|geojson)$/.test(path))
    .sort();
  const content = (path: string) => readFileSync(path).toString('base64');
  return files.map((path) => {
    const beside = files.filter((other) => other.endsWith('.geojson') && dirname(other) === dirname(path));
    const given = Object.fromEntries([path, ...beside].map((name) => [name, content(name)]));
    return folder.endsWith('rules')
      ? { path, files: given, pack: expectationOf(path).packs.join('+') }
      : { path, files: given };
  });
}

test('everything is one bundle, and what a page needs small enough to be sent', async () => {
  expect(Buffer.byteLength(await bundledHere('entries.ts'))).toBeLessThan(MOST.everything);
  expect(Buffer.byteLength(await page())).toBeLessThan(MOST.page);
  expect(brotliCompressSync(await page()).length).toBeLessThan(MOST.sent);
}, 300_000);

test('the texts of formats that a page does not write are left out of it', async () => {
  expect((await page()).includes('Skip to the findings')).toBe(false);
}, 300_000);

test('the published package, too, is one bundle, and judges as it does here', async () => {
  const path = 'fixtures/sites/ktv/violations.yaml';
  const [text, options] = [readFileSync(path, 'utf8'), { today: '2026-11-24', path }];
  const code = await bundled(join((await built()).folder, 'dist/bundle/index.mjs'));
  const verdicts: string = runInNewContext(`${code}; JSON.stringify(sitecam.lint(text, options))`, {
    ...WEB,
    text,
    options,
  });
  const here = lint(text, options);
  expect(here.ok).toBe(true);
  expect(JSON.parse(verdicts)).toEqual(JSON.parse(JSON.stringify(here)));
}, 300_000);

// Without Debian's Chromium there is no browser to try it in.
describe.skipIf(!existsSync(CHROMIUM))('in Chromium', () => {
  test('plans of the fixtures have the same fingerprints, outcomes and messages as here', async () => {
    // Of those of rules every sixth: what differs between engines isn't one rule. SITECAM_LONG=1 takes all.
    const nth = process.env.SITECAM_LONG === undefined ? 6 : 1;
    const ofRules = plansIn('fixtures/rules').filter((_, n) => n % nth === 0);
    const plans = [...plansIn('fixtures/sites'), ...ofRules];
    expect(plans.length).toBeGreaterThan(1000 / nth);
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    try {
      const tab = await browser.newPage();
      await tab.addScriptTag({ content: await page() });
      const asked = tab.evaluate<string[]>(`sitecam.hashes(${JSON.stringify(plans)})`);
      // The page is asked before this process is busy with the same.
      await setImmediate();
      const here = hashes(plans);
      const there = await asked;
      const different = plans.filter((_, n) => there[n] !== here[n]);
      for (const plan of different.slice(0, 1)) {
        expect(await tab.evaluate(`sitecam.said(${JSON.stringify(plan)})`), plan.path).toEqual(said(plan));
      }
      expect(different.map(({ path }) => path)).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 300_000);
});
