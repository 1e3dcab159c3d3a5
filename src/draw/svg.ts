// One level as an SVG document.
import { siteText } from '../findings/wording/site.js';
import { joined } from '../i18n/catalogue.js';
import { localizedList } from '../i18n/list.js';
import { render, verbatim } from '../i18n/locale.js';
import { titled } from '../render/xml.js';
import { type PlacedLabels, placeLabels } from './marks/labels.js';
import { layers } from './marks/layers.js';
import type { LevelDrawing } from './model.js';
import { type SvgOptions, shows } from './options.js';
import { annotations } from './page/annotations.js';
import { findingsBlock, type PanelBlock, scaleBlock, titleBlock, written } from './page/blocks.js';
import { type Layout, layoutOf } from './page/layout.js';
import { legendBlock } from './page/legend.js';
import { BLOCK_GAP, documentOf, type PlacedBlock, panelEnd, placedMarkup, stacked } from './page/panel.js';
import { patterns } from './page/patterns.js';
import { FAINT, PAPER } from './page/style.js';
import { wrapped } from './text.js';
import { t } from './texts.js';

export type { DrawingLayer, SvgOptions } from './options.js';
export { LAYERS } from './options.js';

/**
 * Returns one level as an SVG document to read and print. The same drawing and options give the same bytes. Names from
 * the plan are always text in it, never markup.
 */
export function svgOf(drawing: LevelDrawing, options: SvgOptions): string {
  const { locale, prefix = '' } = options;
  const layout = layoutOf(drawing, options.panel !== false, options.perMetre);
  const { scale, sheet } = layout;
  const placed = placeLabels(drawing, scale, sheet, locale, {
    zones: shows(options, 'zones'),
    devices: shows(options, 'devices'),
    findings: shows(options, 'findings'),
    labels: shows(options, 'labels'),
  });
  const panel = options.panel === false ? [] : panelOf(drawing, options, layout, placed.left);
  const width = Math.ceil(layout.width);
  const height = Math.ceil(Math.max(layout.height, panelEnd(panel)));
  const { id, name = id } = drawing.level;
  const title = titled(render(joined([siteText(drawing.sheet.site), verbatim(name)], t.comma), locale));
  const content = [
    title,
    patterns(prefix, layout.views),
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    '<g class="drawing">',
    ...layers(drawing, scale, options),
    ...annotations(placed.labels, locale),
    '</g>',
    ...panel.map(placedMarkup),
    '',
  ].join('\n');
  return documentOf(content, { width, height, locale });
}

/** Size of a note, px. */
const NOTE = 9.5;

function panelOf(
  drawing: LevelDrawing,
  options: SvgOptions,
  layout: Layout,
  left: PlacedLabels['left'],
): PlacedBlock[] {
  const { panel, scale } = layout;
  const { locale } = options;
  const column = Math.min(panel.width, 270);
  const title = titleBlock(drawing, options, column);
  const bar = scaleBlock(drawing, scale.perMetre, locale, column);
  const labels = [
    ...(left.devices === 0 ? [] : [t.deviceIds({ n: left.devices })]),
    ...(left.signs === 0 ? [] : [t.signIds({ n: left.signs })]),
    ...(left.findings === 0 ? [] : [t.findingNumbers({ n: left.findings })]),
  ];
  const notes = [
    ...(drawing.elsewhere === 0 ? [] : [t.elsewhere({ n: drawing.elsewhere })]),
    ...(labels.length === 0 ? [] : [t.noRoom({ labels: localizedList(labels) })]),
    ...(shows(options, 'may') && drawing.crowded ? [t.crowded] : []),
  ].map((text): PanelBlock => {
    const lines = wrapped(render(text, locale), NOTE, column);
    const markup = lines.map((line, n) => written(line, 0, 10 + n * 13, { fill: FAINT, 'font-size': NOTE })).join('\n');
    return { markup, width: column, height: 13 * lines.length };
  });
  const listed = shows(options, 'findings') ? drawing.findings : [];
  if (layout.beside) {
    const legend = legendBlock(drawing, options, column);
    const room = Math.max(12, Math.floor((layout.height - title.height - bar.height - legend.height - 150) / 21));
    const findings = findingsBlock(listed, locale, column, room);
    return stacked(
      [title, bar, legend, ...(findings === undefined ? [] : [findings]), ...notes],
      panel.x,
      panel.y,
      column,
    );
  }
  const first = stacked([title, bar, ...notes], panel.x, panel.y, column);
  const findings = findingsBlock(listed, locale, column, 12);
  const second = panel.x + column + 2 * BLOCK_GAP;
  const middle = findings === undefined ? [] : [{ ...findings, x: second, y: panel.y }];
  const third = findings === undefined ? second : second + column + 2 * BLOCK_GAP;
  const legend = legendBlock(drawing, options, Math.max(225, panel.x + panel.width - third));
  return [...first, ...middle, { ...legend, x: third, y: panel.y }];
}
