// The ground of a level for a screen, in tiles: few elements, of which a browser paints those in sight.
import { boxOfRings, type Point, type Ring, signedArea } from '../../geometry/index.js';
import type { Material } from '../../plan/model.js';
import { element } from '../../render/xml.js';
import { OPENING_STYLE, openingPaths } from '../marks/openings.js';
import type { DrawnZone, LevelDrawing, ZoneStatus } from '../model.js';
import { type Scale, scaleOf } from '../page/scale.js';
import { INK, OTHER, PAPER, PRIVATE, REQUIRED } from '../page/style.js';

/** Ground units per metre. Paths are written to a hundredth of a unit, which is a millimetre. */
export const GROUND_UNITS = 10;

/** Half the width of a window in its wall, units of the ground. */
const HALF_WINDOW = 0.6;

/** Zones, and pieces of wall, in a tile. */
const ZONES = 60;
const PIECES = 900;

/** Returns the scale from plan metres to ground units ({@link GROUND_UNITS} per metre); the north-west corner is (0, 0). */
export function groundScale({ bounds }: Pick<LevelDrawing, 'bounds'>): Scale {
  return scaleOf(bounds, GROUND_UNITS, 0, 0);
}

/**
 * Returns the markup of the zones, walls and openings of a level in ground units, one path for each style and tile.
 * Strokes keep their width at every zoom; the page sets that of walls by their classes `wall`, `glass` and `pane`.
 * Zones are filled with the patterns that `patterns` defines for the same `prefix`.
 */
export function groundMarkup(drawing: LevelDrawing, prefix: string): string {
  const scale = groundScale(drawing);
  const tileOf = tilesOf(drawing);
  return [
    group('zones', { 'stroke-width': 0.8 }, zonePaths(drawing, scale, tileOf, prefix)),
    group('walls', { fill: 'none', 'stroke-linecap': 'square' }, wallPaths(drawing, scale, tileOf)),
    group('openings', OPENING_STYLE, openingsPaths(drawing, scale, tileOf)),
  ].join('');
}

function group(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  paths: ReadonlyMap<string, readonly string[]>,
): string {
  const parts = [...paths].map(([style, ds]) => {
    const more: Readonly<Record<string, string | number>> = JSON.parse(style.slice(style.indexOf('{')));
    return element('path', { d: ds.join(''), ...more, 'vector-effect': 'non-scaling-stroke' });
  });
  return element('g', { class: name, ...attributes }, parts.join(''));
}

type TileOf = (at: Point) => number;

/** Returns the function that gives the tile of a point. */
function tilesOf({ bounds, zones, walls, openings }: LevelDrawing): TileOf {
  const [width, height] = [Math.max(bounds.maxX - bounds.minX, 1), Math.max(bounds.maxY - bounds.minY, 1)];
  const wanted = Math.max(1, zones.length / ZONES, (walls.length + openings.length) / PIECES);
  const side = Math.sqrt((width * height) / wanted);
  const columns = Math.max(1, Math.ceil(width / side));
  return ([x, y]) => Math.floor((y - bounds.minY) / side) * (columns + 1) + Math.floor((x - bounds.minX) / side);
}

/** Adds path data to the path of a style in a tile, in the order of first use. */
function add(paths: Map<string, string[]>, tile: number | string, style: object, d: string): void {
  if (d === '') return;
  const key = `${tile}${JSON.stringify(style)}`;
  const known = paths.get(key);
  if (known === undefined) paths.set(key, [d]);
  else known.push(d);
}

const STATUSES: readonly ZoneStatus[] = ['other', 'required', 'private'];

function zonePaths(drawing: LevelDrawing, scale: Scale, tileOf: TileOf, prefix: string): Map<string, string[]> {
  const styles: Readonly<Record<ZoneStatus, object>> = {
    required: { class: 'required', fill: `url(#${prefix}required)`, stroke: REQUIRED.line },
    private: { class: 'private', fill: `url(#${prefix}private)`, stroke: PRIVATE.line },
    other: { class: 'other', fill: OTHER.fill, stroke: OTHER.line },
  };
  const depths = new Map<string, number>();
  for (const { nested } of drawing.zones) for (const id of nested) depths.set(id, (depths.get(id) ?? 0) + 1);
  const depth = ({ id }: DrawnZone) => depths.get(id) ?? 0;
  const paths = new Map<string, string[]>();
  // A zone is painted over those that it lies in.
  const ordered = drawing.zones.toSorted(
    (a, b) => depth(a) - depth(b) || STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status),
  );
  for (const zone of ordered) {
    const box = boxOfRings(zone.outline);
    if (box === undefined) continue;
    const tile = tileOf([(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]);
    // Holes run the other way, since zones of one path may lie in one another.
    const d = zone.outline.map((ring, n) => scale.ring(turned(ring, n === 0))).join('');
    add(paths, `${depth(zone)}/${tile}`, styles[zone.status], d);
  }
  return paths;
}

/** Returns a ring that runs counter-clockwise, or clockwise. */
function turned(ring: Ring, counterClockwise: boolean): Ring {
  return signedArea(ring) > 0 === counterClockwise ? ring : ring.toReversed();
}

/** Styles of the lines of a wall, one over the other. The page gives them their width. */
const WALLS: Readonly<Record<Material, readonly object[]>> = {
  opaque: [{ class: 'wall', stroke: INK }],
  clear: [
    { class: 'glass', stroke: INK },
    { class: 'pane', stroke: PAPER },
  ],
  frosted: [
    { class: 'glass', stroke: INK },
    { class: 'pane', stroke: PAPER, 'stroke-dasharray': '3 2' },
  ],
};

function wallPaths({ walls }: LevelDrawing, scale: Scale, tileOf: TileOf): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const { material, line } of walls) {
    const tile = tileOf(line[line.length >> 1]);
    for (const style of WALLS[material]) add(paths, tile, style, scale.line(line));
  }
  return paths;
}

function openingsPaths({ openings }: LevelDrawing, scale: Scale, tileOf: TileOf): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const { kind, line, swing } of openings) {
    const [a, b] = line;
    for (const { d, style } of openingPaths(kind, scale.point(a), scale.point(b), swing, HALF_WINDOW)) {
      add(paths, tileOf(a), style, d);
    }
  }
  return paths;
}
