import { type Chance, chanceOf } from './chance.js';
import { apart, type Point, type Stretch } from './plane.js';
import { BOXES, HALLS, type Keys, ROLES, ROOMS, turned } from './wide.js';

/**
 * Buildings of two or three levels drawn at random from a seed: rooms that span levels, with places nested in them on some
 * of these alone, zones with several roles, a void, and cameras that look from level to level. In metres, with north up.
 */

/** m: no device is nearer to anything that stands. */
const CLEAR = 0.15;
const RESOLUTIONS = [
  [3840, 2160],
  [2560, 1440],
  [1280, 720],
] as const;
const SITES = ['hotel', 'hospital', 'school', 'bank', 'residential-area', 'cultural-entertainment-venue', 'museum'];
const VOIDS = ['lobby', 'lobby', 'stairs', 'waiting-hall', 'exhibition-hall', 'yard'];
/** Kinds of which a nested place often is one: without walls, or milder than what is around it. */
const MILD =
  'washroom washroom restroom restroom dwelling private-area private-area changing-room nap-room ward customer-information-area'.split(
    ' ',
  );

export function drawStoreys(seed: number): Keys {
  return new Building(chanceOf(seed + 0x570e)).plan();
}

type Rect = readonly [x: number, y: number, width: number, depth: number];
type Side = readonly [from: Point, to: Point];

/** One level, and what stands on it. */
interface Floor {
  readonly id: string;
  readonly zones: Keys[];
  readonly openings: Keys[];
  readonly walls: Keys[];
  readonly devices: Keys[];
  readonly stretches: Stretch[];
  /** Places to look at. */
  readonly marks: Point[];
}

class Building {
  private readonly floors: readonly Floor[];
  private readonly width: number;
  private readonly depth: number;
  private count = 0;

  constructor(private readonly dice: Chance) {
    this.width = dice.metres(7, 13);
    this.depth = dice.metres(2.5, 5);
    const fresh = (id: string): Floor => ({
      id,
      zones: [],
      openings: [],
      walls: [],
      devices: [],
      stretches: [],
      marks: [],
    });
    this.floors = (dice.chance(0.6) ? ['F1', 'F2'] : ['F1', 'F2', 'F3']).map(fresh);
  }

  plan(): Keys {
    const { dice, floors, width, depth } = this;
    const court = dice.chance(0.75) ? dice.metres(2.5, 6) : 0;
    const voided = this.span();
    this.rooms(depth, 1);
    for (const [i, floor] of floors.entries()) this.hall(floor, i, court > 0 && voided.includes(floor));
    if (court > 0) {
      const kind = dice.pick(VOIDS);
      const roles = this.roles(0.3);
      this.zone(voided, { kind, ...roles, name: '中庭' }, [0, -court, width, court]);
      this.rooms(-court, -1);
      if (dice.chance(0.35)) this.nested(voided, [0, -court, width, court]);
    }
    for (const floor of floors) for (let i = dice.pick([1, 1, 2]); i > 0; i--) this.post(floor, court);
    return {
      sitecam: 1,
      site: {
        name: '示例',
        categories: [...new Set([dice.pick(SITES), ...(dice.chance(0.2) ? [dice.pick(SITES)] : [])])],
        region: '150102',
      },
      coordinates: 'metres',
      levels: this.levels(),
    };
  }

  private levels(): Keys[] {
    let elevation = 0;
    return this.floors.map(({ id, zones, openings, walls, devices }) => {
      const ceiling = this.dice.metres(2.8, 4.2);
      const level = { id, elevation: centimetres(elevation), ceiling, zones, openings, walls, devices };
      elevation += ceiling + this.dice.pick([0, 0.1, 0.3]);
      return level;
    });
  }

  /** Levels that follow each other: several, now and then one alone. */
  private span(alone = 0): readonly Floor[] {
    const { floors, dice } = this;
    if (dice.chance(alone)) return [dice.pick(floors)];
    const count = dice.chance(0.7) ? 2 : floors.length;
    const first = count === floors.length ? 0 : dice.pick(floors.slice(count - 1).map((_, i) => i));
    return floors.slice(first, first + count);
  }

  private roles(share: number): Keys {
    const { chance, pick } = this.dice;
    if (!chance(share)) return {};
    const count = pick([1, 1, 2, 3]);
    const own = Array.from({ length: count }, () => pick(chance(0.5) ? [...ROOMS, ...BOXES] : ROLES));
    return { roles: [...new Set(own)] };
  }

  /** A zone that is written on the first of its levels, or on another of them. */
  private zone(on: readonly Floor[], more: Keys, rect: Rect): void {
    const { dice } = this;
    const home = dice.chance(0.8) ? on[0] : dice.pick(on);
    home.zones.push({
      id: `z${this.count++}`,
      ...more,
      rect: rect.map(centimetres),
      ...(on.length > 1 ? { levels: on.map(({ id }) => id) } : {}),
    });
    for (const floor of on) floor.stretches.push(...sidesOf(rect).map(([a, b]) => ({ a, b })));
  }

