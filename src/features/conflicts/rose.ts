// The compass rose of a camera with a conflict, as SVG.

import { placeLabels } from '../../draw/marks/labels.js';
import { layers } from '../../draw/marks/layers.js';
import { drawingOf } from '../../draw/model.js';
import { annotations } from '../../draw/page/annotations.js';
import { written } from '../../draw/page/blocks.js';
import { layoutOf } from '../../draw/page/layout.js';
import { patterns } from '../../draw/page/patterns.js';
import { px } from '../../draw/page/scale.js';
import { FONTS, INK, MAY, MUST, PAPER, TEXT } from '../../draw/page/style.js';
import { wrapped } from '../../draw/text.js';
import { siteText } from '../../findings/wording/site.js';
import { type Locale, render } from '../../i18n/locale.js';
import type { Report } from '../../lint/types.js';
import { element, titled } from '../../render/xml.js';
import { conflictText } from './sentences.js';
import { t } from './texts.js';
import type { Conflict, Ray } from './types.js';

/** Rings of a rose from the inside out, with radii in px. They differ by place, and so in black and white too. */
const RINGS = [
  {
    of: 'covers',
    from: 30,
    to: 46,
    fill: MUST,
    text: t.innerRing,
  },
  {
    of: 'clear',
    from: 50,
    to: 66,
    fill: MAY,
    text: t.middleRing,
  },
  { of: 'both', from: 70, to: 86, fill: INK, text: t.outerRing },
] as const;

/** Degrees to each side of a tried heading that its part of a ring takes up. */
const HALF = 2.5;

/** Px: distance between lines of the legend, and indent of their text. */
const LINE = 17;
const SWATCH = 20;

/**
 * Returns a drawing of the level, as SVG, with three rings about the camera that show at which headings it covers what
 * it must, sees nothing private, and does both; undefined if the camera can't be turned.
 */
export function roseSvg(report: Report, conflict: Conflict, locale: Locale): string | undefined {
  const rays = conflict.rays();
  if (rays.length === 0) return undefined;
  const { device, answer, north, drawn } = conflict;
  const drawing = drawingOf(report, device.level);
  const layout = layoutOf(drawing, false);
  const { scale, sheet } = layout;
  const show = new Set(['zones', 'devices', 'labels'] as const);
  const placed = placeLabels(drawing, scale, sheet, locale, {
    zones: true,
    devices: true,
    findings: false,
    labels: true,
  });
  // The rose of a camera at the edge of the drawing reaches beyond it.
  const over = 70;
  const width = Math.ceil(Math.max(layout.width + 2 * over, 560));
  const lines = legend(report, conflict, locale, width - 2 * over - SWATCH);
  const top = layout.height + 2 * over;
  const height = Math.ceil(top + LINE * lines.length + 12);
  const [x, y] = scale.point(device.at);
  const title = `${render(siteText(report.site.name), locale)}${locale === 'en' ? ', ' : '，'}${device.id}`;
  const arrow = (heading: number | undefined, thick: boolean) =>
    heading === undefined ? '' : arrowAt(x, y, heading - north, thick);
  const content = [
    titled(title),
    patterns('', layout.views),
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<g transform="translate(${over} ${over})">`,
    ...layers(drawing, scale, { locale, show, device: device.id }),
    ...annotations(placed.labels, locale),
    ...RINGS.flatMap(({ of, from, to, fill }) =>
      rays.map((ray) => wedge(x, y, ray, from, to, ray[of] ? fill : undefined, north)),
    ),
    arrow(drawn.heading, false),
    answer.is === 'pose' ? arrow(answer.pose.heading, true) : '',
    '</g>',
    ...lines.map((line, i) => written(line, over + SWATCH, top + LINE * (i + 0.5), { 'font-size': TEXT.panel })),
    ...RINGS.map(({ fill }, i) =>
      element('rect', { x: over, y: px(top + LINE * (i + 0.5) - 9), width: 12, height: 10, fill }),
    ),
    '',
  ].join('\n');
  const size = { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'font-family': FONTS };
  return `${element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size }, content)}\n`;
}

function legend(report: Report, conflict: Conflict, locale: Locale, width: number): string[] {
  const { answer } = conflictText(conflict, report.pack);
  const texts = [...RINGS.map(({ text }) => text), t.roseNote, answer];
  return texts.flatMap((text) => wrapped(render(text, locale), TEXT.panel, width));
}

/**
 * Returns a part of a ring around (x, y), px, in the direction of a ray: filled, or in outline if `fill` is undefined.
 */
function wedge(
  x: number,
  y: number,
  ray: Ray,
  from: number,
  to: number,
  fill: string | undefined,
  north: number,
): string {
  const at = (degrees: number, radius: number) => {
    const angle = ((ray.heading - north + degrees) * Math.PI) / 180;
    return `${px(x + radius * Math.sin(angle))} ${px(y - radius * Math.cos(angle))}`;
  };
  const d = `M${at(-HALF, from)}L${at(-HALF, to)}L${at(HALF, to)}L${at(HALF, from)}z`;
  return fill === undefined
    ? element('path', { d, fill: PAPER, 'fill-opacity': 0.6, stroke: '#b8b8b8', 'stroke-width': 0.3 })
    : element('path', { d, fill });
}

function arrowAt(x: number, y: number, heading: number, thick: boolean): string {
  const angle = (heading * Math.PI) / 180;
  const [dx, dy] = [Math.sin(angle), -Math.cos(angle)];
  const [tip, barb] = [104, 95];
  const d =
    `M${px(x + 8 * dx)} ${px(y + 8 * dy)}L${px(x + tip * dx)} ${px(y + tip * dy)}` +
    `M${px(x + barb * dx - 5 * dy)} ${px(y + barb * dy + 5 * dx)}L${px(x + tip * dx)} ${px(y + tip * dy)}` +
    `L${px(x + barb * dx + 5 * dy)} ${px(y + barb * dy - 5 * dx)}`;
  return element('path', { d, fill: 'none', stroke: INK, 'stroke-width': thick ? 2.5 : 1 });
}
