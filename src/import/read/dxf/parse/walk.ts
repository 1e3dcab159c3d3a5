// Visits the visible entities of a drawing, blocks included.

import { spendBudget } from '../../../../base/budget.js';
import type { Point } from '../../../../geometry/types.js';
import { planeOf } from '../shape/outline.js';
import { type Block, type Drawing, type Entity, type Hidden, numberOf, textOf } from './drawing.js';
import { at, chained, IDENTITY, isPlace, type Matrix, MIRRORED, moved, scaled, turned } from './matrix.js';

/** An entity at its place in the drawing, directly or inside an inserted block. */
export interface Piece {
  readonly entity: Entity;
  /** Layer; entities on layer 0 of a block take the layer of the insert. */
  readonly layer: string;
  /** Handles of the inserts around it and its own, joined by `-`: the same from one export to the next. */
  readonly id: string;
  /** Names of the blocks around it, outermost first. */
  readonly inside: readonly string[];
  /** Map from its own coordinates to the drawing's; for an insert, from its block's coordinates. */
  readonly matrix: Matrix;
  /** Map of an insert's attributes: they lie around it, not in its block. */
  readonly around?: Matrix;
  /** Block of an insert, if the drawing defines it. */
  readonly block?: Block;
  /** Block name of an insert as people know it, even if an anonymous block draws a dynamic one. */
  readonly blockName?: string;
}

/**
 * Reason why a piece is left out: its layer is frozen or off, it is invisible or on a sheet (`paper`), or it can't be
 * placed: its block is in itself or nested too deep (`endless`), it lies in another plane (`askew`), its place is no
 * number of a credible size (`broken`).
 */
export type Unseen = Hidden | 'invisible' | 'paper' | 'endless' | 'askew' | 'broken';

/** Callbacks that receive the pieces of a drawing, visible and invisible, during a walk. */
export interface Visitor {
  /** Receives a visible piece. Returns true to visit the content of an insert too. */
  readonly piece: (piece: Piece) => boolean;
  readonly unseen: (piece: Piece, why: Unseen) => void;
}

/** Thrown if nested blocks make more pieces than any building has, since a drawing isn't trusted. */
export class TooMany extends Error {}

/**
 * Most pieces that a drawing may have: five times those of the largest floor plan, and half a gigabyte of memory. An
 * insert counts one more for each block that it lies in, and an entity with many corners one more for every few.
 */
export const MOST_PIECES = 250_000;

/** Most copies that one insert makes in rows and columns: no plan has as many tiles or chairs of one kind. */
const MOST_COPIES = 10_000;

/** Groups of an ordinary entity, and further ones that count as another entity: two corners of a polyline. */
const [GROUPS, FURTHER] = [40, 6];

/** Steps of work for each piece. */
const WORK = 20;

/** Visits the entities of the drawing's model space in drawing order. Throws TooMany. */
export function walk(drawing: Drawing, visitor: Visitor): void {
  new Walk(drawing, visitor).through(drawing.entities, { matrix: IDENTITY, layer: '0', prefix: '', inside: [] });
}

/** Returns the visible pieces inside an inserted block, nested blocks included. */
export function contentOf(drawing: Drawing, insert: Piece): Piece[] {
  const found: Piece[] = [];
  const keep = (piece: Piece): boolean => {
    if (piece.entity.type !== 'INSERT') found.push(piece);
    return true;
  };
  new Walk(drawing, { piece: keep, unseen: () => undefined }).within(insert);
  return found;
}

interface Around {
  readonly matrix: Matrix;
  readonly layer: string;
  readonly prefix: string;
  readonly inside: readonly string[];
}

class Walk {
  private count = 0;

  constructor(
    private readonly drawing: Drawing,
    private readonly visitor: Visitor,
  ) {}

  through(entities: readonly Entity[], around: Around): void {
    const counts = new Map<string, number>();
    for (const entity of entities) {
      const { type, groups, parts } = entity;
      const corners = Math.max(0, groups.length - GROUPS) / FURTHER + parts.length;
      this.add(1 + Math.floor(corners) + (type === 'INSERT' ? around.inside.length : 0));
      const own = (textOf(entity, 8) ?? '0').trim();
      const layer = own === '0' ? around.layer : own;
      const number = (counts.get(entity.type) ?? 0) + 1;
      counts.set(entity.type, number);
      const handle = textOf(entity, 5)?.trim().toUpperCase() ?? `${entity.type}-${number}`;
      const piece: Piece = { entity, layer, id: around.prefix + handle, inside: around.inside, matrix: around.matrix };
      const why = this.unseen(piece);
      if (why !== undefined) this.visitor.unseen(piece, why);
      else if (entity.type === 'INSERT') this.insert(piece);
      else this.visitor.piece(piece);
    }
  }

