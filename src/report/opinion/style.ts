// The style of the form on A4, for a laser printer: black on white, the figure in pale tints.

/** Style sheet of the form. Its margins are those of an official paper, with room to bind it. */
export const FORM_STYLE = `@page{size:A4;margin:18mm 20mm 16mm 22mm;@bottom-center{content:counter(page) " / " counter(pages);font:8.5pt "SimSun","Songti SC","Noto Serif CJK SC",serif}}
:root{color-scheme:light;--song:"SimSun","NSimSun","STSong","Songti SC","Source Han Serif SC","Noto Serif CJK SC",serif;--hei:"SimHei","STHeiti","Heiti SC","Source Han Sans SC","Noto Sans CJK SC",sans-serif}
*{box-sizing:border-box}
html{font:10.5pt/1.4 var(--song);color:#000;background:#fff}
html:lang(en){font-family:"Times New Roman","Liberation Serif",var(--song)}
body{margin:0;overflow-wrap:anywhere;line-break:strict}
h1,h2,p,ul,figure{margin:0;padding:0}
h1{font:700 17pt/1.25 var(--song);text-align:center;margin-bottom:2mm}
h2{font:400 11pt/1.35 var(--hei);margin:1.8mm 0 .7mm;break-after:avoid}
html:lang(en) h1,html:lang(en) h2{font-family:"Liberation Sans",Arial,var(--hei)}
p{margin:.6mm 0;text-align:justify}
ul.notes,p.note{break-inside:avoid}table+p.note{break-before:avoid}
p.note{font-size:8.5pt;line-height:1.35}
p.caution{font-family:var(--hei);border:1pt solid #000;padding:.6mm 2mm}
p.conclusion{font-weight:700}
/* Rows own their lower line: a row at the end of a page keeps it. */
table{border-collapse:separate;border-spacing:0;width:100%;table-layout:fixed;font-size:9.5pt;line-height:1.32}
th,td{border:solid #000;border-width:0 .6pt .6pt 0;padding:.5mm 1.2mm;text-align:left;vertical-align:middle;font-weight:400}
thead{display:table-header-group;break-inside:avoid;break-after:avoid}
thead th,tbody th{font-family:var(--hei);text-align:center}
tr{break-inside:avoid}
tr>:first-child{border-left-width:.6pt}
thead th,table:not(:has(thead)) tr:first-child>*{border-top-width:.6pt}
strong{font-family:var(--hei);font-weight:400}
figure{margin:1.5mm 0;break-inside:avoid}
figcaption{font:9pt/1.4 var(--hei);text-align:center}
figure svg{display:block;width:100%;height:84mm}
.facts col:nth-child(odd){width:33mm}
:is(.found,.asked) col:nth-child(1){width:10mm}:is(.found,.asked) col:nth-child(3){width:20mm}:is(.found,.asked) col:nth-child(4){width:33mm}.asked col:nth-child(4){width:36mm}
:is(.found,.asked) td:nth-child(1),:is(.found,.asked) td:nth-child(3){text-align:center}
:is(.found,.asked) :is(td:nth-child(1),td:nth-child(3)){padding:.5mm .4mm}:is(.found,.asked) td:nth-child(3) div+div{font-size:8pt}
ul.notes{columns:2;column-gap:5mm;list-style:none;font-size:8.8pt;line-height:1.3;border:.6pt solid #000;padding:.6mm 1.4mm;column-rule:.6pt solid #000}
/* Chromium 150 lets a hanging line that ends in a trimmed mark run past its box: here marks keep their width. */
ul.notes li{break-inside:avoid;padding-left:1.2em;text-indent:-1.2em;text-spacing-trim:space-all}
.form col:nth-child(odd){width:33mm}
.asked td:nth-child(4){font-size:8.8pt;text-align:center;padding:0}html:not(:lang(en)) .asked td:nth-child(4){white-space:nowrap}
.form{break-inside:avoid}
.signs{break-inside:avoid}.signs thead th{border-top-width:0}
.signs th{font-size:9pt}
.signs td{vertical-align:bottom;height:14mm;font-size:8.5pt}
.signs td div+div{text-align:right;white-space:nowrap}
.blank{display:inline-block;text-indent:0;min-width:1em;min-height:1em;outline:0}
@media screen{html{background:#eee}.sheet{background:#fff;width:210mm;margin:6mm auto;padding:18mm 20mm 16mm 22mm;box-shadow:0 0 2mm #999}.blank:focus{background:#ff9}}
@media print{.sheet+.sheet{break-before:page}}
`;
