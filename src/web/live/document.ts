// The plan that is changed on a page: its files, the worker that judges it, what is written, and what can be undone.
import { type Signal, signal } from '@preact/signals';
import type { Locale } from '../../i18n/locale.js';
import type { PortableOptions } from '../../lint/support/portable.js';
import type { Change } from '../../live/types.js';
import { applyEdits, type TextEdit } from '../../source/edit/splice.js';
import { withText } from '../../source/parse/decode.js';
import type { Ask, Committed, Looking, Poses, RenderAsk, Step, Tell } from '../messages.js';

/**
 * A file of the plan: its bytes, and a name of this version of them by which a write tells that nobody changed the
 * file since. With a server that is the SHA-256 of the bytes, in hex.
 */
export interface PlanFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * Result of writing edits into a file: `sha256` of the file as written, as in {@link PlanFile}; or why nothing was
 * written.
 */
export type Stored = { readonly ok: true; readonly sha256: string } | { readonly ok: false; readonly reason: string };

/** Writes edits into files: on the server's disk, or in the browser. */
export interface Store {
  /** Writes edits into a file if it is still the one of the hash. */
  write(path: string, sha256: string, edits: readonly TextEdit[]): Promise<Stored>;
}

/**
 * The files of a plan, by path, and the settings to judge it by, as a page hands them to its worker. `path` is that of
 * the plan itself, `version` that of sitecam.
 */
export interface Opened {
  readonly path: string;
  readonly files: ReadonlyMap<string, PlanFile>;
  readonly options: PortableOptions;
  readonly locale: Locale;
  readonly version: string;
}

/** What takes a change back in one file, or makes it again: edits, what takes those back, and the file before them. */
interface Part {
  readonly path: string;
  readonly edits: readonly TextEdit[];
  readonly back: readonly TextEdit[];
  readonly sha256: string;
}

/** The worker that judges the plan: answers each message in turn, until it ends with an error. */
export interface Judge {
  addEventListener(type: 'message', listener: (event: { readonly data: Tell }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly message?: string }) => void): void;
  postMessage(ask: Ask | RenderAsk): void;
  terminate(): void;
}

/**
 * What an ask comes back with: the worker's answer, or that the worker ended before it gave one, which was told. Its
 * message is empty if its script can't be loaded: browsers give none then.
 */
type Answer = Tell | { readonly tell: 'ended'; readonly message: string };

/** An ask that isn't answered yet. */
interface Waiting {
  readonly ask: Ask | RenderAsk;
  readonly answer: (answer: Answer) => void;
}

/**
 * Callbacks of a {@link LiveDocument}: for a step of its plan, for the report's text (`record`), for what to tell the
 * user, and for failures of sitecam.
 */
export interface DocumentEvents {
  readonly step: (step: Step) => void;
  readonly record: (sections: readonly (readonly [name: string, html: string])[]) => void;
  /** Something to tell the user, in a sentence; empty: what was told before is over. */
  readonly notice: (text: string) => void;
  /**
   * sitecam failed at a step; with an empty message, because the worker's script can't be loaded. `isStale`: what is
   * shown may be another plan than the files hold.
   */
  readonly failed: (message: string, isStale: boolean) => void;
}

/** Sentences that a {@link LiveDocument} tells the user. */
export interface DocumentTexts {
  /** The file was changed elsewhere: nothing can be undone any more. */
  readonly changedElsewhere: string;
}

/** A plan that is edited on a page: keeps it judged, tries changes, writes them, undoes and redoes them. */
export class LiveDocument {
  readonly canUndo = signal(false);
  readonly canRedo = signal(false);
  /** True while changes are shown that are in no file. */
  readonly isTrying = signal(false);
  /** The files as they are: another object once any of them changed. */
  readonly content: Signal<ReadonlyMap<string, PlanFile>>;
  /** Undefined once one ended of which nothing was asked, until something is. */
  private worker: Judge | undefined;
  /** False until the worker is given the plan. */
  private isGiven = false;
  /** What was asked of the worker and isn't answered yet, in order. */
  private readonly waiting: Waiting[] = [];
  /** What the page looks at: a worker that takes the place of another doesn't know. */
  private looking: Looking | undefined;
  // Emptied, never replaced: an undo that waits for its turn holds them.
  private readonly undone: (readonly Part[])[] = [];
  private readonly made: (readonly Part[])[] = [];
  /** Resolves once no changes are left to be tried; undefined if there are none. */
  private trying: Promise<void> | undefined;
  private next: readonly Change[] | undefined;
  /** The changes that are to be seen and are in no file. */
  private tried: readonly Change[] = [];
  /** How often a file was begun to be written, by its path. */
  private readonly begun = new Map<string, number>();
  /** What was asked last of the files: the next waits for it. */
  private writing: Promise<void> = Promise.resolve();
  /** How many changes are being taken back or made again. */
  private replaying = 0;

