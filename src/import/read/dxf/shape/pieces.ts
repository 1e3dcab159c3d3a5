// Sorts the pieces of a drawing by mapping rule.

import { degreesOf } from '../../../devices/angle.js';
import { deviceOf, isDeviceLayer } from '../../../devices/vocabulary.js';
import { ruleFor } from '../../../mapping/match.js';
import type { Mapping, MappingRule } from '../../../mapping/types.js';
import type { Properties, RawFeature, RawShape } from '../../../types.js';
import { type Numbers, numbersOf } from '../devices/numbers.js';
import { Untaken } from '../devices/untaken.js';
import { attributesOf, deviceFactsIn, heightIn, wordsOfBlock } from '../parse/attributes.js';
import { type Drawing, numberOf } from '../parse/drawing.js';
import { bearingOf } from '../parse/matrix.js';
import type { Tally } from '../parse/tally.js';
import { wordsOf } from '../parse/text.js';
import { type Piece, walk } from '../parse/walk.js';
import { isFill, type Outline, outlineOf, type Undrawn } from './outline.js';

/** A piece of the drawing with the rule that takes it. */
export interface Sorted {
  readonly piece: Piece;
  readonly properties: Properties;
  readonly rule: MappingRule;
  /** Coarse outline in drawing units; undefined for a piece that only has a place. */
  readonly outline: Outline | undefined;
}

/** A text of a drawing that may be the name of a room, and the piece that draws it. */
export interface Text {
  readonly piece: Piece;
  readonly text: string;
}

/** Sorted pieces and texts of a drawing, and the inserts that no rule takes. */
export interface Pieces {
  readonly sorted: readonly Sorted[];
  /** Texts without the numbers of devices. */
  readonly texts: readonly Text[];
  readonly untaken: Untaken;
}

/** Entity types of CAD add-ons, which DXF can't draw. */
const CUSTOM = /^(?:TCH_|ACAD_PROXY_ENTITY$|PROXY|AEC_|TDB)/;

/** Entity types that have a place but no lines. */
const NO_SHAPE: ReadonlySet<string> = new Set(['TEXT', 'MTEXT', 'INSERT', 'POINT']);

/**
 * Splits a drawing into pieces. Blocks that are doors, windows or devices stay whole; other blocks are split.
 *
 * @param tally counts what is left out
 * @param isRoom true of a text that names a room, and so is no number of a device
 */
export function piecesOf(drawing: Drawing, mapping: Mapping, tally: Tally, isRoom: (text: string) => boolean): Pieces {
  const sorted: Sorted[] = [];
  const texts: Text[] = [];
  // Tens of thousands of lines lie on a few layers, and rules look at properties, not at places; few look at handles.
  const byId = mapping.rules.some(({ where }) => Object.hasOwn(where, 'id'));
  const known = new Map<string, MappingRule | undefined>();
  const ruleOf = (piece: Piece, properties: Properties, geometry: RawShape['type'] | undefined) => {
    const key = JSON.stringify([geometry, properties, byId ? piece.id : '']);
    if (!known.has(key)) known.set(key, ownRule(mapping, featureOf(drawing, piece, properties, geometry)));
    return known.get(key);
  };
  const pointRule = (piece: Piece) => ruleOf(piece, propertiesOf(piece, undefined), 'Point');
  const numbers: Numbers = numbersOf(drawing, pointRule, isRoom);
  const untaken = new Untaken(tally, numbers.ofInsert);
  walk(drawing, {
    unseen: (piece, why) => {
      const { layer, entity } = piece;
      untaken.reach(piece);
      if (why === 'paper') tally.add({ sort: 'left-out', id: 'dxf/paper' }, entity.type);
      else if (why === 'invisible') tally.add({ sort: 'left-out', id: 'dxf/invisible', layer }, entity.type);
      else if (why === 'endless' || why === 'askew') tally.add({ sort: 'refused', id: `dxf/${why}` }, entity.type);
      else if (why === 'broken') tally.add({ sort: 'refused', id: 'dxf/broken', layer }, entity.type);
      else tally.add({ sort: 'left-out', id: 'dxf/unseen', layer, why }, entity.type);
    },
    piece: (piece) => {
      const { entity, layer } = piece;
      const { type } = entity;
      untaken.reach(piece);
      if (CUSTOM.test(type)) {
        tally.add({ sort: 'refused', id: 'dxf/custom' }, type);
        return false;
      }
      const draw = () => outlineOf(entity, piece.matrix, Number.POSITIVE_INFINITY);
      const isLate = isFill(type);
      const early = NO_SHAPE.has(type) || isLate ? undefined : draw();
      const properties = propertiesOf(piece, numbers.ofInsert.get(piece.id));
      const rule = ruleOf(piece, properties, isLate ? 'Polygon' : geometryOf(type, early));
      // Thousands of hatches fill what no rule takes.
      const drawn = isLate && rule !== undefined && rule.as !== 'none' ? draw() : early;
      const outline = typeof drawn === 'string' ? undefined : drawn;
      if (type === 'INSERT') return insert(piece, properties, rule);
      if (numbers.texts.has(piece.id)) return false;
      if (rule === undefined) {
        if (type === 'TEXT' || type === 'MTEXT') {
          texts.push({ piece, text: wordsOf(entity) });
          // A rule for room names has served its purpose, whether the text names an outline or a room to be formed.
          ruleOf(piece, { ...properties, label: true }, 'Point');
        } else if (type !== 'ATTDEF') untaken.add(piece);
      } else if (rule.as === 'none') tally.add({ sort: 'left-out', id: 'dxf/ruled-out', layer }, type);
      else if (typeof drawn === 'string') {
        tally.add({ sort: 'refused', id: `dxf/${drawn}`, layer }, type);
        untaken.take();
      } else if (rule.as === 'opening' && outline?.areas !== undefined) {
        tally.add({ sort: 'left-out', id: 'dxf/fill', layer }, type);
      } else {
        sorted.push({ piece, properties, rule, outline });
        untaken.take();
      }
      return false;
    },
  });
  untaken.end();
  return { sorted, texts, untaken };

  /** Returns true if the content of the block is to be visited. */
  function insert(piece: Piece, properties: Properties, rule: MappingRule | undefined): boolean {
    const { block, blockName = '', layer } = piece;
    if (rule?.as === 'none') {
      tally.add({ sort: 'left-out', id: 'dxf/ruled-out', layer }, 'INSERT');
      return false;
    }
    // A device is at its insertion point, whatever is drawn there. Everything else is where it is drawn.
    if (rule?.as === 'device') {
      sorted.push({ piece, properties, rule, outline: undefined });
      untaken.take();
      return false;
    }
    if (block?.xref !== undefined) tally.add({ sort: 'refused', id: 'dxf/xref', block: blockName }, 'INSERT');
    else if (block === undefined) tally.add({ sort: 'refused', id: 'dxf/no-block', block: blockName }, 'INSERT');
    else if (rule?.as === 'opening') {
      sorted.push({ piece, properties, rule, outline: undefined });
      untaken.take();
    } else if (rule === undefined) untaken.enter(piece);
    return rule?.as !== 'opening';
  }
}

