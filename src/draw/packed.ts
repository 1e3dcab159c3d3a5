// A level's drawing as compact JSON, which pages carry and workers send, and the way back.
import { isSameList } from '../base/equality.js';
import type { VerdictGroup } from '../findings/tally.js';
import type { Point, Ring } from '../geometry/index.js';
import { type Locale, render, verbatim } from '../i18n/locale.js';
import type { DeviceKind, Material, OpeningKind } from '../plan/model.js';
import { plainText } from '../render/escape.js';
import type { Outcome } from '../rules/verdict.js';
import type { DrawnDevice, DrawnView, LevelDrawing, TitleBlock, ZoneStatus } from './model.js';

/**
 * A line or a ring as x, y, x, y … in whole units (mm or cm): the first point, from an origin, then the offset of each
 * point from the one before.
 */
export type PackedPath = readonly number[];

/**
 * A level's drawing without its sheet, as compact JSON. Lengths are whole millimetres from the south-west corner of
 * `bounds`, y up; those of views and blind areas are whole centimetres. 0 in place of a name means that there is none.
 */
export interface PackedLevel {
  readonly id: string;
  readonly name: string | 0;
  /** West, south, east and north edge, plan metres. */
  readonly bounds: readonly [number, number, number, number];
  readonly north: number;
  readonly zones: readonly PackedZone[];
  readonly walls: readonly (readonly [Material, readonly PackedPath[]])[];
  readonly openings: readonly (readonly [
    id: string,
    kind: OpeningKind,
    name: string | 0,
    swing: 0 | 1,
    line: PackedPath,
  ])[];
  readonly devices: readonly PackedDevice[];
  readonly signs: readonly (readonly [
    id: string,
    name: string | 0,
    at: PackedPath,
    heading: number | null,
    status: DrawnDevice['status'],
  ])[];
  readonly visitors: readonly (readonly [device: PackedDevice, level: string, name: string | 0])[];
  readonly views: readonly PackedView[];
  readonly crowded: boolean;
  readonly remainders: readonly (readonly [zone: string, outlines: readonly PackedPath[]])[];
  readonly findings: readonly PackedFinding[];
  readonly elsewhere: number;
}

type PackedZone = readonly [
  id: string,
  name: string | 0,
  kind: string,
  kindName: string,
  status: ZoneStatus,
  outdoors: 0 | 1,
  nested: readonly string[],
  outline: readonly PackedPath[],
];

type PackedDevice = readonly [
  id: string,
  kind: DeviceKind,
  name: string | 0,
  at: PackedPath,
  headings: readonly number[],
  status: DrawnDevice['status'],
  found: 0 | 1,
];

/** A view of a device, as outlines. */
export type PackedView = readonly [device: string, world: DrawnView['world'], outlines: readonly PackedPath[]];

type PackedFinding = readonly [
  number: number,
  rule: string,
  subject: string,
  subjectName: string,
  outcome: Outcome,
  group: VerdictGroup,
  warning: 0 | 1,
  device: string | 0,
  points: PackedPath,
  at: PackedPath,
];

/** Units per metre: millimetres, and for views and what they leave blind, which need no more, centimetres. */
const MILLIMETRES = 1000;
const CENTIMETRES = 100;

