import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Point, ringArea } from '../../../src/geometry/index.js';
import type { DraftZone, PlanDraft } from '../../../src/import/draft.js';
import type { Note } from '../../../src/import/notes.js';
import { AREA_ERROR, SAME_POINT } from '../../../src/import/repair/tolerances.js';
import { type Geos, loadGeos } from '../../geometry/geos.js';
import { box, door, EMPTY, faults, mend, regionOf, said, wall, zone } from './support.js';

let geos: Geos;
beforeAll(async () => {
  geos = await loadGeos();
});

const KINDS = ['office', 'restroom', 'classroom', 'changing-room', 'store', 'corridor'] as const;
const PRIVATE: readonly string[] = ['restroom', 'changing-room'];

/** Evenly spread: `fc.double` prefers what is next to nothing. */
const between = (least: number, most: number) =>
  fc.integer({ min: Math.round(least * 1e4), max: Math.round(most * 1e4) }).map((n) => n / 1e4);

/** A slip of the pen: what it does to a ring of four corners, as sources write it. */
type Slip = (ring: readonly Point[]) => readonly Point[];

const slip: fc.Arbitrary<Slip> = fc.oneof(
  fc.constant<Slip>((ring) => ring),
  fc.constant<Slip>((ring) => ring.toReversed()),
  fc.constant<Slip>((ring) => ring.slice(0, -1)),
  fc.constant<Slip>((ring) => [...ring, ...ring.slice(1)]),
  fc.integer({ min: 0, max: 4 }).map(
    (at): Slip =>
      (ring) => [...ring.slice(0, at), ring[at], ...ring.slice(at)],
  ),
  fc.tuple(fc.integer({ min: 1, max: 3 }), between(0.01, 5)).map(
    ([at, length]): Slip =>
      (ring) => {
        const [x, y] = ring[at];
        return [...ring.slice(0, at + 1), [x + length, y + length / 3], ...ring.slice(at)];
      },
  ),
);

interface Cell {
  readonly kind: string;
  readonly slip: Slip;
  /** m by which its east side is off; positive overlaps. */
  readonly off: number;
}

const cell: fc.Arbitrary<Cell> = fc.record({
  kind: fc.constantFrom(...KINDS),
  slip,
  off: fc.oneof(fc.constant(0), between(-0.09, 0.2)),
});

interface Floor {
  readonly draft: PlanDraft;
  /** Without slips of their rings: what each zone is meant to cover. */
  readonly meant: readonly DraftZone[];
}

/** A row of rooms on either side of a corridor, turned as a whole, with doors a little off. */
const floor: fc.Arbitrary<Floor> = fc
  .record({
    rows: fc.tuple(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.array(cell, { minLength: 1, maxLength: 5 })),
    widths: fc.array(fc.integer({ min: 2, max: 6 }), { minLength: 10, maxLength: 10 }),
    angle: fc.oneof(fc.constant(0), between(0, 6.28)),
    ajar: fc.array(between(-0.08, 0.08), { minLength: 10, maxLength: 10 }),
    apart: between(-0.02, 0.06),
  })
  .map(({ rows, widths, angle, ajar, apart }): Floor => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const turn = ([x, y]: Point): Point => [x * cos - y * sin, x * sin + y * cos];
    const zones: DraftZone[] = [];
    const meant: DraftZone[] = [];
    const openings: PlanDraft['openings'][number][] = [];
    let n = 0;
    for (const [row, cells] of rows.entries()) {
      let x = 0;
      for (const { kind, slip: spoil, off } of cells) {
        const width = widths[n];
        const ring = box(x, row === 0 ? 3 + apart : -5, width + off, 5).map(turn);
        meant.push(zone(`r${n}`, kind, ring.slice(0, -1)));
        zones.push(zone(`r${n}`, kind, spoil(ring)));
        const y = (row === 0 ? 3 + apart : 0) + ajar[n];
        openings.push(door(`d${n}`, turn([x + 0.5, y]), turn([x + 1.4, y])));
        x += width;
        n += 1;
      }
    }
    const hall = box(0, 0, 30, 3).map(turn);
    meant.push(zone('hall', 'corridor', hall.slice(0, -1)));
    zones.push(zone('hall', 'corridor', hall));
    return { draft: { ...EMPTY, zones, openings }, meant };
  });

/** What is mended of what was mended: all but that a plan's rings are written without their closing point. */
const stillMended = (notes: readonly Note[]) =>
  said(notes).filter((line) => line.startsWith('mended') && !line.includes(' unclosed '));

const areaOf = (one: DraftZone) => one.rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * ringArea(ring), 0);

