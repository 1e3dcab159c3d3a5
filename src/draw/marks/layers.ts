// The layers of a drawing, from zones up to findings.

import { SIGN } from '../../findings/wording/texts.js';
import { type Locale, render } from '../../i18n/locale.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { OPENING_NAMES } from '../../plan/kinds.js';
import { element, titled } from '../../render/xml.js';
import type { DrawnDevice, DrawnView, DrawnZone, LevelDrawing } from '../model.js';
import { type SvgOptions, shows } from '../options.js';
import { px, type Scale } from '../page/scale.js';
import { FAIL, INK, MAY, MUST, OTHER, PAPER, PRIVATE, REQUIRED } from '../page/style.js';
import { t } from '../texts.js';
import { OPENING_STYLE, openingShape } from './openings.js';
import { signSymbol, symbol } from './symbols.js';

/** Thickness of drawn walls, m: about that of room walls, with a minimum that still prints. */
const WALL = 0.12;

/** Returns the markup of the drawing without labels: a `<g>` for each layer that isn't empty, the lowest first. */
export function layers(drawing: LevelDrawing, scale: Scale, options: SvgOptions): string[] {
  const { locale, prefix = '' } = options;
  const views = drawing.views.filter(({ device }) => options.device === undefined || device === options.device);
  return [
    ...(shows(options, 'zones') ? zones(drawing, scale, prefix, locale) : []),
    ...(shows(options, 'must') ? mustViews(views, scale, prefix) : []),
    ...(shows(options, 'remainder') ? remainders(drawing, scale, prefix) : []),
    // Under the walls: a view that ends at a wall needs no outline there.
    ...(shows(options, 'may') ? mayViews(views, drawing, scale, prefix) : []),
    ...walls(drawing, scale),
    ...openings(drawing, scale, locale),
    ...(shows(options, 'findings') ? sightLines(drawing, scale) : []),
    ...(shows(options, 'devices') ? [...signs(drawing, scale, locale), ...devices(drawing, scale, locale)] : []),
  ];
}

function layer(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  parts: readonly string[],
): string[] {
  if (parts.length === 0) return [];
  return [
    `<g class="${name}"${Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${value}"`)
      .join('')}>\n${parts.join('\n')}\n</g>`,
  ];
}

function zones(drawing: LevelDrawing, scale: Scale, prefix: string, locale: Locale): string[] {
  const fills: Readonly<Record<DrawnZone['status'], { fill: string; line: string }>> = {
    required: { fill: `url(#${prefix}required)`, line: REQUIRED.line },
    private: { fill: `url(#${prefix}private)`, line: PRIVATE.line },
    other: OTHER,
  };
  const parts = drawing.zones.map(({ id, name, status, kindName, outline }) => {
    const title = [name ?? id, render(kindName, locale), render(t[status], locale)];
    return element(
      'path',
      {
        'data-zone': id,
        'data-status': status,
        d: outline.map(scale.ring).join(''),
        fill: fills[status].fill,
        stroke: fills[status].line,
      },
      titled([...(name === undefined || name === id ? [] : [id]), ...title].join(render(t.comma, locale))),
    );
  });
  return layer('zones', { 'stroke-width': 0.8, 'fill-rule': 'evenodd' }, parts);
}

/** Returns must-see in one tint, however many devices see a place: what matters is that one does. */
function mustViews(views: readonly DrawnView[], scale: Scale, prefix: string): string[] {
  const parts = views.flatMap(({ device, world, outlines }) =>
    world === 'must' ? [element('path', { 'data-device': device, d: outlines.map(scale.ring).join('') })] : [],
  );
  return layer(
    'must',
    { 'clip-path': `url(#${prefix}sheet)`, fill: MUST, opacity: 0.3, 'fill-rule': 'evenodd' },
    parts,
  );
}

function mayViews(views: readonly DrawnView[], { devices }: LevelDrawing, scale: Scale, prefix: string): string[] {
  const quiet = new Set(devices.filter(({ found }) => !found).map(({ id }) => id));
  const drawn = views.filter(({ world }) => world === 'may');
  const parts = [
    ...drawn.filter((view) => quiet.has(view.device)),
    ...drawn.filter((view) => !quiet.has(view.device)),
  ].map(({ device, outlines }) => {
    const d = outlines.map(scale.ring).join('');
    // The view of a finding stands out, since that is what readers look for.
    return quiet.has(device)
      ? element('path', { 'data-device': device, d, 'stroke-opacity': 0.4, 'stroke-width': 0.6 })
      : element('path', { 'data-device': device, d, 'stroke-width': 1.3 });
  });
  const clip = `url(#${prefix}sheet)`;
  const style = { fill: 'none', stroke: MAY, 'stroke-dasharray': '5 2.5', 'stroke-linejoin': 'round' };
  return layer('may', { 'clip-path': clip, ...style }, parts);
}

