// At every place of any plan, whole or broken: nothing throws, and every range lies in its text.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Range } from 'vscode-languageserver-types';
import {
  definitionsAt,
  foldsOf,
  hoverAt,
  type OpenPlan,
  offsetAt,
  positionAt,
  prepareRename,
  referencesAt,
  renameAt,
  symbolsOf,
} from '../../src/editor/index.js';
import type { SourceFile } from '../../src/source/types.js';
import { Dice } from '../fuzz/dice.js';
import { fileOf } from '../source/documents.js';
import { fixturePlans, lintedByDefault } from '../support/linted.js';
import { fileIn } from './open.js';

/** Places tried in each plan; `SITECAM_PLACES=500` takes 500. */
const PLACES = Number(process.env.SITECAM_PLACES ?? 6);

function lies(file: SourceFile, { start, end }: Range): void {
  const [from, to] = [offsetAt(file, start), offsetAt(file, end)];
  expect(from).toBeLessThanOrEqual(to);
  expect([positionAt(file, from), positionAt(file, to)]).toEqual([start, end]);
}

const PLANS = [...fixturePlans('sites'), ...fixturePlans('malformed')];

test.each(PLANS)('%s', (path) => {
  const dice = new Dice(PLACES);
  const text = readFileSync(path, 'utf8');
  const judged = path.includes('malformed') ? undefined : lintedByDefault(path);
  const more = judged?.files.filter((file) => file.path !== path) ?? [];
  const broken =
    text.slice(0, dice.below(text.length)) +
    dice.pick(['', '}', '"', '[', ': ', '\t']) +
    text.slice(dice.below(text.length));
  for (const given of [text, text.replaceAll('\n', '\r\n'), broken]) {
    const file = fileOf(path, given);
    if (file.text === '') continue;
    const plan: OpenPlan = { files: [file, ...more], options: { today: '2026-03-01' } };
    symbolsOf(file, 'zh-CN');
    for (const { startLine, endLine } of foldsOf(file)) expect(endLine).toBeGreaterThan(startLine);
    for (let n = 0; n < PLACES; n += 1) {
      const at = positionAt(file, dice.below(file.text.length + 1));
      const locations = [...definitionsAt(plan, path, at), ...referencesAt(plan, path, at, true)];
      for (const { path: where, range } of locations) lies(fileIn(plan, where), range);
      const prepared = prepareRename(plan, path, at);
      if ('start' in prepared) lies(file, prepared);
      renameAt(plan, path, at, 'x-9');
      const hover = hoverAt(
        plan,
        path,
        at,
        { report: judged?.ok === true ? judged : undefined, isUnjudged: false },
        'en',
      );
      if (hover?.range !== undefined) lies(file, hover.range);
    }
  }
});
