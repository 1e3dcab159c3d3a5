// The language server: holds the connection to an editor, its documents, and the marks that it was told.
import { fileURLToPath } from 'node:url';
import type { InitializeParams, InitializeResult, Location, Position } from 'vscode-languageserver';
import {
  createConnection,
  DidChangeWatchedFilesNotification,
  LSPErrorCodes,
  MessageType,
  ProposedFeatures,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  completionsAt,
  definitionsAt,
  FIX_ALL,
  type FixSearch,
  foldsOf,
  type LocationOf,
  type OpenPlan,
  prepareRename,
  referencesAt,
  renameAt,
  symbolsOf,
} from '../../editor/index.js';
import { type Locale, type Localized, render, verbatim } from '../../i18n/locale.js';
import { fromPortableOptions } from '../../lint/support/portable.js';
import type { LintOptions } from '../../lint/types.js';
import { guessFile, referencesOf } from '../../plan/file-guess.js';
import { isNamedPlan, isSitecamFile, PLAN_ENDING } from '../../plan/file-names.js';
import { plainText } from '../../render/escape.js';
import type { SourceFile } from '../../source/types.js';
import { attempt } from '../files/refusal.js';
import { type Io, processIo } from '../io.js';
import { version } from '../package.js';
import type { Judgement, ThreadData } from './messages.js';
import { OpenFiles } from './open-files.js';
import { Preview } from './preview.js';
import { serverTexts as t } from './texts.js';
import { JudgingThread } from './thread.js';

/** What a server is started with. */
export interface LspOptions {
  readonly flags: ThreadData['flags'];
  /** Language of what it says; undefined: the editor's own. */
  readonly locale: Locale | undefined;
  /** Language if the editor names none. */
  readonly usual: Locale;
}

/** Pause after a change before marks are told, ms. */
const PAUSE = 120;

/** Time after which a run that goes on shows that it does, ms. */
const LONG = 1000;

/** A plan that is open, or that a file of it is. */
interface Plan {
  /** Counts the texts of it, and what else its verdicts rest on. */
  turn: number;
  /** Absolute paths of all that its verdicts rest on. */
  reads: ReadonlySet<string>;
  /** Paths of the files that it has marks in. */
  marked: readonly string[];
  options: LintOptions | undefined;
  /** Resolves when what is open now has been judged. */
  judged: Promise<void>;
}

/** Serves an editor on standard input and output until it ends the connection. */
export function serveEditor({ flags, locale, usual }: LspOptions): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  return new Promise((resolve) => {
    connection.onInitialize((params): InitializeResult => {
      const server = new Server(connection, params, flags, locale ?? localeOf(params.locale) ?? usual);
      server.listen();
      connection.onExit(() => resolve());
      return server.abilities();
    });
    connection.listen();
  });
}

/** Returns the language that an editor is in; undefined if it doesn't say. */
function localeOf(named: string | undefined): Locale | undefined {
  if (named === undefined || named === '') return undefined;
  return /^zh/i.test(named) ? 'zh-CN' : 'en';
}

type Connection = ReturnType<typeof createConnection>;

class Server {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly plans = new Map<string, Plan>();
  private readonly io: Io;
  private readonly files: OpenFiles;
  private readonly thread: JudgingThread;
  private readonly preview: Preview;
  /** True if the editor takes edits of a certain version of a document. */
  private readonly versioned: boolean;
  /** Options of a plan that wasn't judged yet. */
  private readonly unjudged: LintOptions;
  /** Marks by the URI of their file, and there by their plan: two plans may share a file. */
  private readonly marks = new Map<string, Map<string, readonly Marked[]>>();

  constructor(
    private readonly connection: Connection,
    private readonly params: InitializeParams,
    flags: ThreadData['flags'],
    private readonly locale: Locale,
  ) {
    const root = rootOf(params) ?? process.cwd();
    const world = processIo(root);
    this.files = new OpenFiles(root, world);
    this.io = this.files.io;
    this.versioned = params.capabilities.workspace?.workspaceEdit?.documentChanges === true;
    this.unjudged = { today: world.today() };
    const data = { root, flags, locale, versioned: this.versioned };
    const script = new URL('./lsp-worker.js', import.meta.url);
    this.thread = new JudgingThread(data, script, (fault) => this.onFault(fault));
    this.preview = new Preview(connection, this.files, flags, locale);
  }

