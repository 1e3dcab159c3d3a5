import { describe, expect, it } from 'vitest';
import type { Device, Optics } from '../../src/plan/model.js';
import {
  aspectOf,
  circleInside,
  circleOutside,
  croppedCircle,
  fisheyeOf,
  focalLength,
} from '../../src/sight/cone/frames.js';
import {
  type Frustum,
  mayPoses,
  mayZoom,
  mustPose,
  setting,
  sharpness,
  spread,
  toleranceOf,
} from '../../src/sight/optics/optics.js';
import { camera, optics, ptz } from '../support/site.js';
import { radians } from './pinhole-matrices.js';

const tan = (degrees: number) => Math.tan(radians(degrees));
const near = (value: number) => expect.closeTo(value, 9);
const inRadians = (...degrees: readonly number[]) => degrees.map((value) => near(radians(value)));

/** With 2° of tolerance in heading and 1° in tilt. */
const loose = { tolerance: { heading: 2, tilt: 1, position: 0 } } as const;

function may(lens: Partial<Optics>, more: Partial<Device> = loose) {
  const device = camera('c', [0, 0], lens, more);
  return mayPoses(device, device.lenses[0] ?? expect.fail());
}

function must(lens: Partial<Optics>, more: Partial<Device> = loose) {
  const device = camera('c', [0, 0], lens, more);
  return mustPose(device, device.lenses[0] ?? expect.fail());
}

/** Half-width and half-height of an upright frame. */
const halves = ({ frame }: Pick<Frustum, 'frame'>) => [
  Math.max(...frame.filter((_, i) => i % 2 === 0)),
  Math.max(...frame.filter((_, i) => i % 2 === 1)),
];

const ANY_TILT = inRadians(-31, 91);
const ALL_ROUND = { kind: 'all-round', perRadian: undefined };

describe('the tolerance of which the plan says nothing', () => {
  it('is a tenth of the field, of a home preset where the lens has none, of 30° where that has none; 3° at most', () => {
    const unsaid = { tolerance: { heading: undefined, tilt: undefined, position: 0 } };
    const of = (lens: Partial<Optics>) => {
      const device = camera('c', [0, 0], lens, unsaid);
      const { heading, tilt } = toleranceOf(device, device.lenses[0] ?? expect.fail());
      expect(heading).toBe(tilt);
      return heading;
    };
    const home = { heading: 0, tilt: 0, hfov: 5 };
    expect(of({ hfov: 20 })).toEqual(near(radians(2)));
    expect(of({ hfov: 40 })).toEqual(near(radians(3)));
    expect(of({ hfov: 20, ptz: ptz({ home }) })).toEqual(near(radians(2)));
    expect(of({ hfov: undefined, ptz: ptz({ home }) })).toEqual(near(radians(0.5)));
    expect(of({ hfov: undefined, ptz: ptz() })).toEqual(near(radians(3)));
    expect(of({ hfov: undefined })).toEqual(near(radians(3)));
    const said = camera('c', [0, 0], { hfov: 20 }, { tolerance: { heading: 7, tilt: undefined, position: 0 } });
    expect(toleranceOf(said, said.lenses[0] ?? expect.fail())).toEqual({
      heading: near(radians(7)),
      tilt: near(radians(2)),
    });
    const tilted = camera('c', [0, 0], { hfov: 20 }, { tolerance: { heading: undefined, tilt: 8, position: 0 } });
    expect(toleranceOf(tilted, tilted.lenses[0] ?? expect.fail())).toEqual({
      heading: near(radians(2)),
      tilt: near(radians(8)),
    });
  });
});

describe('bearings as azimuths', () => {
  // Bearing b is azimuth 90° − b; clockwise from 10° to 100° is counter-clockwise from −10° to 80°.
  it.each<[from: number, to: number, by: number, wanted: readonly number[] | undefined]>([
    [10, 100, 0, [-10, 80]],
    [10, 100, 5, [-15, 85]],
    [90, 90, 0, [0, 0]],
    [90, 90, 7, [-7, 7]],
    [350, 20, 1, [-291, -259]],
    [-10, 20, 1, [69, 101]],
    [20, 350, 0, [-260, 70]],
    [0, 360, 0, undefined],
    [0, 350, 4.9, [-264.9, 94.9]],
    [0, 350, 5.1, undefined],
    [720, 90, 0, [-720, -630]],
  ])('from %d° to %d°, widened by %d°', (from, to, by, wanted) => {
    expect(spread([from, to], radians(by))).toEqual(wanted === undefined ? undefined : inRadians(...wanted));
  });
});

