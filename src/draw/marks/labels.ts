// Placement of labels: numbers of findings, names of zones and ids of devices.
import type { Point } from '../../geometry/index.js';
import { type Locale, render, verbatim } from '../../i18n/locale.js';
import type { DrawnDevice, DrawnFinding, LevelDrawing } from '../model.js';
import type { Scale } from '../page/scale.js';
import { MARK, SYMBOL, TEXT } from '../page/style.js';
import { fitted, LINE, textWidth } from '../text.js';
import { t } from '../texts.js';
import { LabelGrid, rectAbout, type SheetRect } from './label-grid.js';
import { POINTER } from './symbols.js';
import { placeZoneLabel } from './zone-labels.js';

/** A label on the drawing, with the rectangle it takes. */
export interface DrawnLabel {
  readonly of: 'zone' | 'device' | 'finding';
  /** Id of the zone, device or sign; of a finding its number. */
  readonly id: string;
  readonly lines: readonly string[];
  /** Size of the text, px. */
  readonly size: number;
  /** Centre of the label, px. */
  readonly at: Point;
  /** True if it is turned by 90° and runs up the sheet. */
  readonly upright: boolean;
  readonly rect: SheetRect;
  /** The point that a label set apart from its object is joined to; undefined if it stands beside it. */
  readonly leader: Point | undefined;
  /** For a finding's number: the first finding that it stands for. */
  readonly finding?: DrawnFinding;
}

/** Labels as they fit on a drawing, with the number of those that didn't fit. */
export interface PlacedLabels {
  /** Labels, none over another or over a device. */
  readonly labels: readonly DrawnLabel[];
  /** How many devices, signs and marks of findings found no room for their labels. */
  readonly left: { readonly devices: number; readonly signs: number; readonly findings: number };
}

/** Which labels a drawing gets. */
export interface LabelOptions {
  readonly zones: boolean;
  readonly devices: boolean;
  readonly findings: boolean;
  /** True to write ids and names. Findings keep their numbers either way. */
  readonly labels: boolean;
}

/** Widest id of a device, px; a longer one is in its title. */
const ID_ROOM = 90;

/**
 * Returns the labels of a drawing with their places, the most important placed first: numbers of findings, names of
 * zones, ids of devices. All lie on `sheet`, in the px of `scale`.
 */
export function placeLabels(
  drawing: LevelDrawing,
  scale: Scale,
  sheet: SheetRect,
  locale: Locale,
  wanted: LabelOptions,
): PlacedLabels {
  const taken = new LabelGrid();
  if (wanted.devices)
    for (const box of [
      ...drawing.devices.flatMap((device) => symbolBoxes(device, scale)),
      ...drawing.signs.flatMap(({ at, heading }) =>
        symbolBoxes({ at, headings: heading === undefined ? [] : [heading] }, scale),
      ),
    ])
      taken.take(box);
  const labels: DrawnLabel[] = [];
  const put = (label: DrawnLabel | undefined): number => {
    if (label === undefined) return 1;
    taken.take(label.rect);
    labels.push(label);
    return 0;
  };
  const left = { devices: 0, signs: 0, findings: 0 };
  if (wanted.findings) {
    for (const finding of marked(drawing)) left.findings += put(findingLabel(finding, scale, sheet, taken));
  }
  if (wanted.zones && wanted.labels) {
    const byId = new Map(drawing.zones.map((zone) => [zone.id, zone]));
    // Small zones first: they have the fewest free places.
    for (const zone of drawing.zones.toReversed()) {
      put(placeZoneLabel(zone, byId, render(zone.kindName, locale), scale, sheet, taken));
    }
  }
  if (wanted.devices && wanted.labels) {
    for (const { id, at } of drawing.signs) {
      left.signs += put(deviceLabel(id, id, scale.point(at), sheet, taken));
    }
    for (const { id, at, from } of drawing.visitors) {
      const text = render(t.from({ id: verbatim(id), level: verbatim(from.id) }), locale);
      left.devices += put(deviceLabel(id, text, scale.point(at), sheet, taken));
    }
    for (const { id, at } of drawing.devices.toSorted((a, b) => Number(b.found) - Number(a.found))) {
      left.devices += put(deviceLabel(id, id, scale.point(at), sheet, taken));
    }
  }
  return { labels, left };
}

