// Hashes of the drawn elements that a finding rests on, by which a baseline notices that they changed.

import { sha256 } from '../../base/hash.js';
import { memoize } from '../../base/memo.js';
import type { GroundContext } from '../../facts/context.js';
import { memoizeOnGroundBy, memoizePerGround } from '../../facts/memo.js';
import { groundDirectoryOf } from '../../plan/directory.js';
import type { Device, Site } from '../../plan/model.js';
import type { Place } from '../../source/types.js';
import { sightForReport } from '../support/report-sight.js';
import type { LintVerdict, Report } from '../types.js';
import {
  cornerGrid,
  deviceFingerprint,
  fileGrid,
  levelRecord,
  openingRecord,
  projectRecord,
  signRecord,
  signsRecord,
  siteRecord,
  wallRecord,
  zoneRecord,
} from './records.js';
import type { ToCell } from './shape.js';

/** Hexadecimal digits kept of a hash: 128 bits tell apart all elements that a plan can hold. */
const DIGITS = 32;

/** What a decision on a verdict must name, so that it lapses when that changes. */
interface DecidedOn {
  readonly hash: string;
  /** True if the elements drawn are all that the verdict rests on. */
  readonly drawnAlone: boolean;
}

/** Functions that hash the elements on which a verdict of one plan rests. */
export interface Geometry {
  /** Returns the hash of the elements in the plan's own coordinates; without any that of `undrawnHash`. */
  readonly own: (verdict: LintVerdict) => string;
  /**
   * Returns the hash of the elements measured from the plan's south-west corner, which a shift of the whole plan
   * doesn't change; without any that of `undrawnHash`.
   */
  readonly fromCorner: (verdict: LintVerdict) => string;
  /**
   * Returns the hash of all that a person sees who decides on the verdict: its elements, and how much is seen or covered;
   * for one on signs also all signs with their texts; for one without elements the site as a whole and what the verdict
   * says of it.
   */
  readonly decidedOn: (verdict: LintVerdict) => DecidedOn;
}

/**
 * Returns functions that hash the elements a verdict rests on: those its subject names (`device>zone`), the one its
 * place is in, and those it refers to (openings crossed, cameras that cover). A hash changes with every position, size,
 * bearing, kind and capability of these, to 0.1 mm and 0.0001°. It doesn't change with names, reasons, comments, ids of
 * openings, the order of lists, the start and direction of outlines, `rect` or `polygon`, YAML or GeoJSON in metres,
 * the origin of projection, nor with whether a device or its type states a value.
 */
export function geometryOf({ site }: Pick<Report, 'site'>): Geometry {
  // What is remembered goes when the Sight of the report is released.
  const context = { site, sight: sightForReport({ site }), pack: site.pack };
  const finder = finderIn(context);
  const hashes = { own: ownHashes(context), fromCorner: undefined as HashOf | undefined };
  return {
    own: (verdict) => hashes.own(verdict, aboutOf(verdict, site, finder)),
    fromCorner: (verdict) => {
      hashes.fromCorner ??= hasher(cornerGrid(site));
      return hashes.fromCorner(verdict, aboutOf(verdict, site, finder));
    },
    decidedOn: (verdict) => decidedOn(verdict, aboutOf(verdict, site, finder), hashes.own, site),
  };
}

function decidedOn(verdict: LintVerdict, about: readonly Part[], own: HashOf, site: Site): DecidedOn {
  const { message, dependsOn, rule } = verdict;
  const isDrawn = about.length > 0;
  const figures = figuresOf(verdict);
  if (isDrawn && dependsOn.signs === undefined) {
    const drawn = own(verdict, about);
    return { hash: figures.length === 0 ? drawn : hashOf(JSON.stringify([drawn, figures])), drawnAlone: true };
  }
  const signs = signsRecord(site, fileGrid(site));
  const facts = rule.startsWith('project/') ? projectRecord(site) : [];
  const seen = isDrawn
    ? [own(verdict, about), signs, ...figures]
    : [message.id, message.params, siteRecord(site), signs, facts];
  return { hash: hashOf(JSON.stringify(seen)), drawnAlone: false };
}

/**
 * Returns how much is seen or covered, as reports print it: walls that the verdict doesn't name hide more or less of it.
 */
function figuresOf({ evidence }: LintVerdict): readonly string[] {
  const { sightLine: { area, depth } = {}, coverage } = evidence ?? {};
  const all = [area, depth, coverage && 100 * coverage.fraction];
  return all.flatMap((figure) => (figure === undefined ? [] : [Number(figure.toFixed(EXACT)).toFixed(2)]));
}

/**
 * Decimals to which the figures of equal plans are equal, in whatever order their corners are written. Areas drawn in
 * millimetres may lie halfway between two figures of two decimals, and the error of a sum would round them either way.
 */
const EXACT = 8;

/** An element of the plan, written to grid units on demand. */
interface Part {
  readonly record: (toCell: ToCell) => unknown;
}

type HashOf = (verdict: LintVerdict, about: readonly Part[]) => string;

/** Hashes in the plan's own coordinates, which all sites on one ground share. */
const ownHashes = memoizePerGround(({ site }) => hasher(fileGrid(site)));