describe('the poses a lens may take', () => {
  it('of a fixed lens: as drawn, give or take the tolerance', () => {
    const [pose, ...others] = may({ heading: 90, tilt: 20, hfov: 80, resolution: [2000, 1000] });
    expect(others).toEqual([]);
    expect(pose).toEqual({
      kind: 'frustum',
      frame: expect.any(Array),
      headings: inRadians(-2, 2),
      tilts: inRadians(19, 21),
      focal: near(1000 / tan(40)),
      corner: near(Math.sqrt(1 + 1.25 * tan(40) ** 2)),
    });
    expect(pose?.kind === 'frustum' && halves(pose)).toEqual([near(tan(40)), near(tan(40) / 2)]);
  });

  it('of unsaid tilt, from 30° up to straight down; of unsaid heading, all round; of unsaid pixels, as sharp as any', () => {
    const [pose] = may({ heading: undefined, tilt: undefined, resolution: undefined, vfov: 50 });
    expect(pose).toMatchObject({ headings: undefined, tilts: ANY_TILT, focal: undefined });
    // Of unsaid shape its picture may be as high as 16 : 9.
    const [tall] = may({ hfov: 60, resolution: undefined, vfov: undefined });
    expect(tall?.kind === 'frustum' && halves(tall)).toEqual([near(tan(30)), near((tan(30) * 16) / 9)]);
  });

  it('of unsaid field, any', () => {
    expect(may({ hfov: undefined })).toEqual([ALL_ROUND]);
  });

  it('of a field of which a tangent says nothing, any: from 178° on, or with a corner over 88.5° off', () => {
    expect(may({ hfov: 178, vfov: 10 })).toEqual([ALL_ROUND]);
    expect(may({ hfov: 177.9, vfov: 10 })).toMatchObject([{ kind: 'frustum' }]);
    expect(may({ hfov: 90, vfov: 177.2 })).toEqual([ALL_ROUND]);
    expect(may({ hfov: 90, vfov: 176.8 })).toMatchObject([{ kind: 'frustum' }]);
  });

  it('of a tolerance, or of limits, that go round and round: any, once', () => {
    const round = [-Math.PI, Math.PI];
    for (const tilt of [180, 5e9, 1e308]) {
      const wild = { tolerance: { heading: tilt, tilt, position: 0 } };
      expect(may({ heading: 90, tilt: 20, hfov: 80 }, wild)).toMatchObject([{ headings: undefined, tilts: round }]);
      expect(must({ heading: 90, tilt: 20, hfov: 80 }, wild)).toMatchObject({ headings: undefined, tilts: round });
    }
    const limits = ptz({ pan: [45, 135], tilt: [-1e308, 1e12], hfov: [3, 50], home: undefined });
    expect(may({ form: 'ptz', heading: undefined, hfov: 40, ptz: limits })).toMatchObject([{ tilts: round }]);
  });

  const hard = ptz({ pan: [45, 135], tilt: [0, 60], hfov: [3, 50], home: { heading: 200, tilt: 10, hfov: 60 } });

  it('of a PTZ: within its limits, and at its home preset, at the widest and the longest of all', () => {
    const poses = may({ form: 'ptz', heading: 90, tilt: 30, hfov: 40, ptz: hard });
    expect(poses).toMatchObject([
      { headings: inRadians(-47, 47), tilts: inRadians(-1, 61), focal: near(500 / tan(1.5)) },
      { headings: inRadians(-112, -108), tilts: inRadians(9, 11), focal: near(500 / tan(1.5)) },
    ]);
    for (const pose of poses) expect(pose.kind === 'frustum' && halves(pose)[0]).toEqual(near(tan(30)));
  });

  it('of one without a home preset: as it is drawn', () => {
    const poses = may({ form: 'ptz', heading: 90, tilt: 30, hfov: 40, ptz: { ...hard, home: undefined } });
    expect(poses).toMatchObject([
      { headings: inRadians(-47, 47) },
      { headings: inRadians(-2, 2), tilts: inRadians(29, 31) },
    ]);
    expect(may({ form: 'ptz', heading: undefined, hfov: 40, ptz: { ...hard, home: undefined } })).toHaveLength(1);
  });

  it('of one whose limits are of software, or not said: any', () => {
    for (const free of [
      { ...hard, limits: 'software' as const },
      { ...hard, pan: undefined, tilt: undefined },
      undefined,
    ]) {
      const [pose] = may({ form: 'ptz', hfov: 40, ptz: free });
      if (free === undefined) expect(pose).toEqual(ALL_ROUND);
      else expect(pose).toMatchObject({ headings: undefined, tilts: ANY_TILT });
    }
  });
});

