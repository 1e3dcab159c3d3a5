// Judges the plans that are open in an editor, and remembers of each what was last found.
import type { CodeAction, Hover, Position, Range } from 'vscode-languageserver-types';
import { withInterruption } from '../../base/budget.js';
import { once } from '../../base/memo.js';
import {
  actionsAt,
  type FixSearch,
  fixAllAction,
  fixTitle,
  headlineOf,
  hoverAt,
  type Judged,
  KeptTexts,
  marksOf,
  noFix,
  searched,
} from '../../editor/index.js';
import { type Repaired, repairsOf } from '../../features/repair/repair.js';
import type { Locale } from '../../i18n/locale.js';
import { fixesFor } from '../../lint/fixes/fixes.js';
import { toPortableOptions } from '../../lint/support/portable.js';
import type { Fix, LintOptions, LintResult, LintVerdict, Report } from '../../lint/types.js';
import { judgeAfter } from '../../live/reuse.js';
import { isSitecamFile } from '../../plan/file-names.js';
import type { Read } from '../../source/parse/reading.js';
import { dayOf } from '../config/day.js';
import { planOptions } from '../config/lint-options.js';
import { ofPlans, orTermsFault, type TermsFault, unjudged } from '../config/terms-fault.js';
import type { Io } from '../io.js';
import { docsUrl, rulePageUrl } from '../links.js';
import { version } from '../package.js';
import { readerOf } from '../plans/select.js';
import { Sightings } from '../watch/sightings.js';
import type { Answers, Judgement, ThreadData } from './messages.js';
import { OpenFiles } from './open-files.js';

/** A plan that is open. */
interface Memory {
  /** Undefined until they were found. */
  options: LintOptions | undefined;
  /** The options that the server was told. */
  told: LintOptions | undefined;
  /** Why the options can't be found. */
  fault: TermsFault | undefined;
  seen: Sightings | undefined;
  /** The last report, of which the next takes over what is equal. */
  report: Report | undefined;
  /** Runs that took over something since the last that didn't. */
  followed: number;
  judged: Judged | undefined;
  fixes: Map<LintVerdict, readonly Fix[]>;
  kept: KeptTexts;
}

/** Most versions through which a plan is followed: some 100 kB each of a hotel, 2 MB of a thousand cameras. */
const MOST_FOLLOWED = 100;

/**
 * Judges plans as the editor shows them, saved or not, and answers questions about them. Runs in the judging thread.
 */
export class Judge {
  readonly files: OpenFiles;
  private readonly plans = new Map<string, Memory>();
  private readonly locale: Locale;

  constructor(
    private readonly data: Omit<ThreadData, 'calledOff'>,
    private readonly world: Io,
    private readonly isCalledOff: () => boolean,
  ) {
    this.files = new OpenFiles(data.root, world);
    this.locale = data.locale;
  }

  /**
   * Judges a plan as it stands.
   *
   * @throws Interrupted if that is called off
   */
  async judge(plan: string): Promise<Judgement> {
    const known = this.known(plan);
    await this.findTerms(plan, known);
    const { files, locale } = this;
    const seen = new Sightings(files.io);
    const result = this.resultOf(plan, known, seen.io);
    if (result.ok) {
      known.followed = known.report === undefined ? 0 : known.followed + 1;
      known.report = result;
    }
    const docs = docsUrl();
    const marks = marksOf(result, {
      locale,
      version: version(),
      kept: known.kept,
      uriOf: (path) => files.uriOf(path),
      pageOf: (rule) => (docs === undefined ? rulePageUrl(rule, locale) : `${docs}/docs/${locale}/rules/${rule}.md`),
    });
    const versions = new Map([...files.all()].map((one) => [one.path, one.version]));
    known.fixes = new Map();
    known.judged = {
      result,
      marks,
      repaired: once(() => this.repairedOf(plan, known)),
      fixes: known.fixes,
      editOf: (edits) => files.editOf(result, edits, this.data.versioned, versions),
    };
    const { options } = known;
    const reads = [...new Set([...(known.seen?.paths() ?? []), ...seen.paths()])];
    const judgement: Judgement = {
      marks: [...marks].map(([path, list]) => [path, list.map(({ diagnostic }) => diagnostic)]),
      headline: headlineOf(result, locale),
      ok: result.ok,
      ...(known.told !== options && options !== undefined && { options: toPortableOptions(options) }),
      reads,
      named: this.namingFiles(reads, options),
    };
    known.told = options;
    return judgement;
  }

  /**
   * Judges a plan afresh that was followed through many versions: each finding keeps the version that it was first made of.
   *
   * @throws Interrupted if that is called off; nothing has changed then
   */
  async renew(plan: string): Promise<undefined> {
    const known = this.plans.get(plan);
    if (known === undefined || known.followed < MOST_FOLLOWED) return;
    const { report, kept, told } = known;
    known.report = undefined;
    known.kept = new KeptTexts();
    try {
      // Nobody takes this judgement: what it says of other options is still to be told.
      await this.judge(plan);
      known.told = told;
    } catch (error) {
      Object.assign(known, { report, kept });
      throw error;
    }
  }

