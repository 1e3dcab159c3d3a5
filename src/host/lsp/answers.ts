// The answers to an editor's requests.
import type { CodeAction, Location, Position } from 'vscode-languageserver';
import { type CancellationToken, LSPErrorCodes, MessageType, ResponseError } from 'vscode-languageserver/node';
import {
  completionsAt,
  definitionsAt,
  FIX_ALL,
  type FixSearch,
  foldsOf,
  type LocationOf,
  prepareRename,
  referencesAt,
  renameAt,
  symbolsOf,
} from '../../editor/index.js';
import { type Localized, render, verbatim } from '../../i18n/locale.js';
import { plainText } from '../../render/escape.js';
import type { SourceFile } from '../../source/types.js';
import type { Answers, Ask } from './messages.js';
import { withParams } from './params.js';
import { pathOf } from './recognise.js';
import type { LanguageServer } from './server.js';
import { serverTexts as t } from './texts.js';

/** Registers the handlers that answer the editor's requests on the server's connection. */
export function answerRequests(server: LanguageServer): void {
  answerByText(server);
  answerByJudging(server);
  answerOurOwn(server);
}

/** Answers what needs the text alone, and doesn't wait for what is judged. */
function answerByText(server: LanguageServer): void {
  const { connection, locale, files, params } = server;
  const snippets = params.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
  const locations = (all: readonly LocationOf[]): Location[] =>
    all.map(({ path, range }) => ({ uri: files.uriOf(path), range }));
  const openAt = (uri: string) => {
    const path = pathOf(uri, files);
    const open = path === undefined ? undefined : server.openPlan(path);
    return path === undefined || open === undefined ? undefined : { path, open };
  };
  const sourceAt = (uri: string): SourceFile | undefined => {
    const found = openAt(uri);
    return found?.open.files.find(({ path }) => path === found.path);
  };
  /** Returns the plan once it is known which files name what is in it. */
  const namedAt = async (uri: string) => {
    const path = pathOf(uri, files);
    const plan = path === undefined ? undefined : server.planOf(path);
    if (plan !== undefined) await server.judged(plan);
    return openAt(uri);
  };
  connection.onCompletion(
    withParams(server, ['textDocument', 'position'], ({ textDocument: { uri }, position }) => {
      const found = openAt(uri);
      return found === undefined ? null : completionsAt(found.open, found.path, position, locale, { snippets });
    }),
  );
  connection.onDefinition(
    withParams(server, ['textDocument', 'position'], ({ textDocument: { uri }, position }) => {
      const found = openAt(uri);
      return found === undefined ? null : locations(definitionsAt(found.open, found.path, position));
    }),
  );
  connection.onReferences(
    withParams(
      server,
      ['textDocument', 'position', 'context'],
      async ({ textDocument: { uri }, position, context: { includeDeclaration } }) => {
        const found = await namedAt(uri);
        return found === undefined
          ? null
          : locations(referencesAt(found.open, found.path, position, includeDeclaration));
      },
    ),
  );
  connection.onPrepareRename(
    withParams(server, ['textDocument', 'position'], async ({ textDocument: { uri }, position }) => {
      const found = await namedAt(uri);
      const range = found && prepareRename(found.open, found.path, position);
      if (range !== undefined && 'refused' in range) return refused(server, range.refused);
      return range ?? null;
    }),
  );
  connection.onRenameRequest(
    withParams(server, ['textDocument', 'position'], async ({ textDocument: { uri }, position, newName }) => {
      const found = await namedAt(uri);
      if (found === undefined) return null;
      const renamed = renameAt(found.open, found.path, position, newName);
      if ('refused' in renamed) return refused(server, renamed.refused);
      const all = [...found.open.files, ...(found.open.others ?? [])];
      return files.editOf({ files: all }, renamed.edits, server.versioned);
    }),
  );
  connection.onDocumentSymbol(
    withParams(server, ['textDocument'], ({ textDocument: { uri } }) => {
      const file = sourceAt(uri);
      return file === undefined ? null : symbolsOf(file, locale);
    }),
  );
  connection.onFoldingRanges(
    withParams(server, ['textDocument'], ({ textDocument: { uri } }) => {
      const file = sourceAt(uri);
      return file === undefined ? null : foldsOf(file);
    }),
  );
}