  constructor(
    private readonly start: () => Judge,
    private readonly store: Store,
    private readonly opened: Opened,
    private readonly events: DocumentEvents,
    private readonly texts: DocumentTexts,
  ) {
    this.content = signal(opened.files);
    this.worker = this.started();
  }

  /** Opens the plan; returns what the page begins with. */
  async open(): Promise<Extract<Tell, { tell: 'opened' }>> {
    const told = await this.ask(this.openAsk(this.opened.options));
    if (told.tell === 'opened') return told;
    this.worker?.terminate();
    throw new Error('message' in told ? told.message : told.tell);
  }

  /** Works out what the page looks at. */
  async look(looking: Looking): Promise<void> {
    this.looking = looking;
    this.show(await this.ask({ ask: 'look', ...looking }));
  }

  async record(): Promise<void> {
    const told = await this.ask({ ask: 'record' });
    if (told.tell === 'record') this.events.record(told.sections);
    else this.tellFault(told);
  }

  /** Tries poses of a device: the first of them, or the next. Resolves to undefined if it can't, which is told. */
  async poses(device: string, from: 'first' | 'next'): Promise<Poses | undefined> {
    const told = await this.ask({ ask: 'poses', device, from });
    if (told.tell === 'poses') return told;
    this.tellFault(told);
    return undefined;
  }

  /** Shows the plan as it would be with the changes. Of several in a row the last is shown. */
  async attempt(changes: readonly Change[]): Promise<void> {
    this.next = changes;
    this.tried = changes;
    if (changes.length === 0) this.events.notice('');
    if (this.trying !== undefined) return;
    this.trying = this.tryAll();
    await this.trying;
  }

  private async tryAll(): Promise<void> {
    try {
      while (this.next !== undefined) {
        const now = this.next;
        this.next = undefined;
        this.isTrying.value = now.length > 0;
        const told = await this.ask({ ask: 'attempt', changes: now });
        if (told.tell === 'step' && told.refused !== undefined) this.isTrying.value = false;
        this.show(told);
      }
    } finally {
      this.trying = undefined;
    }
  }

  /** Makes changes in the files. Resolves to true if they were written. */
  commit(changes: readonly Change[]): Promise<boolean> {
    this.next = undefined;
    this.tried = [];
    return this.inTurn(async () => {
      const told = await this.ask({ ask: 'commit', changes });
      if (told.tell !== 'committed') {
        this.tellFault(told);
        this.showFiles(await this.ask({ ask: 'attempt', changes: [] }));
        return false;
      }
      const isSame = told.edits.every(({ path, from, to, text }) => this.text(path).slice(from, to) === text);
      if (!isSame && !(await this.make(this.partsOf(told)))) {
        this.showFiles(await this.ask(this.openAsk(undefined)));
        return false;
      }
      this.events.notice('');
      this.showFiles(told.step);
      return true;
    });
  }

  /** True while changes are to be seen that nobody has asked to write. */
  get isTried(): boolean {
    return this.tried.length > 0;
  }

  undo(): Promise<boolean> {
    return this.replay(this.made, this.undone);
  }

  redo(): Promise<boolean> {
    return this.replay(this.undone, this.made);
  }

  /**
   * Returns what resolves once the page shows the files as they are, where it still shows what was taken back or given
   * up; undefined if there is nothing to wait for.
   */
  catchUp(): Promise<void> | undefined {
    if (this.replaying > 0) return this.writing;
    return this.tried.length === 0 ? this.trying : undefined;
  }

  /** Takes what somebody typed: `typed` returns it as an edit of the file as it is when its turn comes, if it can. */
  type(path: string, typed: (text: string) => TextEdit | undefined): Promise<boolean> {
    return this.inTurn(async () => {
      const edit = typed(this.text(path));
      if (edit === undefined) return false;
      const { from, to } = edit;
      const back = { path, from, to: from + edit.text.length, text: this.text(path).slice(from, to) };
      if (!(await this.make([{ path, edits: [edit], back: [back], sha256: this.hash(path) }]))) return false;
      this.events.notice('');
      this.showFiles(await this.ask({ ask: 'text', path, text: this.text(path) }));
      return true;
    });
  }

