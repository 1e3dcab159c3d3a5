// The server of the live page, on this machine alone: the page for everybody, the plan for who has the token.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bothLanguages, type Localized } from '../../i18n/locale.js';
import { type Refused, ROUTES, type Selection, type Written } from '../../live/files-protocol.js';
import { isRecord } from '../../plan/read/unknown.js';
import { codeOf } from '../files/refusal.js';
import { UsageError } from '../usage.js';
import { writeErrorText } from '../write-errors.js';
import type { Events } from './events.js';
import type { LivePlan } from './live-plan.js';
import { isPageFile, type PageFile } from './page.js';
import type { SuggestResult } from './suggest.js';
import { t } from './texts.js';
import { showsToken } from './token.js';
import { writeEdits } from './write.js';

/** What a live page's server works with: the plan, the pages' streams, the token that requests must bear. */
export interface Serving {
  readonly plan: LivePlan;
  readonly events: Events;
  readonly token: string;
  /** Returns a file of the page; undefined if it isn't built. */
  readonly page: (address: string) => PageFile | undefined;
  /** Is told what is selected on a page that stands in an editor. Absent: it stands by itself. */
  readonly selected?: (selection: Selection) => void;
  /**
   * Resolves once the editor has taken what was to be written: to true, or to false if it refused. Absent: files are
   * written directly.
   */
  readonly written?: () => Promise<boolean>;
  /** Suggests cameras for a zone. Absent: nothing is suggested. */
  readonly suggest?: (request: unknown, signal: AbortSignal) => Promise<SuggestResult>;
  /** Is called after a file was written. */
  readonly wrote: () => void;
  /** Is told of errors that are nobody's mistake but sitecam's. */
  readonly onFault: (error: unknown) => void;
}

/** A server that is listening. */
export interface Server {
  /** Address of the page without the token, `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Ends all connections. */
  readonly close: () => void;
}

const HOST = '127.0.0.1';

/** Most bytes of a request to write: a few numbers, or the text of some devices. */
const MOST_BYTES = 1e6;

const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src 'self'; img-src data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * The policy of a page in an editor, which frames it: the frames around it have addresses of the editor's own. Who frames it
 * otherwise has no token, and without one it shows nothing.
 */
const POLICY_IN_EDITOR = POLICY.replace(" frame-ancestors 'none';", '');

/** Headers of every answer. */
const HEADERS = {
  'Content-Security-Policy': POLICY,
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Methods that the addresses of the plan take. */
const METHODS: Readonly<Record<string, 'GET' | 'POST'>> = {
  [ROUTES.state]: 'GET',
  [ROUTES.events]: 'GET',
  [ROUTES.write]: 'POST',
  [ROUTES.select]: 'POST',
  [ROUTES.suggest]: 'POST',
};

/**
 * Starts a server on 127.0.0.1.
 *
 * @param port 0: any that is free
 * @throws UsageError if the port can't be used
 */
export async function startServer(serving: Serving, port: number): Promise<Server> {
  let origin = '';
  const server = createServer((request, response) => {
    answer(request, response, serving, origin).catch((error: unknown) => {
      serving.onFault(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, t.fault);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portFault(port, error)));
    server.listen({ host: HOST, port, exclusive: true }, resolve);
  });
  origin = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function portFault(port: number, error: unknown): UsageError {
  const reason = writeErrorText(error);
  return UsageError.onOptions(codeOf(error) === 'EADDRINUSE' ? t.portTaken({ port }) : t.portRefused({ port, reason }));
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
  origin: string,
): Promise<void> {
  const { headers, method } = request;
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (serving.selected !== undefined) response.setHeader('Content-Security-Policy', POLICY_IN_EDITOR);
  // A site that another name leads here by, or a page of another site, speaks with the user's browser but not for the user.
  if (headers.host !== origin.slice('http://'.length)) return refuse(response, 421, t.otherHost);
  if (headers.origin !== undefined && headers.origin !== origin) return refuse(response, 403, t.otherOrigin);
  const [address] = (request.url ?? '/').split('?');
  const ofPlan = Object.hasOwn(METHODS, address) ? METHODS[address] : undefined;
  if (address.startsWith('/api/') && !showsToken(headers.authorization, serving.token)) {
    return refuse(response, 403, t.noToken);
  }
  if (ofPlan === undefined && !isPageFile(address)) return refuse(response, 404, t.notFound);
  const taken = ofPlan ?? 'GET';
  if (method !== taken) {
    response.setHeader('Allow', taken);
    return refuse(response, 405, t.method);
  }
  switch (address) {
    case ROUTES.state:
      return send(response, 200, await serving.plan.state());
    case ROUTES.events:
      response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
      return serving.events.add(response);
    case ROUTES.write:
      return write(request, response, serving);
    case ROUTES.select:
      return select(request, response, serving);
    case ROUTES.suggest:
      return suggest(request, response, serving);
    default:
      return page(address, response, serving);
  }
}

function page(address: string, response: ServerResponse, serving: Serving): void {
  const file = serving.page(address);
  if (file === undefined) refuse(response, 404, t.notBuilt);
  else response.writeHead(200, { 'Content-Type': file.type }).end(file.text);
}

async function write(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const body = await bodyOf(request);
  if (body === undefined) return refuse(response, 413, t.tooLarge);
  const look = serving.plan.lastLook;
  const result = writeEdits(serving.plan, jsonOf(body));
  if (result.status !== 200) return refuse(response, result.status, result.reason);
  if ((await serving.written?.()) === false) return refuse(response, 409, t.notEdited);
  serving.wrote();
  send(response, 200, { sha256: result.sha256, look } satisfies Written);
  // Other pages hear of it without waiting for the system to tell.
  await serving.plan.look();
}

async function select(request: IncomingMessage, response: ServerResponse, { selected }: Serving): Promise<void> {
  const body = await bodyOf(request);
  const selection = body && jsonOf(body);
  if (!isRecord(selection) || typeof selection.device !== 'string') return refuse(response, 400, t.badRequest);
  selected?.({ device: selection.device });
  send(response, 200, {});
}

async function suggest(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const body = await bodyOf(request);
  if (body === undefined) return refuse(response, 413, t.tooLarge);
  if (serving.suggest === undefined) return refuse(response, 404, t.noSuggestions);
  const hungUp = new AbortController();
  response.on('close', () => hungUp.abort());
  const result = await serving.suggest(jsonOf(body), hungUp.signal);
  if (result.status === 200) send(response, 200, result.suggestion);
  else refuse(response, result.status, result.reason);
}

/** Returns the body of a request; undefined if it is too large, and then keeps nothing of it. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= MOST_BYTES) parts.push(part);
    else parts.length = 0;
  }
  return length > MOST_BYTES ? undefined : Buffer.concat(parts);
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, reason: Localized): void {
  send(response, status, { reason: bothLanguages(reason) } satisfies Refused);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
