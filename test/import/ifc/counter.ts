// Counts what the import makes of a building model against the model's own solids, asked point by point.

import { groupBy } from '../../../src/base/arrays.js';
import { type Joined, joinsOf } from '../../../src/features/inspect/joins.js';
import { readModels } from '../../../src/host/ifc/read.js';
import { type ImportedBuilding, importBuilding } from '../../../src/import/import.js';
import type { IfcElement, IfcModel } from '../../../src/import/read/ifc/model.js';
import type { InputFile } from '../../../src/import/types.js';
import { write } from '../../../src/import/write/write.js';
import type { Site, Zone } from '../../../src/plan/model.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { createSight } from '../../../src/sight/sight.js';
import { pack } from '../support.js';

/** What became of one model. */
export interface Counted {
  readonly name: string;
  readonly spaces: { readonly right: number; readonly of: number; readonly wrong: readonly string[] };
  readonly doors: { readonly right: number; readonly of: number; readonly wrong: readonly string[] };
  /** Doors that join two rooms, doors that lead outside. */
  readonly joins: readonly [inner: number, outside: number];
  /** Rooms formed where the model has no space. */
  readonly formed: number;
  /** Faults of the plan by rule. */
  readonly faults: Readonly<Record<string, number>>;
}

/** A model as imported. */
export interface ModelMade {
  readonly model: IfcModel;
  readonly building: ImportedBuilding;
  readonly site: Site;
}

/** Imports a model and reads the plan back. Throws where either fails. */
export async function makeModel(
  file: InputFile,
  devices: readonly { readonly level: string; readonly device: object }[] = [],
): Promise<ModelMade> {
  const [read] = await readModels([file]);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const files = [{ ...file, model: read.model }];
  const imported = importBuilding([{ format: 'ifc', files }], { mapping: undefined, pack, strict: false });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  const options = { name: 'site', category: 'school', geometry: 'plan.geojson', from: [file.path] };
  const { plan, geometry } = write(imported.building, options);
  const on = groupBy(devices, ({ level }) => level);
  const furnished = [...on].reduce(
    (text, [level, own]) =>
      text.replace(`  - id: ${JSON.stringify(level)}\n`, (line) => {
        return `${line}    devices: ${JSON.stringify(own.map(({ device }) => device))}\n`;
      }),
    plan,
  );
  const texts: Readonly<Record<string, string>> = { 'plan.yaml': furnished, 'plan.geojson': geometry };
  const open = (path: string) => (Object.hasOwn(texts, path) ? new TextEncoder().encode(texts[path]) : undefined);
  const result = readPlan('plan.yaml', open, { pack });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable.slice(0, 3)));
  return { model: read.model, building: imported.building, site: result.site };
}

/** Share of points on which a zone and its space must agree. */
const AGREES = 0.98;

/** Counts the spaces and doors of a model that the plan has right. */
export async function count(name: string, file: InputFile): Promise<Counted> {
  const { model, site, building } = await makeModel(file);
  const [dx, dy] = building.frame.from ?? [0, 0];
  const zones = site.levels.flatMap((level) => level.zones);
  const spaces = model.things.filter(
    ({ type, properties }) => type === 'IfcSpace' && properties.PredefinedType !== 'GFA',
  );
  const solids = spaces.filter(({ mesh }) => mesh.length > 0);
  const wrongSpaces = spaces.flatMap((space) => {
    const own = zones.filter(({ id }) => id.startsWith(space.guid));
    const share = space.mesh.length === 0 ? 0 : agreement(space, own, [dx, dy]);
    return share >= AGREES ? [] : [`${space.guid} ${space.properties.LongName ?? ''} ${share.toFixed(3)}`];
  });
  const joins = joinsOf(site, createSight(site));
  const doors = model.things.filter(({ type }) => type === 'IfcDoor');
  const wrongDoors = doors.flatMap((door) => {
    const join = joins.find(({ opening }) => opening.id.startsWith(door.guid));
    const fault = join === undefined ? 'no opening' : faultOf(join, door, model, solids, [dx, dy]);
    return fault === undefined ? [] : [`${door.guid} ${door.properties.Name ?? ''}: ${fault}`];
  });
  const ofDoors = joins.filter(({ opening }) => doors.some(({ guid }) => opening.id.startsWith(guid)));
  const inner = ofDoors.filter(({ zones: [a, b] }) => a !== undefined && b !== undefined && a !== b).length;
  const outside = ofDoors.filter(({ zones: [a, b] }) => (a === undefined) !== (b === undefined)).length;
  const faults: Record<string, number> = {};
  for (const { rule } of site.faults) faults[rule] = (faults[rule] ?? 0) + 1;
  return {
    name,
    spaces: { right: spaces.length - wrongSpaces.length, of: spaces.length, wrong: wrongSpaces },
    doors: { right: doors.length - wrongDoors.length, of: doors.length, wrong: wrongDoors },
    joins: [inner, outside],
    formed: zones.filter(({ id }) => /-x-?\d+y-?\d+/.test(id)).length,
    faults,
  };
}