describe('the field and the zoom a lens may have', () => {
  const zoom = (lens: Partial<Optics>) => mayZoom(optics(lens));
  it('are those of all its settings', () => {
    expect(zoom({ hfov: 70 })).toEqual({ field: 70, density: 70 });
    expect(zoom({ hfov: undefined })).toBeUndefined();
    expect(zoom({ hfov: 70, varifocal: { hfov: [30, 90], locked: false } })).toEqual({ field: 70, density: 70 });
    const range = { hfov: [30, 90] as const };
    expect(zoom({ form: 'varifocal', hfov: 60, varifocal: { ...range, locked: false } })).toEqual({
      field: 90,
      density: 30,
    });
    expect(zoom({ form: 'varifocal', hfov: 60, varifocal: { ...range, locked: true } })).toEqual({
      field: 60,
      density: 60,
    });
    expect(zoom({ form: 'varifocal', hfov: undefined, varifocal: { ...range, locked: true } })).toEqual({
      field: 90,
      density: 30,
    });
    expect(zoom({ form: 'varifocal', hfov: 60 })).toBeUndefined();
    expect(zoom({ form: 'ptz', hfov: 60 })).toBeUndefined();
    expect(zoom({ form: 'ptz', hfov: 60, ptz: ptz({ hfov: [5, 50] }) })).toEqual({ field: 60, density: 5 });
    expect(
      zoom({ form: 'ptz', hfov: undefined, ptz: ptz({ hfov: [5, 50], home: { heading: 0, tilt: 0, hfov: 70 } }) }),
    ).toEqual({ field: 70, density: 5 });
  });
});

describe('the poses a lens has for certain', () => {
  it('of a fixed lens', () => {
    const pose = must({ heading: 90, tilt: 20, hfov: 80, resolution: [2000, 1000] });
    expect(pose).toMatchObject({
      kind: 'frustum',
      headings: inRadians(-2, 2),
      tilts: inRadians(19, 21),
      focal: near(1000 / tan(40)),
      corner: near(Math.sqrt(1 + 1.25 * tan(40) ** 2)),
    });
    expect(pose?.kind === 'frustum' && halves(pose)).toEqual([near(tan(40)), near(tan(40) / 2)]);
  });

  it('are none while something isn’t said', () => {
    for (const missing of ['heading', 'tilt', 'hfov', 'resolution'])
      expect(must({ [missing]: undefined })).toBeUndefined();
    expect(must({ resolution: undefined, vfov: 50 })).toBeUndefined();
    expect(must({ form: 'ptz', hfov: undefined, ptz: ptz() })).toBeUndefined();
    expect(must({ form: 'fisheye', hfov: 180, tilt: undefined })).toBeUndefined();
    expect(must({ form: 'fisheye', hfov: undefined, tilt: 90 })).toBeUndefined();
    expect(must({ form: 'fisheye', hfov: 180, tilt: 90, resolution: undefined })).toBeUndefined();
  });

  it('are no wider than 170°, whatever the plan says', () => {
    const pose = must({ hfov: 176, resolution: [1000, 1000] });
    expect(pose?.kind === 'frustum' && halves(pose)[0]).toEqual(near(tan(85)));
    expect(pose && sharpness(pose)).toEqual(near(500 / tan(88)));
  });

  it('of a PTZ are its home preset, then what is drawn; of a range of fields the narrowest at the widest one’s density', () => {
    const home = { heading: 200, tilt: 10, hfov: 60 };
    const lens: Partial<Optics> = { form: 'ptz', heading: 90, tilt: 30, hfov: 40, ptz: ptz({ hfov: [4, 70], home }) };
    expect(setting(optics(lens))).toEqual({ heading: 200, tilt: 10 });
    expect(must(lens)).toMatchObject({ headings: inRadians(-112, -108), focal: near(500 / tan(30)) });
    const drawn = { ...lens, ptz: ptz({ hfov: [4, 70] }) };
    expect(setting(optics(drawn))).toEqual({ heading: 90, tilt: 30 });
    expect(must(drawn)).toMatchObject({ headings: inRadians(-2, 2), focal: near(500 / tan(20)) });
    const unset = must({ ...drawn, hfov: undefined });
    expect(unset).toMatchObject({ focal: near(500 / tan(35)) });
    expect(unset?.kind === 'frustum' && halves(unset)[0]).toEqual(near(tan(2)));
    // A home preset of a lens that doesn't turn is a slip, and is nothing.
    expect(setting(optics({ ...lens, form: 'fixed' }))).toEqual({ heading: 90, tilt: 30 });
    expect(must({ ...lens, form: 'fixed' })).toMatchObject({ focal: near(500 / tan(20)) });
    // One of which nothing more is said is aimed as it is drawn.
    expect(must({ form: 'ptz', heading: 90, tilt: 30, hfov: 40 })).toMatchObject({ headings: inRadians(-2, 2) });
  });
});

