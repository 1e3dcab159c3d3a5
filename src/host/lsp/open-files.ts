// The disk with the documents of an editor before it: what is open counts as it stands there, saved or not.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { isSameList } from '../../base/equality.js';
import { lspEdits, type OpenPlan } from '../../editor/index.js';
import type { LintOptions } from '../../lint/types.js';
import { referencesOf } from '../../plan/file-guess.js';
import type { TextEdit } from '../../source/edit/splice.js';
import { decode } from '../../source/parse/decode.js';
import { OUTSIDE_FOLDER } from '../../source/parse/reading.js';
import type { SourceFile } from '../../source/types.js';
import type { Io } from '../io.js';
import { readerOf } from '../plans/select.js';
import type { OpenText } from './messages.js';

/** The files open in the editor, laid over those on disk, so that plans are read as the editor shows them. */
export class OpenFiles {
  /** By absolute path. */
  private readonly texts = new Map<string, OpenText & { readonly text: string }>();
  /** Sources made last, by path: what was parsed of a text is kept with it. */
  private readonly sources = new Map<string, SourceFile>();
  /** Plans made last, by path: what was found in one is kept with it. */
  private readonly plans = new Map<string, OpenPlan>();
  /** The machine as the editor shows it. */
  readonly io: Io;

  constructor(
    private readonly root: string,
    /** The machine as it is without the editor. */
    readonly world: Io,
  ) {
    const open = (path: string) => this.texts.get(world.absolute(path))?.text;
    const bytesOf = (path: string) => {
      const text = open(path);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    };
    this.io = {
      ...world,
      read: (path, most) => bytesOf(path) ?? world.read(path, most),
      peek: (path) => bytesOf(path) ?? world.peek(path),
      exists: (path) => open(path) !== undefined || world.exists(path),
      kind: (path) => (open(path) === undefined ? world.kind(path) : 'file'),
      isFolder: (path) => open(path) === undefined && world.isFolder(path),
    };
  }

  /** Takes a document as it stands now, or forgets one that was closed. */
  setDocument(document: OpenText): void {
    const absolute = this.io.absolute(document.path);
    const { text } = document;
    if (text === undefined) this.texts.delete(absolute);
    else this.texts.set(absolute, { ...document, text });
  }

  /** Returns the open document at a path; undefined if none is. */
  at(path: string): (OpenText & { readonly text: string }) | undefined {
    return this.texts.get(this.io.absolute(path));
  }

  /** Returns every open document. */
  all(): Iterable<OpenText> {
    return this.texts.values();
  }

  /** Returns the URI of the file at a path: the editor's own if it is open. */
  uriOf(path: string): string {
    return this.at(path)?.uri ?? pathToFileURL(resolve(this.root, path)).href;
  }

  /**
   * Returns a plan and what it refers to as they stand, the very same object while nothing of it changes; undefined if the
   * plan can't be read as text.
   *
   * @param named paths of files that name what is in the plan: waivers, decisions, a baseline
   */
  plan(path: string, options: LintOptions, named: readonly string[] = []): OpenPlan | undefined {
    const read = readerOf({ path }, this.io, options);
    const source = (file: string): SourceFile | undefined => {
      const bytes = this.at(file)?.text ?? read(file);
      if (bytes === undefined || bytes === OUTSIDE_FOLDER) return undefined;
      const text = typeof bytes === 'string' ? bytes : textOf(bytes);
      return text === undefined ? undefined : this.sourceOf(file, text);
    };
    const plan = source(path);
    if (plan === undefined) return undefined;
    const names = referencesOf(path, new TextEncoder().encode(plan.text));
    const files: OpenPlan['files'] = [plan, ...names.flatMap((name) => source(name) ?? [])];
    const others = named.flatMap((name) => this.own(name) ?? []);
    const known = this.plans.get(path);
    const isSame =
      known?.options === options && isSameList(known.files, files) && isSameList(known.others ?? [], others);
    const made = isSame ? known : { files, others, options };
    this.plans.set(path, made);
    return made;
  }

  /** Returns one of sitecam's own files as it stands; undefined if it can't be read as text. */
  private own(path: string): SourceFile | undefined {
    const bytes = this.io.peek(path);
    const text = this.at(path)?.text ?? (bytes && textOf(bytes));
    return text === undefined ? undefined : this.sourceOf(path, text);
  }

  /**
   * Returns edits of some files as the editor takes them.
   *
   * @param versioned true if the editor takes edits of a certain version of a document
   * @param versions versions of the documents that the edits are of; absent: those that are open now
   */
  editOf(
    { files }: { readonly files: readonly SourceFile[] },
    edits: readonly TextEdit[],
    versioned: boolean,
    versions?: ReadonlyMap<string, number>,
  ): WorkspaceEdit {
    const changed = files.flatMap((file) => {
      const own = lspEdits(file, edits);
      return own.length === 0 ? [] : [{ path: file.path, uri: this.uriOf(file.path), edits: own }];
    });
    if (!versioned) return { changes: Object.fromEntries(changed.map((one) => [one.uri, one.edits])) };
    const versionOf = (path: string) => (versions === undefined ? this.at(path)?.version : versions.get(path)) ?? null;
    return {
      documentChanges: changed.map(({ path, uri, edits: own }) => ({
        textDocument: { uri, version: versionOf(path) },
        edits: own,
      })),
    };
  }

  /** Forgets what was kept of a plan that was closed. */
  forget(path: string): void {
    for (const { path: name } of this.plans.get(path)?.files ?? []) this.sources.delete(name);
    this.plans.delete(path);
  }

  private sourceOf(path: string, text: string): SourceFile {
    const known = this.sources.get(path);
    if (known?.text === text) return known;
    const isJson = /\.(?:geo)?json$/i.test(path);
    const made: SourceFile = { path, text, sha256: '', format: isJson ? 'json' : 'yaml' };
    this.sources.set(path, made);
    return made;
  }
}

function textOf(bytes: Uint8Array): string | undefined {
  const decoded = decode(bytes);
  return decoded.ok ? decoded.text : undefined;
}
