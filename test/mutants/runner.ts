import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Asked, Dry, Look, Reach, ThreadData } from './thread.js';

/** s of work without an answer, after which a mutant is said to run for ever: six times what the tests take. */
const ENDLESS = 6;
const ENDLESS_LEAST = 10;
/** A thread never forgets a module it loaded: it is begun anew after as many looks. */
const LOOKS = 60;

/** What ended a look that gave no answer. */
export const TIMEOUT = 'no end';

/** Runs tests in a thread, which is ended where a mutant makes it run for ever, and begun again. */
export class Runner {
  private worker: Worker | undefined;
  private looks = 0;

  constructor(private readonly root: string) {}

  async dry(path: string): Promise<Dry> {
    this.worker ??= this.start(undefined);
    return this.ask(this.worker, { dry: path });
  }

  /** What notices `mutant` of these tests. `fresh`: all modules are loaded with it awake. */
  async look(mutant: number, tests: readonly Omit<Reach, 'mutants'>[], fresh: boolean): Promise<string | undefined> {
    if (tests.length === 0) return undefined;
    if (fresh || this.looks >= LOOKS) await this.end();
    this.looks += 1;
    this.worker ??= this.start(fresh ? mutant : undefined);
    const limit = ENDLESS_LEAST + (ENDLESS * tests.reduce((sum, { took }) => sum + took, 0)) / 1000;
    const asked = { mutant, tests: tests.map(({ path, name }) => [path, name] as const) };
    const look: Look | undefined = await this.ask<Look>(this.worker, asked, limit).catch((error: unknown) => {
      return { noticed: error === TIMEOUT ? TIMEOUT : `the thread: ${String(error)}`, spoilt: true };
    });
    if (fresh || look.spoilt) await this.end();
    // Spoilt by this mutant, or by one before it: a thread of its own tells.
    const isOurs = fresh || !look.spoilt || look.noticed === TIMEOUT;
    return isOurs ? look.noticed : this.look(mutant, tests, true);
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
    this.looks = 0;
  }

  private start(active: number | undefined): Worker {
    const vitest = resolve('node_modules/vitest/dist/index.js');
    const workerData: ThreadData = { root: this.root, vitest, active };
    return new Worker(join(import.meta.dirname, 'thread.js'), { workerData });
  }

  /** @param limit s of work, not of waiting for a busy machine */
  private ask<T>(worker: Worker, asked: Asked, limit = Infinity): Promise<T> {
    const begin = process.cpuUsage();
    return new Promise<T>((done, fail) => {
      const watch = setInterval(() => {
        const { user, system } = process.cpuUsage(begin);
        if (user + system > limit * 1e6) fail(TIMEOUT);
      }, 500);
      worker.once('message', done).once('error', fail);
      worker.postMessage(asked);
      const finish = () => clearInterval(watch);
      worker.once('message', finish).once('error', finish);
    }).finally(() => {
      worker.removeAllListeners('message').removeAllListeners('error');
    });
  }
}
