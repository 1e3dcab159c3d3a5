// The plan that a server serves: its options and files as they are on the disk, and what of them changes.

import { BudgetExceeded, withGrants } from '../../base/budget.js';
import { sha256 } from '../../base/hash.js';
import { type PortableOptions, toPortableOptions } from '../../lint/support/portable.js';
import { settingsOf } from '../../lint/support/terms.js';
import type { LintOptions, UnreadableReport } from '../../lint/types.js';
import type { LiveEvent, LiveFile, LiveState } from '../../live/files-protocol.js';
import { readPlan } from '../../plan/read/read.js';
import { MOST_WORK } from '../../source/limits.js';
import { OUTSIDE_FOLDER, type Read } from '../../source/parse/reading.js';
import { recorded } from '../batch/encoded-result.js';
import { ofPlans, orTermsFault, unjudged } from '../config/terms-fault.js';
import type { Io } from '../io.js';
import { version } from '../package.js';
import { readerOf } from '../plans/select.js';
import { Sightings } from '../watch/sightings.js';

/** Finds the options of the plan, reading what decides them through `io`. Throws what `termsFinder` throws. */
type Terms = (io: Io) => Promise<LintOptions>;

/** One plan with everything that its verdicts depend on, kept as it is on the disk. */
export class LivePlan {
  private files: ReadonlyMap<string, LiveFile> = new Map();
  private unjudged: UnreadableReport | undefined;
  private termsSeen: Sightings;
  private planSeen: Sightings;
  /** Looks at the disk that were begun. */
  private looks = 0;
  /** The look at the disk that is going on, or the last one. */
  private looking: Promise<void> = Promise.resolve();

  private constructor(
    readonly path: string,
    readonly io: Io,
    readonly readOnly: boolean,
    readonly inEditor: boolean,
    readonly suggests: boolean,
    private readonly terms: Terms,
    private readonly tell: (event: LiveEvent) => void,
    private options: LintOptions,
    termsSeen: Sightings,
  ) {
    this.termsSeen = termsSeen;
    this.planSeen = new Sightings(io);
    this.readAll();
  }

  /**
   * Opens the plan at `path`, as people see it. `readOnly`, `inEditor` and `suggests` are told to the page in `LiveState`.
   *
   * @param readOnly true if the page may write nothing
   * @param inEditor true if the page stands beside an editor, which is told what is selected
   * @param suggests true if the server answers when the page asks for cameras to add
   * @param terms finds the options to judge by
   * @param tell is called with each change, in their order
   * @throws UsageError, ConfigurationError or TermsFault if the plan's terms can't be used
   */
  static async open(
    path: string,
    io: Io,
    {
      readOnly,
      inEditor = false,
      suggests = false,
      terms,
      tell,
    }: { readOnly: boolean; inEditor?: boolean; suggests?: boolean; terms: Terms; tell: (event: LiveEvent) => void },
  ): Promise<LivePlan> {
    const seen = new Sightings(io);
    return new LivePlan(path, io, readOnly, inEditor, suggests, terms, tell, await terms(seen.io), seen);
  }

  /** Returns what the last look saw on the disk: what decides the options, and the files of the plan. */
  get seen(): readonly Sightings[] {
    return [this.termsSeen, this.planSeen];
  }

  /** Returns everything as it is on the disk. */
  async state(): Promise<LiveState> {
    await this.look();
    return {
      path: this.path,
      version: version(),
      readOnly: this.readOnly,
      inEditor: this.inEditor,
      suggests: this.suggests,
      options: this.portable(),
      files: [...this.files.values()],
      ...(this.unjudged && { unjudged: this.unjudged }),
    };
  }

  /** Returns the number of the last look at the disk. */
  get lastLook(): number {
    return this.looks;
  }

  /** True if the plan was read from the file. */
  has(path: string): boolean {
    return this.files.has(path);
  }