  /** Returns the report on the files as they are in a format; undefined if sitecam failed, which is told. */
  async render(format: RenderAsk['format']): Promise<string | undefined> {
    const told = await this.ask({ ask: 'render', format });
    if (told.tell === 'rendered') return told.text;
    this.tellFault(told);
    return undefined;
  }

  /** Takes files, or options, as they are now elsewhere. A missing file has no bytes. */
  take(files: ReadonlyMap<string, PlanFile | undefined>, options?: PortableOptions): Promise<boolean> {
    const [before, begun] = [this.files, new Map(this.begun)];
    // A file as it was before this page wrote it is no change of somebody else.
    const isOld = (path: string, file: PlanFile | undefined) =>
      this.begun.get(path) !== begun.get(path) && file?.sha256 === before.get(path)?.sha256;
    return this.inTurn(async () => {
      const changed = [...files].filter(
        ([path, file]) => file?.sha256 !== this.files.get(path)?.sha256 && !isOld(path, file),
      );
      if (changed.length === 0 && options === undefined) return true;
      const all = new Map(this.files);
      for (const [path, file] of changed) {
        if (file === undefined) all.delete(path);
        else all.set(path, file);
      }
      this.files = all;
      // Who saves in two steps, as most programs do, changes the file twice: what the first undid stays told.
      if (changed.length > 0 && this.isHistoryKept) this.events.notice('');
      const kept = [...this.made, ...this.undone].flat();
      if (changed.some(([path]) => kept.some((part) => part.path === path))) {
        this.forget();
        this.isHistoryKept = false;
        this.events.notice(this.texts.changedElsewhere);
      }
      this.showFiles(await this.ask(this.openAsk(options)));
      return true;
    });
  }

  /** Tells the user something, in a sentence. */
  tell(text: string): void {
    this.events.notice(text);
  }

  /** Returns the text of a file, without its byte order mark. Whoever draws it is told when it changes. */
  text(path: string): string {
    return new TextDecoder().decode(this.content.value.get(path)?.bytes);
  }

  /** Returns the bytes of a file as they are. */
  bytes(path: string): Uint8Array {
    return this.files.get(path)?.bytes ?? new Uint8Array();
  }

  private get files(): ReadonlyMap<string, PlanFile> {
    return this.content.peek();
  }

  private set files(files: ReadonlyMap<string, PlanFile>) {
    this.content.value = files;
  }

  /** False after a change elsewhere for which all steps were given up, until this page makes a change. */
  private isHistoryKept = true;
  private options: PortableOptions | undefined;

  private openAsk(options: PortableOptions | undefined): Extract<Ask, { ask: 'open' }> {
    const { path, locale, version } = this.opened;
    this.options = options ?? this.options ?? this.opened.options;
    const files = [...this.files].map(([name, { bytes }]) => [name, bytes] as const);
    return { ask: 'open', path, files, options: this.options, locale, version };
  }

  private ask(ask: Ask | RenderAsk): Promise<Answer> {
    return new Promise((answer) => this.send({ ask, answer }));
  }

  private send(one: Waiting): void {
    if (!this.isGiven && one.ask.ask !== 'open') this.giveAgain();
    this.isGiven = true;
    this.waiting.push(one);
    this.worker ??= this.started();
    this.worker.postMessage(one.ask);
  }

  /** Gives the worker the plan, and shows it as the page looks at it. */
  private giveAgain(): void {
    const answer = (told: Answer) => this.show(told);
    this.send({ ask: this.openAsk(undefined), answer });
    if (this.looking !== undefined) this.send({ ask: { ask: 'look', ...this.looking }, answer });
  }

  private started(): Judge {
    const worker = this.start();
    worker.addEventListener('message', ({ data }) => {
      if (worker === this.worker) this.waiting.shift()?.answer(data);
    });
    worker.addEventListener('error', ({ message = '' }) => {
      if (worker === this.worker) this.restart(message);
    });
    return worker;
  }