describe('a fisheye’s picture', () => {
  it('of two fields: each across its side', () => {
    expect(fisheyeOf(optics({ hfov: 180, vfov: 100, resolution: [3000, 2000] }))).toEqual({
      across: near(radians(180)),
      down: near(radians(100)),
      circle: near(radians(180)),
      corner: near(radians(Math.hypot(180, 100) / 2)),
      most: near(2000 / radians(100)),
      least: near(3000 / radians(180)),
    });
  });

  it('of one: of the shorter side or of the longer, cropped', () => {
    // 180° across 3000 px is 120° down 2000; 180° down 2000 px is 270° across 3000, of which the circle has 180°.
    expect(fisheyeOf(optics({ hfov: 180, vfov: undefined, resolution: [3000, 2000] }))).toEqual({
      across: near(radians(180)),
      down: near(radians(120)),
      circle: near(radians(180)),
      corner: near(radians(Math.hypot(180, 120) / 2)),
      most: near(3000 / radians(180)),
      least: near(2000 / radians(180)),
    });
    expect(fisheyeOf(optics({ hfov: 180, vfov: undefined, resolution: [2000, 3000] }))).toMatchObject({
      across: near(radians(120)),
      down: near(radians(180)),
      circle: near(radians(180)),
    });
    expect(fisheyeOf(optics({ hfov: 180, resolution: undefined }))).toMatchObject({
      most: undefined,
      least: undefined,
    });
    expect(fisheyeOf(optics({ hfov: undefined }))).toBeUndefined();
  });

  it('holds all a circle has and no more', () => {
    const far = (flat: readonly number[], from: number, n: number) =>
      flat.flatMap((x, i) => (i % 2 === 0 ? [Math.hypot(x, flat[i + 1] ?? NaN)] : [])).slice(from, n);
    for (const degrees of [20, 60, 85]) {
      for (const corner of far(circleInside(radians(degrees)), 0, 99)) expect(corner / tan(degrees)).toBeCloseTo(1, 9);
      const outside = far(circleOutside(radians(degrees)), 0, 99);
      expect(outside.length).toBeGreaterThanOrEqual(16);
      expect(outside.length).toBeLessThanOrEqual(48);
      // Its sides touch the circle.
      for (const corner of outside)
        expect(corner / tan(degrees)).toBeCloseTo(1 / Math.cos(Math.PI / outside.length), 9);
    }
    // What a plane can't hold is left out.
    for (const corner of far(circleInside(radians(120)), 0, 99)) expect(corner / tan(89.9)).toBeCloseTo(1, 6);
  });

  it('is cropped where the sensor is', () => {
    const span = (flat: readonly number[], axis: 0 | 1) => {
      const values = flat.filter((_, i) => i % 2 === axis);
      return [Math.min(...values), Math.max(...values)];
    };
    const cropped = (across: number, down: number, roll = 0) =>
      croppedCircle(
        { across: radians(across), down: radians(down), circle: radians(140), corner: 0, most: 1, least: 1 },
        radians(roll),
      );
    const low = cropped(140, 60);
    expect(span(low, 0)).toEqual([near(-tan(70)), near(tan(70))]);
    expect(span(low, 1)).toEqual([near(-tan(30)), near(tan(30))]);
    const narrow = cropped(60, 140);
    expect(span(narrow, 0)).toEqual([near(-tan(30)), near(tan(30))]);
    expect(span(narrow, 1)).toEqual([near(-tan(70)), near(tan(70))]);
    // Its right side up: on its side it is as wide as it was high.
    expect(span(cropped(140, 60, 90), 0)).toEqual([near(-tan(30)), near(tan(30))]);
    const [c, s] = [Math.cos(radians(20)), Math.sin(radians(20))];
    const rolled = cropped(140, 60, 20);
    // The line at height tan 30° now runs down to the left of the camera's view: |−s·left… + c·up| ≤ tan 30°.
    for (let i = 0; i < rolled.length; i += 2)
      expect(Math.abs((rolled[i] ?? NaN) * s + (rolled[i + 1] ?? NaN) * c)).toBeLessThanOrEqual(tan(30) + 1e-9);
  });
});

