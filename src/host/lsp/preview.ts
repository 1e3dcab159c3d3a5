// The live page beside an editor: it shows the text as it stands there, and what is changed on it changes the text there.
import type { createConnection } from 'vscode-languageserver/node';
import type { Position } from 'vscode-languageserver-types';
import { deviceAt, lspEdits, placeOfId } from '../../editor/index.js';
import type { Locale } from '../../i18n/locale.js';
import type { LintOptions } from '../../lint/types.js';
import { decode } from '../../source/parse/decode.js';
import type { SourceFile } from '../../source/types.js';
import { dayOf } from '../config/day.js';
import { baselinesFor, lintOptions } from '../config/lint-options.js';
import { termsFinder } from '../config/terms.js';
import { TermsFault } from '../config/terms-fault.js';
import type { Replacement } from '../files/place.js';
import type { Io } from '../io.js';
import { Events } from '../serve/events.js';
import { LivePlan } from '../serve/live-plan.js';
import { pageFile } from '../serve/page.js';
import { type Server, startServer } from '../serve/server.js';
import { newToken } from '../serve/token.js';
import type { ThreadData } from './messages.js';
import type { OpenFiles } from './open-files.js';

/** Where ids stand doesn't hang on what a plan is judged by. */
const WITHOUT_OPTIONS: LintOptions = { today: '' };

/** A page that is served. */
interface Page {
  readonly live: LivePlan;
  readonly server: Server;
  readonly events: Events;
  readonly address: string;
}

/** Serves the live pages of the plans that are open. */
export class Preview {
  private readonly pages = new Map<string, Page>();

  constructor(
    private readonly connection: ReturnType<typeof createConnection>,
    private readonly files: OpenFiles,
    private readonly flags: ThreadData['flags'],
    private readonly locale: Locale,
  ) {}

  /** Returns the address of a plan's page, its token included. */
  async open(plan: string): Promise<{ readonly url: string }> {
    const known = this.pages.get(plan);
    if (known !== undefined) return { url: known.address };
    const io: Io = { ...this.files.io, amend: (replaced) => this.amend(replaced) };
    const events = new Events();
    const live = await LivePlan.open(
      plan,
      { ...io, again: () => io },
      {
        readOnly: false,
        inEditor: true,
        terms: (seen) => this.terms(plan, seen),
        tell: (event) => events.send(event),
      },
    );
    const token = newToken();
    const server = await startServer(
      {
        plan: live,
        events,
        token,
        page: (address) => pageFile(address, this.locale),
        selected: ({ device }) => this.selected(plan, device),
        wrote: () => {},
        onFault: (error) => this.connection.console.error(String(error)),
      },
      0,
    );
    const page = { live, server, events, address: `${server.origin}/#t=${token}` };
    this.pages.set(plan, page);
    return { url: page.address };
  }

  /** Shows on the pages what has changed. */
  look(): void {
    for (const { live } of this.pages.values()) void live.look();
  }

  /** Shows on a plan's page the device that stands at a position of a file. */
  select(plan: string, path: string, position: Position): void {
    const page = this.pages.get(plan);
    const open = page && this.files.plan(plan, WITHOUT_OPTIONS);
    const device = open && deviceAt(open, path, position);
    if (device !== undefined) page?.events.send({ select: { device } });
  }

  /** Shows in the editor a device that was selected on a plan's page. */
  private selected(plan: string, device: string): void {
    const open = this.files.plan(plan, WITHOUT_OPTIONS);
    const found = open && placeOfId(open, device);
    if (found === undefined) return;
    this.connection.window
      .showDocument({ uri: this.files.uriOf(found.path), selection: found.range, takeFocus: false })
      .catch((error: unknown) => this.connection.console.error(String(error)));
  }

  /** Ends a plan's page. */
  forget(plan: string): void {
    const page = this.pages.get(plan);
    page?.events.close();
    page?.server.close();
    this.pages.delete(plan);
  }

  /** Ends all pages. */
  close(): void {
    for (const plan of [...this.pages.keys()]) this.forget(plan);
  }

  private async terms(plan: string, io: Io): Promise<LintOptions> {
    const found = termsFinder(this.flags, 'designer', io, [plan])(plan);
    const [compared = {}] = await baselinesFor([{ path: plan }], [found], this.flags.baseline, io);
    if (compared instanceof TermsFault) throw compared;
    return lintOptions(found, compared, dayOf(this.flags.today, io));
  }

  /** Changes what is open in the editor there, where it can be undone; other files on the disk. */
  private amend(replaced: readonly Replacement[]): void {
    for (const { path, was, bytes } of replaced) {
      const open = this.files.at(path);
      if (open === undefined) {
        this.files.world.amend([{ path, was, bytes }], path);
        continue;
      }
      const text = decode(bytes);
      if (!text.ok) continue;
      const file: SourceFile = { path, text: open.text, sha256: '', format: 'yaml' };
      const edits = lspEdits(file, [difference(path, open.text, text.text)]);
      const { uri, version } = open;
      // The page goes on with the text as it will be; the editor tells of the same.
      this.files.take({ ...open, text: text.text });
      this.connection.workspace
        .applyEdit({ documentChanges: [{ textDocument: { uri, version }, edits }] })
        .catch((error: unknown) => this.connection.console.error(String(error)));
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
