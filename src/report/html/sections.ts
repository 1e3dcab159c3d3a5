// Sections of the HTML page.
import { GONE_TITLE, goneRows } from '../../findings/baseline-words.js';
import { cautionTexts } from '../../findings/cautions.js';
import { type ClauseRow, clauseRows, countsText } from '../../findings/clauses.js';
import { lawsText } from '../../findings/laws.js';
import { allIn, type LocalView, tableIn } from '../../findings/local.js';
import { assumptionsTable, errataOf, waivedTable } from '../../findings/tables.js';
import { countsSentence, headline, verdictGroup } from '../../findings/tally.js';
import { faultSpot, spotText } from '../../findings/view.js';
import { siteText } from '../../findings/wording/subject.js';
import { SHORT_OUTCOMES } from '../../findings/wording/terms.js';
import { faultsUnder, faultText, noVerdicts } from '../../findings/wording/unjudged.js';
import { render } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { inLocale, say } from '../../i18n/locale.js';
import { textNotices } from '../../lint/notes/text-notices.js';
import type { Report, ReportInput, UnreadableReport } from '../../lint/types.js';
import { htmlText, table } from '../../render/html-text.js';
import { t } from './texts.js';

/** Returns the head: the headline, what was judged and by which text. */
export function headPart(report: Report, { tool }: ReportInput, view: LocalView): string {
  const { locale } = view;
  const { site, pack, files, today } = report;
  const categories = site.categories.map(({ id }) => {
    const known = pack.categories.find((category) => category.id === id);
    return known === undefined ? id : inLocale(known.name, locale);
  });
  const rows: [string, string][] = [
    [say(locale, '审查依据', 'Judged by'), htmlText(render(lawsText(pack), locale))],
    ...(categories.length === 0
      ? []
      : [
          [say(locale, '场所类别', 'Categories'), htmlText(categories.join(say(locale, '、', ', ')))] satisfies [
            string,
            string,
          ],
        ]),
    [say(locale, '审查日', 'Day'), htmlText(inLocale(dayText(today), locale))],
    [
      say(locale, '法规数据包、工具', 'Pack, tool'),
      htmlText(`${pack.id}${say(locale, '；', '; ')}${tool.name} ${tool.version}`),
    ],
    ...[report.baseline?.file ?? []]
      .flat()
      .map(({ path, sha256 }): [string, string] => [
        say(locale, '比对基准（SHA-256）', 'Baseline (SHA-256)'),
        `${htmlText(path)}${sha256 === undefined ? '' : ` <span class="hash">${htmlText(sha256)}</span>`}`,
      ]),
    ...files.map(({ path, sha256 }): [string, string] => [
      say(locale, '图纸文件（SHA-256）', 'Plan (SHA-256)'),
      `${htmlText(path)} <span class="hash">${htmlText(sha256)}</span>`,
    ]),
  ];
  const facts = rows.map(([what, value]) => `<tr><th scope="row">${htmlText(what)}</th><td>${value}</td></tr>`);
  const cautions = allIn(cautionTexts(report), locale)
    .map((text) => `<p class="lead caution" role="note">${htmlText(text)}</p>\n`)
    .join('');
  return `<h2>${htmlText(render(siteText(site.name), locale))}</h2>
${cautions}<p class="lead">${htmlText(render(headline(report), locale))}</p>
<p>${htmlText(render(countsSentence(report), locale))}</p>
<p class="small">${htmlText(inLocale(textNotices(report), locale))}</p>
<details><summary>${htmlText(render(t.facts, locale))}</summary><table><tbody>
${facts.join('\n')}
</tbody></table></details>`;
}

/**
 * Returns the table of the verdicts on every clause, with the counts that Markdown has. Clauses that don't apply are
 * folded away; a button shows a row's findings.
 */
export function clausesPart(report: Report, view: LocalView): string {
  const { locale } = view;
  const rows = clauseRows(report, view);
  const isIdle = ({ worst }: ClauseRow) => verdictGroup(worst) === 'notApplicable';
  const idle = rows.filter(isIdle);
  const main = clauseTable(
    render(t.clauses, locale),
    rows.filter((row) => !isIdle(row)),
    view,
  );
  if (idle.length === 0) return main;
  const title = render(t.idle({ n: idle.length }), locale);
  const more = clauseTable(title, idle, view);
  return `${main}<details class="settled"><summary>${htmlText(title)}</summary>${more}</details>`;
}

function clauseTable(caption: string, rows: readonly ClauseRow[], view: LocalView): string {
  const { locale } = view;
  const head = allIn([t.clause, t.verdict, t.evidence], locale);
  const cells = rows.map(({ key, name, verdicts, worst }) => {
    const group = verdictGroup(worst);
    const settled = group === 'pass' || group === 'notApplicable' || group === 'waived';
    const more = `<br><button type="button" class="link" data-clause="${htmlText(key)}">${htmlText(render(t['show-clause'], locale))}</button>`;
    return [
      `${htmlText(render(name, locale))}${settled ? '' : more}`,
      `<span class="tag ${group}">${htmlText(inLocale(SHORT_OUTCOMES[group], locale))}</span><span class="small">${htmlText(render(countsText(verdicts), locale))}</span>`,
      htmlText(view.text(worst)),
    ];
  });
  return `<div class="verdicts">${table(caption, head, cells)}</div>`;
}

/** Returns the table of waived findings: on record, without legal effect. */
export function waivedPart(report: Report, view: LocalView): string {
  const { head, rows } = tableIn(waivedTable(report, view.both), view.locale);
  return table(
    render(t.waived, view.locale),
    head,
    rows.map((row) => row.map(htmlText)),
  );
}

/** Returns the table of resolved findings of the baseline. */
export function gonePart(report: Report, view: LocalView): string {
  const { head, rows } = tableIn(goneRows(report, view), view.locale);
  return table(
    render(GONE_TITLE, view.locale),
    head,
    rows.map((row) => row.map(htmlText)),
  );
}

/** Returns the page of assumptions: every threshold, default and claim that verdicts rest on, and its origin. */
export function assumptionsPart(report: Report, { locale }: LocalView): string {
  const { head, rows } = tableIn(assumptionsTable(report), locale);
  const errata = allIn(errataOf(report), locale).map((note) => `<li>${htmlText(note)}</li>`);
  const notes = errata.length === 0 ? '' : `<h3>${htmlText(render(t.errata, locale))}</h3><ul>${errata.join('')}</ul>`;
  const cells = rows.map((row) => row.map(htmlText));
  return `${table(render(t.assumptions, locale), head, cells)}${notes}`;
}

/** Returns the table of why there are no verdicts: each fault with its place. */
export function unreadablePart(result: UnreadableReport, view: LocalView): string {
  const { locale } = view;
  const head = [
    say(locale, '图中位置', 'Place in the plan'),
    say(locale, '错误', 'Fault'),
    say(locale, '类别', 'Kind'),
  ];
  const rows = faultsUnder(result).map((fault) =>
    [
      spotText(faultSpot(fault, result, view), fault.place.path),
      render(faultText(fault, result, view.both), view.locale),
      fault.code,
    ].map(htmlText),
  );
  return `<h2>${htmlText(result.path)}</h2>${table(inLocale(noVerdicts(result), locale), head, rows)}`;
}
