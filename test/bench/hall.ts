import type { Point } from '../../src/geometry/index.js';
import type { Draft, Rect } from './draft.js';

/** m: one part of the hall, with a pillar in its middle. */
const BAY = 12;
const PILLAR = 0.6;
const SHOP = 6;

/** m: how far from the face of a wall a camera on it is drawn. */
const BRACKET = 0.02;

/**
 * Draws one open hall of square bays, shops and restrooms along its south and north side. Gives the rectangles in which
 * counters and partitions may stand.
 */
export function drawHall(draft: Draft, zones: number): Rect[] {
  const furnished: Rect[] = [];
  const columns = Math.max(1, Math.round((Math.sqrt(16 + 4 * zones) - 4) / 2));
  const rows = Math.max(1, Math.floor((zones - 4 * columns) / columns));
  const [width, depth] = [columns * BAY, rows * BAY];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) furnished.push(...bay(draft, column * BAY, row * BAY));
  }
  draft.wall([0, 0], [0, depth]);
  draft.wall([width, 0], [width, depth]);
  for (const side of ['south', 'north'] as const) {
    let x = 0;
    for (const w of draft.parts(width, BAY / 2)) {
      if (draft.zones.length < zones) furnished.push(shop(draft, x, w, side === 'south' ? 0 : depth, side));
      else draft.wall([x, side === 'south' ? 0 : depth], [x + w, side === 'south' ? 0 : depth]);
      x += w;
    }
  }
  return furnished;
}

function bay(draft: Draft, x: number, y: number): Rect[] {
  draft.zone('crowd-area', '集散区', { x, y, w: BAY, d: BAY });
  const [cx, cy, r] = [x + BAY / 2, y + BAY / 2, PILLAR / 2];
  const pillar: Point[] = [
    [cx - r, cy - r],
    [cx + r, cy - r],
    [cx + r, cy + r],
    [cx - r, cy + r],
    [cx - r, cy - r],
  ];
  draft.extra(pillar);
  draft.mount([cx, cy + r + BRACKET], 0, 3.5, 25);
  draft.mount([cx + r + BRACKET, cy], 90, 3.5, 25);
  return [
    { x: x + 1, y: y + 1, w: BAY - 2, d: BAY / 2 - 2 },
    { x: x + 1, y: y + BAY / 2 + 1, w: BAY - 2, d: BAY / 2 - 2 },
  ];
}

function shop(draft: Draft, x: number, w: number, inner: number, side: 'south' | 'north'): Rect {
  const y = side === 'south' ? inner - SHOP : inner;
  const outer = side === 'south' ? y : y + SHOP;
  const restroom = draft.random() < 0.15;
  draft.zone(restroom ? 'restroom' : 'shop', restroom ? '卫生间' : '商铺', { x, y, w, d: SHOP });
  const gap = restroom
    ? ({ kind: 'door', from: w - 1.2, width: 0.9 } as const)
    : ({ kind: 'glass-door', from: w / 2 - 1, width: 2 } as const);
  draft.wall([x, inner], [x + w, inner], [gap]);
  draft.wall([x, outer], [x + w, outer]);
  draft.wall([x, y], [x, y + SHOP]);
  draft.wall([x + w, y], [x + w, y + SHOP]);
  return { x: x + 0.8, y: y + 1.2, w: w - 1.6, d: SHOP - 2.4 };
}