  within(insert: Piece): void {
    const { block, inside, matrix, layer, id } = insert;
    if (block === undefined) return;
    const name = insert.blockName ?? block.name;
    this.through(block.entities, { matrix, layer, prefix: `${id}-`, inside: [...inside, name] });
  }

  private add(pieces: number): void {
    this.count += pieces;
    if (this.count > MOST_PIECES) throw new TooMany();
    spendBudget(WORK * pieces);
  }

  private unseen({ entity, layer }: Piece): Unseen | undefined {
    if (numberOf(entity, 67) === 1) return 'paper';
    if (numberOf(entity, 60) === 1) return 'invisible';
    const hidden = this.drawing.hidden.get(layer.toUpperCase());
    // Content of an insert on a layer that is off stays visible on other layers; a frozen layer hides all of it.
    return hidden === 'off' && entity.type === 'INSERT' ? undefined : hidden;
  }

  private insert(piece: Piece): void {
    const { entity, inside } = piece;
    const name = (textOf(entity, 2) ?? '').trim();
    const block = this.drawing.blocks.get(name.toUpperCase());
    const blockName = this.drawing.dynamic.get(name.toUpperCase()) ?? name;
    const endless = inside.length >= DEEPEST || inside.includes(blockName);
    const placements = endless ? undefined : placementsOf(entity, block);
    if (placements === undefined) {
      this.visitor.unseen(piece, endless ? 'endless' : 'askew');
      return;
    }
    if (!placements.every(({ a, b, c, d, e, f }) => isPlace([a, b]) && isPlace([c, d]) && isPlace([e, f]))) {
      this.visitor.unseen(piece, 'broken');
      return;
    }
    const off = this.drawing.hidden.get(piece.layer.toUpperCase()) === 'off';
    for (const [index, placement] of placements.entries()) {
      this.add(1);
      const id = placements.length === 1 ? piece.id : `${piece.id}.${index + 1}`;
      const placed = { ...piece, id, blockName, matrix: chained(piece.matrix, placement), around: piece.matrix };
      const insert: Piece = block === undefined ? placed : { ...placed, block };
      if (off) this.visitor.unseen(insert, 'off');
      if (off || this.visitor.piece(insert)) this.within(insert);
    }
  }
}

/** Deepest nesting of blocks; no drawing nests deeper on purpose. */
const DEEPEST = 16;

/**
 * Returns the maps of a block into the drawing, one or rows and columns of them; undefined if it lies in another plane.
 */
function placementsOf(entity: Entity, block: Block | undefined): Matrix[] | undefined {
  const plane = planeOf(entity);
  if (plane === undefined) return undefined;
  const [bx, by] = block?.base ?? [0, 0];
  const own = chained(scaled(scaleOf(entity, 41), scaleOf(entity, 42)), moved(-bx, -by));
  const turn = turned(numberOf(entity, 50));
  const place = chained(
    plane === 'mirrored' ? MIRRORED : IDENTITY,
    moved(numberOf(entity, 10, Number.NaN), numberOf(entity, 20, Number.NaN)),
  );
  const [columns, rows] = [countOf(entity, 70), countOf(entity, 71)];
  if (columns * rows > MOST_COPIES) throw new TooMany();
  return Array.from({ length: columns * rows }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const step = moved(column * numberOf(entity, 44), row * numberOf(entity, 45));
    return chained(place, chained(turn, chained(step, own)));
  });
}

/** Returns a scale factor. Zero means 1: some programs write 0 for an axis that they don't scale. */
function scaleOf(entity: Entity, code: number): number {
  const scale = numberOf(entity, code, 1);
  return scale === 0 ? 1 : scale;
}

function countOf(entity: Entity, code: number): number {
  const count = Math.floor(numberOf(entity, code, 1));
  return Number.isFinite(count) ? Math.max(1, count) : 1;
}

/** Returns the position of an insert or a text, in drawing units; for aligned text, its alignment point. */
export function placeOf({ entity, matrix, block }: Piece): Point {
  if (entity.type === 'INSERT') return at(matrix, block?.base ?? [0, 0]);
  const aligned = entity.type !== 'MTEXT' && (numberOf(entity, 72) !== 0 || numberOf(entity, 73) !== 0);
  const code = aligned && textOf(entity, 11) !== undefined ? 11 : 10;
  const plane = entity.type !== 'MTEXT' && planeOf(entity) === 'mirrored' ? chained(matrix, MIRRORED) : matrix;
  return at(plane, [numberOf(entity, code, Number.NaN), numberOf(entity, code + 10, Number.NaN)]);
}
