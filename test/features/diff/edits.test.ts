import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spent, withBudget } from '../../../src/base/budget.js';
import { type ElementEdits, elementEdits } from '../../../src/features/diff/compare/elements.js';
import { diffFrame } from '../../../src/features/diff/compare/frame.js';
import { loadPack } from '../../../src/law/load.js';
import type { Site } from '../../../src/plan/model.js';
import { readPlan } from '../../../src/plan/read/read.js';
import { type Documents, type Edit, edited, type Json, readSite, textOf } from '../../mutations/edit.js';
import { flattened } from '../../mutations/flatten.js';

const pack = loadPack('nm-2017');

function siteOf(documents: Documents): Site {
  const read = readPlan(documents.main, (path) => textOf(documents, path), { pack });
  if (!read.ok) throw new Error(JSON.stringify(read.unreadable[0]));
  return read.site;
}

function between(old: Site, now: Site): ElementEdits {
  return elementEdits(old, now, diffFrame(old, now));
}

/** What is said of an edit, without places and texts. */
function said({ edits }: ElementEdits): unknown[] {
  return edits.map(({ element, change, id, was, moved, turned, keys }) => ({
    element,
    change,
    id,
    ...(was !== undefined && { was }),
    ...(moved !== undefined && { moved: Number(moved.distance.toFixed(4)) }),
    ...(turned.length > 0 && { turned: turned.map(({ by }) => by) }),
    ...(keys.length > 0 && { keys: Object.fromEntries(keys.map(({ key, from, to }) => [key, [from, to]])) }),
  }));
}

const SITES = ['ktv', 'bank-branch', 'boarding-school', 'hospital-outpatient', 'polling-station', 'qingcheng-hotel'];
const documents = new Map(SITES.map((site) => [site, readSite(site)]));
const drawn = new Map([...documents].map(([site, one]) => [site, siteOf(one)]));

/** An edit of a document, and what must be said of it. */
interface Told {
  readonly edit: Edit;
  readonly said: { readonly id: string; readonly was?: string; readonly [key: string]: unknown };
}

/** Of a site, by its name: its documents and the plan they make. */
function known(name: string): { readonly documents: Documents; readonly site: Site } {
  const [one, site] = [documents.get(name), drawn.get(name)];
  if (one === undefined || site === undefined) throw new Error(`no site ${name}`);
  return { documents: one, site };
}

const cents = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => n / 100);