/** Answers what needs what was judged. */
function answerByJudging(server: LanguageServer): void {
  const { connection, files, params } = server;
  const resolves = params.capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;
  connection.onHover(
    withParams(server, ['textDocument', 'position'], async ({ textDocument: { uri }, position }, cancelled) => {
      const path = pathOf(uri, files);
      const plan = path === undefined ? undefined : server.planOf(path);
      if (path === undefined || plan === undefined) return null;
      const answer = await asked(server, { ask: 'hover', plan, path, position }, cancelled);
      return answer instanceof ResponseError ? answer : (answer ?? null);
    }),
  );
  connection.onCodeAction(
    withParams(
      server,
      ['textDocument', 'range', 'context'],
      async ({ textDocument: { uri }, range, context: { only } }, cancelled) => {
        const path = pathOf(uri, files);
        const plan = path === undefined ? undefined : server.planOf(path);
        if (path === undefined || plan === undefined) return [];
        await server.judged(plan);
        const wants = (kind: string) => only === undefined || only.some((one) => isWithin(kind, one));
        const found: CodeAction[] = [];
        if (wants('quickfix')) {
          const actions = await asked(server, { ask: 'actions', plan, path, range }, cancelled);
          if (actions instanceof ResponseError) return actions;
          // Without an edit that comes later an action would do nothing.
          found.push(...actions.filter(({ edit }) => edit !== undefined || resolves));
        }
        // All of a plan is respelled when somebody asks for just that, as editors do when they save.
        if (only !== undefined && wants(FIX_ALL)) {
          const action = await asked(server, { ask: 'fixAll', plan }, cancelled);
          if (action instanceof ResponseError) return action;
          if (action !== undefined) found.push(action);
        }
        return found;
      },
    ),
  );
  connection.onCodeActionResolve(async (action, cancelled) => {
    const search = action.data as FixSearch | undefined;
    if (search === undefined) return action;
    const found = await asked(server, { ask: 'fix', plan: search.plan, search }, cancelled);
    if (found instanceof ResponseError) return found;
    if (found === undefined) return action;
    if ('action' in found) return { ...action, ...found.action };
    server.say(MessageType.Info, verbatim(found.none));
    return action;
  });
}

/** Answers what no standard names: the live page. */
function answerOurOwn(server: LanguageServer): void {
  const { connection, files, preview } = server;
  const planOf = (uri: string) => {
    const path = pathOf(uri, files);
    const plan = path === undefined ? undefined : server.planOf(path);
    return path === undefined || plan === undefined ? undefined : { path, plan };
  };
  connection.onRequest('sitecam/preview', async ({ uri }: { uri: string }): Promise<object | null> => {
    const found = planOf(uri);
    return found === undefined ? null : preview.open(found.plan);
  });
  connection.onNotification('sitecam/select', ({ uri, position }: { uri: string; position: Position }) => {
    const found = planOf(uri);
    if (found !== undefined) preview.select(found.plan, found.path, position);
  });
}

/** Asks the thread that judges. An answer that would be of another text is an error by which editors ask again. */
async function asked<Name extends 'hover' | 'actions' | 'fixAll' | 'fix'>(
  { thread, locale }: LanguageServer,
  ask: Extract<Ask, { ask: Name }>,
  cancelled: CancellationToken,
): Promise<Answers[Name] | ResponseError<void>> {
  const outcome = await thread.ask<Name>(ask, cancelled);
  if (outcome.is === 'answered') return outcome.value;
  if (outcome.is === 'failed') return new ResponseError(LSPErrorCodes.RequestFailed, render(t.fault, locale));
  return cancelled.isCancellationRequested
    ? new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled')
    : new ResponseError(LSPErrorCodes.ContentModified, 'content modified');
}

function refused({ locale }: LanguageServer, reason: Localized): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, plainText(render(reason, locale)));
}

function isWithin(kind: string, asked: string): boolean {
  return asked === '' || kind === asked || kind.startsWith(`${asked}.`);
}
