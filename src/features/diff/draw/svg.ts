// The drawing of a changed level as SVG, with legend and list of edits.
import { placeLabels } from '../../../draw/marks/labels.js';
import { layers } from '../../../draw/marks/layers.js';
import type { DrawingLayer, SvgOptions } from '../../../draw/options.js';
import { annotations, mark } from '../../../draw/page/annotations.js';
import { heading, type PanelBlock, scaleBlock, titleBlock, written } from '../../../draw/page/blocks.js';
import { layoutOf } from '../../../draw/page/layout.js';
import { legendOf } from '../../../draw/page/legend.js';
import { BLOCK_GAP, documentOf, type PlacedBlock, panelEnd, placedMarkup, stacked } from '../../../draw/page/panel.js';
import { patterns } from '../../../draw/page/patterns.js';
import { FAINT, MARK, MAY, PAPER, PRIVATE, TEXT } from '../../../draw/page/style.js';
import { textWidth, wrapped } from '../../../draw/text.js';
import { t as drawingTexts } from '../../../draw/texts.js';
import { siteText } from '../../../findings/wording/site.js';
import { type Locale, render, verbatim } from '../../../i18n/locale.js';
import { element, titled } from '../../../render/xml.js';
import type { Compared } from '../compare/types.js';
import { editSubject, editText } from '../edits.js';
import { mainReport } from '../input.js';
import { t } from '../texts.js';
import type { DiffDrawing } from './drawing.js';
import { AREA_KINDS, AREAS, areaLayer, areaPatterns, editLayer, LINES, lineKinds } from './marks.js';

/** Options of {@link diffSvg}. */
export interface DiffSvgOptions {
  readonly locale: Locale;
  /** Prefix of the ids of patterns, if several drawings stand in one page. */
  readonly prefix?: string;
}

/** Returns a level with its changes as an SVG document; the same drawing gives the same bytes. */
export function diffSvg(drawing: DiffDrawing, compared: Compared, { locale, prefix = '' }: DiffSvgOptions): string {
  const { base } = drawing;
  const { pack } = mainReport(compared);
  const texts = new Map(
    drawing.edits.map(({ edit }) => {
      const text = t.colon({ label: editSubject(edit, pack), text: editText(edit, compared) });
      return [edit.number, render(text, locale)];
    }),
  );
  const layout = layoutOf(base, true);
  const { scale, sheet } = layout;
  const options = (...show: DrawingLayer[]): SvgOptions => ({ locale, prefix, show: new Set(show) });
  const wanted = { zones: true, devices: true, findings: true, labels: true };
  const { labels } = placeLabels(base, scale, sheet, locale, wanted);
  const column = 270;
  const blocks = [
    changesBlock(locale, column),
    titleBlock(base, { locale }, column),
    scaleBlock(base, scale.perMetre, locale, column),
    legend(drawing, locale, prefix, column),
    ...edits(texts, locale, column),
  ];
  const { panel } = layout;
  const placed: PlacedBlock[] = layout.beside
    ? stacked(blocks, panel.x, panel.y, column)
    : [
        ...stacked(blocks.slice(0, 3), panel.x, panel.y, column),
        ...stacked(blocks.slice(3, 4), panel.x + column + 2 * BLOCK_GAP, panel.y, column),
        ...stacked(blocks.slice(4), panel.x + 2 * (column + 2 * BLOCK_GAP), panel.y, column),
      ];
  const width = Math.ceil(layout.width);
  const height = Math.ceil(Math.max(layout.height, panelEnd(placed)));
  const title = t.drawingTitle({
    title: t.title,
    site: siteText(base.sheet.site),
    level: verbatim(base.level.name ?? base.level.id),
  });
  const content = [
    titled(render(title, locale)),
    patterns(prefix, layout.views),
    areaPatterns(prefix),
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    '<g class="drawing">',
    ...layers(base, scale, options('zones')),
    ...areaLayer(drawing, scale, prefix, locale),
    ...layers(base, scale, options('devices')),
    ...editLayer(drawing, scale),
    ...annotations(labels, locale, ({ number }) => `${number} ${texts.get(number)}`),
    '</g>',
    ...placed.map(placedMarkup),
    '',
  ].join('\n');
  return documentOf(content, { width, height, locale });
}

function changesBlock(locale: Locale, width: number): PanelBlock {
  const lines = wrapped(render(t.drawings, locale), 15, width);
  const markup = lines
    .map((line, n) => written(line, 0, 16 + n * 19, { 'font-size': 15, 'font-weight': 'bold' }))
    .join('\n');
  return { markup, width, height: 19 * lines.length + 2 };
}

/** Returns the legend of what is on this drawing, and nothing else. */
function legend({ areas, base, ...drawing }: DiffDrawing, locale: Locale, prefix: string, width: number): PanelBlock {
  const box = (more: Readonly<Record<string, string | number>>) =>
    element('rect', { x: -11, y: -6.5, width: 22, height: 13, ...more });
  const entries = [
    ...AREA_KINDS.filter((kind) => areas[kind].length > 0).map((kind) => ({
      sample: box({ fill: `url(#${prefix}diff-${kind})`, stroke: AREAS[kind].colour }),
      text: t[`${kind}Hatch`],
    })),
    ...lineKinds(drawing).map((kind) => ({
      sample: element('path', { d: 'M-11 0H11', fill: 'none', ...LINES[kind] }),
      text: t[`${kind}Line`],
    })),
    ...(base.zones.some(({ status }) => status === 'private')
      ? [{ sample: box({ fill: `url(#${prefix}private)`, stroke: PRIVATE.line }), text: drawingTexts.private }]
      : []),
    ...(drawing.edits.length === 0
      ? []
      : [{ sample: `<circle r="7" fill="${PAPER}" stroke="${MAY}" stroke-width="2"/>`, text: t.numberMark }]),
  ];
  return legendOf(
    entries.map(({ sample, text }) => ({ sample, text: render(text, locale) })),
    locale,
    width,
  );
}

/** Number of edits listed beside the drawing; the others are in the report. */
const LISTED = 14;

function edits(texts: ReadonlyMap<number, string>, locale: Locale, width: number): PanelBlock[] {
  if (texts.size === 0) return [];
  const out = [heading(render(t.edits, locale), 14)];
  let y = 20;
  for (const [number, text] of [...texts].slice(0, LISTED)) {
    const indent = Math.max(24, textWidth(String(number), TEXT.mark) + 16);
    y += 21;
    out.push(mark(number, { outcome: 'review', warning: false }, indent / 2 - 3, y - 4));
    const lines = wrapped(text, TEXT.panel, width - indent).slice(0, 3);
    out.push(...lines.map((line, n) => written(line, indent, y + 14 * n)));
    y += 14 * Math.max(0, lines.length - 1);
  }
  const left = texts.size - LISTED;
  if (left > 0) {
    y += 19;
    out.push(written(render(t.leftOut({ n: left }), locale), 0, y, { fill: FAINT }));
  }
  return [{ markup: out.join('\n'), width, height: y + MARK }];
}
