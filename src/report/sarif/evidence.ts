// Evidence of verdicts in SARIF: code flows, related and logical locations, figures.

import type { CodeFlow, Location, LogicalLocation } from 'sarif';
import type { LocalView } from '../../findings/local.js';
import { zoneOf } from '../../findings/wording/subject.js';
import { quoted } from '../../i18n/list.js';
import { type Localized, render } from '../../i18n/locale.js';
import type { LintVerdict, Report } from '../../lint/types.js';
import { DEVICE_NAMES } from '../../plan/device-names.js';
import { directoryOf } from '../../plan/directory.js';
import { OPENING_NAMES } from '../../plan/kinds.js';
import { plainText } from '../../render/escape.js';
import type { Place } from '../../source/types.js';
import { literal } from './message.js';
import type { Places } from './places.js';
import { t } from './texts.js';

/** Most locations of one result that GitHub accepts. */
export const MOST_LOCATIONS = 1000;

/** A location of a SARIF code flow: place in the plan and caption. */
export interface Stop {
  readonly place: Place;
  readonly text: string;
}

/** Returns the stops of a sight line as a code flow; undefined if there are none. The result's message describes it. */
export function codeFlows(stops: readonly Stop[], places: Places): CodeFlow[] | undefined {
  if (stops.length === 0) return undefined;
  const locations = stops.map(({ place, text }) => ({
    location: { ...places.physical(place), message: { text: literal(text) } },
  }));
  return [{ threadFlows: [{ locations }] }];
}

/** Returns the stops of the sight line: camera, each opening, the zone of the witness point. */
export function stopsOf(verdict: LintVerdict, report: Report, view: LocalView): Stop[] {
  const line = verdict.evidence?.sightLine;
  if (line === undefined) return [];
  const stop = (place: Place, kind: Localized, id: string): Stop => {
    return { place, text: render(t.stop({ kind, name: quoted(plainText(id)) }), view.locale) };
  };
  const directory = directoryOf(report.site);
  const device = directory.devices.get(line.device);
  const openings = line.openings.map((id) => directory.openings.get(id));
  const zone = zoneOf(verdict.subject, report.site);
  return [
    ...(device === undefined ? [] : [stop(device.place, DEVICE_NAMES[device.kind], device.id)]),
    ...openings.flatMap((one) => (one === undefined ? [] : [stop(one.place, OPENING_NAMES[one.kind], one.id)])),
    ...(zone === undefined ? [] : [stop(zone.place, t.zone, zone.name ?? zone.id)]),
  ];
}

/** Returns related places with their captions, numbered from 1 so that a message can link to them. */
export function relatedLocations(related: LintVerdict['related'], view: LocalView, places: Places): Location[] {
  return related.slice(0, MOST_LOCATIONS).map(({ place, caption }, n) => ({
    id: n + 1,
    ...places.physical(place),
    message: { text: literal(plainText(render(caption, view.locale))) },
  }));
}

/**
 * Returns the logical location of a verdict, by which SARIF names an element without a line: its subject and, as the
 * short name, the zone of a subject `device>zone`.
 */
export function logicalLocations(verdict: Pick<LintVerdict, 'subject'>): LogicalLocation[] {
  const subject = plainText(verdict.subject);
  return [{ name: subject.split('>').at(-1) ?? subject, fullyQualifiedName: subject, kind: 'element' }];
}

/**
 * Returns plain data with its texts made safe to print and its numbers rounded to 1e-6, at any depth. Rounding hides
 * differences in the last bits between platforms.
 */
export function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? millionths(value) : undefined;
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? plainText(value) : value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rounded(member)]));
}

/** Bound below which the millionths of a double are exact to a thousandth of a millionth. */
const LARGE = 1e6;

/**
 * Returns `value` rounded to the nearest millionth, by its decimal digits if it lies near the middle of two (which
 * takes longer).
 */
function millionths(value: number): number {
  if (Number.isInteger(value)) return value;
  const scaled = Math.abs(value) * 1e6;
  const nearest = Math.round(scaled);
  const sure = scaled < LARGE * 1e6 && Math.abs(Math.abs(scaled - nearest) - 0.5) > 0.001;
  return sure && nearest > 0 ? (Math.sign(value) * nearest) / 1e6 : Number(value.toFixed(6));
}
