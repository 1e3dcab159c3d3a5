import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changedLevels, diffDrawing } from '../../../src/report/diff/draw/drawing.js';
import { diffSvg } from '../../../src/report/diff/draw/svg.js';
import { renderDiffHtml } from '../../../src/report/diff/html.js';
import { renderDiffTerminal } from '../../../src/report/diff/terminal.js';
import { editedKtv, inputOf, KTV, pairOf } from './plans.js';

test('smoke', () => {
  const t = Date.now();
  const pair = pairOf(readFileSync(KTV, 'utf8'), editedKtv());
  console.log(Date.now() - t);
  for (const locale of ['zh-CN', 'en'] as const)
    writeFileSync(`/tmp/diff.${locale}.txt`, renderDiffTerminal(inputOf(pair), { locale, colour: false, width: 100 }));
  writeFileSync('/tmp/diff.html', renderDiffHtml(inputOf(pair), { locale: 'zh-CN' }));
  if (pair.compared)
    for (const l of changedLevels(pair.compared))
      writeFileSync(`/tmp/diff-${l}.svg`, diffSvg(diffDrawing(pair.compared, l), pair.compared, { locale: 'zh-CN' }));
  expect(1).toBe(1);
});
