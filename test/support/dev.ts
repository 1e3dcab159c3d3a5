// `sitecam dev` running in the test's process, on a real folder and a real socket.
import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import type { ExitCode, Io } from '../../src/host/io.js';
import { type LiveEvent, type LiveState, ROUTES, type WriteRequest } from '../../src/live/files-protocol.js';
import type { Folder } from './folder.js';

/** An answer to a request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Ctrl+C for a command in the test's process: pressed while the command doesn't wait, it counts once it waits again. */
export class InterruptKey {
  private act: (() => void) | undefined;
  private isPressed = false;

  readonly press = (): void => {
    this.isPressed = true;
    this.act?.();
  };

  readonly onInterrupt: Io['onInterrupt'] = (act) => {
    this.act = act;
    if (this.isPressed) queueMicrotask(act);
    return () => {
      this.act = undefined;
    };
  };
}

/** A run of `sitecam dev`. */
export class Dev {
  private constructor(
    readonly address: string,
    /** What the command said on standard error, and its code, once it has ended. */
    readonly ended: Promise<{ code: ExitCode; err: string }>,
    /** Ends it, as Ctrl+C does. */
    readonly end: () => void,
  ) {}

  /** Starts the command in a folder; it ends with the test. */
  static async start(folder: Folder, argv: readonly string[], change: (io: Io) => Io = (io) => io): Promise<Dev> {
    const key = new InterruptKey();
    let said: (line: string) => void = () => {};
    const line = new Promise<string>((resolve) => {
      said = resolve;
    });
    const ended = folder.run(['dev', ...argv], {
      change: (io) =>
        change({
          ...io,
          out: said,
          onInterrupt: key.onInterrupt,
        }),
    });
    const failed = ended.then(({ err }): never => {
      throw new Error(`dev ended: ${err}`);
    });
    failed.catch(() => {});
    const dev = new Dev((await Promise.race([line, failed])).trim(), ended, key.press);
    onTestFinished(async () => {
      dev.end();
      await ended;
    });
    return dev;
  }

  get origin(): string {
    return new URL(this.address).origin;
  }

  get token(): string {
    return this.address.split('#t=')[1];
  }

  /** Asks with the token, unless `headers` say otherwise. */
  ask(
    path: string,
    { method = 'GET', headers = {}, body = '' }: { method?: string; headers?: object; body?: string } = {},
  ): Promise<Answer> {
    const { hostname, port } = new URL(this.address);
    const own = { authorization: `Bearer ${this.token}`, ...headers };
    const sent = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
    return new Promise((resolve, reject) => {
      const asked = request({ hostname, port, path, method, headers: sent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        });
      });
      asked.on('error', reject);
      asked.end(body);
    });
  }

  async state(): Promise<LiveState> {
    return JSON.parse((await this.ask(ROUTES.state)).body);
  }

  write(asked: WriteRequest): Promise<Answer> {
    return this.ask(ROUTES.write, { method: 'POST', body: JSON.stringify(asked) });
  }

  /** Listens to what changes; resolves once nothing will be missed. Each call of the function gives the next event. */
  async events(): Promise<() => Promise<Exclude<LiveEvent, { beat: true }>>> {
    const answer = await fetch(`${this.origin}${ROUTES.events}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    const lines = linesOf(answer);
    await lines.next();
    return async () => {
      for (;;) {
        const { value } = await lines.next();
        const event: LiveEvent = JSON.parse(value ?? '');
        if (!('beat' in event)) return event;
      }
    };
  }
}

async function* linesOf({ body }: Response): AsyncGenerator<string, string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const part of body ?? []) {
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  return '';
}
