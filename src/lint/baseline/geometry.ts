// Hashes of the drawn elements that a finding rests on, by which a baseline notices that they changed.

import { sha256 } from '../../base/hash.js';
import { memoize } from '../../base/memo.js';
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

/** Hexadecimal digits kept of a hash: 128 bits tell apart all elements that a plan can hold. */
const DIGITS = 32;

/** Hashes of the elements that a verdict of one plan rests on. */
export interface Geometry {
  /** Returns the hash of the elements in the plan's own coordinates. */
  readonly own: (verdict: LintVerdict) => string;
  /**
   * Returns the hash of the elements measured from the plan's south-west corner, which a shift of the whole plan
   * doesn't change.
   */
  readonly fromCorner: (verdict: LintVerdict) => string;
}

/**
 * Returns functions that hash the elements a verdict rests on: those its subject names (`device>zone`), the one its
 * place is in, and those it refers to (openings crossed, cameras that cover). A hash changes with every position, size,
 * bearing, kind and capability of these, to 0.1 mm and 0.0001°. It doesn't change with names, reasons, comments, ids of
 * openings, the order of lists, the start and direction of outlines, `rect` or `polygon`, YAML or GeoJSON in metres,
 * the origin of projection, nor with whether a device or its type states a value.
 */
export function geometryOf({ site }: Pick<Report, 'site'>): Geometry {
  const parts = partsOf(site);
  const hasher = (toCell: ToCell) => {
    const textOf = memoize((part: Part) => JSON.stringify(part.record(toCell)));
    return (verdict: LintVerdict): string => {
      const lines = [...aboutOf(verdict, site, parts)].map(textOf).sort();
      return sha256(lines.join('\n')).slice(0, DIGITS);
    };
  };
  return { own: hasher(fileGrid(site)), fromCorner: hasher(cornerGrid(site)) };
}

/** An element of the plan, written to grid units on demand. */
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
  // A view across levels depends on the elevations of both.
  const levels = evidence?.from === undefined ? [] : [evidence.from, evidence.level];
  return new Set([...named, ...places, ...levels.flatMap((id) => parts.levels.get(id) ?? [])]);
}

/**
 * Returns the ids that a subject may hold: `device>zone`; for rules on the plan `element/detail`; for rules on waivers
 * `rule:subject`.
 */
function namesIn({ rule, subject }: LintVerdict): string[] {
  const about = rule.startsWith('waiver/') ? subject.slice(subject.indexOf(':') + 1) : subject;
  return about.split(rule.startsWith('plan/') ? /[>/]/ : '>');
}

/**
 * Returns the related places without those of faults. A fault is a finding of its own, so that another fault doesn't
 * change this finding's identity.
 */
function relatedOf({ related, tainted, doubt }: LintVerdict, site: Site): Place[] {
  const faulty = new Set(
    tainted === undefined && doubt === undefined ? [] : site.faults.map(({ place }) => keyOf(place)),
  );
  return related.map(({ place }) => place).filter((place) => !faulty.has(keyOf(place)));
}

/** Returns the element at the place's pointer or at the nearest pointer above it; undefined if there is none. */
function partAt({ path, pointer }: Place, { byPlace }: Parts): Part | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const part = byPlace.get(keyOf({ path, pointer: at }));
    if (part !== undefined || !at.includes('/')) return part;
  }
}