/** Returns the rectangles of a device's symbol and its pointers. */
function symbolBoxes({ at, headings }: Pick<DrawnDevice, 'at' | 'headings'>, scale: Scale): SheetRect[] {
  const [x, y] = scale.point(at);
  const pointers = headings.map((heading) => {
    const angle = (heading * Math.PI) / 180;
    const size = 2 * POINTER.half;
    return rectAbout(x + POINTER.at * Math.sin(angle), y - POINTER.at * Math.cos(angle), size, size);
  });
  return [rectAbout(x, y, 2 * SYMBOL + 2, 2 * SYMBOL + 2), ...pointers];
}

/** Returns one finding for each number and place. */
function marked({ findings }: LevelDrawing): DrawnFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ number, at }) => {
    if (at === undefined) return false;
    const key = `${number} ${at[0].toFixed(2)} ${at[1].toFixed(2)}`;
    return seen.size < seen.add(key).size;
  });
}

/** Radii of the rings of places tried about a point, px, the nearest first. */
const RADII = [15, 20, 28, 38, 50, 66, 86, 110];
const TURNS = 16;

function findingLabel(finding: DrawnFinding, scale: Scale, sheet: SheetRect, taken: LabelGrid): DrawnLabel | undefined {
  const { at, number, points } = finding;
  if (at === undefined) return undefined;
  const anchor = scale.point(at);
  const text = String(number);
  const width = Math.max(2 * MARK, textWidth(text, TEXT.mark) + 8);
  // A witness point must stay visible, so its number stands beside it; an area or a room has it in the middle.
  const places = points.length === 0 ? [anchor, ...ringsAbout(anchor, RADII)] : ringsAbout(anchor, RADII);
  for (const place of places) {
    const rect = rectAbout(place[0], place[1], width + 1, 2 * MARK + 1);
    if (!isOnSheet(rect, sheet) || !taken.isFree(rect)) continue;
    const leader = place === anchor ? undefined : anchor;
    return {
      of: 'finding',
      id: text,
      lines: [text],
      size: TEXT.mark,
      at: place,
      upright: false,
      rect,
      leader,
      finding,
    };
  }
  return undefined;
}

function ringsAbout([x, y]: Point, radii: readonly number[]): Point[] {
  return radii.flatMap((radius) =>
    Array.from({ length: TURNS }, (_, n): Point => {
      const angle = ((2 * n + 1) * Math.PI) / TURNS;
      return [x + radius * Math.cos(angle), y - radius * Math.sin(angle)];
    }),
  );
}

/** Gaps tried between a device and its id, px; the near ones need no leader. */
const GAPS = [1.5, 5, 11, 18, 27];
const NO_LEADER = 5;
const SIDES: readonly Point[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
  [-1, -1],
];

function deviceLabel(
  id: string,
  name: string,
  [x, y]: Point,
  sheet: SheetRect,
  taken: LabelGrid,
): DrawnLabel | undefined {
  const size = TEXT.device;
  const text = fitted(name, size, ID_ROOM);
  const [width, height] = [textWidth(text, size) + 2, size * LINE];
  for (const gap of GAPS) {
    for (const [sx, sy] of SIDES) {
      const at: Point = [x + sx * (SYMBOL + gap + width / 2), y + sy * (SYMBOL + gap + height / 2)];
      const rect = rectAbout(at[0], at[1], width, height);
      if (!isOnSheet(rect, sheet) || !taken.isFree(rect)) continue;
      const leader: Point | undefined = gap > NO_LEADER ? [x, y] : undefined;
      return { of: 'device', id, lines: [text], size, at, upright: false, rect, leader };
    }
  }
  return undefined;
}

/** True if all of `rect` is on the sheet. */
export function isOnSheet(rect: SheetRect, sheet: SheetRect): boolean {
  return (
    rect.x >= sheet.x &&
    rect.y >= sheet.y &&
    rect.x + rect.width <= sheet.x + sheet.width &&
    rect.y + rect.height <= sheet.y + sheet.height
  );
}
