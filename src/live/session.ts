// The door of live/: the session that keeps one plan read and judged while it changes.

import type { Localized } from '../i18n/locale.js';
import { withDevice } from '../lint/fixes/prove.js';
import { comparedWith, judgeMoved } from '../lint/lint.js';
import { fromPortableOptions, type PortableOptions } from '../lint/support/portable.js';
import type { LintOptions, Report, UnreadableReport } from '../lint/types.js';
import { buildSite } from '../plan/build/build.js';
import type { Device } from '../plan/model.js';
import type { Drawn } from '../plan/read/read.js';
import { redraw } from '../plan/redraw.js';
import { type Altered, documentWith } from '../plan/write/changes.js';
import { plot } from '../plan/write/plot.js';
import { applyEdits, type TextEdit } from '../source/edit/splice.js';
import { withText } from '../source/parse/decode.js';
import { differenceOf } from './difference.js';
import { posesOf } from './poses.js';
import { isWhollyJudged, judgeAfter, reusing } from './reuse.js';
import { t } from './texts.js';
import type { Change, Commit, Files, PoseMap, Session, SessionInput, Update } from './types.js';

/** Returns a session on the plan, read and judged. */
export function createSession({ path, files, options }: SessionInput): Session {
  return new PlanSession(path, new Map(files), fromPortableOptions(options));
}

/** A plan that was read: its report, and what it was drawn from. */
interface Readable {
  readonly report: Report;
  readonly drawn: Drawn;
}

/** What a step shows. */
type Shown = Pick<Update, 'state' | 'report' | 'unreadable' | 'refused'>;

class PlanSession implements Session {
  /** The files as they are, or why they can't be read. */
  private current: Readable | UnreadableReport;
  /** The report on the last files that could be read. */
  private readable: Report | undefined;
  /** The report on the text read last, tried or not, of which the next takes over what is equal. */
  private latest: Report | undefined;
  update: Update;

  constructor(
    private readonly path: string,
    private files: ReadonlyMap<string, Uint8Array>,
    private options: LintOptions,
  ) {
    this.current = this.read(files);
    this.readable = 'ok' in this.current ? undefined : this.current.report;
    const { state, report, ...shown } = this.asRead();
    this.update = { revision: 1, state, report, ...shown, since: differenceOf(undefined, report) };
  }

  open(files: Files, options?: PortableOptions): Update {
    if (options !== undefined) this.options = fromPortableOptions(options);
    return this.take(new Map(files));
  }

  text(path: string, text: string | Uint8Array): Update {
    return this.take(
      new Map([...this.files, [path, typeof text === 'string' ? new TextEncoder().encode(text) : text]]),
    );
  }

  attempt(changes: readonly Change[]): Update {
    const { current } = this;
    if (changes.length === 0) return this.step(this.asRead());
    if ('ok' in current) return this.step({ ...this.asRead(), refused: t.unreadable });
    const tried = this.tried(current, changes);
    if ('refused' in tried) return this.step({ ...this.asRead(), refused: tried.refused });
    return this.step({ state: 'attempt', report: tried });
  }

  commit(changes: readonly Change[]): Commit {
    const { current } = this;
    if ('ok' in current) return { ok: false, reason: t.unreadable };
    const plotted = changes.map((change) => plot(change, current.drawn));
    const refused = plotted.find((one) => one.refused !== undefined)?.refused;
    if (refused !== undefined) return { ok: false, reason: refused };
    const edits = plotted.flatMap((one) => one.edits);
    const files = this.edited(current, edits);
    if (files === undefined) return { ok: false, reason: t.together };
    const read = this.read(files);
    if ('ok' in read) return { ok: false, reason: unreadableReason(read) };
    this.files = files;
    this.current = read;
    this.readable = read.report;
    return { ok: true, edits, undo: inverseOf(edits, current.report), update: this.step(this.asRead()) };
  }

  poses(device: string): PoseMap {
    const { current } = this;
    if ('ok' in current) return { ok: false, reason: t.unreadable };
    return posesOf(current.report, current.drawn, device);
  }

  private take(files: ReadonlyMap<string, Uint8Array>): Update {
    this.files = files;
    this.current = this.read(files);
    if (!('ok' in this.current)) this.readable = this.current.report;
    return this.step(this.asRead());
  }

  private asRead(): Shown {
    const { current } = this;
    if (!('ok' in current)) return { state: 'current', report: current.report };
    return { state: 'stale', report: this.readable, unreadable: current };
  }