/**
 * Returns the rule that takes a feature, and records it as used; undefined if there is none but a catch-all that drops
 * everything.
 */
export function ownRule(mapping: Mapping, feature: RawFeature): MappingRule | undefined {
  const rule = ruleFor(mapping, feature);
  if (rule !== undefined) mapping.used?.add(rule);
  return rule?.as === 'none' && Object.keys(rule.where).length === 0 ? undefined : rule;
}

function geometryOf(type: string, drawn: Outline | Undrawn | undefined): RawShape['type'] | undefined {
  if (typeof drawn === 'string') return undefined;
  if (drawn === undefined) return NO_SHAPE.has(type) ? 'Point' : undefined;
  return drawn.closed ? 'Polygon' : 'LineString';
}

/**
 * Returns a piece as a feature for rules to match, before its place is known: with one empty shape of type `geometry`,
 * or without any if that is undefined.
 */
export function featureOf(
  { path }: Drawing,
  piece: Piece,
  properties: Properties,
  geometry: RawShape['type'] | undefined,
): RawFeature {
  const empty: Readonly<Record<RawShape['type'], RawShape>> = {
    Point: { type: 'Point', at: [0, 0] },
    LineString: { type: 'LineString', line: [] },
    Polygon: { type: 'Polygon', rings: [] },
  };
  const shapes = geometry === undefined ? [] : [empty[geometry]];
  const origin = { path, pointer: piece.id };
  return { format: 'dxf', system: 'metres', id: piece.id, properties, shapes, levels: [], origin };
}

/**
 * Returns the properties that rules can match: `layer`, `entity` (LINE, INSERT), `in` (blocks around it), `color`,
 * `text`; for an insert also `block`, `rotation`, its attributes as `attr.TAG`, `called` (block, name and model together),
 * `number` (that stands beside it), `device` and `deviceForm` (what its words and its number call it).
 */
function propertiesOf(piece: Piece, number: string | undefined): Properties {
  const { entity, layer, inside, blockName } = piece;
  const properties: Record<string, string | number | boolean> = { layer, entity: entity.type };
  if (inside.length > 0) properties.in = inside.join('/');
  const color = numberOf(entity, 62, 256);
  if (color !== 256) properties.color = color;
  if (entity.type === 'TEXT' || entity.type === 'MTEXT') properties.text = wordsOf(entity);
  if (blockName === undefined) return properties;
  const attributes = attributesOf(piece);
  const told = deviceFactsIn(attributes);
  properties.block = blockName;
  properties.rotation = Math.round(bearingOf(piece.matrix, 0) * 1e6) / 1e6;
  for (const [tag, text] of Object.entries(attributes)) properties[`attr.${tag}`] = text;
  properties.called = [blockName, told.name, told.model].filter((word) => word !== undefined).join(' | ');
  if (number !== undefined) properties.number = number;
  const device = deviceOf({ ...wordsOfBlock(piece), number });
  if (device?.form !== undefined) properties.deviceForm = device.form;
  if (device !== undefined) properties.device = device.kind;
  else if (isDeviceLayer(layer)) properties.device = 'other';
  return properties;
}

/**
 * Returns the device facts of a block under the property names that `deviceKeys` reads.
 *
 * @param facing bearing of an unrotated block, degrees clockwise from up
 */
export function deviceProperties(piece: Piece, facing: number): Properties {
  const {
    direction = bearingOf(piece.matrix, facing),
    height,
    tilt,
    hfov,
    ...texts
  } = deviceFactsIn(attributesOf(piece));
  return {
    direction,
    ...texts,
    ...numberOrText('height', height, heightIn),
    ...numberOrText('tilt', tilt, degreesOf),
    ...numberOrText('hfov', hfov, degreesOf),
  };
}

/** Returns the number, or the text if it can't be read: `deviceKeys` refuses it, as from any source. */
function numberOrText(key: string, text: string | undefined, read: (text: string) => number | undefined): Properties {
  return text === undefined ? {} : { [key]: read(text) ?? text };
}
