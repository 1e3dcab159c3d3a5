import { randomFrom } from './chance.js';
import { apart, type Point } from './plane.js';

/**
 * Plans drawn at random from a seed to be hard on what couples heights: a hall before private rooms, with windows of every
 * sill and head, transoms, low walls before and in the rooms, cameras at every height, tilt, field and roll, PTZs with hard
 * limits, masks over windows, and tolerances. As the format spells them.
 */
export interface SharpPlan {
  readonly sitecam: 1;
  readonly site: { readonly name: string; readonly categories: readonly string[]; readonly region: string };
  readonly coordinates: 'metres';
  readonly levels: readonly [
    {
      readonly id: string;
      readonly elevation: number;
      readonly ceiling: number;
      readonly zones: readonly Keys[];
      readonly walls: readonly Keys[];
      readonly openings: readonly Keys[];
      readonly devices: readonly Keys[];
    },
  ];
}

type Keys = Readonly<Record<string, unknown>>;
type Line = readonly [Point, Point];

interface Pane {
  readonly line: Line;
  readonly sill: number;
  readonly head: number;
}

/** m: nothing is drawn nearer to anything that it doesn't meet; what is nearer is welded, closed, or mounted on it. */
const CLEAR = 0.15;
const KINDS = ['restroom', 'changing-room', 'guest-room', 'ward', 'dining-private-room', 'public-bathroom'];
const RESOLUTIONS = [
  [3840, 2160],
  [2560, 1920],
  [1920, 1080],
] as const;

