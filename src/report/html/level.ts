// Levels and devices as data for the page's script.
import { byCodeUnit } from '../../base/order.js';
import { type Band, bandsOf } from '../../draw/bands.js';
import { sureDrawingOf } from '../../draw/model.js';
import { type PackedLevel, type PackedPath, packed, pathIn } from '../../draw/packed.js';
import { lensHeading, trueHeading } from '../../findings/wording/headings.js';
import { coveredArea, type Point } from '../../geometry/index.js';
import { joined } from '../../i18n/catalogue.js';
import { type Locale, type Localized, render, verbatim } from '../../i18n/locale.js';
import { fixed, plainFigure } from '../../i18n/number.js';
import { parameter } from '../../law/lookup.js';
import { sightForReport } from '../../lint/support/report-sight.js';
import type { Report } from '../../lint/types.js';
import { AUDIO, DEVICE_NAMES, STATUS } from '../../plan/device-names.js';
import type { Device, Optics, Site } from '../../plan/model.js';
import { plainText } from '../../render/escape.js';
import { CARD_UNITS, type CardData } from './data.js';
import { card as t, WINDS } from './texts.js';

/** Returns a level for the page to draw. Holds what devices certainly see; what they may see is on their cards. */
export function levelData(report: Report, id: string, locale: Locale): PackedLevel {
  return packed(sureDrawingOf(report, id), locale);
}

/**
 * Returns the cards of the devices of a plan; of a crowded level (one with too many cameras to draw all that they may
 * see), those of devices with findings.
 */
export function cardsData(report: Report, locale: Locale): CardData[] {
  return report.site.levels.flatMap((level) => {
    const { crowded, devices } = sureDrawingOf(report, level.id);
    const found = new Set(devices.flatMap((one) => (one.found ? [one.id] : [])));
    return level.devices
      .filter(({ id }) => !crowded || found.has(id))
      .map((device) => cardData(report, device, locale));
  });
}

/** Returns the card of a device with `figures`, which users of the page can change. */
export function editCard(report: Report, device: Device, locale: Locale): CardData {
  const { site } = report;
  const { at, height, type, lenses } = device;
  const [lens] = lenses;
  const heading = lenses.length === 1 ? lensHeading(lens, site) : trueHeading(device.facing, site);
  const types = site.levels.flatMap(({ devices }) => devices.flatMap((one) => one.type ?? []));
  return {
    ...cardData(report, device, locale),
    figures: {
      at: [at[0], at[1]],
      heading,
      tilt: lenses.length === 1 ? lens.tilt : undefined,
      hfov: lenses.length === 1 ? lens.hfov : undefined,
      height,
      type,
      types: [...new Set(types)].sort(byCodeUnit),
    },
  };
}

/** Returns the card of a device without `figures`: its facts, what it sees by density, and the zones that it sees. */
export function cardData(report: Report, device: Device, locale: Locale): CardData {
  const { bounds } = sureDrawingOf(report, device.level);
  const path = pathIn([bounds.minX, bounds.minY], CARD_UNITS);
  const text = (one: Localized) => plainText(render(one, locale));
  return {
    id: device.id,
    level: report.site.levels.findIndex(({ id }) => id === device.level),
    title: text(
      joined(
        [DEVICE_NAMES[device.kind], ...(device.name === undefined ? [] : [verbatim(device.name)])],
        verbatim(' · '),
      ),
    ),
    facts: factsOf(report, device).map(([label, value]) => [text(label), text(value)]),
    zones: zonesOf(report, device, text),
    bands: bandsData(bandsOf(report, device, device.level), path),
  };
}

function bandsData(bands: readonly Band[], path: (points: readonly Point[]) => PackedPath): CardData['bands'] {
  // Compared as they are written: the last digit of a sine isn't the same in every engine.
  const written = bands.map(({ must, may }) => ({ must: must.outlines.map(path), may: may.outlines.map(path) }));
  const outlines = (n: number, world: 'must' | 'may') => {
    const here = written[n][world];
    const before = written[n - 1]?.[world];
    return before !== undefined && JSON.stringify(here) === JSON.stringify(before) ? 0 : here;
  };
  return bands.map(({ density, must, may }, n) => [
    density,
    rounded(must.area),
    rounded(may.area),
    outlines(n, 'must'),
    outlines(n, 'may'),
  ]);
}

function rounded(area: number): number {
  return Number(area.toFixed(2));
}

function factsOf({ site }: Report, device: Device): [Localized, Localized][] {
  const { at, height, lenses, status, audio, type, model } = device;
  const [east, north] = site.coordinates === 'wgs84' ? [0, 0] : site.shift;
  const out: [Localized, Localized][] = [
    [t.position, t.xy({ x: fixed(at[0] + east, 2), y: fixed(at[1] + north, 2) })],
    [t.height, height === undefined ? t.unsaid : t.metres({ n: fixed(height, 2) })],
  ];
  for (const [n, lens] of lenses.entries()) {
    const figures = lensText(lens, site);
    out.push([lenses.length === 1 ? t.lens : t.lensOf({ n: n + 1 }), figures]);
  }
  if (device.video !== 'none' || audio !== 'none') out.push([t.audio, AUDIO[audio]]);
  out.push([t.status, STATUS[status]]);
  if (type !== undefined) out.push([t.type, verbatim(type)]);
  if (model !== undefined) out.push([t.model, verbatim(model)]);
  return out;
}

/** Returns the figures of a lens: form, direction from true north, field of view and resolution. */
export function lensText(lens: Optics, site: Pick<Site, 'north'>): Localized {
  const { form, tilt, hfov, resolution } = lens;
  const heading = lensHeading(lens, site);
  const degrees = (value: number) => plainFigure(Number(value.toFixed(1)));
  const parts: Localized[] = [t[form]];
  if (form !== 'fisheye') {
    if (heading === undefined) parts.push(t.noHeading);
    else parts.push(t.heading({ degrees: degrees(heading), wind: WINDS[Math.round(heading / 45) % 8] }));
    if (tilt !== undefined) parts.push(t.tilt({ degrees: degrees(tilt) }));
    if (hfov !== undefined) parts.push(t.hfov({ degrees: degrees(hfov) }));
  }
  parts.push(resolution === undefined ? t.noResolution : t.pixels({ across: resolution[0], down: resolution[1] }));
  return joined(parts, t.comma);
}

/** Most zones on a card. */
const MOST_ZONES = 40;

function zonesOf(report: Report, device: Device, text: (one: Localized) => string): CardData['zones'] {
  if (device.video === 'none' || device.status === 'removed') return [];
  const { pack } = report;
  const sight = sightForReport(report);
  const density = parameter(pack, 'privacyDensity');
  const nothing = parameter(pack, 'nothingArea');
  const may = sight.view(device, device.level, density, 'may');
  const must = sight.view(device, device.level, density, 'must');
  if (may.length === 0) return [];
  return sight
    .within(device, device.level, density)
    .map(({ id, name, region }): CardData['zones'][number] => [
      id,
      text(verbatim(name ?? id)),
      must.length === 0 ? 0 : rounded(coveredArea(region, must).covered),
      rounded(coveredArea(region, may).covered),
    ])
    .filter(([, , , area]) => area > nothing)
    .sort((a, b) => b[3] - a[3])
    .slice(0, MOST_ZONES);
}
