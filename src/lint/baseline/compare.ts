// Comparison of a report with a baseline of its plan.

import { groupBy } from '../../base/arrays.js';
import { amended } from '../../base/lazy.js';
import { quote } from '../../i18n/list.js';
import type { Localized } from '../../i18n/locale.js';
import type { ClauseId } from '../../law/types.js';
import type { Outcome } from '../../rules/verdict.js';
import type { Assumption, LintVerdict, Report } from '../types.js';
import { geometryOf, NOTHING, undrawnHash } from './geometry.js';
import { baselineFinding, byName } from './snapshot.js';
import {
  type BaselineComparison,
  type BaselineFinding,
  type FindingChange,
  GRAVITY,
  type PlanBaseline,
  type ResolvedFinding,
} from './types.js';

/**
 * Rounding error allowed before a finding counts as worse: growth of the seen area (m²) and depth (m), loss of coverage
 * (0–1).
 */
const SPECK = { seen: 0.01, depth: 0.01, covered: 0.001 };

/**
 * Returns the report with each finding marked new, changed or unchanged against a baseline of the plan, and with the
 * resolved findings. Nothing is removed: headline, counts and verdicts stay.
 *
 * @param off ids of rules that weren't run
 */
export function compareWithBaseline(
  report: Report,
  { file, findings }: PlanBaseline,
  off: ReadonlySet<string> = new Set(),
): Report {
  const geometry = geometryOf(report);
  const now = report.verdicts.flatMap((verdict): Recorded[] => {
    const finding = baselineFinding(verdict, geometry);
    return finding === undefined ? [] : [{ verdict, finding }];
  });
  const matched = match(
    now.map(({ finding }) => finding),
    withUndrawn(findings ?? [], now),
  );
  const marks = new Map(now.map(({ verdict }, n) => [verdict, markOf(matched.pairs[n])]));
  const counts = { new: 0, changed: 0, unchanged: 0 };
  for (const { since } of marks.values()) counts[since] += 1;
  const comparison: BaselineComparison = {
    file,
    known: findings !== undefined,
    counts,
    unjudged: matched.gone.filter(({ rule }) => off.has(rule)).length,
    gone: goneOf(
      matched.gone.filter(({ rule }) => !off.has(rule)),
      report,
    ),
  };
  return {
    ...report,
    verdicts: report.verdicts.map((verdict) => amended(verdict, marks.get(verdict) ?? {})),
    assumptions: withBaseline(report.assumptions, comparison),
    cautions: [...(report.cautions ?? []), { kind: 'compared', text: caution(comparison) }],
    baseline: comparison,
  };
}

/** A verdict that is a finding, and how a baseline records it. */
interface Recorded {
  readonly verdict: LintVerdict;
  readonly finding: BaselineFinding;
}

/** Returns the findings of a baseline, those with the hash of nothing with that of the current finding, if that rests on nothing. */
function withUndrawn(known: readonly BaselineFinding[], now: readonly Recorded[]): readonly BaselineFinding[] {
  const undrawn = now.filter(({ verdict, finding }) => finding.geometry === undrawnHash(verdict));
  const byKey = new Map(undrawn.map(({ finding }) => [keyOf(finding), finding]));
  return known.map((before) => {
    const { geometry, layout } = (before.geometry === NOTHING && byKey.get(keyOf(before))) || before;
    return { ...before, geometry, layout };
  });
}

/** A current finding paired with one of the baseline: the changes since then. */
interface Pair {
  readonly changes: readonly FindingChange[];
}

/**
 * Pairs each current finding with one of the baseline. Among several of one rule and subject, unchanged ones are paired
 * first.
 */
function match(
  now: readonly BaselineFinding[],
  known: readonly BaselineFinding[],
): { readonly pairs: readonly (Pair | undefined)[]; readonly gone: readonly BaselineFinding[] } {
  const left = groupBy(known, keyOf);
  const same = isShifted(now, left) ? sameLayout : sameGeometry;
  const pairs: (Pair | undefined)[] = now.map(() => undefined);
  for (const wanted of ['unchanged', 'any']) {
    for (const [n, finding] of now.entries()) {
      if (pairs[n] !== undefined) continue;
      const candidates = left.get(keyOf(finding)) ?? [];
      const compared = candidates.map((before) => changesOf(before, finding, same));
      const found = wanted === 'any' ? 0 : compared.findIndex((changes) => changes.length === 0);
      const changes = compared[found];
      if (changes === undefined) continue;
      candidates.splice(found, 1);
      pairs[n] = { changes };
    }
  }
  return { pairs, gone: [...left.values()].flat().sort(byName) };
}

type Same = (a: BaselineFinding, b: BaselineFinding) => boolean;
const sameGeometry: Same = (a, b) => a.geometry === b.geometry;
const sameLayout: Same = (a, b) => a.layout === b.layout;

/**
 * True if more findings keep their place measured from the plan's corner than in the plan's coordinates: the plan was
 * shifted as a whole.
 */
function isShifted(now: readonly BaselineFinding[], known: ReadonlyMap<string, readonly BaselineFinding[]>): boolean {
  const kept = (same: Same) =>
    now.filter((finding) => known.get(keyOf(finding))?.some((before) => same(before, finding)) === true).length;
  return kept(sameLayout) > kept(sameGeometry);
}

