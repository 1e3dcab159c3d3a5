import { existsSync, readFileSync } from 'node:fs';
import type { FeatureCollection, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { lintPlan } from '../../src/engine/lint.js';
import type { Report } from '../../src/engine/types.js';
import { type ImdfFiles, importImdf } from '../../src/import/imdf.js';
import { loadPack } from '../../src/law/load.js';
import { createSight } from '../../src/sight/sight.js';
import { sitecam } from '../support/io.js';

const pack = loadPack('nm-2017');

/** Lints plan text with devices put on one of its levels. */
function lintWith(yaml: string, level: string, devices: readonly object[]): Report {
  const text = yaml.replace(
    `  - id: ${JSON.stringify(level)}\n`,
    (line) => `${line}    devices: ${JSON.stringify(devices)}\n`,
  );
  const result = lintPlan('plan.yaml', () => new TextEncoder().encode(text), { pack, today: '2026-11-24' });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable[0]));
  return result;
}

function outcomes(report: Report, rule: string): Record<string, string> {
  const own = report.verdicts.filter((verdict) => verdict.rule === rule && verdict.outcome !== 'notApplicable');
  return Object.fromEntries(own.map(({ subject, outcome }) => [subject, outcome]));
}

const CAMERA = { kind: 'camera', audio: 'none', height: 2.6, tilt: 15, hfov: 60, resolution: [2560, 1440] };

describe('a small IMDF folder', () => {
  const at = (x: number, y: number): Position => [111.7 + x * 1e-5, 40.8 + y * 1e-5];
  const polygon = (...points: Position[]) => ({ type: 'Polygon' as const, coordinates: [[...points, points[0]]] });
  const feature = (id: string, geometry: unknown, properties: object) => ({
    type: 'Feature',
    id,
    geometry,
    properties,
  });
  const collection = (features: unknown[]) => ({ type: 'FeatureCollection', features }) as FeatureCollection;
  const level_id = 'ground';
  const files: ImdfFiles = {
    level: collection([feature(level_id, null, { ordinal: 0, name: { en: 'Ground', 'zh-Hans': '一层' } })]),
    unit: collection([
      feature('hall', polygon(at(0, 0), at(100, 0), at(100, 20), at(0, 20)), { category: 'walkway', level_id }),
      feature('wc', polygon(at(0, 20), at(40, 20), at(40, 60), at(0, 60)), { category: 'restroom.female', level_id }),
      feature('desk', polygon(at(40, 20), at(100, 20), at(100, 60), at(40, 60)), { category: 'quarterdeck', level_id }),
      feature('pillar', polygon(at(80, 8), at(82, 8), at(82, 10), at(80, 10)), { category: 'column', level_id }),
    ]),
    opening: collection([
      feature(
        'd1',
        { type: 'LineString', coordinates: [at(15, 20), at(25, 20)] },
        { category: 'pedestrian', level_id, door: { type: 'swinging', material: 'wood' } },
      ),
    ]),
    venue: undefined,
  };

  it('becomes rooms, doors and pillars, and names what it does not know', () => {
    const imported = importImdf(files, pack, 'school');
    expect(imported.counts).toEqual({ levels: 1, zones: 3, walls: 1, openings: 1 });
    expect(imported.unknown).toEqual([{ category: 'quarterdeck', count: 1 }]);
    expect(imported.yaml).toContain('name: "一层"');
    const report = lintWith(imported.yaml, level_id, []);
    const zones = report.site.levels[0].zones.map(({ id, kind }) => [id, kind]);
    expect(zones).toEqual([
      ['hall', 'corridor'],
      ['wc', 'restroom'],
      ['desk', 'other'],
    ]);
    expect(report.site.faults).toEqual([]);
  });

  it('a camera that looks through its restroom door is found, one turned away is not', () => {
    const { yaml } = importImdf(files, pack, 'school');
    const looking = { ...CAMERA, id: 'C1', at: at(20, 1), heading: 0 };
    expect(outcomes(lintWith(yaml, level_id, [looking]), 'capture/view-into-private-zone')).toEqual({
      'C1>wc': 'review',
    });
    const away = { ...looking, heading: 90 };
    expect(outcomes(lintWith(yaml, level_id, [away]), 'capture/view-into-private-zone')).toEqual({ wc: 'pass' });
  });

  it('the command says what it took as other, and asks for a category by refusing to guess one', async () => {
    const given = Object.fromEntries(
      Object.entries(files)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => [`imdf/${name}.geojson`, JSON.stringify(value)]),
    );
    const ran = await sitecam(['import', 'imdf', '-o', 'plan.yaml'], { given });
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('quarterdeck');
    const plan = ran.written.get('plan.yaml') ?? '';
    const linted = await sitecam(['lint', 'plan.yaml'], { given: { 'plan.yaml': plan } });
    expect(linted.code).toBe(3);
    expect(linted.out).toContain('categories');
    expect((await sitecam(['import', 'nowhere'])).code).toBe(3);
  });
});