  private hall(floor: Floor, i: number, opens: boolean): void {
    const { dice, width, depth } = this;
    this.zone([floor], { kind: dice.pick(HALLS), ...this.roles(0.35), ...this.names() }, [0, 0, width, depth]);
    if (opens) {
      const line: Side = [
        [0.5, 0],
        [centimetres(width - 0.5), 0],
      ];
      const sill = i > 0 && dice.chance(0.7) ? { sill: dice.metres(0.8, 1.2) } : {};
      this.opening(floor, line, { kind: 'passage', ...sill });
    }
    if (dice.chance(0.2)) {
      const [y, x] = [dice.metres(0.8, depth - 0.6), dice.metres(0.4, width / 2)];
      const line: Point[] = [
        [x, y],
        [centimetres(x + dice.metres(1, 3)), y],
      ];
      floor.walls.push({ id: `w${this.count++}`, line, ...(dice.chance(0.6) ? { height: dice.metres(0.8, 2) } : {}) });
      floor.stretches.push({ a: line[0], b: line[1] });
    }
    if (dice.chance(0.25)) {
      const box: Rect = [dice.metres(0.8, width - 2), dice.metres(0.3, depth - 1.2), 0.6, 0.6];
      const isFree = sidesOf(box).every(([a]) => floor.stretches.every((one) => apart(a, one) > CLEAR));
      if (isFree) this.zone([floor], { kind: dice.pick(BOXES), ...this.roles(0.3) }, box);
    }
  }

  private names(): Keys {
    const { chance, pick } = this.dice;
    return chance(0.15) ? { name: pick(['甲', '101', '卫生间', '哺乳室', '走廊']) } : {};
  }

  /** Rooms along the hall or the void: each on one level, or one over several, and on the others as many again. */
  private rooms(y: number, way: 1 | -1): void {
    const { dice, width, floors } = this;
    const middle = centimetres(width * dice.between(0.35, 0.65));
    for (const [left, right] of [
      [0, middle],
      [middle, width],
    ]) {
      const far = dice.metres(2.5, 5.5);
      const rect: Rect = [left, way > 0 ? y : centimetres(y - far), centimetres(right - left), far];
      const over = this.span(0.15);
      const groups = [over, ...floors.filter((floor) => !over.includes(floor)).map((floor) => [floor])];
      for (const on of groups) {
        if (on !== over && dice.chance(0.3)) continue;
        const kind = dice.chance(0.85) ? dice.pick(ROOMS) : dice.pick(['other', 'office', 'private-area', 'store']);
        this.zone(
          on,
          {
            kind,
            ...this.roles(0.35),
            ...this.names(),
            ...(kind === 'private-area' ? { enclosed: true } : {}),
            ...(kind === 'other' && dice.chance(0.5) ? { kindUnknown: '' } : {}),
            ...(dice.chance(0.05) ? { public: dice.chance(0.5) } : {}),
          },
          rect,
        );
        for (const floor of on) this.ways(floor, left + 0.3, right - 0.3, y);
        if (dice.chance(0.65)) this.nested(on, rect);
      }
    }
  }

  /** Openings along a line, some way apart. */
  private ways(floor: Floor, from: number, to: number, y: number): void {
    const { dice } = this;
    for (let at = from + dice.between(0, 0.6); at + 0.7 < to; ) {
      const end = Math.min(to, at + dice.between(0.7, 1.8));
      const line: Side = [
        [centimetres(at), y],
        [centimetres(end), y],
      ];
      this.opening(floor, line, this.leaf());
      at = end + dice.between(0.4, 2);
    }
  }

  private leaf(): Keys {
    const { chance, pick, metres } = this.dice;
    const kind = pick(['door', 'door', 'curtain', 'passage', 'passage', 'glass-door', 'window', 'window']);
    const sill = metres(0, 1.4);
    return {
      kind,
      ...(kind === 'window' ? { sill, head: centimetres(sill + metres(0.4, 1)) } : {}),
      ...(kind !== 'window' && chance(0.4) ? { head: metres(2, 2.6) } : {}),
      ...(kind === 'window' || kind === 'glass-door'
        ? { fixed: true, glazing: pick(['clear', 'clear', 'clear', 'frosted', 'opaque']) }
        : {}),
      ...(kind === 'door' && chance(0.15) ? { normallyOpen: true } : {}),
    };
  }

  private opening(floor: Floor, line: Side, more: Keys): void {
    floor.openings.push({ id: `o${this.count++}`, line, ...more });
    floor.marks.push([(line[0][0] + line[1][0]) / 2, (line[0][1] + line[1][1]) / 2]);
  }

