import type { Point } from '../geometry/types.js';
import { metres } from '../i18n/number.js';
import type { Pack } from '../law/types.js';
import { OPENING_KINDS } from '../plan/kinds.js';
import { deviceKeys, TOLD_KEYS } from './devices/keys.js';
import { sharedPlaces } from './devices/places.js';
import { insideSolids } from './devices/solid.js';
import type {
  Draft,
  DraftDevice,
  DraftElement,
  DraftLabel,
  DraftOpening,
  DraftOutline,
  DraftWall,
  DraftZone,
  OpeningShape,
} from './draft.js';
import type { ImportFrame } from './frame.js';
import { idOfOrigin } from './ids.js';
import { keyOfSource, kindOfRoom, type RoomKind } from './kinds/kind.js';
import { metresIn } from './length.js';
import { mappingFor } from './mapping/defaults.js';
import { keysFrom } from './mapping/keys.js';
import { ruleFor } from './mapping/match.js';
import type { Mapping, MappingRule } from './mapping/types.js';
import { unusedNotes } from './mapping/unused.js';
import { nameOf } from './names.js';
import type { Note, NoteMessages } from './notes.js';
import type { Format, Position, RawFeature, RawShape, Source } from './types.js';

/** m: the width of a door that is drawn as a point. Ours; `assume.doorWidth`. */
const DOOR_WIDTH = 0.9;

/** m: the width of a window that is drawn as a point: wide, so that views through it aren't left out. Ours; `assume.windowWidth`. */
const WINDOW_WIDTH = 1.5;

/** m: nothing drawn as a point is wider; a larger number is of another unit, or of something else. */
const WIDEST = 15;

/** m: the side of a pillar that is drawn as a point. Ours; `assume.pillar`. */
const PILLAR = 0.4;

export interface Classified {
  readonly draft: Draft;
  readonly notes: readonly Note[];
}

/** Tells apart what a source drew, by the rules of its mapping. */
export function classify(source: Source, own: Mapping | undefined, frame: ImportFrame, pack: Pack): Classified {
  const sorter = new Sorter(source, own, frame, pack);
  for (const feature of source.features) sorter.take(feature);
  const { draft, notes } = sorter.done();
  if (own === undefined) return { draft, notes };
  const { others = [] } = source;
  for (const feature of others) sorter.rule(feature);
  return { draft, notes: [...notes, ...unusedNotes(own, [...source.features, ...others], sorter.used)] };
}

/** A feature on its way to an element. */
interface Found {
  readonly element: DraftElement;
  readonly name: string | undefined;
  readonly feature: RawFeature;
  readonly rule: MappingRule;
  readonly mapping: Mapping;
}

class Sorter {
  private readonly zones: DraftZone[] = [];
  private readonly walls: DraftWall[] = [];
  private readonly openings: DraftOpening[] = [];
  private readonly devices: DraftDevice[] = [];
  private readonly outlines: DraftOutline[] = [];
  private readonly labels: DraftLabel[] = [];
  private readonly notes: Note[] = [];
  private readonly mappings: Readonly<Record<Format, Mapping>>;
  readonly used = new Set<MappingRule>();
  private readonly counted = new Map<string, Note & { count: number }>();
  private readonly leftOut = new Map<string, Note & { count: number }>();
  private readonly assumed = new Map<string, Note & { count: number }>();

  constructor(
    private readonly source: Source,
    own: Mapping | undefined,
    private readonly frame: ImportFrame,
    private readonly pack: Pack,
  ) {
    const of = (format: Format) => mappingFor(format, own);
    this.mappings = { imdf: of('imdf'), osm: of('osm'), geojson: of('geojson'), dxf: of('dxf') };
  }

  done(): Classified {
    const { zones, walls, openings, devices, outlines, labels } = this;
    const most = (notes: ReadonlyMap<string, Note & { count: number }>) =>
      [...notes.values()].sort((a, b) => b.count - a.count);
    return {
      draft: { zones, walls, openings, devices, outlines, labels },
      notes: [
        ...this.notes,
        ...sharedPlaces(devices),
        ...insideSolids(devices, walls),
        ...most(this.counted),
        ...this.assumed.values(),
        ...most(this.leftOut),
      ],
    };
  }

  /** The rule that a feature falls under, which is then in use. */
  rule(feature: RawFeature): MappingRule | undefined {
    const rule = ruleFor(this.mappings[feature.format].rules, feature);
    if (rule !== undefined) this.used.add(rule);
    return rule;
  }

