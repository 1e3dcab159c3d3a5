// Blocks of the panel: title block, scale and list of findings.
import { groupBy } from '../../base/arrays.js';
import { siteText } from '../../findings/wording/site.js';
import { SHORT_OUTCOMES } from '../../findings/wording/texts.js';
import { joined } from '../../i18n/catalogue.js';
import { dayText } from '../../i18n/day.js';
import { type Locale, type Localized, render } from '../../i18n/locale.js';
import { element, xmlText } from '../../render/xml.js';
import type { DrawnFinding, LevelDrawing } from '../model.js';
import { type DrawingOptions, LAYERS, type SvgOptions, shows } from '../options.js';
import { fitted, textWidth, wrapped } from '../text.js';
import { omitted, t } from '../texts.js';
import { mark } from './annotations.js';
import { px } from './scale.js';
import { FAINT, INK, PAPER, RULE, TEXT } from './style.js';

/** A part of the panel: markup from (0, 0) and its size, px. */
export interface PanelBlock {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

/** Distance between lines of a panel, px. */
const STEP = 17;

/** Returns an SVG text element at a position (px) of a block; `more` holds further attributes. */
export function written(
  text: string,
  x: number,
  y: number,
  more: Readonly<Record<string, string | number>> = {},
): string {
  return element('text', { x: px(x), y: px(y), ...more }, xmlText(text));
}

/** Returns a bold heading of a block at height `y`, px. */
export function heading(text: string, y: number): string {
  return written(text, 0, y, { 'font-weight': 'bold', 'font-size': 12 });
}

/** Returns what was left out on request. The sheet must say so: a hidden layer looks like an empty one. */
function omissions(drawing: LevelDrawing, options: DrawingOptions): TitleRow[] {
  const { locale, device, without = 0 } = options;
  const n = new Set(drawing.findings.map(({ number }) => number)).size;
  const left = LAYERS.filter((layer) => !shows(options, layer));
  const names = left.map((layer) => (layer === 'findings' ? omitted.findings({ n }) : omitted[layer]));
  const drawsViews = shows(options, 'must') || shows(options, 'may');
  return [
    [t.notDrawn, render(joined(names, t.items), locale)],
    [t.views, device !== undefined && drawsViews ? render(t.onlyViews({ device }), locale) : ''],
    [t.findingsLeft, without === 0 ? '' : render(t.without({ n: without }), locale)],
  ];
}

/** A row of a title block: its label and its text, which is '' where there is nothing to say. */
type TitleRow = readonly [label: Localized, text: string];

/** Returns the rows (label, text) of a title block: law, text version, pack and day, then what was left out on request. */
export function titleRows(drawing: LevelDrawing, options: DrawingOptions): TitleRow[] {
  const { sheet } = drawing;
  const { locale } = options;
  const rows: readonly TitleRow[] = [
    [t.law, render(sheet.law, locale)],
    [t.textVersion, render(sheet.textVersion, locale)],
    [t.pack, sheet.pack],
    [t.today, locale === 'en' ? sheet.today : dayText(sheet.today).zh],
    ...omissions(drawing, options),
  ];
  return rows.filter(([, text]) => text !== '');
}

/** Returns the name of a level with its id in brackets; the id alone if there is no other name. */
export function levelText({ level: { id, name } }: LevelDrawing): string {
  return name === undefined || name === id ? id : `${name} (${id})`;
}

/** Returns the title block, `width` px wide: site, level, law, text version, pack and day, then what was left out on request. */
export function titleBlock(drawing: LevelDrawing, options: SvgOptions, width: number): PanelBlock {
  const { sheet } = drawing;
  const { locale } = options;
  const title = wrapped(render(siteText(sheet.site), locale), TEXT.title, width).slice(0, 3);
  const indent = locale === 'en' ? 58 : 56;
  const out: string[] = [];
  let y = 0;
  for (const line of title) {
    y += 22;
    out.push(written(line, 0, y, { 'font-size': TEXT.title, 'font-weight': 'bold' }));
  }
  y += 21;
  out.push(written(fitted(levelText(drawing), 13, width), 0, y, { 'font-size': 13 }));
  y += 6;
  for (const [what, value] of titleRows(drawing, options)) {
    out.push(written(render(what, locale), 0, y + STEP, { fill: FAINT }));
    for (const line of wrapped(value, TEXT.panel, width - indent)) {
      y += STEP;
      out.push(written(line, indent, y));
    }
  }
  return { markup: out.join('\n'), width, height: y + 6 };
}

/**
 * Returns a block `width` px wide: the scale bar for `perMetre` px/m, at most `most` px long, and at the right end
 * the north arrow.
 */
export function scaleBlock(
  { north }: LevelDrawing,
  perMetre: number,
  locale: Locale,
  width: number,
  most = 150,
): PanelBlock {
  const length = niceLength(most / perMetre);
  const half = (length / 2) * perMetre;
  const bar = [
    element('rect', { x: 0, y: 24, width: px(half), height: 5, fill: INK, stroke: INK }),
    element('rect', { x: px(half), y: 24, width: px(half), height: 5, fill: PAPER, stroke: INK }),
    written('0', 0, 19),
    written(`${Number((length / 2).toPrecision(3))}`, half, 19, { 'text-anchor': 'middle' }),
    written(render(t.scale({ length }), locale), 2 * half, 19, { 'text-anchor': 'middle' }),
  ];
  const arrow = [
    `<g transform="translate(${px(width - 22)} 26) rotate(${px(north)})">`,
    `<path d="M0 -18L7 14L0 8Z" fill="${INK}" stroke="${INK}"/><path d="M0 -18L-7 14L0 8Z" fill="${PAPER}" stroke="${INK}"/>`,
    written(render(t.north, locale), 0, -21, { 'text-anchor': 'middle', 'font-weight': 'bold' }),
    '</g>',
  ];
  return { markup: [...bar, ...arrow].join('\n'), width, height: 46 };
}

/** Returns the largest length of the series 1, 2, 5, 10 … that is at most `most`, m. */
export function niceLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [5, 2, 1].find((one) => one * power <= most) ?? 1;
  return Number((step * power).toPrecision(1));
}

