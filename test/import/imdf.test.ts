import type { FeatureCollection, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { importBuilding } from '../../src/import/import.js';
import { formatOf } from '../../src/import/read/read.js';
import type { Report } from '../../src/lint/types.js';
import { project } from '../../src/plan/read/frame.js';
import { createSight } from '../../src/sight/sight.js';
import { Folder } from '../support/folder.js';
import { archiveOf } from './imdf-support.js';
import { dataFiles, file, hasData, type Made, make, outcomes, pack } from './support.js';

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
  const files = {
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
  };

  const given = Object.entries(files).map(([name, value]) => file(`${name}.geojson`, value));

  it('becomes rooms, doors and pillars, and names what it does not know', () => {
    const made = make(given);
    expect(made.building.notes).toMatchObject([
      { sort: 'unknown', message: { id: 'kinds/unknown', params: { value: 'quarterdeck' } }, count: 1 },
    ]);
    expect(made.plan).toContain('name: "一层"');
    const report = made.lint();
    const zones = report.site.levels[0].zones.map(({ id, kind }) => [id, kind]);
    expect(zones).toEqual([
      ['hall', 'corridor'],
      ['wc', 'restroom'],
      ['desk', 'other'],
    ]);
    expect(report.site.levels[0].walls.map(({ id }) => id)).toEqual(['pillar']);
    expect(report.site.levels[0].openings.map(({ id, kind }) => [id, kind])).toEqual([['d1', 'door']]);
    expect(report.site.faults).toEqual([]);
  });

  it('without one of its two parts is refused by what it lacks, not for a manifest that is no GeoJSON', () => {
    const manifest = file('imdf/manifest.json', { version: '1.0.0', language: 'en' });
    const unit = file('imdf/unit.geojson', files.unit);
    expect(formatOf([manifest, unit])).toBe('imdf');
    const read = importBuilding([{ format: 'imdf', files: [manifest, unit] }], {
      mapping: undefined,
      pack,
      strict: false,
    });
    if (read.ok) throw new Error('read without levels');
    const [{ place, message }] = read.problems;
    expect(place?.path).toBe('imdf/manifest.json');
    expect(message.zh).toContain('缺少 level.geojson');
    expect(formatOf([file('rooms/unit.geojson', files.unit)])).toBe('geojson');
  });

  it('keeps the others where a feature is none, and leaves its level open', () => {
    const { 'unit.geojson': units, ...parts } = archiveOf({ units: [{ id: 'a', category: 'office' }] });
    const { features } = units as { features: unknown[] };
    const files = Object.entries({ ...parts, 'unit.geojson': { ...units, features: [...features, 'room'] } });
    const made = make(files.map(([path, value]) => file(path, value)));
    expect(made.building.notes.map(({ sort }) => sort)).toContain('refused');
    expect(made.building.identified.draft.zones.map(({ id }) => id)).toEqual(['a']);
    expect(made.lint().site.faults.map(({ rule }) => rule)).toEqual(['plan/no-geometry']);
  });

  it('a camera that looks through its restroom door is found, one turned away is not', () => {
    const made = make(given);
    const looking = { ...CAMERA, id: 'C1', at: metresIn(made, at(20, 1)), heading: 0 };
    expect(outcomes(made.lint('ground', [looking]), 'capture/view-into-private-zone')).toEqual({
      'C1>wc': 'review',
    });
    const away = { ...looking, heading: 90 };
    expect(outcomes(made.lint('ground', [away]), 'capture/view-into-private-zone')).toEqual({ wc: 'pass' });
  });

  it('the command says what it took as other, and asks for a category by refusing to guess one', async () => {
    const folder = new Folder(
      Object.fromEntries(Object.entries(files).map(([name, value]) => [`imdf/${name}.geojson`, JSON.stringify(value)])),
    );
    const ran = await folder.run(['import', 'imdf', '-o', 'plan.yaml']);
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('quarterdeck');
    const linted = await folder.run(['lint', 'plan.yaml']);
    expect(linted.code).toBe(3);
    expect(linted.out).toContain('categories');
    expect((await folder.run(['import', 'nowhere', '-o', 'other.yaml'])).code).toBe(3);
  });
});

