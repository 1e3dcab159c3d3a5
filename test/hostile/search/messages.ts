// Messages of a language client: a document lists messages, or texts that are sent as they are.
import { readFileSync } from 'node:fs';
import { list } from '../draft.js';
import { WORST } from '../worst.js';
import { type Json, type Kind, seed } from './kinds.js';
import { framed, framedText } from './measure.js';

const HOTEL = readFileSync('fixtures/sites/qingcheng-hotel/violations.yaml', 'utf8');

const URI = 'FOLDER/plan.yaml';

const HELLO: Json[] = [
  {
    id: 0,
    method: 'initialize',
    params: {
      processId: null,
      rootUri: 'FOLDER',
      locale: 'en',
      capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
    },
  },
  { method: 'initialized', params: {} },
];

const open = (text: string, uri = URI): Json => ({
  method: 'textDocument/didOpen',
  params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
});

const change = (version: number, changes: Json[], uri = URI): Json => ({
  method: 'textDocument/didChange',
  params: { textDocument: { uri, version }, contentChanges: changes },
});

const ask = (id: number, method: string, more: { [key: string]: Json } = {}): Json => ({
  id,
  method: `textDocument/${method}`,
  params: {
    textDocument: { uri: URI },
    position: { line: 5, character: 8 },
    context: { includeDeclaration: true, diagnostics: [] },
    range: range(0, 0, 999, 0),
    newName: 'new',
    ...more,
  },
});

const range = (a: number, b: number, c: number, d: number): Json => ({
  start: { line: a, character: b },
  end: { line: c, character: d },
});

const at = (line: number, character: number): { [key: string]: Json } => ({ position: { line, character } });

const METHODS = [
  'completion',
  'hover',
  'definition',
  'references',
  'rename',
  'prepareRename',
  'documentSymbol',
  'foldingRange',
  'codeAction',
];

const ODD = [-1, 1.5, 1e9, 2 ** 31, 2 ** 53, -1e300];

