// Turns the pieces of a drawing into features.

import { append } from '../../../../base/arrays.js';
import { compareLength } from '../../../../base/threshold.js';
import { boxOfRings, longerSideOf, ringArea } from '../../../../geometry/shapes/ring.js';
import { isWiderThan } from '../../../../geometry/shapes/width.js';
import type { Point } from '../../../../geometry/types.js';
import { distance } from '../../../../geometry/vector.js';
import { LARGEST_PILLAR, SHORTEST, WIDEST_FILL } from '../../../bodies/limits.js';
import { isLeaf } from '../../../bodies/openings/evidence.js';
import type { Swing } from '../../../draft.js';
import { valueUnder } from '../../../mapping/match.js';
import type { Mapping } from '../../../mapping/types.js';
import type { Note } from '../../../notes.js';
import type { Properties, RawFeature, RawShape } from '../../../types.js';
import { headingNotes } from '../devices/heading.js';
import type { Untaken } from '../devices/untaken.js';
import { dxfText } from '../messages.js';
import { type Drawing, numberOf } from '../parse/drawing.js';
import { growth, isPlace, type Matrix } from '../parse/matrix.js';
import { Tally } from '../parse/tally.js';
import { contentOf, type Piece, placeOf } from '../parse/walk.js';
import { DOOR_WIDTHS, type Unit } from '../units/unit.js';
import { SAGITTA } from './curve.js';
import { mergedSwings } from './fit.js';
import { areaIn, nameIn, namesOf } from './labels.js';
import { levelOf } from './levels.js';
import { type Outline, outlineOf } from './outline.js';
import { deviceProperties, featureOf, ownRule, piecesOf, type Sorted, type Text } from './pieces.js';
import { middleOf } from './text-line.js';

/** Features read from one drawing, in metres, with notes on what was assumed or left out. */
export interface DrawingFeatures {
  readonly features: readonly RawFeature[];
  /** Metres per unit of the drawing. */
  readonly unit: number;
  readonly notes: readonly Note[];
}

/** What one drawing is read by, besides the mapping: its name, its unit, and what tells names of rooms from numbers. */
export interface Reading {
  /** Name of the drawing, which is also the key of its level if nothing names another. */
  readonly name: string;
  readonly unit: Unit;
  /** True if leaves of doors speak for the unit: then the only door on a layer of doors may be that of a garage. */
  readonly isSure: boolean;
  /** True of a text that names a room, and so is no number of a device. */
  readonly isRoom: (text: string) => boolean;
}

/** Returns the features of one drawing in metres, with notes on what is not used. */
export function featuresOf(
  drawing: Drawing,
  mapping: Mapping,
  { name, unit, isSure, isRoom }: Reading,
): DrawingFeatures {
  const tally = new Tally(drawing.path, layersOf(mapping));
  const { sorted, texts, untaken } = piecesOf(drawing, mapping, tally, isRoom);
  const maker = new Maker(drawing, name, mapping, tally, unit, untaken);
  const zones: RawFeature[] = [];
  const rest: RawFeature[] = [];
  const openings: RawFeature[] = [];
  const devices = sorted.filter(({ rule }) => rule.as === 'device');
  const placed = devices.flatMap((one) => maker.device(one));
  for (const one of sorted) {
    if (one.rule.as === 'opening') openings.push(...maker.opening(one));
    else if (one.rule.as === 'building') rest.push(...maker.building(one));
    else if (one.rule.as === 'device') continue;
    else (one.rule.as === 'zone' ? zones : rest).push(...maker.drawn(one));
  }
  const { zones: named, labels } = maker.named(zones, texts);
  const walls = rest.filter((feature) => ownRule(mapping, feature)?.as === 'wall');
  return {
    unit: unit.metres,
    features: [...named, ...labels, ...rest, ...placed, ...openings],
    notes: [
      ...maker.notes(isSure ? [] : openings),
      ...untaken.notes(drawing.path),
      ...maker.headingNotes(devices, walls),
      ...tally.notes(),
    ],
  };
}

/** Turns sorted pieces into features and counts assumptions. */
class Maker {
  private arcs = 0;

  constructor(
    private readonly drawing: Drawing,
    private readonly name: string,
    private readonly mapping: Mapping,
    private readonly tally: Tally,
    private readonly unit: Unit,
    private readonly untaken: Untaken,
  ) {}

