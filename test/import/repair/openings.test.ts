import { describe, expect, it } from 'vitest';
import type { Point } from '../../../src/geometry/index.js';
import type { PlanDraft } from '../../../src/import/draft.js';
import { box, door, EMPTY, FLOOR, faults, mend, said, withDoor, zone } from './support.js';

function lineOf({ openings }: PlanDraft, id: string): readonly Point[] {
  const shape = openings.find((one) => one.id === id)?.shape;
  return shape?.type === 'line' ? shape.line : [];
}

describe('an opening beside its wall', () => {
  it('is moved onto it, up to 5 cm', () => {
    const { draft, notes } = mend(withDoor(FLOOR, 'd-office', [8, 3.05], [8.9, 2.98]));
    expect(said(notes)).toEqual(['mended opening-moved d-office']);
    expect(notes[0]).toMatchObject({ size: expect.closeTo(0.05, 9), at: [8.45, expect.closeTo(3.015, 9)] });
    expect(lineOf(draft, 'd-office')).toEqual([
      [8, 3],
      [8.9, 3],
    ]);
  });

  it('is refused beyond that with its distance, as linting finds it', () => {
    const { draft, notes } = mend(withDoor(FLOOR, 'd-office', [8, 3.125], [8.9, 3.125]));
    expect(said(notes)).toEqual(['refused opening-off d-office']);
    expect(notes[0].size).toBeCloseTo(0.125, 9);
    expect(faults(draft)).toEqual(['plan/opening-on-no-wall d-office']);
  });

  it('is left where the plan welds it', () => {
    expect(mend(withDoor(FLOOR, 'd-office', [8, 3.003], [8.9, 3.003])).notes).toEqual([]);
  });

  it('is left between the two faces of a wall, both of which it cuts', () => {
    const draft: PlanDraft = {
      ...EMPTY,
      zones: [zone('hall', 'corridor', box(0, 0, 10, 3)), zone('office', 'office', box(0, 3.08, 10, 4))],
      openings: [door('d', [2, 3.04], [3, 3.04])],
    };
    const mended = mend(draft);
    expect(mended.notes).toEqual([]);
    expect(faults(mended.draft)).toEqual([]);
  });
});

describe('an opening askew', () => {
  it('is turned onto the wall where both its ends are within 5 cm of it', () => {
    const { draft, notes } = mend(withDoor(FLOOR, 'd-office', [8, 3.045], [8.4, 2.955]));
    expect(said(notes)).toEqual(['mended opening-turned d-office']);
    expect(notes[0].size).toBeCloseTo(0.045, 9);
    expect(lineOf(draft, 'd-office')).toEqual([
      [8, 3],
      [8.4, 3],
    ]);
    expect(faults(draft)).toEqual([]);
  });

  it('is refused where it stands out further, or is drawn across the wall', () => {
    const far = mend(withDoor(FLOOR, 'd-office', [8, 3], [8.4, 3.3]));
    expect(said(far.notes)).toEqual(['refused opening-across d-office']);
    expect(faults(far.draft)).toEqual(['plan/opening-on-no-wall d-office']);
    const across = mend(withDoor(FLOOR, 'd-office', [8, 2.96], [8, 3.04]));
    expect(said(across.notes)).toEqual(['refused opening-across d-office']);
  });
});

describe('an opening past the end of its wall', () => {
  it('is cut off there', () => {
    const { draft, notes } = mend(withDoor(FLOOR, 'd-in', [0, -0.2], [0, 1]));
    expect(said(notes)).toEqual(['mended opening-trimmed d-in']);
    expect(notes[0]).toMatchObject({ size: expect.closeTo(0.2, 9), at: [0, -0.2] });
    expect(lineOf(draft, 'd-in')).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });

  it('is refused where more than half of it lies there', () => {
    const { draft, notes } = mend(withDoor(FLOOR, 'd-in', [0, -0.8], [0, 0.2]));
    expect(said(notes)).toEqual(['refused opening-overhang d-in']);
    expect(lineOf(draft, 'd-in')).toEqual([
      [0, -0.8],
      [0, 0.2],
    ]);
  });

  it('is not past it where the next room goes on in line', () => {
    expect(mend(withDoor(FLOOR, 'd-office', [11.6, 3], [12.4, 3])).notes).toEqual([]);
  });
});

describe('an opening that is in nothing', () => {
  it.each([false, true])('without length stays in the plan without geometry (strict: %s)', (strict) => {
    const { draft, notes } = mend(withDoor(FLOOR, 'd-office', [8, 3], [8, 3]), { strict });
    expect(said(notes)).toEqual(['refused no-length d-office']);
    expect(faults(draft)).toEqual(['plan/no-geometry d-office']);
  });

  it('far from all walls', () => {
    const { notes } = mend(withDoor(FLOOR, 'd-office', [60, 3], [61, 3]));
    expect(said(notes)).toEqual(['refused opening-nowhere d-office']);
  });

  it('is none in the outer edge of a yard; between two yards it is', () => {
    const yards: PlanDraft = {
      ...EMPTY,
      zones: [zone('a', 'yard', box(0, 0, 8, 8)), zone('b', 'yard', box(8, 0, 8, 8))],
      openings: [door('gate', [0, 2], [0, 4]), door('between', [8, 2], [8, 4])],
    };
    const { draft, notes } = mend(yards);
    expect(said(notes)).toEqual(['refused opening-nowhere between']);
    expect(faults(draft)).toEqual(['plan/opening-on-no-wall between']);
  });
});

describe('openings drawn twice', () => {
  it('of another kind stay both, which is said', () => {
    const { draft, notes } = mend({
      ...FLOOR,
      openings: [...FLOOR.openings, { ...door('w', [2, 3], [2.9, 3]), kind: 'window' }],
    });
    expect(said(notes)).toEqual(['assumed repeated-unlike w d-wc']);
    expect(draft.openings).toHaveLength(5);
  });
});