  take(feature: RawFeature): void {
    const mapping = this.mappings[feature.format];
    const rule = this.rule(feature);
    if (rule === undefined || rule.as === 'none') {
      this.noteLeftOut(feature, mapping);
      return;
    }
    const level = feature.levels[0] ?? this.source.levels[0]?.key ?? '';
    const id = this.idOf(feature, mapping);
    const { origin, shapes } = feature;
    const name = nameOf(feature.properties, mapping.keys?.name ?? ['name']);
    const { keys, unfit } = keysFrom(rule, feature, rule.as === 'device' ? TOLD_KEYS : []);
    for (const params of unfit) this.count({ sort: 'unknown', message: { id: 'classify/value', params } });
    if (shapes.length === 0) {
      this.notes.push({ sort: 'refused', message: { id: 'classify/nowhere', params: { id } }, origin, level });
      this.keep({ element: { id, level, origin, keys }, name, feature, rule, mapping });
    }
    for (const [index, shape] of shapes.entries()) {
      const element = { id: shapes.length === 1 ? id : `${id}-${index + 1}`, level, origin, keys };
      const found = { element, name, feature, rule, mapping };
      if (this.put(found, shape)) continue;
      const params = { id: element.id, type: shape.type, as: rule.as };
      this.notes.push({ sort: 'refused', message: { id: 'classify/unfit', params }, origin, level });
      this.keep(found);
    }
  }

  /** A room or a wall that can't be drawn stays in the plan without geometry, where linting finds it. */
  private keep(found: Found): void {
    if (found.rule.as === 'zone') this.zone(found, []);
    if (found.rule.as === 'wall') this.walls.push({ ...found.element, line: [] });
  }

  /** False where what is drawn can't be what the rule says. */
  private put(found: Found, shape: RawShape): boolean {
    switch (found.rule.as) {
      case 'zone':
        if (shape.type === 'Point') return this.label(found, shape.at);
        return shape.type === 'Polygon' && this.zone(found, shape.rings);
      case 'wall':
        return this.wall(found, shape);
      case 'opening':
        return this.opening(found, shape);
      case 'device':
        return shape.type === 'Point' && this.device(found, shape.at);
      case 'outline':
        if (shape.type !== 'Polygon') return false;
        this.outlines.push({ level: found.element.level, ring: this.metres(shape.rings[0] ?? []) });
        return true;
      case 'none':
        return true;
    }
  }

  private kindOf({ feature, rule, mapping }: Found): RoomKind {
    return rule.kind === undefined ? kindOfRoom(feature, mapping, this.pack) : { kind: rule.kind, untold: undefined };
  }

  /** A zone that is drawn as a point: what it says, it says of the room it lies in. */
  private label(found: Found, at: Position): true {
    const { id, level, origin } = found.element;
    const { kind, untold } = this.kindOf(found);
    this.labels.push({ id, level, origin, kind, untold, name: found.name, at: this.frame.toMetres(at) });
    return true;
  }

  private zone(found: Found, rings: readonly (readonly Position[])[]): true {
    const { element, name, feature } = found;
    const { kind, untold, note } = this.kindOf(found);
    const spans = feature.levels.slice(1);
    this.zones.push({
      ...element,
      kind,
      untold,
      toldBy: note,
      name,
      spans,
      rings: rings.map((ring) => this.metres(ring)),
    });
    return true;
  }

  private wall(found: Found, shape: RawShape): true {
    const { element, mapping } = found;
    const lines =
      shape.type === 'Point'
        ? [square(this.frame.toMetres(shape.at), this.width(found, 'pillar', mapping.assume?.pillar ?? PILLAR))]
        : shape.type === 'LineString'
          ? [this.metres(shape.line)]
          : shape.rings.map((ring) => this.metres(ring));
    for (const [index, line] of lines.entries()) {
      const solid = shape.type === 'LineString' ? {} : { solid: true };
      this.walls.push({ ...element, ...solid, id: index === 0 ? element.id : `${element.id}-${index}`, line });
    }
    return true;
  }

  private opening(found: Found, shape: RawShape): boolean {
    const { element, name, rule, mapping } = found;
    const kind = OPENING_KINDS.find((known) => known === rule.kind);
    if (kind === undefined) return false;
    const put = (id: string, laid: OpeningShape) => this.openings.push({ ...element, id, kind, name, shape: laid });
    if (shape.type === 'Point') {
      const { doorWidth = DOOR_WIDTH, windowWidth = WINDOW_WIDTH } = mapping.assume ?? {};
      const width = kind === 'window' ? this.width(found, kind, windowWidth) : this.width(found, 'door', doorWidth);
      put(element.id, { type: 'point', at: this.frame.toMetres(shape.at), width });
    } else if (shape.type === 'Polygon') {
      put(element.id, { type: 'patch', ring: this.metres(shape.rings[0] ?? []) });
    } else {
      const line = this.metres(shape.line);
      for (const [index, end] of line.slice(1).entries()) {
        put(line.length === 2 ? element.id : `${element.id}-${index + 1}`, { type: 'line', line: [line[index], end] });
      }
    }
    return true;
  }

