import { describe, expect, it } from 'vitest';
import { file, make, outcomes } from './support.js';

const square = (x: number, y: number, side = 4) => [
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ],
];

const room = { type: 'Feature', id: 'hall', properties: { kind: 'corridor' }, geometry: polygon(square(0, 0)) };

function polygon(coordinates: unknown): object {
  return { type: 'Polygon', coordinates };
}

describe('what is refused leaves a trace in the plan', () => {
  it.each<[what: string, feature: unknown]>([
    ['no feature at all', 'room'],
    [
      'geometry of many kinds',
      { type: 'Feature', properties: {}, geometry: { type: 'GeometryCollection', geometries: [] } },
    ],
    ['coordinates that are none', { type: 'Feature', properties: { kind: 'office' }, geometry: polygon([[['a', 0]]]) }],
    ['a room drawn nowhere', { type: 'Feature', properties: { kind: 'office' }, geometry: null }],
    [
      'a room without area',
      {
        type: 'Feature',
        properties: { kind: 'office' },
        geometry: polygon([
          [
            [5, 0],
            [9, 0],
            [5, 0],
          ],
        ]),
      },
    ],
    [
      'a door without area',
      {
        type: 'Feature',
        properties: { kind: 'door' },
        geometry: polygon([
          [
            [4, 1],
            [4, 1],
            [4, 1],
          ],
        ]),
      },
    ],
  ])('%s', (_, feature) => {
    const source = file('rooms.geojson', { type: 'FeatureCollection', features: [room, feature] });
    const made = make([source], {
      mapping: {
        coordinates: 'metres',
        rules: [
          { where: { kind: 'door' }, as: 'opening', kind: 'door' },
          { where: { kind: 'office' }, as: 'zone' },
        ],
      },
    });
    expect(made.building.notes.map(({ sort }) => sort)).toContain('refused');
    const report = made.lint();
    expect(report.site.faults.map(({ rule }) => rule)).toEqual(['plan/no-geometry']);
    expect(new Set(Object.values(outcomes(report, 'capture/view-into-private-zone')))).not.toContain('pass');
  });

  it('on the levels that its file draws on, if walls alone', () => {
    const wall = { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[0, 9], [4, 9]] } }; // biome-ignore format: one line
    const files = ['1F', '2F'].map((name) =>
      file(`${name}.geojson`, { type: 'FeatureCollection', features: name === '1F' ? [wall, 'room'] : [wall] }),
    );
    const made = make(files, { mapping: { coordinates: 'metres', rules: [{ where: {}, as: 'wall' }] } });
    const { walls } = made.building.identified.draft;
    expect(walls.filter(({ line }) => line.length === 0).map(({ level }) => level)).toEqual(['F1']);
  });

  it('what is in the plan all the same needs none', () => {
    const crossing = polygon([
      [
        [10, 0],
        [14, 4],
        [14, 0],
        [10, 4],
        [10, 0],
      ],
    ]);
    const feature = { type: 'Feature', id: 'bow', properties: { kind: 'office' }, geometry: crossing };
    const made = make([file('rooms.geojson', { type: 'FeatureCollection', features: [room, feature] })], {
      mapping: { coordinates: 'metres', rules: [] },
    });
    expect(made.lint().site.faults.map(({ rule }) => rule)).toEqual(['plan/self-crossing-ring']);
  });
});