  /** A place in a room, on all of its levels or on some: against its walls, or free of them, and perhaps one in that. */
  private nested(on: readonly Floor[], [x, y, width, depth]: Rect, deep = 0): void {
    const { dice } = this;
    const within = dice.chance(0.7) ? [dice.pick(on)] : on;
    const [w, d] = [dice.metres(0.3 * width, 0.7 * width), dice.metres(0.3 * depth, 0.7 * depth)];
    // Against a wall of the room, or off all of them.
    const left = dice.chance(0.5) ? 0 : dice.metres(0.25, width - w - 0.25);
    const off = dice.chance(0.5) ? dice.pick([0, depth - d]) : dice.metres(0.25, depth - d - 0.25);
    const rect: Rect = [
      centimetres(x + left),
      centimetres(y + off),
      centimetres(Math.min(w, width - left)),
      centimetres(Math.min(d, depth - off)),
    ];
    const kind = dice.pick(dice.chance(0.6) ? MILD : [...ROOMS, ...BOXES, 'office', 'other']);
    const isWalled = dice.chance(0.7);
    this.zone(
      within,
      {
        kind,
        ...this.roles(0.3),
        ...(isWalled ? { enclosed: true } : dice.chance(0.5) ? { enclosed: false } : {}),
        ...(kind === 'other' ? { kindUnknown: '' } : {}),
      },
      rect,
    );
    // Its sides within the room lead into that.
    for (const floor of within)
      for (const [a, b] of sidesOf(rect)) {
        if (!dice.chance(0.55) || Math.hypot(b[0] - a[0], b[1] - a[1]) < 1.1) continue;
        const isInner =
          a[1] === b[1] ? a[1] > y + 0.01 && a[1] < y + depth - 0.01 : a[0] > x + 0.01 && a[0] < x + width - 0.01;
        if (!isInner) continue;
        const [from, to] = [dice.between(0.1, 0.35), dice.between(0.65, 0.9)];
        const at = (t: number): Point => [centimetres(a[0] + t * (b[0] - a[0])), centimetres(a[1] + t * (b[1] - a[1]))];
        this.opening(floor, [at(from), at(to)], this.leaf());
      }
    if (deep === 0 && rect[2] > 1.5 && rect[3] > 1.5 && dice.chance(0.25)) this.nested(within, rect, 1);
  }

  private post(floor: Floor, court: number): void {
    const { dice, width, depth } = this;
    const inVoid = court > 0 && dice.chance(0.35);
    for (let tries = 0; tries < 20; tries++) {
      const at: Point = dice.chance(0.12)
        ? [dice.metres(0.3, width - 0.3), centimetres(depth + dice.metres(0.3, 3))]
        : [dice.metres(0.3, width - 0.3), inVoid ? dice.metres(0.3 - court, -0.3) : dice.metres(0.3, depth - 0.3)];
      if (floor.stretches.some((one) => apart(at, one) < CLEAR)) continue;
      floor.devices.push(this.device(floor, at));
      return;
    }
  }

  private device({ marks }: Floor, at: Point): Keys {
    const { chance, pick, metres, degrees, between } = this.dice;
    const kind = chance(0.8)
      ? 'camera'
      : pick(['microphone', 'face-terminal', 'intrusion-detector', 'intercom', 'other']);
    const mark = pick(marks.length === 0 ? [at] : marks);
    const towards = (Math.atan2(mark[0] - at[0], mark[1] - at[1]) * 180) / Math.PI;
    const heading = turned(Math.round(chance(0.8) ? towards + between(-35, 35) : between(0, 359)));
    const common: Keys = {
      id: `C${this.count++}`,
      kind,
      at,
      height: chance(0.1) ? metres(0.5, 1.5) : metres(1.8, 2.7),
      ...(kind === 'microphone' ? {} : { audio: chance(0.65) ? 'none' : pick(['microphone', 'two-way', 'unknown']) }),
      ...(chance(0.2) ? { pickup: metres(1, 8) } : {}),
    };
    if (kind === 'microphone') return common;
    if (kind === 'intrusion-detector') return { ...common, audio: 'none', heading, hfov: 90, range: metres(3, 8) };
    const seen: Keys = {
      ...(kind === 'camera' || kind === 'face-terminal'
        ? chance(0.1)
          ? { video: pick(['thermal', 'depth', 'unknown']) }
          : {}
        : { video: pick(['visible', 'none', 'unknown']) }),
      resolution: pick(RESOLUTIONS),
      tolerance: chance(0.6) ? { heading: 0, tilt: 0 } : { heading: degrees(0, 4), tilt: degrees(0, 4) },
    };
    const way = between(0, 1);
    if (way < 0.15) return { ...common, ...seen, form: 'fisheye', tilt: 90, hfov: degrees(120, 180) };
    if (way < 0.3) {
      const start = turned(heading - 60);
      return {
        ...common,
        ...seen,
        form: 'ptz',
        ptz: {
          pan: [start, start + Math.round(between(60, 300))],
          tilt: [degrees(-40, 20), 90],
          hfov: [degrees(5, 30), 60],
          limits: 'hard',
        },
      };
    }
    // Up or down, to what is above or below.
    const tilt = chance(0.65) ? degrees(5, 40) : chance(0.5) ? degrees(-45, 0) : degrees(40, 90);
    return { ...common, ...seen, heading, tilt, hfov: degrees(40, 115) };
  }
}

function sidesOf([x, y, width, depth]: Rect): Side[] {
  const corners: Point[] = [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ].map(([a, b]): Point => [centimetres(a), centimetres(b)]);
  return corners.map((a, i): Side => [a, corners[(i + 1) % 4]]);
}

function centimetres(metres: number): number {
  return Math.round(metres * 100) / 100;
}
