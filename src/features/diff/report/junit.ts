// The comparison as JUnit XML.

import { type LocalView, localView } from '../../../findings/local.js';
import { verdictGroup } from '../../../findings/tally.js';
import { faultSpot } from '../../../findings/view.js';
import { startLine } from '../../../findings/wording/start-line.js';
import { SHORT_OUTCOMES } from '../../../findings/wording/texts.js';
import { type Locale, render } from '../../../i18n/locale.js';
import { plainText } from '../../../render/escape.js';
import { attributes, caseCounts, caseElement, type State } from '../../../report/junit/elements.js';
import type { Compared, VerdictEdit } from '../compare/types.js';
import { isForWorse } from '../compare/verdicts.js';
import { type DiffInput, type DiffPair, pairState, reportInput, unreadSides } from '../input.js';
import { changeText, clauseText, currentText, headlineOf, mainVerdict, notesOf, whyText } from '../sentences.js';
import { t } from '../texts.js';

interface Case {
  readonly state: State;
  readonly text: string;
}

/**
 * Returns JUnit XML: a suite for each plan, a test for each verdict that changed. Of verdicts that got worse, a fail
 * of a rule of level error is a failed test, an open one of such a rule an error; those of warning rules, and those
 * for review, are skipped tests. All other changes pass. What makes a plan unreadable is an error.
 */
export function renderDiffJunit(input: DiffInput, { locale }: { readonly locale: Locale }): string {
  const view = localView(reportInput(input), locale);
  const suites = input.pairs.map((pair) => ({ pair, cases: casesOf(pair, view) }));
  const total = caseCounts(suites.flatMap(({ cases }) => cases.map(({ state }) => state)));
  const body = suites.map(({ pair, cases }) => {
    const head = attributes({
      name: `${plainText(pair.path)} › ${render(headlineOf(pair), locale)}`,
      file: pair.path,
      ...caseCounts(cases.map(({ state }) => state)),
    });
    const rows = notesOf(pair)
      .map((note) => `      <property${attributes({ name: 'note', value: render(note, locale) })}/>\n`)
      .join('');
    const properties = rows === '' ? '' : `    <properties>\n${rows}    </properties>\n`;
    return `  <testsuite${head}>\n${properties}${cases.map(({ text }) => text).join('')}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: input.tool.name, ...total })}>\n${body.join('')}</testsuites>\n`;
}

function casesOf(pair: DiffPair, view: LocalView): Case[] {
  const { compared } = pair;
  if (compared === undefined) return unreadable(pair, view);
  const cases = compared.verdicts.map((edit) => caseOf(edit, compared, view));
  if (cases.length > 0) return cases;
  // A suite without a test reads as one that wasn't run.
  const name = render(pairState(pair) === 'unchanged' ? headlineOf(pair) : t.noVerdictChanged, view.locale);
  return [
    { state: undefined, text: `    <testcase${attributes({ name, classname: 'diff', file: pair.path, line: 1 })}/>\n` },
  ];
}

function caseOf(edit: VerdictEdit, compared: Compared, view: LocalView): Case {
  const { locale } = view;
  const { verdict, report } = mainVerdict(edit, compared);
  const { file, line } = startLine(view.spot(verdict.place, report.files), verdict.place.path);
  const name = plainText(verdict.subject).trim() || '—';
  const head = attributes({ name, classname: verdict.rule, file, line });
  const state = stateOfEdit(edit);
  if (state === undefined) return { state, text: `    <testcase${head}/>\n` };
  const clause = clauseText(edit, compared);
  const body = [
    currentText(edit, view.both),
    ...(clause === undefined ? [] : [t.byClauseStop({ clause })]),
    t.hangsOn({ why: whyText(edit, compared) }),
  ].map((text) => render(text, locale));
  const message = render(changeText(edit, compared), locale);
  const type = render(SHORT_OUTCOMES[verdictGroup(verdict)], locale);
  return { state, text: caseElement(head, state, { message, type }, [`${file}:${line}`, ...body]) };
}

function stateOfEdit({ change, new: now }: VerdictEdit): State {
  if (now === undefined || now.waiver !== undefined || !isForWorse(change)) return undefined;
  if (now.outcome !== 'fail' && now.outcome !== 'open') return now.outcome === 'review' ? 'skipped' : undefined;
  if (now.level !== 'error') return 'skipped';
  return now.outcome === 'fail' ? 'failure' : 'error';
}

function unreadable(pair: DiffPair, view: LocalView): Case[] {
  return unreadSides(pair).flatMap(({ side, result }) =>
    result.unreadable.map((fault): Case => {
      const { file, line, column } = startLine(faultSpot(fault, result, view), fault.place.path);
      const head = attributes({ name: `${file}:${line}:${column}`, classname: fault.code, file, line });
      const text = view.messageText(fault.message);
      const where = side.revision === undefined ? `${file}:${line}` : `${file}:${line} (${side.revision})`;
      return { state: 'error', text: caseElement(head, 'error', { message: text, type: fault.code }, [where, text]) };
    }),
  );
}
