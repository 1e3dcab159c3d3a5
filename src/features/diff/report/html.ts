// The comparison as one HTML file with drawings.
import { lawsText } from '../../../findings/laws.js';
import { type LocalView, localView } from '../../../findings/local.js';
import { faultSpot, spotText } from '../../../findings/view.js';
import { siteText } from '../../../findings/wording/subject.js';
import { render } from '../../../i18n/catalogue.js';
import { dayText } from '../../../i18n/day.js';
import { inLocale, type Locale, type Localized, say } from '../../../i18n/locale.js';
import type { TextTable } from '../../../render/document.js';
import { htmlText, pageHead, table } from '../../../render/html-text.js';
import { STYLE } from '../../../report/html/style.js';
import type { Compared } from '../compare/types.js';
import { areasTable } from './areas.js';
import { changedLevels, diffDrawing } from './draw/drawing.js';
import { diffSvg } from './draw/svg.js';
import { reportInput } from './input.js';
import { noPairText } from './terminal.js';
import { editsTable, headlineOf, mainReport, notesOf, sideText, totalText, verdictsTable } from './text.js';
import { type DiffInput, type DiffPair, type DiffSide, pairState } from './types.js';
import { DIFF_TEXTS } from './words.js';

/** Style of reports, plus: one column, drawings as wide as there is room. */
const OWN_STYLE = `${STYLE}main.diff{grid-template-columns:minmax(0,1fr)!important;max-width:1400px}.diff figure{margin:.8rem 0 0}.diff svg{max-width:100%;height:auto;background:#fff}.diff figcaption{font-weight:600}.diff .notes{margin:.5rem 0 0 1.1rem}@media print{.diff figure{break-before:page;break-inside:avoid}}
`;

/**
 * Returns an HTML page that needs no network and no script: what changed, with a drawing of every level that changed.
 */
export function renderDiffHtml(input: DiffInput, { locale }: { readonly locale: Locale }): string {
  const view = localView(reportInput(input), locale);
  const title = inLocale(DIFF_TEXTS.title, locale);
  const total = input.pairs.length > 1 ? box(`<p class="lead">${htmlText(totalText(input.pairs, locale))}</p>`) : '';
  const nothing = input.pairs.length === 0 ? box(`<p>${htmlText(noPairText(locale))}</p>`) : '';
  const parts = input.pairs.map((pair, n) => pairPart(pair, n, input, view));
  return `${pageHead({ locale, title: titleOf(title, input.pairs, locale), style: OWN_STYLE })}<body>
<header class="bar"><h1>${htmlText(title)}</h1></header>
<main class="diff">
${total}${nothing}${parts.join('')}</main>
</body>
</html>
`;
}

function titleOf(title: string, pairs: readonly DiffPair[], locale: Locale): string {
  const [only] = pairs;
  return pairs.length === 1 && only !== undefined ? `${title}${say(locale, '：', ': ')}${nameOf(only, locale)}` : title;
}

function nameOf({ compared, path }: DiffPair, locale: Locale): string {
  const report = compared && mainReport(compared);
  return report === undefined ? path : render(siteText(report.site.name), locale);
}

function box(content: string): string {
  return content === '' ? '' : `<section class="box wide">${content}</section>\n`;
}

function pairPart(pair: DiffPair, n: number, { tool, today }: DiffInput, view: LocalView): string {
  const { locale } = view;
  const { compared, old, new: now } = pair;
  const report = compared && mainReport(compared);
  const rows: (readonly [string, string])[] = [
    [inLocale(DIFF_TEXTS.old, locale), sideHtml(old, locale)],
    [inLocale(DIFF_TEXTS.new, locale), sideHtml(now, locale)],
    ...(report === undefined
      ? []
      : [[say(locale, '审查依据', 'Judged by'), htmlText(render(lawsText(report.pack), locale))] as const]),
    [
      say(locale, '审查日；工具', 'Day; tool'),
      htmlText(`${inLocale(dayText(today), locale)}${say(locale, '；', '; ')}${tool.name} ${tool.version}`),
    ],
  ];
  const facts = rows
    .map(([what, value]) => `<tr><th scope="row">${htmlText(what)}</th><td>${value}</td></tr>`)
    .join('\n');
  const quiet = compared === undefined || (pairState(pair) === 'unchanged' && compared.shift === undefined);
  const notes = quiet ? [] : notesOf(compared, locale).map((note) => `<li>${htmlText(note)}</li>`);
  const head = `<h2 id="plan-${n + 1}">${htmlText(nameOf(pair, locale))}</h2>
<p class="lead">${htmlText(headlineOf(pair, locale))}</p>
${notes.length === 0 ? '' : `<ul class="notes">${notes.join('')}</ul>\n`}<table><tbody>
${facts}
</tbody></table>`;
  if (compared === undefined) {
    return [box(head), box(faultsPart(DIFF_TEXTS.old, old, view)), box(faultsPart(DIFF_TEXTS.new, now, view))].join('');
  }
  return [
    box(head),
    box(tablePart(DIFF_TEXTS.edits, editsTable(compared, locale), locale)),
    box(tablePart(DIFF_TEXTS.verdicts, verdictsTable(compared, view), locale)),
    box(tablePart(DIFF_TEXTS.coverage, areasTable(compared.coverage, locale), locale)),
    box(tablePart(DIFF_TEXTS.privacy, areasTable(compared.privacy, locale), locale)),
    ...drawings(compared, n, locale),
  ].join('');
}

function sideHtml(side: DiffSide | undefined, locale: Locale): string {
  const hash = side?.result.files.find(({ path }) => path === side.path)?.sha256;
  const text = htmlText(sideText(side, locale));
  return hash === undefined
    ? text
    : `${text}${say(locale, '；', '; ')}SHA-256 <span class="hash">${htmlText(hash)}</span>`;
}

function tablePart(title: Localized, { head, rows }: TextTable, locale: Locale): string {
  return table(
    inLocale(title, locale),
    head,
    rows.map((row) => row.map(htmlText)),
  );
}

function drawings(compared: Compared, n: number, locale: Locale): string[] {
  return changedLevels(compared).map((level, m) => {
    const drawing = diffDrawing(compared, level);
    const { name, id } = drawing.base.level;
    const caption = `${inLocale(DIFF_TEXTS.drawings, locale)}${say(locale, '：', ': ')}${name === undefined || name === id ? id : say(locale, `${name}（${id}）`, `${name} (${id})`)}`;
    const svg = diffSvg(drawing, compared, { locale, prefix: `p${n}-${m}-` });
    return box(`<figure><figcaption>${htmlText(caption)}</figcaption>\n${svg}</figure>`);
  });
}

function faultsPart(title: Localized, side: DiffSide | undefined, view: LocalView): string {
  if (side === undefined || side.result.ok) return '';
  const { locale } = view;
  const { result } = side;
  const rows = result.unreadable.map((fault) =>
    [spotText(faultSpot(fault, result, view), fault.place.path), view.messageText(fault.message), fault.code].map(
      htmlText,
    ),
  );
  const head = [
    say(locale, '图中位置', 'Place in the plan'),
    say(locale, '错误', 'Fault'),
    say(locale, '类别', 'Kind'),
  ];
  return table(inLocale(title, locale), head, rows);
}
