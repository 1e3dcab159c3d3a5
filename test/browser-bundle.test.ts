// The public API as a browser gets it: one bundle that asks for nothing of Node.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { type OutputChunk, rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { lint } from '../src/index.js';
import { validatorSource, validatorsPlugin } from '../tools/build/validators.mjs';
import { built } from './support/built.js';

/** What browsers have beyond the language, and the API uses. */
const WEB = { TextDecoder, TextEncoder, btoa };

const PLAN = 'fixtures/sites/ktv/violations.yaml';
const OPTIONS = { today: '2026-11-24', path: PLAN };

async function bundled(input: string): Promise<string> {
  const logs: string[] = [];
  const bundle = await rolldown({
    input,
    platform: 'browser',
    plugins: [validatorsPlugin(validatorSource)],
    onLog: (_, { message }) => logs.push(message),
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'sitecam' });
  const chunks = output.filter((made): made is OutputChunk => made.type === 'chunk');
  expect(logs).toEqual([]);
  expect(chunks.map(({ imports, dynamicImports }) => [...imports, ...dynamicImports])).toEqual([[]]);
  return chunks.map(({ code }) => code).join('');
}

test.each([
  ['the sources', () => 'src/index.ts'],
  ['the package', async () => join((await built()).folder, 'dist/bundle/index.mjs')],
])(
  'the API of %s is one bundle, and judges in a browser as it does here',
  async (_, entry) => {
    const text = readFileSync(PLAN, 'utf8');
    const judge = `${await bundled(await entry())}; JSON.stringify(sitecam.lint(text, options))`;
    const verdicts: string = runInNewContext(judge, { ...WEB, text, options: OPTIONS });
    const here = lint(text, OPTIONS);
    expect(here.ok).toBe(true);
    expect(JSON.parse(verdicts)).toEqual(JSON.parse(JSON.stringify(here)));
  },
  300_000,
);
