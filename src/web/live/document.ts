// The plan that is changed on a page: its files, the worker that judges it, what is written, and what can be undone.
import { type Signal, signal } from '@preact/signals';
import type { Locale } from '../../i18n/locale.js';
import type { PortableOptions } from '../../lint/support/portable.js';
import type { Change } from '../../live/types.js';
import { applyEdits, type TextEdit } from '../../source/edit/splice.js';
import { withText } from '../../source/parse/decode.js';
import type { Ask, Committed, Looking, Poses, RenderAsk, Step, Tell } from '../messages.js';

/** A file of the plan: its bytes, and their hash (SHA-256, hex) where files are written. */
export interface PlanFile {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Result of writing edits into a file: its new SHA-256, or why they weren't written. */
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

/** A change that was written: the edits that take it back, or make it again, and the file after it. */
interface Made {
  readonly path: string;
  readonly edits: readonly TextEdit[];
  readonly back: readonly TextEdit[];
  readonly sha256: string;
}

/** Callbacks for what happens to a document: steps, records, notices. */
export interface DocumentEvents {
  readonly step: (step: Step) => void;
  readonly record: (sections: readonly (readonly [name: string, html: string])[]) => void;
  /** Something to tell the user, in a sentence. */
  readonly notice: (text: string) => void;
}

/** Sentences that a document shows to the user. */
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
  private readonly waiting: ((tell: Tell) => void)[] = [];
  // Emptied, never replaced: an undo that waits for its turn holds them.
  private readonly undone: Made[] = [];
  private readonly made: Made[] = [];
  private trying = false;
  private next: readonly Change[] | undefined;
  /** What was asked last of the files: the next waits for it. */
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly worker: Worker,
    private readonly store: Store,
    private readonly opened: Opened,
    private readonly events: DocumentEvents,
    private readonly texts: DocumentTexts,
  ) {
    this.content = signal(opened.files);
    worker.addEventListener('message', ({ data }: MessageEvent<Tell>) => this.waiting.shift()?.(data));
  }

  /** Opens the plan; returns what the page begins with. */
  async open(): Promise<Extract<Tell, { tell: 'opened' }>> {
    const told = await this.ask(this.openAsk(this.opened.options));
    if (told.tell !== 'opened') throw new Error(told.tell === 'fault' ? told.message : told.tell);
    return told;
  }

  /** Works out what the page looks at. */
  async look(looking: Looking): Promise<void> {
    this.show(await this.ask({ ask: 'look', ...looking }));
  }

  async record(): Promise<void> {
    const told = await this.ask({ ask: 'record' });
    if (told.tell === 'record') this.events.record(told.sections);
  }

  /** Tries poses of a device: the first of them, or the next. Resolves to undefined if it can't, which is told. */
  async poses(device: string, from: 'first' | 'next'): Promise<Poses | undefined> {
    const told = await this.ask({ ask: 'poses', device, from });
    if (told.tell === 'poses') return told;
    if (told.tell === 'refused') this.events.notice(told.reason);
    else this.show(told);
    return undefined;
  }

  /** Shows the plan as it would be with the changes. Of several in a row the last is shown. */
  async attempt(changes: readonly Change[]): Promise<void> {
    this.next = changes;
    if (this.trying) return;
    this.trying = true;
    try {
      while (this.next !== undefined) {
        const now = this.next;
        this.next = undefined;
        this.isTrying.value = now.length > 0;
        this.show(await this.ask({ ask: 'attempt', changes: now }));
      }
    } finally {
      this.trying = false;
    }
  }

  /** Makes changes in the files. Resolves to true if they were written. */
  commit(changes: readonly Change[]): Promise<boolean> {
    this.next = undefined;
    return this.inTurn(async () => {
      const told = await this.ask({ ask: 'commit', changes });
      this.isTrying.value = false;
      if (told.tell !== 'committed') {
        if (told.tell === 'refused') this.events.notice(told.reason);
        this.show(await this.ask({ ask: 'attempt', changes: [] }));
        return false;
      }
      const made = this.madeOf(told);
      for (const one of made) {
        if (await this.write(one.path, one.edits, one.sha256)) continue;
        await this.reopen();
        return false;
      }
      this.made.push(...made.map((one) => ({ ...one, sha256: this.files.get(one.path)?.sha256 ?? '' })));
      this.undone.length = 0;
      this.tellHistory();
      this.show(told.step);
      return true;
    });
  }

  undo(): Promise<boolean> {
    return this.replay(this.made, this.undone);
  }

  redo(): Promise<boolean> {
    return this.replay(this.undone, this.made);
  }

  /** Takes an edit of a file that somebody typed. */
  type(edit: TextEdit): Promise<boolean> {
    return this.inTurn(async () => {
      const { path, from, to } = edit;
      const sha256 = this.files.get(path)?.sha256 ?? '';
      const back = { path, from, to: from + edit.text.length, text: this.text(path).slice(from, to) };
      if (!(await this.write(path, [edit], sha256))) return false;
      this.made.push({ path, edits: [edit], back: [back], sha256: this.files.get(path)?.sha256 ?? '' });
      this.undone.length = 0;
      this.tellHistory();
      this.show(await this.ask({ ask: 'text', path, text: this.text(path) }));
      return true;
    });
  }

  /** Returns the report on the files as they are in a format; undefined if sitecam failed, which is told. */
  async render(format: RenderAsk['format']): Promise<string | undefined> {
    const told = await this.ask({ ask: 'render', format });
    if (told.tell === 'rendered') return told.text;
    this.show(told);
    return undefined;
  }

  /** Takes files, or options, as they are now elsewhere. A missing file has no bytes. */
  take(files: ReadonlyMap<string, PlanFile | undefined>, options?: PortableOptions): Promise<boolean> {
    return this.inTurn(async () => {
      const changed = [...files].filter(([path, file]) => file?.sha256 !== this.files.get(path)?.sha256);
      if (changed.length === 0 && options === undefined) return true;
      const all = new Map(this.files);
      for (const [path, file] of changed) {
        if (file === undefined) all.delete(path);
        else all.set(path, file);
      }
      this.files = all;
      if (changed.some(([path]) => this.made.some((one) => one.path === path))) {
        this.made.length = 0;
        this.undone.length = 0;
        this.tellHistory();
        this.events.notice(this.texts.changedElsewhere);
      }
      this.show(await this.ask(this.openAsk(options)));
      return true;
    });
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

  private options: PortableOptions | undefined;

  private openAsk(options: PortableOptions | undefined): Extract<Ask, { ask: 'open' }> {
    const { path, locale, version } = this.opened;
    this.options = options ?? this.options ?? this.opened.options;
    const files = [...this.files].map(([name, { bytes }]) => [name, bytes] as const);
    return { ask: 'open', path, files, options: this.options, locale, version };
  }

  private async reopen(): Promise<void> {
    this.show(await this.ask(this.openAsk(undefined)));
  }

  private ask(ask: Ask | RenderAsk): Promise<Tell> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.worker.postMessage(ask);
    });
  }

  private show(tell: Tell): void {
    if (tell.tell === 'step') this.events.step(tell);
    else if (tell.tell === 'opened') this.events.step(tell.step);
    else if (tell.tell === 'fault') this.events.notice(tell.message);
  }

  private inTurn(work: () => Promise<boolean>): Promise<boolean> {
    const done = this.writing.then(work);
    this.writing = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  private madeOf({ edits, undo }: Committed): Made[] {
    const paths = [...new Set(edits.map(({ path }) => path))];
    return paths.map((path) => ({
      path,
      edits: edits.filter((one) => one.path === path),
      back: undo.filter((one) => one.path === path),
      sha256: this.files.get(path)?.sha256 ?? '',
    }));
  }

  /** Writes edits into a file of the hash; tells why if it can't. */
  private async write(path: string, edits: readonly TextEdit[], sha256: string): Promise<boolean> {
    const stored = await this.store.write(path, sha256, edits);
    if (!stored.ok) {
      this.events.notice(stored.reason);
      return false;
    }
    const bytes = withText(this.bytes(path), applyEdits(this.text(path), edits));
    this.files = new Map(this.files).set(path, { bytes, sha256: stored.sha256 });
    return true;
  }

  private replay(from: Made[], to: Made[]): Promise<boolean> {
    return this.inTurn(async () => {
      const last = from.pop();
      if (last === undefined) return false;
      const { path, edits, back, sha256 } = last;
      const isWritten = await this.write(path, back, sha256);
      if (isWritten) to.push({ path, edits: back, back: edits, sha256: this.files.get(path)?.sha256 ?? '' });
      // What was made before rests on the file as it is now.
      const now = this.files.get(path)?.sha256 ?? '';
      const previous = from.at(-1);
      if (isWritten && previous?.path === path) from[from.length - 1] = { ...previous, sha256: now };
      this.tellHistory();
      this.show(
        isWritten
          ? await this.ask({ ask: 'text', path, text: this.text(path) })
          : await this.ask(this.openAsk(undefined)),
      );
      return isWritten;
    });
  }

  private tellHistory(): void {
    this.canUndo.value = this.made.length > 0;
    this.canRedo.value = this.undone.length > 0;
  }
}
