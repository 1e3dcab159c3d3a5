// One level with its changes, ready to be drawn.
import { signSymbol, symbol } from '../../../draw/marks/symbols.js';
import { type DrawnFinding, drawingOf, type LevelDrawing } from '../../../draw/model.js';
import { type Box, boxOfRings, interiorPoint, type Point, type Ring } from '../../../geometry/index.js';
import { verbatim } from '../../../i18n/locale.js';
import type { Report } from '../../../lint/types.js';
import type { Level } from '../../../plan/model.js';
import { type DiffElement, linesOf, planElements } from '../compare/element.js';
import { diffFrame } from '../compare/frame.js';
import type { Map2 } from '../compare/shapes.js';
import type { AreaChange, Compared, ElementEdit } from '../compare/types.js';

/** An edit with its places on the level, in the metres of the drawing. */
export interface DrawnEdit {
  readonly edit: ElementEdit;
  /** Closed rings or open lines; [] for a device or a sign. */
  readonly before: readonly (readonly Point[])[];
  readonly after: readonly (readonly Point[])[];
  readonly closed: boolean;
  /** Place and headings of a device or a sign before and after; undefined where it isn't on the level. */
  readonly spots?: { readonly before: DrawnSpot | undefined; readonly after: DrawnSpot | undefined };
}

/** Drawing data of a device or sign that a change moves, adds or removes. */
export interface DrawnSpot {
  readonly at: Point;
  /** Degrees clockwise from +y. */
  readonly headings: readonly number[];
  /** SVG of its hollow symbol about (0, 0), drawn where it no longer stands. */
  readonly hollow: string;
}

/** Areas of a level that are seen more or less: rings, even-odd, in the new plan's metres. */
export interface DrawnAreas {
  /** Must-see gained; `lost`: no longer certainly seen. */
  readonly gained: readonly Ring[];
  readonly lost: readonly Ring[];
  /** May-see of private places that is new; `hidden`: no longer there. */
  readonly exposed: readonly Ring[];
  readonly hidden: readonly Ring[];
}

/** A level with its changes: the new plan's, or the old one's if the level was removed. */
export interface DiffDrawing {
  readonly base: LevelDrawing;
  readonly edits: readonly DrawnEdit[];
  readonly areas: DrawnAreas;
}

/**
 * Returns the ids (in the new plan) of the levels on which something changed, in the order of the new plan, then of those
 * that were removed.
 */
export function changedLevels(compared: Compared): string[] {
  const { old, new: now, renames, edits, coverage, privacy } = compared;
  const changed = new Set([
    ...edits.flatMap((edit) => (edit.of === 'element' ? [edit.level, ...formerLevel(edit, renames)] : [])),
    ...[...coverage, ...privacy].map(({ level }) => level),
  ]);
  const levels = [
    ...(now?.site.levels ?? []).map(({ id }) => id),
    ...(old?.site.levels ?? []).map(({ id }) => renames.get(id) ?? id),
  ];
  return [...new Set(levels)].filter((id) => changed.has(id));
}

/** Returns the level that an element came from, if it changed level: it is drawn on both. */
function formerLevel({ keys }: ElementEdit, renames: Compared['renames']): string[] {
  const from = keys.find(({ key }) => key === 'level')?.from;
  return typeof from === 'string' ? [renames.get(from) ?? from] : [];
}

/** Returns level `levelId` (its id in the new plan) with its changes. Throws if neither plan has it. */
export function diffDrawing(compared: Compared, levelId: string): DiffDrawing {
  const { old, new: now, renames } = compared;
  const toNew: Map2 = old === undefined || now === undefined ? (point) => point : diffFrame(old.site, now.site).toNew;
  const after = now?.site.levels.find(({ id }) => id === levelId);
  const before = old?.site.levels.find(({ id }) => (renames.get(id) ?? id) === levelId);
  const base = baseOf(old, now, before, after, toNew);
  const edits = compared.edits.flatMap((edit) =>
    edit.of === 'element' && (edit.level === levelId || formerLevel(edit, renames).includes(levelId))
      ? [drawnEdit(edit, before, after, toNew)]
      : [],
  );
  const areas = {
    gained: ringsOf(compared.coverage, levelId, 'gained'),
    lost: ringsOf(compared.coverage, levelId, 'lost'),
    exposed: ringsOf(compared.privacy, levelId, 'gained'),
    hidden: ringsOf(compared.privacy, levelId, 'lost'),
  };
  const bounds = around(base.bounds, edits);
  return { base: { ...base, bounds, findings: edits.map(markOf), elsewhere: 0 }, edits, areas };
}

