// One level of a suggestion as SVG: what is suggested, what it sees, and where the proof weighs.

import { placeLabels } from '../../../draw/marks/labels.js';
import { layers } from '../../../draw/marks/layers.js';
import { symbol } from '../../../draw/marks/symbols.js';
import type { DrawnDevice } from '../../../draw/model.js';
import { annotations } from '../../../draw/page/annotations.js';
import { type Layout, layoutOf } from '../../../draw/page/layout.js';
import { documentOf, panelEnd, placedMarkup } from '../../../draw/page/panel.js';
import { patterns } from '../../../draw/page/patterns.js';
import { px, type Scale } from '../../../draw/page/scale.js';
import { MUST, PAPER, REQUIRED } from '../../../draw/page/style.js';
import { siteText } from '../../../findings/wording/site.js';
import { joined } from '../../../i18n/catalogue.js';
import { type Locale, render, verbatim } from '../../../i18n/locale.js';
import type { Device } from '../../../plan/model.js';
import { element, titled } from '../../../render/xml.js';
import type { Requirement, Suggestion } from '../types.js';
import { numberedMark, QUIET, STRIKE, SUGGESTED, WEIGHT } from './marks.js';
import { panelOf } from './panel.js';
import { type Sheet, sheetOf } from './sheet.js';
import { t } from './texts.js';

/**
 * Returns a level of a suggestion as an SVG document: the level, the floor by its weight in the proof, the suggested
 * cameras with what they certainly see, those that stay, those that go, and what is left uncovered.
 *
 * @throws if the plan has no such level
 */
export function levelDrawing(suggestion: Suggestion, levelId: string, locale: Locale): string {
  const sheet = sheetOf(suggestion, levelId, locale);
  const { drawing, level } = sheet;
  const layout = layoutOf(drawing, true);
  const panel = panelOf(sheet, layout);
  const width = Math.ceil(layout.width);
  const height = Math.ceil(Math.max(layout.height, panelEnd(panel)));
  const name = joined([siteText(drawing.sheet.site), verbatim(level.name ?? level.id), t.sheetTitle], t.clauseBetween);
  const content = [
    titled(render(name, locale)),
    patterns('', layout.views),
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    '<g class="drawing">',
    ...drawn(sheet, layout),
    '</g>',
    ...panel.map(placedMarkup),
    '',
  ].join('\n');
  return documentOf(content, { width, height, locale });
}

/** Returns the markup of the plan, the lowest layer first. */
function drawn(sheet: Sheet, { scale, sheet: room }: Layout): string[] {
  const { drawing, locale, cameras, changed, turned, replaced, kept, requirements, uncovered } = sheet;
  // What must be covered shows by its outline: a pattern of its own would blend with weights and views.
  const plain = drawing.zones.map((zone) =>
    zone.status === 'required' ? { ...zone, status: 'other' as const } : zone,
  );
  const zones = layers({ ...drawing, zones: plain, walls: [], openings: [] }, scale, {
    locale,
    show: new Set(['zones']),
  });
  const walls = layers(drawing, scale, { locale, show: new Set() });
  const byId = new Map(drawing.devices.map((device) => [device.id, device]));
  const numbered = new Set(cameras.map(({ camera }) => camera.device.id));
  const aimed = new Set(turned.map(({ id }) => id));
  const staying = drawing.devices.filter(({ id, kind }) => kind === 'camera' && !numbered.has(id) && !aimed.has(id));
  const stays = new Set(staying.map(({ id }) => id));
  const others = drawing.devices.filter(({ kind }) => kind !== 'camera');
  // Names of zones keep clear of every symbol, of those that go too.
  const obstacles = [...drawing.devices, ...[...replaced, ...changed].map(asDrawn)];
  const { labels } = placeLabels({ ...drawing, devices: obstacles }, scale, room, locale, {
    zones: true,
    devices: true,
    findings: false,
    labels: true,
  });
  const shown = new Set([...kept, ...replaced, ...turned].map(({ id }) => id));
  return [
    ...zones,
    ...floor(sheet, scale),
    ...views(sheet, scale, (id) => numbered.has(id) || aimed.has(id), {
      class: 'suggested-views',
      fill: MUST,
      'fill-opacity': 0.22,
      stroke: MUST,
      'stroke-width': 1,
    }),
    ...views(sheet, scale, (id) => stays.has(id), {
      class: 'kept-views',
      fill: 'none',
      stroke: QUIET,
      'stroke-width': 1,
      'stroke-dasharray': '6 3',
    }),
    group({ class: 'uncovered', fill: 'url(#remainder)', 'fill-rule': 'evenodd' }, [
      uncovered.length === 0 ? '' : element('path', { d: uncovered.map(scale.ring).join('') }),
    ]),
    outlines(requirements, scale),
    ...walls,
    devices('others', { stroke: QUIET, opacity: 0.7 }, others, scale),
    devices('kept', { stroke: QUIET }, staying, scale),
    devices('changed', { stroke: QUIET, 'stroke-dasharray': '2 1.5' }, changed.map(asDrawn), scale),
    devices(
      'turned',
      { stroke: SUGGESTED, 'stroke-width': 1.6 },
      turned.flatMap(({ id }) => byId.get(id) ?? []),
      scale,
    ),
    devices('replaced', { stroke: QUIET }, replaced.map(asDrawn), scale, STRIKE),
    ...annotations(
      labels.filter(({ of, id }) => of === 'zone' || shown.has(id)),
      locale,
    ),
    group(
      { class: 'suggested', 'stroke-width': 1.2, 'stroke-linejoin': 'round' },
      cameras.flatMap(({ number, camera }) => {
        const device = byId.get(camera.device.id);
        return device === undefined ? [] : [numberedSymbol(number, device, scale)];
      }),
    ),
  ].filter((part) => part !== '');
}