/** Metres between the points at which a room is asked. */
const STEP = 0.1;

/** Returns the share of points, of those in the space or its zones, that are in both. */
function agreement({ mesh }: IfcElement, zones: readonly Zone[], [dx, dy]: readonly [number, number]): number {
  const triangles = trianglesOf(mesh);
  const xs = triangles.flatMap((one) => one.map(([x]) => x));
  const ys = triangles.flatMap((one) => one.map(([, y]) => y));
  const [x0, x1, y0, y1] = [Math.min(...xs) - 0.5, Math.max(...xs) + 0.5, Math.min(...ys) - 0.5, Math.max(...ys) + 0.5];
  let [both, either] = [0, 0];
  for (let x = x0 + STEP / 3; x < x1; x += STEP) {
    for (let y = y0 + STEP / 3; y < y1; y += STEP) {
      const inSpace = triangles.some((one) => isUnder(x, y, one));
      const inZone = zones.some((zone) => isIn(zone, x - dx, y - dy));
      if (inSpace && inZone) both += 1;
      if (inSpace || inZone) either += 1;
    }
  }
  return either === 0 ? 0 : both / either;
}

/** Metres beyond the wall's face at which one asks where a door leads. */
const BEYOND = [0.06, 0.15, 0.3, 0.45, 0.6];

/** Returns what is wrong with the sides of a door; undefined if both are as the model's solids have them. */
function faultOf(
  { opening, zones }: Joined,
  door: IfcElement,
  { storeys }: IfcModel,
  spaces: readonly IfcElement[],
  [dx, dy]: readonly [number, number],
): string | undefined {
  const [[ax, ay], [bx, by]] = opening.line;
  const length = Math.hypot(bx - ax, by - ay);
  const n = [-(by - ay) / length, (bx - ax) / length];
  const floor = lowest(door.mesh);
  const half = (opening.thickness ?? 0) / 2;
  const sides = [1, -1].map((side) => {
    for (const off of BEYOND) {
      const x = (ax + bx) / 2 + side * (half + off) * n[0] + dx;
      const y = (ay + by) / 2 + side * (half + off) * n[1] + dy;
      const found = spaces.find(({ mesh }) => isInside(mesh, x, y, floor + 1));
      if (found !== undefined) return found.guid;
    }
    return 'none';
  });
  const isFormed = (zone: Zone | undefined) => zone === undefined || /-x-?\d+y-?\d+/.test(zone.id);
  const has = (zone: Zone | undefined, side: string) =>
    side === 'none' ? isFormed(zone) : zone?.id.startsWith(side) === true;
  const [p, q] = zones;
  const [s, t] = sides;
  if ((has(p, s) && has(q, t)) || (has(p, t) && has(q, s))) return undefined;
  return `${p?.name ?? 'outside'} | ${q?.name ?? 'outside'} instead of ${s} | ${t} (${storeys.length} storeys)`;
}

type Corner = readonly [x: number, y: number, z: number];
type Triangle = readonly [Corner, Corner, Corner];

