import { describe, expect, test } from 'vitest';
import { best, inBox } from '../../../src/features/conflicts/best.js';
import { raysOf } from '../../../src/features/conflicts/rays.js';
import { searchPoses, united } from '../../../src/features/conflicts/search.js';
import { type ConflictTrial, type Tried, tried } from '../../../src/features/conflicts/trial.js';
import type { Pose } from '../../../src/features/conflicts/types.js';
import { firstCells } from '../../../src/lint/search/cells.js';
import { type PoseSearch, stagesOf } from '../../../src/lint/search/search.js';
import { deviceInPose, editsFor } from '../../../src/lint/search/trial.js';
import type { Optics } from '../../../src/plan/model.js';
import type { PoseBox } from '../../../src/sight/types.js';
import { linted, questionOn, textOf } from './plans.js';

const question = questionOn(linted(textOf('polling-pose')), 'C1');
const { trial, needs } = question;
const box = (headings: PoseBox['headings'], tilts: PoseBox['tilts'], fields: PoseBox['fields'] = [84, 84]): PoseBox => {
  return { headings, tilts, fields };
};
const zooming = (varifocal: Optics['varifocal'], hfov = 84): ConflictTrial => ({
  ...trial,
  lens: { ...trial.lens, form: 'varifocal', hfov, varifocal },
});

describe('the pose in the middle of a cell', () => {
  test('is in halves of degrees, of the file', () => {
    expect(inBox(trial, box([100.2, 100.6], [20.3, 20.9]))).toEqual({ heading: 100.5, tilt: 20.5 });
    expect(inBox(trial, box([-10, -9.5], [0, 0.3]))).toEqual({ heading: 350.5, tilt: 0 });
    expect(inBox({ ...trial, north: 20 }, box([350, 351], [10, 11]))).toEqual({ heading: 10.5, tilt: 10.5 });
  });

  test('has a field where the lens is locked at another than its own, within its range', () => {
    const lens = zooming({ hfov: [40.3, 90], locked: false });
    expect(inBox(lens, box([0, 1], [0, 1]))).toEqual({ heading: 0.5, tilt: 0.5 });
    expect(inBox(lens, box([0, 1], [0, 1], [60, 61]))).toEqual({ heading: 0.5, tilt: 0.5, hfov: 60.5 });
    expect(inBox(lens, box([0, 1], [0, 1], [60, 60])).hfov).toBe(60);
    expect(inBox(lens, box([0, 1], [0, 1], [40.3, 40.4])).hfov).toBe(40.5);
    expect(inBox(lens, box([0, 1], [0, 1], [40.1, 40.2])).hfov).toBe(40.3);
    expect(inBox(lens, box([0, 1], [0, 1], [92, 93])).hfov).toBe(90);
    expect(inBox(zooming({ hfov: [90, 40.3], locked: false }), box([0, 1], [0, 1], [92, 93])).hfov).toBe(90);
  });
});

describe('a pose in the plan', () => {
  const told = (pose: Pose, on = trial) => editsFor(on, pose)?.map(({ text }) => text);

  test('is written where it isn’t what is drawn', () => {
    expect(told({ heading: 140, tilt: 20 })).toEqual([]);
    expect(told({ heading: 141, tilt: 20 })).toEqual(['141']);
    expect(told({ heading: 140, tilt: 21 })).toEqual(['21']);
    expect(told({ heading: 141, tilt: 19.5 })).toEqual(['141', '19.5']);
    expect(told({ heading: 500, tilt: 20 })).toEqual(['140']);
    // Of a device that has no varifocal lens none can be locked.
    expect(told({ heading: 140, tilt: 20, hfov: 60 })).toBeUndefined();
  });

  test('locks a lens that zooms', () => {
    const plan = textOf('ktv-zoom');
    const { trial: zoom } = questionOn(linted(plan), 'C1');
    expect(told({ heading: 90, tilt: 15, hfov: 61 }, zoom)).toEqual(['61', 'true']);
  });

  test('is turned by the shorter way from the drawn one', () => {
    const turns = [140, 150, 130, 320, 321, 319, 0].map((heading) => tried(trial, { heading, tilt: 25 }, []).turn);
    expect(turns).toEqual([0, 10, -10, 180, -179, 179, -140]);
    expect(tried(trial, { heading: 140, tilt: 25 }, []).tilt).toBe(5);
    const north = { ...trial, north: 30 };
    expect(tried(north, { heading: 170, tilt: 20 }, []).turn).toBe(0);
    expect(deviceInPose(north, { heading: 10, tilt: 33 }).lenses[0]).toMatchObject({ heading: 340, tilt: 33 });
  });

  test('does by what it covers and sees', () => {
    const [drawn, turned, away] = [140, 103.5, 230].map((heading) => tried(trial, { heading, tilt: 20 }, needs));
    expect([drawn?.covers, drawn?.clear, drawn?.clean]).toEqual([true, false, false]);
    expect([turned?.covers, turned?.clear, turned?.clean]).toEqual([true, true, true]);
    expect([away?.covers, away?.clear]).toEqual([false, true]);
    expect(turned?.worth).toBeCloseTo(turned?.kept[0]?.after ?? 0, 12);
    expect(tried(trial, { heading: 104, tilt: 20 }, needs, []).worth).toBe(0);
  });
});