  abilities(): InitializeResult {
    return {
      serverInfo: { name: 'sitecam', version: version() },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        completionProvider: { triggerCharacters: [...' :"\'-[{,/>'] },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL], resolveProvider: true },
        workspace: { workspaceFolders: { supported: true } },
      },
    };
  }

  listen(): void {
    const { connection, documents } = this;
    documents.onDidChangeContent(({ document }) => this.changed(document));
    documents.onDidClose(({ document }) => this.closed(document));
    documents.listen(connection);
    connection.onInitialized(() => this.watch());
    connection.onDidChangeWatchedFiles(({ changes }) => this.changedOnDisk(changes.map(({ uri }) => uri)));
    connection.onCodeAction(async ({ textDocument: { uri }, range, context: { only } }) => {
      const [path, plan] = [this.pathOf(uri), this.planOf(uri)];
      if (plan === undefined) return [];
      await this.plans.get(plan)?.judged;
      if (only?.some((kind) => isWithin(FIX_ALL, kind)) === true && !only.some((kind) => isWithin('quickfix', kind))) {
        const action = await this.thread.ask<'fixAll'>({ ask: 'fixAll', plan });
        return action === undefined ? [] : [action];
      }
      return (await this.thread.ask<'actions'>({ ask: 'actions', plan, path, range })) ?? [];
    });
    connection.onCodeActionResolve(async (action) => {
      const search = action.data as FixSearch | undefined;
      if (search === undefined) return action;
      const found = await this.thread.ask<'fix'>({ ask: 'fix', plan: search.plan, search });
      if (found === undefined) return action;
      if ('action' in found) return { ...action, ...found.action };
      this.say(MessageType.Info, found.none);
      return action;
    });
    this.answer();
    connection.onRequest('sitecam/preview', ({ uri }: { uri: string }) => {
      const plan = this.planOf(uri);
      return plan === undefined ? null : this.preview.open(plan);
    });
    connection.onNotification('sitecam/select', ({ uri, position }: { uri: string; position: Position }) => {
      const plan = this.planOf(uri);
      if (plan !== undefined) this.preview.select(plan, this.pathOf(uri), position);
    });
    connection.onShutdown(async () => {
      this.preview.close();
      await this.thread.close();
    });
  }

  /** Answers what needs the text alone, without waiting for what is judged. */
  private answer(): void {
    const { connection, locale } = this;
    const snippets = this.params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    connection.onCompletion(({ textDocument: { uri }, position }) => {
      const open = this.openPlan(uri);
      return open === undefined ? null : completionsAt(open, this.pathOf(uri), position, locale, { snippets });
    });
    connection.onHover(async ({ textDocument: { uri }, position }) => {
      const plan = this.planOf(uri);
      if (plan === undefined) return null;
      return (await this.thread.ask<'hover'>({ ask: 'hover', plan, path: this.pathOf(uri), position })) ?? null;
    });
    connection.onDefinition(({ textDocument: { uri }, position }) => {
      const open = this.openPlan(uri);
      return open === undefined ? null : this.locations(definitionsAt(open, this.pathOf(uri), position));
    });
    connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }) => {
      const open = this.openPlan(uri);
      if (open === undefined) return null;
      return this.locations(referencesAt(open, this.pathOf(uri), position, includeDeclaration));
    });
    connection.onPrepareRename(({ textDocument: { uri }, position }) => {
      const open = this.openPlan(uri);
      const range = open && prepareRename(open, this.pathOf(uri), position);
      if (range !== undefined && 'refused' in range) return this.refuse(range.refused);
      return range ?? null;
    });
    connection.onRenameRequest(({ textDocument: { uri }, position, newName }) => {
      const open = this.openPlan(uri);
      const renamed = open && renameAt(open, this.pathOf(uri), position, newName);
      if (open === undefined || renamed === undefined) return null;
      if ('refused' in renamed) return this.refuse(renamed.refused);
      const files = [...open.files, ...(open.others ?? [])];
      return this.files.editOf({ files }, renamed.edits, this.versioned);
    });
    connection.onDocumentSymbol(({ textDocument: { uri } }) => {
      const file = this.sourceOf(uri);
      return file === undefined ? null : symbolsOf(file, locale);
    });
    connection.onFoldingRanges(({ textDocument: { uri } }) => {
      const file = this.sourceOf(uri);
      return file === undefined ? null : foldsOf(file);
    });
  }

  private locations(all: readonly LocationOf[]): Location[] {
    return all.map(({ path, range }) => ({ uri: this.files.uriOf(path), range }));
  }

  private refuse(reason: Localized): ResponseError<void> {
    return new ResponseError(LSPErrorCodes.RequestFailed, plainText(render(reason, this.locale)));
  }

  /** Returns the plan that a document is, or is part of, with all its files as they stand. */
  private openPlan(uri: string): OpenPlan | undefined {
    const plan = this.planOf(uri);
    if (plan === undefined) return undefined;
    const known = this.plans.get(plan);
    const named = [...(known?.reads ?? [])].map((path) => this.io.shown(path)).filter(isSitecamFile);
    return this.files.plan(plan, known?.options ?? this.unjudged, named);
  }

  /** Returns a document of a plan as it stands. */
  private sourceOf(uri: string): SourceFile | undefined {
    const path = this.pathOf(uri);
    return this.openPlan(uri)?.files.find((file) => file.path === path);
  }

  /** Asks the editor to tell of changes on the disk, if it can. */
  private async watch(): Promise<void> {
    if (this.params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true) return;
    const watchers = [{ globPattern: '**/*.{yaml,yml,json,geojson}' }];
    await this.connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers })
      .catch((error: unknown) => this.connection.console.warn(String(error)));
  }

  private changed(document: TextDocument): void {
    const { uri, version: of } = document;
    const path = this.pathOf(uri);
    const text = document.getText();
    const isNew = this.files.at(path) === undefined;
    const open = { path, uri, version: of, text };
    this.files.take(open);
    this.thread.take(open);
    const plan = this.planOf(uri);
    if (plan !== undefined && !this.plans.has(plan)) {
      this.plans.set(plan, {
        turn: 0,
        reads: new Set(),
        marked: [],
        options: undefined,
        judged: Promise.resolve(),
      });
      this.judgeSoon(plan, 0);
      return;
    }
    for (const one of this.restingOn(path)) this.judgeSoon(one, isNew ? 0 : PAUSE);
  }

  private closed({ uri }: TextDocument): void {
    const path = this.pathOf(uri);
    const resting = this.restingOn(path);
    const document = { path, uri, version: 0, text: undefined };
    this.files.take(document);
    this.thread.take(document);
    const open = new Set([...this.files.all()].flatMap((one) => this.planOf(one.uri) ?? []));
    for (const plan of [...this.plans.keys()].filter((one) => !open.has(one))) this.forget(plan);
    for (const plan of resting) if (this.plans.has(plan)) this.judgeSoon(plan, PAUSE);
  }

  private forget(plan: string): void {
    const known = this.plans.get(plan);
    this.thread.callOff(plan);
    this.plans.delete(plan);
    this.preview.forget(plan);
    void this.thread.ask<'forget'>({ ask: 'forget', plan });
    this.tell(plan, known?.marked ?? [], new Map());
  }

  private changedOnDisk(uris: readonly string[]): void {
    const changed = new Set(uris.map((uri) => this.io.absolute(this.pathOf(uri))));
    for (const [plan, { reads }] of this.plans) {
      // A file that appears may be the configuration that wasn't there.
      if ([...changed].some((path) => reads.has(path) && this.files.at(path) === undefined))
        this.judgeSoon(plan, PAUSE);
    }
    this.preview.look();
  }

  /** Returns the plans whose verdicts rest on the file at a path. */
  private restingOn(path: string): string[] {
    const absolute = this.io.absolute(path);
    return [...this.plans].flatMap(([plan, { reads }]) => (plan === path || reads.has(absolute) ? [plan] : []));
  }

  /** Judges a plan at once, and tells its marks when nothing has changed for `pause` ms: while somebody types, they stay. */
  private judgeSoon(plan: string, pause: number): void {
    const known = this.plans.get(plan);
    if (known === undefined) return;
    this.thread.callOff(plan);
    known.turn += 1;
    const { turn } = known;
    const quiet = new Promise<void>((resolve) => setTimeout(resolve, pause));
    known.judged = this.judge(plan)
      .then(async (judgement) => {
        if (judgement?.options !== undefined) known.options = fromPortableOptions(judgement.options);
        await quiet;
        // What was judged has changed meanwhile, and is judged again.
        if (judgement !== undefined && known.turn === turn && this.plans.get(plan) === known) {
          this.take(plan, known, judgement);
        }
      })
      .catch((error: unknown) => this.onFault(String(error)));
    this.preview.look();
  }

  private async judge(plan: string): Promise<Judgement | undefined> {
    const progress = this.progressOf(plan);
    try {
      return await this.thread.ask<'judge'>({ ask: 'judge', plan });
    } finally {
      progress();
    }
  }

  private take(plan: string, known: Plan, { marks, headline, ok, reads }: Judgement): void {
    known.reads = new Set(reads);
    const before = known.marked;
    known.marked = marks.map(([path]) => path);
    // An open file of the plan in which nothing is found is told so.
    const clean = [...this.files.all()].flatMap(({ path }) =>
      known.reads.has(this.io.absolute(path)) ? [[path, []] as const] : [],
    );
    this.tell(plan, before, new Map([...clean, ...marks]));
    const uri = this.files.uriOf(plan);
    void this.connection.sendNotification('sitecam/judged', { uri, ok, headline });
  }

  /** Shows that judging goes on, once it has for a while. Returns what ends that. */
  private progressOf(plan: string): () => void {
    if (this.params.capabilities.window?.workDoneProgress !== true) return () => {};
    let isOver = false;
    let end = (): void => {};
    const timer = setTimeout(async () => {
      const progress = await this.connection.window.createWorkDoneProgress().catch(() => undefined);
      if (isOver || progress === undefined) return;
      progress.begin('sitecam', undefined, render(t.judging({ plan: verbatim(plan) }), this.locale));
      end = () => progress.done();
    }, LONG);
    return () => {
      isOver = true;
      clearTimeout(timer);
      end();
    };
  }

  /** Tells the editor the marks of a plan, and of the files that had some before. */
  private tell(plan: string, before: readonly string[], now: ReadonlyMap<string, readonly Marked[]>): void {
    for (const path of new Set([...before, ...now.keys()])) {
      const uri = this.files.uriOf(path);
      const byPlan = this.marks.get(uri) ?? new Map<string, readonly Marked[]>();
      this.marks.set(uri, byPlan);
      const own = now.get(path);
      if (own === undefined) byPlan.delete(plan);
      else byPlan.set(plan, own);
      const version = this.files.at(path)?.version;
      const diagnostics = [...byPlan.values()].flat();
      void this.connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
      if (byPlan.size === 0) this.marks.delete(uri);
    }
  }

  /** Returns the path of a document as people see it. One that is in no file yet stands in the root. */
  private pathOf(uri: string): string {
    const file = uri.startsWith('file:') ? attempt(() => fileURLToPath(uri)) : undefined;
    if (file !== undefined) return this.io.shown(file);
    const name = decodeURIComponent(uri.replace(/^.*[:/]/, ''));
    return PLAN_ENDING.test(name) ? name : `${name}.yaml`;
  }

  /** Returns the path of the plan that a document is, or is part of; undefined if it has to do with none. */
  private planOf(uri: string): string | undefined {
    const path = this.pathOf(uri);
    if (this.plans.has(path)) return path;
    if (isSitecamFile(path)) return undefined;
    if (isNamedPlan(path)) return path;
    const [known] = this.restingOn(path);
    if (known !== undefined) return known;
    const text = this.files.at(path)?.text ?? '';
    if (namesFormat(text) && guessFile(new TextEncoder().encode(text)) === 'plan') return path;
    return this.besides(path);
  }

  /** Returns a plan in the folder of a file, or in the one above, that refers to it. */
  private besides(path: string): string | undefined {
    const folder = parentOf(path);
    for (const one of [folder, parentOf(folder)]) {
      const entries = this.io.list(one === '' ? '.' : one) ?? [];
      const names = entries.filter(
        ({ name, kind }) => kind === 'file' && PLAN_ENDING.test(name) && !isSitecamFile(name),
      );
      for (const { name } of names.slice(0, MOST_BESIDES)) {
        const plan = one === '' ? name : `${one}/${name}`;
        const bytes = attempt(() => this.io.peek(plan));
        if (bytes === undefined || !referencesOf(plan, bytes).includes(path)) continue;
        if (guessFile(bytes) === 'plan') return plan;
      }
      if (one === '') return undefined;
    }
    return undefined;
  }

  private onFault(fault: string): void {
    this.connection.console.error(fault);
    this.say(MessageType.Error, render(t.fault, this.locale));
  }

  private say(type: MessageType, message: string): void {
    void this.connection.sendNotification(ShowMessageNotification.type, { type, message });
  }
}

type Marked = Parameters<Connection['sendDiagnostics']>[0]['diagnostics'][number];

/** Most files beside a file that are looked at for the plan that refers to it. */
const MOST_BESIDES = 50;

/** Characters at the start of a text in which a plan names its format. */
const HEAD = 4096;

/** True if a text may be a plan: it names the format. An empty one, which counts as a plan elsewhere, is none here. */
function namesFormat(text: string): boolean {
  return /(?:^|[\n{,])\s*(?:sitecam|"sitecam"|'sitecam')\s*[:：]/.test(text.slice(0, HEAD));
}

function parentOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

function isWithin(kind: string, asked: string): boolean {
  return kind === asked || kind.startsWith(`${asked}.`);
}

function rootOf({ workspaceFolders, rootUri }: InitializeParams): string | undefined {
  const uri = workspaceFolders?.[0]?.uri ?? rootUri ?? undefined;
  // Some editors name a folder that is no address of a file, such as file://. for the one they stand in.
  return uri?.startsWith('file:') === true ? attempt(() => fileURLToPath(uri)) : undefined;
}
