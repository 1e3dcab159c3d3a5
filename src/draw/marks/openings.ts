// Shapes of openings on the drawing.
import type { Point } from '../../geometry/index.js';
import type { OpeningKind } from '../../plan/model.js';
import { element } from '../../render/xml.js';
import { px } from '../page/scale.js';
import { INK, PAPER } from '../page/style.js';

/** Half the width of a window in its wall, px. */
const HALF = 2.4;

/**
 * Returns the markup of an opening between two points of the sheet (px). A leaf swings to the left or right of its
 * line.
 */
export function openingShape(kind: OpeningKind, a: Point, b: Point, swing: 'left' | 'right'): string {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return '';
  // y runs down the sheet, so that left of the line in the plan is (dy, −dx) here.
  const side = swing === 'left' ? 1 : -1;
  const [nx, ny] = [(side * dy) / length, (-side * dx) / length];
  const along = (t: number, off: number) => `${px(a[0] + dx * t + nx * off)} ${px(a[1] + dy * t + ny * off)}`;
  const jambs = `M${along(0, -HALF)}L${along(0, HALF)}M${along(1, -HALF)}L${along(1, HALF)}`;
  switch (kind) {
    case 'passage':
      return stroke(jambs) + stroke(`M${along(0, 0)}L${along(1, 0)}`, { 'stroke-dasharray': '1.5 2.5' });
    case 'window':
      return pane(along, `M${along(0, 0)}L${along(1, 0)}`);
    case 'curtain':
      return stroke(jambs + wave(along, length));
    case 'door':
      return stroke(leaf(along, length, side) + jambs);
    case 'glass-door':
      return pane(along, '') + stroke(leaf(along, length, side), { 'stroke-dasharray': '3 1.5' });
  }
}

type Along = (t: number, off: number) => string;

/** Returns the path of an open leaf and the quarter circle it sweeps. */
function leaf(along: Along, length: number, side: number): string {
  const radius = px(length);
  return `M${along(0, 0)}L${along(0, length)}A${radius} ${radius} 0 0 ${side > 0 ? 1 : 0} ${along(1, 0)}`;
}

function pane(along: Along, middle: string): string {
  const corners = [along(0, -HALF), along(1, -HALF), along(1, HALF), along(0, HALF)];
  return element('path', { d: `M${corners.join('L')}Z${middle}`, fill: PAPER });
}

function wave(along: Along, length: number): string {
  const waves = Math.max(2, Math.round(length / 7));
  let d = `M${along(0, 0)}`;
  for (let i = 0; i < waves; i += 1) {
    d += `Q${along((i + 0.5) / waves, i % 2 === 0 ? 5 : -5)} ${along((i + 1) / waves, 0)}`;
  }
  return d;
}

function stroke(d: string, more: Readonly<Record<string, string | number>> = {}): string {
  return element('path', { d, ...more });
}

/** Style of the lines of every opening. */
export const OPENING_STYLE = { fill: 'none', stroke: INK, 'stroke-width': 0.9 } as const;