function changesOf(before: BaselineFinding, now: BaselineFinding, same: Same): FindingChange[] {
  const byClause = isGraverByClause(before, now);
  const graver = byClause || isGraver(before.outcome, now.outcome);
  return [
    ...(graver ? ([!byClause && isByOtherLaw(before, now) ? 'law' : 'graver'] as const) : []),
    ...(same(before, now) ? [] : (['altered'] as const)),
    ...(isMore(before, now) ? (['more'] as const) : []),
  ];
}

function isGraver(before: Outcome, now: Outcome): boolean {
  const rank = (outcome: Outcome) => (GRAVITY as readonly Outcome[]).indexOf(outcome);
  return rank(now) > rank(before);
}

/** True if a clause that decided then decides more gravely now: the finding as a whole says only the gravest. */
function isGraverByClause(before: BaselineFinding, now: BaselineFinding): boolean {
  const known = new Map(before.bases?.map(({ clause, outcome }) => [clause, outcome]));
  return (now.bases ?? []).some(({ clause, outcome }) => isGraver(known.get(clause) ?? outcome, outcome));
}

/** True if only laws that the finding wasn't judged by then give the graver outcome. */
function isByOtherLaw(before: BaselineFinding, now: BaselineFinding): boolean {
  const judged = new Set(before.packs ?? before.bases?.map(({ clause }) => lawOf(clause)));
  const graver = (now.bases ?? []).filter(({ outcome }) => outcome === now.outcome);
  return graver.length > 0 && graver.every(({ clause }) => !judged.has(lawOf(clause)));
}

function lawOf(clause: ClauseId): string {
  return clause.slice(0, clause.indexOf('/'));
}

/** A figure that only one of the two has isn't compared. */
function isMore(before: BaselineFinding, now: BaselineFinding): boolean {
  const by = (figure: 'seen' | 'depth' | 'covered') => (now[figure] ?? Number.NaN) - (before[figure] ?? Number.NaN);
  return by('seen') > SPECK.seen || by('depth') > SPECK.depth || by('covered') < -SPECK.covered;
}

function markOf(pair: Pair | undefined): Required<Pick<LintVerdict, 'since'>> & Pick<LintVerdict, 'changes'> {
  if (pair === undefined) return { since: 'new' };
  return pair.changes.length === 0 ? { since: 'unchanged' } : { since: 'changed', changes: pair.changes };
}

/** Outcomes, gravest first: of several verdicts on a resolved finding's subject the gravest is reported. */
const NOW: readonly Outcome[] = ['fail', 'open', 'review', 'pass', 'notApplicable'];

function goneOf(findings: readonly BaselineFinding[], { verdicts }: Report): ResolvedFinding[] {
  const wanted = new Map(findings.map((finding): [string, LintVerdict[]] => [keyOf(finding), []]));
  for (const verdict of findings.length === 0 ? [] : verdicts) wanted.get(keyOf(verdict))?.push(verdict);
  return findings.map((finding) => {
    const { rule, subject, outcome, fingerprint } = finding;
    const same = wanted.get(keyOf(finding)) ?? [];
    const waived = same.some(({ waiver }) => waiver !== undefined);
    const now = waived ? 'waived' : NOW.find((one) => same.some((verdict) => verdict.outcome === one));
    return {
      rule,
      subject,
      outcome,
      fingerprint,
      ...(now === undefined ? {} : { now }),
    };
  });
}

/** Returns the caution that names the baseline and says that it excuses no finding. */
function caution({ file, known }: BaselineComparison): Localized {
  const [zh, en] = [quote(file.path, 'zh-CN'), quote(file.path, 'en')];
  return known
    ? {
        zh: `与比对基准${zh}比对：其中已有的问题仍全部计入结论，退出码只计新增和变化的。`,
        en: `Compared with the baseline ${en}: the findings it has still count in the verdict; the exit code is by those that are new or changed.`,
      }
    : {
        zh: `与比对基准${zh}比对：其中没有本设计图，各项问题均按新增计。`,
        en: `Compared with the baseline ${en}, which doesn't have this plan: every finding counts as new.`,
      };
}

/**
 * Returns the assumptions with one more, on the baseline's file and hash and whether it has this plan; it follows the
 * others of origin `run`.
 */
export function withBaseline(assumptions: readonly Assumption[], { file, known }: BaselineComparison): Assumption[] {
  const cut = assumptions.findLastIndex(({ origin }) => origin === 'run') + 1;
  const rest = known
    ? { zh: '', en: '' }
    : { zh: '；其中没有本设计图，各项问题均按新增计', en: '; this plan is not in it: every finding counts as new' };
  const row: Assumption = {
    what: {
      zh: `比对基准${quote(file.path, 'zh-CN')}（SHA-256）`,
      en: `Baseline ${quote(file.path, 'en')} (SHA-256)`,
    },
    value: { zh: `${file.sha256 ?? ''}${rest.zh}`, en: `${file.sha256 ?? ''}${rest.en}` },
    origin: 'run',
  };
  return [...assumptions.slice(0, cut), row, ...assumptions.slice(cut)];
}

function keyOf({ rule, subject }: Pick<BaselineFinding, 'rule' | 'subject'>): string {
  return `${rule}\0${subject}`;
}
