import type { Feature, FeatureCollection, Position } from 'geojson';
import type { Pack } from '../law/types.js';

/** The files of an IMDF folder that a plan is made of, parsed. Source: Apple, Indoor Mapping Data Format 1.0.0. */
export interface ImdfFiles {
  readonly level: FeatureCollection;
  readonly unit: FeatureCollection;
  readonly opening: FeatureCollection | undefined;
  readonly venue: FeatureCollection | undefined;
}

/** A plan made of an IMDF folder, and what a person should know of how it was made. */
export interface Imported {
  /** Plan YAML, WGS 84. */
  readonly yaml: string;
  /** Unit categories the pack doesn't know, which became `other`; most frequent first. */
  readonly unknown: readonly { readonly category: string; readonly count: number }[];
  readonly counts: {
    readonly levels: number;
    readonly zones: number;
    readonly walls: number;
    readonly openings: number;
  };
}

/** Units that are solid rather than rooms. */
const SOLID: ReadonlySet<string> = new Set(['structure', 'column', 'brick', 'concrete', 'drywall', 'glass', 'wood']);

/** m; IMDF knows the order of levels but not their heights. Ours. */
const ASSUMED_STOREY = 3.6;

/** Decimal places of a degree that are kept: 1e-9° is a tenth of a millimetre. */
const DEGREE_DIGITS = 9;

/**
 * Turns IMDF levels, units and openings into a plan. Categories become zone kinds by the pack's `imdf` lists; the rest
 * become `other`, so that rules that need to know the kind say so instead of passing. Devices are left to people.
 * Without `category` the plan names none, and reading it asks for one.
 */
export function importImdf(files: ImdfFiles, pack: Pack, category: string | undefined): Imported {
  const unknown = new Map<string, number>();
  const count = { levels: 0, zones: 0, walls: 0, openings: 0 };
  const levels = [...files.level.features].sort((a, b) => ordinalOf(a) - ordinalOf(b) || (idOf(a) < idOf(b) ? -1 : 1));
  const lines = [
    '# 由 IMDF 生成。IMDF 不含层高、设备和部位用途的全部信息，请补充后再审查。',
    '# Made from IMDF, which knows no storey heights and no devices: add them before linting.',
    'sitecam: 1',
    'site:',
    `  name: ${JSON.stringify(nameOf(files.venue?.features[0]) ?? 'IMDF')}`,
    `  categories: ${JSON.stringify(category === undefined ? [] : [category])}`,
    'coordinates: wgs84',
    `origin: ${JSON.stringify(firstPosition(files.unit))}`,
    'levels:',
  ];
  for (const level of levels) {
    const id = idOf(level);
    const units = files.unit.features.filter((unit) => unit.properties?.level_id === id);
    const solid = units.filter((unit) => SOLID.has(categoryOf(unit)));
    const zones = units.filter((unit) => !SOLID.has(categoryOf(unit))).flatMap((unit) => zoneOf(unit, pack, unknown));
    const walls = solid.flatMap(wallOf);
    const openings = (files.opening?.features ?? []).filter((o) => o.properties?.level_id === id).flatMap(openingOf);
    lines.push(`  - id: ${JSON.stringify(id)}`);
    const name = nameOf(level);
    if (name !== undefined) lines.push(`    name: ${JSON.stringify(name)}`);
    lines.push(
      `    elevation: ${round(ordinalOf(level) * ASSUMED_STOREY, 3)}  # 按每层 ${ASSUMED_STOREY} m 假定 / assumed`,
    );
    pushList(lines, 'zones', zones);
    pushList(lines, 'walls', walls);
    pushList(lines, 'openings', openings);
    count.levels += 1;
    count.zones += zones.length;
    count.walls += walls.length;
    count.openings += openings.length;
  }
  return {
    yaml: `${lines.join('\n')}\n`,
    unknown: [...unknown]
      .map(([name, times]) => ({ category: name, count: times }))
      .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1)),
    counts: count,
  };
}