  /** Returns the feature of a wall, zone or outline. */
  drawn({ piece, properties, rule }: Sorted): RawFeature[] {
    const outline = this.outline(piece);
    if (outline === undefined) return [];
    if (rule.as === 'wall' && extentOf([...outline.lines, ...(outline.areas ?? []).flat()]) < SHORTEST) {
      this.tally.add({ sort: 'left-out', id: 'dxf/no-length', layer: piece.layer }, piece.entity.type);
      return [];
    }
    this.arcs += outline.arcs;
    const own: Properties =
      outline.width === undefined || rule.as !== 'wall' ? {} : { thickness: rounded(outline.width) };
    const shapes = rule.as === 'wall' ? this.walls(piece, outline) : shapesOf(outline);
    return this.placed(piece, { ...properties, ...own }, rule.as === 'zone' ? shapes.map(asRing) : shapes);
  }

  /** Returns the shapes of an outline without the areas that are too wide for walls: floors and rooms are filled too. */
  private walls({ layer, entity }: Piece, outline: Outline): RawShape[] {
    return shapesOf(outline).filter((shape) => {
      if (shape.type !== 'Polygon' || shape.filled !== true || isWall(shape.rings)) return true;
      this.tally.add({ sort: 'left-out', id: 'dxf/wide-fill', layer }, entity.type);
      return false;
    });
  }

  /** Returns the features of a line on a layer of walls and doors: what is no arc of a leaf may be a wall. */
  building({ piece, properties }: Sorted): RawFeature[] {
    const outline = this.outline(piece);
    if (outline === undefined) return [];
    const swings = outline.swings.filter(isLeaf);
    const lines = outline.lines.flatMap((line) => withoutArcs(line, swings));
    const isWhole = swings.length === 0;
    const shapes = isWhole ? this.walls(piece, outline) : lines.map((line): RawShape => ({ type: 'LineString', line }));
    const walls = shapes.length === 0 ? [] : this.placed(piece, properties, shapes);
    const arcs = swings.map(({ hinge, ends }): RawShape => ({ type: 'LineString', line: [ends[0], hinge, ends[1]] }));
    const doors = isWhole ? [] : this.placed(piece, properties, arcs);
    return [...walls, ...doors.map((door) => ({ ...door, drawing: { swings, block: false } }))];
  }

  device({ piece, properties, rule }: Sorted): RawFeature[] {
    const known = rule.kind !== undefined && rule.kind !== 'other';
    if (!known) this.untaken.addOther(piece);
    const told = deviceProperties(piece, this.mapping.assume?.blockHeading ?? BLOCK_HEADING);
    const at = this.metres(placeOf(piece));
    return this.placed(piece, { ...properties, ...told }, [{ type: 'Point', at }]);
  }

  /** Returns proposals for `assume.blockHeading`, unless the mapping has said it. */
  headingNotes(devices: readonly Sorted[], walls: readonly RawFeature[]): Note[] {
    if (this.mapping.assume?.blockHeading !== undefined) return [];
    const inserts = devices.map(({ piece, rule }) => ({ piece, kind: rule.kind }));
    return headingNotes(this.drawing, inserts, walls, { facing: BLOCK_HEADING, metres: this.unit.metres });
  }

  /**
   * Returns the zones with the texts inside them: `text` names the zone, `texts` are the others. A name in no zone
   * becomes a feature with `label`; it describes a room that is formed of walls.
   */
  named(zones: readonly RawFeature[], texts: readonly Text[]): { zones: RawFeature[]; labels: RawFeature[] } {
    const all = texts.flatMap(({ piece, text }) => {
      const letters = numberOf(piece.entity, 40) * growth(piece.matrix);
      const height = letters * this.unit.metres;
      const level = this.level(piece, { layer: piece.layer, entity: piece.entity.type });
      const place = middleOf(piece, letters);
      if (!isPlace(place)) this.textLeftOut(piece);
      else if (level !== undefined) return [{ at: this.metres(place), text, height, piece, level }];
      return [];
    });
    const named = new Map<RawFeature, string>();
    const others = new Map<RawFeature, string>();
    const labels: RawFeature[] = [];
    for (const level of new Set(all.map((label) => label.level))) {
      const here = zones.filter(({ levels }) => levels[0] === level);
      const rings = here.map(({ shapes: [shape] }) => (shape?.type === 'Polygon' ? (shape.rings[0] ?? []) : []));
      const { names, unused, outside, voices } = namesOf(
        rings,
        all.filter((label) => label.level === level),
      );
      for (const [index, name] of names) {
        const zone = here[index];
        if (zone !== undefined) named.set(zone, name);
      }
      for (const [index, found] of voices) {
        const texts = found.flatMap(({ text }) => nameIn(text)?.replaceAll(';', ',') ?? []);
        const zone = here[index];
        if (zone !== undefined && texts.length > 0) others.set(zone, texts.join(';'));
      }
      for (const { piece } of unused) this.textLeftOut(piece);
      append(
        labels,
        outside.flatMap(({ piece, text, at }) => this.label(piece, text, at)),
      );
    }
    const told = zones.map((zone) => {
      const [text, texts] = [named.get(zone), others.get(zone)];
      const told = { ...(text === undefined ? {} : { text }), ...(texts === undefined ? {} : { texts }) };
      return { ...zone, properties: { ...zone.properties, ...told } };
    });
    return { zones: told, labels };
  }