// A function, not skipIf: what it reads would be read even where it is skipped.
(hasData('imdf-spbstu-campus') ? describe : describe.skip)('a real university', () => {
  if (!hasData('imdf-spbstu-campus')) return it('is not here', () => undefined);
  const files = dataFiles('imdf-spbstu-campus');
  const made = make(files);
  const bare = made.lint();

  it('restrooms become private zones, and doors are cut into walls', () => {
    const { levels, draft } = made.building.identified;
    expect([levels.length, draft.zones.length, draft.walls.length, draft.openings.length]).toEqual([8, 443, 0, 472]);
    const restrooms = bare.site.levels.flatMap(({ zones }) => zones).filter(({ kind }) => kind === 'restroom');
    expect(restrooms).toHaveLength(20);
    // Two of the 472 doors stand 12.5 cm from the nearest wall: said, not mended.
    expect(bare.site.faults.map(({ rule }) => rule)).toEqual(['plan/opening-on-no-wall', 'plan/opening-on-no-wall']);
  });

  it('at least 465 of its 472 openings join two rooms', () => {
    const sight = createSight(bare.site);
    const joined = bare.site.levels.flatMap(({ openings }) =>
      openings.map((opening) => sight.joins(opening).filter((zone) => zone !== undefined).length),
    );
    expect(joined).toHaveLength(472);
    expect(joined.filter((rooms) => rooms === 2).length).toBeGreaterThanOrEqual(465);
  });

  it('storeys of two buildings have ids that tell them apart, and none is a number of the source', () => {
    const ids = made.building.identified.levels.map(({ id }) => id);
    expect(ids.filter((id) => /^L\d-\D+/.test(id))).toEqual(ids);
    expect(new Set(ids).size).toBe(8);
  });

  it('its tags of doors are not believed, once', () => {
    const said = made.building.notes.filter(({ message }) => message.id === 'imdf/vehicles');
    expect(said).toMatchObject([{ sort: 'left-out', count: 472, message: { params: { category: 'automobile' } } }]);
  });

  it('a corridor camera that looks straight through a restroom door is found, one turned away is not', () => {
    const key = '2ee0f755-3993-4667-a616-c79bd2b7985e';
    const level = made.building.identified.levels.find((candidate) => candidate.key === key)?.id;
    const doors = made.building.identified.draft.openings.filter((opening) => opening.level === level);
    // Every door of the floor gets a camera on both sides, some metres off, that faces it.
    const cameras = doors.flatMap(({ id, shape }) =>
      shape.type !== 'line'
        ? []
        : [1, -1].map((side) => ({ ...CAMERA, id: `C${side}-${id}`, ...facing(shape.line, side, 2) })),
    );
    const looking = made.lint(level, cameras);
    const turned = cameras.map((camera) => ({ ...camera, heading: (camera.heading + 180) % 360 }));
    const found = judgedDoors(looking, made.lint(level, turned));
    expect(found.length).toBeGreaterThanOrEqual(5);
    for (const { looking: facingIt, away } of found) {
      expect(facingIt).toBe('review');
      expect(away).toBeUndefined();
    }
  });
});

function metresIn({ building }: Made, at: Position): Position {
  const { origin } = building.frame;
  return origin === undefined ? at : [...project([at[0], at[1]], [origin[0], origin[1]])];
}

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

/** A place `distance` m from the middle of a door on one side of it, and the heading from there to the door. */
function facing(
  [a, b]: readonly [readonly [number, number], readonly [number, number]],
  side: number,
  distance: number,
): { at: Position; heading: number } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  const [nx, ny] = [(-dy / length) * side, (dx / length) * side];
  const at = [(a[0] + b[0]) / 2 + nx * distance, (a[1] + b[1]) / 2 + ny * distance];
  return { at, heading: ((((Math.atan2(-nx, -ny) * 180) / Math.PI) % 360) + 360) % 360 };
}
