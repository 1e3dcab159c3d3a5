// Puts OSM features on their storeys.

import { addTo } from '../../../base/arrays.js';
import type { Text } from '../../../i18n/catalogue.js';
import { ruleFor } from '../../mapping/match.js';
import type { Becomes, Mapping } from '../../mapping/types.js';
import type { Note } from '../../notes.js';
import { nameOf } from '../../support/names.js';
import type { RawFeature, SourceLevel } from '../../types.js';
import type { OsmBuilding } from './building.js';
import { type LevelSpan, levelKey, levelsIn, parseLevels } from './levels.js';
import { tag } from './tags.js';
import { t } from './texts.js';

/** Features with their storeys, and the list of storeys. */
interface PlacedFeatures {
  readonly features: readonly RawFeature[];
  readonly levels: readonly SourceLevel[];
  /** Doors outdoors. */
  readonly others: readonly RawFeature[];
  readonly notes: readonly Note[];
}

/** A feature with its parsed level tags. */
interface Levelled {
  readonly feature: RawFeature;
  readonly as: Becomes;
  readonly spans: readonly LevelSpan[];
  readonly repeats: readonly LevelSpan[];
  /** Texts that can't be parsed. The feature stays on such a level, so that linting the plan reports it. */
  readonly unread: readonly string[];
}

/** Level of a feature that names none among several. No plan has this level. */
const NOWHERE = '?';

/**
 * Puts the features that become parts of the plan (`parts`) on their storeys.
 *
 * - `level=0-3` or `0;1;2;3` is one thing through these levels (OSM wiki, Key:level: stairs, a lift, a hall): one zone
 *   on all of them, so that sight and sound pass between them as in the building. An element that can only be on one
 *   level (door, wall) is repeated on each.
 * - `repeat_on` adds a copy on each level it names: a room of its own, with an id of its own (`way/1@2`). For a feature
 *   through several levels it names the lowest.
 *
 * @param parts those features, each with what it becomes (a zone, a door and so on)
 * @param all all features: the outline of a level among them gives its name
 * @param building its lowest and highest level and the numbers that no level has, as far as they are tagged
 */
export function onStoreys(
  parts: readonly OsmPart[],
  all: readonly RawFeature[],
  building: OsmBuilding,
): PlacedFeatures {
  return new Storeys(building).place(parts, all);
}

/** A feature and what it becomes by the mapping. */
interface OsmPart {
  readonly feature: RawFeature;
  readonly as: Becomes;
}

/**
 * Returns the features that become parts of a plan (`parts`), with a wall of glass round each room tagged
 * `material=glass`; the features that become none (`others`); and notes on how many those others are.
 */
export function osmParts(
  features: readonly RawFeature[],
  mapping: Mapping,
): { readonly parts: readonly OsmPart[]; readonly others: readonly RawFeature[]; readonly notes: readonly Note[] } {
  const parts: OsmPart[] = [];
  const others: RawFeature[] = [];
  let outdoors = 0;
  let indoors = 0;
  for (const feature of features) {
    const as = ruleFor(mapping, feature)?.as ?? 'none';
    if (as !== 'none') {
      parts.push({ feature, as }, ...(as === 'zone' ? glassOf(feature) : []));
      continue;
    }
    others.push(feature);
    if (tag(feature, 'level') === undefined && tag(feature, 'indoor') === undefined) outdoors += 1;
    else indoors += 1;
  }
  const left = (message: Text, count: number): Note[] => (count === 0 ? [] : [{ sort: 'left-out', message, count }]);
  return { parts, others, notes: [...left(t.outdoors, outdoors), ...left(t['no-part'], indoors)] };
}

/** Returns the outline of a room with glass walls as wall features: by default a plan's rooms have opaque walls. */
function glassOf(feature: RawFeature): OsmPart[] {
  if (tag(feature, 'material') !== 'glass' || tag(feature, 'indoor') === 'area') return [];
  const { level, repeat_on } = feature.properties;
  const properties = {
    indoor: 'wall',
    material: 'glass',
    ...(level === undefined ? {} : { level }),
    ...(repeat_on === undefined ? {} : { repeat_on }),
  };
  const shapes = feature.shapes.flatMap((shape) =>
    shape.type === 'Polygon' ? shape.rings.map((line) => ({ type: 'LineString' as const, line })) : [],
  );
  return [{ feature: { ...feature, id: `${idIn(feature)}/glass`, properties, shapes }, as: 'wall' }];
}

