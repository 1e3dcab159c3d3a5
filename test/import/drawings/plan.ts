// A building as a person would describe it: walls, openings, rooms, devices, and what stands about.

/** Metres east and north. */
export type XY = readonly [x: number, y: number];

/** A straight wall along x or y, or at any bearing, by its axis. */
export interface Wall {
  readonly from: XY;
  readonly to: XY;
  readonly thickness: number;
  /** The layer of partitions, where a drawing has one. */
  readonly isPartition: boolean;
}

/** A wall along an arc, counter-clockwise, in degrees. */
export interface Curve {
  readonly centre: XY;
  readonly radius: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/** A box: west, south, east, north. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/** What stands in a gap of a wall. A `gap` is drawn by nothing. */
export type Leaf = 'door' | 'double' | 'sliding' | 'sidelit' | 'shutter' | 'window' | 'gap';

/** An opening, by the middle of its axis. */
export interface Opening {
  readonly leaf: Leaf;
  readonly at: XY;
  readonly width: number;
  readonly wall: Wall;
  /** -1: the hinge is at the wall's start. */
  readonly hinge: 1 | -1;
  /** 1: the leaf opens to the left of the wall's way. */
  readonly side: 1 | -1;
  /** Degrees between leaf and wall, as drawn. */
  readonly swing: number;
}

interface Room {
  readonly name: string;
  readonly at: XY;
  /** Its name in the drawing; undefined if nobody wrote it there. */
  readonly label: string | undefined;
}

/** A device: its block, the number written beside it, and what it is. */
export interface Device {
  readonly block: string;
  readonly number: string;
  readonly kind: string;
  readonly at: XY;
  readonly turn: number;
}

/** Things that are drawn and are no part of the building. */
export type Clutter =
  | {
      readonly what: 'bed' | 'desk' | 'table' | 'sofa' | 'shelf' | 'cabinet' | 'wc' | 'basin' | 'car';
      readonly at: XY;
      readonly turn: number;
    }
  | { readonly what: 'treads'; readonly box: Box; readonly count: number; readonly along: 'x' | 'y' }
  | { readonly what: 'cross'; readonly box: Box }
  | { readonly what: 'tiles'; readonly box: Box; readonly step: number };

/** What is built of a plan. */
export type Built = Pick<Plan, 'walls' | 'curves' | 'columns' | 'openings'>;

interface Hung {
  readonly hinge?: 1 | -1;
  readonly side?: 1 | -1;
  readonly swing?: number;
}

/** A storey, told wall by wall. */
export class Plan {
  readonly walls: Wall[] = [];
  readonly curves: Curve[] = [];
  readonly columns: Box[] = [];
  readonly openings: Opening[] = [];
  readonly rooms: Room[] = [];
  readonly devices: Device[] = [];
  readonly clutter: Clutter[] = [];

  /** Adds walls along the points. */
  wall(thickness: number, ...points: readonly XY[]): this {
    return this.#add(thickness, false, points);
  }

  partition(thickness: number, ...points: readonly XY[]): this {
    return this.#add(thickness, true, points);
  }

  #add(thickness: number, isPartition: boolean, points: readonly XY[]): this {
    for (const [index, from] of points.slice(0, -1).entries()) {
      const to = points[index + 1] ?? from;
      const isForward = from[0] === to[0] ? from[1] < to[1] : from[0] < to[0];
      this.walls.push({ from: isForward ? from : to, to: isForward ? to : from, thickness, isPartition });
    }
    return this;
  }

  curve(curve: Curve): this {
    this.curves.push(curve);
    return this;
  }

  /** Adds columns of `size` at points. */
  column(size: number, ...points: readonly XY[]): this {
    for (const [x, y] of points) this.columns.push([x - size / 2, y - size / 2, x + size / 2, y + size / 2]);
    return this;
  }

  /** Adds an opening to the wall whose axis runs through `at`. */
  open(leaf: Leaf, width: number, at: XY, { hinge = -1, side = 1, swing = 90 }: Hung = {}): this {
    const wall = this.walls.find((one) => holds(one, at, width));
    if (wall === undefined) throw new Error(`no wall for a ${leaf} at ${at}`);
    this.openings.push({ leaf, at, width, wall, hinge, side, swing });
    return this;
  }

  /** Names the room that a point lies in. */
  room(name: string, at: XY, isLabelled = true): this {
    this.rooms.push({ name, at, label: isLabelled ? name : undefined });
    return this;
  }

  device(block: string, number: string, kind: string, at: XY, turn = 0): this {
    this.devices.push({ block, number, kind, at, turn });
    return this;
  }

  put(...clutter: readonly Clutter[]): this {
    this.clutter.push(...clutter);
    return this;
  }

  /**
   * Adds all of `other` for counting, mirrored at x = 0 if asked; rooms and numbers get `suffix`. Hinges aren't kept:
   * what is mirrored is drawn as a block.
   */
  add(other: Plan, { mirror = false, suffix = '' } = {}): this {
    const m = (point: XY): XY => (mirror ? [-point[0], point[1]] : point);
    const box = ([x0, y0, x1, y1]: Box): Box => (mirror ? [-x1, y0, -x0, y1] : [x0, y0, x1, y1]);
    for (const wall of other.walls) {
      if (wall.isPartition) this.partition(wall.thickness, m(wall.from), m(wall.to));
      else this.wall(wall.thickness, m(wall.from), m(wall.to));
    }
    this.columns.push(...other.columns.map(box));
    for (const { leaf, width, at, wall } of other.openings) this.#openIn(leaf, width, m(at), m(wall.from), m(wall.to));
    this.rooms.push(...other.rooms.map((room) => ({ ...room, name: `${room.name}${suffix}`, at: m(room.at) })));
    this.devices.push(...other.devices.map((one) => ({ ...one, number: `${one.number}${suffix}`, at: m(one.at) })));
    return this;
  }

  #openIn(leaf: Leaf, width: number, at: XY, a: XY, b: XY): void {
    const same = (p: XY, q: XY) => p[0] === q[0] && p[1] === q[1];
    const wall = this.walls.find(({ from, to }) => (same(from, a) && same(to, b)) || (same(from, b) && same(to, a)));
    if (wall === undefined) throw new Error(`no wall for a ${leaf} at ${at}`);
    this.openings.push({ leaf, at, width, wall, hinge: -1, side: 1, swing: 90 });
  }
}

/** Returns the unit vector from a wall's start to its end. */
export function wayOf({ from, to }: Wall): XY {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}

/** True if an opening of `width` at `at` lies on the axis of `wall`. */
function holds(wall: Wall, at: XY, width: number): boolean {
  const [u, v] = wayOf(wall);
  const [x, y] = [at[0] - wall.from[0], at[1] - wall.from[1]];
  const along = x * u + y * v;
  const length = Math.hypot(wall.to[0] - wall.from[0], wall.to[1] - wall.from[1]);
  return Math.abs(x * v - y * u) < 0.01 && along - width / 2 > -0.01 && along + width / 2 < length + 0.01;
}
