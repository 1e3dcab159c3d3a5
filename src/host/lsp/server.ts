// The language server. This thread holds the connection, the documents and the marks that the editor was told, and answers
// what the text alone says (answers.ts). A second thread judges (thread.ts asks it, judge.ts runs there): it is given each
// document as it stands, and called off when one changes. A run that rests on something that has changed since is never told.
import { fileURLToPath } from 'node:url';
import type { Diagnostic, InitializeParams, InitializeResult } from 'vscode-languageserver';
import {
  createConnection,
  DidChangeWatchedFilesNotification,
  MessageType,
  ProposedFeatures,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FIX_ALL, type OpenPlan } from '../../editor/index.js';
import { type Locale, type Localized, render, verbatim } from '../../i18n/locale.js';
import { fromPortableOptions } from '../../lint/support/portable.js';
import type { LintOptions } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import { attempt } from '../files/refusal.js';
import { type Io, processIo } from '../io.js';
import { version } from '../package.js';
import { answerRequests } from './answers.js';
import { DiskWatch } from './disk-watch.js';
import type { Judgement, ThreadData } from './messages.js';
import { OpenFiles } from './open-files.js';
import { withParamsGiven } from './params.js';
import { Preview } from './preview.js';
import { PublishedMarks } from './published-marks.js';
import { pathOf, Recognition } from './recognise.js';
import { serverTexts as t } from './texts.js';
import { JudgingThread } from './thread.js';

/** Settings with which a language server is started. */
export interface LspOptions {
  readonly flags: ThreadData['flags'];
  /** Language of what it says; undefined: the editor's own. */
  readonly locale: Locale | undefined;
  /** Language if the editor names none. */
  readonly usual: Locale;
}

/** Pause after a change before marks are told, ms. */
const PAUSE = 120;

/** Pause after which nobody is typing, ms. */
const IDLE = 2000;

/** A run that takes longer shows its progress, ms. */
const PROGRESS_AFTER = 1000;

/** Serves an editor on standard input and output until it ends the connection. */
export function serveEditor({ flags, locale, usual }: LspOptions): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout, {
    messageStrategy: { handleMessage: (message, next) => next(withParamsGiven(message)) },
  });
  return new Promise((resolve) => {
    connection.onInitialize((params): InitializeResult => {
      const server = new LanguageServer(connection, params, flags, locale ?? localeOf(params.locale) ?? usual);
      server.listen();
      connection.onExit(() => resolve());
      return ABILITIES;
    });
    connection.listen();
  });
}

