import { sha256 } from '../../base/hash.js';
import { directoryOf } from '../../plan/directory.js';
import type { Site } from '../../plan/model.js';
import type { Place } from '../../source/types.js';
import type { LintVerdict, Report } from '../types.js';
import {
  cornerGrid,
  deviceFingerprint,
  fileGrid,
  levelRecord,
  openingRecord,
  signRecord,
  wallRecord,
  zoneRecord,
} from './records.js';
import type { ToCell } from './shape.js';

/** Hexadecimal digits that are kept of a hash: 128 bits tell apart all that a plan can hold. */
const DIGITS = 32;

/** What the findings of one plan are about, by hash. */
export interface Geometry {
  /** In the plan's own coordinates. */
  readonly own: (verdict: LintVerdict) => string;
  /** From the plan's south-west corner. */
  readonly fromCorner: (verdict: LintVerdict) => string;
}

/**
 * Hashes of what a verdict is about and rests on: the elements that its subject names (`device>zone`), the one its place is
 * in, and those it refers to (openings that are crossed, cameras that cover). They change with every position, size, bearing,
 * kind and capability of these, to 0.1 mm and 0.0001°, and with nothing else: not with names, reasons, comments, the ids of
 * openings, the order of lists, the start and direction of outlines, `rect` or `polygon`, YAML or GeoJSON in metres, the
 * place that degrees are projected about, nor with whether a device or its type says a thing.
 */
export function geometryOf({ site }: Report): Geometry {
  const parts = partsOf(site);
  const hasher = (toCell: ToCell) => {
    const texts = new Map<Part, string>();
    const textOf = (part: Part): string => {
      const known = texts.get(part) ?? JSON.stringify(part.record(toCell));
      texts.set(part, known);
      return known;
    };
    return (verdict: LintVerdict): string => {
      const lines = [...aboutOf(verdict, site, parts)].map(textOf).sort();
      return sha256(new TextEncoder().encode(lines.join('\n'))).slice(0, DIGITS);
    };
  };
  return { own: hasher(fileGrid(site)), fromCorner: hasher(cornerGrid(site)) };
}

/** An element of the plan, put down on a grid when it is asked for. */
interface Part {
  readonly record: (toCell: ToCell) => unknown;
}

interface Parts {
  readonly byId: ReadonlyMap<string, Part>;
  readonly levels: ReadonlyMap<string, Part>;
  readonly byPlace: ReadonlyMap<string, Part>;
}

function partsOf(site: Site): Parts {
  const byId = new Map<string, Part>();
  const levels = new Map<string, Part>();
  const byPlace = new Map<string, Part>();
  const { openings } = directoryOf(site);
  for (const level of site.levels) {
    const part: Part = { record: () => levelRecord(level) };
    levels.set(level.id, part);
    byPlace.set(keyOf(level.place), part);
  }
  const add = (element: { readonly id: string; readonly place: Place }, record: Part['record']): void => {
    const part: Part = { record };
    if (!byId.has(element.id)) byId.set(element.id, part);
    byPlace.set(keyOf(element.place), part);
  };
  for (const level of site.levels) {
    for (const zone of level.zones) add(zone, (toCell) => zoneRecord(zone, toCell));
    for (const wall of level.walls) add(wall, (toCell) => wallRecord(wall, toCell));
    for (const opening of level.openings) add(opening, (toCell) => openingRecord(opening, toCell));
    for (const device of level.devices) {
      const guarded = openings.get(device.opening ?? '');
      add(device, (toCell) => deviceFingerprint(device, guarded, toCell));
    }
    for (const sign of level.signs) add(sign, (toCell) => signRecord(sign, toCell));
  }
  return { byId, levels, byPlace };
}

function keyOf({ path, pointer }: Place): string {
  return `${path}\0${pointer}`;
}

function aboutOf(verdict: LintVerdict, site: Site, parts: Parts): ReadonlySet<Part> {
  const { evidence, place } = verdict;
  const named = namesIn(verdict).flatMap((name) => parts.byId.get(name) ?? parts.levels.get(name) ?? []);
  const places = [place, ...relatedOf(verdict, site)].flatMap((one) => partAt(one, parts) ?? []);
  // A view from level to level hangs on how high these are.
  const levels = evidence?.from === undefined ? [] : [evidence.from, evidence.level];
  return new Set([...named, ...places, ...levels.flatMap((id) => parts.levels.get(id) ?? [])]);
}

/** The ids that a subject may hold: `device>zone`; of rules on the plan `element/detail`; of rules on waivers `rule:subject`. */
function namesIn({ rule, subject }: LintVerdict): string[] {
  const about = rule.startsWith('waiver/') ? subject.slice(subject.indexOf(':') + 1) : subject;
  return about.split(rule.startsWith('plan/') ? /[>/]/ : '>');
}

/** Faults that leave a verdict open are findings of their own: another fault doesn't make this one another. */
function relatedOf({ related, tainted }: LintVerdict, site: Site): Place[] {
  const faulty = new Set(tainted === undefined ? [] : site.faults.map(({ place }) => keyOf(place)));
  return related.map(({ place }) => place).filter((place) => !faulty.has(keyOf(place)));
}

/** The element that a place is in: its own pointer, or one above it. */
function partAt({ path, pointer }: Place, { byPlace }: Parts): Part | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const part = byPlace.get(keyOf({ path, pointer: at }));
    if (part !== undefined || !at.includes('/')) return part;
  }
}