/** One edit of any of a site's elements; each names what it does. */
function editOf(site: Site): fc.Arbitrary<Told> {
  const devices = site.levels.flatMap((level) => level.devices);
  const cameras = devices.filter(
    ({ lenses, masks }) => lenses.length === 1 && lenses[0]?.form === 'fixed' && masks.length === 0,
  );
  const aimed = cameras.filter(({ lenses }) => lenses[0]?.heading !== undefined);
  const zones = site.levels.flatMap((level) => level.zones);
  const doors = site.levels.flatMap((level) => level.openings).filter(({ kind }) => kind === 'door');
  const openings = site.levels.flatMap((level) => level.openings);
  const level = site.levels[0]?.id ?? '';
  return fc.oneof(
    fc.tuple(fc.constantFrom(...devices), cents(1, 300), cents(-300, -1)).map(([{ id, at }, dx, dy]) => ({
      edit: { set: { id, at: [at[0] + dx, at[1] + dy] } },
      said: { element: 'device', change: 'changed', id, moved: Number(Math.hypot(dx, dy).toFixed(4)) },
    })),
    fc.tuple(fc.constantFrom(...aimed), fc.integer({ min: 1, max: 359 })).map(([{ id, lenses }, by]) => ({
      edit: { set: { id, heading: ((lenses[0]?.heading ?? 0) + by) % 360 } },
      said: { element: 'device', change: 'changed', id, turned: [by > 180 ? by - 360 : by] },
    })),
    fc.tuple(fc.constantFrom(...cameras), cents(1, 89)).map(([{ id, lenses }, more]) => {
      const tilt = lenses[0]?.tilt;
      return {
        edit: { set: { id, tilt: (tilt ?? 0) + more } },
        said: { element: 'device', change: 'changed', id, keys: { tilt: [tilt, (tilt ?? 0) + more] } },
      };
    }),
    fc
      .constantFrom(...devices)
      .map(({ id }) => ({ edit: { remove: [id] }, said: { element: 'device', change: 'removed', id } })),
    fc.constantFrom(...devices).map(({ id }) => ({
      edit: { set: { id, rename: `${id}-new` } },
      said: { element: 'device', change: 'changed', id: `${id}-new`, was: id },
    })),
    fc.tuple(fc.integer({ min: 0, max: 99 }), cents(0, 900), cents(0, 900)).map(([n, x, y]) => ({
      edit: { add: { level, to: 'devices' as const, element: { id: `new-${n}`, kind: 'panic-button', at: [x, y] } } },
      said: { element: 'device', change: 'added', id: `new-${n}` },
    })),
    fc.tuple(fc.integer({ min: 0, max: 99 }), cents(0, 900), cents(1, 900)).map(([n, x, y]) => ({
      edit: {
        add: {
          level,
          to: 'walls' as const,
          element: {
            id: `wall-${n}`,
            line: [
              [x, 0],
              [x, y],
            ],
          },
        },
      },
      said: { element: 'wall', change: 'added', id: `wall-${n}` },
    })),
    fc.constantFrom(...zones.filter(({ kind }) => kind !== 'store')).map(({ id, kind }) => ({
      edit: { set: { id, kind: 'store' } },
      said: { element: 'zone', change: 'changed', id, keys: { kind: [kind, 'store'] } },
    })),
    fc.constantFrom(...zones).map(({ id, name }) => ({
      edit: { set: { id, name: '另一名称' } },
      said: { element: 'zone', change: 'changed', id, keys: { name: [name, '另一名称'] } },
    })),
    fc.constantFrom(...doors).map(({ id, normallyOpen }) => ({
      edit: { set: { id, normallyOpen: !normallyOpen } },
      said: {
        element: 'opening',
        change: 'changed',
        id,
        keys: { normallyOpen: normallyOpen ? [true, undefined] : [undefined, true] },
      },
    })),
    fc.tuple(fc.constantFrom(...openings), cents(1, 100)).map(([{ id, line }, by]) => ({
      edit: { set: { id, line: line.map(([x, y]) => [x + by, y]) } },
      said: { element: 'opening', change: 'changed', id, moved: Number(by.toFixed(4)) },
    })),
    fc
      .constantFrom(...openings)
      .map(({ id }) => ({ edit: { remove: [id] }, said: { element: 'opening', change: 'removed', id } })),
  );
}

const one = fc.constantFrom(...SITES).chain((name) =>
  fc
    .uniqueArray(editOf(known(name).site), {
      minLength: 1,
      maxLength: 6,
      selector: ({ said }) => String(said.was ?? said.id),
    })
    .map((edits) => ({ name, edits })),
);

/** The document of a site in YAML with its lists the other way round, and outlines drawn from another corner, the other way. */
function respelt({ main, files }: Documents): Documents {
  const turn = (value: Json, key = ''): Json => {
    if (key === 'polygon' && Array.isArray(value)) return [...value.slice(1), ...value.slice(0, 1)].reverse();
    if (key === 'rect' || key === 'at' || key === 'resolution') return value;
    if (key === 'line') return Array.isArray(value) ? [...value].reverse() : value;
    if (Array.isArray(value)) {
      const list = value.map((one) => turn(one));
      return ['zones', 'walls', 'openings', 'devices', 'categories', 'absent'].includes(key) ? list.reverse() : list;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, one]) => (name === 'rect' ? ['polygon', cornersOf(one)] : [name, turn(one, name)])),
    );
  };
  const keys = turn(files[main] ?? {});
  return {
    main,
    files: { ...files, [main]: typeof keys === 'object' && keys !== null && !Array.isArray(keys) ? keys : {} },
  };
}

function cornersOf(rect: Json): Json {
  const [x = 0, y = 0, width = 0, depth = 0] = Array.isArray(rect) ? rect.map(Number) : [];
  return [
    [x + width, y + depth],
    [x, y + depth],
    [x, y],
    [x + width / 2, y],
    [x + width, y],
  ];
}

