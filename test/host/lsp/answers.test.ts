// Every row of docs/<lang>/editors.md on one plan, asked by a real client.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-types';
import { Editor, positionIn } from '../../support/lsp.js';

const HOTEL = readFileSync('fixtures/sites/qingcheng-hotel/violations.yaml', 'utf8');
const WAIVERS = `waivers:
  - {plan: plan.yaml, rule: coverage/criterion, subject: corridor-2, reason: 夜间封闭, by: 王某, until: "2027-01-01"}
`;

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start({ 'plan.yaml': HOTEL, 'sitecam.waivers.yaml': WAIVERS }, ['--today', '2026-11-29']);
  editor.open('plan.yaml');
  await editor.marks('plan.yaml');
});
afterAll(() => editor.end());

/** Returns the position behind `before` where that stands, or of `n` characters into it. */
function at(before: string, n = before.length) {
  const text = editor.text('plan.yaml');
  return { position: positionIn(text, text.indexOf(before) + n) };
}

/** Types a line behind another, asks what completes it, and takes it back. */
async function completing(behind: string, typed: string): Promise<CompletionList> {
  const text = editor.text('plan.yaml');
  const from = text.indexOf(behind) + behind.length;
  editor.change('plan.yaml', [from, from], `${typed}\n`);
  const position = positionIn(editor.text('plan.yaml'), from + typed.length);
  const list = await editor.ask<CompletionList>('textDocument/completion', 'plan.yaml', { position });
  editor.change('plan.yaml', [from, from + typed.length + 1], '');
  return list;
}

test.each(['gys', 'gengyi', '更衣', 'chang'])(
  '%s completes to the changing room, which nobody may film',
  async (typed) => {
    const { items } = await completing('zones:\n', `      - {id: new, kind: ${typed}`);
    expect(items[0]).toMatchObject({ label: 'changing-room' });
    expect(JSON.stringify(items[0])).toMatch(/更衣室/);
    expect(JSON.stringify(items[0])).toMatch(/第九条第二款第（三）项/);
  },
);

test('completes the types and openings of the plan', async () => {
  const types = await completing('devices:\n', '      - {id: new, type: ');
  expect(types.items.map(({ label }) => label)).toContain('dome-4mp');
  const keys = await completing('devices:\n', '      - {id: new, he');
  expect(keys.items.map(({ label }) => label)).toEqual(expect.arrayContaining(['heading', 'height']));
});

async function hover(before: string, n?: number): Promise<string> {
  const found = await editor.ask<Hover | null>('textDocument/hover', 'plan.yaml', at(before, n));
  const contents = found?.contents;
  return contents !== undefined && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

test('says what a camera sees, and whose words forbid it', async () => {
  const said = await hover('id: C3-03', 6);
  expect(said).toMatch(/px\/m|像素\/米/);
  expect(said).toMatch(/302/);
  expect(said.split('\n').length).toBeLessThan(25);
});

test('says what a kind is, and which way a heading looks', async () => {
  expect(await hover('kind: changing-room', 12)).toMatch(/更衣室/);
  const [, heading] = /heading: (\d+)/.exec(HOTEL) ?? [];
  expect(await hover(`heading: ${heading}`, 11)).toMatch(/[东西南北]/);
});

test('finds where an id is borne, and everything that names it', async () => {
  const definition = await editor.ask<Location[]>('textDocument/definition', 'plan.yaml', at('type: dome', 8));
  expect(definition).toHaveLength(1);
  expect(HOTEL.split('\n')[definition[0].range.start.line]).toMatch(/^\s*dome-4mp:/);
  const references = await editor.ask<Location[]>('textDocument/references', 'plan.yaml', {
    ...at('id: corridor-2', 8),
    context: { includeDeclaration: false },
  });
  expect(references.map(({ uri }) => uri.replace(/^.*\//, ''))).toContain('sitecam.waivers.yaml');
});

test('renames an id in every file, and nothing else changes', async () => {
  const where = at('id: corridor-2', 8);
  expect(await editor.ask('textDocument/prepareRename', 'plan.yaml', where)).toMatchObject({ start: {}, end: {} });
  const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', 'plan.yaml', {
    ...where,
    newName: 'corridor-two',
  });
  const changed = (edit.documentChanges ?? []).flatMap((one) =>
    'textDocument' in one ? [[one.textDocument.uri.replace(/^.*\//, ''), one.edits as TextEdit[]] as const] : [],
  );
  expect(changed.map(([name]) => name).sort()).toEqual(['plan.yaml', 'sitecam.waivers.yaml']);
  for (const [, edits] of changed) {
    for (const { newText } of edits) expect(newText).toMatch(/corridor-two/);
  }
});

test('refuses a name that is taken, and says so', async () => {
  const renaming = editor.ask('textDocument/rename', 'plan.yaml', { ...at('id: corridor-2', 8), newName: 'wc-f' });
  await expect(renaming).rejects.toThrow(/wc-f/);
});

test('outlines floors, rooms and devices, and folds them', async () => {
  const symbols = await editor.ask<DocumentSymbol[]>('textDocument/documentSymbol', 'plan.yaml');
  const names = (list: readonly DocumentSymbol[]): string[] =>
    list.flatMap(({ name, children }) => [name, ...names(children ?? [])]);
  expect(names(symbols).join('\n')).toMatch(/C3-03/);
  expect(names(symbols).join('\n')).toMatch(/女员工更衣室/);
  const folds = await editor.ask<FoldingRange[]>('textDocument/foldingRange', 'plan.yaml');
  const levels = HOTEL.split('\n').findIndex((line) => line.startsWith('levels:'));
  expect(folds.some(({ startLine }) => startLine === levels)).toBe(true);
});

test('answers all of it while the text is broken elsewhere', async () => {
  editor.change('plan.yaml', 'project:', 'project: [');
  expect(await hover('kind: changing-room', 12)).toMatch(/更衣室/);
  const definition = await editor.ask<Location[]>('textDocument/definition', 'plan.yaml', at('type: dome', 8));
  expect(definition).toHaveLength(1);
  const { items } = await completing('zones:\n', '      - {id: new, kind: gys');
  expect(items[0]).toMatchObject({ label: 'changing-room' });
  editor.change('plan.yaml', 'project: [', 'project:');
});
