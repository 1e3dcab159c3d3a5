// The language server over many edits: what it takes of memory, and that its last verdict is that of a fresh run.
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-types';
import { seeded } from '../../bench/draft.js';
import { Editor } from '../../support/lsp.js';

/** Number of edits; `SITECAM_EDITS=10000` takes ten minutes. */
const EDITS = Number(process.env.SITECAM_EDITS ?? 45);

const HOTEL = readFileSync('fixtures/sites/qingcheng-hotel/violations.yaml', 'utf8');

/** Edits as people make them: numbers, words that are broken off and mended, lines that come and go. */
function edit(editor: Editor, random: () => number): void {
  const text = editor.text('plan.yaml');
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const numbers = [...text.matchAll(/(?<=(?:heading|tilt|hfov|height): )\d+/g)];
  const lines = [...text.matchAll(/^ {6}- \{id: .*\n/gm)];
  const way = random();
  if (way < 0.6) {
    const { index, 0: old } = pick(numbers);
    editor.change('plan.yaml', [index, index + old.length], String(Math.floor(random() * 90)));
  } else if (way < 0.8) {
    const { index, 0: old } = pick(lines);
    editor.change('plan.yaml', [index, index + old.length], '');
    editor.change('plan.yaml', [index, index], old);
  } else if (way < 0.9) {
    const at = Math.floor(random() * text.length);
    editor.change('plan.yaml', [at, at], pick(['：', '{', 'x', '\n', '"', '更']));
  } else {
    // A fault that was left is mended by taking the text as it was.
    editor.change('plan.yaml', [0, text.length], HOTEL);
  }
}

test(`of ${EDITS} edits the last verdict is that of a fresh run, and memory stays`, {
  timeout: 60_000 + 400 * EDITS,
}, async () => {
  const random = seeded(20261129);
  const editor = await Editor.start({ 'plan.yaml': HOTEL }, ['--today', '2026-11-29']);
  editor.open('plan.yaml');
  await editor.marks('plan.yaml');
  const memory: number[] = [];
  for (let n = 0; n < EDITS; n += 1) {
    edit(editor, random);
    // Every third is looked at; in between nobody waits.
    if (n % 3 === 0) await editor.marks('plan.yaml');
    if (n % 100 !== 99) continue;
    // People pause, too; then the server lets go of what it kept of so many versions.
    await editor.marks('plan.yaml');
    if (EDITS >= 1000) await setTimeout(4000);
    memory.push(editor.memory());
  }
  const text = editor.text('plan.yaml');
  const last = await editor.marks('plan.yaml');
  await editor.end();
  const another = await Editor.start({ 'plan.yaml': text }, ['--today', '2026-11-29']);
  another.open('plan.yaml');
  const told = ({ range, code, severity, message }: Diagnostic) => JSON.stringify([range, code, severity, message]);
  expect(last.map(told)).toEqual((await another.marks('plan.yaml')).map(told));
  await another.end();
  if (memory.length < 10) return;
  process.stdout.write(
    `MB after each tenth: ${tenths(memory)
      .map((bytes) => (bytes / 1e6).toFixed(0))
      .join(' ')}\n`,
  );
  const [half, whole] = [memory.slice(memory.length / 4, memory.length / 2), memory.slice(memory.length / 2)];
  // A leak of a report an edit would be gigabytes.
  expect(Math.max(...whole)).toBeLessThan(1.3 * Math.max(...half));
});

function tenths(values: readonly number[]): number[] {
  return Array.from({ length: 10 }, (_, n) => values[Math.floor(((n + 1) * values.length) / 10) - 1]);
}