/** All of a site `dx` east and `dy` north of where it was. */
function shifted({ main, files }: Documents, dx: number, dy: number): Documents {
  const move = (value: Json, key = ''): Json => {
    if (key === 'at' && Array.isArray(value)) return [Number(value[0]) + dx, Number(value[1]) + dy];
    if (key === 'rect' && Array.isArray(value))
      return [Number(value[0]) + dx, Number(value[1]) + dy, ...value.slice(2)];
    if ((key === 'line' || key === 'polygon') && Array.isArray(value)) return value.map((point) => move(point, 'at'));
    if (key === 'holes' && Array.isArray(value)) return value.map((ring) => move(ring, 'line'));
    if (Array.isArray(value)) return value.map((one) => move(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, move(one, name)]));
  };
  const keys = move(files[main] ?? {});
  return {
    main,
    files: { ...files, [main]: typeof keys === 'object' && keys !== null && !Array.isArray(keys) ? keys : {} },
  };
}

describe('edits', () => {
  test.each(SITES)('%s beside itself, and spelt otherwise, has none', (name) => {
    const { documents, site } = known(name);
    expect(said(between(site, siteOf(documents)))).toEqual([]);
    expect(said(between(site, siteOf(respelt(documents))))).toEqual([]);
  });

  test.each(SITES)('%s shifted as a whole has none but the shift', (name) => {
    const { documents, site } = known(name);
    for (const [dx, dy] of [
      [2.5, -1.25],
      [400_000.13, 4_500_000.7],
    ] as const) {
      const now = siteOf(shifted(documents, dx, dy));
      expect(diffFrame(site, now).shift).toEqual({
        east: expect.closeTo(dx, 4),
        north: expect.closeTo(dy, 4),
        distance: expect.closeTo(Math.hypot(dx, dy), 4),
      });
      expect(said(between(site, now))).toEqual([]);
    }
  });

  test('a museum drawn in GeoJSON is the same in YAML', () => {
    const museum = readSite('museum');
    const flat: Documents = { main: museum.main, files: { [museum.main]: flattened(museum) } };
    expect(museum.files).not.toEqual(flat.files);
    expect(said(between(siteOf(museum), siteOf(flat)))).toEqual([]);
  });

  test('beside a shift of the whole a device is moved by the rest', () => {
    const { documents, site } = known('ktv');
    const now = siteOf(edited(shifted(documents, 10, 0), [{ set: { id: 'C01', at: [22, 5.3] } }]));
    expect(said(between(site, now))).toEqual([{ element: 'device', change: 'changed', id: 'C01', moved: 0.5 }]);
  });

  test('a device that is alone in having moved is no shift of the whole', () => {
    const { documents, site } = known('ktv');
    const now = siteOf(edited(documents, [{ set: { id: 'C01', at: [12, 5.3] } }]));
    expect(diffFrame(site, now).shift).toBeUndefined();
  });

  test('degrees about another place are the same places', () => {
    const old = readSite('residential-compound', 'plan.geojson');
    const site = siteOf(old);
    const far = edited(old, [
      {
        set: {
          id: site.levels[0]?.devices[0]?.id ?? '',
          coordinates: [111.7, 40.85],
        },
      },
    ]);
    const found = said(between(site, siteOf(far)));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ element: 'device', change: 'changed', id: site.levels[0]?.devices[0]?.id });
  });

  test('an id that is another beside other changes is one thing gone and one come', () => {
    const { documents, site } = known('ktv');
    const now = siteOf(edited(documents, [{ set: { id: 'C01', rename: 'C99', tilt: 33 } }]));
    expect(said(between(site, now))).toEqual([
      { element: 'device', change: 'removed', id: 'C01' },
      { element: 'device', change: 'added', id: 'C99' },
    ]);
  });

  test.each([
    [0.001, [{ element: 'device', change: 'changed', id: 'C01', moved: 0.001 }]],
    // Less than the precision that all is worked out with.
    [0.00005, []],
  ])('moved by %f m', (by, wanted) => {
    const { documents, site } = known('ktv');
    const at = site.levels[0]?.devices.find(({ id }) => id === 'C01')?.at ?? [0, 0];
    const now = siteOf(edited(documents, [{ set: { id: 'C01', at: [at[0], at[1] + by] } }]));
    expect(said(between(site, now))).toEqual(wanted);
  });

  test('signs are named as devices are', () => {
    const { documents, site } = known('ktv');
    const sign = { id: 'S1', at: [12, 1], heading: 180, text: '您已进入公共视频图像采集区域' };
    const one = edited(documents, [{ add: { level: 'F1', to: 'signs', element: sign } }]);
    const other = edited(one, [{ set: { id: 'S1', at: [12, 1.5], heading: 200, text: '公共视频' } }]);
    expect(said(between(site, siteOf(one)))).toEqual([{ element: 'sign', change: 'added', id: 'S1' }]);
    expect(said(between(siteOf(one), siteOf(other)))).toEqual([
      {
        element: 'sign',
        change: 'changed',
        id: 'S1',
        moved: 0.5,
        turned: [20],
        keys: { text: [sign.text, '公共视频'] },
      },
    ]);
  });

  test('a door under another id, and what guards it', () => {
    const { documents, site } = known('ktv');
    const now = siteOf(
      edited(documents, [{ set: { id: 'd-control', rename: 'd-x' } }, { set: { id: 'A01', opening: 'd-x' } }]),
    );
    expect(said(between(site, now))).toEqual([{ element: 'opening', change: 'changed', id: 'd-x', was: 'd-control' }]);
  });

  test('random ones are named exactly, and nothing else is', () => {
    fc.assert(
      fc.property(one, ({ name, edits }) => {
        const { documents, site } = known(name);
        const now = siteOf(
          edited(
            documents,
            edits.map(({ edit }) => edit),
          ),
        );
        const found = said(between(site, now));
        expect(byId(found)).toEqual(byId(edits.map((one) => one.said)));
      }),
      { numRuns: Number(process.env.SITECAM_RUNS ?? 60) },
    );
  });
});