/** Returns the drawing as compact JSON data, with its texts in `locale`. */
export function packed(drawing: LevelDrawing, locale: Locale): PackedLevel {
  const { bounds, level } = drawing;
  const origin: Point = [bounds.minX, bounds.minY];
  const path = pathIn(origin);
  const device = ({ id, kind, name, at, headings, status, found }: DrawnDevice): PackedDevice => [
    id,
    kind,
    written(name),
    path([at]),
    headings,
    status,
    found ? 1 : 0,
  ];
  return {
    id: level.id,
    name: written(level.name),
    bounds: [bounds.minX, bounds.minY, bounds.maxX, bounds.maxY],
    north: drawing.north,
    ...packedGround(drawing, origin, locale),
    devices: drawing.devices.map(device),
    signs: drawing.signs.map(({ id, name, at, heading, status }) => [
      id,
      written(name),
      path([at]),
      heading ?? null,
      status,
    ]),
    visitors: drawing.visitors.map((one) => [device(one), one.from.id, written(one.from.name)]),
    views: drawing.views.map(({ device: id, world, outlines }) => [id, world, coarse(outlines, origin)]),
    crowded: drawing.crowded,
    remainders: drawing.remainders.map(({ zone, outlines }) => [zone, coarse(outlines, origin)]),
    findings: drawing.findings.map((one) => [
      one.number,
      one.rule,
      one.subject,
      plainText(render(one.subjectName, locale)),
      one.outcome,
      one.group,
      one.warning ? 1 : 0,
      one.device ?? 0,
      path(one.points),
      one.at === undefined ? [] : path([one.at]),
    ]),
    elsewhere: drawing.elsewhere,
  };
}

type PackedGround = Pick<PackedLevel, 'zones' | 'walls' | 'openings'>;

/** Packs the ground of a drawing; zones, walls and openings that were packed last are not packed again. */
function packedGround(drawing: LevelDrawing, origin: Point, locale: Locale): PackedGround {
  const { zones, walls, openings } = drawing;
  const of = [walls, openings, origin[0], origin[1], locale];
  const known = packedGrounds.get(zones);
  if (known !== undefined && isSameList(known.of, of)) return known.is;
  const path = pathIn(origin);
  const materials = [...new Set(walls.map(({ material }) => material))];
  const is: PackedGround = {
    zones: zones.map(({ id, name, kind, kindName, status, outdoors, nested, outline }) => [
      id,
      written(name),
      kind,
      plainText(render(kindName, locale)),
      status,
      outdoors ? 1 : 0,
      nested,
      outline.map(path),
    ]),
    walls: materials.map((material) => [
      material,
      walls.filter((wall) => wall.material === material).map(({ line }) => path(line)),
    ]),
    openings: openings.map(({ id, kind, name, swing, line }) => [
      id,
      kind,
      written(name),
      swing === 'left' ? 0 : 1,
      path(line),
    ]),
  };
  packedGrounds.set(zones, { of, is });
  return is;
}

/** By the zones; with all else that it was packed of. */
const packedGrounds = new WeakMap<
  LevelDrawing['zones'],
  { readonly of: readonly unknown[]; readonly is: PackedGround }
>();

/** Packs outlines of which centimetres are enough; those that were packed last are not packed again. */
function coarse(outlines: readonly Ring[], origin: Point): readonly PackedPath[] {
  const known = packedOutlines.get(outlines);
  if (known !== undefined && isSameList(known.origin, origin)) return known.is;
  const is = outlines.map(pathIn(origin, CENTIMETRES));
  packedOutlines.set(outlines, { origin, is });
  return is;
}

const packedOutlines = new WeakMap<readonly Ring[], { readonly origin: Point; readonly is: readonly PackedPath[] }>();

/**
 * Returns the drawing that `packed` was given, on `sheet`: exact to the millimetre, views and blind areas to the
 * centimetre. Data with the same `zones`, `walls` and `openings` objects give drawings that share theirs.
 */
