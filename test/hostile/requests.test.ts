// Requests of an editor that lack what the protocol asks for.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from '../support/lsp.js';

let editor: Editor;
beforeAll(async () => {
  editor = await Editor.start({
    'plan.yaml': readFileSync('fixtures/sites/qingcheng-hotel/violations.yaml', 'utf8'),
  });
  editor.open('plan.yaml');
});
afterAll(() => editor.end());

const AT = { position: { line: 3, character: 0 } };
const RANGE = { range: { start: AT.position, end: AT.position } };

test.each<[method: string, wrong: string, params: object]>([
  ['completion', 'position', { position: null }],
  ['definition', 'position', { position: { line: '3', character: 0 } }],
  ['references', 'context', AT],
  ['prepareRename', 'position', {}],
  ['rename', 'position', { position: { line: -1, character: 0 }, newName: 'a' }],
  ['documentSymbol', 'textDocument', { textDocument: { uri: 1 } }],
  ['foldingRange', 'textDocument', { textDocument: null }],
  ['hover', 'position', { position: null }],
  ['codeAction', 'range', { range: { start: AT.position, end: null }, context: { diagnostics: [] } }],
  ['codeAction', 'context', RANGE],
])('%s says that its %s is wrong', async (method, wrong, params) => {
  const request = { textDocument: { uri: editor.uri('plan.yaml') }, ...params };
  await expect(editor.connection.sendRequest(`textDocument/${method}`, request)).rejects.toMatchObject({
    code: -32602,
    message: `请求的参数“${wrong}”缺失或者不符合语言服务器协议的规定。`,
  });
});
