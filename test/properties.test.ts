import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../src/law/load.js';
import { lintPlan } from '../src/lint/lint.js';
import { moved, reversed, turned } from './support/transform.js';

/** What must hold of any plan, on small plans drawn at random: two rows of rooms, what opens them, what is installed. */

type XY = [number, number];

interface ZoneDoc {
  id: string;
  kind: string;
  rect: number[];
}

interface OpeningDoc {
  id: string;
  kind: string;
  line: [XY, XY];
  normallyOpen?: boolean;
  fixed?: boolean;
  film?: string;
  glazing?: string;
}

interface WallDoc {
  id: string;
  line: [XY, XY];
  height?: number;
}

interface DeviceDoc {
  id: string;
  kind: string;
  at: XY;
  [key: string]: unknown;
}

interface PlanDoc {
  sitecam: number;
  site: { name: string; categories: string[]; region: string };
  coordinates: string;
  levels: {
    id: string;
    elevation: number;
    ceiling: number;
    zones: ZoneDoc[];
    openings: OpeningDoc[];
    walls: WallDoc[];
    devices: DeviceDoc[];
  }[];
}

const pack = loadPack('nm-2017');

interface Said {
  readonly rule: string;
  readonly subject: string;
  readonly outcome: string;
}

const known = new Map<string, readonly Said[]>();

/** What is said of a plan; remembered, since one seed draws the same plans for every property. */
function lint(plan: PlanDoc): readonly Said[] {
  const text = JSON.stringify(plan);
  const said = known.get(text) ?? lintedAnew(text);
  known.set(text, said);
  return said;
}

function lintedAnew(text: string): Said[] {
  const bytes = new TextEncoder().encode(text);
  const result = lintPlan('plan.yaml', (path) => (path === 'plan.yaml' ? bytes : undefined), {
    pack,
    today: '2026-03-01',
  });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result.verdicts.map(({ rule, subject, outcome }) => ({ rule, subject, outcome }));
}

const lines = (said: readonly Said[]) => said.map((one) => `${one.outcome} ${one.rule} ${one.subject}`).sort();

const cm = (low: number, high: number) =>
  fc.integer({ min: Math.round(low * 100), max: Math.round(high * 100) }).map((n) => n / 100);

const KINDS = ['restroom', 'guest-room', 'changing-room', 'office', 'store', 'lobby'];

type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** What stands in one stretch of wall, as parts of its length. */
const gap = fc.record({
  kind: fc.constantFrom('door', 'passage', 'window', 'curtain', 'glass-door'),
  from: fc.integer({ min: 10, max: 45 }),
  to: fc.integer({ min: 55, max: 90 }),
  open: fc.boolean(),
  covered: fc.boolean(),
});

function openingOf(id: string, a: XY, b: XY, { kind, from, to, open, covered }: Drawn<typeof gap>): OpeningDoc {
  const at = (part: number): XY => [a[0] + ((b[0] - a[0]) * part) / 100, a[1] + ((b[1] - a[1]) * part) / 100];
  const line: [XY, XY] = [at(from), at(to)];
  if (kind === 'passage') return { id, kind, line };
  if (kind === 'window') return covered ? { id, kind, line, fixed: true, film: 'permanent' } : { id, kind, line };
  if (kind === 'glass-door')
    return covered ? { id, kind, line, film: 'permanent' } : { id, kind, line, normallyOpen: open };
  return { id, kind, line, normallyOpen: open };
}

/** A camera somewhere in its room, clear of the walls, or on the south wall looking in. */
const camera = fc.record({
  x: fc.integer({ min: 10, max: 90 }),
  y: fc.integer({ min: 10, max: 90 }),
  onWall: fc.boolean(),
  room: fc.nat(),
  height: cm(1, 2.9),
  heading: fc.integer({ min: 0, max: 359 }),
  tilt: fc.integer({ min: 0, max: 80 }),
  hfov: fc.integer({ min: 30, max: 120 }),
  sharp: fc.boolean(),
  audio: fc.constantFrom('none', 'microphone', 'unknown'),
});

function placed(rooms: readonly ZoneDoc[], x: number, y: number, room: number): XY {
  const [west = 0, south = 0, width = 1, depth = 1] = rooms[room % rooms.length]?.rect ?? [];
  return [west + (width * x) / 100, south + (depth * y) / 100];
}

function cameraOf(id: string, rooms: readonly ZoneDoc[], drawn: Drawn<typeof camera>): DeviceDoc {
  const { x, y, onWall, room, heading, height, tilt, hfov, sharp, audio } = drawn;
  const south = rooms[room % rooms.length]?.rect[1] ?? 0;
  const [px, py] = placed(rooms, x, y, room);
  return {
    id,
    kind: 'camera',
    at: onWall ? [px, south + 0.02] : [px, py],
    height,
    heading: onWall ? (heading % 120) - 60 : heading,
    tilt,
    hfov,
    resolution: sharp ? [2560, 1440] : [1280, 720],
    audio,
  };
}

