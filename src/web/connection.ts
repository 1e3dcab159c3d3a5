// The page's side of `sitecam dev`: takes the token out of the address, keeps the files current, sends edits.
import type { ZoneSuggestion } from '../features/suggest/report/zone.js';
import type { Localized } from '../i18n/locale.js';
import {
  BEAT,
  type FileEdit,
  type LiveEvent,
  type LiveState,
  type Refused,
  ROUTES,
  type Selection,
  type SuggestRequest,
  type WriteRequest,
  type Written,
} from '../live/files-protocol.js';

/** An event in which the server tells a page that files, verdicts or settings have changed. */
export type Change = Exclude<LiveEvent, { readonly beat: true } | { readonly select: Selection }>;

/** Callbacks for what a page receives from its server. */
export interface Listener {
  /** Everything as it is: at the start, and whenever the server is back after it was lost. */
  readonly state: (state: LiveState) => void;
  /** What changed since, except what this page has written itself. */
  readonly change: (change: Change) => void;
  /** Something was selected in the editor that the page stands beside. */
  readonly select: (selection: Selection) => void;
  /**
   * open: the server is there. lost: it doesn't answer, and is asked again every second. refused: it is the server of
   * another run, to which only a new address leads; nothing is asked any more.
   */
  readonly link: (link: 'open' | 'lost' | 'refused') => void;
}

/**
 * Result of writing edits through the server. stale: the file was changed elsewhere. lost: no answer came; the file may
 * have been written.
 */
export type WriteOutcome =
  | { readonly outcome: 'ok'; readonly sha256: string }
  | { readonly outcome: 'stale' | 'refused'; readonly reason: Localized }
  | { readonly outcome: 'lost' };

/** Answer to a request for cameras: a suggestion, or the reason why there is none. */
export type SuggestOutcome =
  | { readonly outcome: 'ok'; readonly suggestion: ZoneSuggestion }
  | { readonly outcome: 'refused'; readonly reason: Localized };

/** The connection of a page to its server. */
export interface Connection {
  /** Writes edits into a file, if `sha256` (hex) is still that of its bytes. */
  readonly write: (path: string, sha256: string, edits: readonly FileEdit[]) => Promise<WriteOutcome>;
  /** Tells the editor what is selected on the page. */
  readonly select: (selection: Selection) => void;
  /** Asks for cameras for a zone, until `signal` calls it off. Resolves to undefined if nobody answered. */
  readonly suggest: (request: SuggestRequest, signal: AbortSignal) => Promise<SuggestOutcome | undefined>;
  readonly close: () => void;
}

/** The parts of `window` that a connection needs. */
export interface Browser {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: { replaceState(data: null, unused: string, url: string): void };
  readonly sessionStorage: { getItem(key: string): string | null; setItem(key: string, value: string): void };
  fetch(address: string, request: Request): Promise<Answer>;
}

interface Request {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}

interface Answer {
  readonly status: number;
  json(): Promise<unknown>;
  readonly body: { getReader(): Reader } | null;
}

interface Reader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
}

/** Key of the token in the storage of the tab, which outlives a reload. */
const KEY = 'sitecam-token';

/** ms between two attempts to find the server again. */
const AGAIN = 1000;

/**
 * Connects to the server that the page was loaded from; returns undefined if the page has no token. `again`: ms
 * between attempts to reach a server that doesn't answer.
 */
export function connect(listener: Listener, browser: Browser, again = AGAIN): Connection | undefined {
  const token = takeToken(browser);
  return token === undefined ? undefined : new LiveConnection(token, listener, browser, again);
}

/**
 * Returns the token of the address, `#t=TOKEN`, which is then taken out of it: who sends the address on, or keeps it as a
 * bookmark, sends no key. After a reload, returns the one of the tab. Where a page may
 * store nothing, as in an editor's frame, a reload needs a new address.
 */