/** JSON is YAML's flow style: one element a line, as a person would keep it. */
function pushList(lines: string[], key: string, elements: readonly object[]): void {
  if (elements.length === 0) return;
  lines.push(`    ${key}:`);
  for (const element of elements) lines.push(`      - ${JSON.stringify(element)}`);
}

function zoneOf(unit: Feature, pack: Pack, unknown: Map<string, number>): object[] {
  const polygon = polygonOf(unit);
  if (polygon === undefined) return [];
  const category = categoryOf(unit);
  const kind = kindOf(category, pack);
  if (kind === undefined) unknown.set(category, (unknown.get(category) ?? 0) + 1);
  const name = nameOf(unit);
  const holes = polygon.slice(1);
  return [
    {
      id: idOf(unit),
      kind: kind ?? 'other',
      ...(name === undefined ? {} : { name }),
      polygon: polygon[0],
      ...(holes.length === 0 ? {} : { holes }),
    },
  ];
}

/** `restroom.female` is a `restroom` where the pack has no closer word. */
function kindOf(category: string, pack: Pack): string | undefined {
  for (let name = category; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    const kind = pack.zoneKinds.find(({ imdf }) => imdf.includes(name));
    if (kind !== undefined) return kind.id;
  }
  return undefined;
}

function wallOf(unit: Feature): object[] {
  const polygon = polygonOf(unit);
  if (polygon === undefined) return [];
  const material = categoryOf(unit) === 'glass' ? 'clear' : 'opaque';
  return [{ id: idOf(unit), line: [...polygon[0], polygon[0][0]], material }];
}

/**
 * IMDF's door type `open` is a gap without a leaf, but exporters write it on every door: only without a material is it
 * believed. A door is the careful reading in both worlds: open for privacy, closed for coverage.
 */
function openingOf(opening: Feature): object[] {
  if (opening.geometry?.type !== 'LineString') return [];
  const door: { type?: unknown; material?: unknown } = opening.properties?.door ?? {};
  const leafless = door.type === 'open' && (door.material === undefined || door.material === null);
  const kind = leafless ? 'passage' : door.material === 'glass' ? 'glass-door' : 'door';
  const line = opening.geometry.coordinates.map(roundPosition);
  return line.slice(1).map((end, index) => ({
    id: line.length === 2 ? idOf(opening) : `${idOf(opening)}-${index + 1}`,
    kind,
    line: [line[index], end],
  }));
}

function polygonOf(feature: Feature): Position[][] | undefined {
  const geometry = feature.geometry;
  const rings =
    geometry?.type === 'Polygon'
      ? geometry.coordinates
      : geometry?.type === 'MultiPolygon' && geometry.coordinates.length === 1
        ? geometry.coordinates[0]
        : undefined;
  return rings?.map((ring) => ring.slice(0, -1).map(roundPosition));
}

function roundPosition([longitude, latitude]: Position): Position {
  return [round(longitude, DEGREE_DIGITS), round(latitude, DEGREE_DIGITS)];
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function firstPosition(units: FeatureCollection): Position {
  for (const unit of units.features) {
    const polygon = polygonOf(unit);
    if (polygon !== undefined && polygon[0].length > 0) return polygon[0][0];
  }
  return [0, 0];
}

function idOf(feature: Feature): string {
  return String(feature.id ?? feature.properties?.id ?? '');
}

function categoryOf(feature: Feature): string {
  const category: unknown = feature.properties?.category;
  return typeof category === 'string' ? category : '';
}

function ordinalOf(feature: Feature): number {
  const ordinal: unknown = feature.properties?.ordinal;
  return typeof ordinal === 'number' ? ordinal : 0;
}

/** IMDF labels are objects by language tag; Chinese first, then English, then whatever there is. */
function nameOf(feature: Feature | undefined): string | undefined {
  const labels: unknown = feature?.properties?.name;
  if (labels === null || typeof labels !== 'object') return undefined;
  const entries = Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const of = (language: string) => entries.find(([tag]) => tag.toLowerCase().startsWith(language))?.[1];
  return of('zh') ?? of('en') ?? entries[0]?.[1];
}
