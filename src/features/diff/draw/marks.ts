// Hatches, lines and rings that show changes on a drawing, with their legend texts.
import { px, type Scale } from '../../../draw/page/scale.js';
import { INK, PAPER } from '../../../draw/page/style.js';
import type { Point } from '../../../geometry/index.js';
import { type Locale, render } from '../../../i18n/locale.js';
import { element, titled } from '../../../render/xml.js';
import { t } from '../texts.js';
import type { DiffDrawing, DrawnEdit, DrawnSpot } from './drawing.js';

/**
 * Colour and hatch (SVG path data for a tile of 7 × 7) of each kind of changed area: bluish green, vermilion, reddish
 * purple, blue, after Okabe and Ito. In grey the direction of the hatch tells them apart.
 */
export const AREAS = {
  gained: { colour: '#00795a', hatch: 'M0 7L7 0M-1.75 1.75L1.75 -1.75M5.25 8.75L8.75 5.25' },
  lost: { colour: '#b84a00', hatch: 'M0 0L7 7M-1.75 5.25L1.75 8.75M5.25 -1.75L8.75 1.75' },
  exposed: {
    colour: '#8a1f5c',
    hatch: 'M0 7L7 0M-1.75 1.75L1.75 -1.75M5.25 8.75L8.75 5.25M0 0L7 7M-1.75 5.25L1.75 8.75M5.25 -1.75L8.75 1.75',
  },
  hidden: { colour: '#0072b2', hatch: 'M0 3.5H7' },
} as const;

/** Kind of changed area: must-see gained or lost, private places newly exposed or hidden. */
export type AreaKind = keyof typeof AREAS;
/** All kinds of changed area, in the order of the legend. */
export const AREA_KINDS: readonly AreaKind[] = ['gained', 'lost', 'exposed', 'hidden'];

/**
 * Line style of each kind of edit: solid and thick for added, long dashes for removed; of a changed element dots for the
 * former place (`before`), solid for the new one (`after`).
 */
export const LINES = {
  added: { stroke: '#00795a', 'stroke-width': 3.4 },
  removed: { stroke: '#b84a00', 'stroke-width': 2.6, 'stroke-dasharray': '9 4' },
  before: { stroke: '#0072b2', 'stroke-width': 1.6, 'stroke-dasharray': '2 3' },
  after: { stroke: '#0072b2', 'stroke-width': 2.6 },
} as const;

/** Kind of line that shows an edit: of what was added or removed, or of a changed element before or after. */
export type LineKind = keyof typeof LINES;

/** Returns SVG patterns of the changed areas; their ids begin with `prefix`. */
export function areaPatterns(prefix: string): string {
  const tiles = AREA_KINDS.map((kind) => {
    const { colour, hatch } = AREAS[kind];
    const size = 7;
    const path = element('path', { d: hatch, fill: 'none', stroke: colour, 'stroke-width': 1.5 });
    return `<pattern id="${prefix}diff-${kind}" width="${size}" height="${size}" patternUnits="userSpaceOnUse">${path}</pattern>`;
  });
  return `<defs>${tiles.join('')}</defs>`;
}

/** Returns SVG of the changed areas of a level, hatched with the patterns of that `prefix`; [] if there are none. */
export function areaLayer({ areas }: DiffDrawing, scale: Scale, prefix: string, locale: Locale): string[] {
  const parts = AREA_KINDS.flatMap((kind) => {
    const d = areas[kind].map(scale.ring).join('');
    if (d === '') return [];
    return [
      element(
        'path',
        {
          'data-area': kind,
          d,
          fill: `url(#${prefix}diff-${kind})`,
          stroke: AREAS[kind].colour,
          'stroke-width': 0.9,
          'fill-rule': 'evenodd',
        },
        titled(render(t[`${kind}Hatch`], locale)),
      ),
    ];
  });
  return parts.length === 0 ? [] : [`<g class="areas">\n${parts.join('\n')}\n</g>`];
}

/** Returns SVG of the edits, over the plan; [] if there are none. */
export function editLayer({ edits }: DiffDrawing, scale: Scale): string[] {
  const parts = edits.flatMap((edit) => {
    const content = edit.spots === undefined ? lines(edit, scale) : spots(edit, scale);
    return content === '' ? [] : [`<g data-edit="${edit.edit.number}">${content}</g>`];
  });
  return parts.length === 0 ? [] : [`<g class="edits" fill="none" stroke-linejoin="round">\n${parts.join('\n')}\n</g>`];
}