function takeToken(browser: Browser): string | undefined {
  const { location, history } = browser;
  const [whole, token] = /^#t=([\w-]+)(?:&|$)/.exec(location.hash) ?? [];
  const storage = storageOf(browser);
  if (whole === undefined) return storage?.getItem(KEY) ?? undefined;
  storage?.setItem(KEY, token);
  const rest = location.hash.slice(whole.length);
  history.replaceState(null, '', `${location.pathname}${location.search}${rest === '' ? '' : `#${rest}`}`);
  return token;
}

/** Returns the storage of the tab; undefined where a page of another site around this one keeps it from it. */
function storageOf(browser: Browser): Browser['sessionStorage'] | undefined {
  try {
    return browser.sessionStorage;
  } catch {
    return undefined;
  }
}

class LiveConnection implements Connection {
  /** Hashes of the files that the page has. */
  private readonly hashes = new Map<string, string>();
  /** The server's last look before the page's last edit of a file: what it and those before it saw is out of date. */
  private readonly looksBefore = new Map<string, number>();
  /** Changes that came while edits were being written: they may be of those edits. */
  private readonly held: Change[] = [];
  private writing = 0;
  /** Number of writes that were begun. */
  private begun = 0;
  /** Called when no write is on its way any more. */
  private readonly waiting: (() => void)[] = [];
  private closed = false;
  private stream = new AbortController();

  constructor(
    private readonly token: string,
    private readonly listener: Listener,
    private readonly browser: Browser,
    private readonly again: number,
  ) {
    void this.listen();
  }

  async write(path: string, sha256: string, edits: readonly FileEdit[]): Promise<WriteOutcome> {
    this.writing += 1;
    this.begun += 1;
    try {
      const request: WriteRequest = { path, sha256, edits };
      const answer = await this.ask(ROUTES.write, { method: 'POST', body: JSON.stringify(request) });
      const body = await answer.json();
      if (answer.status !== 200) {
        return { outcome: answer.status === 409 ? 'stale' : 'refused', reason: (body as Refused).reason };
      }
      const written = body as Written;
      this.hashes.set(path, written.sha256);
      this.looksBefore.set(path, written.look);
      return { outcome: 'ok', sha256: written.sha256 };
    } catch {
      return { outcome: 'lost' };
    } finally {
      this.writing -= 1;
      if (this.writing === 0) {
        for (const change of this.held.splice(0)) this.take(change);
        for (const wake of this.waiting.splice(0)) wake();
      }
    }
  }

  select(selection: Selection): void {
    // An editor that isn't there any more misses nothing.
    this.ask(ROUTES.select, { method: 'POST', body: JSON.stringify(selection) }).catch(() => {});
  }

  async suggest(request: SuggestRequest, signal: AbortSignal): Promise<SuggestOutcome | undefined> {
    try {
      const answer = await this.ask(ROUTES.suggest, { method: 'POST', body: JSON.stringify(request), signal });
      const body = await answer.json();
      if (answer.status === 200) return { outcome: 'ok', suggestion: body as ZoneSuggestion };
      return { outcome: 'refused', reason: (body as Refused).reason };
    } catch {
      return undefined;
    }
  }

  close(): void {
    this.closed = true;
    this.stream.abort();
  }

  private ask(address: string, request: Omit<Request, 'headers'> = { method: 'GET' }): Promise<Answer> {
    return this.browser.fetch(address, { ...request, headers: { Authorization: `Bearer ${this.token}` } });
  }

  private async listen(): Promise<void> {
    for (let link = 'open'; !this.closed; ) {
      this.stream = new AbortController();
      const { signal } = this.stream;
      try {
        const answer = await this.ask(ROUTES.events, { method: 'GET', signal });
        if (answer.status === 403) return this.listener.link('refused');
        if (answer.status === 200) {
          // Asked only now that changes are heard, so that none falls between the two.
          let begun: number;
          let state: LiveState;
          // One from before an edit of the page would take that back.
          do {
            while (this.writing > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
            begun = this.begun;
            state = (await (await this.ask(ROUTES.state, { method: 'GET', signal })).json()) as LiveState;
          } while (this.begun !== begun);
          this.hashes.clear();
          // Another server may answer now, which counts anew.
          this.looksBefore.clear();
          for (const file of state.files) if ('sha256' in file) this.hashes.set(file.path, file.sha256);
          this.listener.state(state);
          link = 'open';
          this.listener.link('open');
          await this.follow(answer);
        }
      } catch {
        // The server is gone, or was silent for too long.
      }
      if (this.closed) return;
      if (link === 'open') this.listener.link('lost');
      link = 'lost';
      await new Promise((resolve) => setTimeout(resolve, this.again));
    }
  }

  /** Takes the changes of a stream until it ends. Throws if nothing comes for too long. */
  private async follow({ body }: Answer): Promise<void> {
    const reader = body?.getReader();
    const decoder = new TextDecoder();
    const { stream } = this;
    let rest = '';
    while (reader !== undefined) {
      const silent = setTimeout(() => stream.abort(), 3 * BEAT);
      const { done, value } = await reader.read().finally(() => clearTimeout(silent));
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.hear(JSON.parse(line) as LiveEvent);
    }
  }

  private hear(event: LiveEvent): void {
    if ('beat' in event) return;
    if ('select' in event) this.listener.select(event.select);
    else if (this.writing > 0) this.held.push(event);
    else this.take(event);
  }

  /** Hands on a change, without the files that are as the page has them, or that it has written since. */
  private take(change: Change): void {
    if (!('files' in change)) {
      this.listener.change(change);
      return;
    }
    const { look } = change;
    const files = change.files.filter(
      (file) =>
        look > (this.looksBefore.get(file.path) ?? 0) &&
        this.hashes.get(file.path) !== ('sha256' in file ? file.sha256 : ''),
    );
    for (const file of files) this.hashes.set(file.path, 'sha256' in file ? file.sha256 : '');
    if (files.length > 0) this.listener.change({ files, look });
  }
}
