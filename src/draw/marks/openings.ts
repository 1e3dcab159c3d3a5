// Shapes of openings on the drawing.
import type { Point } from '../../geometry/index.js';
import type { OpeningKind } from '../../plan/model.js';
import { element } from '../../render/xml.js';
import { px } from '../page/scale.js';
import { INK, PAPER } from '../page/style.js';

/** Half the width of a window in its wall, px. */
const HALF = 2.4;

/** One SVG path of an opening: its data, and the style attributes that it has besides `OPENING_STYLE`. */
export interface OpeningPath {
  readonly d: string;
  readonly style: Readonly<Record<string, string | number>>;
}

/**
 * Returns the markup of an opening between two points of the sheet (px). A leaf, which hangs at `a`, swings to the left or
 * right of the line from `a` to `b`, as seen on the sheet.
 */
export function openingShape(kind: OpeningKind, a: Point, b: Point, swing: 'left' | 'right'): string {
  return openingPaths(kind, a, b, swing, HALF)
    .map(({ d, style }) => element('path', { d, ...style }))
    .join('');
}

/**
 * Returns the SVG paths of an opening between two points of the sheet (y down); [] if they coincide. `half` is half the
 * width of a window in its wall, in the unit of the points; `swing` as in {@link openingShape}.
 */
export function openingPaths(
  kind: OpeningKind,
  a: Point,
  b: Point,
  swing: 'left' | 'right',
  half: number,
): readonly OpeningPath[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return [];
  // y runs down the sheet, so that left of the line in the plan is (dy, −dx) here.
  const side = swing === 'left' ? 1 : -1;
  const [nx, ny] = [(side * dy) / length, (-side * dx) / length];
  const along = (t: number, off: number) => `${px(a[0] + dx * t + nx * off)} ${px(a[1] + dy * t + ny * off)}`;
  const jambs = `M${along(0, -half)}L${along(0, half)}M${along(1, -half)}L${along(1, half)}`;
  const middle = `M${along(0, 0)}L${along(1, 0)}`;
  switch (kind) {
    case 'passage':
      return [stroke(jambs), stroke(middle, { 'stroke-dasharray': '1.5 2.5' })];
    case 'window':
      return [pane(along, half, middle)];
    case 'curtain':
      return [stroke(jambs + wave(along, length, half / HALF))];
    case 'door':
      return [stroke(leaf(along, length, side) + jambs)];
    case 'glass-door':
      return [pane(along, half, ''), stroke(leaf(along, length, side), { 'stroke-dasharray': '3 1.5' })];
  }
}

type Along = (t: number, off: number) => string;

/** Returns the path of an open leaf and the quarter circle it sweeps. */
function leaf(along: Along, length: number, side: number): string {
  const radius = px(length);
  return `M${along(0, 0)}L${along(0, length)}A${radius} ${radius} 0 0 ${side > 0 ? 1 : 0} ${along(1, 0)}`;
}

function pane(along: Along, half: number, middle: string): OpeningPath {
  const corners = [along(0, -half), along(1, -half), along(1, half), along(0, half)];
  return { d: `M${corners.join('L')}Z${middle}`, style: { fill: PAPER } };
}

/** Returns the path of a curtain; `size` is 1 where a wave is 7 px long and 5 deep. */
function wave(along: Along, length: number, size: number): string {
  const waves = Math.max(2, Math.round(length / (7 * size)));
  let d = `M${along(0, 0)}`;
  for (let i = 0; i < waves; i += 1) {
    d += `Q${along((i + 0.5) / waves, (i % 2 === 0 ? 5 : -5) * size)} ${along((i + 1) / waves, 0)}`;
  }
  return d;
}

function stroke(d: string, style: OpeningPath['style'] = {}): OpeningPath {
  return { d, style };
}

/** Style of the lines of every opening. */
export const OPENING_STYLE = { fill: 'none', stroke: INK, 'stroke-width': 0.9 } as const;
