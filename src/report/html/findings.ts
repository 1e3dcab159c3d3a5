// Findings as data for the page's script.
import { drawingOf } from '../../draw/model.js';
import { sinceMark, sinceText } from '../../findings/baseline-words.js';
import { clauseRows, judgedClauses, rowKeys } from '../../findings/clauses.js';
import { lawTag } from '../../findings/laws.js';
import { type LocalView, maybeIn } from '../../findings/local.js';
import { type Numbered, numberedFindings } from '../../findings/numbering.js';
import { isFinding } from '../../findings/tally.js';
import { spotText } from '../../findings/view.js';
import { citations, penaltyText, wordsAfterLead } from '../../findings/wording/citation.js';
import { choosesClause, questionText } from '../../findings/wording/question.js';
import { coverageText, grazesText, sightLineText } from '../../findings/wording/sightline.js';
import { subjectText } from '../../findings/wording/subject.js';
import { OUTCOMES, SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { render } from '../../i18n/catalogue.js';
import { inLocale, say } from '../../i18n/locale.js';
import { isAdvisory } from '../../lint/summary.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { plainText } from '../../render/escape.js';
import type { FindingData, GroupName, LawData, MemberData, PlanData, Target } from './data.js';
import { marksOf } from './geometry.js';

/** Returns the data of one plan that the page's script needs, without its levels. */
export function planData(report: Report, view: LocalView): PlanData {
  const laws = new Map<string, { readonly n: number; readonly law: LawData }>();
  const targets = targetsOf(report);
  const judged = judgedClauses(report);

  function lawOf(verdict: LintVerdict): number {
    const law = lawData(verdict, report, view);
    const key = JSON.stringify(law);
    const known = laws.get(key) ?? { n: laws.size, law };
    laws.set(key, known);
    return known.n;
  }
  const targetOf = ({ rule, subject }: LintVerdict) => {
    const target = targets.get(`${rule}\n${subject}`);
    return target === undefined ? {} : { target };
  };

  function findingData({ number, first, rest }: Numbered): FindingData {
    const { locale } = view;
    const advice = view.advice(first);
    const group = groupName(first);
    const rule = view.rule(first.rule);
    return {
      n: number,
      group,
      // A criterion of sitecam's that isn't met is a warning: 不符合 is kept for the law.
      verdict: `${inLocale(group === 'warning' ? SHORT_OUTCOMES.warning : OUTCOMES[first.outcome], locale)}${render(sinceMark(first), locale)}`,
      title: rule === undefined ? first.rule : inLocale(rule.title, locale),
      subject: `${render(subjectText(first.subject, report.site), locale)}${render(lawTag(first, report), locale)}`,
      text: view.text(first),
      keys: [...new Set([first, ...rest].flatMap((one) => rowKeys(one, judged)))],
      law: lawOf(first),
      facts: facts(first, report, view),
      ...(advice === undefined ? {} : { advice }),
      ...(group === 'review' ? { question: render(questionText(first, report, view), view.locale) } : {}),
      ...(choosesClause(first, view) ? { chooses: true } : {}),
      ...targetOf(first),
      rest: rest.map(
        (one): MemberData => ({
          subject: `${render(subjectText(one.subject, report.site), locale)}${render(sinceMark(one), locale)}`,
          text: evidenceText(one, report, view) ?? view.text(one),
          ...targetOf(one),
        }),
      ),
    };
  }

  const findings = numberedFindings(report).map(findingData);
  return {
    levels: report.site.levels.map(({ id, name }) =>
      plainText(name === undefined || name === id ? id : `${id} ${name}`),
    ),
    clauses: clauseRows(report, view).map(({ key, name }) => [key, render(name, view.locale)]),
    laws: [...laws.values()].map(({ law }) => law),
    findings,
  };
}

/** Returns the position of each finding on the plan, by rule and subject. */
function targetsOf(report: Report): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const [level, { id }] of report.site.levels.entries()) {
    for (const [mark, { rule, subject }] of marksOf(drawingOf(report, id)).entries()) {
      const key = `${rule}\n${subject}`;
      if (!targets.has(key)) targets.set(key, [level, mark]);
    }
  }
  return targets;
}

function groupName(verdict: LintVerdict): GroupName {
  const { outcome } = verdict;
  if (isAdvisory(verdict)) return 'warning';
  return outcome === 'fail' || outcome === 'open' ? outcome : 'review';
}

/** Returns the words of each clause, those before the items of its paragraph, and the penalties. */
function lawData(verdict: LintVerdict, report: Report, view: LocalView): LawData {
  const { locale } = view;
  return {
    clauses: citations(report.pack, verdict).map((citation) => {
      const words = render(wordsAfterLead(citation), locale);
      const note = maybeIn(citation.note, locale);
      return [
        render(citation.label, locale),
        note === undefined ? words : say(locale, `${words}（${note}）`, `${words} (${note})`),
      ];
    }),
    penalty: maybeIn(penaltyText(report.pack, verdict, view.both.text(verdict)), locale) ?? '',
  };
}

function evidenceText({ evidence }: LintVerdict, report: Report, { locale }: LocalView): string | undefined {
  const parts = [maybeIn(sightLineText(report, evidence), locale), maybeIn(coverageText(evidence), locale)];
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : plainText(said.join(locale === 'en' ? '; ' : '；'));
}

/**
 * Returns label and text of evidence, related places, the original outcome of a tainted verdict, place in the file and
 * rule.
 */
function facts(verdict: LintVerdict, report: Report, view: LocalView): [string, string][] {
  const { locale } = view;
  const at = (place: LintVerdict['place']) => spotText(view.spot(place, report.files), place.path);
  const { evidence, tainted } = verdict;
  const sight = maybeIn(sightLineText(report, evidence), locale);
  const coverage = maybeIn(coverageText(evidence), locale);
  const out: [string, string][] = [];
  if (sight !== undefined) {
    // A sound has no density: it travels along a path, not a line of sight.
    const seen = evidence?.sightLine?.density !== undefined;
    out.push([seen ? say(locale, '视线', 'Sight line') : say(locale, '路径', 'Path'), plainText(sight)]);
  }
  if (coverage !== undefined) out.push([say(locale, '覆盖', 'Coverage'), plainText(coverage)]);
  const grazes = evidence?.grazes ?? 0;
  if (grazes > 0) out.push([say(locale, '另有', 'Besides'), render(grazesText(grazes), locale)]);
  if (tainted !== undefined && isFinding(tainted.outcome)) {
    const outcome = inLocale(SHORT_OUTCOMES[tainted.outcome], locale);
    const text = view.messageText(tainted.message, verdict.rule);
    out.push([
      say(locale, '如图中该处无误', 'Were the plan right there'),
      say(locale, `${outcome}：${text}`, `${outcome}: ${text}`),
    ]);
  }
  const since = maybeIn(sinceText(verdict), locale);
  if (since !== undefined) out.push([say(locale, '与比对基准相比', 'Since the baseline'), since]);
  out.push([say(locale, '图中位置', 'Place in the plan'), at(verdict.place)]);
  for (const { place, caption } of verdict.related) {
    const text = plainText(inLocale(caption, locale));
    out.push([say(locale, '另见', 'See also'), say(locale, `${text}（${at(place)}）`, `${text} (${at(place)})`)]);
  }
  out.push([say(locale, '规则', 'Rule'), verdict.rule]);
  return out;
}