const ABILITIES: InitializeResult = {
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

/** Returns the language that an editor is in; undefined if it doesn't say. */
function localeOf(named: string | undefined): Locale | undefined {
  if (named === undefined || named === '') return undefined;
  return /^zh/i.test(named) ? 'zh-CN' : 'en';
}

/** A connection to an editor. */
export type Connection = ReturnType<typeof createConnection>;

/** A plan that is open, or that an open file belongs to. */
interface PlanState {
  /** Counts what it was to be judged for: an answer to an earlier one is of no use. */
  turn: number;
  /** Absolute paths of all that its verdicts rest on; empty until it was judged. */
  reads: ReadonlySet<string>;
  /** Paths of the files that name what is in it. */
  named: readonly string[];
  options: LintOptions | undefined;
  /** Resolves when it has been judged as it is now. */
  judged: Promise<void>;
  /** True once the user was told that sitecam failed on it. */
  hasFailed: boolean;
}

/** A language server for one editor: takes its messages, has plans judged, and publishes diagnostics. */
export class LanguageServer {
  readonly files: OpenFiles;
  readonly thread: JudgingThread;
  readonly preview: Preview;
  private readonly documents = new TextDocuments(TextDocument);
  private readonly plans = new Map<string, PlanState>();
  private readonly io: Io;
  private readonly marks: PublishedMarks;
  private readonly recognition: Recognition;
  private readonly disk: DiskWatch;
  /** Options of a plan that wasn't judged yet. */
  private readonly unjudged: LintOptions;
  /** Counts changes; `changedAt` has the count of the last one of each file, by its absolute path. */
  private clock = 0;
  private readonly changedAt = new Map<string, number>();
  /** True if the editor takes edits of a certain version of a document. */
  readonly versioned: boolean;

  constructor(
    readonly connection: Connection,
    readonly params: InitializeParams,
    flags: ThreadData['flags'],
    readonly locale: Locale,
  ) {
    const root = rootOf(params) ?? process.cwd();
    this.files = new OpenFiles(root, processIo(root));
    this.io = this.files.io;
    this.versioned = params.capabilities.workspace?.workspaceEdit?.documentChanges === true;
    const data = { root, flags, locale, versioned: this.versioned };
    this.thread = new JudgingThread(data, new URL('./lsp-worker.js', import.meta.url), (fault) =>
      connection.console.error(fault),
    );
    const canEdit = params.capabilities.workspace?.applyEdit === true;
    this.unjudged = { today: this.files.world.today() };
    const openPlan = (plan: string) => this.openPlan(plan);
    this.preview = new Preview(connection, this.files, { flags, locale, versioned: this.versioned, canEdit, openPlan });
    this.marks = new PublishedMarks(this.files, (marks) => void connection.sendDiagnostics(marks));
    this.recognition = new Recognition(this.files);
    this.disk = new DiskWatch(this.io, (path) => this.changedOnDisk([path]));
  }

  listen(): void {
    const { connection, documents } = this;
    documents.onDidChangeContent(({ document }) => this.changed(document));
    documents.onDidClose(({ document: { uri } }) => this.closed(uri));
    documents.listen(connection);
    answerRequests(this);
    connection.onInitialized(() => {
      if (this.editorWatches()) {
        const watchers = [{ globPattern: '**/*.{yaml,yml,json,geojson}' }];
        connection.client
          .register(DidChangeWatchedFilesNotification.type, { watchers })
          .catch((error: unknown) => connection.console.warn(String(error)));
      }
      this.judgeAtMidnight();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
      const paths = changes.flatMap(({ uri }) => pathOf(uri, this.files) ?? []);
      this.changedOnDisk(paths.map((path) => this.io.absolute(path)));
    });
    connection.onShutdown(async () => {
      this.preview.close();
      this.disk.close();
      await this.thread.close();
    });
  }

  /** Returns the path of the plan that a document is, or belongs to; undefined if it has to do with none. */
  planOf(path: string): string | undefined {
    if (this.plans.has(path) || this.recognition.isPlan(path)) return path;
    const [known] = this.restingOn(path);
    return known ?? this.recognition.planReferringTo(path);
  }

  /** Returns the plan that a document belongs to, with all its files as they stand. */
  openPlan(path: string): OpenPlan | undefined {
    const plan = this.planOf(path);
    if (plan === undefined) return undefined;
    const known = this.plans.get(plan);
    return this.files.plan(plan, known?.options ?? this.unjudged, known?.named);
  }

  /** Resolves when a plan has been judged as it is now. */
  async judged(plan: string): Promise<void> {
    for (let waited: Promise<void> | undefined; waited !== this.plans.get(plan)?.judged; ) {
      waited = this.plans.get(plan)?.judged;
      await waited;
    }
  }

  /** Shows the user a sentence. */
  say(type: MessageType, message: Localized): void {
    const text = plainText(render(message, this.locale));
    void this.connection.sendNotification(ShowMessageNotification.type, { type, message: text });
  }

  private changed(changed: TextDocument): void {
    const { uri, version: of } = changed;
    const path = pathOf(uri, this.files);
    if (path === undefined) return;
    const isNew = this.files.at(path) === undefined;
    const document = { path, uri, version: of, text: changed.getText() };
    this.files.setDocument(document);
    this.thread.setDocument(document);
    this.note(this.io.absolute(path));
    if (isNew) {
      this.recognition.forgetOwners();
      this.marks.rename(path);
    }
    const plan = this.planOf(path);
    if (plan !== undefined && !this.plans.has(plan)) {
      const state = { turn: 0, reads: new Set<string>(), named: [], options: undefined, hasFailed: false };
      this.plans.set(plan, { ...state, judged: Promise.resolve() });
      this.judgeSoon(plan, 0);
      return;
    }
    for (const one of this.restingOn(path)) this.judgeSoon(one, isNew ? 0 : PAUSE);
  }

  private closed(uri: string): void {
    const path = pathOf(uri, this.files);
    if (path === undefined) return;
    const resting = this.restingOn(path);
    const document = { path, uri, version: 0, text: undefined };
    this.files.setDocument(document);
    this.thread.setDocument(document);
    this.note(this.io.absolute(path));
    this.recognition.forgetOwners();
    this.marks.rename(path);
    const open = new Set([...this.files.all()].flatMap((one) => this.planOf(one.path) ?? []));
    for (const plan of [...this.plans.keys()].filter((one) => !open.has(one))) this.forget(plan);
    for (const plan of resting) if (this.plans.has(plan)) this.judgeSoon(plan, PAUSE);
  }

  private forget(plan: string): void {
    this.thread.callOff(plan);
    this.plans.delete(plan);
    this.preview.forget(plan);
    this.files.forget(plan);
    void this.thread.ask<'forget'>({ ask: 'forget', plan });
    this.marks.set(plan, new Map());
  }

  /** @param paths absolute */
  private changedOnDisk(paths: readonly string[]): void {
    const changed = paths.filter((path) => this.files.at(path) === undefined);
    for (const path of changed) this.note(path);
    this.recognition.forgetOwners();
    for (const [plan, { reads }] of this.plans) {
      // A file that appears may be the configuration that wasn't there.
      if (changed.some((path) => reads.has(path))) this.judgeSoon(plan, PAUSE);
    }
    this.preview.look();
  }

  private note(absolute: string): void {
    this.clock += 1;
    this.changedAt.set(absolute, this.clock);
  }

  /** Returns the plans whose verdicts rest on the file at a path. */
  private restingOn(path: string): string[] {
    const absolute = this.io.absolute(path);
    return [...this.plans].flatMap(([plan, { reads }]) => (plan === path || reads.has(absolute) ? [plan] : []));
  }

  /** Judges a plan at once, and tells its marks when nothing has changed for `pause` ms: while somebody types, they stay. */
  private judgeSoon(plan: string, pause: number): void {
    const state = this.plans.get(plan);
    if (state === undefined) return;
    this.thread.callOff(plan);
    state.turn += 1;
    const { turn } = state;
    const asked = this.clock;
    const isUseless = () => state.turn !== turn || this.plans.get(plan) !== state;
    const quiet = new Promise<void>((resolve) => setTimeout(resolve, pause));
    const endProgress = this.showProgress(plan);
    const judging = async (): Promise<void> => {
      const outcome = await this.thread.ask<'judge'>({ ask: 'judge', plan });
      endProgress();
      if (outcome.is === 'answered' && outcome.value.options !== undefined) {
        state.options = fromPortableOptions(outcome.value.options);
      }
      await quiet;
      if (isUseless()) return;
      if (outcome.is === 'failed') return this.tellFailure(plan, state);
      if (outcome.is === 'calledOff') return;
      const { reads } = outcome.value;
      state.reads = new Set(reads);
      // Only now is it known what the plan rests on; some of it may have changed since it was read.
      if (reads.some((path) => (this.changedAt.get(path) ?? 0) > asked)) return this.judgeSoon(plan, 0);
      this.publish(plan, state, outcome.value);
    };
    state.judged = judging().catch((error: unknown) => this.connection.console.error(String(error)));
    this.preview.look();
  }

  private publish(plan: string, state: PlanState, { marks, headline, ok, named }: Judgement): void {
    state.named = named;
    state.hasFailed = false;
    // [] for open files in which nothing is found, so that the editor knows.
    const clean = [...this.files.all()].flatMap(({ path }) =>
      state.reads.has(this.io.absolute(path)) ? [[path, []] as const] : [],
    );
    this.marks.set(plan, new Map<string, readonly Diagnostic[]>([...clean, ...marks]));
    this.sendVerdict(plan, ok, headline);
    const { turn } = state;
    setTimeout(() => {
      if (state.turn === turn && this.plans.get(plan) === state) void this.thread.ask<'renew'>({ ask: 'renew', plan });
    }, IDLE).unref();
    if (!this.editorWatches()) this.disk.watch([...this.plans.values()].flatMap(({ reads }) => [...reads]));
  }

  /** A plan that sitecam fails on must not go on showing what was found before. */
  private tellFailure(plan: string, state: PlanState): void {
    const message = plainText(render(t.fault, this.locale));
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    this.marks.set(plan, new Map([[plan, [{ range, severity: 1, source: 'sitecam', message }]]]));
    this.sendVerdict(plan, false, message);
    if (!state.hasFailed) this.say(MessageType.Error, t.fault);
    state.hasFailed = true;
  }

  private sendVerdict(plan: string, ok: boolean, headline: string): void {
    const [uri, of] = [this.files.uriOf(plan), this.files.at(plan)?.version];
    void this.connection.sendNotification('sitecam/judged', { uri, ok, headline, version: of ?? null });
  }

  /** Shows that a run goes on, once it takes long. Returns what ends that. */
  private showProgress(plan: string): () => void {
    if (this.params.capabilities.window?.workDoneProgress !== true) return () => {};
    let isOver = false;
    let end = (): void => {};
    const timer = setTimeout(async () => {
      const progress = await this.connection.window.createWorkDoneProgress().catch(() => undefined);
      if (isOver || progress === undefined) return;
      progress.begin('sitecam', undefined, render(t.judging({ plan: verbatim(plan) }), this.locale));
      end = () => progress.done();
    }, PROGRESS_AFTER);
    return () => {
      isOver = true;
      clearTimeout(timer);
      end();
    };
  }

  private editorWatches(): boolean {
    return this.params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  /** Judges all plans when the day changes: waivers end then, and laws come into force. */
  private judgeAtMidnight(): void {
    const now = new Date();
    const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 0, 0, 1);
    const timer = setTimeout(() => {
      for (const plan of this.plans.keys()) this.judgeSoon(plan, 0);
      this.judgeAtMidnight();
    }, next.getTime() - now.getTime());
    timer.unref();
  }
}

function rootOf({ workspaceFolders, rootUri }: InitializeParams): string | undefined {
  const uri = workspaceFolders?.[0]?.uri ?? rootUri ?? undefined;
  // Some editors name a folder that is no address of a file, such as file://. for the one they stand in.
  return uri?.startsWith('file:') === true ? attempt(() => fileURLToPath(uri)) : undefined;
}
