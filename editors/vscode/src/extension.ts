// The extension of VS Code: finds sitecam, runs its language server, and shows the live page beside the text.
import { type ExecFileException, execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions, State, TransportKind } from 'vscode-languageclient/node';

/** The oldest version of sitecam that has a language server. */
const LEAST = [0, 2, 0] as const;

/** What the server says of a plan that it judged. */
interface Judged {
  readonly uri: string;
  /** Version of the document that was judged; null if it isn't open. */
  readonly version: number | null;
  readonly ok: boolean;
  readonly headline: string;
}

/** A sitecam that was found: how to run it, and where it is. */
interface Found {
  readonly run: ServerOptions;
  readonly where: string;
}

const isChinese = vscode.env.language.startsWith('zh');
const say = (zh: string, en: string): string => (isChinese ? zh : en);

let client: LanguageClient | undefined;
const verdicts = new Map<string, Judged>();
const previews = new Map<string, vscode.WebviewPanel>();

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const status = vscode.window.createStatusBarItem('sitecam.verdict', vscode.StatusBarAlignment.Left);
  status.name = 'sitecam';
  status.command = 'sitecam.preview';
  context.subscriptions.push(
    status,
    vscode.commands.registerCommand('sitecam.restart', () => start(context, status)),
    vscode.commands.registerCommand('sitecam.preview', () => preview(false)),
    vscode.commands.registerCommand('sitecam.openInBrowser', () => preview(true)),
    vscode.window.onDidChangeActiveTextEditor(() => showVerdict(status)),
    vscode.workspace.onDidChangeTextDocument(() => showVerdict(status)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => verdicts.delete(uri.toString())),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [first] }) => {
      if (previews.size === 0 || first === undefined) return;
      const { uri } = textEditor.document;
      void client?.sendNotification('sitecam/select', { uri: uri.toString(), position: first.active });
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('sitecam')) void start(context, status);
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => start(context, status)),
  );
  await start(context, status);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** The start that is going on, or the last one. */
let starting: Promise<void> = Promise.resolve();

/** Starts the server, in place of one that runs; one start after the other. */
function start(context: vscode.ExtensionContext, status: vscode.StatusBarItem): Promise<void> {
  starting = starting
    .then(() => startOnce(context, status))
    .catch((error: unknown) => {
      void vscode.window.showErrorMessage(`sitecam: ${error instanceof Error ? error.message : String(error)}`);
    });
  return starting;
}

async function startOnce(context: vscode.ExtensionContext, status: vscode.StatusBarItem): Promise<void> {
  for (const panel of previews.values()) panel.dispose();
  await client?.stop().catch(() => {});
  verdicts.clear();
  const { run, where } = await find(context);
  const languages = ['yaml', 'json', 'jsonc', 'geojson'];
  const started = new LanguageClient('sitecam', 'sitecam', run, {
    documentSelector: languages.flatMap((language) => ['file', 'untitled'].map((scheme) => ({ language, scheme }))),
    outputChannelName: 'sitecam',
  });
  client = started;
  started.onNotification('sitecam/judged', (judged: Judged) => {
    verdicts.set(vscode.Uri.parse(judged.uri).toString(), judged);
    showVerdict(status);
  });
  // A verdict of a server that is gone is none.
  started.onDidChangeState(({ newState }) => {
    if (newState === State.Running) return;
    verdicts.clear();
    showVerdict(status);
  });
  await started.start();
  started.outputChannel.appendLine(where);
}

