// Levels side by side as a figure of a given size, with marks and nothing else to read.
import { SHORT_OUTCOMES } from '../findings/wording/texts.js';
import { type Locale, render } from '../i18n/locale.js';
import { element } from '../render/xml.js';
import type { SheetRect } from './marks/label-grid.js';
import { placeLabels } from './marks/labels.js';
import { layers } from './marks/layers.js';
import type { LevelDrawing } from './model.js';
import type { SvgOptions } from './options.js';
import { annotations, markOutline } from './page/annotations.js';
import { scaleBlock, written } from './page/blocks.js';
import { documentOf } from './page/panel.js';
import { patterns } from './page/patterns.js';
import { px, scaleOf } from './page/scale.js';
import { INK, PAPER, RULE, SYMBOL, TEXT } from './page/style.js';
import { fitted } from './text.js';
import { t } from './texts.js';

/** A level of a figure, with its caption in the language of the figure. */
export interface FigureLevel {
  readonly drawing: LevelDrawing;
  readonly caption: string;
}

/** Options of a figure: its size in px, its language, and the prefix of its pattern ids. */
export interface FigureOptions {
  readonly width: number;
  readonly height: number;
  readonly locale: Locale;
  readonly prefix: string;
}

/** Room round a level for what overhangs its edges, px. */
const MARGIN = 2 * SYMBOL + 2;
/** Height of a caption, px. */
const CAPTION = 16;
/** Size of the block with scale bar and north arrow, and longest bar, px. */
const SCALE = { width: 150, height: 50, bar: 90 } as const;
/** Height of a line of the legend and width of its sample, px. */
const STEP = 21;
const SAMPLE = 30;
/** Gap between levels, px. */
const GAP = 12;
/** Largest scale, px per metre. */
const LARGEST = 48;

/** What a figure shows. */
const SHOWN: NonNullable<SvgOptions['show']> = new Set(['zones', 'devices', 'findings']);

/**
 * Returns one or more levels at one scale as an SVG document of the size asked for: zones, walls, devices and the marks
 * of the findings, no names or ids, then one scale bar and one north arrow.
 */
export function figureOf(levels: readonly FigureLevel[], options: FigureOptions): string {
  const { width, height, locale, prefix } = options;
  // Scale bar and north arrow stand in the corner: right of the levels or below them, where the levels lose less.
  const rooms = [
    { width: width - SCALE.width - GAP, height },
    { width, height: height - SCALE.height - GAP },
  ];
  const { places, perMetre } = rooms
    .flatMap((room) => [cells(levels, room, 'across'), cells(levels, room, 'down')])
    .reduce((best, one) => (one.perMetre > best.perMetre ? one : best));
  const isBeside = places.every((place) => place.x + place.width <= rooms[0].width);
  const parts = levels.flatMap((level, n) => {
    const place = places[n];
    return place === undefined ? [] : levelMarkup(level, place, perMetre, { locale, prefix: `${prefix}${n + 1}-` });
  });
  const [first] = levels;
  const foot = first === undefined ? '' : scaleBlock(first.drawing, perMetre, locale, SCALE.width, SCALE.bar).markup;
  const content = [
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="${PAPER}" stroke="${INK}"/>`,
    ...parts,
    element('g', { transform: `translate(${px(width - SCALE.width - 4)} ${px(height - SCALE.height)})` }, foot),
    ...legend(levels, isBeside, options),
    '',
  ].join('\n');
  return documentOf(content, { width, height, locale });
}

const OUTCOMES = ['fail', 'open', 'review'] as const;

/** Returns the legend of the marks and tints on the figure: right of the levels, one below the other, or below them. */
function legend(levels: readonly FigureLevel[], isBeside: boolean, options: FigureOptions): string[] {
  const { width, height, locale, prefix } = options;
  const drawings = levels.map(({ drawing }) => drawing);
  const marks = OUTCOMES.filter((outcome) =>
    drawings.some(({ findings }) => findings.some((one) => one.outcome === outcome)),
  ).map((outcome) => ({
    sample: markOutline({ outcome, warning: false }, 0, 0),
    text: render(SHORT_OUTCOMES[outcome], locale),
  }));
  const tints = (['required', 'private'] as const)
    .filter((status) => drawings.some(({ zones }) => zones.some((zone) => zone.status === status)))
    .map((status) => ({
      sample: element('rect', {
        x: -11,
        y: -7,
        width: 22,
        height: 14,
        fill: `url(#${prefix}1-${status})`,
        stroke: RULE,
      }),
      text: render(t[status], locale),
    }));
  const column = isBeside ? SCALE.width : (width - SCALE.width - GAP) / 3;
  return [...marks, ...tints].map(({ sample, text }, n) => {
    const [x, y] = isBeside
      ? [width - SCALE.width, CAPTION + 6 + n * STEP]
      : [GAP + (n % 3) * column, height - SCALE.height + 12 + Math.floor(n / 3) * STEP];
    const words = written(fitted(text, TEXT.panel, column - SAMPLE), SAMPLE, 4);
    return element(
      'g',
      { transform: `translate(${px(x)} ${px(y)})` },
      `${element('g', { transform: `translate(${SAMPLE / 2} 0)` }, sample)}${words}`,
    );
  });
}

interface Cells {
  readonly places: readonly SheetRect[];
  readonly perMetre: number;
}

/** Returns equal places for the levels, beside or below each other, and the largest scale that fits all of them. */
function cells(levels: readonly FigureLevel[], room: { width: number; height: number }, way: 'across' | 'down'): Cells {
  const n = levels.length;
  const width = way === 'across' ? (room.width - GAP * (n - 1)) / n : room.width;
  const height = way === 'down' ? (room.height - GAP * (n - 1)) / n : room.height;
  const places = levels.map((_, at): SheetRect => {
    const [x, y] = way === 'across' ? [at * (width + GAP), 0] : [0, at * (height + GAP)];
    return { x, y, width, height };
  });
  const scales = levels.map(({ drawing: { bounds } }) =>
    Math.min(
      (width - 2 * MARGIN) / Math.max(bounds.maxX - bounds.minX, 0.5),
      (height - CAPTION - 2 * MARGIN) / Math.max(bounds.maxY - bounds.minY, 0.5),
    ),
  );
  return { places, perMetre: Math.min(LARGEST, ...scales) };
}

function levelMarkup(
  { drawing, caption }: FigureLevel,
  place: SheetRect,
  perMetre: number,
  { locale, prefix }: Pick<FigureOptions, 'locale' | 'prefix'>,
): string[] {
  const { minX, minY, maxX, maxY } = drawing.bounds;
  const [plan, deep] = [(maxX - minX) * perMetre, (maxY - minY) * perMetre];
  const left = place.x + (place.width - plan) / 2;
  const top = place.y + CAPTION + (place.height - CAPTION - deep) / 2;
  const scale = scaleOf(drawing.bounds, perMetre, left, top);
  const sheet = { ...place, y: place.y + CAPTION, height: place.height - CAPTION };
  const wanted = { zones: false, devices: true, findings: true, labels: false };
  const { labels } = placeLabels(drawing, scale, sheet, locale, wanted);
  return [
    patterns(prefix, sheet),
    element(
      'g',
      {},
      [
        ...layers(drawing, scale, { locale, prefix, show: SHOWN }),
        ...annotations(labels, locale),
        written(fitted(caption, 12, place.width), place.x + place.width / 2, place.y + 12, {
          'font-size': 12,
          'text-anchor': 'middle',
          fill: INK,
        }),
      ].join('\n'),
    ),
  ];
}