describe('the best pose', () => {
  const one = (pose: Pose, parts: Partial<Tried> = {}): Tried => {
    const { turn, tilt } = tried(trial, pose, []);
    return { pose, turn, tilt, kept: [], covers: true, clear: true, clean: true, worth: 0.9, ...parts };
  };
  /** Only what is found: where nothing near is better, or nothing may be looked at. */
  const order = (...found: Tried[]) => {
    const still: ConflictTrial = { ...trial, contexts: [] };
    const all = best({ trial: still, needs: [{ ...needs[0], threshold: 2 }], wanted: [] }, found);
    return all.map(({ pose, worth }) => `${pose.heading} ${pose.tilt}${worth === 0.9 ? '' : ` ${worth}`}`);
  };

  test('sees nothing, covers most by hundredths, is nearest, in whole degrees', () => {
    const clean = one({ heading: 200, tilt: 20 });
    const sliver = one({ heading: 141, tilt: 20 }, { clean: false, worth: 1 });
    expect(order(sliver, clean)).toEqual(['200 20', '141 20 1']);
    expect(order(one({ heading: 150, tilt: 20 }, { worth: 0.8 }), clean)).toEqual(['200 20', '150 20 0.8']);
    expect(order(one({ heading: 150, tilt: 20 }, { worth: 0.896 }), clean)).toEqual(['150 20 0.896', '200 20']);
    expect(order(one({ heading: 150, tilt: 20 }, { worth: 0.894 }), clean)).toEqual(['200 20', '150 20 0.894']);
    expect(order(one({ heading: 150, tilt: 25 }), one({ heading: 152, tilt: 22 }))).toEqual(['152 22', '150 25']);
    expect(order(one({ heading: 130, tilt: 25 }), one({ heading: 145, tilt: 11 }))).toEqual(['145 11', '130 25']);
    expect(order(one({ heading: 149.5, tilt: 20.5 }), one({ heading: 150, tilt: 20 }))).toEqual([
      '150 20',
      '149.5 20.5',
    ]);
    expect(order(one({ heading: 150, tilt: 20 }), one({ heading: 130, tilt: 20 }))).toEqual(['130 20', '150 20']);
    expect(order(one({ heading: 140, tilt: 25 }), one({ heading: 140, tilt: 15 }))).toEqual(['140 15', '140 25']);
  });

  test('is none that doesn’t do', () => {
    const [bare, seen] = [
      one({ heading: 150, tilt: 20 }, { covers: false }),
      one({ heading: 151, tilt: 20 }, { clear: false }),
    ];
    expect(order(bare, seen, one({ heading: 152, tilt: 20 }))).toEqual(['152 20']);
  });

  test('is made better from where it is, by halves of degrees', () => {
    const start = tried(trial, { heading: 90, tilt: 20 }, needs);
    const [top] = best({ trial, needs, wanted: needs }, [start]);
    expect([start.covers, start.clear]).toEqual([true, true]);
    expect(Math.round(100 * (top?.worth ?? 0))).toBeGreaterThan(Math.round(100 * start.worth));
    for (const step of [-0.5, 0.5]) {
      const near = tried(trial, { heading: (top?.pose.heading ?? 0) + step, tilt: top?.pose.tilt ?? 0 }, needs);
      const isBetter = near.clear && near.clean && Math.round(100 * near.worth) > Math.round(100 * (top?.worth ?? 0));
      expect(isBetter, `by ${step}`).toBe(false);
    }
  });
});

test('what the camera does all round, each five degrees from where it looks', () => {
  const poses = { ...question.poses, headings: [87, 152] as const };
  const rays = raysOf({ ...question, trial: { ...trial, north: 10 }, poses });
  expect(rays.map(({ heading }) => heading)).toEqual([100, 105, 110, 115, 120, 125, 130, 135, 140, 145, 150, 155, 160]);
  // Of its heading as the file has it, with north 10° off: 140° is drawn at 150.
  expect(rays.map(({ both }) => both).join()).toBe(
    'true,true,true,false,false,false,false,false,false,false,false,false,false',
  );
  expect(rays.every(({ covers }) => covers)).toBe(true);
  expect(rays.map(({ clear, both }) => Number(clear) - Number(both)).every((more) => more >= 0)).toBe(true);
});