  /** Starts a worker in the place of one that ended. What that was at isn't asked again: it might end this one, too. */
  private restart(message: string): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.isGiven = false;
    // Where its script can't be had any more, the next one ends as well.
    if (this.waiting.length === 0) return;
    this.worker = this.started();
    const isUnopened = this.waiting[0]?.ask.ask === 'open';
    const ended = this.waiting.splice(0, isUnopened ? this.waiting.length : 1);
    const rest = this.waiting.splice(0);
    this.events.failed(message, isUnopened);
    for (const { answer } of ended) answer({ tell: 'ended', message });
    if (isUnopened) return;
    this.giveAgain();
    for (const one of rest) this.send(one);
  }

  private show(told: Answer): void {
    if (told.tell === 'step') this.events.step(told);
    else if (told.tell === 'opened') {
      // To the worker everything is new.
      const { since: _, ...step } = told.step;
      this.events.step(step);
    } else this.tellFault(told, true);
  }

  /** Tells why an ask wasn't done, if it wasn't. */
  private tellFault(told: Answer, isStale = false): void {
    if (told.tell === 'refused') this.events.notice(told.reason);
    else if (told.tell === 'fault') this.events.failed(told.message, isStale);
  }

  /** Shows the files as they are, then what is being tried again. */
  private showFiles(tell: Answer): void {
    this.isTrying.value = this.tried.length > 0;
    this.show(tell);
    if (this.tried.length > 0) void this.attempt(this.tried);
  }

  private inTurn(work: () => Promise<boolean>): Promise<boolean> {
    const done = this.writing.then(work);
    this.writing = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  private partsOf({ edits, undo }: Committed): Part[] {
    const paths = [...new Set(edits.map(({ path }) => path))];
    return paths.map((path) => ({
      path,
      edits: edits.filter((one) => one.path === path),
      back: undo.filter((one) => one.path === path),
      sha256: this.hash(path),
    }));
  }

  private hash(path: string): string {
    return this.files.get(path)?.sha256 ?? '';
  }

  /** Writes a change that can be taken back. Resolves to false if it couldn't be written. */
  private async make(parts: readonly Part[]): Promise<boolean> {
    const back = await this.writeAll(parts);
    if (back === undefined) return false;
    this.made.push(back);
    this.isHistoryKept = true;
    this.undone.length = 0;
    this.tellHistory();
    return true;
  }

  /** Writes all parts of a change, or none. Resolves to what takes it back; undefined if it couldn't be written. */
  private async writeAll(parts: readonly Part[]): Promise<readonly Part[] | undefined> {
    const done: Part[] = [];
    for (const { path, edits, back, sha256 } of parts) {
      if (await this.write(path, edits, sha256)) {
        done.unshift({ path, edits: back, back: edits, sha256: this.hash(path) });
        continue;
      }
      for (const one of done) if (!(await this.write(one.path, one.edits, one.sha256))) this.forget();
      return undefined;
    }
    return done;
  }

  /** Writes edits into a file of the hash; tells why if it can't. */
  private async write(path: string, edits: readonly TextEdit[], sha256: string): Promise<boolean> {
    this.begun.set(path, (this.begun.get(path) ?? 0) + 1);
    const stored = await this.store.write(path, sha256, edits);
    if (!stored.ok) {
      this.events.notice(stored.reason);
      return false;
    }
    const bytes = withText(this.bytes(path), applyEdits(this.text(path), edits));
    this.files = new Map(this.files).set(path, { bytes, sha256: stored.sha256 });
    return true;
  }

  private replay(from: (readonly Part[])[], to: (readonly Part[])[]): Promise<boolean> {
    this.replaying += 1;
    const done = this.inTurn(() => this.replayNow(from, to));
    const end = () => {
      this.replaying -= 1;
    };
    done.then(end, end);
    return done;
  }

  private async replayNow(from: (readonly Part[])[], to: (readonly Part[])[]): Promise<boolean> {
    const last = from.at(-1);
    if (last === undefined) return false;
    const back = await this.writeAll(last);
    if (back === undefined) {
      this.showFiles(await this.ask(this.openAsk(undefined)));
      return false;
    }
    from.pop();
    to.push(back);
    // What was made before rests on the files as they are now.
    const previous = from.at(-1);
    const isWritten = (path: string) => last.some((part) => part.path === path);
    if (previous !== undefined) {
      from[from.length - 1] = previous.map((part) =>
        isWritten(part.path) ? { ...part, sha256: this.hash(part.path) } : part,
      );
    }
    this.tellHistory();
    this.events.notice('');
    const [{ path }] = last;
    this.showFiles(
      await this.ask(last.length === 1 ? { ask: 'text', path, text: this.text(path) } : this.openAsk(undefined)),
    );
    return true;
  }

  /** Forgets what could be taken back or made again: it rests on other files. */
  private forget(): void {
    this.made.length = 0;
    this.undone.length = 0;
    this.tellHistory();
  }

  private tellHistory(): void {
    this.canUndo.value = this.made.length > 0;
    this.canRedo.value = this.undone.length > 0;
  }
}
