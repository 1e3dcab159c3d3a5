// The stage that forms the walls of a drawing as bodies, and places its doors and windows in their gaps.

import { ringArea } from '../../geometry/shapes/ring.js';
import type { Point, Ring, Segment } from '../../geometry/types.js';
import { distance, halfway } from '../../geometry/vector.js';
import { metres } from '../../i18n/number.js';
import { edgesOf, segmentsOf } from '../../plan/walls/plane.js';
import type { DraftBody, DraftOpening, DraftWall, DrawnOpening, PlanDraft } from '../draft.js';
import { roundedTo } from '../frame.js';
import type { Note } from '../notes.js';
import { isOn } from '../rooms/source-zones.js';
import { t as rooms } from '../rooms/texts.js';
import type { Stage, StageResult } from '../stage.js';
import type { SourceOrigin } from '../types.js';
import { type Formed, fillsOf, formBodies, ringsOf } from './form.js';
import { FAR, LARGEST_PILLAR, LEAF_THICKNESS, NARROWEST_GAP } from './limits.js';
import { ajarLeaves } from './openings/ajar.js';
import { openLeaves } from './openings/evidence.js';
import { panesAmong } from './openings/panes.js';
import { namesOn } from './rooms.js';
import { isSameGap } from './slips.js';
import { t } from './texts.js';
import { rectangleOf } from './walls/bodies.js';
import { withoutCrumbs } from './walls/crumbs.js';
import { cornersOf, isWide, keyholed, withoutRepeated } from './walls/filled.js';
import { pillarsAmong } from './walls/pillars.js';
import { fixturesAmong } from './walls/treads.js';
import { voidSignsAmong } from './walls/voids.js';

/**
 * Forms the walls of levels drawn in lines as bodies. Their doors and windows become openings from jamb to
 * jamb; a gap in which none is drawn becomes an opening too, if it parts two rooms.
 */
export const formWalls: Stage = (draft, { mapping, strict }) => {
  let formed: PlanDraft = { ...draft, drawn: [] };
  const notes: Note[] = [];
  for (const level of draft.drawings ?? []) {
    const on = formOn(level, draft, formed, { gaps: mapping?.assume?.gaps, strict });
    formed = on.draft;
    notes.push(...on.notes);
  }
  return { draft: formed, notes };
};

/** What the user asks of gaps. */
interface Wanted {
  readonly gaps: 'passage' | 'door' | undefined;
  /** True to close none that parts two rooms. */
  readonly strict: boolean;
}