class Storeys {
  private readonly features: RawFeature[] = [];
  private readonly others: RawFeature[] = [];
  private readonly notes: Note[] = [];
  private readonly levels = new Set<number>();

  constructor(private readonly building: OsmBuilding) {}

  place(parts: readonly OsmPart[], all: readonly RawFeature[]): PlacedFeatures {
    const read = parts.map((part) => this.read(part));
    const named = new Set(
      read.flatMap(({ spans, repeats }) =>
        [...spans, ...repeats].flatMap(({ from, to }) => (from === to ? [from] : [])),
      ),
    );
    const missing = new Set([...this.building.missing].filter((level) => !named.has(level)));
    const silent = read.filter(({ spans, unread }) => spans.length === 0 && unread.length === 0);
    const resolved = (spans: readonly LevelSpan[]): number[] => levelsIn(spans, named, missing);
    for (const one of read) if (!silent.includes(one)) this.put(one, resolved(one.spans), resolved(one.repeats));
    this.placeSilent(silent);
    this.noteOutside();
    const levels = [...this.levels].sort((a, b) => a - b).map((level) => levelOf(level, all, missing));
    return { features: this.features, levels, others: this.others, notes: this.notes };
  }

  private read({ feature, as }: OsmPart): Levelled {
    const unread: string[] = [];
    const read = (key: string): readonly LevelSpan[] => {
      const text = tag(feature, key);
      if (text === undefined) return [];
      const parsed = parseLevels(text);
      if (parsed.ok) return parsed.spans;
      unread.push(text);
      const { origin } = feature;
      const pointer = `${origin.pointer}/properties/${key}`;
      this.notes.push({
        sort: 'refused',
        message: t.level({ id: idIn(feature), key, value: text, rest: parsed.rest }),
        origin: { ...origin, pointer },
        ids: [idIn(feature)],
      });
      return [];
    };
    return { feature, as, spans: read('level'), repeats: read('repeat_on'), unread };
  }

  private put({ feature, as, unread }: Levelled, on: readonly number[], starts: readonly number[]): void {
    const [lowest] = on;
    if (lowest !== undefined) {
      this.add(feature, as, on);
      for (const start of starts) {
        if (start === lowest) continue;
        const shifted = on.map((level) => Math.round((level + start - lowest) * 1000) / 1000);
        this.add(named(feature, levelKey(start)), as, shifted);
      }
    } else if (starts.length > 0) {
      for (const [index, start] of starts.entries()) {
        this.add(index === 0 ? feature : named(feature, levelKey(start)), as, [start]);
      }
    }
    for (const [index, text] of unread.entries()) {
      const id = index === 0 && on.length + starts.length === 0 ? feature : named(feature, text);
      this.features.push({ ...id, levels: [text] });
    }
  }

  /** Adds a zone on all its levels, a device on the lowest, and any other element once on each. */
  private add(feature: RawFeature, as: Becomes, levels: readonly number[]): void {
    const placed = as === 'device' ? levels.slice(0, 1) : levels;
    for (const level of placed) this.levels.add(level);
    if (as === 'zone') this.features.push({ ...feature, levels: placed.map(levelKey) });
    else {
      for (const [index, level] of placed.entries()) {
        const key = levelKey(level);
        this.features.push({ ...(index === 0 ? feature : named(feature, key)), levels: [key] });
      }
    }
  }

