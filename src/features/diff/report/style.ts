// The style sheet of the HTML page.
/** Colours of the light scheme. The page has one column on a phone, two from 1024 px, and fits A4 on paper. */
const LIGHT = `--paper:#fff;--ground:#f6f8fa;--ink:#1f2328;--fade:#57606a;--line:#d0d7de;--link:#0550ae;--focus:#0550ae;
--fail:#c0182b;--open:#8a5a00;--warning:#57606a;--review:#5b3fb0;--pass:#1a6b3a;--on:#fff;--chosen:#eaf3fe;
--z-required:#d9eafa;--z-private:#f6dcec;--z-other:#f1f3f5;--must:#00805d;--may:#d97706;--hatch:#c2410c`;
const DARK = `--paper:#14181d;--ground:#0d1014;--ink:#e6edf3;--fade:#9aa4af;--line:#343c45;--link:#79b8ff;--focus:#79b8ff;
--fail:#ff6b6b;--open:#e0a030;--warning:#9aa7b5;--review:#a78bfa;--pass:#56d08a;--on:#14181d;--chosen:#1b2a3d;
--z-required:#1b3a57;--z-private:#4a2b45;--z-other:#232a32;--must:#3fd0a0;--may:#f0a04b;--hatch:#ff8a5c`;

/** The style sheet, as CSS, of the HTML page that shows a comparison. */
export const STYLE = `:root{color-scheme:light;${LIGHT}}
:root[data-theme=dark]{color-scheme:dark;${DARK}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${DARK}}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{font:15px/1.65 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;background:var(--ground);color:var(--ink);-webkit-text-size-adjust:100%}
html:lang(en){font-family:system-ui,"Segoe UI","Helvetica Neue",Arial,"Noto Sans","Noto Sans CJK SC",sans-serif}
body{margin:0;overflow-wrap:anywhere}
h1,h2,h3,h4,p,ol,ul,dl,dd,figure{margin:0;padding:0}
h1{font-size:1.35rem;line-height:1.3}h2{font-size:1.15rem;margin:0 0 .6rem}h3{font-size:1rem;margin:1.1rem 0 .5rem}h4{font-size:1rem;font-weight:600}
button,select,input{font:inherit;color:inherit}
button,select,input[type=search]{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.2rem .65rem;min-height:2.1rem}
select,input[type=search]{max-width:100%;min-width:0}
button{cursor:pointer}button:hover:not(:disabled){border-color:var(--link)}button:disabled{opacity:.5;cursor:default}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
a{color:var(--link)}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;z-index:9;background:var(--paper);padding:.4rem .8rem}
.bar{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;padding:.8rem 1rem;background:var(--paper);border-bottom:1px solid var(--line)}
.bar .tools,.tools{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
label{display:inline-flex;gap:.35rem;align-items:center}
main{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem;padding:1rem;max-width:1900px;margin:auto}
.head,.rest{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem;align-content:start}
.box{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:1rem;scroll-margin-top:.5rem}
.lead{font-size:1.08rem;font-weight:600}.small{color:var(--fade);font-size:.88rem}
.box p+p{margin-top:.4rem}
.notes{margin:.5rem 0 0 1.1rem}
.map{background:var(--paper);border:1px solid var(--line);border-radius:8px;display:flex;flex-direction:column;height:76vh;min-height:360px;overflow:hidden;scroll-margin-top:.3rem}
.map>.tools{padding:.5rem;border-bottom:1px solid var(--line)}
.map>.tools button{min-width:2.3rem}
.stage{position:relative;flex:1;min-height:0}
#plan{position:absolute;inset:0;width:100%;height:100%;display:block;touch-action:none;cursor:grab}
#plan:active{cursor:grabbing}#plan:focus-visible{outline-offset:-4px}
#caption{position:absolute;left:.5rem;right:.5rem;bottom:.5rem;display:flex;flex-wrap:wrap;gap:.4rem .6rem;align-items:center;justify-content:space-between;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.4rem .6rem;font-size:.9rem}
#caption-text{flex:1 1 14rem}
#legend{border-top:1px solid var(--line);padding:.3rem .6rem}
#legend summary{cursor:pointer;font-size:.9rem}
fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem .9rem;min-width:0}
legend{padding:0;float:left;margin-right:.6rem;color:var(--fade)}
.key{display:inline-block;width:1.2rem;height:.8rem;border:1px solid var(--fade);border-radius:2px;flex:none}
.k-required{background:var(--z-required)}.k-private{background:var(--z-private)}.k-other{background:var(--z-other)}
.k-must{background:var(--must);opacity:.45}.k-may{border:1.5px dashed var(--may)}
.k-remainder{border-color:var(--hatch);background:repeating-linear-gradient(135deg,var(--hatch) 0 1.5px,transparent 1.5px 5px)}
.k-zones{background:linear-gradient(90deg,var(--z-required) 33%,var(--z-private) 33% 66%,var(--z-other) 66%)}.k-devices{width:.8rem;border-radius:50%;background:var(--ink)}.k-sign{height:.6rem;background:repeating-linear-gradient(var(--ink) 0 1.5px,var(--paper) 1.5px 4px)}.k-findings{width:.8rem;border-radius:50%;background:var(--fail);border-color:var(--fail)}
.keys{display:flex;flex-wrap:wrap;gap:.2rem .9rem;margin-top:.3rem}
.keys span{display:inline-flex;gap:.35rem;align-items:center}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:left;font-weight:600;font-size:1.15rem;padding-bottom:.6rem}
th,td{border-top:1px solid var(--line);padding:.45rem .5rem;text-align:left;vertical-align:top}
thead th{color:var(--fade);font-weight:600;white-space:nowrap;border-top:0}
tbody th{font-weight:500}
.verdicts th:first-child{width:38%}.verdicts .small{display:block}.settled{margin-top:.8rem}
.hash{font-family:ui-monospace,monospace;font-size:.8em;word-break:break-all;color:var(--fade)}
.tag{display:inline-block;border:1.5px solid;border-radius:4px;padding:0 .4rem;font-weight:600;font-size:.88rem;margin-right:.5rem;white-space:nowrap}
.tag.fail{color:var(--fail)}.tag.open,.tag.drawing{color:var(--open)}.tag.warning,.tag.waived,.tag.undecided,.tag.notApplicable{color:var(--warning)}.tag.review{color:var(--review)}.tag.pass{color:var(--pass)}
.link{border:0;background:none;padding:0;min-height:0;color:var(--link);text-decoration:underline;text-align:left}
#filter{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:center;margin-bottom:.5rem}
#filter label{flex-wrap:wrap}#filter fieldset{flex:1 1 100%}
#filter #search{width:14rem}#filter #clause{width:22rem}
.cards{list-style:none;display:grid;grid-template-columns:minmax(0,1fr);gap:.7rem}
.card{border:1px solid var(--line);border-left:4px solid var(--fade);border-radius:6px;padding:.7rem .8rem;scroll-margin-top:.5rem;content-visibility:auto;contain-intrinsic-size:auto 18rem}
.card.fail{border-left-color:var(--fail)}.card.open,.card.drawing{border-left-color:var(--open)}.card.review{border-left-color:var(--review)}
.card[aria-current]{background:var(--chosen);border-color:var(--link)}
.card>p{margin-top:.35rem}
.name{display:flex;gap:.6rem;align-items:flex-start;border:0;background:none;padding:0;min-height:0;text-align:left;font-weight:600}
.name:hover .subject{text-decoration:underline}
.no{flex:none;min-width:1.75rem;height:1.6rem;line-height:1.6rem;padding:0 .4rem;border-radius:.8rem;text-align:center;color:var(--on);background:var(--warning);font-size:.88rem}
.no.fail{background:var(--fail)}.no.open,.no.drawing{background:var(--open)}.no.review{background:var(--review)}
.kind{color:var(--fade);font-size:.9rem}
.advice b,.penalty b,.law b{margin-right:.6em}.question{font-weight:600}
.law,.rest-of,.rest details{margin-top:.45rem}
details>summary{cursor:pointer;color:var(--link)}
.law p{margin-top:.35rem;padding-left:.9rem;border-left:3px solid var(--line)}
q{quotes:"“" "”"}html:lang(en) q{quotes:"‘" "’"}
.card dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem .8rem;margin-top:.45rem;font-size:.9rem}
dt{color:var(--fade)}
.card ul{margin:.3rem 0 0 1.1rem;font-size:.9rem}.card li>span,.card li>b{margin-right:.6em;display:block}
.judge{border-top:1px dashed var(--line);padding-top:.4rem}.nowhere{color:var(--fade);font-size:.88rem}
#pages{display:flex;gap:.8rem;align-items:center;justify-content:center;margin-top:.9rem}
#sheets{display:none}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:600px){main{padding:.6rem}.bar{padding:.6rem}.box{padding:.75rem}.card dl{grid-template-columns:minmax(0,1fr)}.card dd{margin-bottom:.25rem}
.wide thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}.wide tr,.wide th,.wide td,.verdicts th:first-child{display:block;width:auto;border:0;padding:.1rem 0}.wide tr{border-top:1px solid var(--line);padding:.5rem 0}
#filter>label,#filter #search,#filter #clause{width:100%}}
@media (min-width:1024px){main{grid-template-columns:minmax(0,9fr) minmax(0,11fr)}.head{grid-column:1}.rest{grid-column:1}
.map{grid-column:2;grid-row:1/span 2;position:sticky;top:1rem;height:calc(100vh - 5.6rem);min-height:30rem}}
@media print{@page{size:A4;margin:14mm}
:root,:root[data-theme=dark]{color-scheme:light;${LIGHT}}
html{font-size:10.5pt;background:#fff}main{display:block;padding:0}.skip,.tools,#filter,#pages,.map,.link,.noprint{display:none!important}
.bar{padding:0 0 .6rem}.box{border:0;padding:.6rem 0}
.scroll{overflow:visible}tr,.card>p{break-inside:avoid}thead{display:table-header-group}h2,h3,caption{break-after:avoid}
.card{content-visibility:visible;border-width:0 0 0 3px;border-radius:0;padding:.1rem 0 .1rem .7rem}.card[aria-current]{background:none}
#sheets{display:block}#sheets figure{break-before:page;break-inside:avoid}#sheets canvas{width:100%;height:auto;max-height:235mm;object-fit:contain}#sheets figcaption{font-weight:600;font-size:1.15rem}
details>summary{color:var(--ink)}.no{print-color-adjust:exact}}
`;
