// Requests of an editor that lack what the protocol asks for.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { built } from '../support/built.js';
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

test('null for parameters is none of them, of an editor that says nothing of itself too', async () => {
  const { folder } = await built();
  const server = spawn(process.execPath, [join(folder, 'bin/sitecam.js'), 'lsp', '--lang', 'zh-CN']);
  const ended = once(server, 'exit');
  const answers: string[] = [];
  server.stdout.on('data', (data) => answers.push(String(data)));
  for (const [id, method] of ['initialize', 'initialized', 'textDocument/hover', 'shutdown', 'exit'].entries()) {
    const isRequest = !/^(initialized|exit)$/.test(method);
    const text = JSON.stringify({ jsonrpc: '2.0', ...(isRequest && { id }), method, params: null });
    server.stdin.write(`Content-Length: ${text.length}\r\n\r\n${text}`);
  }
  expect((await ended)[0]).toBe(0);
  expect(answers.join('')).toContain('"id":0,"result":{"serverInfo"');
  expect(answers.join('')).toContain('请求的参数“textDocument”缺失');
});

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