  /** Returns the feature of a door or window as drawn: a block as a whole, a loose line or arc by itself. */
  opening({ piece, properties, outline }: Sorted): RawFeature[] {
    const isBlock = outline === undefined;
    const outlines = isBlock ? this.blockOutlines(piece) : [this.outline(piece) ?? []].flat();
    const lines = outlines.flatMap((one) => one.lines).filter((line) => line.length > 1);
    if (lines.length === 0) {
      const block = piece.blockName ?? '';
      this.tally.add({ sort: isTag(piece) ? 'left-out' : 'refused', id: 'dxf/no-opening', block }, 'INSERT');
      return [];
    }
    const shapes = lines.map((line): RawShape => ({ type: 'LineString', line }));
    const drawing = { swings: mergedSwings(outlines.flatMap(({ swings }) => swings)), block: isBlock };
    return this.placed(piece, properties, shapes).map((feature) => ({ ...feature, drawing }));
  }

  notes(openings: readonly RawFeature[]): Note[] {
    const origin = { path: this.drawing.path, pointer: '' };
    const { name } = this.unit;
    const notes: Note[] = [];
    const widths = openings
      .filter((feature) => ownRule(this.mapping, feature)?.kind === 'door')
      .flatMap((feature) => widthOf(feature) ?? [])
      .sort((a, b) => a - b);
    const width = widths[Math.floor(widths.length / 2)];
    if (width !== undefined && (width < DOOR_WIDTHS[0] || width > DOOR_WIDTHS[1])) {
      const shown = width.toPrecision(3);
      const params = { unit: name, width: { zh: shown, en: shown } };
      notes.push({ sort: 'refused', message: dxfText('dxf/scale', params), origin });
    }
    if (this.arcs > 0) {
      notes.push({ sort: 'assumed', message: dxfText('dxf/chords'), origin, count: this.arcs });
    }
    return notes;
  }

  private label(piece: Piece, text: string, at: Point): RawFeature[] {
    const [name, area] = [nameIn(text), areaIn(text)];
    const stated: Properties = area === undefined ? {} : { area };
    const properties: Properties = { layer: piece.layer, entity: piece.entity.type, label: true, ...stated };
    if (name !== undefined) return this.placed(piece, { ...properties, text: name }, [{ type: 'Point', at }]);
    this.textLeftOut(piece);
    return [];
  }

  private textLeftOut({ layer, entity }: Piece): void {
    this.tally.add({ sort: 'left-out', id: 'dxf/texts', layer }, entity.type);
  }

  private blockOutlines(piece: Piece): Outline[] {
    // A circle goes round a number.
    const drawn = contentOf(this.drawing, piece).filter(({ entity }) => entity.type !== 'CIRCLE');
    return drawn.flatMap((part) => this.outline(part) ?? []);
  }

  /** Returns the outline in metres; undefined if the piece draws nothing. */
  private outline({ entity, matrix }: Piece): Outline | undefined {
    const { metres } = this.unit;
    const outline = outlineOf(entity, inMetres(matrix, metres), SAGITTA);
    return typeof outline === 'string' ? undefined : outline;
  }

  private metres([x, y]: Point): Point {
    return [x * this.unit.metres, y * this.unit.metres];
  }

  private level(piece: Piece, properties: Properties): string | undefined {
    const level = levelOf(featureOf(this.drawing, piece, properties, undefined), this.mapping, this.name);
    return 'key' in level ? level.key : undefined;
  }