describe('cells', () => {
  test('begin in the middle of what is drawn, each six degrees, twelve of a field', () => {
    const spans = box([90, 106], [0, 14], [60, 84]);
    const cells = firstCells({ heading: 97, tilt: 5 }, spans);
    expect([...new Set(cells.map(({ headings }) => headings.join('–')))]).toEqual(['90–94', '94–100', '100–106']);
    expect([...new Set(cells.map(({ tilts }) => tilts.join('–')))]).toEqual(['0–2', '2–8', '8–14']);
    expect([...new Set(cells.map(({ fields }) => fields.join('–')))]).toEqual(['60–66', '66–78', '78–84']);
    expect(cells).toHaveLength(27);
    expect(firstCells({ heading: 97, tilt: 5 }, box([97, 97], [5, 5], [60, 60]))).toEqual([
      box([97, 97], [5, 5], [60, 60]),
    ]);
  });

  test('are halved across what is widest for its kind, until they are no wider than asked for', () => {
    const divided = (cells: PoseSearch<unknown>['cells'], width: number, excluded: PoseSearch<unknown>['excluded']) =>
      [...stagesOf({ cells, widths: [width], excluded })][0];
    const halves = (one: PoseBox, width: number) => divided([one], width, () => undefined);
    expect(halves(box([0, 3], [0, 3], [60, 60]), 3)?.open).toEqual([box([0, 3], [0, 3], [60, 60])]);
    expect(halves(box([0, 4], [0, 3], [60, 60]), 3)?.open).toEqual([
      box([2, 4], [0, 3], [60, 60]),
      box([0, 2], [0, 3], [60, 60]),
    ]);
    // Fields count half.
    expect(halves(box([0, 3], [0, 3], [60, 66]), 3)?.open).toHaveLength(1);
    expect(halves(box([0, 3], [0, 3], [60, 67]), 3)?.open).toEqual([
      box([0, 3], [0, 3], [63.5, 67]),
      box([0, 3], [0, 3], [60, 63.5]),
    ]);
    expect(halves(box([0, 4], [0, 3], [60, 60]), 3)?.count).toBe(3);
    expect(divided([box([0, 1], [0, 1])], 3, () => ({ is: 'coverage' }))).toEqual({
      open: [],
      closed: [{ box: box([0, 1], [0, 1]), by: { is: 'coverage' } }],
      count: 1,
      cut: false,
      last: true,
    });
  });

  test('are no more than 20,000', () => {
    const [one, other] = [box([0, 1], [0, 1]), box([1, 2], [0, 1])];
    const behind = (count: number) =>
      stagesOf({
        cells: [...Array.from({ length: count }, () => box([3, 4], [0, 1])), one, other],
        widths: [3],
        excluded: (cell) => (cell === one || cell === other ? undefined : 'done'),
      }).next().value;
    expect(behind(19_998)).toMatchObject({ open: [one, other], count: 20_000, cut: false });
    expect(behind(19_999)).toMatchObject({ open: [one, other], count: 20_000, cut: true, last: true });
  });
});

test('a rose looks at other tilts too, and a pose is never tilted past the horizon or straight down', () => {
  const poses = { ...question.poses, headings: [136, 144] as const };
  const steep = raysOf({ ...question, trial: { ...trial, lens: { ...trial.lens, tilt: 88 } }, poses });
  expect(steep.map(({ heading, covers }) => [heading, covers])).toEqual([[140, true]]);
  expect(tried(trial, { heading: 140, tilt: 88 }, needs).covers).toBe(false);
  const low = questionOn(linted(textOf('ktv-none')), 'C1');
  // Of the tilts of a rose this camera covers the most at 45° by one heading, and at 30° by the other.
  for (const [heading, tilt] of [
    [210, 45],
    [270, 30],
  ] as const) {
    const [{ after = 0 } = {}] = tried(low.trial, { heading, tilt }, low.needs).kept;
    const most = { ...low, needs: [{ ...low.needs[0], threshold: after }] };
    const [ray] = raysOf({ ...most, poses: { ...low.poses, headings: [heading - 2, heading + 2] } });
    expect([ray?.heading, ray?.covers]).toEqual([heading, true]);
  }
  for (const tilt of [0, 90]) {
    const all = best({ trial, needs: [], wanted: [] }, [tried(trial, { heading: 230, tilt }, [])]);
    expect(all.length).toBeGreaterThan(1);
    expect(all.filter(({ pose }) => pose.tilt < 0 || pose.tilt > 90)).toEqual([]);
  }
});

test('sectors are united where they touch, by a hair', () => {
  expect(
    united([
      [0, 10],
      [10.0005, 20],
    ]),
  ).toHaveLength(2);
  expect(
    united([
      [0, 10],
      [10.0000005, 20],
    ]),
  ).toEqual([[0, 20]]);
  expect(
    united([
      [0, 10],
      [10.1, 20],
    ]),
  ).toEqual([
    [0, 10],
    [10.1, 20],
  ]);
  expect(
    united([
      [0, 30],
      [5, 10],
    ]),
  ).toEqual([[0, 30]]);
  expect(united([[100, 460]])).toEqual([[0, 360]]);
  expect(united([[100, 459]])).toEqual([[100, 459]]);
  expect(
    united([
      [200, 330],
      [350, 371],
      [5, 90],
    ]),
  ).toEqual([
    [200, 330],
    [350, 450],
  ]);
  expect(
    united([
      [350, 365],
      [5.1, 90],
    ]),
  ).toEqual([
    [5.1, 90],
    [350, 365],
  ]);
});

test('where no pose can cover, that is the reason', () => {
  const need = { ...needs[0], threshold: 1.1 };
  const answer = searchPoses({ ...question, needs: [need], wanted: [need] });
  expect(answer).toMatchObject({ is: 'none', reason: { is: 'coverage' } });
});
