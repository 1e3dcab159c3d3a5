// The format `sheet-html`: review sheets as one HTML page for paper.
import { type Locale, render } from '../../i18n/locale.js';
import type { ReportInput } from '../../lint/types.js';
import { writeHtml } from '../../render/writers/html.js';
import type { Format } from '../format.js';
import { withRunComment } from '../run-block.js';
import { sheetDocuments } from './sheet.js';
import { t } from './texts.js';

/** The format `sheet-html`: the reviewer's sheet for each plan, as one HTML page to print. */
export const format: Format = {
  render: (input, options) => withRunComment(input, 'sheet-html', options, (own) => renderSheetHtml(input, own)),
};

/** Returns the sheets as one HTML page for A4 paper, each plan on pages of its own, without network or script. */
export function renderSheetHtml(input: ReportInput, { locale }: { readonly locale: Locale }): string {
  const documents = sheetDocuments(input, 'sheet');
  const style = `${SHEET_STYLE}${pagesStyle(input, locale)}`;
  return writeHtml(documents, { locale, look: 'form', sort: 'sheets', title: documents[0]?.title ?? t.sheet, style });
}

/**
 * The style of an office form on A4: black on white, so that a copier loses nothing; heads repeat, and no row that fits
 * on a page is split. Fonts of official documents first, then those of Linux and macOS.
 */
const SHEET_STYLE = `@page{size:A4;margin:20mm 15mm 18mm}
:root{color-scheme:light;--song:"SimSun","NSimSun","STSong","Songti SC","Source Han Serif SC","Noto Serif CJK SC",serif;--fang:"FangSong","FangSong_GB2312","STFangsong","SimSun","Songti SC","Source Han Serif SC","Noto Serif CJK SC",serif;--hei:"SimHei","STHeiti","Heiti SC","Source Han Sans SC","Noto Sans CJK SC",sans-serif}
*{box-sizing:border-box}
html{font:10.5pt/1.5 var(--fang);color:#000;background:#fff}
html:lang(en){font-family:"Times New Roman","Liberation Serif",var(--song)}
body{margin:0;overflow-wrap:anywhere;line-break:strict}
h1,h2,p{margin:0;padding:0}
h1{font:700 17pt/1.35 var(--song);text-align:center;margin-bottom:3mm}
h2{font:400 12pt/1.4 var(--hei);margin:5mm 0 2mm;break-after:avoid}
html:lang(en) h1,html:lang(en) h2{font-family:"Liberation Sans",Arial,var(--hei)}
p{margin:1.2mm 0;text-align:justify}
p.note{font-size:9pt;text-align:center;break-after:avoid}
span{white-space:nowrap}
p.caution{border:1.2pt solid #000;padding:1.2mm 2mm;font-family:var(--hei)}
p.conclusion{border:1.2pt solid #000;border-left-width:4pt;padding:2mm 3mm;font:700 11pt/1.5 var(--song);margin:2mm 0 3mm;break-inside:avoid}
p.plain{font-size:9.5pt}
table{border-collapse:collapse;width:100%;table-layout:fixed;margin:0 0 3mm;font-size:9.5pt;line-height:1.45}
caption{text-align:left;font:400 10.5pt/1.5 var(--hei);padding:1mm 0;break-after:avoid}
th,td{border:.6pt solid #000;padding:1mm 1.6mm;text-align:left;vertical-align:top;font-weight:400}
thead{display:table-header-group;break-inside:avoid;break-after:avoid}
thead th{font-family:var(--hei);text-align:center;vertical-align:middle}
tr{break-inside:avoid}
tbody th{font-family:var(--hei);vertical-align:middle;text-align:center}
strong{font-family:var(--hei);font-weight:700}
table{border:1.2pt solid #000}
.entry,.facts,.form{--label:25mm}
.entry col:nth-child(odd),.facts col:nth-child(odd),.form col:nth-child(odd){width:var(--label)}
.entry thead th{text-align:left;font-weight:700;border-bottom-width:1.2pt}
.entry tbody tr:first-child,.entry tbody tr:last-child{break-before:avoid}
.entry+.others,.entry+.answers,.entry+.judged{margin-top:-3mm;border-top:0}
.form td{vertical-align:middle;min-height:11mm;height:11mm}
.form{--label:30mm}.form col:nth-child(3){width:18mm}
.form{break-inside:avoid}
.write{height:8mm;border-bottom:.6pt solid #000}
.form .write{border:0;height:9mm}
.ticks span{margin-right:10mm;font-size:11pt}
.clauses col:nth-child(1){width:32%}.clauses col:nth-child(2){width:19%}
.clauses td:nth-child(1) div:first-child{font-family:var(--hei)}
.clauses td:nth-child(2){text-align:center}
.others col:nth-child(1){width:28%}.others col:nth-child(2){width:27%}
.answers col:nth-child(1){width:22%}.answers col:nth-child(2){width:22%}.answers col:nth-child(4){width:28%}
.judged col:nth-child(1){width:22%}.judged col:nth-child(2){width:20%}.judged col:nth-child(4){width:28%}
.judged td:last-child div{min-height:6mm}
.notes col:nth-child(1){width:11mm}.notes col:nth-child(2){width:20%}.notes col:nth-child(3){width:24%}
.notes td:first-child{text-align:center}
.waived{font-size:8.5pt}
.claims col:nth-child(1){width:34%}
.faults col:nth-child(1){width:34%}.faults col:nth-child(3){width:20%}
.day{font-size:9pt}
.day col:nth-child(1){width:10mm}.day col:nth-child(2){width:20%}.day col:nth-child(3){width:16%}.day col:nth-child(n+4):nth-child(-n+6){width:14mm}.day col:nth-child(7){width:14%}
.day td:nth-child(1),.day td:nth-child(n+4):nth-child(-n+6){text-align:center}
@media screen{html{background:#eee}.sheet{background:#fff;max-width:210mm;margin:6mm auto;padding:20mm 15mm;box-shadow:0 0 2mm #999}}
@media print{.sheet+.sheet{break-before:page}}
`;

/**
 * Returns the style of the page footers, by which loose pages are sorted again. They hold no text of the plan but the
 * first digits of its hash.
 */
function pagesStyle({ results }: ReportInput, locale: Locale): string {
  const font = 'font:8.5pt "SimSun","Songti SC","Noto Serif CJK SC",serif';
  const foot = (side: string, content: string) => `@bottom-${side}{content:${content};${font}}`;
  const aid = `"${render(t.footAid, locale)}"`;
  const all = `@page{${foot('center', render(t.footPage, locale))}${foot('right', aid)}}\n`;
  const own = results.map(({ path, files }, n) => {
    const file = files.find((one) => one.path === path && !one.withheld);
    const mark = file && foot('left', `"${render(t.footPlan, locale)} ${file.sha256.slice(0, 12)}"`);
    return `#sheet-${n + 1}{page:sheet-${n + 1}}@page sheet-${n + 1}{${mark ?? ''}}\n`;
  });
  return `${all}${own.join('')}`;
}
