import { distanceToSegment } from '../../src/geometry/index.js';
import type { Dice } from './dice.js';
import type { LevelDoc, PlanDoc, XY } from './document.js';
import { box } from './rings.js';

/**
 * What may be added to a plan and hides nothing, shows nothing and leads nowhere: what is said of everything else stays as
 * it was.
 */
export const ADDITIONS = ['yard', 'sill', 'lintel', 'ground-wall', 'split', 'double'] as const;
export type Addition = (typeof ADDITIONS)[number];

/** What is added is named so, and nothing that is drawn. */
const ADDED = 'added';
/** m: the lowest ceiling under which a door is plausible. */
const LOWEST = 2;
/** m: the lowest wall (of 0 m the format says that it can't be), and the height from which an eye looks over it. */
const FLAT = { height: 0.001, eye: 0.05 } as const;
const ANCHORS = new Set(['ballot-box', 'report-box', 'opinion-box', 'writing-place']);
/** m: a device as near to a wall hangs on it. */
const ON_WALL = 0.05;
/** m that a free spot is away from all that is drawn, so that nothing is welded to what is added there. */
const FREE = 0.6;

/** The plan with something added; undefined where there is nothing to add to. */
export function withAdded(source: PlanDoc, what: Addition, dice: Dice): PlanDoc | undefined {
  const doc = structuredClone(source);
  switch (what) {
    case 'yard':
      addYard(doc, dice.pick([100, 1000]));
      return doc;
    case 'sill':
      return eachOpening(doc, (opening) => {
        if (opening.sill !== undefined) return false;
        opening.sill = 0;
        return true;
      });
    case 'lintel':
      return eachOpening(doc, (opening, { ceiling }) => {
        // A door as low as such a ceiling is a mistake of the plan.
        if (opening.head !== undefined || ceiling === undefined || ceiling < LOWEST) return false;
        if (ceiling <= (opening.sill ?? 0)) return false;
        opening.head = ceiling;
        return true;
      });
    case 'ground-wall':
      // A lens on the floor has it before it.
      if (doc.levels.some(({ devices }) => devices.some(({ height }) => (height ?? 0) < FLAT.eye))) return undefined;
      return eachLevel(doc, (level, i) => {
        const at = freeSpot(level, dice);
        if (at === undefined) return false;
        const half = dice.between(-0.2, 0.2);
        const line: XY[] = [
          [at[0] - half, at[1] - 0.2],
          [at[0] + half, at[1] + 0.2],
        ];
        level.walls.push({ id: `${ADDED}${i}`, line, height: FLAT.height });
        return true;
      });
    case 'split':
      return eachLevel(doc, (level) => {
        const { devices } = level;
        for (const wall of level.walls) wall.line = halved(wall.line, false, devices);
        for (const zone of level.zones) {
          // What is near an anchor hangs on its corners: found.test.ts keeps the plan.
          if (ANCHORS.has(zone.kind)) continue;
          const corners = zone.polygon ?? box4(zone.rect);
          delete zone.rect;
          zone.polygon = halved(corners, true, devices);
        }
        return level.walls.length + level.zones.length > 0;
      });
    case 'double':
      return eachLevel(doc, (level) => {
        const twins = level.walls.map((wall, i) => ({ ...structuredClone(wall), id: `${ADDED}${level.id}x${i}` }));
        level.walls.push(...twins);
        return twins.length > 0;
      });
  }
}

/**
 * Whether something said is about what is added, or hangs on it: gaps are named by what lies nearest, and of views into
 * what isn't drawn only those count that stay within the outline of all that is.
 */
export function hangsOn(what: Addition, line: string): boolean {
  if (line.includes(ADDED)) return true;
  return (
    (what === 'double' && line.startsWith('plan/light-leak')) ||
    (what === 'yard' && line.startsWith('plan/unzoned-view'))
  );
}

/** A point of a level that is clear of all that is drawn; undefined where none is found. */
function freeSpot(level: LevelDoc, dice: Dice): XY | undefined {
  const corners = cornersOn(level);
  const lines = [
    ...level.zones.flatMap(({ rect, polygon, holes = [] }) =>
      [polygon ?? box4(rect), ...holes].map((ring) => [...ring, ring[0]]),
    ),
    ...[...level.walls, ...level.openings].map(({ line }) => line),
    ...level.devices.map(({ at }) => [at, at]),
  ];
  const segments = lines.flatMap((line) => line.slice(1).map((b, i) => ({ a: line[i], b })));
  for (let tries = 0; tries < 30 && corners.length > 1; tries += 1) {
    const [[ax, ay], [bx, by]] = [dice.pick(corners), dice.pick(corners)];
    const [s, t] = [dice.next(), dice.next()];
    const at: XY = [ax + s * (bx - ax), ay + t * (by - ay)];
    if (segments.every((segment) => distanceToSegment(at, segment) > FREE)) return at;
  }
  return undefined;
}

/** A place of a kind that no rule asks for, so many metres east of all that is drawn, on every level. */
function addYard(doc: PlanDoc, away: number): void {
  const all = doc.levels.flatMap(cornersOn);
  const [east, north] = [Math.max(0, ...all.map(([x]) => x)), Math.max(0, ...all.map(([, y]) => y))];
  for (const [i, level] of doc.levels.entries()) {
    level.zones.push({ id: `${ADDED}${i}`, kind: 'shaft', enclosed: false, rect: [east + away, north, 8, 8] });
  }
}

function eachLevel(doc: PlanDoc, change: (level: LevelDoc, i: number) => boolean): PlanDoc | undefined {
  return doc.levels.map(change).includes(true) ? doc : undefined;
}

function eachOpening(
  doc: PlanDoc,
  change: (opening: LevelDoc['openings'][number], level: LevelDoc) => boolean,
): PlanDoc | undefined {
  return eachLevel(doc, (level) => level.openings.map((opening) => change(opening, level)).includes(true));
}

function cornersOn({ zones, walls, devices }: LevelDoc): XY[] {
  return [
    ...zones.flatMap(({ rect, polygon }) => polygon ?? box4(rect)),
    ...walls.flatMap(({ line }) => line),
    ...devices.map(({ at }) => at),
  ];
}

function box4([x, y, width, depth]: readonly number[] = []): XY[] {
  return box(x, y, width, depth);
}

/** A line with a corner in the middle of each stretch, but where a device would then hang in a corner. */
function halved(line: readonly XY[], closed: boolean, devices: LevelDoc['devices']): XY[] {
  return line.flatMap((a, i): XY[] => {
    const b = i + 1 < line.length ? line[i + 1] : closed ? line[0] : undefined;
    if (b === undefined) return [a];
    const middle: XY = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const hangs = devices.some(({ at }) => Math.hypot(at[0] - middle[0], at[1] - middle[1]) < 2 * ON_WALL);
    return hangs ? [a] : [a, middle];
  });
}
