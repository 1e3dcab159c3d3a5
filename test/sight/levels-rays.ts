import type { Point } from '../../src/geometry/types.js';
import type { Device, Level, Opening, Site, Wall, Zone } from '../../src/plan/model.js';
import { createLevels, type Levels } from '../../src/sight/levels/levels.js';
import { createScene, type Scene } from '../../src/sight/scene/scene.js';
import { camera, level, opening, rect, site, wall, zone } from '../support/site.js';

/**
 * Random buildings, and straight lines in space through them, by nothing but plain solids: upright panels and flat slabs.
 * Nothing here knows of holes, viewsheds or shadows.
 */

export type Space = readonly [x: number, y: number, z: number];

export interface Panel {
  readonly a: Point;
  readonly b: Point;
  readonly from: number;
  readonly to: number;
}

export interface Slab {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly z: number;
}

/** What stands in a cell of the grid on a level. */
export interface Cell {
  readonly level: number;
  readonly i: number;
  readonly j: number;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** `room`: walls, floor, ceiling; `area`: a floor, no walls; `well`: walls, and open to the room below; `air`: not drawn. */
  readonly is: 'room' | 'area' | 'well' | 'air';
}

export interface Building {
  readonly site: Site;
  readonly device: Device;
  readonly eye: Space;
  readonly panels: readonly Panel[];
  readonly slabs: readonly Slab[];
  readonly levels: Levels;
  readonly cells: readonly Cell[];
}

export const IDS = ['F1', 'F2', 'F3'] as const;
const idOf = (k: number): string => IDS[k] ?? '';

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Dice {
  next(): number;
  pick<T>(first: T, ...more: readonly T[]): T;
  /** To a millimetre. */
  between(low: number, high: number): number;
}

function diceOf(seed: number): Dice {
  const next = random(seed);
  return {
    next,
    pick: (first, ...more) => [first, ...more][Math.floor(next() * (more.length + 1))] ?? first,
    between: (low, high) => Math.round((low + next() * (high - low)) * 1000) / 1000,
  };
}

/** Heights of the storeys: m. */
interface Storey {
  readonly elevation: number;
  readonly ceiling: number;
}

function storeysOf({ next, pick, between }: Dice): Storey[] {
  const count = next() < 0.5 ? 2 : 3;
  const storeys: Storey[] = [];
  let elevation = pick(0, -3, 1.5);
  while (storeys.length < count) {
    const ceiling = between(2.2, 4);
    storeys.push({ elevation, ceiling });
    elevation += ceiling + pick(0, 0, 0.3, between(0, 0.6));
  }
  return storeys;
}

function linesOf({ between }: Dice): number[] {
  const cuts = [0];
  while (cuts.length < 5) cuts.push(Math.round(((cuts.at(-1) ?? 0) + between(1.5, 6)) * 1000) / 1000);
  return cuts;
}

class Grid {
  readonly cells: Cell[] = [];
  private readonly byPlace = new Map<string, Cell>();

  constructor(
    { pick }: Dice,
    readonly xs: readonly number[],
    readonly ys: readonly number[],
    storeys: number,
  ) {
    for (let level = 0; level < storeys; level += 1) {
      for (let i = 0; i + 1 < xs.length; i += 1) {
        for (let j = 0; j + 1 < ys.length; j += 1) {
          const below = this.at(level - 1, i, j);
          const is = hasWalls(below)
            ? pick<Cell['is']>('room', 'room', 'well', 'well', 'area', 'air')
            : pick<Cell['is']>('room', 'room', 'area', 'air', 'air');
          const cell = { level, i, j, x: [xs[i] ?? 0, xs[i + 1] ?? 0], y: [ys[j] ?? 0, ys[j + 1] ?? 0], is } as const;
          this.cells.push(cell);
          this.byPlace.set(`${level} ${i} ${j}`, cell);
        }
      }
    }
  }

  at(level: number, i: number, j: number): Cell | undefined {
    return this.byPlace.get(`${level} ${i} ${j}`);
  }
}

function hasWalls(cell: Cell | undefined): boolean {
  return cell?.is === 'room' || cell?.is === 'well';
}

function ringOf({ x, y }: Cell): Point[] {
  return rect(x[0], y[0], x[1] - x[0], y[1] - y[0]);
}

/** A room and the wells above it are one zone. */
function zonesOf(grid: Grid, k: number): Zone[] {
  return grid.cells
    .filter((cell) => cell.level === k && (cell.is === 'room' || cell.is === 'area'))
    .map((cell) => {
      const levels = [idOf(k)];
      while (grid.at(k + levels.length, cell.i, cell.j)?.is === 'well') levels.push(idOf(k + levels.length));
      return zone(`z${k}.${cell.i}.${cell.j}`, ringOf(cell), { enclosed: cell.is === 'room', levels });
    });
}