function trianglesOf(mesh: Float64Array): Triangle[] {
  return Array.from({ length: mesh.length / 9 }, (_, at): Triangle => {
    const corner = (k: number): Corner => [mesh[9 * at + 3 * k], mesh[9 * at + 3 * k + 1], mesh[9 * at + 3 * k + 2]];
    return [corner(0), corner(1), corner(2)];
  });
}

function lowest(mesh: Float64Array): number {
  return mesh.reduce((low, value, at) => (at % 3 === 2 ? Math.min(low, value) : low), Number.POSITIVE_INFINITY);
}

/** True if a point lies in the shadow of a triangle. */
function isUnder(x: number, y: number, [a, b, c]: Triangle): boolean {
  const side = (p: Corner, q: Corner) => (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]);
  const [d, e, f] = [side(a, b), side(b, c), side(c, a)];
  return (d > 0 && e > 0 && f > 0) || (d < 0 && e < 0 && f < 0);
}

/** True if a point is in a solid: an upright ray from it meets its surface an odd number of times. */
function isInside(mesh: Float64Array, x: number, y: number, z: number): boolean {
  let above = 0;
  for (const one of trianglesOf(mesh)) {
    if (!isUnder(x, y, one)) continue;
    const [a, b, c] = one;
    const det = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
    const s = ((x - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (y - a[1])) / det;
    const t = ((b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1])) / det;
    if (a[2] + s * (b[2] - a[2]) + t * (c[2] - a[2]) > z) above += 1;
  }
  return above % 2 === 1;
}

function isIn({ region: { rings, shadows } }: Zone, x: number, y: number): boolean {
  const within = (ring: readonly (readonly [number, number])[]) => {
    let odd = false;
    for (const [i, a] of ring.entries()) {
      const b = ring[(i + 1) % ring.length];
      if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) odd = !odd;
    }
    return odd;
  };
  return rings.some(within) && !shadows.some(within);
}

/** A place in a model, m. */
export type Place = readonly [x: number, y: number, z: number];

/** True if a straight line meets a surface (Möller and Trumbore 1997). */
export function isHitBy(mesh: Float64Array, from: Place, to: Place): boolean {
  const [dx, dy, dz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  for (let at = 0; at + 8 < mesh.length; at += 9) {
    // One by one: as a part of the array they take most of the time.
    const [ax, ay, az] = [mesh[at], mesh[at + 1], mesh[at + 2]];
    const [ux, uy, uz] = [mesh[at + 3] - ax, mesh[at + 4] - ay, mesh[at + 5] - az];
    const [vx, vy, vz] = [mesh[at + 6] - ax, mesh[at + 7] - ay, mesh[at + 8] - az];
    const [px, py, pz] = [dy * vz - dz * vy, dz * vx - dx * vz, dx * vy - dy * vx];
    const det = ux * px + uy * py + uz * pz;
    if (Math.abs(det) < 1e-12) continue;
    const [tx, ty, tz] = [from[0] - ax, from[1] - ay, from[2] - az];
    const u = (tx * px + ty * py + tz * pz) / det;
    if (u < 0 || u > 1) continue;
    const [qx, qy, qz] = [ty * uz - tz * uy, tz * ux - tx * uz, tx * uy - ty * ux];
    const v = (dx * qx + dy * qy + dz * qz) / det;
    if (v < 0 || u + v > 1) continue;
    const t = (vx * qx + vy * qy + vz * qz) / det;
    if (t > 0 && t < 1) return true;
  }
  return false;
}

/** Returns the counts as a table. */
export function table(counts: readonly Counted[]): string {
  const lines = counts.map(({ name, spaces, doors, joins: [inner, outside], formed, faults }) => {
    const told = Object.entries(faults)
      .sort(([p], [q]) => (p < q ? -1 : 1))
      .map(([rule, found]) => `${rule} ${found}`)
      .join(', ');
    return `${name}: spaces ${spaces.right}/${spaces.of}; doors with both sides right ${doors.right}/${doors.of}, of which ${inner} join two rooms and ${outside} lead outside; rooms formed ${formed}; faults: ${told === '' ? 'none' : told}\n`;
  });
  return lines.join('');
}
