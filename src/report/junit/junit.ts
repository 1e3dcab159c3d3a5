// Reports as JUnit XML.

import { isInBaseline, sinceMark, sinceText } from '../../findings/baseline-words.js';
import { cautionTexts } from '../../findings/cautions.js';
import { loneUndecided } from '../../findings/file-problems.js';
import { foldsOf } from '../../findings/groups.js';
import { allIn, type LocalView, localView } from '../../findings/local.js';
import { verdictGroup } from '../../findings/tally.js';
import { faultSpot } from '../../findings/view.js';
import { label } from '../../findings/wording/citation.js';
import { figuresText } from '../../findings/wording/rows.js';
import { type VerdictSentences, verdictSentences } from '../../findings/wording/sentences.js';
import { startLine } from '../../findings/wording/start-line.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { faultsUnder, faultText, noVerdicts } from '../../findings/wording/unjudged.js';
import { joined } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { quoted } from '../../i18n/list.js';
import { type Locale, type Localized, render, verbatim } from '../../i18n/locale.js';
import { judgedInstruments } from '../../law/compose.js';
import { isAdvisory } from '../../lint/summary.js';
import type { LintResult, LintVerdict, Report, ReportInput, UnreadableReport } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import { decidedClauses } from '../../rules/bases.js';
import type { Format } from '../format.js';
import { attributes, caseCounts, caseElement, type State } from './elements.js';
import { t } from './texts.js';

/** Tests that are shown together. */
interface Suite {
  readonly name: string;
  readonly file: string;
  readonly states: readonly State[];
  /** Cautions, on the first suite of a plan only. */
  readonly cautions: readonly string[];
  readonly cases: () => Iterable<string>;
}

/**
 * Returns JUnit's XML: a suite for each plan and article, or rule for verdicts on no article; a test for each verdict.
 */
export function renderJunit(input: ReportInput, options: { readonly locale: Locale }): string {
  return [...junitParts(input, options)].join('');
}

/** The format `junit`: verdicts as test cases in JUnit's XML. */
export const format: Format = { render: junitParts };