  /** Returns the feature on its storey; none, with a note, if the mapping doesn't list that storey. */
  private placed(piece: Piece, properties: Properties, shapes: readonly RawShape[]): RawFeature[] {
    const feature = { ...featureOf(this.drawing, piece, properties, undefined), shapes };
    const level = levelOf(feature, this.mapping, this.name);
    if ('unlisted' in level) {
      this.tally.add({ sort: 'left-out', id: 'dxf/level', layer: level.unlisted }, piece.entity.type);
      return [];
    }
    const id = valueUnder(feature, this.mapping.keys?.id ?? []) ?? piece.id;
    return [{ ...feature, id, levels: [level.key] }];
  }
}

/** True if a block on a layer of doors holds only a number or a text. */
function isTag({ block }: Piece): boolean {
  return block?.entities.some(({ type }) => type === 'ATTDEF' || type === 'TEXT' || type === 'MTEXT') ?? false;
}

/** Bearing of an unrotated device block, degrees clockwise from up: along +x. Default of `assume.blockHeading`. */
const BLOCK_HEADING = 90;

function inMetres({ a, b, c, d, e, f }: Matrix, metres: number): Matrix {
  return { a: a * metres, b: b * metres, c: c * metres, d: d * metres, e: e * metres, f: f * metres };
}

function shapesOf({ lines, closed, width, areas = [] }: Outline): RawShape[] {
  return [
    ...lines.map((line): RawShape => {
      const wide = width === undefined ? {} : { width: rounded(width) };
      return closed ? { type: 'Polygon', rings: [line], ...wide } : { type: 'LineString', line, ...wide };
    }),
    ...areas.map((rings): RawShape => ({ type: 'Polygon', rings, filled: true })),
  ];
}

/** Widest gap in m between the ends of a line that is a slip. */
const SLIP = 0.05;

/** Returns a line whose ends meet but for a slip as a ring, which a repair closes. */
function asRing(shape: RawShape): RawShape {
  if (shape.type !== 'LineString' || shape.line.length < 4) return shape;
  const [first = [0, 0], last = first] = [shape.line[0], shape.line.at(-1)];
  return compareLength(distance(first, last), SLIP) === 'above' ? shape : { type: 'Polygon', rings: [shape.line] };
}

/** True if a filled area may be a pillar or a stretch of wall, by how wide it is. */
function isWall(rings: readonly (readonly Point[])[]): boolean {
  const [outer = [], ...holes] = rings;
  const area = ringArea(outer) - holes.reduce((sum, hole) => sum + ringArea(hole), 0);
  return area < LARGEST_PILLAR || !isWiderThan([{ area, outline: rings }], WIDEST_FILL);
}

/** Share of a leaf's width by which the chords of its arc may be off. */
const ON_ARC = 0.03;

/** Returns the parts of a line that aren't chords of a leaf's arc. */
function withoutArcs(line: readonly Point[], swings: readonly Swing[]): Point[][] {
  const isOn = (at: Point) =>
    swings.some(({ hinge, ends: [end] }) => Math.abs(distance(hinge, at) / distance(hinge, end) - 1) < ON_ARC);
  const parts: Point[][] = [[]];
  for (const [index, at] of line.entries()) {
    const before = line[index - 1];
    if (before !== undefined && isOn(before) && isOn(at)) parts.push([]);
    parts.at(-1)?.push(at);
  }
  return parts.filter((part) => part.length > 1);
}

/** Returns how wide a door is by its leaf, else by its longer side, in m; undefined for a short line. */
function widthOf({ drawing, shapes }: RawFeature): number | undefined {
  const [swing] = drawing?.swings ?? [];
  if (swing !== undefined) return distance(swing.hinge, swing.ends[0]);
  const width = extentOf(shapes.flatMap((shape) => (shape.type === 'LineString' ? [shape.line] : [])));
  return drawing?.block === true || width > DOOR_WIDTHS[0] ? width : undefined;
}

/** Returns the longer side of the box round some lines, in their unit; 0 if there are none. */
function extentOf(lines: readonly (readonly Point[])[]): number {
  const box = boxOfRings(lines);
  return box === undefined ? 0 : longerSideOf(box);
}

function rounded(metres: number): number {
  return Math.round(metres * 1e4) / 1e4;
}

/** Returns the layer names in the rules, without asterisks. */
function layersOf(mapping: Mapping): string[] {
  const words = mapping.rules.flatMap(({ where }) => {
    const layer = where.layer;
    return typeof layer === 'string' ? [layer] : typeof layer === 'object' ? layer.map(String) : [];
  });
  return [...new Set(words.map((word) => word.replaceAll('*', '')))].filter((word) => word.length > 2);
}