const CAMPUS = '../shared/data/imdf-spbstu-campus';

// A function, not skipIf: what it reads would be read even where it is skipped.
(existsSync(CAMPUS) ? describe : describe.skip)('a real university', () => {
  if (!existsSync(CAMPUS)) return it('is not here', () => undefined);
  const load = (name: string): FeatureCollection => JSON.parse(readFileSync(`${CAMPUS}/${name}.geojson`, 'utf8'));
  const files = { level: load('level'), unit: load('unit'), opening: load('opening'), venue: load('venue') };
  const { yaml, counts } = importImdf(files, pack, 'school');
  const bare = lintWith(yaml, 'none', []);

  it('restrooms become private zones, and doors are cut into walls', () => {
    expect(counts).toEqual({ levels: 8, zones: 443, walls: 0, openings: 472 });
    const restrooms = bare.site.levels.flatMap(({ zones }) => zones).filter(({ kind }) => kind === 'restroom');
    expect(restrooms).toHaveLength(20);
    // Two of the 472 doors stand 12.5 cm from the nearest wall: said, not mended.
    expect(bare.site.faults.map(({ rule }) => rule)).toEqual(['plan/opening-on-no-wall', 'plan/opening-on-no-wall']);
  });

  it('a corridor camera that looks straight through a restroom door is found, one turned away is not', () => {
    const level = '2ee0f755-3993-4667-a616-c79bd2b7985e';
    const only = (features: FeatureCollection): FeatureCollection => ({
      ...features,
      features: features.features.filter(({ id, properties }) => id === level || properties?.level_id === level),
    });
    const floor = { ...files, level: only(files.level), unit: only(files.unit), opening: only(files.opening) };
    const plan = importImdf(floor, pack, 'school').yaml;
    const found = [2].flatMap((distance) => {
      // Every door of the floor gets a camera on both sides, some metres off, that faces it.
      const cameras = floor.opening.features.flatMap(({ id, geometry }) =>
        geometry.type !== 'LineString'
          ? []
          : [1, -1].map((side) => ({
              ...CAMERA,
              id: `C${side}-${id}`,
              ...facing(geometry.coordinates[0], geometry.coordinates[1], side, distance),
            })),
      );
      const looking = lintWith(plan, level, cameras);
      const away = lintWith(
        plan,
        level,
        cameras.map((camera) => ({ ...camera, heading: (camera.heading + 180) % 360 })),
      );
      return judgedDoors(looking, away);
    });
    expect(found.length).toBeGreaterThanOrEqual(5);
    for (const { looking, away } of found) {
      expect(looking).toBe('review');
      expect(away).toBeUndefined();
    }
  });
});

/** For each corridor camera in front of a restroom's door: what is said of its view into that restroom, facing it and turned away. */
function judgedDoors(looking: Report, away: Report): { looking: string | undefined; away: string | undefined }[] {
  const sight = createSight(looking.site);
  const zones = new Map(looking.site.levels.flatMap((level) => level.zones.map((zone) => [zone.id, zone])));
  const facingIt = outcomes(looking, 'capture/view-into-private-zone');
  const turnedAway = outcomes(away, 'capture/view-into-private-zone');
  return looking.site.levels.flatMap(({ openings, devices }) =>
    openings.flatMap((opening) => {
      const joined = sight.joins(opening);
      const restroom = joined.find((zone) => zone?.kind === 'restroom');
      const corridor = joined.find((zone) => zone?.kind === 'corridor');
      if (restroom === undefined || corridor === undefined) return [];
      return devices
        .filter(({ id, zones: ids }) => id.endsWith(opening.id) && ids.length === 1 && zones.get(ids[0]) === corridor)
        .map(({ id }) => ({ looking: facingIt[`${id}>${restroom.id}`], away: turnedAway[`${id}>${restroom.id}`] }));
    }),
  );
}

/** A place `distance` m from the middle of the door a–b on one side of it, and the heading from there to the door. */
function facing(a: Position, b: Position, side: number, distance: number): { at: Position; heading: number } {
  const metresPerDegree = 111_320;
  const k = Math.cos((a[1] * Math.PI) / 180);
  const dx = (b[0] - a[0]) * k;
  const dy = b[1] - a[1];
  const length = Math.hypot(dx, dy);
  const [nx, ny] = [(-dy / length) * side, (dx / length) * side];
  const step = distance / metresPerDegree;
  const at = [(a[0] + b[0]) / 2 + (nx * step) / k, (a[1] + b[1]) / 2 + ny * step];
  return { at, heading: ((((Math.atan2(-nx, -ny) * 180) / Math.PI) % 360) + 360) % 360 };
}