function formOn(level: string, draft: PlanDraft, formed: PlanDraft, { gaps, strict }: Wanted): StageResult {
  const others = formed.walls.filter((wall) => wall.level !== level);
  const here = withoutCrumbs(draft.walls.filter((wall) => wall.level === level));
  const { windows, isPane } = windowsAmong(here);
  const told = [...(draft.drawn ?? []).filter((one) => one.level === level), ...windows];
  const isOpenLeaf = openLeaves(told);
  const lines = here.flatMap((wall) =>
    wall.mixed === true ? withoutLeaves(wall, (line) => isOpenLeaf(line) || isPane(line)) : [wall],
  );
  const { walls: standing, fixtures, floors } = withoutFixtures(lines);
  const { walls: all, leaves } = withoutAjar(standing);
  const { walls, rest } = withoutRepeated(all);
  const wide = all.filter(isWide);
  const drawn = [...told, ...leaves];
  const names = namesOn(level, draft);
  const pillars = pillarsAmong(
    walls.flatMap(({ line, solid }) => (solid === true ? [] : segmentsOf(line))),
    names,
  );
  // A drawing of rooms without walls has walls all the same: what lies between two rooms.
  const own = draft.zones.filter((zone) => isOn(zone, level)).map(({ rings }) => rings);
  const found = formBodies({
    lines: [...rest, ...own.flat().flatMap(edgesOf)],
    solids: [...solidsOf(all), ...pillars, ...wide.flatMap(({ line, width }) => cornersOf(line, width))],
    strips: wide.flatMap(({ line, width }) => segmentsOf(line).map((axis) => ({ ...axis, thickness: width }))),
    evidence: drawn.map(({ kind, shape }) => ({ kind, shape })),
    names,
    rooms: own,
  });
  const openings = found.openings.map((opening): DraftOpening => {
    const [first] = opening.by.map((n) => drawn[n]).sort(moreTelling);
    const { kind = gaps ?? 'passage', thickness } = opening;
    const keys = thickness > 0 ? { thickness: roundedTo(thickness, 4), ...first?.keys } : { ...first?.keys };
    const shape = { type: 'line', line: [opening.a, opening.b] } as const;
    if (first !== undefined) return { ...first, kind, keys, shape, settled: true };
    const origin = { path: walls[0]?.origin.path ?? '', pointer: '' };
    return {
      id: gapId(level, opening),
      level,
      origin,
      kind,
      name: undefined,
      keys: gaps === undefined ? { ...keys, unsure: true } : keys,
      shape,
      settled: true,
    };
  });
  return {
    draft: {
      ...formed,
      walls: [...others, ...walls],
      openings: [...formed.openings, ...openings],
      bodies: [...(formed.bodies ?? []), ...bodiesOn(level, found, strict)],
      flights: [...(formed.flights ?? []), ...floors.map((ring) => ({ level, ring }))],
    },
    notes: [
      ...untakenNotes(level, found, drawn),
      ...(gaps === undefined ? unsureNotes(level, found) : settledNotes(level, found, gaps)),
      ...slipNotes(level, found, strict),
      ...fixtureNotes(level, { fixtures, floors }),
    ],
  };
}

/** Returns the solids that walls are drawn as: what is filled, and closed lines as small as a pillar. */
function solidsOf(walls: readonly DraftWall[]): Ring[] {
  const filled = new Set(walls.flatMap((wall) => (wall.filled === undefined ? [] : [wall.filled])));
  const isPillar = ({ line, solid }: DraftWall) => solid === true && line.length > 2 && ringArea(line) < LARGEST_PILLAR;
  const pillars = walls.filter((wall) => wall.filled === undefined && isPillar(wall)).map(({ line }) => line);
  return [...pillars, ...[...filled].map(keyholed)];
}

/** Returns the windows drawn among walls on a layer of both, and a test for their lines. */
function windowsAmong(walls: readonly DraftWall[]) {
  const all = walls.flatMap((wall) =>
    wall.mixed === true ? segmentsOf(wall.line).map((line) => ({ line, wall })) : [],
  );
  const keyOf = ({ a, b }: Segment) => `${a} ${b}`;
  const panes = new Set<string>();
  const windows = panesAmong(all.map(({ line }) => line)).map((group): DrawnOpening => {
    const lines = group.map((n) => all[n].line);
    for (const line of lines) panes.add(keyOf(line));
    const { id, level, origin } = all[group[0]].wall;
    const shape = { lines: lines.map(({ a, b }) => [a, b]), swings: [], block: false };
    return { id, level, origin, keys: {}, kind: 'window', name: undefined, shape };
  });
  return { windows, isPane: (line: Segment) => panes.has(keyOf(line)) };
}

/** Returns what remains of a wall on a layer of walls and doors without leaves drawn open and windows. */
function withoutLeaves(wall: DraftWall, isLeaf: (line: Segment) => boolean): DraftWall[] {
  const segments = segmentsOf(wall.line);
  if (!segments.some(isLeaf)) return [wall];
  // A leaf with a thickness is a thin rectangle.
  const rest = segments.filter((line) => !isLeaf(line) && distance(line.a, line.b) > LEAF_THICKNESS);
  return rest.map(({ a, b }, index) => ({
    ...wall,
    solid: false,
    id: index === 0 ? wall.id : `${wall.id}-${index + 1}`,
    line: [a, b],
  }));
}