function slabsOf(grid: Grid, storeys: readonly Storey[]): Slab[] {
  return grid.cells.flatMap((cell) => {
    const { elevation, ceiling } = storeys[cell.level] ?? { elevation: 0, ceiling: 0 };
    const { x, y } = cell;
    const roofed = hasWalls(cell) && grid.at(cell.level + 1, cell.i, cell.j)?.is !== 'well';
    return [
      ...(cell.is === 'room' || cell.is === 'area' ? [{ x, y, z: elevation }] : []),
      ...(roofed ? [{ x, y, z: elevation + ceiling }] : []),
    ];
  });
}

/** Between the ceiling of a storey and the floor above, the walls of a well go on. */
function betweenStoreys(grid: Grid, storeys: readonly Storey[]): Panel[] {
  return grid.cells
    .filter(({ is }) => is === 'well')
    .flatMap((cell) => {
      const [below, here] = [storeys[cell.level - 1], storeys[cell.level]];
      const from = (below?.elevation ?? 0) + (below?.ceiling ?? 0);
      const to = here?.elevation ?? 0;
      const corners = ringOf(cell);
      return to <= from ? [] : corners.map((a, n) => ({ a, b: corners[(n + 1) % 4] ?? a, from, to }));
    });
}

/** Walls on the lines of the grid, with what is drawn in them. */
interface Walls {
  readonly panels: Panel[];
  readonly walls: Wall[];
  readonly openings: Opening[];
}

function wallsOf(dice: Dice, grid: Grid, k: number, storey: Storey): Walls {
  const found: Walls = { panels: [], walls: [], openings: [] };
  const stands = (i: number, j: number) => hasWalls(grid.at(k, i, j));
  grid.xs.forEach((x, i) => {
    grid.ys.forEach((y, j) => {
      const [east, north] = [grid.xs[i + 1], grid.ys[j + 1]];
      if (east !== undefined && (stands(i, j) || stands(i, j - 1))) build(dice, found, [x, y], [east, y], k, storey);
      if (north !== undefined && (stands(i, j) || stands(i - 1, j))) build(dice, found, [x, y], [x, north], k, storey);
    });
  });
  return found;
}

/** A low wall along the whole edge, or an opening in a part of it, or a plain wall. */
function build(
  { next, pick, between }: Dice,
  { panels, walls, openings }: Walls,
  a: Point,
  b: Point,
  k: number,
  storey: Storey,
): void {
  const [bottom, top] = [storey.elevation, storey.elevation + storey.ceiling];
  const what = next();
  const id = `${k}.${panels.length}`;
  if (what < 0.15) {
    const height = between(0.3, storey.ceiling - 0.1);
    walls.push(wall(`w${id}`, [a, b], { level: idOf(k), height }));
    panels.push({ a, b, from: bottom, to: bottom + height });
    return;
  }
  if (what >= 0.65) {
    panels.push({ a, b, from: bottom, to: top });
    return;
  }
  const at = (t: number): Point => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
  const [from, to] = [at(between(0.1, 0.4)), at(between(0.6, 0.9))];
  const sill = next() < 0.5 ? between(0.2, 1.5) : undefined;
  const head = next() < 0.5 ? between(1.7, storey.ceiling - 0.05) : undefined;
  const kind = pick<Opening['kind']>('window', 'door', 'passage');
  openings.push(opening(`o${id}`, kind, from, to, { level: idOf(k), thickness: 0, sill, head }));
  panels.push({ a, b: from, from: bottom, to: top }, { a: to, b, from: bottom, to: top });
  if (sill !== undefined) panels.push({ a: from, b: to, from: bottom, to: bottom + sill });
  if (head !== undefined) panels.push({ a: from, b: to, from: bottom + head, to: top });
}

/** Somewhere below whatever lies above it. */
function deviceIn({ next, between }: Dice, grid: Grid, slabs: readonly Slab[], storeys: readonly Storey[]): Device {
  const own = Math.floor(next() * storeys.length);
  const { elevation, ceiling } = storeys[own] ?? { elevation: 0, ceiling: 0 };
  const here = grid.cells.filter((cell) => cell.level === own);
  const cell = here[Math.floor(next() * here.length)];
  const inside = ([low, high]: readonly [number, number]) => low + (0.05 + 0.9 * next()) * (high - low);
  const at: Point = [inside(cell?.x ?? [0, 0]), inside(cell?.y ?? [0, 0])];
  const above = slabs
    .filter(({ x, y, z }) => at[0] > x[0] && at[0] < x[1] && at[1] > y[0] && at[1] < y[1] && z > elevation)
    .map(({ z }) => z - elevation - 0.01);
  const height = Math.max(0.3, Math.min(between(0.5, cell?.is === 'air' ? 7 : ceiling), ...above));
  // Every direction, any density: only walls and floors bound the view.
  return camera('c', at, { form: 'fisheye', hfov: 180, resolution: undefined }, { level: idOf(own), height });
}

