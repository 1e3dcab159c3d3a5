// The draft elements that one shape of a feature becomes.

import type { Point } from '../../geometry/types.js';
import { metres } from '../../i18n/number.js';
import type { Pack } from '../../law/types.js';
import { deviceKind, OPENING_KINDS, TRAITS } from '../../plan/kinds.js';
import { deviceKeys } from '../devices/keys.js';
import type { DraftElement, DraftLabel, DraftOpening, DraftWall, OpeningShape, PlanDraft } from '../draft.js';
import type { ImportFrame } from '../frame.js';
import { kindOfRoom, type RoomKind } from '../kinds/kind.js';
import { isPrivateRoom } from '../kinds/private.js';
import { valueUnder } from '../mapping/match.js';
import type { Mapping, MappingRule } from '../mapping/types.js';
import type { Note } from '../notes.js';
import { metresIn } from '../support/length.js';
import type { Position, RawFeature, RawShape } from '../types.js';
import { t } from './texts.js';

/** Frame and law pack by which shapes of a source become elements of the plan. */
export interface Making {
  readonly frame: ImportFrame;
  readonly pack: Pack;
}

/** The draft's elements that one shape of a source becomes, with notes on them. */
export interface ShapeElements extends Partial<PlanDraft> {
  readonly notes?: readonly (Note | undefined)[];
  /** Note of an assumption that many elements share; recorded once. */
  readonly assumed?: Note | undefined;
}

/**
 * Returns the elements that `shape` becomes by its rule; undefined if the rule can't apply to this type of geometry, or
 * makes it an opening of no known kind.
 */
export function shapeElements(found: ClassifiedFeature, shape: RawShape, making: Making): ShapeElements | undefined {
  switch (found.rule.as) {
    case 'zone':
      if (shape.type === 'Point') return labelOf(found, shape.at, making);
      return shape.type === 'Polygon' ? zoneOf(found, shape.rings, making) : undefined;
    case 'wall': {
      const made = wallsOf(found, shape, making);
      if (!Object.hasOwn(found.rule.where, 'id')) return made;
      return { ...made, walls: (made.walls ?? []).map((wall) => ({ ...wall, told: true })) };
    }
    case 'building': {
      const { walls = [], ...rest } = wallsOf(found, shape, making);
      return { ...rest, walls: walls.map((wall) => ({ ...wall, mixed: true })) };
    }
    case 'opening':
      return openingsOf(found, shape, making);
    case 'device':
      return shape.type === 'Point' ? deviceOf(found, shape.at, making) : undefined;
    case 'outline':
      if (shape.type !== 'Polygon') return undefined;
      return { outlines: [{ level: found.element.level, ring: inMetres(shape.rings[0] ?? [], making) }] };
    case 'none':
      return {};
  }
}

/**
 * Returns a room or wall that can't be drawn, without geometry: it stays in the plan so that linting finds it. Any
 * other element gives nothing.
 */
export function undrawn(found: ClassifiedFeature, making: Making): ShapeElements {
  if (found.rule.as === 'zone') return zoneOf(found, [], making);
  return found.rule.as === 'wall' ? { walls: [{ ...found.element, line: [] }] } : {};
}

function kindOf({ feature, rule, mapping }: ClassifiedFeature, pack: Pack): RoomKind {
  return kindOfRoom(feature, mapping, pack, rule);
}

/** Returns a label: a zone drawn as a point describes the room it lies in. */
function labelOf(found: ClassifiedFeature, at: Position | undefined, { frame, pack }: Making): ShapeElements {
  const { id, level, origin } = found.element;
  const { astray, of, properties, format } = found.feature;
  const { kind, untold } = kindOf(found, pack);
  const area = format === 'dxf' && typeof properties.area === 'number' ? properties.area : undefined;
  const place = at && frame.toMetres(at);
  return { labels: [{ id, level, astray, origin, kind, untold, name: found.name, at: place, of, area }] };
}