export function drawSharp(seed: number): SharpPlan {
  const random = randomFrom(seed);
  const between = (low: number, high: number) => low + random() * (high - low);
  const chance = (share: number) => random() < share;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  const metres = (low: number, high: number) => Math.round(between(low, high) * 100) / 100;
  const degrees = (low: number, high: number) => Math.round(between(low, high) * 10) / 10;

  const ceiling = metres(2.8, 6.5);
  const [width, depth] = [metres(8, 16), metres(4, 8)];
  const zones: Keys[] = [{ id: 'hall', kind: 'corridor', rect: [0, 0, width, depth] }];
  const openings: Keys[] = [];
  const walls: Keys[] = [];
  const panes: Pane[] = [];
  const lines: Line[] = [
    [
      [0, 0],
      [width, 0],
    ],
    [
      [0, depth],
      [width, depth],
    ],
    [
      [0, 0],
      [0, depth],
    ],
    [
      [width, 0],
      [width, depth],
    ],
  ];
  const lowWall = (line: Line, height: number) => {
    walls.push({ id: `w${walls.length}`, line, height });
    lines.push(line);
  };
  const open = (line: Line, more: Keys & { sill?: number; head?: number }) => {
    openings.push({ id: `o${openings.length}`, line, ...more });
    panes.push({ line, sill: more.sill ?? 0, head: more.head ?? ceiling });
  };

  const doorIn = (line: Line) => {
    const kind = pick(['door', 'door', 'curtain', 'passage']);
    if (!chance(0.6)) {
      open(line, { kind, ...(chance(0.5) ? { head: metres(1.9, 2.3) } : {}) });
      return;
    }
    const head = metres(1.9, 2.2);
    open(line, { kind, head });
    open(line, { kind: 'window', fixed: true, glazing: 'clear', sill: head, head: metres(head + 0.2, 2.8) });
  };
  const windowIn = (line: Line) => {
    const sill = metres(0, 1.8);
    const head = metres(Math.max(0.4, sill + 0.15), 2.6);
    open(line, { kind: 'window', fixed: true, glazing: 'clear', ...(chance(0.1) ? {} : { sill }), head });
    // A vent under a window: the wall between them is solid.
    if (sill > 0.9 && chance(0.3)) open(line, { kind: 'passage', sill: 0, head: metres(0.3, sill - 0.2) });
  };

  const count = chance(0.5) ? 2 : 3;
  const edges = Array.from({ length: count + 1 }, (_, i) =>
    i === 0 ? 0 : i === count ? width : Math.round(((width * i) / count + between(-0.8, 0.8)) * 100) / 100,
  );
  for (let i = 0; i < count; i++) {
    const [left, right] = [edges[i], edges[i + 1]];
    const far = metres(2.5, 6);
    zones.push({ id: `p${i}`, kind: pick(KINDS), rect: [left, depth, Math.round((right - left) * 100) / 100, far] });
    for (let at = left + between(0.3, 0.8); ; ) {
      const end = at + between(0.6, 1.8);
      if (end > right - 0.3) break;
      const line: Line = [
        [Math.round(at * 100) / 100, depth],
        [Math.round(end * 100) / 100, depth],
      ];
      if (chance(0.65)) windowIn(line);
      else doorIn(line);
      at = end + between(0.3, 1);
    }
    // A screen in the room, behind its windows.
    if (chance(0.35)) {
      const y = Math.round((depth + between(0.3, far - 0.5)) * 100) / 100;
      lowWall(
        [
          [Math.round((left + 0.2) * 100) / 100, y],
          [Math.round((right - 0.2) * 100) / 100, y],
        ],
        metres(1, Math.min(2.4, ceiling - 0.1)),
      );
    }
  }
  // Screens in the hall, across or along it.
  if (chance(0.5)) {
    const y = metres(1.2, depth - 0.8);
    const left = metres(0.3, width / 2);
    lowWall(
      [
        [left, y],
        [metres(left + 1.5, width - 0.3), y],
      ],
      metres(1, 2.4),
    );
  }
  // A private place in the hall that has low walls alone.
  if (chance(0.3)) {
    const [x, y, w, d] = [metres(0.6, width - 3.2), metres(0.4, 0.8), metres(1.2, 2.2), metres(1, 1.6)];
    const corners: readonly Point[] = [
      [x, y],
      [x + w, y],
      [x + w, y + d],
      [x, y + d],
    ];
    const clear = corners.every((at) => lines.every((line) => apart(at, { a: line[0], b: line[1] }) > CLEAR));
    const crosses = lines
      .slice(4)
      .some(([a, b]) => a[1] > y - CLEAR && a[1] < y + d + CLEAR && b[0] > x && a[0] < x + w);
    if (clear && !crosses) {
      zones.push({ id: 'booth', kind: 'fitting-room', rect: [x, y, w, d], enclosed: false });
      const height = metres(1, 2.4);
      for (let i = 0; i < 4; i++) lowWall([corners[i], corners[(i + 1) % 4]], height);
    }
  }

  const devices: Keys[] = [];
  for (let tries = 0; devices.length < 2 && tries < 30; tries++) {
    const at: Point = [metres(0.3, width - 0.3), metres(0.3, depth - 0.3)];
    const off = Math.min(...lines.map(([a, b]) => apart(at, { a, b })));
    const booth = zones.find(({ id }) => id === 'booth');
    if (off < CLEAR || (booth !== undefined && isIn(at, booth.rect))) continue;
    devices.push(cameraAt(at, off));
  }

  function cameraAt(at: Point, off: number): Keys {
    const height = metres(0.3, Math.min(6, ceiling - 0.1));
    const target = pick(panes.length === 0 ? [{ line: lines[1], sill: 0, head: 2 }] : panes);
    const middle: Point = [(target.line[0][0] + target.line[1][0]) / 2, depth];
    const towards = (Math.atan2(middle[0] - at[0], middle[1] - at[1]) * 180) / Math.PI;
    const heading = turn(chance(0.85) ? Math.round(towards + between(-50, 50)) : Math.round(between(0, 359)));
    const resolution = pick(RESOLUTIONS);
    const slack = {
      heading: chance(0.4) ? 0 : degrees(0, 5),
      tilt: chance(0.4) ? 0 : degrees(0, 5),
      // Both places of what may be as far off as that, and what it may be mounted on, stay clear of each other.
      ...(chance(0.25) && off > 0.35 ? { position: metres(0.02, Math.min(0.5, (off - CLEAR) / 2)) } : {}),
    };
    const tolerance = chance(0.3) ? { heading: 0, tilt: 0 } : slack;
    const common = { id: `C${devices.length}`, kind: 'camera', at, height, audio: 'none', resolution, tolerance };
    const way = random();
    if (way < 0.28) {
      const [start, span] = [turn(Math.round(heading - between(0, 120))), Math.round(between(30, 330))];
      const from = degrees(-40, 60);
      const home = { heading: turn(start + Math.round(between(0, span))), tilt: from, hfov: 50 };
      return {
        ...common,
        form: 'ptz',
        ptz: {
          pan: [start, start + span],
          tilt: [from, chance(0.4) ? 90 : degrees(from, 90)],
          hfov: [degrees(4, 30), degrees(50, 65)],
          limits: 'hard',
          ...(chance(0.4) ? { home } : {}),
        },
      };
    }
    if (way < 0.34) return { ...common, form: 'fisheye', tilt: 90, hfov: degrees(90, 180) };
    const lens = {
      heading,
      tilt: chance(0.7) ? degrees(5, 60) : degrees(-10, 90),
      hfov: degrees(30, 120),
      ...(chance(0.3) ? { roll: degrees(-15, 15) } : {}),
    };
    const masks = chance(0.3) ? maskOver(at, height, target) : undefined;
    return { ...common, ...lens, ...(masks === undefined ? {} : { masks }) };
  }

  /** A mask drawn over an opening as it is seen from the camera, some of it too small and some too large. */
  function maskOver(at: Point, height: number, { line, sill, head }: Pane): readonly Keys[] | undefined {
    const by = between(-0.1, 0.6);
    const [low, high] = [sill - by, Math.min(head, ceiling) + by];
    if (high > height - 0.2 || low >= high) return undefined;
    const drawn = (x: number, z: number): Point => {
      const out = height / (height - z);
      return [at[0] + (x - at[0]) * out, at[1] + (depth - at[1]) * out];
    };
    const [left, right] = [line[0][0] - by, line[1][0] + by];
    if (left >= right) return undefined;
    return [{ polygon: [drawn(left, low), drawn(right, low), drawn(right, high), drawn(left, high)], permanent: true }];
  }

  return {
    sitecam: 1,
    site: { name: 'sharp', categories: ['hotel'], region: '150102' },
    coordinates: 'metres',
    levels: [{ id: 'F1', elevation: 0, ceiling, zones, walls, openings, devices }],
  };
}

function turn(degrees: number): number {
  return ((degrees % 360) + 360) % 360;
}

function isIn([x, y]: Point, rect: unknown): boolean {
  const [left, low, width, depth] = Array.isArray(rect) ? rect.map(Number) : [0, 0, 0, 0];
  return x > left - CLEAR && x < left + width + CLEAR && y > low - CLEAR && y < low + depth + CLEAR;
}