function byId(list: readonly unknown[]): unknown[] {
  return list
    .map((one) => JSON.stringify(one, (_, value: Json | undefined) => (value === undefined ? 'unsaid' : value)))
    .sort();
}

describe('what has another id', () => {
  /** A level full of cameras and rooms in a row, all alike, under ids that begin with `mark`. */
  const row = (count: number, mark: string, off = 0): Site => {
    const inOrder = (lines: string[]) => (mark === 'a' ? lines : lines.toReversed());
    const cameras = Array.from(
      { length: count },
      (_, n) =>
        `      - {id: ${mark}c${n}, kind: camera, at: [${n / 10 + off}, 1], heading: ${off === 0 ? 0 : 359.9999999}}`,
    );
    const rooms = Array.from(
      { length: count },
      (_, n) => `      - {id: ${mark}r${n}, kind: corridor, rect: [${3 * n}, ${5 + off}, 3, 3]}`,
    );
    const text = `sitecam: 1\nsite: {name: a, categories: [hotel], region: "150102"}\ncoordinates: metres\nlevels:\n  - id: F1\n    ceiling: 3\n    zones:\n${inOrder(rooms).join('\n')}\n    devices:\n${inOrder(cameras).join('\n')}\n`;
    const read = readPlan('plan.yaml', () => new TextEncoder().encode(text), { pack });
    if (!read.ok) throw new Error(JSON.stringify(read.unreadable[0]));
    return read.site;
  };

  test('is found where its place is a hair off, on either side of a cell', () => {
    const found = elementEdits(row(40, 'a'), row(40, 'b', -8e-5), { toNew: (point) => point, shift: undefined });
    expect(found.edits).toHaveLength(80);
    for (const { id, was, keys, moved, turned } of found.edits)
      expect({ id, keys, moved, turned }).toEqual({
        id: was?.replace('a', 'b'),
        keys: [],
        moved: undefined,
        turned: [],
      });
  });

  test('is found in about twice the steps among twice as many', () => {
    const steps = (count: number) => {
      const [old, now] = [row(count, 'a'), row(count, 'b')];
      return withBudget(1e9, () => {
        expect(between(old, now).renames.size).toBe(2 * count);
        return spent();
      });
    };
    const few = steps(60);
    expect(few).toBeGreaterThan(0);
    expect(steps(120)).toBeLessThan(2.2 * few);
  });
});
