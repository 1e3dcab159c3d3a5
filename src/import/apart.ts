// Plans that lie beside each other where they should lie over each other: storeys of a building, or several in one drawing.

import { groupBy } from '../base/arrays.js';
import { boxesOverlap, boxOf, boxOfRings, forEachEdge } from '../geometry/shapes/ring.js';
import type { Box, Point, Segment } from '../geometry/types.js';
import { localizedList, quoted } from '../i18n/list.js';
import type { PlanDraft } from './draft.js';
import type { Mapping } from './mapping/types.js';
import type { Note } from './notes.js';
import { buildingIn } from './read/buildings.js';
import { storeyAt } from './read/storeys.js';
import type { StageResult } from './stage.js';
import { sizeText, viewsOf } from './survey/views.js';
import { apart as t } from './texts.js';
import type { SourceLevel } from './types.js';

/** A level whose name says a storey, and what its rooms and walls cover, in m. */
interface Storey {
  readonly level: SourceLevel;
  readonly storey: number;
  readonly building: string;
  readonly box: Box;
}

/**
 * Returns a note on the storeys of each building that don't lie over each other, as if each were drawn about an origin
 * of its own. Storeys whose names say different buildings aren't held against each other, since these may lie anywhere;
 * nor are those of a building model, which states where its storeys lie.
 */
export function storeysApart(levels: readonly SourceLevel[], draft: PlanDraft): Note[] {
  const storeys = levels.flatMap((level): Storey[] => {
    const name = level.name ?? level.key;
    const at = storeyAt(name) ?? storeyAt(level.key);
    const box = draft.models?.has(level.key) === true ? undefined : boxOfRings(linesOn(draft, level.key));
    if (at === undefined || box === undefined) return [];
    return [{ level, storey: at.storey, building: buildingIn(name, at.text), box }];
  });
  const named = new Set(storeys.flatMap(({ building }) => (building === '' ? [] : [building])));
  const buildings = named.size < 2 ? [storeys] : [...groupBy(storeys, ({ building }) => building).values()];
  return buildings.flatMap((own): Note[] => {
    const parts = partsOf(own);
    // A lodge beside a house has a storey that the house has, too.
    if (!parts.some((one, i) => parts.slice(0, i).some((other) => !haveOne(one, other)))) return [];
    const names = localizedList(parts.map(([{ level }]) => quoted(level.name ?? level.key)));
    return [{ sort: 'unknown', message: t.storeys({ levels: names }), ids: own.map(({ level: { key } }) => key) }];
  });
}

/** Returns the storeys in parts: those of one lie over each other, directly or by way of others. */
function partsOf(storeys: readonly Storey[]): Storey[][] {
  const parts: Storey[][] = [];
  for (const storey of storeys) {
    const over = parts.filter((part) => part.some(({ box }) => boxesOverlap(box, storey.box)));
    for (const part of over) parts.splice(parts.indexOf(part), 1);
    parts.push([...over.flat(), storey]);
  }
  return parts;
}

/** True if both have the same storey. */
function haveOne(part: readonly Storey[], other: readonly Storey[]): boolean {
  return part.some(({ storey }) => other.some((one) => one.storey === storey));
}

/**
 * Returns a note on each drawing that is taken for one level though its rooms lie in several plans apart from each
 * other: they may be storeys side by side, sections or details. None if the mapping lists the levels, or if a note says
 * already that titles in the drawing name several storeys.
 */
export function plansInOne(
  levels: readonly SourceLevel[],
  { draft, notes }: StageResult,
  mapping: Mapping | undefined,
): Note[] {
  if ((mapping?.levels ?? []).length > 0) return [];
  const titled = new Set(notes.flatMap(({ message, origin }) => (message.id === TITLED ? [origin?.path] : [])));
  return levels.flatMap(({ key }): Note[] => {
    const zones = draft.zones.filter(({ level }) => level === key);
    if (draft.drawings?.has(key) !== true || zones.some(({ origin }) => titled.has(origin.path))) return [];
    const rooms = zones.flatMap(({ rings: [ring = []] }) => boxOf(ring) ?? []);
    const strokes: Segment[] = [];
    for (const line of linesOn(draft, key)) forEachEdge(line, (a, b) => strokes.push({ a, b }));
    const plans = viewsOf(strokes, []).filter(({ box }) => rooms.some((room) => boxesOverlap(room, box)));
    if (plans.length < 2) return [];
    const sizes = localizedList(plans.map(({ box }) => sizeText(box)));
    return [{ sort: 'unknown', message: t.plans({ n: plans.length, sizes }), level: key }];
  });
}

/** Message of the note on titles of several storeys in one drawing. */
const TITLED = 'dxf/several-storeys';

/** Returns the lines of the rooms and walls on a level, m. */
function linesOn({ zones, walls }: PlanDraft, key: string): (readonly Point[])[] {
  return [
    ...zones.flatMap(({ level, rings }) => (level === key ? rings : [])),
    ...walls.flatMap(({ level, line }) => (level === key ? [line] : [])),
  ];
}
