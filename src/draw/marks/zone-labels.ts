// Placement of zone names.
import { boxOfRings, containsPoint, type Point, type Region } from '../../geometry/index.js';
import type { DrawnZone } from '../model.js';
import type { Scale } from '../page/scale.js';
import { TEXT } from '../page/style.js';
import { balanced, fitted, LINE, textWidth } from '../text.js';
import { type LabelGrid, overlap, rectAbout, type SheetRect } from './label-grid.js';
import type { DrawnLabel } from './labels.js';

/** Longest name that is written, in widths of a Chinese character. */
const LONGEST = 22;

/** Positions tried along and across a zone (0–1), the middle first. */
const PARTS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88];
const STEPS: readonly Point[] = PARTS.flatMap((u) => PARTS.map((v): Point => [u, v])).sort(
  ([a, b], [c, d]) => Math.hypot(a - 0.5, b - 0.5) - Math.hypot(c - 0.5, d - 0.5),
);
const EDGES: readonly Point[] = [
  [0, -1],
  [0, 1],
  [-1, 0],
  [1, 0],
  [-0.7, -1],
  [0.7, -1],
  [-0.7, 1],
  [0.7, 1],
];

interface Form {
  readonly lines: readonly string[];
  readonly size: number;
  readonly upright: boolean;
  readonly width: number;
  readonly height: number;
}

/**
 * Returns the label of a zone: its name, inside the zone and over nothing else, as large as fits, on one to three
 * lines, else on one line turned by 90°. A zone too small for that has its label outside, with a leader. Undefined if
 * there is no room.
 *
 * @param all the drawing's zones by id: those nested in the zone, which are painted over it, are kept clear of
 * @param kindName written if the zone has no name
 * @param sheet rectangle (px) in which a label outside the zone must lie
 * @param taken rectangles that are occupied; the label's isn't added
 */
export function placeZoneLabel(
  zone: DrawnZone,
  all: ReadonlyMap<string, DrawnZone>,
  kindName: string,
  scale: Scale,
  sheet: SheetRect,
  taken: LabelGrid,
): DrawnLabel | undefined {
  const box = boxOn(zone, scale);
  if (box === undefined) return undefined;
  const name = fitted(zone.name ?? kindName, 1, LONGEST);
  const region = regionOn(zone, scale);
  const within = smallerIn(zone, all, scale);
  const forms = formsOf(name);
  for (const form of forms) {
    if (form.width > box.width || form.height > box.height) continue;
    for (const at of placesIn(box, form)) {
      const rect = rectAbout(at[0], at[1], form.width, form.height);
      if (within.some((other) => overlap(other, rect)) || !lies(rect, region) || !taken.isFree(rect)) continue;
      return labelOf(zone.id, form, at, rect, undefined);
    }
  }
  return beside(zone.id, forms, box, sheet, taken);
}

function labelOf(
  id: string,
  { lines, size, upright }: Form,
  at: Point,
  rect: SheetRect,
  leader: Point | undefined,
): DrawnLabel {
  return { of: 'zone', id, lines, size, upright, at, rect, leader };
}

/** Returns the ways to write a name, the most legible first. */
function formsOf(name: string): Form[] {
  const flat = TEXT.zone.flatMap((size) => [1, 2, 3].map((count) => formOf(balanced(name, count), size, false)));
  const upright = TEXT.zone.slice(1).map((size) => formOf([name], size, true));
  return [...flat, ...upright];
}

function formOf(lines: readonly string[], size: number, upright: boolean): Form {
  const width = Math.max(...lines.map((line) => textWidth(line, size))) + 4;
  const height = lines.length * size * LINE + 2;
  return upright ? { lines, size, upright, width: height, height: width } : { lines, size, upright, width, height };
}

/** Returns places over the zone's box, the middle first, then along its sides: a zone may be a band round others. */
function placesIn({ x, y, width, height }: SheetRect, form: Form): Point[] {
  const [cx, cy] = [x + width / 2, y + height / 2];
  const [dx, dy] = [width / 2 - form.width / 2 - 3, height / 2 - form.height / 2 - 3];
  return [
    ...STEPS.map(([u, v]): Point => [x + u * width, y + v * height]),
    ...EDGES.map(([u, v]): Point => [cx + u * dx, cy + v * dy]),
  ];
}

/** Returns the label outside a zone that is too small for it; undefined if there is no room. */
function beside(
  id: string,
  forms: readonly Form[],
  box: SheetRect,
  sheet: SheetRect,
  taken: LabelGrid,
): DrawnLabel | undefined {
  const form = forms.find(({ size, lines }) => size <= 9.5 && lines.length === 1);
  if (form === undefined || Math.min(box.width, box.height) > 60) return undefined;
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2];
  for (const gap of [4, 10, 18, 28, 40, 56]) {
    for (const [sx, sy] of SIDES) {
      const at: Point = [
        cx + sx * (box.width / 2 + gap + form.width / 2),
        cy + sy * (box.height / 2 + gap + form.height / 2),
      ];
      const rect = rectAbout(at[0], at[1], form.width, form.height);
      if (rect.x < sheet.x || rect.y < sheet.y) continue;
      if (rect.x + rect.width > sheet.x + sheet.width || rect.y + rect.height > sheet.y + sheet.height) continue;
      if (taken.isFree(rect)) return labelOf(id, form, at, rect, [cx, cy]);
    }
  }
  return undefined;
}

const SIDES: readonly Point[] = [
  [0, -1],
  [0, 1],
  [1, 0],
  [-1, 0],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
];

/** Returns the boxes of the zones that are painted over this one. */
function smallerIn(zone: DrawnZone, all: ReadonlyMap<string, DrawnZone>, scale: Scale): SheetRect[] {
  return zone.nested.flatMap((id) => {
    const other = all.get(id);
    return (other && boxOn(other, scale)) ?? [];
  });
}

function boxOn({ outline }: DrawnZone, scale: Scale): SheetRect | undefined {
  const box = boxOfRings(outline);
  if (box === undefined) return undefined;
  const [left, top] = [scale.x(box.minX), scale.y(box.maxY)];
  return { x: left, y: top, width: scale.x(box.maxX) - left, height: scale.y(box.minY) - top };
}

function regionOn({ outline: [outer, ...holes] }: DrawnZone, scale: Scale): Region {
  const ring = (points: readonly Point[]) => points.map(scale.point);
  return { rings: outer === undefined ? [] : [ring(outer)], shadows: holes.map(ring) };
}

/** True if corners, sides and middle of `rect` lie in the region, which is enough for the shapes of rooms. */
function lies({ x, y, width, height }: SheetRect, region: Region): boolean {
  return [0, 0.5, 1].every((u) => [0, 0.5, 1].every((v) => containsPoint(region, [x + u * width, y + v * height])));
}
