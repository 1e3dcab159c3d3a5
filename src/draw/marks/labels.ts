import type { Point } from '../../geometry/index.js';
import { inLocale, type Locale } from '../../i18n/locale.js';
import type { DrawnDevice, DrawnFinding, LevelDrawing } from '../model.js';
import type { Scale } from '../page/scale.js';
import { MARK, SYMBOL, TEXT } from '../page/style.js';
import { fitted, LINE, textWidth } from '../text.js';
import { LabelGrid, rectAbout, type SheetRect } from './label-grid.js';
import { POINTER } from './symbols.js';
import { placeZoneLabel } from './zone-labels.js';

/** Something written on the drawing, with all the room it takes. */
export interface DrawnLabel {
  readonly of: 'zone' | 'device' | 'finding';
  readonly id: string;
  readonly lines: readonly string[];
  readonly size: number;
  /** Of its middle, px. */
  readonly at: Point;
  readonly upright: boolean;
  readonly rect: SheetRect;
  /** What it belongs to, where it couldn't stand beside it. */
  readonly leader: Point | undefined;
  /** Of a finding's number: the first finding that it stands for. */
  readonly finding?: DrawnFinding;
}

export interface PlacedLabels {
  /** None on another, none on a device. */
  readonly labels: readonly DrawnLabel[];
  /** What found no room: how many devices, how many findings. */
  readonly left: { readonly devices: number; readonly findings: number };
}

export interface LabelOptions {
  readonly zones: boolean;
  readonly devices: boolean;
  readonly findings: boolean;
  /** Whether ids and names are written at all; findings keep their numbers. */
  readonly labels: boolean;
}

/** Characters of a device's id that are written: a longer one is in its title. */
const ID_ROOM = 90;

/** Places what is written, the weightiest first: numbers of findings, names of zones, ids of devices. */
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
  const left = { devices: 0, findings: 0 };
  if (wanted.findings) {
    for (const finding of marked(drawing)) left.findings += put(findingLabel(finding, scale, sheet, taken));
  }
  if (wanted.zones && wanted.labels) {
    const byId = new Map(drawing.zones.map((zone) => [zone.id, zone]));
    // Small zones have the least choice.
    for (const zone of drawing.zones.toReversed()) {
      put(placeZoneLabel(zone, byId, inLocale(zone.kindName, locale), scale, sheet, taken));
    }
  }
  if (wanted.devices && wanted.labels) {
    for (const { id, at } of drawing.signs) {
      left.devices += put(deviceLabel(id, id, scale.point(at), sheet, taken));
    }
    for (const { id, at, from } of drawing.visitors) {
      const text = locale === 'en' ? `${id} (${from.id})` : `${id}（${from.id}）`;
      left.devices += put(deviceLabel(id, text, scale.point(at), sheet, taken));
    }
    for (const { id, at } of drawing.devices.toSorted((a, b) => Number(b.found) - Number(a.found))) {
      left.devices += put(deviceLabel(id, id, scale.point(at), sheet, taken));
    }
  }
  return { labels, left };
}

/** A device's symbol and its pointers. */
function symbolBoxes({ at, headings }: Pick<DrawnDevice, 'at' | 'headings'>, scale: Scale): SheetRect[] {
  const [x, y] = scale.point(at);
  const pointers = headings.map((heading) => {
    const angle = (heading * Math.PI) / 180;
    const size = 2 * POINTER.half;
    return rectAbout(x + POINTER.at * Math.sin(angle), y - POINTER.at * Math.cos(angle), size, size);
  });
  return [rectAbout(x, y, 2 * SYMBOL + 2, 2 * SYMBOL + 2), ...pointers];
}

/** One mark for each number and place. */
function marked({ findings }: LevelDrawing): DrawnFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ number, at }) => {
    if (at === undefined) return false;
    const key = `${number} ${at[0].toFixed(2)} ${at[1].toFixed(2)}`;
    return seen.size < seen.add(key).size;
  });
}

/** Rings of places about a point, nearest first, px. */
const RADII = [15, 20, 28, 38, 50, 66, 86, 110];
const TURNS = 16;

function findingLabel(finding: DrawnFinding, scale: Scale, sheet: SheetRect, taken: LabelGrid): DrawnLabel | undefined {
  const { at, number, points } = finding;
  if (at === undefined) return undefined;
  const anchor = scale.point(at);
  const text = String(number);
  const width = Math.max(2 * MARK, textWidth(text, TEXT.mark) + 8);
  // A worst point is to be seen, so its number stands beside it; an area or a room is numbered in its middle.
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

/** Gaps between a device and its id, px: the near ones need no leader. */
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

/** Whether all of `rect` is on the sheet. */
export function isOnSheet(rect: SheetRect, sheet: SheetRect): boolean {
  return (
    rect.x >= sheet.x &&
    rect.y >= sheet.y &&
    rect.x + rect.width <= sheet.x + sheet.width &&
    rect.y + rect.height <= sheet.y + sheet.height
  );
}