/** Shows the verdict on the plan that is being edited; while its text is being judged, only that it is. */
function showVerdict(status: vscode.StatusBarItem): void {
  const document = vscode.window.activeTextEditor?.document;
  const judged = document && verdicts.get(document.uri.toString());
  void vscode.commands.executeCommand('setContext', 'sitecam.isPlan', judged !== undefined);
  if (document === undefined || judged === undefined) {
    status.hide();
    return;
  }
  const isCurrent = judged.version === document.version;
  const icon = judged.ok ? 'device-camera-video' : 'error';
  status.text = isCurrent ? `$(${icon}) ${short(judged.headline)}` : `$(sync~spin) sitecam`;
  status.tooltip = isCurrent ? judged.headline : say('正在审查', 'being judged');
  status.show();
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Returns the sitecam to run: of the settings, the workspace, the PATH, else the one in this extension. */
async function find(context: vscode.ExtensionContext): Promise<Found> {
  const own = join(context.extensionPath, 'server', 'bin', 'sitecam.js');
  const settings = vscode.workspace.getConfiguration('sitecam');
  const args = ['lsp', '--stdio', ...settings.get<string[]>('arguments', [])];
  // A workspace that nobody trusts must not say what is run.
  if (!vscode.workspace.isTrusted) return { run: module(own, ['lsp', '--stdio']), where: own };
  const path = settings.get<string>('path', '');
  if (path !== '') return { run: path.endsWith('.js') ? module(path, args) : command(path, args), where: path };
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const folder = join(uri.fsPath, 'node_modules', 'sitecam-lint');
    const script = join(folder, 'bin', 'sitecam.js');
    if (existsSync(script) && isNewEnough(versionIn(folder))) return { run: module(script, args), where: script };
  }
  const installed = await versionOnPath();
  if (isNewEnough(installed)) return { run: command('sitecam', args), where: `sitecam ${installed}` };
  return { run: module(own, args), where: own };
}

/** Runs a script by the editor's own Node.js, so that nobody needs to install one. */
function module(script: string, args: string[]): ServerOptions {
  return { module: script, args, transport: TransportKind.stdio };
}

function command(program: string, args: string[]): ServerOptions {
  return { command: program, args, transport: TransportKind.stdio, options: { shell: process.platform === 'win32' } };
}

function versionIn(folder: string): string {
  try {
    return String(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version);
  } catch {
    return '';
  }
}

function versionOnPath(): Promise<string> {
  return new Promise((resolve) => {
    const options = { timeout: 5000, shell: process.platform === 'win32' };
    execFile('sitecam', ['--version'], options, (error: ExecFileException | null, out: string) =>
      resolve(error === null ? out.trim() : ''),
    );
  });
}

function isNewEnough(version: string): boolean {
  const parts = /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number);
  if (parts === undefined) return false;
  const at = LEAST.findIndex((least, n) => parts[n] !== least);
  return at === -1 || parts[at] > LEAST[at];
}

/** Shows the plan that is being edited on its live page. */
async function preview(inBrowser: boolean): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || client === undefined) return;
  const uri = document.uri.toString();
  const page = await client.sendRequest<{ url: string } | null>('sitecam/preview', { uri });
  if (page === null) {
    void vscode.window.showInformationMessage(
      say('此文件不是sitecam的设计图，也不属于任何一份。', 'This file is no plan of sitecam, nor part of one.'),
    );
    return;
  }
  const address = await vscode.env.asExternalUri(vscode.Uri.parse(page.url));
  if (inBrowser) {
    await vscode.env.openExternal(address);
    return;
  }
  const open = previews.get(page.url);
  if (open !== undefined) return open.reveal(undefined, true);
  const title = say('平面图', 'Drawing');
  const panel = vscode.window.createWebviewPanel(
    'sitecam.preview',
    `${title} ${document.fileName.replace(/^.*[\\/]/, '')}`,
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    { enableScripts: true, retainContextWhenHidden: true },
  );
  previews.set(page.url, panel);
  panel.onDidDispose(() => previews.delete(page.url));
  panel.webview.html = frameOf(address.toString(true), title);
}

/** Returns the page around the live page, which may show nothing else. */
function frameOf(address: string, title: string): string {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; frame-src ${new URL(address).origin}; style-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}">html, body, iframe { border: 0; height: 100%; margin: 0; padding: 0; width: 100%; }</style>
<title>${title}</title>
</head>
<body><iframe src="${address}" title="${title}"></iframe></body>
</html>
`;
}