/** Yields the text of `renderJunit` in parts. Without times, machine or folder: the same plans give the same bytes. */
export function* junitParts(input: ReportInput, { locale }: { readonly locale: Locale }): Generator<string> {
  const view = localView(input, locale);
  const suites = input.results.flatMap((result) => suitesOf(result, view));
  const total = caseCounts(suites.flatMap(({ states }) => states));
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${attributes({ name: input.tool.name, ...total })}>\n`;
  for (const { name, file, states, cautions, cases } of suites) {
    yield `  <testsuite${attributes({ name, file, ...caseCounts(states) })}>\n`;
    yield properties(cautions);
    yield* cases();
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function suitesOf(result: LintResult, view: LocalView): Suite[] {
  if (!result.ok) return [unreadableSuite(result, view)];
  const stateOf = statesOf(result);
  return [...bySubjectOfLaw(result)].map(([key, verdicts], n) => ({
    name: `${plainText(result.path)} › ${key.startsWith(RULE) ? key.slice(RULE.length) : render(label(result.pack, key), view.locale)}`,
    file: result.path,
    states: verdicts.map(stateOf),
    cautions: n === 0 ? allIn(cautionTexts(result), view.locale) : [],
    *cases() {
      for (const { first, rows } of foldsOf(verdicts, result, { passesInFull: Number.POSITIVE_INFINITY })) {
        yield testOf(first, stateOf(first), result, view);
        for (const row of rows) yield testOf(row, stateOf(row), result, view, first);
      }
    },
  }));
}

/**
 * Returns verdicts by the article of the judged instrument that they rest on, in the order of the law; the others by
 * rule.
 */
function bySubjectOfLaw({ pack, verdicts }: Report): Map<string, LintVerdict[]> {
  const judged = judgedInstruments(pack);
  const articles = new Map(
    pack.clauses
      .filter(({ instrument }) => judged.has(instrument))
      .map(({ id, instrument, article }) => [id, `${instrument}/${article}`]),
  );
  const suites = new Map<string, LintVerdict[]>();
  for (const verdict of verdicts) {
    const cited = decidedClauses(verdict).find((id) => articles.has(id));
    const article = isAdvisory(verdict) || cited === undefined ? undefined : articles.get(cited);
    const key = article ?? `${RULE}${verdict.rule}`;
    const known = suites.get(key);
    if (known === undefined) suites.set(key, [verdict]);
    else known.push(verdict);
  }
  const order = [...new Set(articles.values())];
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return new Map([...suites].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1)));
}

const RULE = 'rule:';

/** Returns the state of a verdict's test in its plan's report. */
type StateOf = (verdict: LintVerdict) => State;

/**
 * Returns what gives verdicts of one plan their states: of an error rule a fail is a failure, open an error. Everything
 * else that didn't pass is skipped, as it doesn't count for the exit code either: warnings, reviews, waived findings,
 * those that the baseline holds unchanged. A verdict that hangs on a fault of the plan is skipped where the fault's own
 * test fails: one cause is one failure. Where that is a warning or waived, the verdict itself counts.
 */
function statesOf(report: Report): StateOf {
  const lone = loneUndecided(report);
  return (verdict) => (verdict.tainted === undefined || lone.has(verdict) ? ownState(verdict) : 'skipped');
}

function ownState(verdict: LintVerdict): State {
  const { outcome, level, waiver } = verdict;
  if (outcome === 'pass') return undefined;
  if (waiver !== undefined || isInBaseline(verdict) || level !== 'error') return 'skipped';
  return outcome === 'fail' ? 'failure' : outcome === 'open' ? 'error' : 'skipped';
}

/** Returns the test of a verdict. That of a row says but its figures and the `first` of its fold. */
function testOf(verdict: LintVerdict, state: State, report: Report, view: LocalView, first?: LintVerdict): string {
  const { locale } = view;
  const { file, line } = startLine(view.spot(verdict.place, report.files), verdict.place.path);
  // A test needs a name. An empty id is a fault that has a verdict of its own.
  const name = plainText(verdict.subject).trim() || '—';
  const head = attributes({ name, classname: verdict.rule, file, line });
  if (state === undefined) return `    <testcase${head}/>\n`;
  const { text, remarks } =
    first === undefined ? verdictSentences(verdict, report, view) : rowWords(verdict, first, view);
  const lines = [`${file}:${line}`, text, ...allIn([...waived(verdict), ...compared(verdict)], locale), ...remarks];
  const outcome = joined([SHORT_OUTCOMES[verdictGroup(verdict)], sinceMark(verdict)]);
  const message = render(t.failed({ outcome, text: verbatim(text) }), locale);
  return caseElement(head, state, { message, type: render(outcome, locale) }, lines);
}

/** Returns the words of a row: its figures, and the verdict that is in full. */
function rowWords(verdict: LintVerdict, first: LintVerdict, { locale }: LocalView): VerdictSentences {
  const [subject, figures] = [quoted(plainText(first.subject)), figuresText(verdict)];
  const text = figures === undefined ? t.asFirst({ subject }) : t.asFirstWith({ subject, figures });
  return { text: render(text, locale), remarks: [] };
}

/** Returns the state against the baseline, and that a skipped finding counts all the same. */
function compared(verdict: LintVerdict): Localized[] {
  const since = sinceText(verdict);
  return since === undefined ? [] : [(isInBaseline(verdict) ? t.sinceSkipped : t.since)({ since })];
}

function waived({ waiver }: LintVerdict): Localized[] {
  if (waiver === undefined) return [];
  const { reason, by, document, until } = waiver;
  const sources = [by, document].filter((part) => part !== undefined).map(verbatim);
  return [t.waived({ reason, details: joined([...sources, t.until({ day: dayText(until) })], t.comma) })];
}

function unreadableSuite(result: UnreadableReport, view: LocalView): Suite {
  const { locale } = view;
  const title = render(noVerdicts(result), locale);
  const faults = faultsUnder(result);
  return {
    name: `${plainText(result.path)} › ${title}`,
    file: result.path,
    states: faults.map(() => 'error'),
    cautions: [],
    *cases() {
      for (const fault of faults) {
        const { file, line, column } = startLine(faultSpot(fault, result, view), fault.place.path);
        const head = attributes({ name: `${file}:${line}:${column}`, classname: fault.code, file, line });
        const text = render(faultText(fault, result, view.both), view.locale);
        yield caseElement(head, 'error', { message: text, type: fault.code }, [`${file}:${line}`, text]);
      }
    },
  };
}

function properties(cautions: readonly string[]): string {
  if (cautions.length === 0) return '';
  const rows = cautions.map((value) => `      <property${attributes({ name: 'caution', value })}/>\n`);
  return `    <properties>\n${rows.join('')}    </properties>\n`;
}
