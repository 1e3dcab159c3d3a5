import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/geometry/index.js';
import type { PlanDraft } from '../../../src/import/draft.js';
import { box, closed, door, FLOOR, faults, mend, said, texts, verdicts, withDoor, withRing, zone } from './support.js';

interface Slip {
  readonly name: string;
  readonly broken: PlanDraft;
  /** What the record has to say of it. */
  readonly told: readonly string[];
  /** m */
  readonly size?: number;
}

const clean = mend(FLOOR).draft;

const SLIPS: readonly Slip[] = [
  {
    name: 'a ring the other way round',
    broken: withRing(FLOOR, 'wc', (ring) => ring.toReversed()),
    told: ['mended winding wc'],
  },
  {
    name: 'points that repeat the one before, exactly or by half a millimetre',
    broken: withRing(FLOOR, 'office', ([a, b, ...rest]) => [a, a, b, [b[0] + 0.0005, b[1]], ...rest] as Point[]),
    told: ['mended repeated-points office'],
    size: 0.0005,
  },
  {
    name: 'a ring without its closing point',
    broken: withRing(FLOOR, 'wc', (ring) => ring.slice(0, -1)),
    told: ['mended unclosed wc'],
    size: 6,
  },
  {
    name: 'a ring whose closing point missed the first by 2 cm',
    broken: withRing(FLOOR, 'class', (ring) => [...ring.slice(0, -1), [12, 3.02]]),
    told: ['mended unclosed class'],
    size: 0.02,
  },
  {
    name: 'a ring walked round twice',
    broken: withRing(FLOOR, 'wc', (ring) => [...ring, ...ring.slice(1)]),
    told: ['mended doubled wc'],
  },
  {
    name: 'a ring walked round, and back again',
    broken: withRing(FLOOR, 'wc', (ring) => [...ring, ...ring.toReversed().slice(1)]),
    told: ['mended doubled wc'],
  },
  {
    name: 'a hole that is the outer ring again',
    broken: {
      ...FLOOR,
      zones: FLOOR.zones.map((one) => (one.id === 'wc' ? { ...one, rings: [...one.rings, ...one.rings] } : one)),
    },
    told: ['mended hole-all wc'],
  },
  {
    name: 'a spike out of a corner and back',
    broken: withRing(FLOOR, 'class', ([a, b, ...rest]) => [a, b, [23, 3], b, ...rest] as Point[]),
    told: ['mended spike class'],
    size: 3,
  },
  {
    name: 'a spike that comes back beside itself',
    broken: withRing(FLOOR, 'class', ([a, b, ...rest]) => [a, [21, 3], b, ...rest] as Point[]),
    told: ['mended spike class'],
    size: 1,
  },
  {
    name: 'a room drawn twice',
    broken: { ...FLOOR, zones: [...FLOOR.zones, zone('wc-again', 'restroom', box(0, 3, 5, 6).toReversed())] },
    told: ['mended winding wc-again', 'mended repeated wc-again wc'],
  },
  {
    name: 'a door drawn twice',
    broken: { ...FLOOR, openings: [...FLOOR.openings, door('again', [2.9, 3], [2, 3])] },
    told: ['mended repeated again d-wc'],
  },
  {
    name: 'a door 3 cm off its wall',
    broken: withDoor(FLOOR, 'd-office', [8, 3.03], [8.9, 3.03]),
    told: ['mended opening-moved d-office'],
    size: 0.03,
  },
  {
    name: 'an overlap of 2 cm',
    broken: withRing(FLOOR, 'class', () => box(11.98, 3, 8.02, 6)),
    told: ['mended overlap-cut class office'],
    size: 0.02,
  },
  {
    name: 'a gap of 2 cm',
    broken: withRing(FLOOR, 'office', () => box(5, 3, 6.98, 6)),
    told: ['mended slit office class'],
    size: 0.02,
  },
];

describe('a clean floor', () => {
  it('stays as it is, and nothing is said', () => {
    const { draft, notes } = mend(FLOOR);
    expect(notes).toEqual([]);
    expect(draft.zones.map(({ rings }) => rings)).toEqual(
      FLOOR.zones.map(({ rings }) => rings.map((r) => r.slice(0, -1))),
    );
    expect(draft.openings).toEqual(FLOOR.openings);
    expect(faults(draft)).toEqual([]);
  });
});

describe.each(SLIPS)('$name', ({ broken, told, size }) => {
  it('is mended on record, and the plan lints as the clean one', () => {
    const { draft, notes } = mend(broken);
    expect(said(notes)).toEqual(told);
    expect(texts(notes).join('')).not.toMatch(/undefined|NaN|\{/);
    if (size !== undefined) expect(notes.at(-1)?.size).toBeCloseTo(size, 2);
    expect(verdicts(draft)).toEqual(verdicts(clean));
    expect(areas(draft)).toEqual(areas(clean));
  });

  it('is refused with --strict at the same place and of the same size, and nothing is changed', () => {
    const { draft, notes } = mend(broken, { strict: true });
    const mended = mend(broken).notes;
    expect(notes).toEqual(mended.map((note) => ({ ...note, sort: 'refused' })));
    expect(draft.zones.map(({ id }) => id)).toEqual(broken.zones.map(({ id }) => id));
    expect(draft.zones.map(({ rings }) => rings.map((ring) => closed(...ring)))).toEqual(
      broken.zones.map(({ rings }) => rings.map((ring) => (isClosed(ring) ? ring : closed(...ring)))),
    );
    expect(draft.openings).toEqual(broken.openings);
  });

  it('is mended once and for all', () => {
    const once = mend(broken).draft;
    const twice = mend(once);
    // Only what a plan's rings are written without is said again.
    expect(said(twice.notes).filter((line) => !line.startsWith('mended unclosed'))).toEqual([]);
    expect(twice.draft).toEqual(once);
  });
});

function isClosed(ring: readonly Point[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** m² of each zone, to a hundredth. */
function areas({ zones }: PlanDraft): Record<string, string> {
  return Object.fromEntries(zones.map(({ id, rings: [ring = []] }) => [id, area(ring).toFixed(2)]));
}

function area(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [0, 0];
    return sum + (x * ny - nx * y) / 2;
  }, 0);
}