const plan = fc
  .record({
    widths: fc.array(cm(2, 5), { minLength: 2, maxLength: 3 }),
    kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 3, maxLength: 3 }),
    gaps: fc.array(gap, { minLength: 5, maxLength: 5 }),
    screen: fc.option(fc.record({ part: fc.integer({ min: 30, max: 70 }), low: fc.boolean() }), { nil: undefined }),
    cameras: fc.array(camera, { minLength: 1, maxLength: 3 }),
  })
  .map(({ widths, kinds, gaps, screen, cameras }): PlanDoc => {
    const edges = [0];
    for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
    const end = edges.at(-1) ?? 0;
    const rooms = widths.map((width, i): ZoneDoc => {
      return { id: `r${i}`, kind: kinds[i] ?? 'office', rect: [edges[i] ?? 0, 0, width, 4] };
    });
    const zones: ZoneDoc[] = [
      ...rooms,
      { id: 'hall', kind: 'corridor', rect: [0, 4, end, 2.5] },
      { id: 'way-in', kind: 'main-entrance', rect: [end, 4, 3, 2.5] },
    ];
    const doors = rooms.map((_, i) =>
      openingOf(`d${i}`, [edges[i] ?? 0, 4], [edges[i + 1] ?? 0, 4], gaps[i] ?? gaps[0]),
    );
    const between = openingOf('b', [edges[1] ?? 0, 0], [edges[1] ?? 0, 4], gaps[3] ?? gaps[0]);
    const entrance = openingOf('e', [end, 4], [end, 6.5], gaps[4] ?? gaps[0]);
    const x = (end * (screen?.part ?? 0)) / 100;
    const walls: WallDoc[] =
      screen === undefined
        ? []
        : [
            {
              id: 'screen',
              line: [
                [x, 4.6],
                [x + 0.8, 6],
              ],
              ...(screen.low ? { height: 1.2 } : {}),
            },
          ];
    return {
      sitecam: 1,
      site: { name: 'P', categories: ['hotel'], region: '150102' },
      coordinates: 'metres',
      levels: [
        {
          id: 'F1',
          elevation: 0,
          ceiling: 3,
          zones,
          openings: [...doors, between, entrance],
          walls,
          devices: cameras.map((drawn, i) => cameraOf(`C${i}`, zones, drawn)),
        },
      ],
    };
  });

function changed(source: PlanDoc, change: (level: PlanDoc['levels'][number]) => void): PlanDoc {
  const copy = structuredClone(source);
  copy.levels.forEach(change);
  return copy;
}

/** How bad a verdict is for whoever submits the plan. */
const WORSE = ['pass', 'review', 'open', 'fail'];

/** How bad what `rules` say of each subject is; silence is a pass. */
function severities(said: readonly Said[], rules: string): Map<string, number> {
  const found = said.filter(({ rule, outcome }) => rule.startsWith(rules) && WORSE.includes(outcome));
  return new Map(found.map(({ rule, subject, outcome }) => [`${rule} ${subject}`, WORSE.indexOf(outcome)]));
}

/** Subjects of which `after` says something better than `before`. */
function better(before: readonly Said[], after: readonly Said[], rules: string): string[] {
  const now = severities(after, rules);
  return [...severities(before, rules)].filter(([key, was]) => (now.get(key) ?? 0) < was).map(([key]) => key);
}

const SILENT = [
  'intrusion-detector',
  'panic-button',
  'access-reader',
  'door-contact',
  'metal-detector',
  'smoke-detector',
];

const options = (numRuns: number) => ({ seed: 20170722, numRuns });