  private step({ state, report, ...shown }: Shown): Update {
    const { revision, report: before } = this.update;
    const since = differenceOf(before, report);
    this.update = { revision: revision + 1, state, report, ...shown, since };
    return this.update;
  }

  /** Reads and judges files; what is equal to the report judged last isn't worked out again. */
  private read(files: ReadonlyMap<string, Uint8Array>): Readable | UnreadableReport {
    let drawn: Drawn | undefined;
    const before = this.options.verify === true ? undefined : this.latest;
    const report = judgeAfter(
      this.path,
      (path) => files.get(path),
      this.options,
      before,
      (made) => {
        drawn = made;
      },
    );
    if (!report.ok) return report;
    if (drawn === undefined) throw new Error('a plan was judged and not drawn');
    this.latest = report;
    return { report, drawn };
  }

  /** Returns the files with edits of the plan's text; undefined if the edits overlap. */
  private edited({ report }: Readable, edits: readonly TextEdit[]): ReadonlyMap<string, Uint8Array> | undefined {
    const files = new Map(this.files);
    for (const { path, text } of report.files) {
      const own = edits.filter((edit) => edit.path === path);
      if (own.length === 0) continue;
      if (overlap(own)) return undefined;
      files.set(path, withText(files.get(path) ?? new Uint8Array(), applyEdits(text, own)));
    }
    return files;
  }

  private tried(current: Readable, changes: readonly Change[]): Report | { readonly refused: Localized } {
    const plotted = changes.map((change) => plot(change, current.drawn));
    const refused = plotted.find((one) => one.refused !== undefined)?.refused;
    const altered = plotted.flatMap((one) => one.altered ?? []);
    const isAltered = altered.length === plotted.length;
    if (refused !== undefined && !isAltered) return { refused };
    // What is written anew may be told of by its place, which only the text has.
    const isInPlace = plotted.every(({ edits }) => edits.every(({ from, to }) => from < to));
    const isQuick = refused !== undefined || (isInPlace && !isWhollyJudged(current.report));
    const moved = isAltered && isQuick ? devicesIn(altered, current) : undefined;
    if (moved !== undefined) {
      return this.compared(moved.reduce((report, device) => withDevice(report, device), current.report));
    }
    if (refused !== undefined) return this.redrawn(current, altered);
    const files = this.edited(
      current,
      plotted.flatMap(({ edits }) => edits),
    );
    if (files === undefined) return { refused: t.together };
    const read = this.read(files);
    return 'ok' in read ? { refused: unreadableReason(read) } : read.report;
  }

  /** Returns the report on the plan with elements altered that no edit can alter. */
  private redrawn({ report, drawn }: Readable, altered: readonly Altered[]): Report {
    const { context, files } = drawn;
    const built = buildSite(documentWith(drawn, altered), files, { ...context, faults: context.faults.copy() });
    const { waivers, overrides } = report.site;
    const { site, sight } = reusing(
      { ...built, waivers, ...(overrides && { overrides }), files: report.site.files },
      report.site,
    );
    return this.compared(judgeMoved(report, site, sight));
  }

  private compared(report: Report): Report {
    return comparedWith(report, this.options);
  }
}

/** Returns altered devices as they would be read; undefined if more than these devices may change. */
function devicesIn(altered: readonly Altered[], { drawn, report }: Readable): Device[] | undefined {
  const found = altered.map(({ list, value }) =>
    'at' in value && list === 'devices' ? redraw(drawn, report.site, value) : undefined,
  );
  const devices = found.filter((device) => device !== undefined);
  const ids = new Set(devices.map(({ id }) => id));
  return ids.size === altered.length ? devices : undefined;
}

function unreadableReason({ unreadable: [first] }: UnreadableReport): Localized {
  return first === undefined ? t.unreadable : t.wouldBeUnreadable({ why: first.message });
}

function overlap(edits: readonly TextEdit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  return sorted.some(({ from }, n) => n > 0 && from < (sorted[n - 1]?.to ?? 0));
}

/** Returns the edits that give the texts back as they were before `edits`. */
function inverseOf(edits: readonly TextEdit[], { files }: Report): TextEdit[] {
  return files.flatMap(({ path, text }) => {
    let shift = 0;
    const own = edits.filter((edit) => edit.path === path).sort((a, b) => a.from - b.from || a.to - b.to);
    return own.map(({ from, to, text: by }): TextEdit => {
      const at = from + shift;
      shift += by.length - (to - from);
      return { path, from: at, to: at + by.length, text: text.slice(from, to) };
    });
  });
}
