// A client of the language server, as an editor is one: it starts the built command and speaks with it.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import { offsetAt } from '../../src/editor/text.js';
import { built } from './built.js';

/** The marks of a file, as the server told them last. */
export interface Told {
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A change of a document, as editors send it. */
export interface Change {
  readonly range: Range;
  readonly text: string;
}

/** An editor with a folder of its own. */
export class Editor {
  readonly folder = mkdtempSync(join(tmpdir(), 'sitecam-lsp-'));
  readonly connection: MessageConnection;
  /** What the server has shown to the user. */
  readonly shown: string[] = [];
  /** Edits that the server has asked the editor to make. */
  readonly applied: unknown[] = [];
  /** Documents that the server has asked the editor to show, with what is selected in each. */
  readonly opened: { readonly uri: string; readonly selection?: Range }[] = [];
  /** True if the user lets nothing be changed. */
  refusesEdits = false;
  /** Sentences of the verdicts, in their order. */
  readonly headlines: string[] = [];
  private readonly server: ChildProcess;
  private readonly told = new Map<string, Told>();
  private readonly documents = new Map<string, { version: number; text: string }>();
  private readonly listeners = new Set<() => void>();
  private registered: readonly unknown[] = [];

  private constructor(script: string, args: readonly string[]) {
    this.server = spawn(process.execPath, [script, 'lsp', '--stdio', ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, SITECAM_STACK: '1' },
    });
    const { stdin, stdout } = this.server;
    if (stdin === null || stdout === null) throw new Error('the server has no streams');
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) => {
      this.told.set(uri, { version, diagnostics });
      this.happened();
    });
    this.connection.onNotification('sitecam/judged', ({ headline }) => {
      this.headlines.push(headline);
      this.happened();
    });
    for (const method of ['window/showMessage', 'window/logMessage']) {
      this.connection.onNotification(method, ({ message }) => {
        this.shown.push(message);
        this.happened();
      });
    }
    this.connection.onRequest('client/registerCapability', ({ registrations }) => {
      this.registered = registrations;
      return null;
    });
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onRequest('window/showDocument', (asked) => {
      this.opened.push(asked);
      this.happened();
      return { success: true };
    });
    this.connection.onRequest('workspace/applyEdit', ({ edit }) => {
      if (this.refusesEdits) return { applied: false };
      this.applied.push(edit);
      this.apply(edit);
      return { applied: true };
    });
    this.connection.listen();
  }

  /** Starts a server on a folder of these files. */
  static async start(
    files: Readonly<Record<string, string | Uint8Array>>,
    args: readonly string[] = [],
    capabilities: object = {},
  ): Promise<Editor> {
    const { folder } = await built();
    return Editor.startScript(join(folder, 'bin/sitecam.js'), files, args, capabilities);
  }

  /** Starts the server of a script on a folder of these files. */
  static async startScript(
    script: string,
    files: Readonly<Record<string, string | Uint8Array>>,
    args: readonly string[] = [],
    capabilities: object = {},
  ): Promise<Editor> {
    const editor = new Editor(script, args);
    for (const [name, text] of Object.entries(files)) editor.save(name, text);
    await editor.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(editor.folder).href,
      locale: 'zh-cn',
      capabilities: {
        workspace: {
          workspaceEdit: { documentChanges: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
          applyEdit: true,
        },
        window: { workDoneProgress: true },
        textDocument: {
          codeAction: { resolveSupport: { properties: ['edit'] } },
          completion: { completionItem: { snippetSupport: true } },
        },
        ...capabilities,
      },
    });
    await editor.connection.sendNotification('initialized', {});
    return editor;
  }

  /** Returns the URI of a file of the folder. */
  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  /** Writes a file to the disk, and tells the server as an editor that watches the folder does. */
  save(name: string, text: string | Uint8Array): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    if (this.registered.length === 0) return;
    void this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: this.uri(name), type: 2 }],
    });
  }

  /** Opens a file. */
  open(name: string, text = readFileSync(join(this.folder, name), 'utf8')): void {
    const uri = this.uri(name);
    this.documents.set(uri, { version: 1, text });
    void this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
  }

  close(name: string): void {
    this.documents.delete(this.uri(name));
    void this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(name) } });
  }

  /** Returns the text of a document as it stands. */
  text(name: string): string {
    return this.documents.get(this.uri(name))?.text ?? '';
  }

  /** Puts `by` in place of a stretch of a document: of a word that stands there once, or from one offset to another. */
  change(name: string, what: string | readonly [from: number, to: number], by: string): void {
    const text = this.text(name);
    const at = typeof what === 'string' ? text.indexOf(what) : what[0];
    if (at === -1) throw new Error(`${name} has no '${what}'`);
    const end = typeof what === 'string' ? at + what.length : what[1];
    this.send(this.uri(name), [{ range: { start: positionIn(text, at), end: positionIn(text, end) }, text: by }]);
  }

  /** Makes an edit of the workspace, as an editor does. */
  apply(edit: {
    readonly documentChanges?: readonly {
      readonly textDocument: { readonly uri: string; readonly version: number | null };
      readonly edits: readonly { readonly range: Range; readonly newText: string }[];
    }[];
  }): void {
    for (const { textDocument, edits } of edit.documentChanges ?? []) {
      const document = this.documents.get(textDocument.uri);
      if (document === undefined) throw new Error(`${textDocument.uri} isn't open`);
      if (textDocument.version !== null && textDocument.version !== document.version) {
        throw new Error(`an edit of version ${textDocument.version}, and it is ${document.version}`);
      }
      // From the end, so that earlier ranges stay right.
      const changes = edits.map(({ range, newText }) => ({ range, text: newText }));
      this.send(
        textDocument.uri,
        changes.sort((a, b) => compare(b.range.start, a.range.start)),
      );
    }
  }

  /** Returns the marks that the server told last of a URI; undefined if it told none. */
  toldOf(uri: string): Told | undefined {
    return this.told.get(uri);
  }

  /** Resolves with the marks of a file once they are those of its text as it stands, and `is` holds. */
  marks(name: string, is: (marks: readonly Diagnostic[]) => boolean = () => true): Promise<readonly Diagnostic[]> {
    const uri = this.uri(name);
    return this.when(() => {
      const told = this.told.get(uri);
      const version = this.documents.get(uri)?.version;
      const isOfNow = told !== undefined && (version === undefined || told.version === version);
      return isOfNow && is(told.diagnostics) ? told.diagnostics : undefined;
    });
  }

  /** Resolves with what `find` returns, once that is something. */
  when<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = find();
        if (found === undefined) return;
        this.listeners.delete(look);
        resolve(found);
      };
      this.listeners.add(look);
      look();
    });
  }

  /** Asks the server about a document. */
  ask<T>(method: string, name: string, more: object = {}): Promise<T> {
    return this.connection.sendRequest(method, { textDocument: { uri: this.uri(name) }, ...more });
  }

  /** Ends the server as editors do, and removes the folder. Returns the server's exit code. */
  async end(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => {
      this.server.on('exit', resolve);
    });
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
    return code;
  }

  /** Returns the number of bytes that the server's process takes. */
  memory(): number {
    const status = readFileSync(`/proc/${this.server.pid}/status`, 'utf8');
    return 1024 * Number(/VmRSS:\s*(\d+)/.exec(status)?.[1]);
  }

  private send(uri: string, changes: readonly Change[]): void {
    const document = this.documents.get(uri);
    if (document === undefined) throw new Error(`${uri} isn't open`);
    document.version += 1;
    for (const { range, text } of changes) {
      const file = { path: '', text: document.text, sha256: '', format: 'yaml' } as const;
      const [from, to] = [offsetAt(file, range.start), offsetAt(file, range.end)];
      document.text = document.text.slice(0, from) + text + document.text.slice(to);
    }
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: document.version },
      contentChanges: changes,
    });
  }

  private happened(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

/** Returns the position of an offset in a text. */
export function positionIn(text: string, offset: number): Range['start'] {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function compare(a: Range['start'], b: Range['start']): number {
  return a.line - b.line || a.character - b.character;
}