/** Returns walls without the leaves drawn ajar on layers of walls and doors, and those as doors. */
function withoutAjar(all: readonly DraftWall[]): {
  readonly walls: readonly DraftWall[];
  readonly leaves: DrawnOpening[];
} {
  if (!all.some(({ mixed }) => mixed === true)) return { walls: all, leaves: [] };
  const parts = all.flatMap((wall) => segmentsOf(wall.line).map((line) => ({ line, wall })));
  const ajar = ajarLeaves(
    parts.map(({ line }) => line),
    (n) => parts[n].wall.mixed === true && parts[n].wall.line.length === 2,
  );
  const gone = new Set([...ajar.keys()].map((n) => parts[n].wall));
  const leaves = [...ajar].map(([n, { a, b }]): DrawnOpening => {
    const { id, level, origin, keys } = parts[n].wall;
    return {
      id,
      level,
      origin,
      keys,
      kind: 'door',
      name: undefined,
      shape: { lines: [[a, b]], swings: [], block: false },
    };
  });
  return { walls: all.filter((wall) => !gone.has(wall)), leaves };
}

/** Returns walls without lines that are treads or signs of a shaft or an opening, and those lines by what they are. */
function withoutFixtures(all: readonly DraftWall[]) {
  const isThin = (wall: DraftWall) => wall.solid !== true && !isWide(wall);
  // What a person's rule names by its id is what the rule says.
  const single = all.filter((wall) => wall.line.length === 2 && isThin(wall) && wall.told !== true);
  const around = all.flatMap(({ line }) => segmentsOf(line));
  const { treads, crosses, flights } = fixturesAmong(
    single.map(({ line: [a, b] }) => ({ a, b })),
    around,
  );
  const parts = all.flatMap((wall) =>
    wall.line.length <= 3 && isThin(wall) && wall.told !== true
      ? segmentsOf(wall.line).map((line) => ({ line, wall }))
      : [],
  );
  const signs = voidSignsAmong(
    parts.map(({ line }) => line),
    around,
  );
  const fixtures = {
    treads: single.filter((_, n) => treads.has(n)),
    crosses: single.filter((_, n) => crosses.has(n) && !treads.has(n)),
    voids: [...new Set(parts.flatMap(({ wall }, n) => (signs.has(n) ? [wall] : [])))],
  };
  const gone = new Set<DraftWall>([...fixtures.treads, ...fixtures.crosses, ...fixtures.voids]);
  const floors = flights.map((flight) => rectangleOf(flight, flight.thickness));
  return { walls: all.filter((wall) => !gone.has(wall)), fixtures, floors };
}

function fixtureNotes(
  level: string,
  { fixtures, floors }: Pick<ReturnType<typeof withoutFixtures>, 'fixtures' | 'floors'>,
): Note[] {
  const treads = floors.map(([a, , c]): Note => {
    return { sort: 'left-out', message: t.treads, level, at: placeOf(halfway(a, c)) };
  });
  const crosses = fixtures.crosses.map(({ id, line: [a, b] }): Note => {
    return { sort: 'left-out', message: t.crosses, level, ids: [id], at: placeOf(halfway(a, b)) };
  });
  const voids = fixtures.voids.map(({ id, line: [a, b] }): Note => {
    return { sort: 'left-out', message: t.void, level, ids: [id], at: placeOf(halfway(a, b)) };
  });
  return [...treads, ...crosses, ...voids];
}

/** Orders evidence: arcs before lines, long lines before short ones. */
function moreTelling(p: DrawnOpening, q: DrawnOpening): number {
  const isArc = ({ shape }: DrawnOpening) => Number(shape.swings.length > 0);
  return isArc(q) - isArc(p) || longestOf(q) - longestOf(p);
}

