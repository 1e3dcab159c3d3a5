import type { Draft, Gap, Rect } from './draft.js';

/** How buildings of one corridor with rooms on both sides stand on their site. */
export interface OfficeShape {
  /** Length of the corridors, metres. */
  readonly length: number;
  /** Metres of yard between buildings; 0 for buildings back to back. */
  readonly yard: number;
}

const ROOM_WIDTH = 3.9;
const ROOM_DEPTH = 6;
const CORRIDOR = 2.4;
const DEPTH = 2 * ROOM_DEPTH + CORRIDOR;

/** m: how far from the face of a wall a camera on it is drawn. */
const BRACKET = 0.02;

/** Draws buildings up to so many zones. Gives the rooms in which something may stand. */
export function drawOffices(draft: Draft, shape: OfficeShape, zones: number): Rect[] {
  const furnished: Rect[] = [];
  const each = (2 * shape.length) / ROOM_WIDTH;
  const buildings = Math.ceil(zones / (1.5 * each));
  const columns = Math.max(1, Math.round(Math.sqrt((buildings * (DEPTH + shape.yard)) / (shape.length + shape.yard))));
  for (let i = 0; draft.zones.length + 2 < zones; i += 1) {
    const column = i % columns;
    const x = column * (shape.length + shape.yard);
    const y = Math.floor(i / columns) * (DEPTH + shape.yard);
    furnished.push(...building(draft, x, y, shape, i % 2 === 0, column > 0, zones));
  }
  return furnished;
}

function building(
  draft: Draft,
  x: number,
  y: number,
  { length, yard }: OfficeShape,
  hotel: boolean,
  hasNeighbour: boolean,
  zones: number,
): Rect[] {
  const furnished: Rect[] = [];
  const north = y + ROOM_DEPTH + CORRIDOR;
  draft.zone('corridor', '走廊', { x, y: y + ROOM_DEPTH, w: length, d: CORRIDOR });
  const end: Gap[] = [{ kind: 'glass-door', from: 0.6, width: 1.2 }];
  draft.wall([x, y + ROOM_DEPTH], [x, north], yard > 0 && hasNeighbour ? end : []);
  draft.wall([x + length, y + ROOM_DEPTH], [x + length, north], yard > 0 ? end : []);
  for (const side of ['south', 'north'] as const) {
    let at = x;
    for (const w of draft.parts(length, ROOM_WIDTH)) {
      const rect = { x: at, y: side === 'south' ? y : north, w, d: ROOM_DEPTH };
      const last = at + w > x + length - 0.01;
      const inner = side === 'south' ? y + ROOM_DEPTH : north;
      if (draft.zones.length + 1 < zones) furnished.push(room(draft, rect, side, hotel, yard > 0, last));
      else draft.wall([at, inner], [at + w, inner]);
      at += w;
    }
  }
  corridorMounts(draft, x, y + ROOM_DEPTH, length);
  if (yard > 0 && draft.zones.length + 2 <= zones) {
    const lawn = { x, y: y + DEPTH, w: length + yard, d: yard };
    draft.zone('yard', '庭院', lawn);
    draft.zone('yard', '庭院', { x: x + length, y, w: yard, d: DEPTH });
    for (let s = 4; s < length; s += 8) draft.mount([x + s, y + DEPTH + BRACKET], 0, 4, 28);
    furnished.push({ x, y: y + DEPTH + 1, w: length, d: yard - 2 });
  }
  return furnished;
}

/** At both ends and every four metres along one side, looking up and down. */
function corridorMounts(draft: Draft, x: number, y: number, length: number): void {
  draft.mount([x + BRACKET, y + 0.3], 90, 2.7, 18);
  draft.mount([x + length - BRACKET, y + CORRIDOR - 0.3], 270, 2.7, 18);
  for (let s = 3; s < length - 3; s += 4) {
    draft.mount([x + s, y + BRACKET], Math.floor(s / 4) % 2 === 0 ? 45 : 315, 2.7, 25);
  }
}

/** Draws a room with its west, corridor and outer walls; gives where in it furniture may stand. */
function room(
  draft: Draft,
  rect: Rect,
  side: 'south' | 'north',
  hotel: boolean,
  hasWindow: boolean,
  last: boolean,
): Rect {
  const { x, y, w, d } = rect;
  const inner = side === 'south' ? y + d : y;
  const outer = side === 'south' ? y : y + d;
  const [kind, name] = hotel ? (['guest-room', '客房'] as const) : officeKind(draft);
  draft.zone(kind, name, rect);
  draft.wall([x, inner], [x + w, inner], [{ kind: 'door', from: w - 1.2, width: 0.9 }]);
  draft.wall([x, outer], [x + w, outer], hasWindow ? [{ kind: 'window', from: w / 2 - 0.75, width: 1.5 }] : []);
  draft.wall([x, y], [x, y + d]);
  if (last) draft.wall([x + w, y], [x + w, y + d]);
  if (hotel) {
    bathroom(draft, x, inner, side);
    return { x: x + 0.6, y: side === 'south' ? y + 0.8 : y + 3, w: w - 1.2, d: d - 3.8 };
  }
  if (kind !== 'restroom') {
    const [dy, heading] = side === 'south' ? [0.15, 45] : [-0.15, 135];
    draft.mount([x + 0.15, outer + dy], heading, 2.8, 22);
  }
  return { x: x + 0.6, y: side === 'south' ? y + 0.6 : y + 1.6, w: w - 1.2, d: d - 2.2 };
}

function officeKind(draft: Draft): readonly [kind: string, name: string] {
  const share = draft.random();
  if (share < 0.08) return ['restroom', '卫生间'];
  if (share < 0.2) return ['meeting-room', '会议室'];
  return share < 0.3 ? ['store', '库房'] : ['office', '办公室'];
}

/** In the room's corner by the corridor, its door towards the room. */
function bathroom(draft: Draft, x: number, inner: number, side: 'south' | 'north'): void {
  const [w, d] = [1.6, 2.2];
  const y = side === 'south' ? inner - d : inner;
  draft.zone('restroom', '卫生间', { x, y, w, d });
  const back = side === 'south' ? y : y + d;
  draft.wall([x, back], [x + w, back]);
  draft.wall([x + w, y], [x + w, y + d], [{ kind: 'door', from: 0.7, width: 0.8 }]);
}
