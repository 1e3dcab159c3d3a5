// Fill patterns and the clip of views.
import { element } from '../../render/xml.js';
import type { SheetRect } from '../marks/label-grid.js';
import { PRIVATE, REMAINDER, REQUIRED } from './style.js';

/**
 * Returns SVG definitions: fill patterns that stay distinct in grey (lines for required protection, dots for private
 * places, a hatch for blind areas), and a clip path that cuts views off at `clip`. Their ids begin with `prefix`.
 */
export function patterns(prefix: string, clip: SheetRect): string {
  const tile = (id: string, size: number, content: string, more = '') =>
    `<pattern id="${prefix}${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"${more}>${content}</pattern>`;
  const background = `<rect width="6" height="6" fill="${PRIVATE.fill}"/>`;
  return [
    '<defs>',
    tile(
      'required',
      10,
      `<rect width="10" height="10" fill="${REQUIRED.fill}"/><path d="M0 5H10" stroke="${REQUIRED.line}" stroke-width="0.8" stroke-opacity="0.45"/>`,
    ),
    tile('private', 6, `${background}<circle cx="1.5" cy="1.5" r="0.8" fill="${PRIVATE.line}" fill-opacity="0.8"/>`),
    tile(
      'remainder',
      5,
      `<path d="M0 0V5" stroke="${REMAINDER}" stroke-width="2" stroke-opacity="0.8"/>`,
      ' patternTransform="rotate(45)"',
    ),
    element('clipPath', { id: `${prefix}sheet` }, element('rect', { ...clip })),
    '</defs>',
  ].join('');
}