/** Walls stand on the lines of a grid that all levels share; what is in a cell differs from level to level. */
export function building(seed: number): Building {
  const dice = diceOf(seed);
  const storeys = storeysOf(dice);
  const grid = new Grid(dice, linesOf(dice), linesOf(dice), storeys.length);
  const walls = storeys.map((storey, k) => wallsOf(dice, grid, k, storey));
  const slabs = slabsOf(grid, storeys);
  const device = deviceIn(dice, grid, slabs, storeys);
  const drawn: Level[] = storeys.map((storey, k) =>
    level({
      ...storey,
      id: idOf(k),
      zones: zonesOf(grid, k),
      walls: walls[k]?.walls ?? [],
      openings: walls[k]?.openings ?? [],
      devices: device.level === idOf(k) ? [device] : [],
    }),
  );
  const plan = site(...drawn);
  const scenes = new Map<string, Scene>(drawn.map((one) => [one.id, createScene(plan, one)]));
  const own = drawn.find(({ id }) => id === device.level);
  return {
    site: plan,
    device,
    eye: [device.at[0], device.at[1], (own?.elevation ?? 0) + (device.height ?? 0)],
    panels: [...walls.flatMap(({ panels }) => panels), ...betweenStoreys(grid, storeys)],
    slabs,
    levels: createLevels(plan, (id) => scenes.get(id), 1.5),
    cells: grid.cells,
  };
}

/** Whether nothing stands between two points in space, nor within `by` m of the line, at its edges. */
export function isFree({ panels, slabs }: Pick<Building, 'panels' | 'slabs'>, p: Space, q: Space, by: number): boolean {
  const [dx, dy, dz] = [q[0] - p[0], q[1] - p[1], q[2] - p[2]];
  for (const { x, y, z } of slabs) {
    const t = (z - p[2]) / dz;
    if (!(t > 0 && t < 1)) continue;
    const [sx, sy] = [p[0] + t * dx, p[1] + t * dy];
    if (sx >= x[0] - by && sx <= x[1] + by && sy >= y[0] - by && sy <= y[1] + by) return false;
  }
  for (const { a, b, from, to } of panels) {
    const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
    const across = dx * ey - dy * ex;
    if (across === 0) continue;
    const t = ((a[0] - p[0]) * ey - (a[1] - p[1]) * ex) / across;
    const s = ((a[0] - p[0]) * dy - (a[1] - p[1]) * dx) / across;
    const over = by / Math.hypot(ex, ey);
    if (!(t > 0 && t < 1 && s >= -over && s <= 1 + over)) continue;
    const z = p[2] + t * dz;
    if (z >= from - by && z <= to + by) return false;
  }
  return true;
}

/** A fixed lens mounted exactly as drawn, in degrees: heading clockwise from +y, tilt below the horizon, fields. */
export interface Aim {
  readonly heading: number;
  readonly tilt: number;
  readonly hfov: number;
  readonly vfov: number;
}

/** Returns the camera of a building with a lens that is aimed so. */
export function aimedAs({ device }: Building, aim: Aim): Device {
  const { at, level: on, height } = device;
  const exact = { heading: 0, tilt: 0, position: 0 };
  return camera('c', at, { ...aim, resolution: undefined }, { level: on, height, tolerance: exact });
}

/** Whether a pinhole camera at `eye` has a point in its picture, made larger by a share of its sides. */
export function isInPicture(eye: Space, { heading, tilt, hfov, vfov }: Aim, point: Space, by: number): boolean {
  const [h, t] = [(heading * Math.PI) / 180, (tilt * Math.PI) / 180];
  const forward: Space = [Math.sin(h) * Math.cos(t), Math.cos(h) * Math.cos(t), -Math.sin(t)];
  const right: Space = [Math.cos(h), -Math.sin(h), 0];
  const up: Space = [Math.sin(h) * Math.sin(t), Math.cos(h) * Math.sin(t), Math.cos(t)];
  const along = (axis: Space) => axis.reduce((sum, value, i) => sum + value * ((point[i] ?? 0) - (eye[i] ?? 0)), 0);
  const depth = along(forward);
  const half = (degrees: number) => Math.tan((degrees * Math.PI) / 360) * depth * (1 + by);
  return depth > 0 && Math.abs(along(right)) <= half(hfov) && Math.abs(along(up)) <= half(vfov);
}
