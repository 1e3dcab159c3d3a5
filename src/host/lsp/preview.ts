// The live page beside an editor: it shows the text as it stands there, and what is changed on it changes the text there.
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { Position } from 'vscode-languageserver-types';
import { deviceAt, type OpenPlan, placeOfId } from '../../editor/index.js';
import { type Locale, render } from '../../i18n/locale.js';
import { decode } from '../../source/parse/decode.js';
import type { SourceFile } from '../../source/types.js';
import { type PlanFlags, planOptions } from '../config/lint-options.js';
import { ofPlans, orTermsFault, TermsFault } from '../config/terms-fault.js';
import type { Replacement } from '../files/place.js';
import type { Io } from '../io.js';
import { Events } from '../serve/events.js';
import { LivePlan } from '../serve/live-plan.js';
import { pageFile } from '../serve/page.js';
import { type Server, startServer } from '../serve/server.js';
import { Suggestions } from '../serve/suggest.js';
import { newToken } from '../serve/token.js';
import type { OpenFiles } from './open-files.js';
import type { Connection } from './server.js';
import { serverTexts as t } from './texts.js';

/** A page that is served. */
interface Page {
  readonly live: LivePlan;
  readonly server: Server;
  readonly events: Events;
  readonly suggestions: Suggestions;
  readonly address: string;
}

/** How pages are served. */
interface PreviewOptions {
  readonly flags: PlanFlags;
  readonly locale: Locale;
  /** True if the editor takes edits of a certain version of a document. */
  readonly versioned: boolean;
  /** True if the editor makes edits that it is asked to make. */
  readonly canEdit: boolean;
  /** Returns a plan with its files as they stand. */
  readonly openPlan: (plan: string) => OpenPlan | undefined;
}

/** Serves a live page in the browser for each open plan for which the editor asks. */
export class Preview {
  private readonly pages = new Map<string, Promise<Page>>();
  /** The edit that the editor was asked to make last: true if it did. */
  private edited: Promise<boolean> = Promise.resolve(true);

  constructor(
    private readonly connection: Connection,
    private readonly files: OpenFiles,
    private readonly options: PreviewOptions,
  ) {}

  /** Returns the address of a plan's page, its token included; or why there is none. */
  async open(plan: string): Promise<{ readonly url: string } | ResponseError<void>> {
    const page = this.pages.get(plan) ?? this.serve(plan);
    this.pages.set(plan, page);
    try {
      return { url: (await page).address };
    } catch (error) {
      this.pages.delete(plan);
      const fault = orTermsFault(() =>
        ofPlans(plan, (): never => {
          throw error;
        }),
      );
      const [first] = fault instanceof TermsFault ? fault.problems : [];
      const reason = first === undefined ? t.fault : t.noPage({ reason: first.message });
      return new ResponseError(LSPErrorCodes.RequestFailed, render(reason, this.options.locale));
    }
  }

  /** Shows on the pages what has changed. */
  look(): void {
    for (const page of this.pages.values()) {
      page.then(({ live }) => live.look()).catch((error: unknown) => this.connection.console.error(String(error)));
    }
  }

  /** Shows on a plan's page the device that stands at a position of a file. */
  select(plan: string, path: string, position: Position): void {
    const page = this.pages.get(plan);
    const open = page && this.options.openPlan(plan);
    const device = open && deviceAt(open, path, position);
    if (device !== undefined) page?.then(({ events }) => events.send({ select: { device } })).catch(() => {});
  }

  /** Ends a plan's page. */
  forget(plan: string): void {
    this.pages
      .get(plan)
      ?.then(({ suggestions, events, server }) => {
        suggestions.close();
        events.close();
        server.close();
      })
      .catch(() => {});
    this.pages.delete(plan);
  }

  /** Ends all pages. */
  close(): void {
    for (const plan of [...this.pages.keys()]) this.forget(plan);
  }

  private async serve(plan: string): Promise<Page> {
    const { flags, locale, canEdit } = this.options;
    const io: Io = { ...this.files.io, amend: (replaced) => this.amend(replaced), again: () => io };
    const events = new Events();
    const live = await LivePlan.open(plan, io, {
      readOnly: !canEdit,
      inEditor: true,
      suggests: true,
      terms: (seen) => planOptions(plan, flags, 'designer', seen),
      tell: (event) => events.send(event),
    });
    const suggestions = new Suggestions(live, flags);
    const token = newToken();
    const server = await startServer(
      {
        plan: live,
        events,
        token,
        page: (address) => pageFile(address, locale),
        suggest: (request, signal) => suggestions.answer(request, signal),
        selected: ({ device }) => this.selected(plan, device),
        written: () => this.edited,
        wrote: () => {},
        onFault: (error) => this.connection.console.error(String(error)),
      },
      0,
    );
    return { live, server, events, suggestions, address: `${server.origin}/#t=${token}` };
  }

  /** Shows in the editor a device that was selected on a plan's page. */
  private selected(plan: string, device: string): void {
    const open = this.options.openPlan(plan);
    const found = open && placeOfId(open, device);
    if (found === undefined) return;
    this.connection.window
      .showDocument({ uri: this.files.uriOf(found.path), selection: found.range, takeFocus: false })
      .catch((error: unknown) => this.connection.console.error(String(error)));
  }

  /** Changes what is open in the editor there, where it can be undone; other files on the disk. */
  private amend(replaced: readonly Replacement[]): void {
    // What became of an earlier edit says nothing of this one.
    this.edited = Promise.resolve(true);
    for (const { path, was, bytes } of replaced) {
      const open = this.files.at(path);
      const text = decode(bytes);
      if (open === undefined) this.files.world.amend([{ path, was, bytes }], path);
      else if (text.ok) this.edited = this.edit(path, open.text, text.text);
    }
  }

  /** Asks the editor for the shortest edit that makes one text of another. Resolves to true if it is made. */
  private async edit(path: string, before: string, after: string): Promise<boolean> {
    const file: SourceFile = { path, text: before, sha256: '', format: 'yaml' };
    const edit = this.files.editOf({ files: [file] }, [difference(path, before, after)], this.options.versioned);
    try {
      return (await this.connection.workspace.applyEdit(edit)).applied;
    } catch (error) {
      this.connection.console.error(String(error));
      return false;
    }
  }
}

/** Returns the edit of the shortest stretch that makes one text of another. */
function difference(path: string, before: string, after: string) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { path, from: start, to: before.length - end, text: after.slice(start, after.length - end) };
}