/**
 * Returns labels for a point that no rule takes but whose words name a private kind, since the room around it may be
 * private. No labels for any other feature.
 */
export function votesOf(found: ClassifiedFeature, making: Making): ShapeElements {
  const { shapes, of = [] } = found.feature;
  const drawn = shapes.flatMap((shape) => (shape.type === 'Point' ? [shape.at] : []));
  const points = shapes.length === 0 && of.length > 0 ? [undefined] : drawn;
  const labels = points.flatMap((at) => labelOf(found, at, making).labels ?? []);
  const isVote = ({ kind, untold }: DraftLabel) => untold === undefined && isPrivateRoom(kind, making.pack);
  return { labels: labels.filter(isVote).map((label) => ({ ...label, quiet: true })) };
}

function zoneOf(found: ClassifiedFeature, lines: readonly (readonly Position[])[], making: Making): ShapeElements {
  const { element, name, feature } = found;
  const { kind, untold, note: toldBy } = kindOf(found, making.pack);
  const spans = feature.levels.slice(1);
  const rings = lines.map((ring) => inMetres(ring, making));
  return { zones: [{ ...element, kind, untold, toldBy, name, spans, rings }] };
}

function wallsOf(found: ClassifiedFeature, shape: RawShape, making: Making): ShapeElements {
  const { element } = found;
  const wall = (line: readonly Point[], index: number): DraftWall => {
    const id = index === 0 ? element.id : `${element.id}-${index}`;
    return { ...element, ...(shape.type === 'LineString' ? {} : { solid: true }), id, line };
  };
  switch (shape.type) {
    case 'Point': {
      const { width, unreadable, assumed } = widthOfPoint(found, 'pillar');
      return { walls: [wall(square(making.frame.toMetres(shape.at), width), 0)], notes: [unreadable], assumed };
    }
    case 'LineString':
      return { walls: [{ ...wall(inMetres(shape.line, making), 0), ...wide(shape) }] };
    case 'Polygon': {
      const rings = shape.rings.map((ring) => inMetres(ring, making));
      const drawn = { ...(shape.filled && { filled: rings }), ...wide(shape) };
      return { walls: rings.map((ring, index) => ({ ...wall(ring, index), ...drawn })) };
    }
  }
}

function wide({ width }: { readonly width?: number }): { readonly width?: number } {
  return width === undefined ? {} : { width };
}

function openingsOf(found: ClassifiedFeature, shape: RawShape, making: Making): ShapeElements | undefined {
  const { element, name, rule } = found;
  const kind = OPENING_KINDS.find((known) => known === rule.kind);
  if (kind === undefined) return undefined;
  const opening = (drawn: OpeningShape, id = element.id): DraftOpening => ({
    ...element,
    id,
    kind,
    name,
    shape: drawn,
  });
  switch (shape.type) {
    case 'Point': {
      const { width, unreadable, assumed } = widthOfPoint(found, kind === 'window' ? 'window' : 'door');
      const at = making.frame.toMetres(shape.at);
      return { openings: [opening({ type: 'point', at, width })], notes: [unreadable], assumed };
    }
    case 'LineString': {
      const line = inMetres(shape.line, making);
      const idOf = (index: number) => (line.length === 2 ? element.id : `${element.id}-${index + 1}`);
      return {
        openings: line.slice(1).map((end, index) => opening({ type: 'line', line: [line[index], end] }, idOf(index))),
      };
    }
    case 'Polygon':
      return { openings: [opening({ type: 'patch', ring: inMetres(shape.rings[0] ?? [], making) })] };
  }
}

/**
 * Returns a door or window with the lines and arcs that draw it; which wall it stands in is found later. Nothing if the
 * rule gives no kind of opening, or the feature isn't from a drawing.
 */