  /**
   * Places features without a level: a door on the levels of the rooms it is a corner of, the others if there is no
   * choice.
   */
  private placeSilent(silent: readonly Levelled[]): void {
    if (silent.length === 0) return;
    const corners = cornersOf(this.features);
    const only = this.levels.size > 1 ? undefined : ([...this.levels][0] ?? 0);
    // If nothing names a level, there is nothing to choose.
    const chosen = this.levels.size > 0;
    const ground = this.levels.has(0) || !chosen ? 0 : Math.min(...this.levels);
    const told = new Map<Text, string[]>();
    const tell = (text: Text, feature: RawFeature): void => addTo(told, text, idIn(feature));
    for (const { feature, as } of silent) {
      const corner = as === 'opening' ? corners(feature) : undefined;
      if (corner !== undefined) {
        this.add(feature, as, corner);
        tell(t['door-level'], feature);
      } else if (as === 'opening' && (only === undefined || tag(feature, 'entrance') !== undefined)) {
        this.others.push(feature);
        tell(t['door-outdoors'], feature);
      } else if (only !== undefined || as === 'device') {
        // Its place may tell, or the name of its file; and the rooms may be in a source of another format.
        const isStray = as === 'device' && (only === undefined || !chosen);
        this.add(isStray ? { ...feature, astray: true } : feature, as, [only ?? ground]);
        if (chosen && !isStray) tell(t['only-level'], feature);
      } else {
        this.features.push({ ...feature, levels: [NOWHERE] });
        this.notes.push({
          sort: 'refused',
          message: t['no-level']({ id: idIn(feature) }),
          origin: feature.origin,
          ids: [idIn(feature)],
        });
      }
    }
    for (const [message, ids] of told) {
      const sort = message === t['door-outdoors'] ? 'left-out' : 'assumed';
      this.notes.push({ sort, message, ids, count: ids.length });
    }
  }

  private noteOutside(): void {
    const { lowest = Number.NEGATIVE_INFINITY, highest = Number.POSITIVE_INFINITY } = this.building;
    for (const level of [...this.levels].filter((level) => level < lowest || level > highest).sort((a, b) => a - b)) {
      const key = levelKey(level);
      const ids = this.features.filter(({ levels }) => levels.includes(key)).map(idIn);
      const message = t.outside({ level: key, lowest, highest });
      this.notes.push({ sort: 'unknown', message, level: key, ids, count: ids.length });
    }
  }
}

/** Returns a lookup of the levels of zones that have a point as a corner; undefined if none has. */
function cornersOf(features: readonly RawFeature[]): (feature: RawFeature) => number[] | undefined {
  const known = new Map<string, Set<number>>();
  for (const { shapes, levels } of features) {
    for (const shape of shapes) {
      if (shape.type !== 'Polygon') continue;
      for (const at of shape.rings.flat()) {
        const key = at.join();
        const here = known.get(key) ?? new Set();
        for (const level of levels.map(Number)) if (Number.isFinite(level)) here.add(level);
        known.set(key, here);
      }
    }
  }
  return ({ shapes: [shape] }) => {
    const found = shape?.type === 'Point' ? known.get(shape.at.join()) : undefined;
    return found === undefined || found.size === 0 ? undefined : [...found].sort((a, b) => a - b);
  };
}

function named(feature: RawFeature, level: string): RawFeature {
  return { ...feature, id: `${idIn(feature)}@${level}` };
}

function idIn({ id = '' }: RawFeature): string {
  return id;
}

/** Returns a storey: names from its `indoor=level` outline, ordinal among the existing levels. */
function levelOf(level: number, features: readonly RawFeature[], missing: ReadonlySet<number>): SourceLevel {
  const key = levelKey(level);
  const outline = features.find((feature) => tag(feature, 'indoor') === 'level' && isOn(feature, level));
  const skipped = [...missing].filter((gap) => (level > 0 ? gap > 0 && gap < level : gap < 0 && gap > level)).length;
  return {
    key,
    short: (outline === undefined ? undefined : (tag(outline, 'ref') ?? tag(outline, 'level:ref'))) ?? key,
    name: outline === undefined ? undefined : nameOf(outline.properties, ['name']),
    ordinal: level > 0 ? level - skipped : level + skipped,
  };
}

function isOn(feature: RawFeature, level: number): boolean {
  const parsed = parseLevels(tag(feature, 'level') ?? '');
  return parsed.ok && levelsIn(parsed.spans).includes(level);
}
