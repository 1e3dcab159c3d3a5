// Counts what the import makes of a drawing against what a person counts in it.

import { type Imported, importBuilding } from '../../../src/import/import.js';
import { loadMapping } from '../../../src/import/mapping/load.js';
import type { Mapping } from '../../../src/import/mapping/types.js';
import { write } from '../../../src/import/write/write.js';
import type { Site } from '../../../src/plan/model.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { pack } from '../support.js';
import { type Compared, compare, type Tally } from './compare.js';
import type { Source } from './source.js';

/** What became of one drawing. */
export interface Count extends Compared {
  readonly name: string;
  /** `refused`: the import doesn't take the mapping, and went on without it. */
  readonly mapping: 'none' | 'taken' | 'refused';
  /** `asked`: nothing was taken for granted, or what was is told as wrong; counted with the right unit. */
  readonly unit: 'right' | 'asked' | 'WRONG' | '?';
  /** Id of the problem for which nothing was imported. */
  readonly refused: string | undefined;
}

/** Returns what the import makes of `source`. */
export function count(source: Source): Count {
  const { name, expected } = source;
  const { mapping: given, is: mapping } = mappingOf(source);
  const plain = imported(source, given);
  const exact = imported(source, { ...given, unit: expected.unit });
  const unit = unitOf(plain, exact);
  const used = unit === 'asked' ? exact : plain;
  const none = (of: number): Tally => ({ right: 0, of, missing: [], false: [] });
  const base = { name, mapping, unit } as const;
  if (!used.ok) {
    return {
      ...base,
      rooms: none(expected.rooms.length),
      names: none(expected.rooms.filter(({ label }) => label !== undefined).length),
      inner: none(expected.inner.length),
      outside: none(expected.outside.length),
      astray: { count: 0, of: 0 },
      devices: none(expected.devices.length),
      refused: used.problems[0]?.code,
    };
  }
  const { from } = used.building.frame;
  const site = siteOf(asDrawn(used, given, expected.unit), source);
  return { ...base, ...compare(expected, site, from ?? [0, 0]), refused: undefined };
}

/** Returns the mapping that belongs to a drawing, an empty one if there is none or the import doesn't take it. */
export function mappingOf(source: Source): { readonly mapping: Mapping; readonly is: Count['mapping'] } {
  if (source.mapping === undefined) return { mapping: { rules: [] }, is: 'none' };
  const loaded = loadMapping('mapping.yaml', new TextEncoder().encode(source.mapping), pack);
  return loaded.ok ? { mapping: loaded.mapping, is: 'taken' } : { mapping: { rules: [] }, is: 'refused' };
}

function imported({ file, bytes }: Source, mapping: Mapping): Imported {
  return importBuilding([{ format: 'dxf', files: [{ path: file, bytes }] }], { mapping, pack, strict: false });
}

/** Returns whether the import took the right unit: as with the unit given, it draws the same. */
function unitOf(plain: Imported, exact: Imported): Count['unit'] {
  const asks = plain.ok
    ? plain.building.notes.some(({ sort, message }) => sort === 'refused' && /unit|scale/i.test(message.id))
    : plain.problems.some(({ code }) => /unit/i.test(code));
  if (asks) return 'asked';
  if (!plain.ok || !exact.ok) return '?';
  const drawn = ({ building }: Imported & { ok: true }) => {
    const { zones, walls, openings, devices } = building.identified.draft;
    return JSON.stringify([
      zones.map(({ rings }) => rings),
      walls.map(({ line }) => line),
      openings.map(({ shape }) => shape),
      devices.map(({ at }) => at),
    ]);
  };
  return drawn(plain) === drawn(exact) ? 'right' : 'WRONG';
}

/** Returns the building with each level where it is drawn: a level's coordinates count from its region's corner. */
function asDrawn(imported: Imported & { ok: true }, { levels = [] }: Mapping, unit: number): Imported & { ok: true } {
  const { building } = imported;
  const { draft } = building.identified;
  const moved = <E extends { readonly level: string }>(element: E): E => {
    const [x = 0, y = 0] = levels.find(({ key }) => key === element.level)?.region ?? [];
    const shift = (value: unknown): unknown => {
      if (!Array.isArray(value)) return value;
      const [a, b] = value;
      return typeof a === 'number' ? [a + x * unit, b + y * unit] : value.map(shift);
    };
    const shapes = Object.entries(element).map(([key, value]): [string, unknown] => {
      if (['rings', 'line', 'at'].includes(key)) return [key, shift(value)];
      if (key !== 'shape') return [key, value];
      return [
        key,
        Object.fromEntries(Object.entries(value as unknown as object).map(([name, part]) => [name, shift(part)])),
      ];
    });
    return Object.fromEntries(shapes) as E;
  };
  const { zones, walls, openings, devices } = draft;
  const laid = {
    zones: zones.map(moved),
    walls: walls.map(moved),
    openings: openings.map(moved),
    devices: devices.map(moved),
  };
  const identified = { ...building.identified, draft: { ...draft, ...laid } };
  return { ...imported, building: { ...building, identified } };
}

function siteOf({ building }: Imported & { ok: true }, { file }: Source): Site {
  const options = { name: 'site', category: 'school', geometry: 'plan.geojson', from: [file] };
  const { plan, geometry } = write(building, options);
  const texts: Readonly<Record<string, string>> = { 'plan.yaml': plan, 'plan.geojson': geometry };
  const read = (path: string) => (Object.hasOwn(texts, path) ? new TextEncoder().encode(texts[path]) : undefined);
  const result = readPlan('plan.yaml', read, { pack });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable.slice(0, 3)));
  return result.site;
}