function baseOf(
  old: Report | undefined,
  now: Report | undefined,
  before: Level | undefined,
  after: Level | undefined,
  toNew: Map2,
): LevelDrawing {
  const quiet = { views: [], remainders: [], findings: [], visitors: [], crowded: false } as const;
  // The pattern of zones that must be protected would run into the hatches of changed areas.
  const calm = (drawing: LevelDrawing): LevelDrawing => ({
    ...drawing,
    ...quiet,
    zones: drawing.zones.map((zone) => (zone.status === 'required' ? { ...zone, status: 'other' } : zone)),
    devices: drawing.devices.map((device) => ({ ...device, found: false })),
  });
  if (now !== undefined && after !== undefined) return calm(drawingOf(now, after.id));
  if (old === undefined || before === undefined) throw new Error('neither plan has the level');
  return calm(mappedDrawing(drawingOf(old, before.id), toNew));
}

function mappedDrawing(drawing: LevelDrawing, map: Map2): LevelDrawing {
  const { minX, minY, maxX, maxY } = drawing.bounds;
  const corners: Point[] = [
    [minX, minY],
    [maxX, maxY],
    [minX, maxY],
    [maxX, minY],
  ];
  return {
    ...drawing,
    bounds: boxOfRings([corners.map(map)]) ?? drawing.bounds,
    zones: drawing.zones.map((zone) => ({ ...zone, outline: zone.outline.map((ring) => ring.map(map)) })),
    walls: drawing.walls.map((wall) => ({ ...wall, line: wall.line.map(map) })),
    openings: drawing.openings.map((opening) => ({ ...opening, line: [map(opening.line[0]), map(opening.line[1])] })),
    devices: drawing.devices.map((device) => ({ ...device, at: map(device.at) })),
    signs: drawing.signs.map((sign) => ({ ...sign, at: map(sign.at) })),
  };
}

function drawnEdit(edit: ElementEdit, before: Level | undefined, after: Level | undefined, toNew: Map2): DrawnEdit {
  const elements = (level: Level | undefined, id: string) =>
    planElements({ levels: level === undefined ? [] : [level] }).filter(
      ({ of, it }) => of === edit.element && it.id === id,
    );
  const old = edit.change === 'added' ? [] : elements(before, edit.was ?? edit.id);
  const now = edit.change === 'removed' ? [] : elements(after, edit.id);
  const lines = (found: readonly DiffElement[], map: Map2) =>
    found.flatMap((element) => linesOf(element).map((line) => line.map(map)));
  const same: Map2 = (point) => point;
  return {
    edit,
    before: lines(old, toNew),
    after: lines(now, same),
    closed: edit.element === 'zone',
    ...((edit.element === 'device' || edit.element === 'sign') && {
      spots: { before: spotOf(old[0], toNew), after: spotOf(now[0], same) },
    }),
  };
}

function spotOf(element: DiffElement | undefined, map: Map2): DrawnSpot | undefined {
  if (element?.of === 'sign') {
    const { at, heading } = element.it;
    const headings = heading === undefined ? [] : [heading];
    return { at: map(at), headings, hollow: signSymbol('existing', heading) };
  }
  if (element?.of !== 'device') return undefined;
  const { at, kind, lenses } = element.it;
  const headings = lenses.flatMap(({ heading }) => heading ?? []);
  return { at: map(at), headings, hollow: symbol(kind, 'existing', headings) };
}

function ringsOf(changes: readonly AreaChange[], level: string, of: 'gained' | 'lost'): Ring[] {
  return changes.flatMap((change) => (change.level === level ? change.outlines[of] : []));
}

function around(bounds: Box, edits: readonly DrawnEdit[]): Box {
  const points = edits.flatMap(({ before, after, spots }) => [
    ...before.flat(),
    ...after.flat(),
    ...[spots?.before, spots?.after].flatMap((one) => (one === undefined ? [] : [one.at])),
  ]);
  const { minX, minY, maxX, maxY } = bounds;
  return boxOfRings([[[minX, minY], [maxX, maxY], ...points]]) ?? bounds;
}

/** Returns an edit's mark on the drawing: its number, the same as in every report. */
function markOf({ edit, before, after, closed, spots }: DrawnEdit): DrawnFinding {
  const lines = after.length > 0 ? after : before;
  const [line = []] = lines;
  const at =
    (spots?.after ?? spots?.before)?.at ??
    (closed ? interiorPoint({ rings: [line], shadows: [] }) : middleOf(line)) ??
    line[0];
  return {
    number: edit.number,
    rule: '',
    subject: edit.id,
    subjectName: verbatim(edit.id),
    outcome: 'review',
    group: 'review',
    warning: false,
    device: undefined,
    // Beside a device or a line, in the middle of a zone.
    points: closed || at === undefined ? [] : [at],
    at,
  };
}

function middleOf([a, b]: readonly Point[]): Point | undefined {
  return a === undefined || b === undefined ? a : [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}
