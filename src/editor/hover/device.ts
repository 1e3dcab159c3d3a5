// What a hover says of a device: its lenses, how far it sees at each density, and what it sees.
import { type BandView, bandsOf } from '../../draw/bands.js';
import { coveredArea } from '../../geometry/index.js';
import type { Point } from '../../geometry/types.js';
import { joined } from '../../i18n/catalogue.js';
import { localizedList } from '../../i18n/list.js';
import { type Localized, verbatim } from '../../i18n/locale.js';
import { fixed, plainFigure } from '../../i18n/number.js';
import { parameter } from '../../law/lookup.js';
import { sightForReport } from '../../lint/support/report-sight.js';
import type { Report } from '../../lint/types.js';
import { OPENING_NAMES } from '../../plan/kinds.js';
import type { Device, Opening, Zone } from '../../plan/model.js';
import type { Block } from '../../render/document.js';
import { lensText } from '../../report/html/level.js';
import { isFinding } from '../../rules/verdict.js';
import { t } from './texts.js';
import { lawsOn, sentencesOn } from './zone.js';

/** Most zones that are listed. */
const MOST_ZONES = 5;

/** m² that print as 0.1. */
const LEAST = 0.05;

/**
 * Returns what the hover text says of a device: its lenses, a table of pixel densities, and the zones that it may
 * see, with the clauses on them.
 */
export function deviceBlocks(report: Report, device: Device): Block[] {
  const { lenses } = device;
  return [
    ...lenses.map((lens): Block => ({ block: 'paragraph', text: lensText(lens, report.site) })),
    ...bandsTable(report, device),
    ...zonesList(report, device),
  ];
}

function bandsTable(report: Report, device: Device): Block[] {
  const bands = bandsOf(report, device, device.level).filter(({ may }) => may.outlines.length > 0);
  if (bands.length === 0) return [];
  const rows = bands
    .map(({ density, must, may }) => [
      t.band({ density: plainFigure(density) }),
      reachText(device.at, must),
      reachText(device.at, may),
    ])
    // Where a finer band reaches as far, the coarser one says nothing more.
    .filter(([, must, may], n, all) => must.zh !== all[n + 1]?.[1].zh || may.zh !== all[n + 1]?.[2].zh);
  return [
    { block: 'table', head: [t.density, t.must, t.may], rows },
    { block: 'paragraph', text: { quiet: t.bandsNote } },
  ];
}

/** Returns how far a view reaches and its area. */
function reachText([x, y]: Point, { outlines, area }: BandView): Localized {
  if (outlines.length === 0) return t.nothing;
  let most = 0;
  for (const ring of outlines) for (const [px, py] of ring) most = Math.max(most, Math.hypot(px - x, py - y));
  return t.upTo({ metres: fixed(most, 1), area: fixed(area, 1) });
}

/** Returns the zones that a device may see: first those where capture is limited, then those to be protected. */
function zonesList(report: Report, device: Device): Block[] {
  if (device.video === 'none' || device.status === 'removed') return [];
  const { pack } = report;
  const sight = sightForReport(report);
  const density = parameter(pack, 'privacyDensity');
  const may = sight.view(device, device.level, density, 'may');
  if (may.length === 0) return [];
  const must = sight.view(device, device.level, density, 'must');
  const seen = sight
    .within(device, device.level, density)
    .map((zone) => ({ zone, area: coveredArea(zone.region, may).covered, laws: lawsOn(report, zone) }))
    .map((one) => ({ ...one, isFound: isFound(report, device, one.zone) }))
    .filter(({ area, isFound }) => isFound || (area > parameter(pack, 'nothingArea') && area >= LEAST))
    .sort((a, b) => rank(a.laws) - rank(b.laws) || b.area - a.area);
  if (seen.length === 0) return [];
  const items = seen.slice(0, MOST_ZONES).map(({ zone, area, isFound, laws: { barring, protecting } }) => {
    const values = { zone: nameOf(zone), may: fixed(area, 1) };
    const sure = must.length === 0 || barring.length > 0 ? 0 : coveredArea(zone.region, must).covered;
    const text = sure < LEAST ? t.seen(values) : t.seenSurely({ ...values, must: fixed(sure, 1) });
    const clauses = [...sentencesOn(barring), ...sentencesOn(protecting)].map((one) => joined([t.comma, one]));
    // What is seen and is no finding would otherwise look like one that was forgotten.
    const graze = barring.length > 0 && !isFound ? [t.graze] : [];
    return joined([text, ...throughText(report, device, zone, density), ...clauses, ...graze]);
  });
  const rest = seen.length - items.length;
  return [{ block: 'list', items: rest > 0 ? [...items, t.more({ n: rest })] : items }];
}

/** True if a view of the device into the zone is a finding, or waits for what is open. */
function isFound({ verdicts }: Report, device: Device, zone: Zone): boolean {
  return verdicts.some(({ subject, outcome }) => isFinding(outcome) && subject === `${device.id}>${zone.id}`);
}

function rank({ barring, protecting }: ReturnType<typeof lawsOn>): number {
  return barring.length > 0 ? 0 : protecting.length > 0 ? 1 : 2;
}

/** Returns through which openings a device sees a zone, and how densely at most; [] if through none. */
function throughText(report: Report, device: Device, zone: Zone, density: number): Localized[] {
  const reach = sightForReport(report).reach(device, device.level, zone.region, density, 'may');
  const crossed = reach?.crossings.flatMap(({ opening }) => opening ?? []) ?? [];
  if (reach === undefined || crossed.length === 0) return [];
  const openings = localizedList(crossed.map(openingName));
  return [
    reach.density === undefined
      ? t.throughUnknown({ openings })
      : t.through({ openings, density: fixed(reach.density, 0) }),
  ];
}

function openingName({ id, kind }: Opening): Localized {
  return joined([OPENING_NAMES[kind], verbatim(` ${id}`)]);
}

/** Returns a zone by its name and id. */
function nameOf({ id, name }: Zone): Localized {
  return verbatim(name === undefined ? id : `${name} ${id}`);
}