  /** Returns the bytes of a file as it is on the disk, within the bounds of the plan. */
  read(path: string): ReturnType<Read> {
    return this.reader(this.io)(path);
  }

  /** Looks at the disk, and tells of what has changed since the last look. */
  look(): Promise<void> {
    const after = this.looking.then(() => this.lookOnce());
    // One that failed doesn't stop those after it.
    this.looking = after.catch(() => {});
    return after;
  }

  private async lookOnce(): Promise<void> {
    if (this.termsSeen.hasChanged()) await this.readTerms();
    this.looks += 1;
    const read = this.reader(this.io);
    const changed = this.changes([...this.files.keys()].map((path) => liveFile(path, read(path))));
    if (changed.length > 0) {
      this.files = new Map([...this.files, ...changed.map((file) => [file.path, file] as const)]);
      this.tell({ files: changed, look: this.looks });
    }
    if (changed.length === 0 && !this.planSeen.hasChanged()) return;
    // Reading the plan takes longer than a look, and hardly ever shows that it refers to other files now. Until this turn of
    // the event loop is over nothing that was told is on its way.
    await new Promise(setImmediate);
    this.looks += 1;
    const others = this.readAll();
    if (others.length > 0) this.tell({ files: others, look: this.looks });
  }

  private async readTerms(): Promise<void> {
    this.termsSeen = new Sightings(this.io);
    try {
      this.options = await this.terms(this.termsSeen.io);
      this.unjudged = undefined;
      this.tell({ options: this.portable() });
    } catch (error) {
      const report = this.unjudgedBy(error);
      this.unjudged = report;
      this.tell({ unjudged: report });
    }
  }

  /** Returns the report of a plan whose terms can't be used. Throws any other error again. */
  private unjudgedBy(error: unknown): UnreadableReport {
    const fault = orTermsFault(() =>
      ofPlans(this.path, (): never => {
        throw error;
      }),
    );
    const { path } = this;
    return unjudged(new Map([[path, fault]])).get(path) ?? { ok: false, path, unreadable: fault.problems, files: [] };
  }

  /** Reads the plan, to know what it is read from. Returns the files that differ from those known. */
  private readAll(): LiveFile[] {
    const seen = new Sightings(this.io);
    const { options, path } = this;
    const { read, reads } = recorded(this.reader(seen.io));
    try {
      withGrants(MOST_WORK, () =>
        readPlan(path, read, {
          pack: ({ region, categories }) => settingsOf(options, path, { region, categories }).pack,
          catalogues: options.catalogues,
          limits: options.limits,
          beyond: (options.roots ?? []).length > 0,
        }),
      );
    } catch (error) {
      // Whoever judges the plan says so.
      if (!(error instanceof BudgetExceeded)) throw error;
    }
    const now = [...reads].map(([file, bytes]) => liveFile(file, bytes));
    const changed = this.changes(now);
    this.files = new Map(now.map((file) => [file.path, file]));
    this.planSeen = seen;
    return changed;
  }

  private reader(io: Io): Read {
    return readerOf({ path: this.path }, io, this.options);
  }

  private changes(now: readonly LiveFile[]): LiveFile[] {
    return now.filter((file) => hashOf(file) !== hashOf(this.files.get(file.path)));
  }

  private portable(): PortableOptions {
    return toPortableOptions(this.options);
  }
}

function liveFile(path: string, bytes: ReturnType<Read>): LiveFile {
  if (bytes === undefined || bytes === OUTSIDE_FOLDER) return { path, missing: true };
  const hash = sha256(bytes);
  try {
    // The mark stays: the text stands for the very bytes.
    return { path, sha256: hash, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { path, sha256: hash, base64: Buffer.from(bytes).toString('base64') };
  }
}

/** Returns what tells two versions of a file apart; undefined for a file that isn't known, '' for one that is missing. */
function hashOf(file: LiveFile | undefined): string | undefined {
  return file === undefined || 'missing' in file ? file && '' : file.sha256;
}
