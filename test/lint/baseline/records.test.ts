import { describe, expect, test } from 'vitest';
import { lint, snapshotOf } from '../../../src/index.js';
import {
  cornerGrid,
  deviceFingerprint,
  fileGrid,
  levelRecord,
  openingRecord,
  signRecord,
  wallRecord,
  zoneRecord,
} from '../../../src/lint/baseline/records.js';
import type { ToCell } from '../../../src/lint/baseline/shape.js';
import type { Report } from '../../../src/lint/types.js';
import type { Site } from '../../../src/plan/model.js';

/**
 * fixtures/golden/engine/records.txt: all that a baseline hashes of elements that say all there is to say. A record that is put
 * down otherwise makes every finding of every baseline that was ever written a changed one.
 */
const PAGE = '../../../fixtures/golden/engine/records.txt';

const METRES = `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150102"}
coordinates: metres
north: 10
levels:
  - id: F1
    elevation: -3.25
    ceiling: 3.2
    zones:
      - {id: hall, kind: corridor, name: 走廊, roles: [main-entrance, lobby], levels: [F3, F2], secondary: true, rect: [523417.5, 4512380.25, 12, 4]}
      - {id: open, kind: store, enclosed: false, public: true, important: true, polygon: [[523430, 4512380], [523440, 4512380], [523440, 4512390], [523430, 4512390]], holes: [[[523432, 4512382], [523433, 4512382], [523433, 4512383]]]}
    walls:
      - {id: w1, line: [[523420, 4512390], [523424, 4512392], [523424, 4512395]], height: 2.2, thickness: 0.24, material: frosted}
      - {id: w2, line: [[523400, 4512390], [523410, 4512390]]}
    openings:
      - {id: d1, kind: glass-door, line: [[523418, 4512380.25], [523419, 4512380.25]], lock: inner, sill: 0.1, head: 2.1, thickness: 0.3, normallyOpen: true, film: permanent, glazing: frosted}
      - {id: d2, kind: window, fixed: true, line: [[523421, 4512380.25], [523420, 4512380.25]]}
    devices:
      - {id: bare, kind: camera, at: [523420, 4512382]}
      - {id: fixed, kind: camera, at: [523420, 4512382], height: 2.75, heading: 5, tilt: 20.5, roll: 1, hfov: 98, vfov: 55, resolution: [2560, 1440], audio: microphone, pickup: 4, range: 12, status: existing, tolerance: {heading: 1, tilt: 2, position: 0.05}}
      - {id: varifocal, kind: camera, form: varifocal, at: [523421, 4512382], height: 2.75, heading: 300, tilt: 20, hfov: 60, varifocal: {hfov: [28, 100], locked: true}, masks: [{polygon: [[523425, 4512382], [523426, 4512382], [523426, 4512383]], permanent: true}, {polygon: [[523422, 4512382], [523423, 4512382], [523423, 4512383]], permanent: false}]}
      - {id: dome, kind: camera, form: ptz, at: [523422, 4512382], height: 2.75, ptz: {pan: [350, 90], tilt: [10, 60], hfov: [4, 60], limits: hard, home: {heading: 30, tilt: 20, hfov: 50}}, masks: [{polygon: [[523425, 4512382], [523426, 4512382], [523426, 4512383]], permanent: true, dynamic: true, hiddenAboveZoom: true}]}
      - {id: round, kind: camera, form: ptz, at: [523422, 4512382], ptz: {limits: software}}
      - {id: many, kind: camera, form: multi-sensor, at: [523424, 4512382], height: 2.75, sensors: [{heading: 0, hfov: 60}, {heading: 90, hfov: 70}], masks: [{sensor: 2, polygon: [[523425, 4512382], [523426, 4512382], [523426, 4512383]], permanent: true}]}
      - {id: sound, kind: microphone, at: [523424.12344, 4512381.99996], heading: 200}
      - {id: reader, kind: access-reader, at: [523418.5, 4512380.3], opening: d1}
    signs:
      - {id: S1, at: [523418.5, 4512380.2], heading: 200, height: 1.6, text: 您已进入视频监控区域, status: existing}
      - {id: S2, at: [523419, 4512380.2]}
  - {id: F2, elevation: 0}
  - {id: F3, elevation: 3}
`;

