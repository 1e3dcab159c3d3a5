// The YAML language server that editors use, spoken to over its standard streams.
import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { CompletionItem, CompletionList, Diagnostic, Hover, Position } from 'vscode-languageserver-types';

/** A running server that checks every YAML text by one schema. It asks nothing of a network. */
export class YamlServer {
  private readonly waiting = new Map<string, (found: readonly Diagnostic[]) => void>();

  private constructor(
    private readonly process: ChildProcess,
    private readonly connection: MessageConnection,
  ) {}

  /** Starts a server. `schema` is the path of the schema for all texts without a `$schema` line. */
  static async start(schema: string): Promise<YamlServer> {
    const process = spawn(globalThis.process.execPath, [
      join(
        dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json')),
        'bin/yaml-language-server',
      ),
      '--stdio',
    ]);
    const connection = createMessageConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    );
    const server = new YamlServer(process, connection);
    const yaml = {
      validate: true,
      completion: true,
      hover: true,
      schemaStore: { enable: false },
      schemas: { [pathToFileURL(schema).href]: ['*.yaml'] },
    };
    connection.onRequest(
      'workspace/configuration',
      ({ items }: { readonly items: readonly { readonly section: string }[] }) =>
        items.map(({ section }) => (section === 'yaml' ? yaml : {})),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { readonly uri: string; readonly diagnostics: readonly Diagnostic[] }) => {
        server.waiting.get(uri)?.(diagnostics);
      },
    );
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
          hover: { contentFormat: ['markdown'] },
        },
      },
    });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml } });
    return server;
  }

  /** Opens a text as the file at `path`, and returns what the server says of it. */
  async open(path: string, text: string): Promise<readonly Diagnostic[]> {
    const uri = pathToFileURL(path).href;
    const told = new Promise<readonly Diagnostic[]>((resolve) => this.waiting.set(uri, resolve));
    const textDocument = { uri, languageId: 'yaml', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
    return told;
  }

  /** Returns what the server offers to write at a position of an open text. */
  async completions(path: string, position: Position): Promise<readonly CompletionItem[]> {
    const textDocument = { uri: pathToFileURL(path).href };
    const list: CompletionList | null = await this.connection.sendRequest('textDocument/completion', {
      textDocument,
      position,
    });
    return list?.items ?? [];
  }

  /** Returns what the server says of a word of an open text. */
  async hover(path: string, position: Position): Promise<Hover | null> {
    const textDocument = { uri: pathToFileURL(path).href };
    return this.connection.sendRequest('textDocument/hover', { textDocument, position });
  }

  /** Ends the server. */
  stop(): void {
    this.connection.dispose();
    this.process.kill();
  }
}
