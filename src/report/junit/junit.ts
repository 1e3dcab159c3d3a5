// Reports as JUnit XML.

import { isInBaseline, sinceMark, sinceText } from '../../findings/baseline-words.js';
import { cautionTexts } from '../../findings/cautions.js';
import { allIn, type LocalView, localView, maybeIn } from '../../findings/local.js';
import { verdictGroup } from '../../findings/tally.js';
import { faultSpot } from '../../findings/view.js';
import { citedClauses, label } from '../../findings/wording/citation.js';
import { startLine } from '../../findings/wording/start-line.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { faultsUnder, faultText, noVerdicts } from '../../findings/wording/unjudged.js';
import { render } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { quote } from '../../i18n/list.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import { judgedInstruments } from '../../law/compose.js';
import type { ClauseId } from '../../law/types.js';
import { isAdvisory } from '../../lint/summary.js';
import type { LintResult, LintVerdict, Report, ReportInput, UnreadableReport } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import type { Format } from '../format.js';
import { closingRemarks, verdictSentences } from '../sarif/result.js';
import { attributes, caseCounts, caseElement, type State } from './elements.js';

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

/** The format `junit`. */
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
  return [...bySubjectOfLaw(result)].map(([key, verdicts], n) => ({
    name: `${plainText(result.path)} › ${nameOf(key, result, view)}`,
    file: result.path,
    states: verdicts.map(stateOf),
    cautions: n === 0 ? allIn(cautionTexts(result), view.locale) : [],
    *cases() {
      for (const verdict of verdicts) yield testOf(verdict, result, view);
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
    const cited = (verdict.decides ?? citedClauses(verdict)).find((id) => articles.has(id));
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

function nameOf(key: string | ClauseId, { pack }: Report, { locale }: LocalView): string {
  return key.startsWith(RULE) ? key.slice(RULE.length) : render(label(pack, key), locale);
}

/**
 * Returns the state of a verdict's test: a fail is a failure, open of an error rule an error. Everything else that
 * didn't pass is skipped, and so are waived findings and those that the baseline holds unchanged.
 */
function stateOf(verdict: LintVerdict): State {
  const { outcome, level, waiver } = verdict;
  if (outcome === 'pass') return undefined;
  if (waiver !== undefined || isInBaseline(verdict)) return 'skipped';
  if (outcome === 'fail') return 'failure';
  return outcome === 'open' && level === 'error' ? 'error' : 'skipped';
}

function testOf(verdict: LintVerdict, report: Report, view: LocalView): string {
  const { locale } = view;
  const words = verdictSentences(verdict, report, view);
  const { file, line } = startLine(view.spot(verdict.place, report.files), verdict.place.path);
  // A test needs a name. An empty id is a fault that has a verdict of its own.
  const name = plainText(verdict.subject).trim() || '—';
  const head = attributes({ name, classname: verdict.rule, file, line });
  const state = stateOf(verdict);
  if (state === undefined) return `    <testcase${head}/>\n`;
  const said = [
    words.text,
    ...waived(verdict, locale),
    ...compared(verdict, locale),
    ...closingRemarks(words, verdict, report, view),
  ];
  const outcome = `${inLocale(SHORT_OUTCOMES[verdictGroup(verdict)], locale)}${render(sinceMark(verdict), locale)}`;
  const message = locale === 'en' ? `${outcome}: ${words.text}` : `${outcome}：${words.text}`;
  return caseElement(head, state, { message, type: outcome }, [`${file}:${line}`, ...said]);
}

/** Returns the state against the baseline, and that a skipped finding counts all the same. */
function compared(verdict: LintVerdict, locale: Locale): string[] {
  const text = maybeIn(sinceText(verdict), locale);
  if (text === undefined) return [];
  const known = isInBaseline(verdict);
  return [
    locale === 'en'
      ? `Since the baseline: ${text}${known ? '; skipped here for that, and counted in the verdict all the same' : ''}.`
      : `与比对基准相比：${text}${known ? '，因此此处不计为失败，仍计入结论' : ''}。`,
  ];
}

function waived({ waiver }: LintVerdict, locale: Locale): string[] {
  if (waiver === undefined) return [];
  const { reason, by, document, until } = waiver;
  return [
    locale === 'en'
      ? `Waived by the author without legal effect: ${quote(reason, 'en')} (${[by, document, `until ${inLocale(dayText(until), locale)}`].filter((part) => part !== undefined).join(', ')}).`
      : `编制人作出例外说明（无豁免效力）：${quote(reason, 'zh-CN')}（${[by, document, `有效至${inLocale(dayText(until), locale)}`].filter((part) => part !== undefined).join('，')}）。`,
  ];
}

function unreadableSuite(result: UnreadableReport, view: LocalView): Suite {
  const { locale } = view;
  const title = inLocale(noVerdicts(result), locale);
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
