// Judges the plans that are open in an editor, and remembers of each what was last found.
import type { CodeAction, Hover, Position, Range } from 'vscode-languageserver-types';
import { withInterruption } from '../../base/budget.js';
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
import { lintPlan } from '../../lint/lint.js';
import { toPortableOptions } from '../../lint/support/portable.js';
import type { Fix, LintOptions, LintResult, LintVerdict, Report } from '../../lint/types.js';
import { takenOver } from '../../live/reuse.js';
import type { Read } from '../../source/parse/reading.js';
import { dayOf } from '../config/day.js';
import { baselinesFor, lintOptions } from '../config/lint-options.js';
import { termsFinder } from '../config/terms.js';
import { ofPlans, orTermsFault, TermsFault, unjudged } from '../config/terms-fault.js';
import type { Io } from '../io.js';
import { docsUrl, rulePageUrl } from '../links.js';
import { version } from '../package.js';
import { readerOf } from '../plans/select.js';
import { Sightings } from '../watch/sightings.js';
import type { Answers, Judgement, ThreadData } from './messages.js';
import { OpenFiles } from './open-files.js';

/** A plan that is open. */
interface Known {
  /** Undefined until they were found. */
  options: LintOptions | undefined;
  /** The options that the server was told. */
  told: LintOptions | undefined;
  /** Why the options can't be found. */
  fault: TermsFault | undefined;
  seen: Sightings | undefined;
  /** The last report, of which the next takes over what is equal. */
  report: Report | undefined;
  judged: Judged | undefined;
  fixes: Map<LintVerdict, readonly Fix[]>;
  readonly kept: KeptTexts;
}

/** Judges plans as they stand in an editor. */
export class Judge {
  readonly files: OpenFiles;
  private readonly plans = new Map<string, Known>();
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
    if (result.ok) known.report = result;
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
    const judgement: Judgement = {
      marks: [...marks].map(([path, list]) => [path, list.map(({ diagnostic }) => diagnostic)]),
      headline: headlineOf(result, locale),
      ok: result.ok,
      ...(known.told !== options && options !== undefined && { options: toPortableOptions(options) }),
      reads: [...new Set([...(known.seen?.paths() ?? []), ...seen.paths()])],
    };
    known.told = options;
    return judgement;
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
  fix(plan: string, search: FixSearch): Answers['fix'] | undefined {
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
    return open && withInterruption(this.isCalledOff, () => hoverAt(open, path, position, known.report, this.locale));
  }

  /** Forgets a plan that was closed. */
  forget(plan: string): void {
    this.plans.delete(plan);
  }

  private known(plan: string): Known {
    const known = this.plans.get(plan) ?? {
      options: undefined,
      told: undefined,
      fault: undefined,
      seen: undefined,
      report: undefined,
      judged: undefined,
      fixes: new Map(),
      kept: new KeptTexts(),
    };
    this.plans.set(plan, known);
    return known;
  }

  /** Finds the options that lint would judge the plan by, if anything that decides them has changed. */
  private async findTerms(plan: string, known: Known): Promise<void> {
    const { flags } = this.data;
    const today = dayOf(flags.today, this.world);
    if (known.seen?.hasChanged() === false && (known.fault !== undefined || known.options?.today === today)) return;
    const seen = new Sightings(this.files.io);
    known.seen = seen;
    known.fault = undefined;
    try {
      const found = termsFinder(flags, 'designer', seen.io, [plan])(plan);
      const [compared = {}] = await baselinesFor([{ path: plan }], [found], flags.baseline, seen.io);
      if (compared instanceof TermsFault) throw compared;
      known.options = lintOptions(found, compared, today);
    } catch (error) {
      const fault = orTermsFault(() =>
        ofPlans(plan, (): never => {
          throw error;
        }),
      );
      known.fault = fault;
    }
  }

  private resultOf(plan: string, known: Known, io: Io): LintResult {
    const { options, fault } = known;
    if (fault !== undefined || options === undefined) {
      const report = fault && unjudged(new Map([[plan, fault]])).get(plan);
      return report ?? { ok: false, path: plan, unreadable: [], files: [] };
    }
    const before = known.report;
    return withInterruption(this.isCalledOff, () =>
      lintPlan(plan, this.reader(plan, options, io), options, undefined, {
        onDrawn: () => {},
        before: before?.site,
        takeOver: (site) => before && takenOver(site, before),
      }),
    );
  }

  private reader(plan: string, options: LintOptions, io: Io): Read {
    return readerOf({ path: plan }, io, options);
  }

  private repairedOf(plan: string, { options, judged }: Known): Repaired {
    if (options === undefined || judged === undefined) throw new Error(`'${plan}' was not judged`);
    return repairsOf(plan, this.reader(plan, options, this.files.io), options);
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