/**
 * Returns the list of numbered findings on the drawing, at most `most` numbers of them, `width` px wide; undefined if
 * there are none.
 */
export function findingsBlock(
  findings: readonly DrawnFinding[],
  locale: Locale,
  width: number,
  most: number,
): PanelBlock | undefined {
  const groups = groupBy(
    findings.filter(({ at }) => at !== undefined),
    ({ number }) => number,
  );
  if (groups.size === 0) return undefined;
  const rows = [...groups.values()].slice(0, most);
  const out = [heading(render(t.findings, locale), 14)];
  let y = 20;
  for (const [first, ...rest] of rows) {
    if (first === undefined) continue;
    y += 21;
    const indent = Math.max(24, textWidth(String(first.number), TEXT.mark) + 16);
    const outcome = render(SHORT_OUTCOMES[first.group], locale);
    const more = rest.length === 0 ? '' : render(t.others({ n: rest.length, all: rest.length + 1 }), locale);
    const subject = fitted(
      render(first.subjectName, locale),
      TEXT.panel,
      width - indent - textWidth(`${outcome}  ${more}`, TEXT.panel),
    );
    out.push(mark(first.number, first, px(indent / 2 - 3), y - 4), written(`${outcome}  ${subject}${more}`, indent, y));
  }
  if (groups.size > rows.length) {
    y += 19;
    out.push(written(render(t.moreFindings({ n: groups.size - rows.length }), locale), 0, y, { fill: FAINT }));
  }
  return { markup: out.join('\n'), width, height: y + 8 };
}

/** Returns the markup of a line across a panel, `width` px long from (0, 0). */
export function panelRule(width: number): string {
  return element('path', { d: `M0 0H${px(width)}`, stroke: RULE });
}
