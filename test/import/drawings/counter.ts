// Counts what the import makes of a drawing against what a person counts in it.

import { joinsOf } from '../../../src/features/inspect/joins.js';
import { areaOfRegion } from '../../../src/geometry/shapes/ring.js';
import type { Point, Region } from '../../../src/geometry/types.js';
import { type Imported, importBuilding } from '../../../src/import/import.js';
import { loadMapping } from '../../../src/import/mapping/load.js';
import type { Mapping } from '../../../src/import/mapping/types.js';
import { write } from '../../../src/import/write/write.js';
import { lintPlan } from '../../../src/lint/lint.js';
import { sightForReport } from '../../../src/lint/support/report-sight.js';
import type { Report } from '../../../src/lint/types.js';
import type { Zone } from '../../../src/plan/model.js';
import { pack } from '../support.js';
import type { Expected } from './expected.js';
import type { Source } from './source.js';

/** How many are right, of how many that a person counts; and how many nobody counts. */
export interface Tally {
  readonly right: number;
  readonly of: number;
  readonly false: number;
}

/** What became of one drawing. */
export interface Count {
  readonly name: string;
  /** `refused`: the import doesn't take the mapping, and went on without it. */
  readonly mapping: 'none' | 'taken' | 'refused';
  /** `asked`: nothing was taken for granted, or what was is told as wrong; counted with the right unit. */
  readonly unit: 'right' | 'asked' | 'WRONG' | '?';
  readonly rooms: Tally;
  readonly inner: Tally;
  readonly outside: Tally;
  /** Openings that lie on no wall, of all. */
  readonly astray: { readonly count: number; readonly of: number };
  readonly devices: Tally;
  /** Id of the problem for which nothing was imported. */
  readonly refused: string | undefined;
}

/** Share by which the area of a room may differ from the one counted. */
const AREA = 0.1;

/** Metres by which a device may stand elsewhere. */
const NEAR = 0.5;

/** Returns what the import makes of `source`. */
export function count(source: Source): Count {
  const { name, expected } = source;
  const loaded =
    source.mapping === undefined
      ? undefined
      : loadMapping('mapping.yaml', new TextEncoder().encode(source.mapping), pack);
  const given: Mapping = loaded?.ok === true ? loaded.mapping : { rules: [] };
  const mapping = loaded === undefined ? 'none' : loaded.ok ? 'taken' : 'refused';
  const plain = imported(source, given);
  const exact = imported(source, { ...given, unit: expected.unit });
  const unit = unitOf(plain, exact);
  const used = unit === 'asked' ? exact : plain;
  const none = (of: number): Tally => ({ right: 0, of, false: 0 });
  const base = { name, mapping, unit } as const;
  if (!used.ok) {
    return {
      ...base,
      rooms: none(expected.rooms.length),
      inner: none(expected.inner.length),
      outside: none(expected.outside.length),
      astray: { count: 0, of: 0 },
      devices: none(expected.devices.length),
      refused: used.problems[0]?.code,
    };
  }
  const { from } = used.building.frame;
  return { ...base, ...compared(expected, reportOf(used, source), from ?? [0, 0]), refused: undefined };
}

function imported({ file, bytes }: Source, mapping: Mapping): Imported {
  return importBuilding([{ format: 'dxf', files: [{ path: file, bytes }] }], { mapping, pack, strict: false });
}