  /** Returns what may be done in a range of a file; of a plan that wasn't judged yet, nothing. */
  actions(plan: string, path: string, range: Range): CodeAction[] {
    const judged = this.plans.get(plan)?.judged;
    return judged === undefined
      ? []
      : withInterruption(this.isCalledOff, () => actionsAt(judged, path, range, this.locale));
  }

  /** Returns the action that respells all of a plan; undefined if nothing is to be respelled. */
  fixAll(plan: string): CodeAction | undefined {
    const judged = this.plans.get(plan)?.judged;
    return judged && withInterruption(this.isCalledOff, () => fixAllAction(judged, this.locale));
  }

  /** Looks for edits that settle a finding, and returns the best as an action. */
  fix(plan: string, search: FixSearch): Answers['fix'] {
    const known = this.plans.get(plan);
    const judged = known?.judged;
    const verdict = judged && searched(judged, search);
    if (judged === undefined) return undefined;
    const { result } = judged;
    if (verdict === undefined || !result.ok) return { none: noFix(undefined, judged, this.locale) };
    const found = withInterruption(this.isCalledOff, () => fixesFor(result, [verdict])).of.get(verdict) ?? [];
    known?.fixes.set(verdict, found);
    const [best] = found;
    if (best === undefined) return { none: noFix(verdict, judged, this.locale) };
    return { action: { title: fixTitle(best, result, this.locale), edit: judged.editOf(best.edits) } };
  }

  /** Returns what there is to say of a position. */
  hover(plan: string, path: string, position: Position): Hover | undefined {
    const known = this.plans.get(plan);
    const open = known?.options && this.files.plan(plan, known.options);
    if (open === undefined) return undefined;
    const last = { report: known?.report, isUnjudged: known?.judged?.result.ok === false };
    return withInterruption(this.isCalledOff, () => hoverAt(open, path, position, last, this.locale));
  }

  /** Forgets a plan that was closed. */
  forget(plan: string): undefined {
    this.plans.delete(plan);
    this.files.forget(plan);
  }

  private known(plan: string): Memory {
    const known = this.plans.get(plan) ?? {
      options: undefined,
      told: undefined,
      fault: undefined,
      seen: undefined,
      report: undefined,
      followed: 0,
      judged: undefined,
      fixes: new Map(),
      kept: new KeptTexts(),
    };
    this.plans.set(plan, known);
    return known;
  }

  /** Returns the paths of the files that name what is in a plan. */
  private namingFiles(reads: readonly string[], options: LintOptions | undefined): string[] {
    const { baseline } = this.data.flags;
    const stated = [
      ...(options?.waivers ?? []).map(({ file }) => file.path),
      ...(options?.decisions === undefined ? [] : [options.decisions.file.path]),
      ...(typeof baseline === 'string' ? [baseline] : []),
    ];
    const usual = reads.map((path) => this.files.io.shown(path)).filter(isSitecamFile);
    return [...new Set([...stated.map((path) => this.files.io.shown(path)), ...usual])];
  }

  /** Finds the options that lint would judge the plan by, if anything that decides them has changed. */
  private async findTerms(plan: string, known: Memory): Promise<void> {
    const { flags } = this.data;
    const today = dayOf(flags.today, this.world);
    if (known.seen?.hasChanged() === false && (known.fault !== undefined || known.options?.today === today)) return;
    const seen = new Sightings(this.files.io);
    known.seen = seen;
    known.fault = undefined;
    try {
      known.options = await planOptions(plan, flags, 'designer', seen.io);
    } catch (error) {
      known.fault = orTermsFault(() =>
        ofPlans(plan, (): never => {
          throw error;
        }),
      );
    }
  }

  private resultOf(plan: string, known: Memory, io: Io): LintResult {
    const { options, fault } = known;
    if (fault !== undefined || options === undefined) {
      const report = fault && unjudged(new Map([[plan, fault]])).get(plan);
      return report ?? { ok: false, path: plan, unreadable: [], files: [] };
    }
    return withInterruption(this.isCalledOff, () =>
      judgeAfter(plan, this.reader(plan, options, io), options, known.report),
    );
  }

  private reader(plan: string, options: LintOptions, io: Io): Read {
    return readerOf({ path: plan }, io, options);
  }

  private repairedOf(plan: string, { options, judged }: Memory): Repaired {
    if (options === undefined || judged === undefined) throw new Error(`'${plan}' was not judged`);
    // Of the texts that were judged, whatever has been typed since: the edits are measured on these.
    const texts = new Map(judged.result.files.map(({ path, text }) => [path, text]));
    const read = this.reader(plan, options, this.files.io);
    return repairsOf(
      plan,
      (path) => {
        const text = texts.get(path);
        return text === undefined ? read(path) : new TextEncoder().encode(text);
      },
      options,
    );
  }
}
