// What a page hears of its server while edits of its own are on their way.
import { expect, onTestFinished, test } from 'vitest';
import type { LiveState } from '../../src/live/files-protocol.js';
import { ROUTES } from '../../src/live/files-protocol.js';
import { type Browser, connect } from '../../src/web/connection.js';

type Answer = Awaited<ReturnType<Browser['fetch']>>;

/** A promise that is kept by hand. */
class Later<T> {
  keep: (value: T) => void = () => {};
  readonly kept = new Promise<T>((resolve) => {
    this.keep = resolve;
  });
}

/** A server whose answers are held back, and a page connected to it. */
function heldBack() {
  const asked: { readonly address: string; readonly answer: Later<Answer> }[] = [];
  const waiting: (() => void)[] = [];
  let ended = new Later<{ done: boolean }>();
  const json = (body: unknown): Answer => ({ status: 200, json: async () => body, body: null });
  const browser: Browser = {
    location: { hash: '#t=key', pathname: '/', search: '' },
    history: { replaceState: () => {} },
    sessionStorage: { getItem: () => null, setItem: () => {} },
    fetch: (address) => {
      const answer = new Later<Answer>();
      asked.push({ address, answer });
      for (const wake of waiting.splice(0)) wake();
      return answer.kept;
    },
  };
  /** Returns a way to answer the next request, which is one to `address`. */
  const next = async (address: string) => {
    while (asked.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    const one = asked.shift();
    expect(one?.address).toBe(address);
    return (body: unknown) => one?.answer.keep(json(body));
  };
  /** Opens the stream that is asked for next. */
  const stream = async () => {
    while (asked.length === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    const one = asked.shift();
    expect(one?.address).toBe(ROUTES.events);
    ended = new Later();
    const { kept } = ended;
    one?.answer.keep({ status: 200, json: async () => ({}), body: { getReader: () => ({ read: () => kept }) } });
  };
  const heard: string[] = [];
  const connection = connect(
    {
      state: ({ files }) => heard.push(files.map((file) => ('sha256' in file ? file.sha256 : '')).join(' ')),
      change: () => heard.push('change'),
      select: () => {},
      link: (link) => heard.push(link),
    },
    browser,
    0,
  );
  if (connection === undefined) throw new Error('no token');
  onTestFinished(() => connection.close());
  return { connection, next, stream, lose: () => ended.keep({ done: true }), heard, asked };
}

const state = (sha256: string): LiveState => ({
  path: 'plan.yaml',
  version: '0',
  readOnly: false,
  inEditor: false,
  suggests: false,
  options: { today: '2026-06-30' } as LiveState['options'],
  files: [{ path: 'plan.yaml', sha256, text: '' }],
});
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

test('back at the server, it takes no state from before an edit that is on its way', async () => {
  const { connection, next, stream, lose, heard, asked } = heldBack();
  await stream();
  (await next(ROUTES.state))(state('old'));
  await turn();
  expect(heard.splice(0)).toEqual(['old', 'open']);
  const written = connection.write('plan.yaml', 'old', []);
  const answer = await next(ROUTES.write);
  lose();
  await stream();
  await turn();
  expect([heard.splice(0), asked]).toEqual([['lost'], []]);
  answer({ sha256: 'new', look: 1 });
  expect(await written).toEqual({ outcome: 'ok', sha256: 'new' });
  (await next(ROUTES.state))(state('new'));
  await turn();
  expect(heard).toEqual(['new', 'open']);
});

test('nor one that was asked for before an edit that was answered meanwhile', async () => {
  const { connection, next, stream, lose, heard } = heldBack();
  await stream();
  (await next(ROUTES.state))(state('old'));
  await turn();
  lose();
  await stream();
  const late = await next(ROUTES.state);
  const written = connection.write('plan.yaml', 'old', []);
  (await next(ROUTES.write))({ sha256: 'new', look: 1 });
  await written;
  heard.length = 0;
  late(state('old'));
  (await next(ROUTES.state))(state('new'));
  await turn();
  expect(heard).toEqual(['new', 'open']);
});