export function drawnOpening({ element, name, rule, feature }: ClassifiedFeature, { frame }: Making): ShapeElements {
  const kind = rule.as === 'building' ? 'door' : OPENING_KINDS.find((known) => known === rule.kind);
  if (kind === undefined || feature.drawing === undefined) return {};
  const lines = feature.shapes.flatMap((shape) =>
    shape.type === 'LineString' ? [inMetres(shape.line, { frame })] : [],
  );
  const swings = feature.drawing.swings.map(({ hinge, ends: [one, other] }) => ({
    hinge: frame.toMetres(hinge),
    ends: [frame.toMetres(one), frame.toMetres(other)] as const,
  }));
  return { drawn: [{ ...element, kind, name, shape: { lines, swings, block: feature.drawing.block } }] };
}

function deviceOf({ element, name, feature, rule }: ClassifiedFeature, at: Position, { frame }: Making): ShapeElements {
  const told = deviceKeys(feature, rule);
  const kind = rule.kind ?? 'other';
  const keys = { ...symbolType(kind, feature), ...element.keys, ...told.keys };
  return {
    devices: [{ ...element, keys, kind, name: name ?? told.name, at: frame.toMetres(at) }],
    notes: told.notes.map((note) => ({ ...note, level: element.level })),
  };
}

/**
 * Returns the block of a drawing as the type of a device that may capture: one symbol mostly stands for one model, so
 * its data are written once.
 */
function symbolType(kind: string, { properties: { block } }: RawFeature): { readonly type?: string } {
  const known = deviceKind(kind);
  const captures = known !== undefined && Object.values(TRAITS[known]).some((trait) => trait !== 'none');
  return captures && typeof block === 'string' ? { type: block } : {};
}

function inMetres(line: readonly Position[], { frame }: Pick<Making, 'frame'>): Point[] {
  return line.map((at) => frame.toMetres(at));
}

/** Returns a closed square with side `side` (m) around its centre. */
function square([x, y]: Point, side: number): Point[] {
  const half = side / 2;
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ];
}

/** Things that sources draw as a point although they have a width. */
type Pointlike = 'door' | 'window' | 'pillar';

/** Widths in m if neither the source nor the mapping's `assume` gives one. Chosen by sitecam. */
const ASSUMED: Readonly<Record<Pointlike, number>> = {
  door: 0.9,
  // Wide, so that no view through it is missed.
  window: 1.5,
  pillar: 0.4,
};

const SETTINGS = {
  door: 'doorWidth',
  window: 'windowWidth',
  pillar: 'pillar',
} as const satisfies Readonly<Record<Pointlike, keyof NonNullable<Mapping['assume']>>>;

/** Largest credible width in m. A larger number is in another unit, or means something else. */
const WIDEST = 15;

/** Width of a thing drawn as a point, with the notes it needs. */
interface Width {
  /** m. */
  readonly width: number;
  /** Note that the width in the source can't be read. */
  readonly unreadable?: Note;
  /** Note that the width is assumed; equal for all things alike. */
  readonly assumed?: Note;
}

/** Returns the width in m of a door, window or pillar drawn as a point: from the source, else assumed. */
function widthOfPoint({ feature, element, mapping }: ClassifiedFeature, what: Pointlike): Width {
  const written = valueUnder(feature, mapping.keys?.width ?? []);
  const told = written === undefined ? undefined : metresIn(written);
  if (told !== undefined && told <= WIDEST) return { width: told };
  const width = mapping.assume?.[SETTINGS[what]] ?? ASSUMED[what];
  const assumed: Note = { sort: 'assumed', message: t[`assumed-${what}`]({ width: metres(width, 2) }), size: width };
  if (written === undefined) return { width, assumed };
  const { id, origin, level } = element;
  const message = t.width({ id, value: written });
  const unreadable: Note = { sort: 'unknown', message, origin, level, ids: [id] };
  return { width, assumed, unreadable };
}

/** A feature with the rule that applies to it and the fields common to all elements. */
interface ClassifiedFeature {
  readonly element: DraftElement;
  readonly name: string | undefined;
  readonly feature: RawFeature;
  readonly rule: MappingRule;
  readonly mapping: Mapping;
}
