import { describe, expect, test } from 'vitest';
import { containsPoint } from '../../../src/geometry/index.js';
import type { Point } from '../../../src/geometry/types.js';
import { loadPack } from '../../../src/law/load.js';
import type { Level, Sign, Site } from '../../../src/plan/model.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { createSight } from '../../../src/sight/sight.js';
import type { Walking, Walks } from '../../../src/sight/types.js';
import { partsOf } from '../../../src/sight/walk/crossing.js';
import { level, opening, rect, site, wall, zone } from '../../support/site.js';
import { type Doc, type Door, type RandomPlan, randomPlan } from './random-plan.js';

const RADIUS = 3;
const WALKING: Walking = {
  radius: RADIUS,
  open: new Set(['yard']),
  entrances: new Set(['entrance']),
  ladders: new Set(['stairs']),
  unsettled: false,
};

function siteOf(doc: Doc): Site {
  const bytes = new TextEncoder().encode(JSON.stringify(doc));
  const result = readPlan('plan.json', (path) => (path === 'plan.json' ? bytes : undefined), {
    pack: loadPack('cn-799-2025'),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result.site;
}

function walksOf(doc: Doc): Walks {
  return createSight(siteOf(doc)).walks(WALKING);
}

describe('in cases worked out by hand', () => {
  const sign = (at: Point, heading?: number): Sign => {
    const place = { path: 'plan.yaml', pointer: '' };
    const unsaid = { name: undefined, height: undefined, text: undefined };
    return { id: 'n', level: 'F1', at, heading, status: 'planned', place, ...unsaid };
  };
  /** By approach, the ids of the signs met and of the zones where a person may be who met none. */
  const told = (parts: Partial<Level>) =>
    Object.fromEntries(
      createSight(site(level(parts)))
        .walks(WALKING)
        .approaches.map(({ subject, met, unmet }) => [
          subject,
          { met: met.map(({ id }) => id), unmet: unmet().flatMap((place) => place.zone?.id ?? []) },
        ]),
    );
  const hall = zone('hall', rect(0, 0, 10, 6), { public: true });

  test('a sign behind a screen before the door is met by nobody who comes in round the screen', () => {
    const openings = [opening('d', 'door', [3, 0], [4, 0])];
    const screen = wall('screen', [
      [1, -1],
      [6, -1],
    ]);
    const signs = [sign([3.5, -1.03], 180)];
    expect(told({ zones: [hall], openings, signs })).toEqual({ d: { met: ['n'], unmet: [] } });
    expect(told({ zones: [hall], openings, signs, walls: [screen] })).toEqual({ d: { met: [], unmet: ['hall'] } });
  });

  test('a passage with a door in it is walked through in the middle of what is left on either side', () => {
    // Of 0.5–9.5 m the door takes 4–6: what is left has its middles at 2.25 and 7.75, each 2.75 m aside of the sign and
    // 1.48 m before it, 3.12 m away. From the door it is noticed.
    const openings = [opening('d', 'door', [4, 0], [6, 0]), opening('p', 'passage', [0.5, 0], [9.5, 0])];
    expect(told({ zones: [hall], openings, signs: [sign([5, 1.5])] })).toEqual({
      d: { met: ['n'], unmet: [] },
      p: { met: [], unmet: ['hall'] },
    });
  });

  test('people step over half a metre, and climb over nothing higher', () => {
    const through = (sill: number) =>
      Object.keys(told({ zones: [hall], openings: [opening('d', 'door', [3, 0], [4, 0], { sill })] }));
    expect([0.4, 0.5, 0.6].map(through)).toEqual([['d'], ['d'], []]);
  });

  test('a threshold is crossed in equal parts, none wider than a sign in its middle is noticed from', () => {
    expect(partsOf({ from: 1, to: 3 }, 1)).toEqual([{ from: 1, to: 3 }]);
    expect(partsOf({ from: 1, to: 3.1 }, 1)).toHaveLength(2);
    expect(partsOf({ from: 1, to: 6 }, 1)).toHaveLength(3);
  });

  test('people go through a doorway, not through the hollow of the wall beside it', () => {
    const zones = [zone('a', rect(0, 0, 4, 3), { public: true }), zone('b', rect(4.2, 0, 4, 3), { public: true })];
    const openings = [
      opening('d', 'door', [4.1, 1], [4.1, 2], { thickness: 0.2 }),
      opening('e', 'door', [3, 0], [3.9, 0]),
    ];
    const ends = [0, 3].map((y) =>
      wall(`end ${y}`, [
        [4, y],
        [4.2, y],
      ]),
    );
    // Whoever goes straight to the door has met the sign, and whoever comes in by the other hasn't.
    const signs = [sign([1.9, 1.5], 270)];
    for (const walls of [[], ends]) {
      expect(told({ zones, openings, walls })).toEqual({ e: { met: [], unmet: ['a', 'b'] } });
      expect(told({ zones, openings, walls, signs })).toEqual({ e: { met: [], unmet: ['a'] } });
    }
  });
});

// The same by other means: a grid of people, and rulers.

const STEP = 0.25;

const cross = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

function crosses(a: Point, b: Point, [p, q]: readonly [Point, Point]): boolean {
  return cross(a, b, p) * cross(a, b, q) <= 0 && cross(p, q, a) * cross(p, q, b) <= 0;
}

class Grid {
  private readonly blocking: readonly (readonly [Point, Point])[];

  constructor(private readonly plan: RandomPlan) {
    this.blocking = [...plan.walls, ...plan.doors.map(({ line }) => line)];
  }

  private readonly known = new Map<number, boolean>();

  /** Whether a person in the middle of a cell notices a sign. */
  noticedIn(p: Point): boolean {
    const key = Math.round((p[0] / STEP) * 1000 + p[1] / STEP);
    const found = this.known.get(key) ?? this.noticed(p);
    this.known.set(key, found);
    return found;
  }

  /** Whether a person at `p` notices a sign that lies ahead; doors are closed. */
  noticed(p: Point, ahead?: Point): boolean {
    return this.plan.doc.levels[0].signs.some(({ at, heading }) => {
      const [dx, dy] = [p[0] - at[0], p[1] - at[1]];
      const far = Math.hypot(dx, dy);
      if (far > RADIUS || far === 0) return false;
      if (ahead !== undefined && (at[0] - p[0]) * ahead[0] + (at[1] - p[1]) * ahead[1] < 0) return false;
      let eye = at;
      if (heading !== undefined) {
        const azimuth = ((90 - heading) * Math.PI) / 180;
        const face: Point = [Math.cos(azimuth), Math.sin(azimuth)];
        if ((dx * face[0] + dy * face[1]) / far < Math.cos((80 * Math.PI) / 180)) return false;
        eye = [at[0] + 1e-4 * face[0], at[1] + 1e-4 * face[1]];
      }
      return !this.blocking.some((wall) => crosses(eye, p, wall));
    });
  }

  /** Whether whoever steps through a door from `from` meets a sign. */
  isSigned({ line: [a, b] }: Door, from: Point): boolean {
    const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    let normal: Point = [(a[1] - b[1]) / length, (b[0] - a[0]) / length];
    if ((from[0] - middle[0]) * normal[0] + (from[1] - middle[1]) * normal[1] > 0) normal = [-normal[0], -normal[1]];
    const step: Point = [middle[0] + 0.02 * normal[0], middle[1] + 0.02 * normal[1]];
    if (this.noticed(step, normal)) return true;
    for (let back = 0.005; back <= RADIUS; back += 0.02) {
      const p: Point = [middle[0] - back * normal[0], middle[1] - back * normal[1]];
      const near: Point = [middle[0] - 0.001 * normal[0], middle[1] - 0.001 * normal[1]];
      if (this.plan.walls.some((wall) => crosses(p, near, wall))) return false;
      if (this.noticed(p, normal)) return true;
    }
    return false;
  }

  /** Everywhere a person comes who came in by a door and has met no sign. */
  unmet(door: Door): Set<string> {
    const [[ax, ay], [bx, by]] = door.line;
    const middle: Point = [(ax + bx) / 2, (ay + by) / 2];
    const length = Math.hypot(bx - ax, by - ay);
    const normal: Point = [(ay - by) / length, (bx - ax) / length];
    const isInside = ([x, y]: Point) => x > 0 && x < 18 && y > 0 && y < 12;
    const side = isInside([middle[0] + 0.1 * normal[0], middle[1] + 0.1 * normal[1]]) ? 1 : -1;
    const outside: Point = [middle[0] - side * normal[0], middle[1] - side * normal[1]];
    if (this.isSigned(door, outside)) return new Set();
    const key = ([x, y]: Point) => `${x} ${y}`;
    const found = new Map<string, Point>();
    const open: Point[] = [];
    const visit = (p: Point) => {
      if (found.has(key(p)) || !isInside(p) || this.noticedIn(p)) return;
      found.set(key(p), p);
      open.push(p);
    };
    const onGrid = (v: number) => Math.floor(v / STEP) * STEP + STEP / 2;
    for (let s = 0.01; s < length; s += 0.05) {
      const t = s / length;
      const into = 0.07 * side;
      visit([onGrid(ax + t * (bx - ax) + into * normal[0]), onGrid(ay + t * (by - ay) + into * normal[1])]);
    }
    const signed = new Map<string, boolean>();
    for (let p = open.pop(); p !== undefined; p = open.pop()) {
      for (const [dx, dy] of [
        [STEP, 0],
        [-STEP, 0],
        [0, STEP],
        [0, -STEP],
      ] as const) {
        const q: Point = [p[0] + dx, p[1] + dy];
        if (this.plan.walls.some((wall) => crosses(p as Point, q, wall))) continue;
        const through = this.plan.doors.find(({ line }) => crosses(p as Point, q, line));
        if (through !== undefined) {
          const way = `${through.id} ${cross(through.line[0], through.line[1], p) > 0}`;
          if (!signed.has(way)) signed.set(way, this.isSigned(through, p));
          if (signed.get(way) === true) continue;
        }
        visit(q);
      }
    }
    return new Set(found.keys());
  }
}

const FIRST = Number(process.env.SITECAM_SEED ?? 1);
const LONG = process.env.SITECAM_LONG !== undefined;
const COUNT = LONG ? Number(process.env.SITECAM_RUNS ?? 2000) : 14;

describe('against people on a grid', () => {
  test(
    'wherever one of them comes unmet, so it is told; and what is told is nowhere in sight of a sign',
    () => {
      const seen = { signed: 0, unsigned: 0, same: 0 };
      for (let seed = FIRST; seed < FIRST + COUNT; seed += 1) {
        const plan = randomPlan(seed);
        const [level] = plan.doc.levels;
        // Free-standing ones that happen to be drawn on a wall count nowhere.
        const drawn = new Set(walksOf(plan.doc).sideless.map(({ id }) => id));
        level.signs = level.signs.filter(({ id }) => !drawn.has(id));
        const grid = new Grid(plan);
        const { approaches } = walksOf(plan.doc);
        const outer = plan.doors.filter((door) => door.outer);
        expect(approaches.map(({ subject }) => subject).sort(), `seed ${seed}`).toEqual(
          outer.map(({ id }) => id).sort(),
        );
        for (const approach of approaches) {
          const door = outer.find(({ id }) => id === approach.subject);
          if (door === undefined) continue;
          const walked = grid.unmet(door);
          const told = approach.unmet().map(({ region }) => region);
          const missed = [...walked].filter((key) => {
            const [x = 0, y = 0] = key.split(' ').map(Number);
            return !told.some((region) => containsPoint(region, [x, y]));
          });
          // The arcs about a sign are drawn by chords that lie inside them, and a cell is as wide as its step.
          expect(missed, `seed ${seed}, ${approach.subject}`).toEqual([]);
          if (walked.size === 0 && told.length === 0) seen.signed += 1;
          else seen.unsigned += 1;
          if (told.length === 0) expect(walked.size, `seed ${seed}, ${approach.subject}`).toBe(0);
          let [both, only] = [0, 0];
          for (let x = STEP / 2; x < 18; x += STEP) {
            for (let y = STEP / 2; y < 12; y += STEP) {
              if (!told.some((region) => containsPoint(region, [x, y]))) continue;
              both += 1;
              if (!walked.has(`${x} ${y}`)) only += 1;
              // Chords: 5 mm of the radius.
              const isNear = plan.doc.levels[0].signs.some(
                ({ at }) => Math.abs(Math.hypot(at[0] - x, at[1] - y) - RADIUS) < 0.01,
              );
              if (!isNear) expect(grid.noticedIn([x, y]), `seed ${seed}, ${x} ${y}`).toBe(false);
            }
          }
          if (only <= 0.02 * both) seen.same += 1;
        }
      }
      expect(seen.signed).toBeGreaterThan(COUNT / 10);
      expect(seen.unsigned).toBeGreaterThan(COUNT / 10);
      // What differs more is reached through gaps that no person of the grid fits through.
      expect(seen.same).toBeGreaterThan(0.9 * (seen.signed + seen.unsigned));
    },
    LONG ? 36_000_000 : 60_000,
  );
});