/** Returns the length in m of its longest line. */
function longestOf({ shape }: DrawnOpening): number {
  return Math.max(0, ...shape.lines.flatMap(segmentsOf).map(({ a, b }) => distance(a, b)));
}

function bodiesOn(level: string, { walls, closed, parting }: Formed, strict: boolean): DraftBody[] {
  const fills = strict ? closed.filter((gap) => !parting.includes(gap)) : closed;
  return [
    ...ringsOf(walls).map((ring) => ({ level, ring })),
    ...fillsOf(fills).map((ring) => ({ level, ring, isFill: true as const })),
  ];
}

function untakenNotes(level: string, { untaken }: Formed, drawn: readonly DrawnOpening[]): Note[] {
  const notes: Note[] = [];
  const far: string[] = [];
  let parts = 0;
  for (const { evidence, at, ends } of untaken) {
    const { id, origin, shape } = drawn[evidence];
    // Reveals, thresholds and leaves are drawn loose; a block is a door or window as a whole.
    if (!shape.block && shape.swings.length === 0) {
      parts += 1;
      continue;
    }
    if (ends?.every((off) => off >= FAR)) {
      far.push(id);
      continue;
    }
    const message =
      ends === undefined ? t.shapeless({ id }) : t.untaken({ id, one: metres(ends[0], 2), other: metres(ends[1], 2) });
    notes.push({ sort: 'refused', message, origin, level, ids: [id], at: placeOf(at) });
  }
  const told: Note[] =
    parts === 0 ? [] : [{ sort: 'left-out', message: t.parts, origin: sheetOf(drawn), count: parts }];
  const message = t.far({ far: metres(FAR, 0) });
  const wallless: Note = { sort: 'refused', message, origin: sheetOf(drawn), level, ids: far, count: far.length };
  return [...notes, ...(far.length === 0 ? [] : [wallless]), ...told];
}

/** Returns the place of the drawing that shows some doors and windows, as a whole. */
function sheetOf([first]: readonly DrawnOpening[]): SourceOrigin {
  return { path: first?.origin.path ?? '', pointer: '' };
}

function unsureNotes(level: string, { openings }: Formed): Note[] {
  return openings.flatMap((opening: Segment & { by: readonly number[] }): Note[] => {
    if (opening.by.length > 0) return [];
    const width = distance(opening.a, opening.b);
    const text = width < NARROWEST_GAP ? t.narrow : t.unsure;
    const id = gapId(level, opening);
    const message = text({ id, width: metres(width, 2) });
    const at = placeOf(halfway(opening.a, opening.b));
    return [{ sort: 'assumed', message, level, ids: [id], size: roundedTo(width, 3), at }];
  });
}

/** Returns a note on each gap that is closed between two rooms, or that would have to be. */
function slipNotes(level: string, { parting }: Formed, strict: boolean): Note[] {
  const once = parting.filter((gap, n) => !parting.slice(0, n).some((other) => isSameGap(other, gap)));
  return once.map((gap): Note => {
    const message = rooms[strict ? 'open-gap' : 'gap']({ width: metres(gap.length, 3) });
    const at = placeOf(halfway(gap.a, gap.b));
    return { sort: strict ? 'refused' : 'mended', message, level, size: roundedTo(gap.length, 4), at };
  });
}

/** Returns the id of a gap, which nothing draws: its place. */
function gapId(level: string, { a, b }: Segment): string {
  const [x, y] = halfway(a, b);
  return `${level}-gap-x${Math.round(10 * x)}y${Math.round(10 * y)}`;
}

function settledNotes(level: string, { openings }: Formed, gaps: 'passage' | 'door'): Note[] {
  const count = openings.filter(({ by }) => by.length === 0).length;
  return count === 0 ? [] : [{ sort: 'assumed', message: t[gaps], level, count }];
}

function placeOf([x, y]: Point): readonly [number, number] {
  return [roundedTo(x, 2), roundedTo(y, 2)];
}
