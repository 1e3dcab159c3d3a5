import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostCovered } from '../../../src/features/conflicts/needs.js';
import { excluder } from '../../../src/features/conflicts/search.js';
import { tried } from '../../../src/features/conflicts/trial.js';
import { expected, linted, NAMES, questionOn, textOf } from './plans.js';

const LONG = process.env.SITECAM_LONG !== undefined;
const RUNS = Number(process.env.SITECAM_BOXES ?? (LONG ? 500 : 25));

/** Otherwise mounted or built: with other tolerances, a rolled picture, a mask, a lens that zooms. */
const VARIANTS = [
  '',
  ', tolerance: {heading: 0, tilt: 0}',
  ', roll: 20',
  ', tolerance: {heading: 5, tilt: 1, position: 0.05}',
  ', form: varifocal, varifocal: {hfov: [40, 98], locked: false}',
  ', masks: [{polygon: [[1, 1], [4, 1], [4, 4], [1, 4]], permanent: true}]',
];

/** Plans with a camera that turns: each variant of one of them, in the long run of all. */
const CASES = NAMES.flatMap((name, n) =>
  expected(textOf(name)).flatMap(([id = '', , why]) => {
    if (why === 'inside' || why === 'ptz') return [];
    const all = textOf(name).includes('varifocal')
      ? VARIANTS.filter((variant) => !variant.includes('varifocal'))
      : VARIANTS;
    const variants = LONG ? all : [all[n % all.length] ?? ''];
    return variants.map((variant) => ({ name, id, variant }));
  }),
);

describe('what is said of all poses of a cell holds of each', () => {
  test.each(CASES)('$name $id $variant', ({ name, id, variant }) => {
    const report = linted(textOf(name).replace(new RegExp(`(\\{id: ${id}, .*)\\}$`, 'm'), `$1${variant}}`));
    const question = questionOn(report, id, true);
    const { trial, poses, needs } = question;
    const excluded = excluder(question);
    const [from, to] = poses.headings ?? [trial.lens.heading - 180, trial.lens.heading + 180];
    const field = trial.lens.hfov ?? 0;
    // A lens that zooms is locked at one of the fields of the cell.
    const zoom = trial.lens.varifocal?.locked === false && textOf(name).includes('varifocal');
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    let closed = 0;
    fc.assert(
      fc.property(
        share,
        share,
        share,
        share,
        fc.array(fc.tuple(share, share), { minLength: 3, maxLength: 3 }),
        (h, t, w, v, at) => {
          const [wide, high] = [0.1 + 9 * w * w, 0.1 + 9 * v * v];
          const heading = from + h * (to - from - wide);
          const tilt = t * (90 - high);
          const f = 32 + 40 * (1 - t);
          const box = {
            headings: [heading, heading + wide],
            tilts: [tilt, tilt + high],
            fields: [field, field],
          } as const;
          const by = excluded(box);
          const most = needs.map((need) => mostCovered(need, poses.mustInSome(box, need.density)));
          if (by !== undefined) closed += 1;
          for (const [across, up] of [...at, [0, 0], [1, 1]] as const) {
            const hfov = zoom ? { hfov: f + across * wide } : {};
            const pose = { heading: heading + across * wide + trial.north, tilt: tilt + up * high, ...hfov };
            const one = tried(trial, pose, needs);
            for (const [i, { after }] of one.kept.entries()) expect(after).toBeLessThanOrEqual((most[i] ?? 0) + 1e-9);
            if (by?.is === 'coverage') expect(one.covers).toBe(false);
            if (by?.is === 'sight') expect(one.clear).toBe(false);
          }
        },
      ),
      { numRuns: RUNS },
    );
    expect(closed).toBeGreaterThan(RUNS / 10);
  });
});