export function unpacked(data: PackedLevel, sheet: TitleBlock): LevelDrawing {
  const [minX, minY, maxX, maxY] = data.bounds;
  const points = pointsIn([minX, minY]);
  const coarse = pointsIn([minX, minY], CENTIMETRES);
  const ground = grounds.get(data.zones);
  const isSame = ground !== undefined && ground.walls === data.walls && ground.openings === data.openings;
  const { zones, walls, openings } = isSame ? ground.drawn : drawnGround(data);
  grounds.set(data.zones, { walls: data.walls, openings: data.openings, drawn: { zones, walls, openings } });
  const device = ([id, kind, name, at, headings, status, found]: PackedDevice): DrawnDevice => ({
    id,
    kind,
    name: named(name),
    at: points(at)[0],
    heading: headings[0],
    headings,
    status,
    found: found === 1,
  });
  return {
    level: { id: data.id, name: named(data.name) },
    sheet,
    bounds: { minX, minY, maxX, maxY },
    north: data.north,
    zones,
    walls,
    openings,
    devices: data.devices.map(device),
    signs: data.signs.map(([id, name, at, heading, status]) => ({
      id,
      name: named(name),
      at: points(at)[0],
      heading: heading ?? undefined,
      status,
    })),
    visitors: data.visitors.map(([one, id, name]) => ({ ...device(one), from: { id, name: named(name) } })),
    views: data.views.map(([id, world, outlines]) => ({ device: id, world, outlines: outlines.map(coarse) })),
    crowded: data.crowded,
    remainders: data.remainders.map(([zone, outlines]) => ({ zone, outlines: outlines.map(coarse) })),
    findings: data.findings.map(
      ([
        number,
        rule,
        subject,
        subjectName,
        outcome,
        group,
        warning,
        found,
        line,
        at,
      ]): LevelDrawing['findings'][number] => ({
        number,
        rule,
        subject,
        subjectName: verbatim(subjectName),
        outcome,
        group,
        warning: warning === 1,
        device: named(found),
        points: points(line),
        at: points(at)[0],
      }),
    ),
    elsewhere: data.elsewhere,
  };
}

type DrawnGround = Pick<LevelDrawing, 'zones' | 'walls' | 'openings'>;

/** What was unpacked of the zones of data, with the walls and openings beside them. */
const grounds = new WeakMap<
  PackedLevel['zones'],
  { readonly walls: PackedLevel['walls']; readonly openings: PackedLevel['openings']; readonly drawn: DrawnGround }
>();

function drawnGround(data: PackedLevel): DrawnGround {
  const points = pointsIn([data.bounds[0], data.bounds[1]]);
  const rings = (outlines: readonly PackedPath[]) => outlines.map(points);
  return {
    zones: data.zones.map(([id, name, kind, kindName, status, outdoors, nested, outline]) => ({
      id,
      name: named(name),
      kind,
      kindName: verbatim(kindName),
      status,
      outdoors: outdoors === 1,
      nested,
      outline: rings(outline),
    })),
    walls: data.walls.flatMap(([material, lines]) => lines.map((line) => ({ material, line: points(line) }))),
    openings: data.openings.map(([id, kind, name, swing, line]) => {
      const [a, b] = points(line);
      return { id, kind, name: named(name), swing: swing === 0 ? 'left' : 'right', line: [a, b ?? a] };
    }),
  };
}

/** Returns a name without characters that move a cursor or reorder a text. */
function written(name: string | undefined): string | 0 {
  return name === undefined ? 0 : plainText(name);
}

function named(name: string | 0): string | undefined {
  return name === 0 ? undefined : name;
}

/**
 * Returns a function that packs points as offsets from an origin, in whole units of 1/`perMetre` m; millimetres if
 * absent.
 */
export function pathIn([originX, originY]: Point, perMetre = MILLIMETRES): (points: readonly Point[]) => PackedPath {
  return (points) => {
    let [x, y] = [0, 0];
    return points.flatMap(([px, py]) => {
      const next: Point = [Math.round((px - originX) * perMetre), Math.round((py - originY) * perMetre)];
      const step = [next[0] - x, next[1] - y];
      [x, y] = next;
      return step;
    });
  };
}

/** Returns the inverse of `pathIn`: a function that gives the points of a packed path in plan metres. */
export function pointsIn([originX, originY]: Point, perMetre = MILLIMETRES): (path: PackedPath) => Point[] {
  return (path) => {
    const points: Point[] = [];
    let [x, y] = [0, 0];
    for (let n = 0; n + 1 < path.length; n += 2) {
      x += path[n];
      y += path[n + 1];
      points.push([originX + x / perMetre, originY + y / perMetre]);
    }
    return points;
  };
}