const feature = (element: string, id: string, more: object, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties: { element, level: 'F1', id, ...more },
  geometry: { type, coordinates },
});

const DEGREES = JSON.stringify({
  type: 'FeatureCollection',
  sitecam: { version: 1, site: { name: '测试', categories: ['hotel'] }, origin: [111.7, 40.8], levels: [{ id: 'F1' }] },
  features: [
    feature('zone', 'gate', { kind: 'gate' }, 'Polygon', [
      [
        [111.7003792, 40.8],
        [111.700474, 40.8],
        [111.700474, 40.800054],
        [111.7003792, 40.800054],
        [111.7003792, 40.8],
      ],
    ]),
    feature('wall', 'w1', {}, 'LineString', [
      [111.7005, 40.8001],
      [111.7006, 40.8001],
    ]),
    feature('device', 'C1', { kind: 'camera', heading: 359.99999 }, 'Point', [111.7004, 40.80002]),
  ],
});

function read(text: string, path: string): Report {
  const result = lint(text, { today: '2026-06-30', path });
  if (!result.ok) throw new Error(JSON.stringify(result.unreadable));
  return result;
}

function recordsOf({ levels }: Site, toCell: ToCell): string[] {
  const openings = levels.flatMap((level) => level.openings);
  return levels.flatMap((level) =>
    [
      levelRecord(level),
      ...level.zones.map((zone) => zoneRecord(zone, toCell)),
      ...level.walls.map((wall) => wallRecord(wall, toCell)),
      ...level.openings.map((opening) => openingRecord(opening, toCell)),
      ...level.devices.map((device) => {
        const guarded = openings.find(({ id }) => id === device.opening);
        return deviceFingerprint(device, guarded, toCell);
      }),
      ...level.signs.map((sign) => signRecord(sign, toCell)),
    ].map((record) => JSON.stringify(record)),
  );
}

describe('what is hashed of each element', () => {
  const [metres, degrees] = [read(METRES, 'plan.yaml'), read(DEGREES, 'plan.geojson')];

  test('is what it always was', async () => {
    const page = [metres, degrees].flatMap((report) => [
      ...recordsOf(report.site, fileGrid(report.site)),
      '',
      ...recordsOf(report.site, cornerGrid(report.site)),
      '',
      ...snapshotOf(report).map((finding) => JSON.stringify(finding)),
      '',
    ]);
    await expect(page.join('\n')).toMatchFileSnapshot(PAGE);
  });

  test('of a plan in degrees hangs on no corner', () => {
    const [own, corner] = [fileGrid, cornerGrid].map((grid) => recordsOf(degrees.site, grid(degrees.site)));
    expect(own).toEqual(corner);
  });

  test('in metres is counted from the south-west corner of all that is drawn, whatever draws it', () => {
    const drawn = (x: number, y: number, element: string) => `sitecam: 1
site: {name: 测试, categories: [hotel]}
levels: [{id: F1, zones: [{id: z, kind: store, rect: [10, 10, 3, 3]}], ${element.replaceAll('X', String(x)).replaceAll('Y', String(y))}}]
`;
    for (const element of [
      'walls: [{id: a, line: [[X, 20], [20, Y]]}]',
      'openings: [{id: a, kind: passage, line: [[20, Y], [X, 20]]}]',
      'devices: [{id: a, kind: microphone, at: [X, Y]}]',
    ]) {
      const { site } = read(drawn(4, 5, element), 'plan.yaml');
      expect(cornerGrid(site)([10, 10]), element).toEqual([60000, 50000]);
    }
  });
});
