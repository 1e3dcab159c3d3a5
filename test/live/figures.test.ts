// Figures as changes write them: rounded, and read back where they were meant.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPack } from '../../src/law/load.js';
import type { Change } from '../../src/live/types.js';
import { directoryOf } from '../../src/plan/directory.js';
import { type Drawn, readPlan } from '../../src/plan/read/read.js';
import { plot } from '../../src/plan/write/plot.js';
import { applyEdits } from '../../src/source/edit/splice.js';

const pack = loadPack('nm-2017');

function planOf(text: string) {
  let drawn: Drawn | undefined;
  const onDrawn = (made: Drawn) => {
    drawn = made;
  };
  const result = readPlan('p.yaml', () => new TextEncoder().encode(text), { pack, onDrawn });
  if (!result.ok || drawn === undefined) throw new Error(JSON.stringify(result));
  return { drawn, devices: directoryOf(result.site).devices };
}

function written(text: string, change: Change): string {
  const { edits, refused } = plot(change, planOf(text).drawn);
  return refused === undefined ? applyEdits(text, edits) : refused.en;
}

interface Frame {
  readonly coordinates: string;
  readonly north: number;
  /** What is written for a point given in metres from the corner. */
  readonly at: (x: number, y: number) => readonly [number, number];
}

const [LON, LAT] = [111.65, 40.82];

const FRAMES: readonly Frame[] = [
  { coordinates: 'metres', north: 0, at: (x, y) => [x, y] },
  { coordinates: 'metres', north: 33, at: (x, y) => [4_523_000 + x, 512_345 + y] },
  { coordinates: 'millimetres', north: 0, at: (x, y) => [1000 * x, 1000 * y] },
  { coordinates: 'centimetres', north: 350, at: (x, y) => [100 * x, 100 * y] },
  { coordinates: 'wgs84', north: 0, at: (x, y) => [LON + x * 1.185e-5, LAT + y * 9e-6] },
];

function textOf({ coordinates, north, at }: Frame): string {
  const ring = [at(0, 0), at(40, 0), at(40, 30), at(0, 30)].map((point) => `[${point.join(', ')}]`).join(', ');
  return `sitecam: 1
site: {name: 测试, categories: [hotel], region: "150102"}
coordinates: ${coordinates}
north: ${north}
${coordinates === 'wgs84' ? `origin: [${LON}, ${LAT}]\n` : ''}levels:
  - id: F1
    zones: [{id: hall, kind: lobby, polygon: [${ring}]}]
    devices:
      - {id: C1, kind: camera, at: [${at(3, 4).join(', ')}], heading: 30, hfov: 90}
`;
}

test.each(FRAMES)(
  'a device is read within a hundredth of a metre of where it was put: $coordinates, north $north',
  (frame) => {
    const text = textOf(frame);
    const [x0, y0] = planOf(text).devices.get('C1')?.at ?? [0, 0];
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 20, noNaN: true }),
        fc.double({ min: -2, max: 20, noNaN: true }),
        (dx, dy) => {
          const put = [x0 + dx, y0 + dy] as const;
          const [x, y] = planOf(written(text, { change: 'set', device: 'C1', at: put })).devices.get('C1')?.at ?? [
            0, 0,
          ];
          // 5 mm along each axis of the file, which north may turn; a ten millionth of a degree is 11 mm.
          expect(Math.hypot(x - put[0], y - put[1])).toBeLessThan(frame.coordinates === 'wgs84' ? 0.0073 : 0.00708);
        },
      ),
      { numRuns: 20 },
    );
  },
);

test('figures are written in whole steps, and headings clockwise from true north', () => {
  const text = textOf(FRAMES[1] ?? FRAMES[0]);
  const after = (figures: object) => /- \{(.*)\}/.exec(written(text, { change: 'set', device: 'C1', ...figures }))?.[1];
  expect(after({ heading: 359.7 })).toContain('heading: 0,');
  expect(after({ heading: -90.2 })).toContain('heading: 270,');
  expect(after({ heading: 30.3 })).toContain('heading: 30,');
  expect(after({ hfov: 87.65 })).toContain('hfov: 87.7');
  expect(after({ height: 2.804 })).toContain('height: 2.8');
  expect(after({ tilt: 12.5 })).toContain('tilt: 13');
  expect(
    planOf(written(text, { change: 'set', device: 'C1', heading: 100 })).devices.get('C1')?.lenses[0]?.heading,
  ).toBe(133);
});

