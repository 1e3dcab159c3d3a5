import { describe, expect, test } from 'vitest';
import { compose, judgedInstruments, partsOf } from '../../src/law/compose.js';
import { allPacks, loadPack } from '../../src/law/load.js';
import { category, cite, prohibitionOf } from '../../src/law/lookup.js';

const regulation = loadPack('nm-2017');
const order = loadPack('cn-799-2025');
const both = loadPack('nm-2017+cn-799-2025');
const turned = loadPack('cn-799-2025+nm-2017');

describe('several packs as one', () => {
  test('one stays as it is', () => {
    expect(compose([regulation])).toBe(regulation);
    expect(partsOf(regulation)).toEqual([regulation]);
  });

  test('every clause, category and kind of either is there once', () => {
    for (const pack of [both, turned]) {
      for (const rows of [pack.clauses, pack.categories, pack.zoneKinds, pack.instruments]) {
        const ids = rows.map(({ id }: { readonly id: string }) => id);
        expect(ids).toEqual([...new Set(ids)]);
      }
      const all = [...regulation.clauses, ...order.clauses].map(({ id }) => id);
      expect(new Set(pack.clauses.map(({ id }) => id))).toEqual(new Set(all));
      expect([...judgedInstruments(pack)].sort()).toEqual(['cn-799-2025', 'nm-2017']);
    }
  });

  test('the tracks of all are there, whichever comes first', () => {
    expect(order.tracks?.length).toBeGreaterThan(1);
    for (const pack of [both, turned]) expect(pack.tracks).toEqual(order.tracks);
    const own = { ...regulation, id: 'own', tracks: [{ clause: 'nm-2017/8', name: { zh: '一', en: 'one' } }] };
    expect(compose([own, order]).tracks).toEqual([...own.tracks, ...(order.tracks ?? [])]);
    expect(compose([regulation, loadPack('cn-entertainment')])).not.toHaveProperty('tracks');
  });

  test('a place that either calls private is private, and named parts are those of the law that has some', () => {
    for (const pack of [both, turned]) {
      for (const kind of ['apartment-room', 'fitting-room', 'ballot-box'])
        expect(prohibitionOf(pack, kind)).toBeDefined();
      expect(pack.protects).toBe('nm-2017/8');
      expect(category(pack, 'hotel')?.named.length).toBeGreaterThan(0);
      expect(category(pack, 'service-area')?.clause).toBe('cn-799-2025/7.2(4)');
    }
    expect(prohibitionOf(both, 'restroom')?.clause).toBe('nm-2017/9.2(3)');
    expect(prohibitionOf(turned, 'restroom')?.clause).toBe('cn-799-2025/8.1(3)');
  });

  test('the first is cited bare, the others with their law', () => {
    expect(both.parts?.map((part) => [part.id, part.beside])).toEqual([
      ['nm-2017', undefined],
      ['cn-799-2025', true],
    ]);
    expect(cite(both, 'nm-2017/9.1').zh).toBe('第九条第一款');
    expect(cite(both, 'cn-799-2025/9.1').zh).toBe('国务院令第799号第九条第一款');
    expect(cite(order, 'cn-799-2025/9.1').zh).toBe('第九条第一款');
    expect(cite(order, 'cn-civil-code/1033(2)').zh).toBe('民法典第一千零三十三条第（二）项');
  });

  test('what one refers to of the other is the other’s own text', () => {
    for (const cited of regulation.clauses.filter(({ instrument }) => instrument === 'cn-799-2025')) {
      expect(order.clauses).toContainEqual(cited);
    }
    expect(regulation.penalties.filter(({ clause }) => clause.startsWith('cn-799'))).toEqual(
      order.penalties.filter(({ clause }) => /27\.[12]$/.test(clause)),
    );
    expect(allPacks()[0].id).toBe('nm-2017');
  });
});
