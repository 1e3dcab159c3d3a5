import type { Point, Region } from '../../../src/geometry/index.js';
import { render } from '../../../src/i18n/locale.js';
import type { DraftOpening, DraftWall, DraftZone, PlanDraft } from '../../../src/import/draft.js';
import { importFrame } from '../../../src/import/frame.js';
import type { ImportedBuilding } from '../../../src/import/import.js';
import type { Note } from '../../../src/import/notes.js';
import { mendOpenings } from '../../../src/import/repair/openings/openings.js';
import { mendZones } from '../../../src/import/repair/rings/zones.js';
import { identify } from '../../../src/import/support/ids.js';
import { write } from '../../../src/import/write/write.js';
import { lintPlan } from '../../../src/lint/lint.js';
import type { Report } from '../../../src/lint/types.js';
import { pack } from '../support.js';

export const EMPTY: PlanDraft = { zones: [], walls: [], openings: [], devices: [], outlines: [] };

/** A ring of points as sources write them: closed. */
export function closed(...points: readonly Point[]): readonly Point[] {
  return [...points, ...points.slice(0, 1)];
}

export function box(x: number, y: number, width: number, depth: number): readonly Point[] {
  return closed([x, y], [x + width, y], [x + width, y + depth], [x, y + depth]);
}

export function zone(id: string, kind: string, ...rings: DraftZone['rings']): DraftZone {
  const origin = { path: 'floor.geojson', pointer: `/features/${id}` };
  return { id, level: 'F1', origin, keys: {}, kind, untold: undefined, name: undefined, spans: [], rings };
}

export function door(id: string, a: Point, b: Point): DraftOpening {
  const origin = { path: 'floor.geojson', pointer: `/features/${id}` };
  return { id, level: 'F1', origin, keys: {}, kind: 'door', name: undefined, shape: { type: 'line', line: [a, b] } };
}

export function wall(id: string, ...line: readonly Point[]): DraftWall {
  return { id, level: 'F1', origin: { path: 'floor.geojson', pointer: `/features/${id}` }, keys: {}, line };
}

/** A clean floor: a corridor, off it a restroom, an office and a classroom, each with its door. */
export const FLOOR: PlanDraft = {
  ...EMPTY,
  zones: [
    zone('hall', 'corridor', box(0, 0, 20, 3)),
    zone('wc', 'restroom', box(0, 3, 5, 6)),
    zone('office', 'office', box(5, 3, 7, 6)),
    zone('class', 'classroom', box(12, 3, 8, 6)),
  ],
  openings: [
    door('d-wc', [2, 3], [2.9, 3]),
    door('d-office', [8, 3], [8.9, 3]),
    door('d-class', [15, 3], [15.9, 3]),
    door('d-in', [0, 1], [0, 2]),
  ],
};

/** `draft` with one of its zones changed. */
export function withZone(draft: PlanDraft, id: string, change: (zone: DraftZone) => DraftZone): PlanDraft {
  return { ...draft, zones: draft.zones.map((one) => (one.id === id ? change(one) : one)) };
}

export function withRing(
  draft: PlanDraft,
  id: string,
  change: (ring: readonly Point[]) => readonly Point[],
  index = 0,
): PlanDraft {
  return withZone(draft, id, (one) => ({
    ...one,
    rings: one.rings.map((ring, at) => (at === index ? change(ring) : ring)),
  }));
}

export function withDoor(draft: PlanDraft, id: string, a: Point, b: Point): PlanDraft {
  return { ...draft, openings: draft.openings.map((one) => (one.id === id ? door(id, a, b) : one)) };
}

export interface Mended {
  readonly draft: PlanDraft;
  readonly notes: readonly Note[];
}

/** Both stages of repair, as an import has them but for what lies between. */
export function mend(draft: PlanDraft, { strict = false }: { readonly strict?: boolean } = {}): Mended {
  const options = { strict, pack, mapping: undefined };
  const zones = mendZones(draft, options);
  const openings = mendOpenings(zones.draft, options);
  return { draft: openings.draft, notes: [...zones.notes, ...openings.notes] };
}

export function mendZonesOf(draft: PlanDraft): Mended {
  return mendZones(draft, { strict: false, pack, mapping: undefined });
}

/** What notes say, in short: `mended unclosed wc`. */
export function said(notes: readonly Note[]): string[] {
  return notes.map(({ sort, message, ids = [] }) => [sort, message.id.replace('repair/', ''), ...ids].join(' '));
}

export function buildingOf(draft: PlanDraft, notes: readonly Note[] = []): ImportedBuilding {
  const keys = [...new Set([...draft.zones, ...draft.walls, ...draft.openings].flatMap(({ level }) => level))].sort();
  const levels = keys.map((key, ordinal) => ({ key, short: key, name: undefined, ordinal }));
  return { name: 'site', frame: importFrame([], 'metres'), identified: identify(draft, levels), drawings: [], notes };
}

/** Lints the plan that is made of `draft` as it is. */
export function lint(draft: PlanDraft): Report {
  const { plan, geometry } = write(buildingOf(draft), {
    name: 'site',
    category: 'school',
    geometry: 'plan.geojson',
    from: [],
  });
  const texts: Readonly<Record<string, string>> = { 'plan.yaml': plan, 'plan.geojson': geometry };
  const read = (path: string) => (Object.hasOwn(texts, path) ? new TextEncoder().encode(texts[path]) : undefined);
  const report = lintPlan('plan.yaml', read, { pack, today: '2026-11-24' });
  if (!report.ok) throw new Error(JSON.stringify(report.unreadable.slice(0, 3)));
  return report;
}

/** Verdicts as `rule subject outcome`, without those that don't apply. */
export function verdicts(draft: PlanDraft): string[] {
  return lint(draft)
    .verdicts.filter(({ outcome }) => outcome !== 'notApplicable')
    .map(({ rule, subject, outcome }) => `${rule} ${subject} ${outcome}`)
    .sort();
}

/** Faults of the plan made of `draft`: `plan/self-crossing-ring wc`. */
export function faults(draft: PlanDraft): string[] {
  return lint(draft).site.faults.map(({ rule, subject }) => `${rule} ${subject}`);
}

export function regionOf({ rings: [outer, ...shadows] }: DraftZone): Region {
  return { rings: outer === undefined ? [] : [outer], shadows };
}

/** Throws where a note can't be said in either language. */
export function texts(notes: readonly Note[]): string[] {
  return notes.flatMap(({ message }) => [render(message, 'zh-CN'), render(message, 'en')]);
}