test('what the device leaves to its type is stated at the device', () => {
  const text = textOf(FRAMES[0] ?? FRAMES[1])
    .replace('kind: camera,', 'type: dome,')
    .replace(', heading: 30, hfov: 90', '');
  const typed = `${text}deviceTypes: {dome: {kind: camera, heading: 10, hfov: 80}, eye: {kind: camera}}\n`;
  const after = written(typed, { change: 'set', device: 'C1', heading: 45, hfov: 80, type: 'eye' });
  expect(after).toBe(typed.replace('type: dome, at: [3, 4]', 'type: eye, at: [3, 4], heading: 45, hfov: 80'));
});

test('several lenses turn together, a preset is aimed where it is stated', () => {
  const text = textOf(FRAMES[0] ?? FRAMES[1]);
  const many = text.replace('heading: 30', 'sensors: [{heading: 10}, {heading: 100.4}]');
  expect(written(many, { change: 'set', device: 'C1', heading: 20 })).toBe(
    many.replace('{heading: 10}, {heading: 100.4}', '{heading: 20}, {heading: 110}'),
  );
  expect(written(many, { change: 'set', device: 'C1', hfov: 70 })).toBe(many.replace('hfov: 90', 'hfov: 70'));
  const ptz = text.replace('heading: 30, hfov: 90', 'ptz: {home: {heading: 1, tilt: 2, hfov: 60}}');
  expect(written(ptz, { change: 'set', device: 'C1', heading: 20, tilt: 9 })).toBe(
    ptz.replace('heading: 1, tilt: 2', 'heading: 20, tilt: 9'),
  );
});

test('a copy is what the plan reads the original as, with what overrides state of it', () => {
  const copy = { change: 'copy', device: 'C9', of: 'C1', at: [1, 2] } as const;
  for (const frame of FRAMES) {
    const text = `${textOf(frame)}overrides: {C1: {heading: 80, status: existing, hfov: null}}\n`;
    const { devices } = planOf(written(text, copy));
    const [original, made] = [devices.get('C1'), devices.get('C9')];
    expect(made?.status).toBe('existing');
    expect(made?.lenses).toEqual(original?.lenses);
  }
  const text = textOf(FRAMES[0] ?? FRAMES[1]);
  const moved = `${text}overrides: {C1: {at: [5, 5], drawnAt: [3, 4]}}\n`;
  expect(written(moved, copy)).toMatch(/\{id: C9, .*at: \[1, 2\]\}/);
  const masks = 'heading: 30, masks: [{polygon: [[4, 4], [5, 4], [5, 5]], permanent: true}]';
  const masked = (frame: Frame) =>
    `${textOf(frame)}overrides: {C1: {status: existing}}\n`.replace('heading: 30', masks);
  const own = masked(FRAMES[0] ?? FRAMES[1]);
  expect(planOf(written(own, copy)).devices.get('C9')?.masks).toEqual(planOf(own).devices.get('C1')?.masks);
  // Masks are read in metres, whatever the plan writes.
  expect(written(masked(FRAMES[2] ?? FRAMES[1]), copy)).toContain("'C1' can only be changed in the text");
});

test('what cannot be written is refused with the reason', () => {
  const text = textOf(FRAMES[0] ?? FRAMES[1]);
  const typed = `${text.replace('kind: camera,', 'type: four,').replace('heading: 30, ', '')}deviceTypes: {four: {kind: camera, sensors: [{heading: 0}, {heading: 90}]}}\n`;
  expect(written(typed, { change: 'set', device: 'C1', heading: 45 })).toContain("by its type 'four'");
  expect(written(text, { change: 'set', device: 'C2', heading: 45 })).toBe("The plan has no device 'C2'.");
  expect(written(text, { change: 'set', device: 'C1', type: 'x' })).toContain("no device type 'x'");
  expect(written(text, { change: 'set', device: 'C1', heading: Number.NaN })).toBe("'heading' must be a number.");
  expect(written(text, { change: 'copy', device: 'hall', of: 'C1', at: [1, 2] })).toContain("'hall' is taken");
  // What overrides state of an id, such as that it is left out, would be true of the new device.
  const left = `${text}overrides: {C9: {remove: true, reason: drawn twice}}\n`;
  expect(written(left, { change: 'copy', device: 'C9', of: 'C1', at: [1, 2] })).toContain("'C9' is taken");
  const added = { change: 'add', device: 'C9', level: 'F1', kind: 'camera', at: [1, 2] } as const;
  expect(written(left, added)).toContain("'C9' is taken");
  const aliased = text.replace('at: [3, 4]', 'at: &p [3, 4]').concat('    signs: [{id: S1, at: *p}]\n');
  expect(written(aliased, { change: 'set', device: 'C1', at: [5, 6] })).toContain(
    "'at' of 'C1' is written by an anchor",
  );
});