/** Returns the kinds of lines that are on the drawing. */
export function lineKinds({ edits }: Pick<DiffDrawing, 'edits'>): LineKind[] {
  const kinds = new Set(edits.flatMap(kindsOf));
  return (['added', 'removed', 'before', 'after'] as const).filter((kind) => kinds.has(kind));
}

function kindsOf({ edit, before, after, spots }: DrawnEdit): LineKind[] {
  if (edit.change === 'added') return ['added'];
  if (edit.change === 'removed') return ['removed'];
  const lay =
    edit.moved !== undefined ||
    edit.turned.length > 0 ||
    edit.keys.some(({ key }) => key === 'polygon' || key === 'line' || key === 'level');
  if (!lay) return ['after'];
  const was = spots === undefined ? before.length > 0 : spots.before !== undefined;
  const is = spots === undefined ? after.length > 0 : spots.after !== undefined;
  return [...(was ? (['before'] as const) : []), ...(is ? (['after'] as const) : [])];
}

function lines(edit: DrawnEdit, scale: Scale): string {
  const kinds = kindsOf(edit);
  const draw = (kind: LineKind, list: readonly (readonly Point[])[]) => {
    const d = list.map((line) => (edit.closed ? scale.ring(line) : scale.line(line))).join('');
    return d === '' || !kinds.includes(kind) ? '' : element('path', { d, ...LINES[kind] });
  };
  return `${draw('before', edit.before)}${draw('removed', edit.before)}${draw('after', edit.after)}${draw('added', edit.after)}`;
}

/** px: radius of the ring about a device. */
const RING = 10;

function spots({ edit, spots: places }: DrawnEdit, scale: Scale): string {
  const [before, after] = [places?.before, places?.after];
  const ring = (at: Point, kind: LineKind) => {
    const [x, y] = scale.point(at);
    return element('circle', { cx: x, cy: y, r: RING, ...LINES[kind] });
  };
  if (edit.change === 'added') return after === undefined ? '' : ring(after.at, 'added');
  if (edit.change === 'removed' && before !== undefined) return ghost(before, scale) + ring(before.at, 'removed');
  if (after === undefined) return before === undefined ? '' : ghost(before, scale) + ring(before.at, 'before');
  const moved = before !== undefined && edit.moved !== undefined;
  const from = moved
    ? ghost(before, scale) + ring(before.at, 'before') + arrow(scale.point(before.at), scale.point(after.at))
    : '';
  const turned =
    before === undefined || edit.turned.length === 0
      ? ''
      : rays(before.headings, after.headings, scale.point(after.at));
  return from + turned + ring(after.at, 'after');
}

/** Returns SVG of a device or a sign where it no longer stands: hollow and pale. */
function ghost({ at, hollow }: DrawnSpot, scale: Scale): string {
  const [x, y] = scale.point(at);
  return `<g transform="translate(${x} ${y})" opacity="0.55" stroke="${INK}" stroke-width="1.1">${hollow}</g>`;
}

function arrow([x0, y0]: Point, [x1, y1]: Point): string {
  const length = Math.hypot(x1 - x0, y1 - y0);
  if (length < 2 * RING + 4) return '';
  const [ux, uy] = [(x1 - x0) / length, (y1 - y0) / length];
  const at = (along: number, off: number) => `${px(x0 + ux * along - uy * off)} ${px(y0 + uy * along + ux * off)}`;
  const tip = length - RING - 2;
  const { stroke } = LINES.after;
  return (
    element('path', { d: `M${at(RING + 1, 0)}L${at(tip - 6, 0)}`, stroke, 'stroke-width': 2.2 }) +
    element('path', {
      d: `M${at(tip, 0)}L${at(tip - 9, 4.5)}L${at(tip - 9, -4.5)}Z`,
      fill: stroke,
      stroke: PAPER,
      'stroke-width': 0.6,
    })
  );
}

/** px: length of the rays that show where a device looked and where it looks. */
const RAY = 34;

function rays(before: readonly number[], after: readonly number[], [x, y]: Point): string {
  const ray = (heading: number, kind: LineKind) => {
    const angle = (heading * Math.PI) / 180;
    const [dx, dy] = [Math.sin(angle), -Math.cos(angle)];
    return element('path', {
      d: `M${px(x + RING * dx)} ${px(y + RING * dy)}L${px(x + RAY * dx)} ${px(y + RAY * dy)}`,
      ...LINES[kind],
    });
  };
  return [...before.map((heading) => ray(heading, 'before')), ...after.map((heading) => ray(heading, 'after'))].join(
    '',
  );
}
