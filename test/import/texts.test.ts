import { describe, expect, it } from 'vitest';
import { beforeMisreading } from '../../src/import/repair/misread.js';
import { file, make } from './support.js';

describe('texts whose UTF-8 was misread', () => {
  it.each([
    ['B├╝ro', 'CP 850', 'Büro'],
    ['K├╝chenstra├ƒe 3', 'CP 437', 'Küchenstraße 3'],
    ['BÃ¼ro', 'Windows-1252', 'Büro'],
    ['ä¼šè®®å®¤', 'Windows-1252', '会议室'],
    ['Õì½þöƒÚù┤', 'CP 850', '卫生间'],
  ] as const)('%s, as %s, was %s', (text, page, before) => {
    expect(beforeMisreading(text, page)).toBe(before);
  });

  it.each(['Büro', 'Straße', 'São João', 'Íñigo', 'CAFÉ—BAR', '卫生间', 'B├ro', '├─┤', 'Ã', 'WC', 'Œuvre', '┌─┐'])(
    'what it is already stays: %s',
    (text) => {
      for (const page of ['CP 850', 'CP 437', 'Windows-1252'] as const) {
        expect(beforeMisreading(text, page)).toBeUndefined();
      }
    },
  );

  const room = {
    type: 'Feature',
    id: 'way/1',
    properties: { indoor: 'room', level: '0', name: 'K├╝che' },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1e-4, 0],
          [1e-4, 1e-4],
          [0, 1e-4],
          [0, 0],
        ],
      ],
    },
  };
  const given = [file('a.geojson', { type: 'FeatureCollection', features: [room] })];

  it('are mended on record, with an example', () => {
    const { building } = make(given);
    expect(building.identified.draft.zones[0]?.name).toBe('Küche');
    expect(building.notes).toContainEqual({
      sort: 'mended',
      message: expect.objectContaining({
        id: 'texts/misread',
        params: { page: 'CP 850', from: 'K├╝che', to: 'Küche' },
      }),
      count: 1,
    });
  });

  it('stay as they are, and are told, where nothing is to be mended', () => {
    const { building } = make(given, { strict: true });
    expect(building.identified.draft.zones[0]?.name).toBe('K├╝che');
    expect(building.notes.filter(({ sort }) => sort === 'refused')).toMatchObject([
      { message: { id: 'texts/misread' } },
    ]);
  });
});