function hasher(toCell: ToCell): HashOf {
  const textOf = memoize((part: Part) => JSON.stringify(part.record(toCell)));
  const keptFor = memoize(
    (_: LintVerdict): { last?: { readonly about: readonly Part[]; readonly hash: string } } => ({}),
  );
  return (verdict, about) => {
    if (about.length === 0) return undrawnHash(verdict);
    const kept = keptFor(verdict);
    if (kept.last?.about.length !== about.length || !about.every((part, n) => part === kept.last?.about[n])) {
      const lines = about.map(textOf).sort();
      kept.last = { about, hash: hashOf(lines.join('\n')) };
    }
    return kept.last.hash;
  };
}

function hashOf(text: string): string {
  return sha256(text).slice(0, DIGITS);
}

/** The hash of no elements, which baselines once recorded for every finding that rests on nothing drawn. */
export const NOTHING = hashOf('');

/**
 * Returns the hash for a verdict that rests on nothing drawn: that of the id of its message. Two such verdicts with
 * different messages thus have different hashes; values in a message change nothing.
 */
export function undrawnHash({ message }: LintVerdict): string {
  return hashOf(message.id);
}

/** Finds the parts of a plan. */
interface Finder {
  readonly byId: (id: string) => Part | undefined;
  readonly level: (id: string) => Part | undefined;
  readonly at: (path: string, pointer: string) => Part | undefined;
}

/** A part with its rank in the plan: of those that share an id the first one counts, of those at one place the last. */
interface Ranked {
  readonly part: Part;
  readonly rank: number;
}

/** Parts by id, and by the path and pointer of their places. */
class Parts {
  readonly byId = new Map<string, Ranked>();
  private readonly byPlace = new Map<string, Map<string, Ranked>>();

  put({ id, place }: { readonly id: string; readonly place: Place }, part: Part, rank: number): void {
    if (!this.byId.has(id)) this.byId.set(id, { part, rank });
    this.putAt(place, part, rank);
  }

  putAt({ path, pointer }: Place, part: Part, rank: number): void {
    const inFile = this.byPlace.get(path) ?? new Map<string, Ranked>();
    this.byPlace.set(path, inFile);
    inFile.set(pointer, { part, rank });
  }

  at(path: string, pointer: string): Ranked | undefined {
    return this.byPlace.get(path)?.get(pointer);
  }
}

/** Ranks of the lists of one level, one after the other; devices come between openings and signs. */
const LISTS = 5;
const DEVICES = 3;

/** Parts of the plan but its devices. */
const groundParts = memoizePerGround(({ site }) => {
  const levels = new Map<string, Part>();
  const parts = new Parts();
  for (const level of site.levels) {
    const part: Part = { record: () => levelRecord(level) };
    levels.set(level.id, part);
    parts.putAt(level.place, part, -1);
  }
  for (const [n, { zones, walls, openings, signs }] of site.levels.entries()) {
    const rank = n * LISTS;
    for (const one of zones) parts.put(one, { record: (toCell) => zoneRecord(one, toCell) }, rank);
    for (const one of walls) parts.put(one, { record: (toCell) => wallRecord(one, toCell) }, rank + 1);
    for (const one of openings) parts.put(one, { record: (toCell) => openingRecord(one, toCell) }, rank + 2);
    for (const one of signs) parts.put(one, { record: (toCell) => signRecord(one, toCell) }, rank + DEVICES + 1);
  }
  return { parts, levels };
});

const devicePart = memoizeOnGroundBy(({ site }, device: Device): Part => {
  const guarded = groundDirectoryOf(site).openings.get(device.opening ?? '');
  return { record: (toCell) => deviceFingerprint(device, guarded, toCell) };
});

function finderIn(context: Omit<GroundContext, 'site'> & { readonly site: Site }): Finder {
  const { site } = context;
  const { parts, levels } = groundParts(context);
  const devices = new Parts();
  for (const [n, level] of site.levels.entries()) {
    for (const device of level.devices) devices.put(device, devicePart(context, device), n * LISTS + DEVICES);
  }
  return {
    byId(id) {
      const [one, other] = [parts.byId.get(id), devices.byId.get(id)];
      return (one === undefined || (other !== undefined && other.rank < one.rank) ? other : one)?.part;
    },
    level: (id) => levels.get(id),
    at(path, pointer) {
      const [one, other] = [parts.at(path, pointer), devices.at(path, pointer)];
      return (one === undefined || (other !== undefined && other.rank > one.rank) ? other : one)?.part;
    },
  };
}

function aboutOf(verdict: LintVerdict, site: Site, finder: Finder): readonly Part[] {
  const { evidence, place } = verdict;
  const named = namesIn(verdict).flatMap((name) => finder.byId(name) ?? finder.level(name) ?? []);
  const places = [place, ...relatedOf(verdict, site)].flatMap((one) => partAt(one, finder) ?? []);
  // A view across levels depends on the elevations of both.
  const levels = evidence?.from === undefined ? [] : [evidence.from, evidence.level];
  return [...new Set([...named, ...places, ...levels.flatMap((id) => finder.level(id) ?? [])])];
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
  const places = related.map(({ place }) => place);
  if (tainted === undefined && doubt === undefined) return places;
  const faulty = new Set(site.faults.map(({ place }) => keyOf(place)));
  return places.filter((place) => !faulty.has(keyOf(place)));
}

function keyOf({ path, pointer }: Place): string {
  return `${path}\0${pointer}`;
}

/** Returns the element at the place's pointer or at the nearest pointer above it; undefined if there is none. */
function partAt({ path, pointer }: Place, finder: Finder): Part | undefined {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const part = finder.at(path, at);
    if (part !== undefined || !at.includes('/')) return part;
  }
}