describe('floors with slips of the pen, once mended', () => {
  it('are mended: a second time there is nothing to do', () => {
    fc.assert(
      fc.property(floor, ({ draft }) => {
        const once = mend(draft);
        const twice = mend(once.draft);
        expect(stillMended(twice.notes)).toEqual([]);
        expect(twice.draft).toEqual(once.draft);
      }),
      { numRuns: 75 },
    );
  });

  it('have the faults that the record refuses, and no others', () => {
    fc.assert(
      fc.property(floor, ({ draft }) => {
        const { draft: mended, notes } = mend(draft);
        const refused = notes.flatMap(({ sort, message, ids = [] }) =>
          sort !== 'refused'
            ? []
            : message.id.startsWith('repair/overlap')
              ? [`plan/overlapping-zones ${[...ids].sort().join('/')}`]
              : /opening-(off|across|nowhere)$/.test(message.id)
                ? [`plan/opening-on-no-wall ${ids.join()}`]
                : [],
        );
        const found = faults(mended)
          .filter((fault) => !fault.startsWith('plan/opening-blocked'))
          .map((fault) => fault.replace(/ (\w+)\/(\w+)$/, (_, a: string, b: string) => ` ${[a, b].sort().join('/')}`));
        expect(found.sort()).toEqual(refused.sort());
      }),
      { numRuns: 100 },
    );
  });

  it('hold valid rooms, of which the private ones keep all they had', () => {
    fc.assert(
      fc.property(floor, ({ draft, meant }) => {
        const { draft: mended } = mend(draft);
        for (const [index, was] of meant.entries()) {
          const is = mended.zones[index];
          expect(is.id).toBe(was.id);
          expect(geos.isValid(is.rings)).toBe(true);
          const { area } = geos.measure(regionOf(is), []);
          expect(area).toBeCloseTo(areaOf(is), 6);
          if (!PRIVATE.includes(was.kind)) continue;
          const { covered } = geos.measure(regionOf(was), [regionOf(is)]);
          expect(areaOf(was) - covered).toBeLessThan(AREA_ERROR + SAME_POINT * 25);
        }
      }),
      { numRuns: 75 },
    );
  });

  it('differ from what was drawn by no more than the record says', () => {
    fc.assert(
      fc.property(floor, ({ draft, meant }) => {
        const { draft: mended, notes } = mend(draft);
        for (const [index, was] of meant.entries()) {
          const widths = notes.filter(
            ({ sort, message, ids }) => sort === 'mended' && /slit|overlap/.test(message.id) && ids?.[0] === was.id,
          );
          // No side of a room is longer than 30 m, and a width is told to a millimetre.
          const most = widths.reduce((sum, { size = 0 }) => sum + 30.3 * (size + 0.001), 0);
          expect(Math.abs(areaOf(mended.zones[index]) - areaOf(was))).toBeLessThan(most + AREA_ERROR + SAME_POINT * 25);
        }
      }),
      { numRuns: 75 },
    );
  });
});

describe('whatever a source draws', () => {
  /** On a coarse grid, so that points repeat, lie on lines and on one another; now and then a hair off. */
  const point = fc
    .tuple(fc.nat(4), fc.nat(4), fc.constantFrom(0, 0, 0, 0.0004, 0.03))
    .map(([x, y, off]): Point => [x + off, y]);
  const line = fc.array(point, { maxLength: 8 });
  const scrawl = fc.record({
    zones: fc.array(fc.tuple(fc.constantFrom(...KINDS), fc.array(line, { minLength: 1, maxLength: 2 })), {
      maxLength: 4,
    }),
    walls: fc.array(fc.array(point, { minLength: 1, maxLength: 4 }), { maxLength: 2 }),
    doors: fc.array(fc.tuple(point, point), { maxLength: 3 }),
    strict: fc.boolean(),
  });

  it('becomes a plan that can be read, with or without --strict', () => {
    fc.assert(
      fc.property(scrawl, ({ zones, walls, doors, strict }) => {
        const draft: PlanDraft = {
          ...EMPTY,
          // A room far off, so that the plan is as large as a building.
          zones: [
            zone('far', 'office', box(50, 0, 4, 4)),
            ...zones.map(([kind, rings], n) => zone(`z${n}`, kind, ...rings)),
          ],
          walls: walls.map((points, n) => wall(`w${n}`, ...points)),
          openings: doors.map(([a, b], n) => door(`d${n}`, a, b)),
        };
        const mended = mend(draft, { strict });
        const kept = mended.draft.zones.length + mended.draft.walls.length + mended.draft.openings.length;
        const dropped = mended.notes.filter(
          ({ sort, message }) => sort === 'mended' && message.id === 'repair/repeated',
        );
        expect(kept + dropped.length).toBe(draft.zones.length + draft.walls.length + draft.openings.length);
        const found = faults(mended.draft).flatMap((fault) => {
          const [rule, id] = fault.split(' ');
          return /self-crossing|no-geometry|on-no-wall/.test(rule) ? [id] : [];
        });
        const refused = mended.notes.flatMap(({ sort, ids = [] }) => (sort === 'refused' ? ids : []));
        for (const id of found) expect(refused).toContain(id);
        if (!strict) expect(stillMended(mend(mended.draft).notes)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
