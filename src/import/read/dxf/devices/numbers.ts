// The numbers that stand beside the blocks of devices.

import { distanceToSegment } from '../../../../geometry/shapes/segment.js';
import type { Point, Segment } from '../../../../geometry/types.js';
import { meeting } from '../../../../plan/nearby.js';
import { deviceNumberIn, deviceOfNumber, deviceSuggestedBy } from '../../../devices/vocabulary.js';
import type { MappingRule } from '../../../mapping/types.js';
import { isFact, wordsOfBlock } from '../parse/attributes.js';
import { type Drawing, type Entity, numberOf } from '../parse/drawing.js';
import { growth, IDENTITY, isPlace } from '../parse/matrix.js';
import { wordsOf } from '../parse/text.js';
import { type Piece, placeOf, walk } from '../parse/walk.js';
import { isDoorCode } from '../shape/labels.js';
import { lineOf } from '../shape/text-line.js';
import { type Candidate, paired } from './pairs.js';
import { sizeOfBlocks } from './size.js';

/** Device numbers (QJ-01) that a drawing writes beside its blocks. */
export interface Numbers {
  /** Number by the id of the insert's piece. */
  readonly ofInsert: ReadonlyMap<string, string>;
  /** Ids of the texts that are such numbers, and so no names of rooms. */
  readonly texts: ReadonlySet<string>;
}

/** What stands beside wires, pipes and levels and looks like a number: SC20 is a conduit, FL2 a floor. */
const OTHER = /^(?:SC|KBG|JDG|PC|PVC|DN|BV|BVR|RVV|RVVP|FL|H|L|W)[-_ ]?\d/u;

/** How many heights of its letters a number may stand from its device. */
const REACH = 3;

/** How many heights of its letters half a device may measure: what is larger is the view drawn with it. */
const LARGEST = 5;

/**
 * Returns the device numbers that a drawing writes beside its blocks, each given to one block. A number is a TEXT,
 * MTEXT or ATTRIB of the right form, no further from the block than three letter heights plus half the block's size.
 * Numbers whose letters name a device (BQ-01) are given before others (C7). Blocks that a rule makes devices, or whose
 * words name one, get theirs before blocks that no rule takes; the latter get only numbers whose letters name a device,
 * so that a person can be asked about them. A number that may be the code of a door (C-01) counts only on the layer of
 * the device.
 *
 * @param ruleOf returns the rule that takes a piece; undefined if none does
 * @param isRoom true if a text names a room (WC1) and so is no number
 */