/** Returns the outlines of the required zones, inside their walls, so that no wall hides one. */
function outlines(requirements: readonly Requirement[], scale: Scale): string {
  const rings = requirements.map(({ zone }) => zone.region.rings.map(scale.ring).join(''));
  const clips = rings.map((d, n) =>
    element('clipPath', { id: `required-${n}` }, element('path', { d, 'clip-rule': 'evenodd' })),
  );
  const lines = requirements.map(({ zone }, n) =>
    element('path', { 'data-required': zone.id, d: rings[n], 'clip-path': `url(#required-${n})` }),
  );
  const style = {
    class: 'required',
    fill: 'none',
    stroke: REQUIRED.line,
    'stroke-width': px(Math.min(12, Math.max(5, 0.45 * scale.perMetre))),
  };
  return lines.length === 0 ? '' : `<defs>${clips.join('')}</defs>\n${group(style, lines)}`;
}

function group(attributes: Readonly<Record<string, string | number>>, parts: readonly string[]): string {
  const content = parts.filter((part) => part !== '').join('\n');
  return content === '' ? '' : element('g', attributes, `\n${content}\n`);
}

/** Returns the floor by its weight: the heaviest darkest. */
function floor({ suggestion, level }: Sheet, scale: Scale): string[] {
  const shades = suggestion.parts
    .flatMap((part) => part.floor)
    .filter((square) => square.level === level.id && square.weight > 0);
  const parts = shades.map(({ region, weight }) =>
    element('path', {
      d: [...region.rings, ...region.shadows].map(scale.ring).join(''),
      'fill-opacity': px(WEIGHT.most * Math.min(1, weight)),
    }),
  );
  return [group({ class: 'weights', fill: WEIGHT.fill, 'fill-rule': 'evenodd' }, parts)];
}

function views(
  { drawing }: Sheet,
  scale: Scale,
  isShown: (id: string) => boolean,
  style: Readonly<Record<string, string | number>>,
): string[] {
  const parts = drawing.views
    .filter(({ device, world }) => world === 'must' && isShown(device))
    .map(({ device, outlines }) => element('path', { 'data-device': device, d: outlines.map(scale.ring).join('') }));
  return [group({ 'clip-path': 'url(#sheet)', 'fill-rule': 'evenodd', ...style }, parts)];
}

function asDrawn({ id, kind, name, at, lenses, status }: Device): DrawnDevice {
  const headings = lenses.flatMap((lens) => lens.heading ?? lens.ptz?.home?.heading ?? []);
  return { id, kind, name, at, heading: headings[0], headings, status, found: false };
}

function devices(
  name: string,
  style: Readonly<Record<string, string | number>>,
  shown: readonly DrawnDevice[],
  scale: Scale,
  over = '',
): string {
  const parts = shown.map(({ id, kind, at, headings, status }) => {
    const [x, y] = scale.point(at);
    // Hollow, whether planned or not: what stands out is what is suggested.
    const mark = symbol(kind, status === 'planned' ? 'existing' : status, headings);
    return element('g', { 'data-device': id, transform: `translate(${x} ${y})` }, titled(id) + mark + over);
  });
  return group({ class: name, 'stroke-width': 1.1, 'stroke-linejoin': 'round', ...style }, parts);
}

/** Returns a suggested camera: its number in a disc, with a pointer in the direction it looks. */
function numberedSymbol(number: number, { id, at, headings }: DrawnDevice, scale: Scale): string {
  const [x, y] = scale.point(at);
  return element(
    'g',
    { 'data-device': id, 'data-number': number, transform: `translate(${x} ${y})` },
    titled(id) + numberedMark(number, headings),
  );
}
