// The frame of the HTML page around the plans' own parts.
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { type Locale, type Localized, render } from '../../i18n/locale.js';
import { htmlText, pageHead } from '../../render/html-text.js';
import { SCRIPT } from './script.js';
import { STYLE } from './style.js';
import { t } from './texts.js';

/** Content of the page's frame. Only the title and names come from plans. */
export interface Shell {
  readonly locale: Locale;
  readonly title: string;
  /** Names in the choice of plans. */
  readonly plans: readonly string[];
}

/**
 * Layers with a checkbox. All are shown at first except may-see, which is a tangle on a whole level; a selected finding
 * shows its own.
 */
const LAYERS = ['must', 'may', 'remainder', 'zones', 'devices', 'findings'] as const;
const GROUPS = ['fail', 'open', 'review', 'drawing', 'warning'] as const;
const STATUSES = ['required', 'private', 'other'] as const;

/** Texts without values. */
type PlainId = { [Id in keyof typeof t]: (typeof t)[Id] extends Localized ? Id : never }[keyof typeof t];

/** Returns the function that gives texts of the page as HTML. */
function wordsOf(locale: Locale): (id: PlainId) => string {
  return (id) => htmlText(render(t[id], locale));
}

/** Returns the page up to the plans' own heads. */
export function pageStart({ locale, title, plans }: Shell): string {
  const w = wordsOf(locale);
  const options = plans.map((name, n) => `<option value="${n}">${htmlText(name)}</option>`).join('');
  return `${pageHead({ locale, title, style: STYLE, script: SCRIPT })}<body>
<a class="skip" href="#findings">${w('skip')}</a>
<header class="bar">
<h1>${w('title')}</h1>
<div class="tools">
<label${plans.length < 2 ? ' hidden' : ''}>${w('file')} <select id="files" autocomplete="off">${options}</select></label>
<label>${w('theme')} <select id="theme" autocomplete="off"><option value="auto">${w('theme-auto')}</option><option value="light">${w('theme-light')}</option><option value="dark">${w('theme-dark')}</option></select></label>
<button type="button" id="print">${w('print')}</button>
</div>
</header>
<main>
<div class="head">
`;
}

/** Returns the page between the heads and the parts after the findings: plan, filter, list. */
export function pageMiddle(locale: Locale): string {
  const w = wordsOf(locale);
  const button = (id: 'zoom-in' | 'zoom-out' | 'zoom-fit', sign: string) =>
    `<button type="button" id="${id}" aria-label="${w(id)}" title="${w(id)}">${sign}</button>`;
  const layers = LAYERS.map(
    (id) =>
      `<label><input type="checkbox" id="layer-${id}"${id === 'may' ? '' : ' checked'} autocomplete="off"><span class="key k-${id}"></span>${w(`layer-${id}`)}</label>`,
  );
  const keys = STATUSES.map((id) => `<span><span class="key k-${id}"></span>${w(`zone-${id}`)}</span>`);
  const verdicts = GROUPS.map((id) => {
    const name = htmlText(render(SHORT_OUTCOMES[id], locale));
    return `<label><input type="checkbox" value="${id}" checked autocomplete="off">${name} <span id="n-${id}" class="small"></span></label>`;
  });
  return `</div>
<section class="map" id="map" aria-label="${w('map')}">
<div class="tools"><label>${w('level')} <select id="level" autocomplete="off"></select></label>${button('zoom-in', '＋')}${button('zoom-out', '－')}${button('zoom-fit', w('zoom-fit'))}</div>
<div class="stage"><canvas id="plan" tabindex="0" role="application"></canvas>
<div id="caption" hidden><span id="caption-text"></span><span class="tools"><button type="button" id="only" hidden>${w('only')}</button><button type="button" id="back" hidden>${w('back')}</button></span></div></div>
<details id="legend" open><summary>${w('layers')}</summary><fieldset id="layers">${layers.join('')}</fieldset><div class="keys">${keys.join('')}<span id="key-sign"><span class="key k-sign"></span>${w('key-sign')}</span><span>${w('more')}</span></div></details>
</section>
<div class="rest">
<section class="box" id="findings" aria-labelledby="findings-title" tabindex="-1">
<h2 id="findings-title">${w('findings')}</h2>
<noscript><p>${w('no-script')}</p></noscript>
<div id="filter" role="search" aria-label="${w('filter')}">
<fieldset id="verdicts"><legend>${w('verdict')}</legend>${verdicts.join('')}</fieldset>
<label>${w('clause')} <select id="clause" autocomplete="off"></select></label>
<label>${w('search')} <input type="search" id="search" autocomplete="off"></label>
<button type="button" id="clear">${w('clear')}</button>
</div>
<p id="count" class="small"></p>
<div id="list"></div>
<nav id="pages" aria-label="${w('pages')}" hidden><button type="button" id="before">${w('before')}</button><span id="page"></span><button type="button" id="after">${w('after')}</button></nav>
</section>
<div id="sheets"></div>
`;
}

/** Yields the page after the last plan's parts: the live region for screen readers, the data and the script. */
export function* pageEnd(blocks: Iterable<readonly [id: string, json: string]>): Generator<string> {
  yield '</div>\n</main>\n<p id="live" class="sr" role="status" aria-live="polite"></p>\n';
  for (const [id, json] of blocks) yield `<script type="application/json" id="${id}">${json}</script>\n`;
  yield `<script>${SCRIPT}</script>\n</body>\n</html>\n`;
}