export function numbersOf(
  drawing: Drawing,
  ruleOf: (piece: Piece) => MappingRule | undefined,
  isRoom: (text: string) => boolean,
): Numbers {
  const devices: Block[] = [];
  const others: Block[] = [];
  const texts: NumberText[] = [];
  const ofInsert = new Map<string, string>();
  const sizeOf = sizeOfBlocks(drawing);
  const add = (entity: Entity, piece: Piece, id: string): void => {
    const [head = '', ...more] = wordsOf(entity).split('\n');
    const number = deviceNumberIn(head);
    if (number === undefined || OTHER.test(number) || [number, ...more].some(isRoom)) return;
    const height = numberOf(entity, 40) * growth(piece.matrix);
    const line = lineOf({ ...piece, entity }, height, number);
    if (height > 0 && isPlace(line.a) && isPlace(line.b)) texts.push({ id, number, height, line, layer: piece.layer });
  };
  walk(drawing, {
    unseen: () => undefined,
    piece: (piece) => {
      const { entity } = piece;
      const isText = entity.type === 'TEXT' || entity.type === 'MTEXT';
      if (!isText && entity.type !== 'INSERT') return false;
      const rule = ruleOf(piece);
      if (isText) {
        // A rule that makes all of a layer devices takes their numbers, too.
        if (rule === undefined || rule.as === 'device') add(entity, piece, piece.id);
        return false;
      }
      const place = placeOf(piece);
      if (!isPlace(place) || rule?.as === 'none' || rule?.as === 'opening') return false;
      const block = { id: piece.id, layer: piece.layer, place, ...sizeOf(piece) };
      if (rule?.as === 'device') {
        const own = ownNumber(piece);
        if (own === undefined) devices.push(block);
        else ofInsert.set(piece.id, own);
        return false;
      }
      if (rule !== undefined) return true;
      for (const [index, attribute] of entity.parts.entries()) {
        add(attribute, { ...piece, matrix: piece.around ?? IDENTITY }, `${piece.id}-ATTRIB-${index + 1}`);
      }
      const suggested = deviceSuggestedBy(wordsOfBlock(piece));
      if (suggested === undefined) others.push(block);
      else devices.push({ ...block, kind: suggested.kind });
      return true;
    },
  });
  const claimed = new Set<string>();
  const claim = (blocks: readonly Block[], free: readonly NumberText[]): void => {
    for (const [block, text] of paired(candidatesOf(blocks, free))) {
      ofInsert.set(blocks[block]?.id ?? '', free[text]?.number ?? '');
      claimed.add(free[text]?.id ?? '');
    }
  };
  const isFree = ({ id }: NumberText): boolean => !claimed.has(id);
  claim(
    devices,
    texts.filter(({ number }) => isOfDevice(number)),
  );
  claim(
    devices.filter(({ id }) => !ofInsert.has(id)),
    texts.filter(isFree),
  );
  claim(
    others,
    texts.filter((text) => isFree(text) && isOfDevice(text.number)),
  );
  return { ofInsert, texts: claimed };
}

/** A block that may have a number, in drawing units. */
interface Block {
  readonly id: string;
  readonly layer: string;
  /** Insertion point, and centre of what it draws. */
  readonly place: Point;
  readonly centre: Point;
  /** Half its longer side. */
  readonly half: number;
  /** Kind that its words only suggest: a number must mean the same. */
  readonly kind?: string;
}

interface NumberText {
  readonly id: string;
  readonly number: string;
  readonly height: number;
  readonly line: Segment;
  readonly layer: string;
}

function isOfDevice(number: string): boolean {
  const kind = deviceOfNumber(number)?.kind;
  return kind !== undefined && kind !== 'none';
}

function candidatesOf(blocks: readonly Block[], texts: readonly NumberText[]): Candidate[] {
  const meet = meeting(
    blocks.map(({ place, centre }) => ({
      minX: Math.min(place[0], centre[0]),
      minY: Math.min(place[1], centre[1]),
      maxX: Math.max(place[0], centre[0]),
      maxY: Math.max(place[1], centre[1]),
    })),
  );
  return texts.flatMap(({ number, height, line, layer }, index) => {
    const by = (REACH + LARGEST) * height;
    const [{ a, b }, isCode] = [line, isDoorCode(number)];
    const box = {
      minX: Math.min(a[0], b[0]) - by,
      minY: Math.min(a[1], b[1]) - by,
      maxX: Math.max(a[0], b[0]) + by,
      maxY: Math.max(a[1], b[1]) + by,
    };
    return meet(box).flatMap((device): Candidate[] => {
      const block = blocks[device];
      if (block === undefined || (isCode && block.layer !== layer)) return [];
      if (block.kind !== undefined && deviceOfNumber(number)?.kind !== block.kind) return [];
      const apart = Math.min(distanceToSegment(block.place, line), distanceToSegment(block.centre, line));
      const most = REACH * height + Math.min(block.half, LARGEST * height);
      return apart <= most ? [{ device, number: index, distance: apart }] : [];
    });
  });
}

/** Returns the number in an attribute of a device's own block that has no other meaning. */
function ownNumber({ entity }: Piece): string | undefined {
  for (const attribute of entity.parts) {
    const number = isFact(attribute) ? undefined : deviceNumberIn(wordsOf(attribute));
    if (number !== undefined) return number;
  }
  return undefined;
}