export const messages: Kind = {
  seeds: {
    hotel: seed(1, 1, () => [...HELLO, open(HOTEL), ...METHODS.map((method, n) => ask(n + 1, method))]),
    changes: seed(1, 5000, (n) => [
      ...HELLO,
      open(HOTEL),
      ...list(n, (i) => change(i + 2, [{ range: range(3, 0, 3, 0), text: '#\n' }])),
    ]),
    manyChangesInOne: seed(1, 5000, (n) => [
      ...HELLO,
      open(HOTEL),
      change(
        2,
        list(n, () => ({ range: range(3, 0, 3, 0), text: '#\n' })),
      ),
    ]),
    wholeTexts: seed(1, 300, (n) => [
      ...HELLO,
      open(HOTEL),
      ...list(n, (i) => change(i + 2, [{ text: `${HOTEL}# ${i}\n` }])),
    ]),
    growing: seed(1, 1000, (n) => [
      ...HELLO,
      open(HOTEL),
      ...list(n, (i) => change(i + 2, [{ range: range(0, 0, 0, 0), text: `# ${'x'.repeat(500)}\n` }])),
    ]),
    oddRanges: seed(1, 500, (n) => [
      ...HELLO,
      open(HOTEL),
      ...list(n, (i) =>
        change(i + 2, [{ range: range(ODD[i % 6], ODD[(i + 1) % 6], ODD[(i + 2) % 6], ODD[(i + 3) % 6]), text: 'a' }]),
      ),
    ]),
    oddPositions: seed(1, 500, (n) => [
      ...HELLO,
      open(HOTEL),
      ...list(n, (i) => ask(i + 1, METHODS[i % 9], at(ODD[i % 6], ODD[(i + 2) % 6]))),
    ]),
    nullPositions: seed(1, 100, (n) => [
      ...HELLO,
      open(HOTEL),
      ...list(n, (i) => ask(i + 1, METHODS[i % 9], { position: null })),
    ]),
    questions: seed(1, 3000, (n) => [
      ...HELLO,
      open(HOTEL),
      ...list(n, (i) => ask(i + 1, METHODS[i % 9], at(i % 120, i % 20))),
    ]),
    completions: seed(1, 2000, (n) => [
      ...HELLO,
      open(HOTEL),
      ...list(n, (i) => ask(i + 1, 'completion', at(i % 120, i % 20))),
    ]),
    actions: seed(1, 2000, (n) => [...HELLO, open(HOTEL), ...list(n, (i) => ask(i + 1, 'codeAction', {}))]),
    renames: seed(1, 2000, (n) => [
      ...HELLO,
      open(HOTEL),
      ...list(n, (i) => ask(i + 1, 'rename', { ...at(i % 120, 15), newName: 'x'.repeat(300) })),
    ]),
    changeAndAsk: seed(1, 1500, (n) => [
      ...HELLO,
      open(HOTEL),
      ...list(n, (i) => [
        change(i + 2, [{ range: range(3, 0, 3, 0), text: '#\n' }]),
        ask(i + 1, METHODS[i % 9], at(i % 120, 9)),
      ]).flat(),
    ]),
    documents: seed(1, 200, (n) => [...HELLO, ...list(n, (i) => open(HOTEL, `FOLDER/plan${i}.yaml`))]),
    smallDocuments: seed(1, 3000, (n) => [
      ...HELLO,
      ...list(n, (i) => open('sitecam: 1\nlevels: []\n', `FOLDER/plan${i}.yaml`)),
    ]),
    openAgain: seed(1, 500, (n) => [...HELLO, ...list(n, () => open(HOTEL))]),
    strangeUris: seed(1, 2000, (n) => [
      ...HELLO,
      ...list(n, (i) =>
        open(
          HOTEL.slice(0, 500),
          [
            `http://x/${i}.yaml`,
            `file:///${'../'.repeat(i)}a.yaml`,
            `untitled:${i}`,
            '',
            'file:',
            'data:,a',
            `FOLDER/${'%2e%2e/'.repeat(i % 40)}p.yaml`,
          ][i % 7],
        ),
      ),
    ]),
    worstPlan: seed(3000, 300_000, (n) => [
      ...HELLO,
      open(WORST.overlapAll(n)),
      ...list(3, (i) => ask(i + 1, 'hover')),
    ]),
    worstPlanChanged: seed(3000, 100_000, (n) => [
      ...HELLO,
      open(WORST.wallsCross(n)),
      ...list(20, (i) => change(i + 2, [{ range: range(0, 0, 0, 0), text: ' ' }])),
    ]),
    denseQuestions: seed(3000, 100_000, (n) => [
      ...HELLO,
      open(JSON.stringify(JSON.parse(WORST.denseFixed(n)), null, 1)),
      ...list(90, (i) => ask(i + 1, METHODS[i % 9], at(30 + i, 9))),
    ]),
    errors: seed(100, 100_000, (n) => [
      ...HELLO,
      open(`sitecam: 1\nlevels: ${'] '.repeat(n)}\n`),
      ...METHODS.map((method, i) => ask(i + 1, method)),
    ]),
    schemaErrors: seed(3000, 200_000, (n) => [
      ...HELLO,
      open(WORST.schemaErrors(n)),
      ...METHODS.map((method, i) => ask(i + 1, method)),
    ]),
    unknownKeys: seed(3000, 200_000, (n) => [
      ...HELLO,
      open(WORST.unknownKeys(n)),
      ...METHODS.map((method, i) => ask(i + 1, method)),
    ]),
    longLine: seed(100, 500_000, (n) => [
      ...HELLO,
      open(`sitecam: 1\n# ${'\u{1F600}'.repeat(n / 2)}\n`),
      ...METHODS.map((method, i) => ask(i + 1, method, at(1, n / 2))),
    ]),
    surrogates: seed(10, 5000, (n) => [
      ...HELLO,
      open(`${HOTEL}# ${'\ud800'.repeat(n)}\n`),
      ...list(20, (i) => change(i + 2, [{ range: range(2, 5, 2, 6), text: '\udc00' }])),
    ]),
    deep: seed(10, 200_000, (n) => [
      ...HELLO,
      open(`sitecam: 1\nlevels: ${'['.repeat(n)}`),
      ...METHODS.map((method, i) => ask(i + 1, method)),
    ]),
    deepMessage: seed(10, 200_000, (n) => [
      ...HELLO,
      `Content-Length: ${2 * n + 45}\r\n\r\n{"jsonrpc":"2.0","method":"a","params":${'['.repeat(n)}${']'.repeat(n)}}     `,
    ]),
    unknownMethods: seed(10, 20_000, (n) => [...HELLO, ...list(n, (i) => ({ id: i, method: `x/${i}` }))]),
    unknownNotifications: seed(10, 20_000, (n) => [...HELLO, ...list(n, (i) => ({ method: `x/${i}` }))]),
    noMethods: seed(10, 20_000, (n) => [...HELLO, ...list(n, (i) => ({ foo: i }))]),
    replies: seed(10, 20_000, (n) => [...HELLO, ...list(n, (i) => ({ id: i, result: null }))]),
    notJson: seed(1, 5000, (n) => [...HELLO, ...list(n, () => 'Content-Length: 3\r\n\r\n{a}')]),
    notJsonFirst: seed(1, 100, (n) => list(n, () => 'Content-Length: 3\r\n\r\n{a}')),
    hugeLength: seed(1, 1e15, (n) => [...HELLO, `Content-Length: ${n}\r\n\r\n{}`]),
    hugeLengthFilled: seed(1, 900_000, (n) => [...HELLO, `Content-Length: ${n * 1000}\r\n\r\n${' '.repeat(n)}`]),
    negativeLength: seed(1, 100, (n) => [...HELLO, `Content-Length: -${n}\r\n\r\n{}`, open(HOTEL)]),
    wrongLength: seed(1, 100, (n) => [...HELLO, `Content-Length: a${n}\r\n\r\n{}`, open(HOTEL)]),
    noLength: seed(1, 900_000, (n) => [...HELLO, `Content-Type: ${'a'.repeat(n)}\r\n`]),
    headers: seed(1, 50_000, (n) => [
      ...HELLO,
      `${list(n, (i) => `X-${i}: a\r\n`).join('')}Content-Length: 2\r\n\r\n{}`,
    ]),
    noise: seed(1, 900_000, (n) => ['\n'.repeat(n)]),
    beforeInitialize: seed(1, 2000, (n) => [...list(n, (i) => ask(i, 'hover')), ...HELLO]),
    initializeTwice: seed(1, 500, (n) => [...list(n, () => HELLO).flat(), open(HOTEL)]),
    cancels: seed(1, 3000, (n) => [
      ...HELLO,
      open(HOTEL),
      ...list(n, (i) => [
        ask(i + 1, 'completion', at(i % 100, 9)),
        { method: '$/cancelRequest', params: { id: i + 1 } },
      ]).flat(),
    ]),
    watched: seed(1, 3000, (n) => [
      ...HELLO,
      open(HOTEL),
      ...list(n, (i) => ({
        method: 'workspace/didChangeWatchedFiles',
        params: { changes: [{ uri: `FOLDER/sitecam.config.yaml`, type: 1 + (i % 3) }] },
      })),
    ]),
    commands: seed(1, 500, (n) => [
      ...HELLO,
      open(HOTEL),
      ...list(n, (i) => ({
        id: i + 1,
        method: 'workspace/executeCommand',
        params: { command: `x${i}`, arguments: [] },
      })),
    ]),
    batch: seed(1, 5000, (n) => [...HELLO, list(n, (i) => ({ jsonrpc: '2.0', id: i, method: 'x' }))]),
  },
  jobOf: (document) => ({
    files: { 'plan.yaml': HOTEL },
    argv: ['lsp', '--stdio', '--today', '2026-11-29'],
    frames: (Array.isArray(document) ? document : []).map((message) => {
      if (typeof message === 'string') return message;
      if (Array.isArray(message)) return framedText(JSON.stringify(message));
      return framed(Object(message));
    }),
  }),
};