describe('on any plan', () => {
  it('of a camera that is said to capture nothing, only that is asked', () => {
    fc.assert(
      fc.property(plan, fc.nat(), (source, room) => {
        const more = changed(source, ({ devices, zones }) => {
          devices.push({ id: 'S', kind: 'camera', at: placed(zones, 50, 50, room), video: 'none', audio: 'none' });
        });
        const own = lint(more).filter(({ rule, subject }) => rule.startsWith('capture/') && subject.startsWith('S>'));
        expect(own.filter(({ rule, outcome }) => rule !== 'capture/unknown-capability' || outcome !== 'open')).toEqual(
          [],
        );
        const others = (said: readonly Said[]) =>
          said.filter(
            ({ rule, outcome }) => rule.startsWith('capture/') && (outcome === 'fail' || outcome === 'review'),
          );
        expect(lines(others(lint(more)))).toEqual(lines(others(lint(source))));
      }),
      options(60),
    );
  });

  it('a device that captures nothing says nothing to Art. 9, wherever it is', () => {
    const silent = fc.record({
      kind: fc.constantFrom(...SILENT, 'intercom', 'other'),
      x: fc.integer({ min: 0, max: 100 }),
      y: fc.integer({ min: 0, max: 100 }),
      room: fc.nat(),
    });
    fc.assert(
      fc.property(plan, silent, (source, { kind, x, y, room }) => {
        const more = changed(source, ({ devices, zones }) => {
          devices.push({ id: 'S', kind, at: placed(zones, x, y, room), video: 'none', audio: 'none' });
        });
        const ofArticle9 = (said: readonly Said[]) => lines(said.filter(({ rule }) => rule.startsWith('capture/')));
        expect(ofArticle9(lint(more))).toEqual(ofArticle9(lint(source)));
      }),
      options(60),
    );
  });

  it('the order in which elements are written decides nothing', () => {
    fc.assert(
      fc.property(plan, (source) => {
        expect(lines(lint(reversed(source)))).toEqual(lines(lint(source)));
      }),
      options(60),
    );
  });

  it('another device never makes a place less protected', () => {
    const another = fc.oneof(
      camera.map((drawn) => (zones: readonly ZoneDoc[]) => cameraOf('N', zones, drawn)),
      fc.record({ kind: fc.constantFrom(...SILENT, 'microphone', 'other'), room: fc.nat() }).map(
        ({ kind, room }) =>
          (zones: readonly ZoneDoc[]): DeviceDoc => ({
            id: 'N',
            kind,
            at: placed(zones, 50, 50, room),
            // Without its figures the author must be asked for them, since they may settle what else a person would judge.
            ...(kind === 'intrusion-detector' ? { heading: 0, hfov: 360, range: 5 } : {}),
          }),
      ),
    );
    fc.assert(
      fc.property(plan, another, (source, device) => {
        const more = changed(source, ({ devices, zones }) => {
          devices.push(device(zones));
        });
        const [before, after] = [lint(source), lint(more)];
        expect(better(after, before, 'coverage/')).toEqual([]);
      }),
      options(80),
    );
  });

  it('a doubtful element where no ray goes changes no verdict', () => {
    fc.assert(
      fc.property(plan, (source) => {
        const more = changed(source, ({ walls, openings }) => {
          const south = (y: number): [XY, XY] => [
            [0, y],
            [4, y],
          ];
          walls.push({ id: 'far', line: south(-9) });
          openings.push({ id: 'off', kind: 'door', line: [[1, -9.07] as XY, [2, -9.07] as XY] });
        });
        const others = (said: readonly Said[]) => lines(said.filter(({ subject }) => subject !== 'off'));
        expect(others(lint(more))).toEqual(others(lint(source)));
      }),
      options(60),
    );
  });

  it('of a door off its wall, what is decided is so with the door in the wall and without it', () => {
    fc.assert(
      fc.property(plan, fc.nat(), (source, which) => {
        const index = which % (source.levels[0]?.openings.length ?? 1);
        const off = changed(source, ({ openings }) => {
          const opening = openings[index];
          // 0.07 m off its line, which runs along one of the axes.
          const upright = opening.line[0][0] === opening.line[1][0];
          opening.line = opening.line.map(([x, y]): XY => (upright ? [x + 0.07, y] : [x, y + 0.07])) as [XY, XY];
        });
        const without = changed(source, ({ openings }) => {
          openings.splice(index, 1);
        });
        const law = /^(capture|coverage)\//;
        const told = lint(off).filter(({ rule, outcome }) => law.test(rule) && outcome !== 'open');
        const [here, gone] = [source, without].map((one) => severities(lint(one), ''));
        const wrong = told.filter(({ rule, subject, outcome }) => {
          const key = `${rule} ${subject}`;
          const settled = WORSE.indexOf(outcome);
          return settled >= 0 && [here, gone].some((by) => by !== undefined && (by.get(key) ?? 0) !== settled);
        });
        expect(lines(wrong)).toEqual([]);
      }),
      options(80),
    );
  });

  it('taking a wall away never makes a finding of Art. 9 milder', () => {
    fc.assert(
      fc.property(plan, (source) => {
        const open = changed(source, (level) => {
          level.walls = [];
        });
        expect(better(lint(source), lint(open), 'capture/')).toEqual([]);
      }),
      options(60),
    );
  });

  it('opening what was closed never makes a finding of Art. 9 milder', () => {
    fc.assert(
      fc.property(plan, fc.nat(), (source, which) => {
        const open = changed(source, ({ openings }) => {
          const index = which % openings.length;
          const { id, line } = openings[index] ?? {
            id: 'd0',
            line: [
              [0, 0],
              [0, 0],
            ],
          };
          openings[index] = { id, kind: 'passage', line };
        });
        expect(better(lint(source), lint(open), 'capture/')).toEqual([]);
      }),
      options(80),
    );
  });

  it('where on the sheet it lies, and how it is turned, decides nothing', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 0, max: 359 }), cm(-900, 9000), cm(-900, 9000), (source, by, east, north) => {
        expect(lines(lint(moved(source, turned(by, [east, north]))))).toEqual(lines(lint(source)));
      }),
      options(60),
    );
  });
});