  private device({ element, name, feature, rule }: Found, at: Position): true {
    const told = deviceKeys(feature, rule);
    this.notes.push(...told.notes.map((note) => ({ ...note, level: element.level })));
    const keys = { ...element.keys, ...told.keys };
    const kind = rule.kind ?? 'other';
    this.devices.push({ ...element, keys, kind, name: name ?? told.name, at: this.frame.toMetres(at) });
    return true;
  }

  /** m; how wide what is drawn as a point is, by its source or else as assumed. */
  private width({ feature, element, mapping }: Found, what: string, otherwise: number): number {
    const written = keyOfSource(feature, mapping.keys?.width ?? []);
    const width = written === undefined ? undefined : metresIn(written);
    if (width !== undefined && width <= WIDEST) return width;
    if (written !== undefined) {
      const { id, origin, level } = element;
      const message = { id: 'classify/width', params: { id, value: written } };
      this.notes.push({ sort: 'unknown', message, origin, level, ids: [id] });
    }
    const known = this.assumed.get(what);
    if (known !== undefined) known.count += 1;
    else {
      const message = { id: `classify/assumed-${what}`, params: { width: metres(otherwise, 2) } };
      this.assumed.set(what, { sort: 'assumed', message, size: otherwise, count: 1 });
    }
    return otherwise;
  }

  private metres(line: readonly Position[]): Point[] {
    return line.map((at) => this.frame.toMetres(at));
  }

  /** Tells once what holds of many things, and of how many. */
  private count(note: Pick<Note, 'sort' | 'message'>): void {
    const key = JSON.stringify([note.sort, note.message]);
    const known = this.counted.get(key);
    if (known !== undefined) known.count += 1;
    else this.counted.set(key, { ...note, count: 1 });
  }

  /** What no rule takes is counted by what the source calls it. */
  private noteLeftOut(feature: RawFeature, mapping: Mapping): void {
    const type = feature.properties.feature_type;
    const kind = keyOfSource(feature, mapping.keys?.kind ?? []);
    const value = type === undefined ? (kind ?? feature.shapes[0]?.type ?? '–') : [type, kind ?? []].flat().join(' ');
    const known = this.leftOut.get(value);
    if (known !== undefined) known.count += 1;
    else {
      const message = { id: 'classify/left-out', params: { value } };
      this.leftOut.set(value, { sort: 'left-out', message, count: 1 });
    }
  }

  private idOf(feature: RawFeature, mapping: Mapping): string {
    const own = feature.id ?? keyOfSource(feature, mapping.keys?.id ?? []);
    return own ?? idOfOrigin(feature.origin);
  }
}

/** A pillar of side `side` about `at`. */
function square([x, y]: Point, side: number): Point[] {
  const half = side / 2;
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ];
}

export const classifyMessages = {
  'classify/nowhere': { zh: '“{id}”没有几何图形', en: "'{id}' is drawn nowhere" },
  'classify/unfit': { zh: '“{id}”的几何类型{type}不能作为{as}', en: "'{id}': a {type} can be no {as}" },
  'classify/left-out': { zh: '“{value}”不属于设计图', en: "'{value}' is no part of a plan" },
  'classify/width': { zh: '“{id}”的宽度{value}无法读取', en: "'{id}': the width '{value}' can't be read" },
  'classify/assumed-door': {
    zh: '以点表示、未注明宽度的门，宽度按{width}计',
    en: 'doors drawn as points that do not say their width: taken as {width} wide',
  },
  'classify/assumed-window': {
    zh: '以点表示、未注明宽度的窗，宽度按{width}计',
    en: 'windows drawn as points that do not say their width: taken as {width} wide',
  },
  'classify/assumed-pillar': {
    zh: '以点表示、未注明尺寸的柱，按边长{width}的方柱计',
    en: 'pillars drawn as points that do not say their size: taken as {width} square',
  },
  'classify/value': {
    zh: '“{property}”的值“{value}”不能作为“{key}”，未采用',
    en: "'{value}' of '{property}' can be no '{key}': left out",
  },
} as const satisfies NoteMessages;
