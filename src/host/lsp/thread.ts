// The server's side of the thread that judges: one question at a time, and none that has become useless.
import { Worker } from 'node:worker_threads';
import type { CancellationToken } from 'vscode-languageserver';
import type { Answers, Ask, OpenText, Question, Reply, ThreadData } from './messages.js';

/**
 * What became of a question. failed: by an error in sitecam, which went to `onFault`; calledOff: its text has changed,
 * its sender cancelled it, or the thread was closed.
 */
export type Outcome<Name extends Ask['ask']> =
  | { readonly is: 'answered'; readonly value: Answers[Name] }
  | { readonly is: 'calledOff' }
  | { readonly is: 'failed' };

/** A question that waits, or is being answered. */
interface Waiting {
  readonly ask: Ask;
  readonly done: (outcome: Outcome<Ask['ask']>) => void;
}

/** MB for young objects: what is worked out for one text is garbage with the next. */
const YOUNG = 64;

/**
 * The language server's handle of the worker thread that reads and judges plans, so that typing never waits for a
 * verdict. It sends one question at a time, starts the thread with the first, and starts another if one dies.
 */
export class JudgingThread {
  private worker: Worker | undefined;
  private readonly calledOff = new SharedArrayBuffer(4);
  private readonly waiting: Waiting[] = [];
  private running: Waiting | undefined;
  private isClosed = false;
  /** Documents that the thread hasn't seen as they are now, by path. */
  private changed = new Map<string, OpenText>();
  /** Documents that are open, by path: another thread is told of all of them. */
  private readonly open = new Map<string, OpenText>();

  /** @param onFault called with the text of each error in sitecam, and with the error of a thread that died */
  constructor(
    private readonly data: Omit<ThreadData, 'calledOff'>,
    private readonly script: URL,
    private readonly onFault: (fault: string) => void,
  ) {}

  /** Remembers the text of a document, to be sent with the next question; no text: the editor has closed it. */
  setDocument(document: OpenText): void {
    if (document.text === undefined) this.open.delete(document.path);
    else this.open.set(document.path, document);
    this.changed.set(document.path, document);
  }

  /**
   * Calls off the question about a plan that is being answered, and its waiting judgements, since its text has changed.
   */
  callOff(plan: string): void {
    if (this.running?.ask.plan === plan && this.running.ask.ask !== 'forget') Atomics.store(this.flag, 0, 1);
    this.drop(({ ask }) => ask.plan === plan && (ask.ask === 'judge' || ask.ask === 'renew'));
  }

  /**
   * Sends a question and resolves with its outcome; never rejects. Questions other than `judge` go before those.
   *
   * @param cancelled calls the question off
   */
  ask<Name extends Ask['ask']>(
    ask: Extract<Ask, { ask: Name }>,
    cancelled?: CancellationToken,
  ): Promise<Outcome<Name>> {
    return new Promise((resolve) => {
      const one: Waiting = { ask, done: (outcome) => resolve(outcome as Outcome<Name>) };
      if (this.isClosed || cancelled?.isCancellationRequested === true) return one.done({ is: 'calledOff' });
      cancelled?.onCancellationRequested(() => {
        if (this.running === one) Atomics.store(this.flag, 0, 1);
        this.drop((other) => other === one);
      });
      const next = ask.ask === 'judge' ? -1 : this.waiting.findIndex((other) => other.ask.ask === 'judge');
      if (next === -1) this.waiting.push(one);
      else this.waiting.splice(next, 0, one);
      this.next();
    });
  }

  /** Ends the thread and calls off all questions; later ones are called off at once. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.drop(() => true);
    this.running?.done({ is: 'calledOff' });
    await this.worker?.terminate();
  }

  private drop(isStale: (one: Waiting) => boolean): void {
    for (const one of this.waiting.filter(isStale)) {
      this.waiting.splice(this.waiting.indexOf(one), 1);
      one.done({ is: 'calledOff' });
    }
  }

  private get flag(): Int32Array {
    return new Int32Array(this.calledOff);
  }

  private next(): void {
    if (this.running !== undefined) return;
    const one = this.waiting.shift();
    if (one === undefined) return;
    this.running = one;
    this.worker ??= this.start();
    Atomics.store(this.flag, 0, 0);
    const question: Question = { ask: one.ask, texts: [...this.changed.values()] };
    this.changed = new Map();
    this.worker.postMessage(question);
  }

  private start(): Worker {
    const worker = new Worker(this.script, {
      workerData: { ...this.data, calledOff: this.calledOff },
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    this.changed = new Map(this.open);
    worker.on('message', (reply: Reply) => this.hear(reply));
    worker.on('error', (error) => {
      this.worker = undefined;
      this.onFault(error.stack ?? error.message);
      this.finish({ is: 'failed' });
    });
    return worker;
  }

  private hear(reply: Reply): void {
    if ('fault' in reply) this.onFault(reply.fault);
    if ('value' in reply) this.finish({ is: 'answered', value: reply.value });
    else this.finish({ is: 'fault' in reply ? 'failed' : 'calledOff' });
  }

  private finish(outcome: Outcome<Ask['ask']>): void {
    const { running } = this;
    this.running = undefined;
    running?.done(outcome);
    if (!this.isClosed) this.next();
  }
}
