// Layout of the sheet: size, scale and the places of drawing and panel.
import type { SheetRect } from '../marks/label-grid.js';
import type { LevelDrawing } from '../model.js';
import { px, type Scale, scaleOf } from './scale.js';

/** Layout of a sheet: size in px, and where drawing and panel stand. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly scale: Scale;
  /** The rectangle for the drawing and its labels. */
  readonly sheet: SheetRect;
  /**
   * The rectangle that views are clipped to: inside the edge where they were cut off, so that no cut looks like a wall.
   */
  readonly views: SheetRect;
  /** True if the panel stands right of the drawing, not below. */
  readonly beside: boolean;
  readonly panel: { readonly x: number; readonly y: number; readonly width: number };
}

/** Margin about the drawing, for what overhangs its edges, and about the sheet, px. */
const MARGIN = 34;
const PANEL = 270;

/** Largest size of a drawing with little content, px, with the panel beside and below it. */
const BESIDE = { width: 1080, height: 880 } as const;
const ABOVE = { width: 1340, height: 760 } as const;

/** Ratio of width to depth from which a plan has its panel below. */
const WIDE = 1.75;

/** Largest scale, px per metre: a kiosk isn't drawn as large as a hotel. */
const LARGEST = 64;

/** Number of zones and devices that fit on a drawing of the usual size. */
const USUAL = 140;

/**
 * Returns the layout of a drawing's sheet. It grows with the number of zones and devices, so that labels stay legible, unless
 * the scale (px per metre) is `fixed`. `withPanel`: leaves room for the panel, beside the drawing or below it.
 */
export function layoutOf(drawing: LevelDrawing, withPanel: boolean, fixed?: number): Layout {
  const { minX, minY, maxX, maxY } = drawing.bounds;
  const [across, up] = [Math.max(maxX - minX, 0.5), Math.max(maxY - minY, 0.5)];
  const beside = across / up < WIDE;
  const most = beside ? BESIDE : ABOVE;
  const grown = Math.min(5, Math.max(1, Math.sqrt((drawing.zones.length + drawing.devices.length) / USUAL)));
  const perMetre = fixed ?? Math.min(LARGEST, (most.width * grown) / across, (most.height * grown) / up);
  const [plan, deep] = [across * perMetre, up * perMetre];
  const sheet = { x: 4, y: 4, width: plan + 2 * MARGIN - 8, height: deep + 2 * MARGIN - 8 };
  const scale = scaleOf(drawing.bounds, perMetre, MARGIN, MARGIN);
  const over = Math.min(14, perMetre * 0.9);
  const views = {
    x: px(MARGIN - over),
    y: px(MARGIN - over),
    width: px(plan + 2 * over),
    height: px(deep + 2 * over),
  };
  const height = deep + 2 * MARGIN;
  const width = plan + 2 * MARGIN;
  if (!withPanel) return { width, height, scale, sheet, views, beside, panel: { x: 0, y: 0, width: 0 } };
  if (beside) {
    return { width: width + PANEL + 24, height, scale, sheet, views, beside, panel: { x: width, y: 24, width: PANEL } };
  }
  const total = Math.max(width, 900);
  return {
    width: total,
    height,
    scale,
    sheet,
    views,
    beside,
    panel: { x: MARGIN, y: height + 4, width: total - 2 * MARGIN },
  };
}