function remainders({ remainders }: LevelDrawing, scale: Scale, prefix: string): string[] {
  const parts = remainders.map(({ zone, outlines }) =>
    element('path', { 'data-zone': zone, d: outlines.map(scale.ring).join('') }),
  );
  return layer('remainder', { fill: `url(#${prefix}remainder)`, 'fill-rule': 'evenodd' }, parts);
}

function walls({ walls }: LevelDrawing, scale: Scale): string[] {
  const width = px(Math.min(4, Math.max(1.4, WALL * scale.perMetre)));
  const of = (material: string) =>
    walls
      .filter((wall) => wall.material === material)
      .map(({ line }) => scale.line(line))
      .join('');
  const paths = { opaque: of('opaque'), clear: of('clear'), frosted: of('frosted') };
  const line = (d: string, more: Readonly<Record<string, string | number>>) =>
    d === '' ? [] : [element('path', { d, ...more })];
  const glass = width + 1.2;
  const parts = [
    ...line(paths.opaque, { stroke: INK, 'stroke-width': width }),
    ...line(paths.clear, { stroke: INK, 'stroke-width': glass }),
    ...line(paths.clear, { stroke: PAPER, 'stroke-width': px(glass - 1.4) }),
    ...line(paths.frosted, { stroke: INK, 'stroke-width': glass }),
    ...line(paths.frosted, { stroke: PAPER, 'stroke-width': px(glass - 1.4), 'stroke-dasharray': '3 2' }),
  ];
  return layer('walls', { fill: 'none', 'stroke-linecap': 'square' }, parts);
}

function openings({ openings }: LevelDrawing, scale: Scale, locale: Locale): string[] {
  const parts = openings.map(({ id, kind, name, line: [a, b], swing }) =>
    element(
      'g',
      { 'data-opening': id },
      titled(`${render(OPENING_NAMES[kind], locale)} ${id}${name === undefined ? '' : ` ${name}`}`) +
        openingShape(kind, scale.point(a), scale.point(b), swing),
    ),
  );
  return layer('openings', OPENING_STYLE, parts);
}

function sightLines({ findings }: LevelDrawing, scale: Scale): string[] {
  const parts = findings.flatMap(({ number, points }) => {
    const end = points.at(-1);
    if (end === undefined) return [];
    const d = scale.line(points);
    const [x, y] = scale.point(end);
    const line = d === '' ? '' : `<path d="${d}" stroke="${PAPER}" stroke-width="3.4"/><path d="${d}"/>`;
    const cross = `<path d="M${px(x - 3.5)} ${px(y - 3.5)}l7 7m0 -7l-7 7" stroke-width="2"/>`;
    return [`<g data-finding="${number}">${line}${cross}</g>`];
  });
  return layer('sight-lines', { fill: 'none', stroke: FAIL, 'stroke-width': 1.7 }, parts);
}

function devices({ devices, visitors }: LevelDrawing, scale: Scale, locale: Locale): string[] {
  const drawn = ({ id, kind, name, at, headings, status }: DrawnDevice, more: string, level: string) => {
    const [x, y] = scale.point(at);
    return element(
      'g',
      { 'data-device': id, transform: `translate(${x} ${y})` },
      titled(`${id} ${render(DEVICE_NAMES[kind], locale)}${name === undefined ? '' : ` ${name}`}${level}`) +
        more +
        symbol(kind, status, headings),
    );
  };
  const parts = [
    ...devices.map((device) => drawn(device, '', '')),
    // Ringed, because the device stands on another level.
    ...visitors.map((device) => drawn(device, RING, ` (${device.from.name ?? device.from.id})`)),
  ];
  return layer('devices', { stroke: INK, 'stroke-width': 1.1, 'stroke-linejoin': 'round' }, parts);
}

function signs({ signs }: LevelDrawing, scale: Scale, locale: Locale): string[] {
  const parts = signs.map(({ id, name, at, heading, status }) => {
    const [x, y] = scale.point(at);
    return element(
      'g',
      { 'data-sign': id, transform: `translate(${x} ${y})` },
      titled(`${id} ${render(SIGN, locale)}${name === undefined ? '' : ` ${name}`}`) + signSymbol(status, heading),
    );
  });
  return layer('signs', { stroke: INK, 'stroke-width': 1.1, 'stroke-linejoin': 'round' }, parts);
}

const RING = `<circle r="8" fill="${PAPER}" fill-opacity="0.8" stroke-dasharray="2 1.6"/>`;
