// What stands over the ground of a level on a screen, as large at every zoom: symbols, names, ids and numbers.
import { boxOfRings, type Point } from '../../geometry/index.js';
import type { Locale } from '../../i18n/locale.js';
import { element } from '../../render/xml.js';
import type { SheetRect } from '../marks/label-grid.js';
import { placeLabels } from '../marks/labels.js';
import { signSymbol, symbol } from '../marks/symbols.js';
import type { DrawnDevice, DrawnZone, LevelDrawing } from '../model.js';
import { annotations } from '../page/annotations.js';
import { px, type Scale, scaleOf } from '../page/scale.js';
import { INK, PAPER } from '../page/style.js';

/** Size of symbols and texts on a screen, as a multiple of that on paper: ids of devices are 11.7 px high. */
export const SCREEN = 1.375;

/** Most devices in sight that are drawn with their symbols; of more, each is a dot. */
const MOST_SYMBOLS = 400;

/** A window on a level: the point of the plan (m) at its middle, px per metre, and its size, px. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly perMetre: number;
  readonly width: number;
  readonly height: number;
}

/** Which layers are painted over the ground of the page's drawing. */
export interface OverlayLayers {
  readonly devices: boolean;
  readonly findings: boolean;
  readonly labels: boolean;
}

/** Part of the window's size by which the overlay goes beyond its edges, so that little is missing while it is moved. */
const BEYOND = 0.3;

/** Returns the point of the window (px from its top left corner, y down) at which a point of the plan (m) is. */
export function onScreen({ x, y, perMetre, width, height }: Viewport, [px, py]: Point): Point {
  return [width / 2 + (px - x) * perMetre, height / 2 - (py - y) * perMetre];
}

/** Returns the point of the plan (m) at a point of the window (px from its top left corner, y down). */
export function onPlan({ x, y, perMetre, width, height }: Viewport, [px, py]: Point): Point {
  return [x + (px - width / 2) / perMetre, y - (py - height / 2) / perMetre];
}

/**
 * Returns the markup of the symbols and labels in sight, to be scaled by {@link SCREEN}: one unit of it is `SCREEN` px
 * of the window. Each device's symbol is a button with its id as `data-device`; `labelOf` gives its accessible name.
 */
export function overlayMarkup(
  drawing: LevelDrawing,
  port: Viewport,
  layers: OverlayLayers,
  locale: Locale,
  labelOf: (device: DrawnDevice) => string,
): string {
  const [left, top] = onScreen(port, [drawing.bounds.minX, drawing.bounds.maxY]);
  const scale = scaleOf(drawing.bounds, port.perMetre / SCREEN, left / SCREEN, top / SCREEN);
  const [width, height] = [port.width / SCREEN, port.height / SCREEN];
  const sheet: SheetRect = {
    x: -BEYOND * width,
    y: -BEYOND * height,
    width: (1 + 2 * BEYOND) * width,
    height: (1 + 2 * BEYOND) * height,
  };
  const near = inSight(drawing, scale, sheet);
  const many = near.devices.length > MOST_SYMBOLS;
  const { labels } = placeLabels(near, scale, sheet, locale, {
    zones: true,
    devices: layers.devices && !many,
    findings: layers.findings,
    labels: layers.labels,
  });
  return [
    ...(layers.devices ? [many ? dots(near, scale) : symbols(near, scale, labelOf)] : []),
    ...annotations(labels, locale),
  ].join('');
}

/** Returns the drawing without what is out of sight, and without zones too small, or too many, to be named. */
function inSight(drawing: LevelDrawing, scale: Scale, sheet: SheetRect): LevelDrawing {
  const sees = (at: Point | undefined) => {
    if (at === undefined) return false;
    const [x, y] = scale.point(at);
    return x >= sheet.x && y >= sheet.y && x <= sheet.x + sheet.width && y <= sheet.y + sheet.height;
  };
  const sizes = new Map<DrawnZone, number>();
  for (const zone of drawing.zones) {
    const box = boxOfRings(zone.outline);
    if (box === undefined) continue;
    const [left, top] = scale.point([box.minX, box.maxY]);
    const [right, bottom] = scale.point([box.maxX, box.minY]);
    const isOut = right < sheet.x || bottom < sheet.y || left > sheet.x + sheet.width || top > sheet.y + sheet.height;
    const size = Math.max(right - left, bottom - top);
    if (!isOut && size >= LEAST_ZONE) sizes.set(zone, size);
  }
  const largest = [...sizes].sort(([, a], [, b]) => b - a).slice(0, MOST_NAMES);
  const named = new Set(largest.map(([zone]) => zone));
  return {
    ...drawing,
    zones: drawing.zones.filter((zone) => named.has(zone)),
    devices: drawing.devices.filter(({ at }) => sees(at)),
    signs: drawing.signs.filter(({ at }) => sees(at)),
    visitors: drawing.visitors.filter(({ at }) => sees(at)),
    findings: drawing.findings.filter(({ at }) => sees(at)),
  };
}

/** Longer side of a zone from which its name is placed, px of paper, and the most that are named at once. */
const LEAST_ZONE = 26;
const MOST_NAMES = 300;

function symbols(
  { devices, signs, visitors }: LevelDrawing,
  scale: Scale,
  labelOf: (device: DrawnDevice) => string,
): string {
  const at = (point: Point) => `translate(${scale.point(point).join(' ')})`;
  const style = { stroke: INK, 'stroke-width': 1.1, 'stroke-linejoin': 'round' };
  const button = (device: DrawnDevice, more: string) =>
    element(
      'g',
      {
        class: 'symbol',
        'data-device': device.id,
        transform: at(device.at),
        role: 'button',
        tabindex: -1,
        'aria-label': labelOf(device),
      },
      `<circle class="target" r="11" fill="none" stroke="none"/>${more}${symbol(device.kind, device.status, device.headings)}`,
    );
  const boards = signs.map((sign) =>
    element('g', { 'data-sign': sign.id, transform: at(sign.at) }, signSymbol(sign.status, sign.heading)),
  );
  return (
    element('g', { class: 'signs', ...style }, boards.join('')) +
    element(
      'g',
      { class: 'devices', ...style },
      [...devices.map((one) => button(one, '')), ...visitors.map((one) => button(one, RING))].join(''),
    )
  );
}

/** The ring round a device that stands on another level. */
const RING = `<circle r="8" fill="${PAPER}" fill-opacity="0.8" stroke-dasharray="2 1.6"/>`;

/** Returns a dot for each device, those with findings larger, in two paths. */
function dots({ devices }: LevelDrawing, scale: Scale): string {
  const path = (found: boolean, r: number) =>
    devices
      .filter((one) => one.found === found)
      .map((one) => {
        const [x, y] = scale.point(one.at);
        return `M${px(x - r)} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
      })
      .join('');
  return element(
    'g',
    { class: 'dots', fill: INK },
    element('path', { d: path(false, 1.2) }) + element('path', { d: path(true, 2.2) }),
  );
}