describe('the shape of a picture', () => {
  it('is that of its fields, else that of its pixels', () => {
    expect(aspectOf(optics({ hfov: 90, vfov: 60, resolution: [1000, 1000] }))).toEqual(near(tan(30)));
    expect(aspectOf(optics({ hfov: 90, vfov: undefined, resolution: [1600, 900] }))).toEqual(near(9 / 16));
    expect(aspectOf(optics({ hfov: undefined, vfov: 60, resolution: [1600, 900] }))).toEqual(near(9 / 16));
    expect(aspectOf(optics({ resolution: undefined }))).toBeUndefined();
    expect(focalLength(2000, 60)).toEqual(near(1000 / tan(30)));
  });
});

describe('the poses of a fisheye', () => {
  const lens: Partial<Optics> = { form: 'fisheye', hfov: 100, vfov: 100, resolution: [1000, 1000], tilt: 90 };
  it('that looks straight down needs no heading; leaning, its circle is that much larger, or smaller', () => {
    const corner = radians(Math.hypot(100, 100) / 2);
    const sharp = 1000 / radians(100);
    const down = inRadians(90, 90);
    expect(may({ ...lens, heading: undefined })).toEqual([
      {
        kind: 'dome',
        frame: expect.any(Array),
        halfAngle: near(corner + radians(1)),
        perRadian: near(sharp),
        headings: [0, 0],
        tilts: down,
      },
    ]);
    for (const tilt of [80, 100])
      expect(may({ ...lens, heading: undefined, tilt })).toMatchObject([
        { halfAngle: near(corner + radians(11)), tilts: down },
      ]);
    expect(must({ ...lens, heading: undefined })).toMatchObject({
      halfAngle: near(radians(49)),
      headings: [0, 0],
      tilts: down,
      perRadian: near(sharp),
    });
    for (const tilt of [80, 100])
      expect(must({ ...lens, heading: undefined, tilt })).toMatchObject({ halfAngle: near(radians(39)) });
    expect(must({ ...lens, heading: undefined, tilt: 40.9 })).toBeUndefined();
    expect(must({ ...lens, heading: undefined, tilt: 41.1 })).toBeDefined();
  });

  it('that is aimed has its axis as drawn, give or take the tolerance', () => {
    const aimed = { ...lens, heading: 90, tilt: 30 };
    expect(may(aimed)).toMatchObject([
      {
        kind: 'dome',
        halfAngle: near(radians(Math.hypot(100, 100) / 2)),
        headings: inRadians(-2, 2),
        tilts: inRadians(29, 31),
      },
    ]);
    expect(must(aimed)).toMatchObject({
      kind: 'dome',
      halfAngle: near(radians(50)),
      headings: inRadians(-2, 2),
      tilts: inRadians(29, 31),
    });
    expect(must({ ...aimed, vfov: 60, resolution: [1000, 600] })).toMatchObject({ halfAngle: near(radians(30)) });
  });

  it('is all round as sharp as it is where no plane holds its circle, or nobody says how it hangs', () => {
    const wide = { ...lens, hfov: 180, vfov: 180 };
    // Straight down, give or take 1°, it has nothing that is steeper up than its corners.
    const highest = near(tan(Math.hypot(180, 180) / 2 + 1 - 90));
    expect(may(wide)).toEqual([{ kind: 'all-round', perRadian: near(1000 / Math.PI), highest }]);
    expect(may({ ...wide, tilt: 20 })).toEqual([{ kind: 'all-round', perRadian: near(1000 / Math.PI) }]);
    expect(may({ ...lens, tilt: undefined })).toEqual([{ kind: 'all-round', perRadian: near(1000 / radians(100)) }]);
    expect(may({ ...lens, hfov: undefined })).toEqual([ALL_ROUND]);
    // Half the diagonal is the angle of the corner: from 87.5° on a plane doesn't hold it.
    const square = (corner: number) => ({ ...lens, heading: 90, hfov: corner * Math.SQRT2, vfov: corner * Math.SQRT2 });
    expect(may(square(87.4))).toMatchObject([{ kind: 'dome' }]);
    expect(may(square(87.6))).toMatchObject([{ kind: 'all-round' }]);
  });
});