/** Returns whether the import took the right unit: as with the unit given, it draws the same. */
function unitOf(plain: Imported, exact: Imported): Count['unit'] {
  const asks = plain.ok
    ? plain.building.notes.some(({ sort, message }) => sort === 'refused' && /unit|scale/.test(message.id))
    : plain.problems.some(({ code }) => /unit/.test(code));
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

function reportOf({ building }: Imported & { ok: true }, { file }: Source): Report {
  const options = { name: 'site', category: 'school', geometry: 'plan.geojson', from: [file] };
  const { plan, geometry } = write(building, options);
  const texts: Readonly<Record<string, string>> = { 'plan.yaml': plan, 'plan.geojson': geometry };
  const read = (path: string) => (Object.hasOwn(texts, path) ? new TextEncoder().encode(texts[path]) : undefined);
  const report = lintPlan('plan.yaml', read, { pack, today: '2026-11-24' });
  if (!report.ok) throw new Error(JSON.stringify(report.unreadable.slice(0, 3)));
  return report;
}

/** Compares a plan with what is expected; `from` is where the plan's zero lies in the drawing, m. */
function compared(
  { rooms, inner, outside, devices }: Expected,
  report: Report,
  from: readonly [number, number],
): Pick<Count, 'rooms' | 'inner' | 'outside' | 'astray' | 'devices'> {
  const { site } = report;
  const local = ([x, y]: readonly [number, number]): Point => [x - from[0], y - from[1]];
  const zones = site.levels.flatMap((level) => level.zones);
  const named = new Map<Zone, string[]>();
  const right = rooms.filter(({ name, at, area }) => {
    const around = zones.filter(({ region }) => contains(region, local(at)));
    const [zone] = around.sort((a, b) => areaOfRegion(a.region) - areaOfRegion(b.region));
    if (zone === undefined) return false;
    named.set(zone, [...(named.get(zone) ?? []), name]);
    return Math.abs(areaOfRegion(zone.region) - area) <= AREA * area;
  });
  const namesOf = (zone: Zone | undefined) => (zone === undefined ? [] : (named.get(zone) ?? []));
  const joined = joinsOf(site, sightForReport(report));
  const both = joined.flatMap(({ zones: [a, b] }) => (a !== undefined && b !== undefined && a !== b ? [[a, b]] : []));
  const one = joined.flatMap(({ zones: [a, b] }) => (a === undefined) === (b === undefined) ? [] : [a ?? b]); // biome-ignore format: one line
  const astray = site.faults.filter(({ rule }) => rule === 'plan/opening-on-no-wall').length;
  const found = site.levels.flatMap((level) => level.devices);
  const isNear = ({ at: [x, y] }: (typeof found)[number], at: readonly [number, number]) =>
    Math.hypot(x - local(at)[0], y - local(at)[1]) < NEAR;
  const placed = devices.filter(({ number, kind, at }) =>
    found.some((one) => one.kind === kind && (one.id === number || one.name === number) && isNear(one, at)),
  );
  return {
    rooms: { right: right.length, of: rooms.length, false: zones.length - named.size },
    inner: tally(
      inner.map(({ rooms: names }) => names),
      both.map(([a, b]) => [namesOf(a), namesOf(b)]),
    ),
    outside: tally(
      outside.map(({ room }) => [room]),
      one.map((zone) => [namesOf(zone)]),
    ),
    astray: { count: astray, of: joined.length },
    devices: {
      right: placed.length,
      of: devices.length,
      false: found.filter((one) => !devices.some(({ at }) => isNear(one, at))).length,
    },
  };
}

/**
 * Matches openings found, by the rooms that the zone on each side holds, with those expected, each once. A zone of two
 * rooms in one stands for either: it is counted as wrong once already.
 */
function tally(expected: readonly (readonly string[])[], found: readonly (readonly (readonly string[])[])[]): Tally {
  const left = [...expected];
  const right = found.filter((sides) => {
    const index = left.findIndex((names) => {
      const holds = (order: readonly string[]) => order.every((name, side) => sides[side]?.includes(name));
      return holds(names) || holds([...names].reverse());
    });
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
  return { right: right.length, of: expected.length, false: found.length - right.length };
}

/** True if `point` lies in a region: within an odd number of its rings. */
function contains({ rings }: Region, [x, y]: Point): boolean {
  const crossed = rings.flatMap((ring) =>
    ring.filter(([ax, ay], index) => {
      const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
      return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
    }),
  );
  return crossed.length % 2 === 1;
}

const HEAD = ['drawing', 'mapping', 'unit', 'rooms', 'false', 'inner', 'false', 'outside', 'false', 'no wall', 'devices', 'false']; // biome-ignore format: one line

/** Returns the counts as a table, with their sum and how many drawings reach the mark. */
export function table(counts: readonly Count[]): string {
  const shown = ({ right, of, false: more }: Tally) => [`${right}/${of}`, `${more}`];
  const row = (of: Pick<Count, 'rooms' | 'inner' | 'outside' | 'astray' | 'devices'>) => [
    ...shown(of.rooms),
    ...shown(of.inner),
    ...shown(of.outside),
    `${of.astray.count}/${of.astray.of}`,
    ...shown(of.devices),
  ];
  const sum = (key: 'rooms' | 'inner' | 'outside' | 'devices') =>
    counts.reduce<Tally>(
      (all, { [key]: one }) => ({
        right: all.right + one.right,
        of: all.of + one.of,
        false: all.false + one.false,
      }),
      { right: 0, of: 0, false: 0 },
    );
  const astray = {
    count: counts.reduce((all, { astray: { count } }) => all + count, 0),
    of: counts.reduce((all, { astray: { of } }) => all + of, 0),
  };
  const total = { rooms: sum('rooms'), inner: sum('inner'), outside: sum('outside'), astray, devices: sum('devices') };
  const rows = [
    HEAD,
    ...counts.map((one) => [
      one.name,
      one.mapping,
      one.unit,
      ...row(one),
      ...(one.refused === undefined ? [] : [one.refused]),
    ]),
    [
      'all',
      '',
      `${counts.filter(({ unit }) => unit === 'right' || unit === 'asked').length}/${counts.length}`,
      ...row(total),
    ],
  ];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()); // biome-ignore format: one line
  const good = counts.filter(({ rooms, inner }) => rooms.right >= 0.9 * rooms.of && inner.right >= 0.8 * inner.of);
  return `${lines.join('\n')}\n${good.length} of ${counts.length} drawings have 90 % of their rooms and 80 % of their inner openings\n`;
}
