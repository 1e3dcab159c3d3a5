// The server of `sitecam dev` asked for cameras over a socket, by the built command: they are worked out in a thread of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/base/hash.js';
import type { ZoneSuggestion } from '../../../src/features/suggest/report/zone.js';
import { type LiveState, type Refused, ROUTES } from '../../../src/live/files-protocol.js';
import { built, unpackedInto } from '../../support/built.js';
import { CORRIDOR } from '../../support/corridor.js';

const folder = mkdtempSync(join(tmpdir(), 'sitecam-suggest-'));
const plan = join(folder, 'plan.yaml');
const servers: ChildProcess[] = [];
let root = '';

beforeAll(async () => {
  writeFileSync(plan, CORRIDOR);
  root = (await built()).folder;
}, 180_000);
afterAll(() => {
  for (const server of servers) server.kill('SIGINT');
  rmSync(folder, { recursive: true });
});

/** A server of the plan, asked with its token. */
async function served(options: readonly string[] = [], from = root) {
  const args = [join(from, 'bin/sitecam.js'), 'dev', plan, '--today', '2026-03-01', ...options];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  servers.push(server);
  const [line] = (await once(server.stdout ?? server, 'data')) as [Buffer];
  const { origin, hash } = new URL(line.toString().trim());
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${hash.slice(3)}` }, ...init });
  const state = (await (await ask(ROUTES.state)).json()) as LiveState;
  const files = Object.fromEntries(state.files.map((file) => [file.path, 'sha256' in file ? file.sha256 : '']));
  return {
    origin,
    state,
    ask,
    suggest: async (more: object = {}, init: RequestInit = {}) => {
      const body = JSON.stringify({ zone: 'hall', changes: [], files, ...more });
      const answer = await ask(ROUTES.suggest, { method: 'POST', body, ...init });
      return { status: answer.status, body: (await answer.json()) as ZoneSuggestion & Refused };
    },
  };
}

describe('cameras for a zone', () => {
  test('are told as data, while the server answers others; nothing is written', async () => {
    const { state, suggest, ask } = await served();
    expect(state.suggests).toBe(true);
    let isOver = false;
    const asked = suggest().finally(() => {
      isOver = true;
    });
    const waits: number[] = [];
    while (!isOver) {
      const from = performance.now();
      await (await ask('/')).text();
      waits.push(performance.now() - from);
    }
    const { status, body } = await asked;
    expect(status).toBe(200);
    expect(body.cameras).toMatchObject([{ id: 'N1-01', level: 'F1' }]);
    expect(body.change).toMatchObject({ change: 'draw', devices: [{ id: 'N1-01', keys: { kind: 'camera' } }] });
    // Solving takes seconds: with the server in the same thread only a few would have been answered.
    expect(waits.length).toBeGreaterThan(20);
    expect(readFileSync(plan, 'utf8')).toBe(CORRIDOR);
  });

  test('are told of a plan that nobody may write', async () => {
    const { state, suggest } = await served(['--read-only']);
    expect(state).toMatchObject({ readOnly: true, suggests: true });
    expect((await suggest()).body.cameras).toHaveLength(1);
  });

  test('are called off by who hangs up, and by the next question', async () => {
    const { suggest } = await served();
    const first = suggest();
    await setTimeout(300);
    const hangUp = new AbortController();
    const second = suggest({}, { signal: hangUp.signal });
    expect(await first).toMatchObject({ status: 409, body: { reason: { en: 'The search was called off.' } } });
    hangUp.abort();
    await expect(second).rejects.toThrow('aborted');
    expect((await suggest({ zone: 'r1' })).body.cameras).toEqual([]);
  });

  test.each([
    ['of a file that is another now', 409, { files: { [plan]: sha256('') } }],
    ['without a zone', 400, { zone: 1 }],
    ['with changes that are none', 400, { changes: [1] }],
    ['for a goal that there is not', 400, { goal: 'price' }],
  ])('are not worked out of a request %s: %i', async (_, status, more) => {
    const { suggest } = await served();
    const answer = await suggest(more);
    expect(answer.status).toBe(status);
    expect(Object.keys(answer.body.reason)).toEqual(['zh', 'en']);
  });

  test('are not told without the token, nor to who reads', async () => {
    const { origin, ask } = await served();
    expect((await fetch(`${origin}${ROUTES.suggest}`, { method: 'POST' })).status).toBe(403);
    expect((await ask(ROUTES.suggest)).status).toBe(405);
  });

  test('take the solver: without it the answer says how it is installed', async () => {
    const into = join(folder, 'bare');
    const { suggest } = await served([], await unpackedInto(into));
    const { status, body } = await suggest();
    expect([status, body.cameras]).toEqual([200, []]);
    expect(body.texts[0].zh).toContain('npm install highs@');
    expect(body.texts[0].en).toMatch(/^Suggesting takes the solver highs@.*npm install highs@/);
  });
});
