import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, Asked, Dry, Look, Reach, Step, ThreadData } from './thread.js';

/** s of work on one test, after which a mutant is said to run for ever: ten times what the test takes. */
const ENDLESS = 10;
const ENDLESS_LEAST = 15;
/** A thread never forgets a module it loaded: it is begun anew when it keeps as many bytes. */
const MOST = 800e6;

/** What ended a look that gave no answer. */
export const TIMEOUT = 'no end';

/** Runs tests in a thread, which is ended where a mutant makes it run for ever, and begun again. */
export class Runner {
  private worker: Worker | undefined;

  constructor(private readonly root: string) {}

  /** What each test of a file reaches. A file that ends the thread is left out. */
  async dry(path: string): Promise<Dry> {
    this.worker ??= this.start(undefined);
    try {
      return await this.ask<Dry>(this.worker, { dry: path });
    } catch (error) {
      await this.end();
      return { once: [], tests: [], failed: [String(error).slice(0, 200)] };
    }
  }

  /** What notices `mutant` of these tests. `fresh`: all modules are loaded with it awake. */
  async look(mutant: number, tests: readonly Omit<Reach, 'mutants'>[], fresh: boolean): Promise<string | undefined> {
    if (tests.length === 0) return undefined;
    if (fresh) await this.end();
    this.worker ??= this.start(fresh ? mutant : undefined);
    const asked = {
      mutant,
      tests: tests.map(({ path, name, took, before = 0 }) => [path, name, took + before] as const),
    };
    const look: Look = await this.ask<Look>(this.worker, asked).catch((error: unknown) => {
      return { noticed: error === TIMEOUT ? TIMEOUT : `the thread: ${String(error)}`, spoilt: true };
    });
    if (fresh || look.spoilt) await this.end();
    // Spoilt by this mutant, or by one before it; or unnoticed, as tests that ran before may have kept what they read: a
    // thread of its own tells.
    const isOurs = fresh || look.noticed === TIMEOUT || (look.noticed !== undefined && !look.spoilt);
    return isOurs ? look.noticed : this.look(mutant, tests, true);
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }

  private start(active: number | undefined): Worker {
    const vitest = resolve('node_modules/vitest/dist/index.js');
    const fastCheck = resolve('node_modules/fast-check/lib/fast-check.js');
    const workerData: ThreadData = { root: this.root, vitest, fastCheck, active };
    return new Worker(join(import.meta.dirname, 'thread.js'), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: 3000, maxYoungGenerationSizeMb: 64 },
    });
  }

  private async ask<T extends object>(worker: Worker, asked: Asked): Promise<T> {
    const answer = await this.answerOf<T>(worker, asked);
    if (answer.heap > MOST) await this.end();
    return answer;
  }

  private answerOf<T extends object>(worker: Worker, asked: Asked): Promise<Answer<T>> {
    // Of work, not of waiting for a busy machine; counted anew with each test that begins.
    let limit = Infinity;
    let begin = process.cpuUsage();
    let watch: NodeJS.Timeout | undefined;
    return new Promise<Answer<T>>((done, fail) => {
      watch = setInterval(() => {
        const { user, system } = process.cpuUsage(begin);
        if (user + system > limit * 1e6) fail(TIMEOUT);
      }, 500);
      worker.on('error', fail).on('message', (told: Answer<T> | Step) => {
        if (!isStep(told)) return done(told);
        limit = ENDLESS_LEAST + (ENDLESS * told.took) / 1000;
        begin = process.cpuUsage();
      });
      worker.postMessage(asked);
    }).finally(() => {
      clearInterval(watch);
      worker.removeAllListeners('message').removeAllListeners('error');
    });
  }
}

function isStep(told: object): told is Step {
  return 'took' in told;
}
